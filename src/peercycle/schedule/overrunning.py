"""How long a meeting's agenda takes, and whether that is more than its time."""

from collections.abc import Sequence
from typing import NamedTuple

from peercycle.model.clock import Clock
from peercycle.model.programme import AgendaItem
from peercycle.schedule.plan import Meeting, Plan, cell

DAY = 24 * 60
"""Minutes in a day."""


class Overrun(NamedTuple):
    """A meeting that is too short: its hours, the minutes it has and those that its agenda takes for how many turns.

    `timed` is false where an item has no minutes, `counted` where more turns may come: then it takes what is `needed` at least.
    """

    clock: Clock
    available: int
    needed: int
    turns: int
    timed: bool
    counted: bool


def overrun(plan: Plan, meeting: Meeting) -> Overrun | None:
    """Return by how much a meeting is too short, None where it is not as far as is known."""
    clock: Clock | None = cell(plan.event(meeting).time, meeting.subject)
    available = _length(clock) if clock else None
    if clock is None or available is None:
        return None
    items = items_of(plan, meeting)
    timed = all(item.minutes is not None for item in items)
    subject, counts = meeting.subject, any(item.each for item in items)
    one = bool(subject.authority) or not (subject.group or subject.round)
    count = max(1, len(turns(plan, meeting))) if counts else 0
    needed = sum(_minutes(item, count) for item in items)
    known = not counts or one or plan.cast.memberships_known()
    return Overrun(clock, available, needed, count, timed, known) if needed > available else None


def items_of(plan: Plan, meeting: Meeting) -> Sequence[AgendaItem]:
    """Return the items of a meeting's agenda; none for a shared one that is not in the file."""
    held = plan.event(meeting).agenda
    if isinstance(held, str):
        shared = plan.cycle.agendas.get(held)
        return shared.items if shared else ()
    return held or ()


def turns(plan: Plan, meeting: Meeting) -> tuple[str, ...]:
    """Return the authorities known to be challenged at a meeting, in the order of their rows; its own where it is one's."""
    subject = meeting.subject
    if subject.authority:
        return (subject.authority,)
    if not subject.round and not subject.group:
        return ()
    return plan.cast.turn(subject.round, subject.group)


def of_day(hour: int, minute: int) -> int:
    """Return the minutes from midnight."""
    return hour * 60 + minute


def _length(clock: Clock) -> int | None:
    """Return the minutes from start to end, None where one of the two is not known."""
    if clock.start is None or clock.end is None:
        return None
    return (of_day(clock.end.hour, clock.end.minute) or DAY) - of_day(clock.start.hour, clock.start.minute)


def _minutes(item: AgendaItem, count: int) -> int:
    """Return how long an item takes, with its turns and what stands between them."""
    minutes = item.minutes or 0
    if not item.each:
        return minutes
    return count * minutes + sum(between.minutes or 0 for between in item.breaks[: count - 1])
