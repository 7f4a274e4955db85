"""Rows put in order: by the day at which each stands, and none before the meeting or the task it comes after."""

from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple

from peercycle.documents.entries import Row
from peercycle.model.due import Due
from peercycle.schedule.deadline import Deadline
from peercycle.schedule.plan import Plan
from peercycle.schedule.subject import Subject

Rank = tuple[bool, date, date, int]
_ROUNDS: Final = 20
"""How often rows are moved behind one another: few in any real cycle, and an end where they lean in a circle."""


class Placed(NamedTuple):
    """A row with its days, the ids of the meetings or the task it is of, and of those that it comes after."""

    due: Deadline
    row: Row
    ids: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


def leaned_on(plan: Plan, due: Due, subject: Subject) -> tuple[str, ...]:
    """Return the ids of the meetings, or of the tasks, that a deadline of the file comes after or falls on."""
    if due.anchor is None or due.with_action or due.relation == "before":
        return ()
    ref = due.anchor.ref
    tasks = [task.id for task in plan.tasks_of(ref) if subject.agrees(task.subject)]
    return (*(meeting.id for meeting in plan.own(ref, subject)), *tasks)


def in_order(placed: Sequence[Placed]) -> list[Row]:
    """Return rows by the day at which each stands; what has no day to hold to comes last."""
    by_id: dict[str, list[int]] = {}
    for position, one in enumerate(placed):
        for key in one.ids:
            by_id.setdefault(key, []).append(position)
    before = [
        {at for key in one.after for at in by_id.get(key, ())} - {place} for place, one in enumerate(placed)
    ]
    own = [_own(one.due) for one in placed]
    ranks = list(own)
    for _ in range(_ROUNDS):
        known = list(ranks)
        for place, others in enumerate(before):
            if others:
                ranks[place] = max(own[place], _behind(min(ranks[at] for at in others)))
        if ranks == known:
            break
    return [placed[place].row for place in sorted(range(len(placed)), key=lambda place: ranks[place])]


def _own(due: Deadline) -> Rank:
    return due.tbc and due.latest is None, due.order, due.latest or date.max, 0


def _behind(rank: Rank) -> Rank:
    return *rank[:3], rank[3] + 1
