"""The templates of a workspace: where each comes from, what it may use, and what is wrong with it."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from peercycle.cli.screen import Line, beside, wrap
from peercycle.schedule.wording import counted, listed

if TYPE_CHECKING:
    from peercycle.workspace.checking import Checked

_COLUMN = 26


def template_lines(
    found: "Sequence[Checked]", strays: Sequence[tuple[Path, str]], columns: int
) -> Iterator[Line]:
    """Yield each template with its fields and its faults, and last how many faults there are."""
    for each in found:
        origin = each.own or "as peercycle ships it"
        untried = f", not tried: {each.untried}" if each.untried and not each.lacking else ""
        yield from beside(each.name, f"{origin}{untried}", 0, _COLUMN, columns, ("bold", ""))
        if each.fields:
            yield from (
                [(f"  {line}", "dim")] for line in wrap(f"may use: {', '.join(each.fields)}", columns - 2)
            )
        if each.lacking:
            yield from beside("  not checked", each.untried, 0, _COLUMN, columns, ("warning", ""))
        for line, message in each.faults:
            file = each.at or each.own or each.name
            where = f"{file}:{line}" if line else file
            yield from beside("  error", f"{where}: {message}", 0, _COLUMN, columns, ("error", ""))
    for path, close in strays:
        meant = f"; did you mean {close}?" if close else ""
        yield from beside(
            "  error", f"{path}: no template is called so{meant}", 0, _COLUMN, columns, ("error", "")
        )
    yield []
    text, style = _sum(found, strays)
    yield from ([(line, style)] for line in wrap(text, columns))


def _sum(found: "Sequence[Checked]", strays: Sequence[tuple[Path, str]]) -> tuple[str, str]:
    """Return how many faults there are and in which templates, which of them were not looked at, and the style."""
    faults = sum(len(each.faults) for each in found) + len(strays)
    faulty = listed(dict.fromkeys([*(e.name for e in found if e.faults), *(path.name for path, _ in strays)]))
    own = sum(bool(each.own) for each in found)
    lacking = [each.name for each in found if each.lacking]
    said = counted(faults, "fault") if faults else "No fault"
    at_fault = f" At fault: {faulty}." if faults else ""
    left = f" {listed(lacking)} could not be checked." if lacking else ""
    style = "error" if faults else "warning" if lacking else "good"
    checked = counted(len(found) - len(lacking), "template")
    return f"{said} in {checked}, {own - len(lacking)} of them this workspace's own.{at_fault}{left}", style
