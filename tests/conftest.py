"""What all tests share: an environment without surprises, expected outputs, and what this machine cannot run."""

import functools
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).parent.parent
GOLDEN = ROOT / "tests" / "golden"
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
OWN_VARIABLES = ("PEERCYCLE_CYCLE", "PEERCYCLE_BY", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES")

BROAD = (
    "cli/test_bad_input.py", "cli/test_tracker_faults.py", "documents/test_hostile.py", "documents/test_whole_cycle.py",
    "exports/test_browser.py",
    "progress/test_failing_calls.py", "reading/test_properties.py", "reading/test_splicing.py",
    "schedule/test_properties.py", "schedule/test_real_days.py", "test_readme.py", "workspace/test_opening.py",
    "workspace/test_returned.py",
)  # fmt: skip
"""The tests that run the same code hundreds of times: measuring what they cover takes as long as all the others."""

# The same examples on every run and no stop-watch; `--hypothesis-profile=wandering` looks for new ones.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.register_profile("wandering", deadline=None, max_examples=1000)
settings.load_profile("steady")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that accepts new expected outputs."""
    parser.addoption("--update-golden", action="store_true", help="write the expected outputs anew")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the broad tests, which CI runs without measuring what they cover."""
    for item in items:
        if item.path.relative_to(ROOT / "tests").as_posix() in BROAD:
            item.add_marker("broad")


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the variables that change what peercycle prints out of every test."""
    for name in OWN_VARIABLES:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str | bytes], None]:
    """Return a function that compares an output with the file of that name in tests/golden."""

    def compare(name: str, made: str | bytes) -> None:
        path = GOLDEN / name
        raw = made if isinstance(made, bytes) else made.encode()
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(raw)
        assert path.exists(), f"there is no {path.relative_to(ROOT)} yet: make golden"
        expected = path.read_bytes()
        if isinstance(made, str):
            assert made == expected.decode()
        assert raw == expected

    return compare


@functools.cache
def browser() -> str | None:
    """Return the Chromium of this machine, None where there is none."""
    return next(filter(None, map(shutil.which, BROWSERS)), None)


@functools.cache
def can_trace() -> bool:
    """Whether strace is here and allowed to trace."""
    strace = shutil.which("strace")
    return strace is not None and _runs(strace, "-o", os.devnull, "true")


@functools.cache
def can_mount() -> bool:
    """Whether a tmpfs can be mounted here."""
    if sys.platform != "linux" or os.geteuid() != 0:
        return False
    with tempfile.TemporaryDirectory() as folder:
        return _runs("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder) and _runs("umount", folder)


def _runs(*command: str) -> bool:
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


@functools.cache
def has_arial() -> bool:
    """Whether text in Arial is as wide here as on the machines of its readers: by Arial itself or a font made to fit it."""
    if shutil.which("fc-match") is None:
        return sys.platform in ("win32", "darwin")
    found = subprocess.run(
        ["fc-match", "-f", "%{family}", "Arial"], capture_output=True, check=True, text=True
    )
    return found.stdout in ("Arial", "Arimo", "Liberation Sans")


LEFT_OUT: dict[str, tuple[Callable[[], object], str]] = {
    "browser": (browser, "needs Chromium, which is not on this machine"),
    "arial": (
        has_arial,
        "needs Arial or a font as wide (Debian: fonts-liberation), which is not on this machine",
    ),
    "strace": (can_trace, "needs strace and the right to trace, which this machine does not give"),
    "tmpfs": (can_mount, "needs root on Linux to mount a tmpfs, which this machine does not give"),
}


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Leave out a marked test that this machine cannot run; `-ra` names the reason at the end."""
    for marker, (possible, reason) in LEFT_OUT.items():
        if item.get_closest_marker(marker) and not possible():
            pytest.skip(reason)


@pytest.fixture
def chromium() -> str:
    """Return the path of Chromium; a test that asks for it is marked `browser`."""
    found = browser()
    assert found, "mark this test with @pytest.mark.browser"
    return found


@pytest.fixture
def axe() -> str:
    """Return the script that judges the accessibility of a page, to be put into the page under test."""
    if not AXE.exists():
        pytest.skip("needs axe-core in node_modules, where .ci/run puts it")
    return AXE.read_text(encoding="utf-8")
