"""peercycle where coordinators work: no module that only POSIX has is needed, and the door works as a program."""

import os
import subprocess
import sys

from tests.cli.conftest import REAL, ROOT

WITHOUT_POSIX = """
import pkgutil, sys
for name in ("fcntl", "grp", "posix_ipc", "pwd", "resource", "syslog", "termios", "tty"):
    sys.modules[name] = None
import peercycle
names = [found.name for found in pkgutil.walk_packages(peercycle.__path__, "peercycle.")]
for name in names:
    __import__(name)
print(len(names))
"""


def python(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, capture_output=True, text=True, check=False, timeout=120,
        encoding="utf-8", env={**os.environ, **environment},
    )  # fmt: skip


def test_every_module_loads_without_what_only_posix_has() -> None:
    done = python("-c", WITHOUT_POSIX)
    assert (done.returncode, done.stderr) == (0, "")
    assert int(done.stdout) > 60


def test_the_door() -> None:
    done = python("-m", "peercycle", "status", "-c", REAL, "--on", "2017-12-01", COLUMNS="80")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (ROOT / "tests/golden/cli/status-real-2017-12-01-80.txt").read_text(
        encoding="utf-8"
    )
    assert python("-m", "peercycle", "nonsense").returncode == 2


def test_the_help_loads_nothing_heavy() -> None:
    heavy = ("pydantic", "rich", "yaml", "ruamel", "jinja2", "dateutil", "markdown_it", "peercycle.model")
    code = (
        "import sys; from peercycle.cli.app import run; run(['--help']); "
        f"print([name for name in {heavy} if name in sys.modules], file=sys.stderr)"
    )
    assert python("-c", code).stderr == "[]\n"


def test_status_loads_no_more_than_it_needs() -> None:
    heavy = (
        "rich",
        "ruamel",
        "jinja2",
        "dateutil",
        "markdown_it",
        "peercycle.documents",
        "peercycle.cli.commands.render",
    )
    code = (
        f"import sys; from peercycle.cli.app import run; run(['status', '-c', '{REAL}', '--on', '2017-12-01']); "
        f"print([name for name in {heavy} if name in sys.modules], file=sys.stderr)"
    )
    assert python("-c", code).stderr == "[]\n"


def test_an_interrupt_while_loading_is_quiet() -> None:
    code = (
        "import sys, types; module = types.ModuleType('peercycle.cli.app')\n"
        "def run(arguments): raise KeyboardInterrupt\n"
        "module.run = run; sys.modules['peercycle.cli.app'] = module\n"
        "from peercycle.__main__ import main; main()"
    )
    done = python("-c", code)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")
