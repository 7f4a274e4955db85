"""The templates of a workspace: where each comes from, what it may use, and what is wrong with it."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from peercycle.cli.screen import Line, beside, wrap
from peercycle.schedule.wording import counted

if TYPE_CHECKING:
    from peercycle.workspace.checking import Checked

_COLUMN = 26


def template_lines(
    found: "Sequence[Checked]", strays: Sequence[tuple[Path, str]], columns: int
) -> Iterator[Line]:
    """Yield each template with its fields and its faults, and last how many faults there are."""
    for each in found:
        origin = each.own or "as peercycle ships it"
        untried = f", not tried: {each.untried}" if each.untried else ""
        yield from beside(each.name, f"{origin}{untried}", 0, _COLUMN, columns, ("bold", ""))
        if each.fields:
            yield from (
                [(f"  {line}", "dim")] for line in wrap(f"may use: {', '.join(each.fields)}", columns - 2)
            )
        for line, message in each.faults:
            where = f"{each.own or each.name}:{line}" if line else each.own or each.name
            yield from beside("  error", f"{where}: {message}", 0, _COLUMN, columns, ("error", ""))
    for path, close in strays:
        meant = f"; did you mean {close}?" if close else ""
        yield from beside(
            "  error", f"{path}: no template is called so{meant}", 0, _COLUMN, columns, ("error", "")
        )
    faults = sum(len(each.faults) for each in found) + len(strays)
    own = sum(bool(each.own) for each in found)
    yield []
    said = counted(faults, "fault") if faults else "No fault"
    yield [
        (
            f"{said} in {counted(len(found), 'template')}, {own} of them this workspace's own.",
            "error" if faults else "good",
        )
    ]
