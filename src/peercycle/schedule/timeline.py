"""Everything of a cycle in the order of its days: meetings, and work gathered where equal."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from peercycle.schedule import names
from peercycle.schedule.deadline import Deadline
from peercycle.schedule.papers import Step, when
from peercycle.schedule.plan import Meeting, Plan, Task


class Row(NamedTuple):
    """One line: a meeting, or the work of one owner (or equal owners) due at the same time.

    `what` is the meeting's name or the actions' ids; `who` is "" for a meeting; `count` how many owners or authorities.
    """

    phase: str
    date: Deadline
    what: tuple[str, ...]
    who: str
    meeting: bool
    count: int | None
    ids: tuple[str, ...]

    @property
    def sort(self) -> tuple[date, date, bool]:
        """The first day it can fall on, for sorting; what nothing bounds comes last."""
        first = self.date.earliest or self.date.latest or date.max
        return first, self.date.latest or date.max, not self.meeting


class Timeline(NamedTuple):
    """The rows phase by phase, each phase's in the order of its days, and how many actions are left out."""

    rows: tuple[Row, ...]
    untracked: int
    suggested: int


def timeline(plan: Plan, steps: Iterable[Step] | None = None) -> Timeline:
    """Return the timeline of a plan, or of these meetings and tasks of it."""
    chosen = (*plan.meetings, *plan.tasks) if steps is None else tuple(steps)
    meetings = [step for step in chosen if isinstance(step, Meeting)]
    tasks = [step for step in chosen if isinstance(step, Task) and plan.counted(step)]
    rows = [*_meetings(plan, meetings), *_work(plan, tasks)]
    order = {phase: position for position, phase in enumerate(plan.cycle.phases)}
    rows.sort(key=lambda row: (order[row.phase], *row.sort))
    left = {task.action for task in chosen if isinstance(task, Task)} - {task.action for task in tasks}
    suggested = sum(plan.actions[action][0].suggested is not None for action in left)
    return Timeline(tuple(rows), len(left) - suggested, suggested)


def _meetings(plan: Plan, meetings: list[Meeting]) -> list[Row]:
    gathered: dict[tuple[str, Deadline], list[Meeting]] = {}
    for meeting in meetings:
        alike = meeting.date if not meeting.date.day else meeting.date._replace(words=meeting.id)
        gathered.setdefault((meeting.event, alike), []).append(meeting)
    rows = []
    for alike in gathered.values():
        first = alike[0]
        name = names.meeting(plan, first) if len(alike) == 1 else plan.event(first).title
        count = None if len(alike) == 1 else len(alike)
        rows.append(Row(first.phase, when(first), (name,), "", True, count, tuple(m.id for m in alike)))  # noqa: FBT003
    return rows


def _work(plan: Plan, tasks: list[Task]) -> list[Row]:
    by_action: dict[tuple[str, Deadline], list[Task]] = {}
    for task in tasks:
        by_action.setdefault((task.action, task.due), []).append(task)
    gathered: dict[tuple[str, Deadline, str, int | None], list[list[Task]]] = {}
    for (_, due), alike in by_action.items():
        key = (alike[0].phase, due, owners(plan, alike), _count(alike))
        gathered.setdefault(key, []).append(alike)
    return [
        Row(phase, due, tuple(group[0].action for group in groups), who, False, count, _ids(groups))  # noqa: FBT003
        for (phase, due, who, count), groups in gathered.items()
    ]


def _count(tasks: list[Task]) -> int | None:
    counts = [task.subject.count for task in tasks]
    total = None if None in counts else sum(count or 0 for count in counts)
    return None if total == 1 else total


def _ids(groups: list[list[Task]]) -> tuple[str, ...]:
    return tuple(task.id for group in groups for task in group)


def owners(plan: Plan, tasks: list[Task]) -> str:
    """Return the owners of equal tasks in words: one by name, several by kind and number."""
    owner_names = list(dict.fromkeys(names.owner(plan, task) for task in tasks))
    if len(owner_names) == 1:
        return owner_names[0]
    party = plan.action(tasks[0]).owner
    if party.role:
        return f"{len(owner_names)} {names.role(plan.cycle, party.role)}s"
    if all(task.owner.authority for task in tasks):
        return names.authorities(plan.cycle, len(owner_names))
    return (
        f"each {plan.cycle.words.group}"
        if all(task.owner.group for task in tasks)
        else "; ".join(owner_names)
    )
