"""Who is to be reminded of what on a day, on which step of the ladder of reminders, and which role is written to."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final, NamedTuple

from peercycle.model.working_days import shift
from peercycle.progress.record import Record
from peercycle.schedule.plan import Task
from peercycle.schedule.status import Standing, Status

SIGNATORY: Final = "signatory"
"""What a step of the ladder writes to where it is whoever's signature is missing."""
ANSWER_IN: Final = 5
"""Working days within which an answer is asked for."""


class Step(NamedTuple):
    """One step of the ladder: how long after the deadline, and the role it writes to."""

    amount: int
    unit: str
    to: str


class Letter(NamedTuple):
    """One reminder: to whom, on which step from 1, of which tasks, with the reminder before it if there was one.

    `owner` is the id of an authority or a body; `to` the role written to, a body's own id where it has no roles, and
    `copied` the role that gets a copy, "" for none. `answer_by` is the day by which an answer is asked for.
    """

    owner: str
    to: str
    copied: str
    step: int
    owed: tuple[Standing, ...]
    before: Record | None
    answer_by: date


class Chase(NamedTuple):
    """What is to be done on a day: letters, and by owner what is the team's own and what is past the last step."""

    letters: tuple[Letter, ...]
    own: dict[str, list[Standing]]
    past_last: dict[str, list[Standing]]
    waiting: dict[str, list[Standing]]


def ladder(status: Status) -> tuple[Step, ...]:
    """Return the steps of the file's ladder; where it has none, one: the day after, to the first role of the file."""
    steps = tuple(
        Step(reminder.after.amount, reminder.after.unit, reminder.to)
        for reminder in status.plan.cycle.reminders
    )
    return steps or (Step(1, "working day", next(iter(status.plan.cycle.roles), "")),)


def chase(status: Status, team: str | None) -> Chase:
    """Return the reminders of a day; `team` is the body of the coordinator, whose own tasks nobody writes about."""
    steps = ladder(status)
    due: dict[tuple[str, int, str, str], list[Standing]] = {}
    own: dict[str, list[Standing]] = {}
    past_last: dict[str, list[Standing]] = {}
    waiting: dict[str, list[Standing]] = {}
    for owner, owed in _owed(status).items():
        for standing in owed:
            sent = _sent(status, standing.task)
            if owner == team:
                own.setdefault(owner, []).append(standing)
            elif sent >= len(steps):
                past_last.setdefault(owner, []).append(standing)
            elif not _is_time(status, standing.task, steps[sent]):
                waiting.setdefault(owner, []).append(standing)
            else:
                to, copied = _addressed(status, standing, owner, steps, sent)
                due.setdefault((owner, sent + 1, to, copied), []).append(standing)
    answer_by = shift(status.on, ANSWER_IN, "working day", status.plan.calendar)
    letters = tuple(
        Letter(owner, to, copied, step, tuple(owed), _last(status, owed), answer_by)
        for (owner, step, to, copied), owed in due.items()
    )
    return Chase(letters, own, past_last, waiting)


def _owed(status: Status) -> dict[str, list[Standing]]:
    """Return the overdue tasks that are their owner's own move, by owner, but for those that doing another settles."""
    found: dict[str, list[Standing]] = {}
    for standing in status.standings:
        owner = standing.task.owner.authority or standing.task.owner.body
        if standing.state == "overdue" and not standing.roots and owner:
            found.setdefault(owner, []).append(standing)
    return {owner: _without_settled(status, owed) for owner, owed in found.items()}


def _without_settled(status: Status, owed: Sequence[Standing]) -> list[Standing]:
    needed = {
        (document, standing.task.subject.authority)
        for standing in owed
        for document in status.plan.action(standing.task).needs
    }
    return [
        standing
        for standing in owed
        if not any(
            (document, standing.task.subject.authority) in needed
            for document in status.plan.action(standing.task).produces
        )
    ]


def _sent(status: Status, task: Task) -> int:
    """Return the last step on which a reminder of a task was sent, 0 before the first."""
    return max((record.step for record in status.progress.chased.get(task.id, ())), default=0)


def _is_time(status: Status, task: Task, step: Step) -> bool:
    latest = task.due.latest
    return latest is not None and shift(latest, step.amount, step.unit, status.plan.calendar) <= status.on


def _addressed(
    status: Status, standing: Standing, owner: str, steps: Sequence[Step], sent: int
) -> tuple[str, str]:
    """Return the role a reminder is written to and the one that gets a copy; a body is written to as itself."""
    if owner in status.plan.cycle.bodies:
        return owner, ""
    first = next((step.to for step in steps if step.to != SIGNATORY), next(iter(status.plan.cycle.roles), ""))
    wanted = steps[sent].to
    if wanted != SIGNATORY:
        return wanted, "" if sent == 0 or wanted == first else first
    turn = next((role for role in standing.recorded.turn if role in status.plan.cycle.roles), first)
    return turn, "" if turn == first else first


def _last(status: Status, owed: Iterable[Standing]) -> Record | None:
    """Return the last reminder of any of these tasks."""
    sent = [record for standing in owed for record in status.progress.chased.get(standing.task.id, ())]
    return max(sent, key=lambda record: record.order, default=None)


def records(status: Status, letters: Iterable[Letter], day: date, note: str) -> list[Record]:
    """Return the records, without ids, of these letters having been sent."""
    return [
        Record("", "", "", "chased", day, role=letter.to, note=note, step=letter.step)._replace(
            authority=letter.owner if letter.owner in status.plan.cycle.authorities else None,
            tasks=tuple(standing.task.id for standing in letter.owed),
        )
        for letter in letters
    ]
