"""What a rule is given to look at."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from typing import Literal, NamedTuple

from peercycle.diagnostics.fault import Fault
from peercycle.model.cycle import Cycle
from peercycle.model.doubting import doubting
from peercycle.model.fields import Grid
from peercycle.model.part import Entry
from peercycle.model.phrase import Misread
from peercycle.model.place import Place
from peercycle.model.points import WEEKDAYS, Point, read_point
from peercycle.model.when import When, read_when
from peercycle.schedule.deadline import Deadline
from peercycle.schedule.plan import Plan

Use = Literal["period", "meeting", "deadline", "start", "other"]


class Stated(NamedTuple):
    """A date that the file states outright: what it dates, its phase, and the round of a meeting ("" for none)."""

    place: Place
    when: When
    use: Use
    phase: str = ""
    round: str = ""


class Examined:
    """A cycle on a day, worked out once for all rules.

    `source_text` is the text of the source document, None where it is not beside the cycle. `lost` are the places of
    parts that could not be read and were left out: nothing that concerns them is reported again. `ran` are the ids of
    the rules that have had their turn, `used_waivers` the waivers that set something aside.
    """

    def __init__(
        self, cycle: Cycle, on: date, source_text: str | None = None, lost: Iterable[Place] = ()
    ) -> None:
        self.cycle = cycle
        self.on = on
        self.source_text = source_text
        self.lost = frozenset(lost)
        self.ran: set[str] = set()
        self.used_waivers: set[str] = set()
        self._doubted: set[Place] = set()

    def doubt(self, places: Iterable[Place]) -> None:
        """Take the dates at these places as unknown from now on, so that no rule draws conclusions from a misprint."""
        self._doubted.update(places)
        self.__dict__.pop("plan", None)

    @cached_property
    def plan(self) -> Plan:
        """The cycle worked out, without the dates that are in doubt."""
        return Plan(doubting(self.cycle, self._doubted) if self._doubted else self.cycle)

    @cached_property
    def dates(self) -> tuple[Stated, ...]:
        """Every date the file states outright, section by section; what leans on something else is not among them."""
        return tuple(stated for walk in (_periods, _programme, _others) for stated in walk(self.cycle))

    @cached_property
    def lost_ids(self) -> frozenset[str]:
        """The last keys of the parts left out, so that what refers to them is not called unknown."""
        return frozenset(place[-1] for place in self.lost if place)

    def spoilt(self, fault: Fault) -> bool:
        """Whether a fault stands on, or leans on, a part that was left out."""
        places = (fault.at.place, *(mark.place for mark in fault.related))
        return any(place[: len(gone)] == gone for gone in self.lost for place in places)

    def incomplete(self, place: Place) -> bool:
        """Whether something in the entry at a place was left out."""
        return any(gone[: len(place)] == place for gone in self.lost)

    @property
    def everyone_read(self) -> bool:
        """Whether all authorities, groups and rounds could be read, so that who is not there is missing."""
        return not any(self.incomplete((section,)) for section in ("authorities", "groups", "rounds"))

    def outside(self, when: When) -> Literal["before", "after", ""]:
        """Return on which side of the cycle a date lies, "" for one that can lie in it."""
        first, last = self.cycle.runs.earliest, self.cycle.runs.latest
        points = when.points if when.form not in ("before", "after") else ()
        if first and any(day < first for day in (*(p.last for p in points), when.latest) if day):
            return "before"
        if last and any(day > last for day in (*(p.first for p in points), when.earliest) if day):
            return "after"
        return ""

    def beyond(self, worked_out: Deadline) -> Literal["before", "after", ""]:
        """Return on which side of the cycle all days of a deadline lie, "" where one of them may lie in it."""
        first, last = self.cycle.runs.earliest, self.cycle.runs.latest
        if first and worked_out.latest and worked_out.latest < first:
            return "before"
        return "after" if last and worked_out.earliest and worked_out.earliest > last else ""


def misnamed(point: Point) -> date | None:
    """Return the day of a point whose weekday is not that of its day, None where nothing is wrong."""
    if not point.weekday:
        return None
    try:
        day = (
            point.first
            if point.first == point.last
            else read_point(point.words.removeprefix("week of ")).first
        )
    except Misread:
        return None
    return day if WEEKDAYS[day.weekday()] != point.weekday else None


def named_days(examined: Examined) -> Iterator[tuple[Stated, Point]]:
    """Yield each single day that the file names for a meeting or a deadline, if its year and weekday can be right.

    `before` a day and `after` a day name a day on which nothing happens.
    """
    for stated in examined.dates:
        if stated.use in ("meeting", "deadline") and stated.when.form not in ("before", "after"):
            for point in stated.when.points:
                if point.first == point.last and not misnamed(point) and not examined.outside(stated.when):
                    yield stated, point


def plain_day(day: date) -> str:
    """Return a day without its weekday: "27 October 2017"."""
    return f"{day.day} {day:%B} {day.year}"


def sourced(cycle: Cycle) -> Iterator[tuple[Place, Entry]]:
    """Yield everything in a file that may quote its source, with its place."""
    sections = ("roles", "bodies", "contacts", "groups", "rounds", "authorities", "documents")
    for section in sections:
        for key, entry in getattr(cycle, section).items():
            yield (section, key), entry
    if cycle.journey:
        yield ("journey",), cycle.journey
    for key, phase in cycle.phases.items():
        yield ("phases", key), phase
        for event_id, event in phase.events.items():
            yield ("phases", key, "events", event_id), event
        for action_id, action in phase.actions.items():
            yield ("phases", key, "actions", action_id), action
    if cycle.next_cycle:
        yield ("next-cycle",), cycle.next_cycle
    for section in ("agendas", "questions"):
        for key, entry in getattr(cycle, section).items():
            yield (section, key), entry


def _periods(cycle: Cycle) -> Iterator[Stated]:
    for key, round_ in cycle.rounds.items():
        yield Stated(("rounds", key, "when"), round_.when, "period", round=key)
    for key, phase in cycle.phases.items():
        yield Stated(("phases", key, "when"), phase.when, "period", phase=key)


def _programme(cycle: Cycle) -> Iterator[Stated]:
    for key, event, phase in cycle.events():
        yield from _cells(cycle, event.date, ("phases", phase, "events", key, "date"), "meeting")
    for key, action, phase in cycle.actions():
        place = ("phases", phase, "actions", key)
        if action.from_ and action.from_.when:
            yield Stated((*place, "from"), action.from_.when, "start", phase)
        yield from _cells(cycle, action.due, (*place, "due"), "deadline")
        for who, exemption in action.except_.items():
            if exemption.due and exemption.due.when:
                yield Stated((*place, "except", who, "due"), exemption.due.when, "deadline", phase)


def _cells(cycle: Cycle, grid: Grid, place: Place, use: Use) -> Iterator[Stated]:
    """Yield the dates of a grid, but for those in rows that name nothing: nobody's."""
    named = (cycle.rounds, cycle.groups, cycle.authorities)
    for path, due in grid.leaves():
        if not all(any(key in held for held in named) for key in path):
            continue
        if due is not None and due.when is not None:
            round_ = next((key for key in path if key in cycle.rounds and use == "meeting"), "")
            yield Stated((*place, *path), due.when, use, place[1], round_)


def _others(cycle: Cycle) -> Iterator[Stated]:
    yield Stated(("runs",), cycle.runs, "other")
    for position, closure in enumerate(cycle.closures):
        yield Stated(("closures", str(position)), closure, "other")
    if cycle.next_cycle:
        yield Stated(("next-cycle", "begins"), cycle.next_cycle.begins, "other")
    for key, question in cycle.questions.items():
        if question.by and question.by[-4:].isdigit():
            try:
                yield Stated(("questions", key, "by"), read_when(question.by), "other")
            except Misread:
                continue
    for key, waiver in cycle.waivers.items():
        yield Stated(("waivers", key, "until"), waiver.until, "other")
