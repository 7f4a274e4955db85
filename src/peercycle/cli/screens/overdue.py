"""What is overdue once there is a log: by how late, each owner with how far it has come, whose move it is, what it holds up."""

from collections.abc import Iterator, Sequence
from typing import Final

from peercycle.cli.screen import Line, beside
from peercycle.cli.screens.causes import Blocked, not_held, waiting
from peercycle.cli.screens.dated import COLUMN, long_heading
from peercycle.model.when import long_date
from peercycle.schedule import names
from peercycle.schedule.recorded import signatures, unsent
from peercycle.schedule.status import Standing, Status

NAMED: Final = 4
"""How many owners are named before they are only counted."""


def overdue_lines(status: Status, columns: int) -> Iterator[Line]:
    """Yield the overdue tasks, the earliest first, then the meetings past their day that are not recorded as held.

    What is overdue because of something else stands under that.
    """
    blocked = Blocked(status)
    own_move = [s for s in status.standings if s.state == "overdue" and not s.roots]
    yield from late_lines(status, own_move, blocked, columns)
    past = [meeting for meeting in status.plan.meetings if status.late(meeting)]
    if past:
        yield from long_heading("Not recorded as held", columns, "late")
    for meetings in not_held(status, past):
        yield from beside(meetings.day, meetings.text, 2, COLUMN, columns)
        yield from _blocks(blocked, meetings.ids, COLUMN, columns)


def late_lines(status: Status, overdue: Sequence[Standing], blocked: Blocked, columns: int) -> Iterator[Line]:
    """Yield overdue tasks, those as late as one another under one heading, with what each holds up."""
    days: dict[tuple[int, str], list[Standing]] = {}
    for standing in sorted(overdue, key=lambda s: -(s.days_late or 0)):
        days.setdefault((standing.days_late or 0, standing.task.due.brief), []).append(standing)
    rows = {key: list(_rows(status, standings)) for key, standings in days.items()}
    named = [len(owner) for held in rows.values() for owner, _, _ in held]
    column = min(COLUMN, 4 + max(named, default=0))
    for (late, due), held in rows.items():
        yield from long_heading(
            f"Overdue, {late} day{'' if late == 1 else 's'} late (due {due})", columns, "late"
        )
        for owners, text, group in held:
            yield from beside(owners, text, 2, column, columns)
            yield from _blocks(blocked, [s.task.id for s in group], column, columns)


def _blocks(blocked: Blocked, ids: Sequence[str], column: int, columns: int) -> Iterator[Line]:
    if held_up := blocked.told(ids):
        yield from beside("", f"blocks {held_up}", 2, column, columns, ("", "warning"))


def _owner(status: Status, standing: Standing) -> str:
    return names.subject(status.plan.cycle, standing.task.owner)


def _rows(status: Status, standings: Sequence[Standing]) -> Iterator[tuple[str, str, list[Standing]]]:
    """Yield owners, what they owe and how far it is: those alike on one row, those with most to do first."""
    by_owner: dict[str, list[Standing]] = {}
    for standing in standings:
        by_owner.setdefault(_owner(status, standing), []).append(standing)
    alike: dict[tuple[str, ...], list[str]] = {}
    held: dict[tuple[str, ...], list[Standing]] = {}
    for owner, owed in by_owner.items():
        texts = tuple(_texts(status, owed))
        alike.setdefault(texts, []).append(owner)
        held.setdefault(texts, []).extend(owed)
    for texts, owners in sorted(alike.items(), key=lambda pair: -len(held[pair[0]]) // len(pair[1])):
        if len(owners) == 1:
            yield owners[0], "; ".join(texts), held[texts]
        else:
            whose = (
                ", ".join(owners)
                if len(owners) <= NAMED
                else names.authorities(status.plan.cycle, len(owners))
            )
            yield "", f"{whose}: {'; '.join(texts)}", held[texts]


def _texts(status: Status, owed: Sequence[Standing]) -> Iterator[str]:
    """Yield what one owner owes, the actions that are equally far together."""
    by_state: dict[str, dict[str, int]] = {}
    for standing in owed:
        counts = by_state.setdefault(so_far(status, standing), {})
        counts[standing.task.action] = counts.get(standing.task.action, 0) + (
            standing.task.subject.count or 1
        )
    for state, counts in by_state.items():
        actions = [f"{action} ({count})" if count > 1 else action for action, count in counts.items()]
        yield f"{', '.join(actions)}: {state}"


def so_far(status: Status, standing: Standing) -> str:
    """Return how far a task has come and whom it waits for: "2 of 3 signed, waiting on the Chief Executive since ..."."""
    recorded = standing.recorded
    if standing.roots:
        return waiting(status, [standing])
    if recorded.last is None:
        return "nothing recorded"
    sign_off = status.plan.action(standing.task).sign_off
    alone = sum(len(step) for step in sign_off) == 1
    parts = ["sent"] if recorded.sent else []
    if (signed := signatures(sign_off, recorded)) and (not alone or unsent(recorded)):
        parts.append(signed)
    turn = [f"the {names.signatory(status.plan.cycle, role)}" for role in recorded.turn]
    if turn:
        whose = f"{turn[0]}'s signature" if alone else " and ".join(turn)
        parts.append(f"waiting on {whose} since {long_date(recorded.last)}")
    elif parts and unsent(recorded):
        parts.append(f"since {long_date(recorded.last)}")
    return ", ".join(parts) or f"begun on {long_date(recorded.last)}"
