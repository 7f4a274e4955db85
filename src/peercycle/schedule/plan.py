"""A cycle worked out: every meeting and every task, with its days. The one place where tasks are expanded."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar

from peercycle.model.cycle import Cycle
from peercycle.model.due import Due
from peercycle.model.fields import Grid
from peercycle.model.place import Place
from peercycle.model.programme import Action, Event
from peercycle.model.working_days import WorkingDays
from peercycle.schedule.cast import Cast
from peercycle.schedule.deadline import Deadline
from peercycle.schedule.leaning import Leaning
from peercycle.schedule.outlines import Outline, Outlines, ids
from peercycle.schedule.subject import Subject


class Meeting(NamedTuple):
    """One holding of an event: `forum/december/bpn-trafford`."""

    id: str
    event: str
    phase: str
    subject: Subject
    date: Deadline


class Task(NamedTuple):
    """One action for one owner, and for one meeting where it repeats over meetings.

    `owner` is whose move it is, `subject` the authority or group it is counted for, `event` the id of its meeting or of
    the round of meetings it may be, `start` the day it may begin.
    """

    id: str
    action: str
    phase: str
    owner: Subject
    subject: Subject
    event: str | None
    due: Deadline
    start: Deadline | None

    @property
    def authority(self) -> str | None:
        """The authority whose task it is, or for which somebody else does it; None for a body's or a group's."""
        return self.owner.authority or self.subject.authority

    @property
    def about(self) -> str | None:
        """The other authority that it is about, where one challenges another; else None."""
        return self.subject.authority if self.subject.authority != self.authority else None


Item = TypeVar("Item", Meeting, Task)


class Plan:
    """Everything that follows from a cycle file without a date: built once, asked by rules, status and documents."""

    def __init__(
        self,
        cycle: Cycle,
        happened: Mapping[str, date] = MappingProxyType({}),
        outlines: Outlines | None = None,
        agreed: Mapping[str, date] = MappingProxyType({}),
    ) -> None:
        self.cycle = cycle
        self.agreed = agreed
        self.calendar = WorkingDays(
            (when.earliest, when.latest) for when in cycle.closures if when.earliest and when.latest
        )
        self._outlines = outlines or Outlines(cycle, Cast(cycle))
        self._leaning = Leaning(self._outlines, self.calendar, happened, agreed)
        self.cast = self._outlines.cast
        self.events = self._outlines.events
        self.actions = self._outlines.actions
        self._meetings: dict[str, tuple[Meeting, ...]] = {}
        self._tasks: dict[str, tuple[Task, ...]] = {}

    def counting_from(
        self, happened: Mapping[str, date], agreed: Mapping[str, date] = MappingProxyType({})
    ) -> "Plan":
        """Return the plan in which what comes after a task or a meeting counts from the day it happened, by id.

        Meetings whose day was agreed outside the file are on that day.
        """
        named = {key.partition("/")[0] for key in happened}
        if agreed or any(
            due.relation == "after" and due.anchor and due.anchor.ref in named for due in self._dues()
        ):
            return Plan(self.cycle, happened, self._outlines, agreed)
        return self

    def _dues(self) -> Iterator[Due]:
        """Yield every deadline of the file, those of exceptions and those before which nothing may begin as well."""
        for event, _ in self.events.values():
            yield from (due for _, due in event.date.leaves() if due)
        for action, _ in self.actions.values():
            dues = [due for _, due in action.due.leaves()]
            dues += [action.from_, *(exemption.due for exemption in action.except_.values())]
            yield from filter(None, dues)

    @cached_property
    def meetings(self) -> tuple[Meeting, ...]:
        """Every holding of every event, in the file's order."""
        return tuple(meeting for event in self.events for meeting in self.meetings_of(event))

    @cached_property
    def tasks(self) -> tuple[Task, ...]:
        """Every task, in the file's order."""
        return tuple(task for action in self.actions for task in self.tasks_of(action))

    @cached_property
    def loops(self) -> list[tuple[str, ...]]:
        """The ids of events and actions whose days lean on one another in a circle, the first again at the end."""
        for event in self.events:
            self.meetings_of(event)
        for action in self.actions:
            self.tasks_of(action)
        return self._leaning.loops

    def event(self, meeting: Meeting) -> Event:
        """Return the event a meeting is a holding of."""
        return self.events[meeting.event][0]

    def action(self, task: Task) -> Action:
        """Return the action a task carries out."""
        return self.actions[task.action][0]

    def place(self, key: str, *path: str) -> Place:
        """Return where an event or an action, or a part of it, stands in the file."""
        section, phase = (
            ("events", self.events[key][1]) if key in self.events else ("actions", self.actions[key][1])
        )
        return ("phases", phase, section, key, *path)

    def counted(self, task: Task) -> bool:
        """Whether a task is tracked and the file's own: counted, and overdue when it is."""
        action = self.action(task)
        return action.tracked and action.suggested is None

    def meetings_of(self, event_id: str) -> tuple[Meeting, ...]:
        """Return the holdings of one event, none for an id that is no event's."""
        if event_id not in self._meetings:
            self._meetings[event_id] = tuple(
                Meeting(held.id, event_id, held.phase, held.subject, self._leaning.of(held))
                for held in self._outlines.meetings(event_id)
            )
        return self._meetings[event_id]

    def tasks_of(self, action_id: str) -> tuple[Task, ...]:
        """Return the tasks of one action, none for an id that is no action's."""
        if action_id not in self._tasks:
            found = self._outlines.tasks(action_id)
            self._tasks[action_id] = tuple(self._task(outline) for outline in found if not outline.excused)
        return self._tasks[action_id]

    def _task(self, outline: Outline) -> Task:
        return Task(
            outline.id,
            outline.of,
            outline.phase,
            outline.owner,
            outline.subject,
            outline.event,
            self._leaning.of(outline),
            self.resolve(outline.start, outline.subject, outline.event) if outline.start else None,
        )

    def own(self, event_id: str, subject: Subject) -> tuple[Meeting, ...]:
        """Return the meetings of an event that can be a subject's own: one when its membership is known."""
        return _agreeing(self.meetings_of(event_id), subject)

    def resolve(self, due: Due, subject: Subject, event: str | None = None) -> Deadline:
        """Return the days a deadline of the file means for one subject, whose meeting is `event` if it has one."""
        return self._leaning.resolve(due, subject, event)


def _agreeing(items: Iterable[Item], subject: Subject) -> tuple[Item, ...]:
    found = tuple(item for item in items if item.subject.agrees(subject))
    if subject.authority:
        own = tuple(item for item in found if item.subject.authority == subject.authority)
        return own or found
    return found


def cell(grid: Grid | None, subject: Subject) -> Any:
    """Return what a grid holds for a subject, None where it has no value or no such cell."""
    return grid.at(*ids(subject)) if grid else None
