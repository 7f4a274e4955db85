"""What every command that reads a cycle asks for: the file, the day, and that the file is sound."""

import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal, NamedTuple, NoReturn

import typer

from peercycle.cli.ending import Ending, nearest_or
from peercycle.cli.screen import put
from peercycle.diagnostics.fault import Fault, Mark
from peercycle.model.phrase import Misread
from peercycle.model.place import Place
from peercycle.model.when import long_date, read_when
from peercycle.schedule.papers import Step
from peercycle.schedule.plan import Plan

if TYPE_CHECKING:
    from peercycle.progress.fold import Progress
    from peercycle.progress.log import Log
    from peercycle.schedule.status import Status
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
ForOption = Annotated[
    list[str] | None,
    typer.Option(
        "--for",
        metavar="ID",
        help="Only what concerns this authority, group, round, body, role, action or event.",
    ),
]
Format = Annotated[
    Literal["text", "json"],
    typer.Option("--output-format", metavar="text|json", help="How to print the answer [default: text]."),
]


ONE_DAY: Final = "Write one day, as in: {0} 2017-12-01, or {0} '1 December 2017'."


class Picked(NamedTuple):
    """The id given with `--for`, and the meetings and tasks it stands for."""

    key: str
    steps: tuple[Step, ...]


class Asked(NamedTuple):
    """A sound cycle, its log, and the day asked about."""

    plan: Plan
    on: date
    opened: "Opened"
    log: "Log"

    @property
    def progress(self) -> "Progress":
        """What is recorded up to the day asked about."""
        from peercycle.progress.fold import fold

        return fold(self.log.records, self.on)

    @property
    def status(self) -> "Status":
        """Where the cycle stands on the day asked about."""
        from peercycle.schedule.status import Status

        return Status(self.plan, self.on, self.progress)

    @property
    def data(self) -> "dict[str, Any]":
        """What the file holds as it stands, every value a text."""
        loaded = self.opened.reading.loaded
        return loaded.data or {} if loaded else {}

    @property
    def state(self) -> str:
        """The short hash of the file's content."""
        return self.opened.state

    def where(self, places: tuple[Place, ...]) -> list[str]:
        """Return the file and the lines of these places: "cycles/2017-18.yaml:455, 456"; nothing for no place."""
        found = [self.opened.reading.located("", "info", Fault("", Mark(place))) for place in places]
        lines = dict.fromkeys(str(item.span.line) for item in found)
        return [f"{self.opened.path}:{', '.join(lines)}"] if lines else []


def day(ctx: typer.Context, on: str | None) -> date:
    """Return the day asked about; today unless given. The clock is read here and in `now` only."""
    given = getattr(ctx.obj, "on", None) if on is None else on
    return date.today() if given is None else one_day("--on", given)


def now(on: date) -> str:
    """Return the time of writing on a day, local with its offset: the clock says only what time of day it is."""
    return datetime.combine(on, datetime.now(UTC).astimezone().timetz()).isoformat(timespec="milliseconds")


def one_day(option: str, given: str) -> date:
    """Return the day that an option names, as the file writes days; ends with 2 where it names none."""
    try:
        when = read_when(given)
    except Misread as misread:
        raise Ending(2, f"{option}: {misread.message}", _advice(misread, option)) from None
    if when.day is None or when.tbc:
        raise Ending(2, f"{option}: '{given}' is not one day", ONE_DAY.format(option))
    weekday = when.points[0].weekday
    if weekday and not long_date(when.day).startswith(weekday):
        advice = f"Write {long_date(when.day)}, or another day."
        raise Ending(2, f"{option}: {given} is not a {weekday}", advice)
    return when.day


def _advice(misread: Misread, option: str) -> str:
    """Return what to write instead: the one day that may be meant, for what else a file can hold is none."""
    if misread.rule == "impossible-date" or not misread.hint.startswith("Write "):
        return misread.hint
    meant, _, rest = misread.hint.removeprefix("Write ").removesuffix(".").partition(", ")
    try:
        offered = read_when(meant)
    except Misread:
        return ONE_DAY.format(option)
    if offered.day is None or offered.tbc:
        return ONE_DAY.format(option)
    return misread.hint if rest.startswith("or ") else f"Write {meant}."


def ask(ctx: typer.Context, cycle: str | None, on: str | None) -> Asked:
    """Return the cycle asked about, read and sound; prints its errors and ends with 1 where it is not."""
    from peercycle.rules import errors
    from peercycle.workspace.files import FileTrouble
    from peercycle.workspace.finding import choose
    from peercycle.workspace.logs import open_log, unread
    from peercycle.workspace.opening import open_cycle

    asked = day(ctx, on)
    try:
        chosen = choose(getattr(ctx.obj, "cycle", None) if cycle is None else cycle, asked, Path())
    except FileTrouble as trouble:
        raise Ending(2, str(trouble)) from None
    try:
        opened = open_cycle(chosen.path, asked, (errors,))
    except FileTrouble as trouble:
        advice = [f"This file was taken {chosen.how}."] if chosen.how else []
        raise Ending(2, str(trouble), " ".join([*advice, *did_you_mean(chosen.path)])) from None
    if chosen.how:
        put([[(f"{chosen.path}, taken {chosen.how}", "dim")]], sys.stderr)
    if opened.plan is None or not opened.sound:
        _refuse(opened)
    try:
        log = open_log(chosen.path)
    except FileTrouble as trouble:
        raise Ending(2, str(trouble)) from None
    if remark := unread(log):
        put([[(remark, "warning")]], sys.stderr)
    return Asked(opened.plan, asked, opened, log)


def did_you_mean(path: Path) -> list[str]:
    """Return the advice where a cycle file is not there but one of nearly its name is, nothing otherwise."""
    from peercycle.workspace.finding import files_like

    like = files_like(path)
    return [f"Did you mean {' or '.join(map(str, like))}?"] if like else []


def picked(asked: Asked, plan: Plan, only: list[str] | None) -> Picked | None:
    """Return what the one id of `--for` stands for in a plan, None without it; ends with 2 where nothing is called so."""
    from peercycle.schedule.choosing import NothingCalled, chosen, meant

    if not only:
        return None
    if len(only) > 1:
        raise Ending(2, "--for takes one id", "Ask for one after the other.")
    key = meant(plan, only[0])
    try:
        return Picked(key, chosen(plan, key))
    except NothingCalled as nothing:
        word = plan.cycle.words
        kinds = f"{word.authority}, {word.group}, round, body, role, action or event"
        read = f"{asked.opened.path}, which was read, has no {kinds} of that id or name."
        message = f"nothing in this cycle is called '{only[0]}'"
        raise Ending(2, message, nearest_or(nothing.nearest, read)) from None


def _refuse(opened: "Opened") -> NoReturn:
    from peercycle.cli.reporting import text_report

    errors = [diagnostic for diagnostic in opened.diagnostics if diagnostic.severity == "error"]
    put(text_report(errors, {str(opened.path): opened.reading.text}), sys.stderr)
    raise Ending(
        1, f"{opened.path} has {len(errors)} error{'' if len(errors) == 1 else 's'}; nothing was done.",
        f"Mend the file first: peercycle validate {opened.path}",
    )  # fmt: skip
