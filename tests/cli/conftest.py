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
