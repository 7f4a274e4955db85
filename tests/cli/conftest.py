"""Running commands in this process, from the checkout, as a person would type them."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from peercycle.cli.app import run

ROOT = Path(__file__).parent.parent.parent
REAL = "cycles/2017-18.yaml"
MADE_UP = "examples/made-up/cycles/2026-27.yaml"


class Answer(NamedTuple):
    """What a run left: its exit code and what it wrote."""

    code: int
    out: str
    err: str


Call = Callable[..., Answer]


@pytest.fixture
def call(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Call:
    """Return a function that runs a command in the checkout and returns what it left."""
    monkeypatch.chdir(ROOT)

    def called(*arguments: str, columns: int | None = None) -> Answer:
        if columns is not None:
            monkeypatch.setenv("COLUMNS", str(columns))
        code = run(arguments)
        sys.stdout.flush()
        written = capsys.readouterr()
        return Answer(code, written.out, written.err)

    return called


@pytest.fixture
def cycle(tmp_path: Path) -> Path:
    """Return the path of a copy of the made-up cycle file, in a workspace of its own."""
    (tmp_path / "cycles").mkdir()
    path = tmp_path / "cycles" / "2026-27.yaml"
    path.write_bytes((ROOT / MADE_UP).read_bytes())
    return path


@pytest.fixture
def workspace(tmp_path: Path) -> str:
    """Return the real cycle file in a workspace of its own."""
    (tmp_path / "cycles").mkdir()
    path = tmp_path / "cycles" / "2017-18.yaml"
    path.write_bytes((ROOT / REAL).read_bytes())
    return str(path)


@pytest.fixture
def calendars(call: Call, cycle: Path, tmp_path: Path) -> Callable[..., Answer]:
    """Return a function that makes calendars of the made-up cycle."""

    def made(*arguments: str, on: str = "2026-11-23") -> Answer:
        return call("calendar", *arguments, "-c", str(cycle), "--on", on, "--out", str(tmp_path / "out"))

    return made
