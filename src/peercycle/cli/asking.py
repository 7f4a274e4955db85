"""What every command that reads a cycle asks for: the file, the day, and that the file is sound."""

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple, NoReturn

import typer

from peercycle.cli.ending import Ending
from peercycle.cli.screen import put
from peercycle.diagnostics.fault import Fault, Mark
from peercycle.model.phrase import Misread
from peercycle.model.when import read_when
from peercycle.model.place import Place
from peercycle.schedule.papers import Step
from peercycle.schedule.plan import Plan

if TYPE_CHECKING:
    from peercycle.workspace.opening import Opened

CycleOption = Annotated[
    str | None,
    typer.Option("--cycle", "-c", metavar="FILE", help="The cycle file [default: the one running that day]."),
]
OnOption = Annotated[
    str | None,
    typer.Option(
        "--on", metavar="DATE", help="The day to ask about, as the file writes days [default: today]."
    ),
]
Format = Annotated[Literal["text", "json"], typer.Option("--output-format", help="How to print the answer.")]


class Asked(NamedTuple):
    """A sound cycle and the day asked about; `state` is the short hash of the file."""

    plan: Plan
    on: date
    opened: "Opened"

    @property
    def state(self) -> str:
        """The short hash of the file's content."""
        return self.opened.state

    def where(self, places: tuple[Place, ...]) -> list[str]:
        """Return file and line of each of these places, one a line of the file."""
        found = [self.opened.reading.located("", "info", Fault("", Mark(place))) for place in places]
        return list(dict.fromkeys(f"{self.opened.path}:{item.span.line}" for item in found))


def day(ctx: typer.Context, on: str | None) -> date:
    """Return the day asked about; today unless given. The only place where the clock is read."""
    given = on or getattr(ctx.obj, "on", None)
    if given is None:
        return date.today()
    try:
        asked = read_when(given).day
    except Misread as misread:
        raise Ending(2, f"--on: {misread.message}", misread.hint) from None
    if asked is None:
        raise Ending(
            2,
            f"--on: '{given}' is not one day",
            "Write it as in: --on 2017-12-01, or --on '1 December 2017'.",
        )
    return asked


def ask(ctx: typer.Context, cycle: str | None, on: str | None) -> Asked:
    """Return the cycle asked about, read and sound; prints its errors and ends with 1 where it is not."""
    from peercycle.rules import errors
    from peercycle.workspace.files import FileTrouble
    from peercycle.workspace.finding import choose
    from peercycle.workspace.opening import open_cycle

    asked = day(ctx, on)
    try:
        chosen = choose(cycle or getattr(ctx.obj, "cycle", None), asked, Path())
        opened = open_cycle(chosen.path, asked, (errors,))
    except FileTrouble as trouble:
        raise Ending(2, str(trouble)) from None
    if chosen.how:
        put([[(f"{chosen.path} ({chosen.how})", "dim")]], sys.stderr)
    if opened.plan is None or not opened.sound:
        _refuse(opened)
    return Asked(opened.plan, asked, opened)


def picked(plan: Plan, key: str | None) -> tuple[Step, ...] | None:
    """Return the meetings and tasks an id stands for, None without one; ends with 2 where nothing is called so."""
    from peercycle.schedule.choosing import NothingCalled, chosen

    try:
        return chosen(plan, key) if key else None
    except NothingCalled as nothing:
        advice = f"Nearest: {', '.join(nothing.nearest)}" if nothing.nearest else ""
        raise Ending(2, str(nothing), advice) from None


def _refuse(opened: "Opened") -> NoReturn:
    from peercycle.cli.reporting import text_report

    errors = [diagnostic for diagnostic in opened.diagnostics if diagnostic.severity == "error"]
    put(text_report(errors, {str(opened.path): opened.reading.text}), sys.stderr)
    raise Ending(
        1, f"{opened.path} has {len(errors)} error{'' if len(errors) == 1 else 's'}; nothing was done.",
        f"Mend the file first: peercycle validate {opened.path}",
    )  # fmt: skip
