"""A cycle file opened: read, examined by the rules, every fault with its place."""

from collections.abc import Callable, Iterable
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from peercycle.diagnostics.fault import Diagnostic
from peercycle.reading.document import Reading, read_document
from peercycle.rules import Rule, check
from peercycle.rules.examined import Examined
from peercycle.schedule.plan import Plan
from peercycle.workspace.files import FileTrouble, read


class Opened(NamedTuple):
    """A cycle file and what was found in it; `plan` is None where its faults leave no cycle to work with."""

    path: Path
    reading: Reading
    plan: Plan | None
    diagnostics: list[Diagnostic]
    state: str

    @property
    def sound(self) -> bool:
        """Whether the file has no error."""
        return not any(diagnostic.severity == "error" for diagnostic in self.diagnostics)


def open_cycle(path: Path, on: date, rules: Iterable[Callable[[], tuple[Rule, ...]]]) -> Opened:
    """Read a cycle file and examine it by these sets of rules; raises FileTrouble where it cannot be read."""
    return examine(path, read(path), on, rules)


def examine(path: Path, raw: bytes, on: date, rules: Iterable[Callable[[], tuple[Rule, ...]]]) -> Opened:
    """Read the bytes of a cycle file, whether they stand in it yet or not, and examine them by these sets of rules."""
    reading = read_document(str(path), raw)
    state = sha256(raw).hexdigest()[:6]
    if reading.cycle is None:
        return Opened(path, reading, None, sorted(reading.diagnostics, key=place_order), state)
    examined = Examined(reading.cycle, on, source_text(path, reading), reading.lost)
    found = [
        reading.located(item.rule, item.severity, item.fault)
        for listing in rules
        for item in check(examined, listing())
    ]
    return Opened(
        path, reading, examined.plan, sorted([*reading.diagnostics, *found], key=place_order), state
    )


def source_text(path: Path, reading: Reading) -> str | None:
    """Return the text of the source document a cycle names, None where it is not beside the cycle."""
    source = reading.cycle.source if reading.cycle else None
    if source is None:
        return None
    folder = path.parent.resolve()
    try:
        target = (folder / source.file).resolve()
        inside = target.is_relative_to(folder) and target.is_file()
        return read(target).decode("utf-8-sig", errors="replace") if inside else None
    except (FileTrouble, OSError, RuntimeError, ValueError):  # a name may be too long, or go round in circles
        return None


def place_order(diagnostic: Diagnostic) -> tuple[int, int, str]:
    """Return the key that sorts diagnostics by where they stand."""
    return diagnostic.span.line, diagnostic.span.column, diagnostic.rule
