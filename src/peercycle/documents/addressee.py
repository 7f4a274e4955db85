"""The authority a checklist is for: which tasks are its own, and by which it gets something from somebody else."""

from functools import cached_property

from peercycle.documents.edition import Edition
from peercycle.documents.wording import Wording
from peercycle.model.programme import Action
from peercycle.schedule.deadline import Deadline
from peercycle.schedule.plan import Task
from peercycle.schedule.subject import Subject

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
        """The authority's own tasks not yet done, and those of authorities not yet named that may be its own."""
        tasks = self.edition.tasks_touching(self.authority)
        return [task for task in tasks if self._may_do(task) and self._open(task)]

    @cached_property
    def owed(self) -> list[Task]:
        """The tasks not yet done by which somebody else sends the authority something."""
        tasks = self.edition.tasks_touching(self.authority)
        return [task for task in tasks if not self._may_do(task) and self._may_get(task) and self._open(task)]

    def action(self, task: Task) -> Action:
        """Return the action a task carries out."""
        return self.edition.plan.action(task)

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
        made = set(self.action(task).produces)
        return any(
            made & set(self.action(other).needs) and other.due.latest == task.due.latest
            for other in self.mine
            if other.id != task.id
        )

    def still_wanted(self, task: Task) -> bool:
        """Whether something ahead needs what the authority gets by a task, or nothing in the cycle needs it."""
        made = set(self.action(task).produces)
        users = [other for other in self.mine if made & set(self.action(other).needs)]
        return not users or any(not self.past(other.due) for other in users)

    def _open(self, task: Task) -> bool:
        return task.id not in self.edition.settled

    def _may_do(self, task: Task) -> bool:
        owner = task.owner
        if owner.authority:
            return owner.authority == self.authority
        return owner.unnamed and not owner.body and owner.agrees(self.subject)

    def _may_get(self, task: Task) -> bool:
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
