"""A copy of the made-up cycle with its log, for commands that write."""

import json
import re
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from tests.cli.conftest import ROOT, Answer, Call

DRAWN = re.compile(r"(\d{4}-\d\d-\d\d-)[2-9b-df-hj-np-tv-z]{8}")


class Season(NamedTuple):
    """The copy, and a way to run commands on it as of 23 November 2026."""

    folder: Path
    call: Call

    @property
    def cycle(self) -> Path:
        """The cycle file."""
        return self.folder / "cycles" / "2026-27.yaml"

    @property
    def log(self) -> Path:
        """The progress log."""
        return self.folder / "cycles" / "2026-27.progress.jsonl"

    def run(self, *arguments: str, on: str = "2026-11-23", columns: int | None = 100) -> Answer:
        """Run a command; ids that are drawn by lot are all alike in its output."""
        answer = self.call(*arguments, "-c", str(self.cycle), "--on", on, columns=columns)
        out, err = (DRAWN.sub(r"\1drawn", text).replace(str(self.folder), "~") for text in answer[1:])
        return Answer(answer.code, out, err)

    def refuses(self, words: Sequence[str], code: int, said: str) -> None:
        """Run a command that must end with this code and say this, and leave the file and the log alone."""
        file, log = self.cycle.read_bytes(), self.log.read_bytes()
        answer = self.run(*words)
        assert answer.code == code, answer.err
        assert said in answer.err
        assert (self.cycle.read_bytes(), self.log.read_bytes()) == (file, log)

    def records(self) -> list[dict[str, Any]]:
        """Return the records of the log, as they stand in it."""
        return [json.loads(line) for line in self.log.read_text(encoding="utf-8").splitlines()]

    def last(self, number: int = 1) -> list[dict[str, Any]]:
        """Return the last records without what differs from run to run."""
        return [
            {k: v for k, v in record.items() if k not in ("id", "at")} for record in self.records()[-number:]
        ]


def begin(folder: Path, call: Call, *, log: bool = True) -> Season:
    """Copy the made-up cycle, with its log or without."""
    shutil.copytree(ROOT / "examples" / "made-up" / "cycles", folder / "cycles")
    season = Season(folder, call)
    if not log:
        season.log.unlink()
    return season
