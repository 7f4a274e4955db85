"""Which cycle file is meant: the one named, or the one in `cycles/` that runs on the day asked about."""

import os
from datetime import date
from pathlib import Path
from typing import NamedTuple

from peercycle.model.phrase import Misread
from peercycle.model.when import When, read_when
from peercycle.workspace.files import FileTrouble, read


class Chosen(NamedTuple):
    """A cycle file, and in words how it was come by ("" when it was named)."""

    path: Path
    how: str


def cycle_files(folder: Path) -> list[Path]:
    """Return the cycle files in the `cycles` folder of a workspace, in order of name."""
    return sorted(
        path
        for path in (folder / "cycles").glob("*.y*ml")
        if path.suffix in (".yaml", ".yml") and not path.name.startswith(".")
    )


def choose(named: str | None, on: date, folder: Path) -> Chosen:
    """Return the cycle file meant; raises FileTrouble where there is none."""
    if named is not None:
        return Chosen(Path(named), "")
    if given := os.environ.get("PEERCYCLE_CYCLE"):
        return Chosen(Path(given), "from PEERCYCLE_CYCLE")
    files = cycle_files(folder)
    if not files:
        raise FileTrouble("no cycle file is named, and there is none in cycles/; name one with -c FILE")
    periods = [(path, _runs(path)) for path in files]
    running = [path for path, runs in periods if runs and _covers(runs, on)]
    if running:
        return Chosen(_relative(running[-1], folder), "as the one running that day")
    latest = max(
        periods, key=lambda pair: (pair[1].latest or date.min if pair[1] else date.min, pair[0].name)
    )
    return Chosen(_relative(latest[0], folder), "as the latest, since none runs that day")


def workspace_of(path: Path) -> Path:
    """Return the workspace a cycle file belongs to: the parent of its `cycles` folder, else its own folder."""
    folder = path.absolute().parent
    return folder.parent if folder.name == "cycles" else folder


def _runs(path: Path) -> When | None:
    """Return when a cycle runs by its `runs:` line, None where it cannot be made out; validate says why."""
    try:
        text = read(path).decode("utf-8-sig", errors="replace")
        line = next((line for line in text.splitlines() if line.startswith("runs:")), "")
        return read_when(line.removeprefix("runs:").partition(" #")[0].strip().strip("\"'"))
    except (FileTrouble, Misread):
        return None


def _covers(runs: When, on: date) -> bool:
    return (runs.earliest is None or runs.earliest <= on) and (runs.latest is None or on <= runs.latest)


def _relative(path: Path, folder: Path) -> Path:
    return path.relative_to(folder) if path.is_relative_to(folder) else path
