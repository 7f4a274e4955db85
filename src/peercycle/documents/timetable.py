"""The order of a meeting: a slot for each authority challenged, breaks between them, and the clock where it is known."""

from collections.abc import Iterator
from datetime import time
from typing import NamedTuple

from peercycle.documents.edition import Edition
from peercycle.model.clock import clock_text
from peercycle.model.programme import AgendaItem
from peercycle.schedule import overrunning
from peercycle.schedule.arrangements import arrangements
from peercycle.schedule.plan import Meeting


class Slot(NamedTuple):
    """One line of the order of the day.

    `authority` is whose turn it is, None for all else; `every` is true of the one line that stands for turns whose
    names are still to be confirmed; `times` is "" where the start or a length before it is not known.
    """

    item: AgendaItem
    authority: str | None = None
    every: bool = False
    between: bool = False
    times: str = ""


class Order(NamedTuple):
    """The lines of a meeting in order; `suggested` is the reason given where the agenda is only a suggestion."""

    slots: tuple[Slot, ...]
    suggested: str | None
    turn: AgendaItem | None


def order_of(edition: Edition, meeting: Meeting) -> Order:
    """Return the order of a meeting; no lines where the file gives no agenda."""
    held = edition.plan.event(meeting).agenda
    shared = edition.cycle.agendas.get(held) if isinstance(held, str) else None
    items = overrunning.items_of(edition.plan, meeting)
    slots = [slot for item in items for slot in _slots(edition, meeting, item)]
    turn = next((item for item in items if item.each), None)
    return Order(tuple(_timed(edition, meeting, slots)), shared.suggested if shared else None, turn)


def turns(edition: Edition, meeting: Meeting) -> tuple[str, ...]:
    """Return the authorities known to be challenged at a meeting, in the order of their rows; its own where it is one's."""
    return overrunning.turns(edition.plan, meeting)


def turns_known(edition: Edition) -> bool:
    """Whether it is known of every authority at which meeting it is challenged."""
    return edition.plan.cast.memberships_known()


def _slots(edition: Edition, meeting: Meeting, item: AgendaItem) -> Iterator[Slot]:
    if not item.each:
        yield Slot(item)
        return
    named = turns(edition, meeting)
    for position, authority in enumerate(named):
        if 0 < position <= len(item.breaks):
            yield Slot(item.breaks[position - 1], between=True)
        yield Slot(item, authority)
    if not named or not turns_known(edition):
        yield Slot(item, every=True)


def _timed(edition: Edition, meeting: Meeting, slots: list[Slot]) -> Iterator[Slot]:
    clock = arrangements(edition.plan, meeting).time
    known = clock is not None and clock.start is not None
    at = clock.start.hour * 60 + clock.start.minute if clock and clock.start else 0
    for slot in slots:
        known = known and slot.item.minutes is not None and not slot.every
        end = at + (slot.item.minutes or 0)
        yield slot._replace(times=f"{_hour(at)} to {_hour(end)}") if known else slot
        at = end


def _hour(minutes: int) -> str:
    return clock_text(time(minutes % overrunning.DAY // 60, minutes % 60))


def minutes_in_all(order: Order, count: int) -> int | None:
    """Return how long a meeting lasts with a number of authorities challenged; None where a length is not known."""
    turn = order.turn
    around = [slot.item.minutes for slot in order.slots if slot.item is not turn and not slot.between]
    if turn is None or turn.minutes is None or None in around:
        return None
    breaks = [item.minutes or 0 for item in turn.breaks[: max(0, count - 1)]]
    return sum(minutes or 0 for minutes in around) + count * turn.minutes + sum(breaks)


def possible_turns(edition: Edition) -> list[int]:
    """Return how many authorities may be challenged at one meeting when rounds divide evenly over the groups, most first."""
    groups = len(edition.cycle.groups)
    counts = [round_.authorities for round_ in edition.cycle.rounds.values() if round_.authorities]
    if not groups:
        return []
    return sorted(
        {share for count in counts for share in (count // groups, -(-count // groups))}, reverse=True
    )
