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
    minutes take none, so what is found cannot fit. The agenda says so itself, below the order of the day, where the time is
    sure.

See also: missing-place
"""

from collections.abc import Iterator
from typing import NamedTuple

from peercycle.diagnostics.fault import Fault, Mark, Severity
from peercycle.model.clock import Clock, clock_text
from peercycle.model.place import Place
from peercycle.rules.examined import Examined
from peercycle.schedule.origins import place_of
from peercycle.schedule.overrunning import DAY, Overrun, of_day, overrun
from peercycle.schedule.plan import Meeting, Plan
from peercycle.schedule.wording import counted, duration

ID = "agenda-overruns"
SEVERITY: Severity = "warning"


class _Short(NamedTuple):
    """A meeting that is too short, and by how much."""

    meeting: Meeting
    by: Overrun


def check(examined: Examined) -> Iterator[Fault]:
    """Yield a fault for each time in the file that is too short, with the longest agenda it must hold."""
    plan = examined.plan
    found: dict[Place, list[_Short]] = {}
    for meeting in plan.meetings:
        if plan.event(meeting).agenda and (by := overrun(plan, meeting)):
            place = place_of(plan, meeting.event, "time", meeting.subject)
            found.setdefault(place, []).append(_Short(meeting, by))
    for place, short in found.items():
        yield _fault(plan, place, max(short, key=lambda each: each.by.needed))


def _fault(plan: Plan, place: Place, short: _Short) -> Fault:
    meeting, by = short
    counts = f" with {counted(by.turns, plan.cycle.words.authority)}" if by.turns else ""
    least = "" if by.timed else "at least "
    return Fault(
        f"the agenda of {meeting.id} takes {duration(by.needed - by.available)} more than its time",
        Mark(place, f"= {duration(by.available)}"),
        _hint(by.clock, by.needed),
        (Mark(_agenda(plan, meeting), f"{least}{duration(by.needed)} in all{counts}", on="key"),),
    )


def _agenda(plan: Plan, meeting: Meeting) -> Place:
    """Return where the items of a meeting stand."""
    held = plan.event(meeting).agenda
    return ("agendas", held) if isinstance(held, str) else plan.place(meeting.event, "agenda")


def _hint(clock: Clock, needed: int) -> str:
    start = clock.start
    end = of_day(start.hour, start.minute) + needed if start else DAY
    if start is None or end >= DAY:
        return "Shorten the items."
    until = start.replace(hour=end // 60, minute=end % 60)
    return f"Shorten the items, or write: {'TBC ' if clock.tbc else ''}{clock_text(start)} to {clock_text(until)}"
