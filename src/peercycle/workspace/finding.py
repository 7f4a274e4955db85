"""Which cycle file is meant: the one named, or the one in `cycles/` that runs on the day asked about."""

import os
from collections.abc import Sequence
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

from peercycle.model.phrase import Misread
from peercycle.model.when import When, read_when
from peercycle.workspace.files import FileTrouble, read


class Chosen(NamedTuple):
    """A cycle file, and in words how it was come by ("" when it was named)."""

    path: Path
    how: str


class _Found(NamedTuple):
    """A file in `cycles/` with the cycle it gives and when that runs, "" and None where it does not say."""

    path: Path
    cycle: str
    runs: When | None


def cycle_files(folder: Path) -> list[Path]:
    """Return the cycle files in the `cycles` folder of a workspace, in order of name."""
    return sorted(
        path
        for path in (folder / "cycles").glob("*.y*ml")
        if path.suffix in (".yaml", ".yml") and not path.name.startswith(".")
    )


def choose(named: str | None, on: date, folder: Path) -> Chosen:
    """Return the cycle file meant; raises FileTrouble where there is none, or two give the same cycle."""
    if named is not None:
        return Chosen(Path(named), "")
    if given := os.environ.get("PEERCYCLE_CYCLE"):
        return Chosen(Path(given), "from PEERCYCLE_CYCLE")
    found = [_found(path) for path in cycle_files(folder)]
    if not found:
        raise FileTrouble("no cycle file is named, and there is none in cycles/; name one with -c FILE")
    running = [each for each in found if each.runs and _covers(each.runs, on)]
    if len(running) > 1:
        chosen, how = (
            max(running, key=_beginning),
            f"as the one that began last of {len(running)} running that day",
        )
    elif running:
        chosen, how = running[0], "as the one running that day"
    else:
        chosen, how = max(found, key=_end), "as the latest, since none runs that day"
    _expect_no_copy(chosen, running or found, folder)
    return Chosen(_relative(chosen.path, folder), how)


def files_like(path: Path) -> list[Path]:
    """Return the cycle files that a path to nothing may be meant for, best first: beside it, else in `cycles/`."""
    try:
        if path.exists():
            return []
        beside = sorted(each for each in path.parent.glob("*.y*ml") if each.suffix in (".yaml", ".yml"))
    except (OSError, ValueError):
        beside = []
    possible = {each: each.stem for each in dict.fromkeys([*beside, *cycle_files(Path())])}
    alike = [each for each, stem in possible.items() if stem in (path.stem, path.name)]
    close = get_close_matches(path.stem, possible.values(), 3, 0.75)
    return alike or [each for stem in dict.fromkeys(close) for each in possible if each.stem == stem]


def workspace_of(path: Path) -> Path:
    """Return the workspace a cycle file belongs to: the parent of its `cycles` folder, else its own folder."""
    folder = path.absolute().parent
    return folder.parent if folder.name == "cycles" else folder


def _found(path: Path) -> _Found:
    """Return a file by its lines `cycle:` and `runs:`; what cannot be made out is left open, and validate says why."""
    try:
        lines = read(path).decode("utf-8-sig", errors="replace").splitlines()
    except FileTrouble:
        return _Found(path, "", None)
    try:
        runs = read_when(_value(lines, "runs:"))
    except Misread:
        runs = None
    return _Found(path, _value(lines, "cycle:"), runs)


def _value(lines: Sequence[str], key: str) -> str:
    line = next((line for line in lines if line.startswith(key)), "")
    return line.removeprefix(key).partition(" #")[0].strip().strip("\"'")


def _beginning(found: _Found) -> tuple[date, str]:
    return (found.runs.earliest if found.runs else None) or date.min, found.path.name


def _end(found: _Found) -> tuple[date, str]:
    return (found.runs.latest if found.runs else None) or date.min, found.path.name


def _expect_no_copy(chosen: _Found, others: Sequence[_Found], folder: Path) -> None:
    """Raise FileTrouble where another file gives the same cycle, as a copy of it does: which is meant nobody can tell."""
    alike = [str(_relative(each.path, folder)) for each in others if each.cycle == chosen.cycle]
    if chosen.cycle and len(alike) > 1:
        *first, last = alike
        number = "two" if len(alike) == 2 else len(alike)
        raise FileTrouble(
            f"{number} files give the cycle {chosen.cycle}: {', '.join(first)} and {last}; name one with -c"
        )


def _covers(runs: When, on: date) -> bool:
    return (runs.earliest is None or runs.earliest <= on) and (runs.latest is None or on <= runs.latest)


def _relative(path: Path, folder: Path) -> Path:
    return path.relative_to(folder) if path.is_relative_to(folder) else path
