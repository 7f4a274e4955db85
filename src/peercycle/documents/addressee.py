"""The authority a checklist is for: which tasks are its own, and by which it gets something from somebody else."""

from functools import cached_property

from peercycle.documents.edition import Edition
from peercycle.documents.wording import Wording
from peercycle.model.papers import Document
from peercycle.model.programme import Action
from peercycle.schedule.deadline import Deadline, either
from peercycle.schedule.plan import Task, cell
from peercycle.schedule.subject import Subject

_OF_GROUPS = ("groups", "groups-in-rounds")
_SENT_TO = ("authorities", "own-authority", "challenged-authorities")


class Addressee:
    """One authority as the reader of its checklist, with the words spelt out to it so far."""

    def __init__(self, edition: Edition, authority: str) -> None:
        self.edition = edition
        self.authority = authority
        self.subject: Subject = edition.plan.cast.authorities[authority]
        self.name = edition.cycle.authorities[authority].name
        self.words = Wording(edition.cycle)

    @cached_property
    def mine(self) -> list[Task]:
        """The tasks not yet done of the authority and of its group, and those that may be its own.

        While its group is open, one task stands for that which each group has.
        """
        tasks = self.edition.tasks_touching(self.authority)
        found = [task for task in tasks if self._may_do(task) and self._open(task)]
        return found if self.subject.group else self._of_one_group(found)

    @cached_property
    def all_own(self) -> list[Task]:
        """The tasks of the authority itself, done or not."""
        tasks = self.edition.tasks_touching(self.authority)
        return [task for task in tasks if task.owner.authority == self.authority]

    @cached_property
    def finished(self) -> list[Task]:
        """The tasks of the authority itself that are done."""
        return [task for task in self.all_own if not self._open(task)]

    @cached_property
    def owed(self) -> list[Task]:
        """The tasks not yet done by which somebody else sends the authority something."""
        tasks = self.edition.tasks_touching(self.authority)
        return [task for task in tasks if not self._may_do(task) and self._may_get(task) and self._open(task)]

    def action(self, task: Task) -> Action:
        """Return the action a task carries out."""
        return self.edition.plan.action(task)

    def own(self, action: Action | None) -> Task | None:
        """Return the authority's own task of an action, the first where it has several; None where it has none."""
        return next((task for task in self.all_own if self.action(task) is action), None)

    def of_group(self, task: Task) -> bool:
        """Whether a task is a group's, and so all its members'."""
        party = self.action(task).owner
        return party.many.kind in _OF_GROUPS if party.many else party.who in self.edition.cycle.groups

    def sent_to_group(self, task: Task) -> bool:
        """Whether a task sends all members of a group something, as papers of those who are challenged."""
        return any(party.of_own_group for party in self.action(task).to)

    def of_others(self, document: Document, task: Task) -> bool:
        """Whether a task brings the authority this paper of other members of its group."""
        return (
            self.sent_to_group(task)
            and task.subject.authority != self.authority
            and document.per == "authority"
            and any(party.of_own_group for party in document.shown_to)
        )

    def past(self, due: Deadline) -> bool:
        """Whether the last day something can mean has gone by."""
        return due.latest is not None and due.latest < self.edition.on

    def missed(self, task: Task) -> bool:
        """Whether the day of a tracked task has gone by; of one that nobody tracks, none is told the day."""
        return self.edition.plan.counted(task) and self.past(task.due)

    def near(self, due: Deadline) -> bool:
        """Whether something may fall within the notice period; what has no last day is near once it has begun."""
        if self.past(due):
            return False
        if due.latest is None:
            return not due.tbc and due.earliest is not None and due.earliest <= self.edition.on
        return due.notice is not None and due.notice <= self.edition.status.notice_ends

    def settled_by_another(self, task: Task) -> bool:
        """Whether doing another of the authority's tasks of that day settles this one: it needs what this one produces."""
        return self.settling(task) is not None

    def settling(self, task: Task) -> Task | None:
        """Return the other task of the authority, of the same day, whose doing settles a task; None where there is none."""
        made = set(self.action(task).produces)
        others = (other for other in self.mine if other.id != task.id)
        return next(
            (
                other
                for other in others
                if made & set(self.action(other).needs) and other.due.latest == task.due.latest
            ),
            None,
        )

    def wants(self, task: Task) -> bool:
        """Whether what should have come is still asked after: the authority's own, which status counts; else if of use.

        Of use is what something ahead needs, or nothing in the cycle does.
        """
        if task.subject.authority == self.authority:
            return True
        made = set(self.action(task).produces)
        users = [other for other in self.mine if made & set(self.action(other).needs)]
        return not users or any(not self.past(other.due) for other in users)

    def _of_one_group(self, tasks: list[Task]) -> list[Task]:
        """Return tasks with one in place of those that each group has, its days all that they can be."""
        found: dict[tuple[str, ...], list[Task]] = {}
        for task in tasks:
            key = (task.action, task.subject.round or "") if self.of_group(task) else (task.id,)
            found.setdefault(key, []).append(task)
        return [self._any_of(held) if self.of_group(held[0]) else held[0] for held in found.values()]

    def _any_of(self, tasks: list[Task]) -> Task:
        first = tasks[0]
        anyone = first.subject._replace(group=None)
        due = cell(self.action(first).due, anyone)
        days = self.edition.plan.resolve(due, anyone) if due else either([task.due for task in tasks])
        return first._replace(owner=anyone, subject=anyone, event=None, due=days)

    def _open(self, task: Task) -> bool:
        return task.id not in self.edition.settled

    def _may_do(self, task: Task) -> bool:
        owner = task.owner
        if owner.authority:
            return owner.authority == self.authority
        if self.of_group(task):
            return owner.group == self.subject.group or (
                self.subject.group is None and self.action(task).owner.many is not None
            )
        return owner.unnamed and not owner.body and owner.agrees(self.subject)

    def _may_get(self, task: Task) -> bool:
        if self.sent_to_group(task):
            return task.subject.group is None or self.subject.group in (None, task.subject.group)
        receives = any(
            party.who == self.authority or (party.many is not None and party.many.kind in _SENT_TO)
            for party in self.action(task).to
        )
        about = task.subject
        if not receives:
            return False
        if about.authority:
            return about.authority == self.authority
        return (about.unnamed and about.agrees(self.subject)) or about in (Subject(), task.owner)
