"""`peercycle tracker`: the tracker for Excel, and a filled-in copy read back."""

import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, NoReturn

import typer

from peercycle.cli.asking import Asked, CycleOption, OnOption, ask
from peercycle.cli.ending import Ending
from peercycle.cli.recording import ByOption, after, keep
from peercycle.cli.screen import put, width

if TYPE_CHECKING:
    from peercycle.schedule.returning import Comparison
    from peercycle.workspace.rendering import Made

SUMMARY = "Write the tracker as an Excel workbook, and record what a filled-in copy of it says."
EXAMPLES = """\b
Examples:
  peercycle tracker export --out outbox
  peercycle tracker import outbox/2026-27-tracker.xlsx
  peercycle tracker import outbox/2026-27-tracker.xlsx --apply"""


def export(
    ctx: typer.Context,
    folder: Annotated[
        str | None, typer.Option("--out", metavar="DIR", help="Write the workbook into this folder.")
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Write over a workbook that somebody filled in.")
    ] = False,
    cycle: CycleOption = None,
    on: OnOption = None,
) -> int:
    """Write the workbook: a row for each authority and milestone, and for each meeting."""
    from peercycle.cli.making import troubles
    from peercycle.workspace.shelf import Shelf

    if folder is None:
        raise Ending(2, "--out is missing", "As in: peercycle tracker export --out outbox")
    if not folder.strip():
        raise Ending(2, "--out names no folder", "Write --out DIR, or --out . for the folder you are in.")
    asked = ask(ctx, cycle, on)
    made = _made(asked)
    with troubles():
        shelf = Shelf(Path(folder))
        outcome = shelf.fill([(made.name, made.content)], force=force)[made.name]
    path = shelf.folder / made.name
    if outcome == "kept" and not shelf.made(made.name):
        raise Ending(
            1,
            f"{path} is not peercycle's, and is left alone",
            "Name another folder with --out; --force writes over it.",
        )
    if outcome == "kept":
        advice = (
            f"Read it back first: peercycle tracker import {shlex.quote(str(path))}; --force writes over it."
        )
        raise Ending(1, f"{path} was filled in since it was made, and is left alone", advice)
    put([[(f"The tracker is {'as it was in' if outcome == 'unchanged' else 'written to'} {path}", "")]])
    return 0


def _made(asked: Asked) -> "Made":
    from peercycle.documents.edition import Edition
    from peercycle.exports import ExtraMissing
    from peercycle.workspace.tracker import tracker

    try:
        return tracker(Edition(asked.status, asked.state))
    except ExtraMissing as missing:
        raise Ending(2, str(missing)) from None


def read_back(
    ctx: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", help="The filled-in workbook.")],
    apply: Annotated[
        bool, typer.Option("--apply", help="Record it; without this nothing is written.")
    ] = False,
    by: ByOption = None,
    cycle: CycleOption = None,
    on: OnOption = None,
) -> int:
    """Show what a filled-in copy says that is not on record, row by row, and record it with --apply."""
    from peercycle.cli.screens.recorded import recorded_lines
    from peercycle.cli.screens.tracker import comparison_lines
    from peercycle.schedule.returning import once_recorded

    asked = ask(ctx, cycle, on)
    before, found = asked.status, _compared(asked, file)
    if found.faults:
        _refuse(file, found)
    records = found.records
    planned = once_recorded(before, found) if records else before
    put(comparison_lines(before, planned, found, (Path(file).name, asked.state), width()))
    if records and apply:
        kept = keep(asked, records, by)
        said: dict[str, tuple[str, ...]] = {step.id: () for step, _ in found.happenings}
        now = after(asked, kept).status
        put([[], *recorded_lines(before, now, found.happenings, said, kept, width())])
    elif records:
        put(
            [
                [],
                [
                    (
                        f"Nothing is recorded yet. To record it: peercycle tracker import {shlex.quote(file)} --apply",
                        "dim",
                    )
                ],
            ]
        )
    return 0


def _compared(asked: Asked, file: str) -> "Comparison":
    """Return a workbook beside the log; ends with 2 where it cannot be read."""
    from peercycle.exports import ExtraMissing, module_of
    from peercycle.schedule.returning import SHEETS, compare
    from peercycle.workspace.files import FileTrouble

    try:
        module_of("xlsx")
        from peercycle.workspace.returned import returned
        from peercycle.workspace.unpacking import Unreadable
    except ExtraMissing as missing:
        raise Ending(2, str(missing)) from None
    try:
        grids, others = returned(Path(file), SHEETS)
    except Unreadable as refused:
        raise Ending(2, f"{file}: {refused.message}", refused.advice) from None
    except FileTrouble as trouble:
        raise Ending(2, str(trouble)) from None
    return compare(asked.status, grids, others)


def _refuse(file: str, found: "Comparison") -> NoReturn:
    from peercycle.cli.screens.tracker import fault_lines

    put(fault_lines(found.faults, width(sys.stderr)), sys.stderr)
    number = f"{len(found.faults)} fault{'' if len(found.faults) == 1 else 's'}"
    raise Ending(1, f"{file} has {number}; nothing was recorded.", "Mend the workbook, and import it again.")


PARTS: Final = {"export": export, "import": read_back}
