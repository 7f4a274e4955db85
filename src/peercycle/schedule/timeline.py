"""Everything of a cycle in the order of its days: meetings, and work gathered where equal."""

from collections.abc import Iterable
from datetime import date as Day  # noqa: N812 - a row has a field of that name
from typing import Final, NamedTuple

from peercycle.schedule import names
from peercycle.schedule.deadline import UNKNOWN, Deadline, together
from peercycle.schedule.outlines import LEAD_CHALLENGER
from peercycle.schedule.papers import Step
from peercycle.schedule.plan import Meeting, Plan, Task
from peercycle.schedule.subject import Subject

LAST: Final = Day.max


class Row(NamedTuple):
    """One line: a meeting, or the work of one owner (or equal owners) due at the same time.

    `what` is the meeting's name or the actions' ids; `who` is "" for a meeting; `count` how many owners or authorities.
    """

    phase: str
    date: Deadline
    what: tuple[str, ...]
    who: str
    meeting: bool
    count: int | None  # type: ignore[assignment]  # no row is asked how often it holds a thing
    ids: tuple[str, ...]

    @property
    def sort(self) -> tuple[Day, Day, bool, str]:
        """The day at which it stands, for sorting; what nothing bounds comes last."""
        return self.date.order, self.date.latest or LAST, not self.meeting, self.date.brief


class Timeline(NamedTuple):
    """The rows phase by phase, each phase's in the order of its days, and how many actions are left out."""

    rows: tuple[Row, ...]
    untracked: int
    suggested: int


def timeline(plan: Plan, steps: Iterable[Step] | None = None, *, in_words: bool = False) -> Timeline:
    """Return the timeline of a plan, or of these meetings and tasks of it.

    Work is one row where it is due on the same day; with `in_words`, where the file says the same of it: "before own
    forum" stands for all the days that this means, at the first of them.
    """
    chosen = (*plan.meetings, *plan.tasks) if steps is None else tuple(steps)
    meetings = [step for step in chosen if isinstance(step, Meeting)]
    tasks = [step for step in chosen if isinstance(step, Task) and plan.counted(step)]
    rows = [*_meetings(plan, meetings, in_words=in_words), *_work(plan, tasks, in_words=in_words)]
    order = {phase: position for position, phase in enumerate(plan.cycle.phases)}
    rows.sort(key=lambda row: (order[row.phase], *row.sort))
    left = {task.action for task in chosen if isinstance(task, Task)} - {task.action for task in tasks}
    suggested = sum(plan.actions[action][0].suggested is not None for action in left)
    return Timeline(tuple(rows), len(left) - suggested, suggested)


def _meetings(plan: Plan, meetings: list[Meeting], *, in_words: bool) -> list[Row]:
    gathered: dict[tuple[str, str | Deadline], list[Meeting]] = {}
    for meeting in meetings:
        by_itself = meeting.date.day and not (in_words and leans(meeting.date))
        alike = meeting.id if by_itself else _alike(meeting.date, in_words=in_words)
        gathered.setdefault((meeting.event, alike), []).append(meeting)
    rows = []
    for found in gathered.values():
        first = found[0]
        title = names.meeting(plan, first) if len(found) == 1 else plan.event(first).title
        count = None if len(found) == 1 else len(found)
        days = together([meeting.date for meeting in found])
        ids = tuple(meeting.id for meeting in found)
        rows.append(Row(first.phase, days, (title,), who="", meeting=True, count=count, ids=ids))
    return rows


def _work(plan: Plan, tasks: list[Task], *, in_words: bool) -> list[Row]:
    by_action: dict[tuple[str, str | Deadline], list[Task]] = {}
    for task in tasks:
        by_action.setdefault((task.action, _alike(task.due, in_words=in_words)), []).append(task)
    gathered: dict[tuple[str, Deadline, str, int | None], list[list[Task]]] = {}
    for alike in by_action.values():
        days = together([task.due for task in alike])
        gathered.setdefault((alike[0].phase, days, owners(plan, alike), _count(alike)), []).append(alike)
    return [
        Row(
            phase,
            days,
            tuple(group[0].action for group in groups),
            who,
            meeting=False,
            count=count,
            ids=_ids(groups),
        )
        for (phase, days, who, count), groups in gathered.items()
    ]


def _alike(deadline: Deadline, *, in_words: bool) -> str | Deadline:
    """Return what is the same for work that goes on one row; `with ACTION` has the very day of that action."""
    return deadline.words if in_words and not deadline.words.startswith("with ") else deadline


def leans(deadline: Deadline) -> bool:
    """Whether a deadline is worded by what it leans on, rather than as a date, which ends in a year."""
    last = deadline.words.split()[-1]
    return deadline.words != UNKNOWN.words and not (last[:4].isdigit() and len(last) in (4, 10))


def _count(tasks: list[Task]) -> int | None:
    counts = [task.subject.count for task in tasks]
    total = None if None in counts else sum(count or 0 for count in counts)
    return None if total == 1 else total


def _ids(groups: list[list[Task]]) -> tuple[str, ...]:
    return tuple(task.id for group in groups for task in group)


def owners(plan: Plan, tasks: list[Task]) -> str:
    """Return the owners of equal tasks in words: one by name, several by kind and number."""
    cycle, whose = plan.cycle, tuple(dict.fromkeys(task.owner for task in tasks))
    if len(whose) == 1:
        return names.owner(plan, tasks[0])
    if all(owner.authority or owner.unnamed for owner in whose):
        role = plan.action(tasks[0]).owner.role
        if role == LEAD_CHALLENGER:
            return f"lead challengers of {names.authorities(cycle, len(tasks))}"
        return _number(plan, whose, f"{names.role(cycle, role)}s" if role else "")
    groups = {owner.group for owner in whose}
    if None in groups:
        return "; ".join(dict.fromkeys(names.owner(plan, task) for task in tasks))
    if len(groups) == 1:
        return names.owner(plan, tasks[0])
    word = cycle.words.group
    return f"each {word}" if groups == set(cycle.groups) else f"{len(groups)} {word}s"


def _number(plan: Plan, whose: tuple[Subject, ...], called: str) -> str:
    """Return how many authorities, or holders of a role in them, and how many of these are not yet named."""
    counts = [owner.count for owner in whose]
    total = None if None in counts else sum(filter(None, counts))
    unnamed = [owner.count or 0 for owner in whose if owner.unnamed]
    said = (
        f"{'some' if total is None else total} {called}" if called else names.authorities(plan.cycle, total)
    )
    if not unnamed:
        return said
    if total is None or sum(unnamed) == total:
        return f"{said}, {'not yet named' if len(unnamed) == len(whose) else 'some not yet named'}"
    return f"{said}, {sum(unnamed)} not yet named"
