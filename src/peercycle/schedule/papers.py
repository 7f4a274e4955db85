"""Which paper is needed by whom and produced by whom: the order a cycle implies (format, section 5)."""

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from peercycle.schedule.deadline import Deadline
from peercycle.schedule.plan import Meeting, Plan, Task
from peercycle.schedule.subject import Subject

Step = Meeting | Task


def when(step: Step) -> Deadline:
    """Return the day a meeting is held or a task is due."""
    return step.date if isinstance(step, Meeting) else step.due


class Makers(NamedTuple):
    """Who produces a paper that a step needs.

    `sure` are those it surely waits for, `possible` those of which one will be its own once memberships are known.
    """

    sure: tuple[Step, ...]
    possible: tuple[Step, ...]


NOBODY = Makers((), ())


class Papers:
    """Who produces and who needs each document of a plan."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self._makers: dict[tuple[str, Subject], Makers] = {}

    @cached_property
    def producers(self) -> dict[str, list[Step]]:
        """Meetings and counted tasks by the documents they produce."""
        made: dict[str, list[Step]] = {}
        for step in self._steps():
            for document in self.produces(step):
                made.setdefault(document, []).append(step)
        return made

    def produces(self, step: Step) -> tuple[str, ...]:
        """Return the documents a step produces."""
        return (self.plan.event(step) if isinstance(step, Meeting) else self.plan.action(step)).produces

    def needs(self, step: Step) -> tuple[str, ...]:
        """Return the documents a step needs."""
        return (self.plan.event(step) if isinstance(step, Meeting) else self.plan.action(step)).needs

    def makers(self, step: Step, document: str) -> Makers:
        """Return who produces, for this step's authority or group, a document; the step itself among them if it does."""
        return self.makers_for(step.subject, document)

    def makers_for(self, whose: Subject, document: str) -> Makers:
        """Return who produces a document for an authority, a group or the region."""
        if document not in self.producers:
            return NOBODY
        held = self.plan.cycle.documents.get(document)
        subject = whose if held and held.per else Subject()
        key = (document, subject)
        if key not in self._makers:
            self._makers[key] = self._found(document, subject)
        return self._makers[key]

    def _found(self, document: str, subject: Subject) -> Makers:
        own, others = self._sorted[document]
        among = [*own.get(subject.authority, []), *others] if subject.authority else self.producers[document]
        agreeing = [maker for maker in among if maker.subject.agrees(subject)]
        sure = tuple(maker for maker in agreeing if _surely(maker.subject, subject))
        return Makers(sure, tuple(maker for maker in agreeing if not _surely(maker.subject, subject)))

    @cached_property
    def _sorted(self) -> dict[str, tuple[dict[str, list[Step]], list[Step]]]:
        """The producers of each document: those of one authority by its id, and the others."""
        found: dict[str, tuple[dict[str, list[Step]], list[Step]]] = {}
        for document, makers in self.producers.items():
            own: dict[str, list[Step]] = {}
            others: list[Step] = []
            for maker in makers:
                if maker.subject.authority:
                    own.setdefault(maker.subject.authority, []).append(maker)
                else:
                    others.append(maker)
            found[document] = own, others
        return found

    def _steps(self) -> Iterator[Step]:
        yield from self.plan.meetings
        yield from (task for task in self.plan.tasks if self.plan.counted(task))


def _surely(maker: Subject, subject: Subject) -> bool:
    """Whether a maker that agrees with a subject is surely its own, as far as memberships are known.

    An authority needs the paper of its own meeting, a group those of its members and of all its meetings, and what is
    for the whole region those of everyone.
    """
    if subject.authority and maker.authority:
        return True
    if subject.authority or subject.unnamed:
        within = maker.group in (None, subject.group) and maker.round in (None, subject.round)
        return within and not maker.authority and (subject.unnamed or not maker.unnamed)
    if maker.authority or maker.unnamed:
        return subject.group in (None, maker.group) and subject.round in (None, maker.round)
    return True
