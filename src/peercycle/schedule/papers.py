"""Which paper is needed by whom and produced by whom: the order a cycle implies (format, section 5)."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from peercycle.schedule.deadline import Deadline
from peercycle.schedule.plan import Meeting, Plan, Task
from peercycle.schedule.subject import Subject

Step = Meeting | Task


def when(step: Step) -> Deadline:
    """Return the day a meeting is held or a task is due."""
    return step.date if isinstance(step, Meeting) else step.due


class Papers:
    """Who produces and who needs each document of a plan."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan

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

    def sources(self, step: Step, document: str) -> list[Step]:
        """Return the steps that produce, for this step's authority or group, a document that it needs."""
        per = self.plan.cycle.documents[document].per if document in self.plan.cycle.documents else None
        makers = [maker for maker in self.producers.get(document, ()) if maker.id != step.id]
        if per is None:
            return makers
        return [maker for maker in makers if maker.subject.agrees(step.subject)]

    def _steps(self) -> Iterator[Step]:
        yield from self.plan.meetings
        yield from (task for task in self.plan.tasks if self.plan.counted(task))


class Need(NamedTuple):
    """A document that a step needs, and the steps that may produce it for the same authority or group."""

    step: Step
    document: str
    sources: list[Step]


def needs(papers: Papers, steps: Iterable[Step]) -> Iterator[Need]:
    """Yield every document needed by these steps that something in the cycle produces."""
    for step in steps:
        for document in papers.needs(step):
            if sources := papers.sources(step, document):
                yield Need(step, document, sources)


__all__ = ["Need", "Papers", "Step", "Subject", "needs", "when"]
