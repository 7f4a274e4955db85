"""A cycle worked out: every meeting and every task, with its days. The one place where tasks are expanded."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

from peercycle.model.cycle import Cycle
from peercycle.model.due import Due, Reference
from peercycle.model.fields import Grid
from peercycle.model.owner import Party
from peercycle.model.place import Place
from peercycle.model.programme import Action, Event
from peercycle.model.working_days import WorkingDays
from peercycle.schedule.cast import Cast
from peercycle.schedule.deadline import UNKNOWN, Deadline, after, before, moved, of_when, spread, unsettled
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


Item = TypeVar("Item", Meeting, Task)
Assignment = tuple[Subject, Subject, str | None, tuple[str, ...]]
"""An owner, the subject counted, the meeting if there is one, and the ids that tell the task from its like."""


class Plan:
    """Everything that follows from a cycle file without a date: built once, asked by rules, status and documents."""

    def __init__(self, cycle: Cycle) -> None:
        self.cycle = cycle
        self.cast = Cast(cycle)
        self.calendar = WorkingDays(
            (when.earliest, when.latest) for when in cycle.closures if when.earliest and when.latest
        )
        self.events = {key: (event, phase) for key, event, phase in cycle.events()}
        self.actions = {key: (action, phase) for key, action, phase in cycle.actions()}
        self.loops: list[tuple[str, ...]] = []
        self._under_way: list[str] = []
        self._meetings: dict[str, tuple[Meeting, ...]] = {}
        self._tasks: dict[str, tuple[Task, ...]] = {}
        self._resolved: dict[tuple[Due, str | None, str | None, str | None], Deadline] = {}

    @cached_property
    def meetings(self) -> tuple[Meeting, ...]:
        """Every holding of every event, in the file's order."""
        return tuple(meeting for event in self.events for meeting in self.meetings_of(event))

    @cached_property
    def tasks(self) -> tuple[Task, ...]:
        """Every task, in the file's order."""
        return tuple(task for action in self.actions for task in self.tasks_of(action))

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
        """Return the holdings of one event; none while it is being worked out in a loop."""
        if event_id not in self._meetings:
            if not self._enter(event_id):
                return ()
            self._meetings[event_id] = tuple(self._hold(event_id))
            self._under_way.pop()
        return self._meetings[event_id]

    def tasks_of(self, action_id: str) -> tuple[Task, ...]:
        """Return the tasks of one action; none while it is being worked out in a loop."""
        if action_id not in self._tasks:
            if not self._enter(action_id):
                return ()
            self._tasks[action_id] = tuple(self._expand(action_id))
            self._under_way.pop()
        return self._tasks[action_id]

    def own(self, event_id: str, subject: Subject) -> tuple[Meeting, ...]:
        """Return the meetings of an event that can be a subject's own: one when its membership is known."""
        return _agreeing(self.meetings_of(event_id), subject)

    def _enter(self, key: str) -> bool:
        if key in self._under_way:
            self.loops.append((*self._under_way[self._under_way.index(key) :], key))
            return False
        self._under_way.append(key)
        return True

    def _hold(self, event_id: str) -> Iterator[Meeting]:
        event, phase = self.events[event_id]
        for subject in self.cast.expand(event.for_) if event.for_ else (Subject(),):
            due = cell(event.date, subject)
            date = self.resolve(due, subject) if due else UNKNOWN
            key = "/".join((event_id, *(subject.path() if event.for_ else ())))
            yield Meeting(key, event_id, phase, subject, date)

    def _expand(self, action_id: str) -> Iterator[Task]:
        action, phase = self.actions[action_id]
        for owner, subject, event_id, path in self._by_round(action.due, self._assignments(action)):
            exemption = next(
                (action.except_[key] for key in reversed(_ids(subject)) if key in action.except_), None
            )
            if exemption and exemption.excused:
                continue
            due = exemption.due if exemption and exemption.due else cell(action.due, subject)
            start = self.resolve(action.from_, subject) if action.from_ else None
            for event, deadline in self._occasions(due, subject, event_id):
                tail = (event,) if event and event != event_id else ()
                key = "/".join((action_id, *path, *tail))
                yield Task(key, action_id, phase, owner, subject, event, deadline, start)

    def _assignments(self, action: Action) -> Iterator[Assignment]:
        owners = self.cast.expand((action.owner,))
        if not action.for_:
            for owner in owners:
                subject = owner if owner.body is None or len(owners) > 1 else Subject()
                yield owner, subject, None, subject.path()
            return
        for about, event_id in self._abouts(action.for_):
            for owner in owners:
                if len(owners) > 1:
                    yield (
                        owner,
                        owner,
                        event_id,
                        (*owner.path(), *((event_id,) if event_id else about.path())),
                    )
                else:
                    yield owner, about, event_id, about.path()

    def _abouts(self, parties: Iterable[Party]) -> Iterator[tuple[Subject, str | None]]:
        for party in parties:
            if party.many and party.many.kind == "events":
                yield from ((meeting.subject, meeting.id) for meeting in self.meetings_of(party.many.event))
            else:
                yield from ((subject, None) for subject in self.cast.expand((party,)))

    def _by_round(self, due: Grid, assignments: Iterator[Assignment]) -> Iterator[Assignment]:
        """Part what has a deadline for each round: authorities whose round is open become one line for each round."""
        rounds = [key for key in due.cells or () if key in self.cycle.rounds]
        unnamed = None
        for owner, subject, event_id, path in assignments:
            if not rounds or subject.round:
                yield owner, subject, event_id, path
            elif subject.authority:
                unnamed = None if owner == subject else owner
            else:
                for round_ in rounds:
                    part = subject._replace(round=round_)
                    yield (part if owner == subject else owner), part, event_id, part.path()
        for round_ in rounds:
            missing = self.cast.unnamed(round_)
            if missing != 0:
                part = Subject(round=round_, count=missing)
                yield unnamed or part, part, None, part.path()

    def _occasions(
        self, due: Due | None, subject: Subject, event_id: str | None
    ) -> Iterator[tuple[str | None, Deadline]]:
        if due is None:
            yield event_id, UNKNOWN
        elif due.each:
            yield from self._each(due, subject)
        else:
            yield event_id, self.resolve(due, subject)

    def _each(self, due: Due, subject: Subject) -> Iterator[tuple[str | None, Deadline]]:
        rounds: dict[str | None, list[Meeting]] = {}
        for meeting in _agreeing(self.meetings_of(due.each), Subject(group=subject.group)):
            rounds.setdefault(meeting.subject.round, []).append(meeting)
        for round_, meetings in rounds.items():
            event = meetings[0].id if len(meetings) == 1 else "/".join(filter(None, (due.each, round_)))
            name = due.each if "-" not in due.each else self.events[due.each][0].title
            base = spread(
                [meeting.date for meeting in meetings], f"the {name} of own {self.cycle.words.group}"
            )
            yield event, self._related(due, base)

    def resolve(self, due: Due, subject: Subject) -> Deadline:
        """Return the days a deadline of the file means for one subject."""
        key = (due, None, None, None) if due.when else (due, subject.authority, subject.group, subject.round)
        if key not in self._resolved:
            self._resolved[key] = self._resolve(due, subject)
        return self._resolved[key]

    def _resolve(self, due: Due, subject: Subject) -> Deadline:
        if due.when:
            return of_when(due.when)
        if due.with_action:
            tasks = (
                _agreeing(self.tasks_of(due.with_action), subject) if due.with_action in self.actions else ()
            )
            return spread([task.due for task in tasks], due.words)
        return self._related(due, self._base(due.anchor, subject)) if due.anchor else UNKNOWN

    def _related(self, due: Due, base: Deadline) -> Deadline:
        if due.amount:
            amount = -due.amount if due.relation == "before" else due.amount
            found = moved(base, amount, due.unit, self.calendar, due.words)
        elif due.relation == "on":
            found = base._replace(words=due.words)
        else:
            found = (before if due.relation == "before" else after)(base, due.words)
        return unsettled(found, due.words) if due.tbc else found

    def _base(self, anchor: Reference, subject: Subject) -> Deadline:
        name = self._named(anchor)
        if anchor.ref in self.actions:
            return spread([task.due for task in _agreeing(self.tasks_of(anchor.ref), subject)], name)
        meetings = self.meetings_of(anchor.ref) if anchor.ref in self.events else ()
        if anchor.which in ("first", "last"):
            return _extreme(meetings, anchor, name)
        return spread([meeting.date for meeting in _agreeing(meetings, subject)], name)

    def _named(self, anchor: Reference) -> str:
        """Return what a deadline leans on in words a reader knows: a title for an id of several words."""
        if "-" not in anchor.ref:
            return anchor.words
        if anchor.ref in self.actions:
            action = self.actions[anchor.ref][0]
            return action.title or action.do
        title = self.events[anchor.ref][0].title if anchor.ref in self.events else anchor.ref
        return anchor.words.replace(anchor.ref, title)


def _extreme(meetings: Iterable[Meeting], anchor: Reference, name: str) -> Deadline:
    dates = [
        meeting.date for meeting in meetings if not anchor.round or meeting.subject.round == anchor.round
    ]
    bounded = [date for date in dates if date.earliest and date.latest]
    if not bounded or len(bounded) < len(dates):
        return spread(dates, name)
    return (min if anchor.which == "first" else max)(bounded, key=lambda date: (date.earliest, date.latest))


def _agreeing(items: Iterable[Item], subject: Subject) -> tuple[Item, ...]:
    found = tuple(item for item in items if item.subject.agrees(subject))
    if subject.authority:
        own = tuple(item for item in found if item.subject.authority == subject.authority)
        return own or found
    return found


def _ids(subject: Subject) -> tuple[str, ...]:
    return tuple(filter(None, (subject.round, subject.group, subject.authority)))


def cell(grid: Grid | None, subject: Subject) -> Any:
    """Return what a grid holds for a subject, None where it has no value or no such cell."""
    return grid.at(*_ids(subject)) if grid else None
