"""An agenda takes longer than its meeting has.

The hours printed beside the items would go on after the end that is printed at the top, and the last items would not be
reached.

Wrong::

    nwadcs-november:
      time: 1:30pm to 4:30pm
      agenda: [{item: Data packs, minutes: 300}, Close]

Right::

    nwadcs-november:
      time: 1:30pm to 4:30pm
      agenda: [{item: Data packs, minutes: 150}, Close]

What is compared
    The `minutes` of all items with the time from start to end. An item for each authority challenged counts for those of
    the meeting as far as they are known, for one at least, with as many `breaks` as stand between them. Items without
    minutes take none, so what is found cannot fit.

See also: missing-place
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from peercycle.diagnostics.fault import Fault, Mark, Severity
from peercycle.model.clock import Clock, clock_text
from peercycle.model.place import Place
from peercycle.model.programme import AgendaItem
from peercycle.rules.examined import Examined
from peercycle.schedule.origins import place_of
from peercycle.schedule.plan import Meeting, Plan, cell
from peercycle.schedule.wording import counted, duration

ID = "agenda-overruns"
SEVERITY: Severity = "warning"
_DAY = 24 * 60


class _Overrun(NamedTuple):
    """A meeting that is too short: its hours, where they stand, and how long its agenda takes for how many turns."""

    meeting: Meeting
    clock: Clock
    place: Place
    needed: int
    turns: int


def check(examined: Examined) -> Iterator[Fault]:
    """Yield a fault for each time in the file that is too short, with the longest agenda it must hold."""
    plan = examined.plan
    found: dict[Place, list[_Overrun]] = {}
    for meeting in plan.meetings:
        if plan.event(meeting).agenda and (overrun := _overrun(plan, meeting)):
            found.setdefault(overrun.place, []).append(overrun)
    for overruns in found.values():
        yield _fault(plan, max(overruns, key=lambda each: each.needed))


def _overrun(plan: Plan, meeting: Meeting) -> _Overrun | None:
    event = plan.event(meeting)
    clock: Clock | None = cell(event.time, meeting.subject)
    if event.time is None or clock is None or _length(clock) is None:
        return None
    items, _ = _agenda(plan, meeting)
    turns = _turns(plan, meeting) if any(item.each for item in items) else 0
    needed = sum(_minutes(item, turns) for item in items)
    if needed <= (_length(clock) or 0):
        return None
    return _Overrun(meeting, clock, place_of(plan, meeting.event, "time", meeting.subject), needed, turns)


def _length(clock: Clock) -> int | None:
    """Return the minutes from start to end, None where one of the two is not known."""
    if clock.start is None or clock.end is None:
        return None
    return (_of_day(clock.end.hour, clock.end.minute) or _DAY) - _of_day(clock.start.hour, clock.start.minute)


def _of_day(hour: int, minute: int) -> int:
    return hour * 60 + minute


def _agenda(plan: Plan, meeting: Meeting) -> tuple[Sequence[AgendaItem], Place]:
    """Return the items of a meeting and where they stand; none for a shared agenda that is not in the file."""
    held = plan.event(meeting).agenda
    if isinstance(held, str):
        shared = plan.cycle.agendas.get(held)
        return (shared.items if shared else ()), ("agendas", held)
    return held or (), plan.place(meeting.event, "agenda")


def _turns(plan: Plan, meeting: Meeting) -> int:
    """Return how many authorities are known to be challenged at a meeting, one at least."""
    subject = meeting.subject
    if subject.authority or not (subject.group or subject.round):
        return 1
    return max(1, len(plan.cast.turn(subject.round, subject.group)))


def _minutes(item: AgendaItem, turns: int) -> int:
    """Return how long an item takes, with its turns and what stands between them."""
    minutes = item.minutes or 0
    if not item.each:
        return minutes
    return turns * minutes + sum(between.minutes or 0 for between in item.breaks[: turns - 1])


def _fault(plan: Plan, overrun: _Overrun) -> Fault:
    meeting, clock, place, needed, turns = overrun
    available = _length(clock) or 0
    items, agenda = _agenda(plan, meeting)
    counts = f" with {counted(turns, plan.cycle.words.authority)}" if turns else ""
    least = "" if all(item.minutes is not None for item in items) else "at least "
    return Fault(
        f"the agenda of {meeting.id} takes {duration(needed - available)} more than its time",
        Mark(place, f"= {duration(available)}"),
        _hint(clock, needed),
        (Mark(agenda, f"{least}{duration(needed)} in all{counts}", on="key"),),
    )


def _hint(clock: Clock, needed: int) -> str:
    start = clock.start
    end = _of_day(start.hour, start.minute) + needed if start else _DAY
    if start is None or end >= _DAY:
        return "Shorten the items."
    until = start.replace(hour=end // 60, minute=end % 60)
    return f"Shorten the items, or write: {'TBC ' if clock.tbc else ''}{clock_text(start)} to {clock_text(until)}"
