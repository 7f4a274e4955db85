"""Where a cycle stands on a day: the state of every task and meeting, and what stands in the way of what."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from typing import Final, Literal, NamedTuple

from peercycle.model.when import When
from peercycle.model.working_days import shift
from peercycle.progress.fold import NOTHING, Progress
from peercycle.schedule import names
from peercycle.schedule.papers import Papers, Step, when
from peercycle.schedule.plan import Meeting, Plan, Task
from peercycle.schedule.recorded import Accounts, Recorded
from peercycle.schedule.settling import settle
from peercycle.schedule.subject import Subject

State = Literal["done", "overdue", "blocked", "due", "upcoming", "undated"]
MeetingState = Literal["upcoming", "tbc", "past", "held", "postponed"]
STATES: Final[tuple[State, ...]] = ("done", "overdue", "blocked", "due", "upcoming", "undated")
NOTICE: Final = (10, "working day")


class Standing(NamedTuple):
    """A task on a day: `days_late` in calendar days after its last day, `roots` the ids of what it waits for.

    `waiting_on` says whose move it is, "" once the task is done; `since` is the last day on which something moved it,
    else the day it was due, None where that is still ahead. `recorded` is how far it has come.
    """

    task: Task
    state: State
    roots: tuple[str, ...]
    waiting_on: str
    since: date | None
    days_late: int | None
    recorded: Recorded


class Status:
    """A plan seen on one day, with what is recorded up to it: what follows something counts from when it happened."""

    def __init__(self, plan: Plan, on: date, progress: Progress = NOTHING) -> None:
        self.on = on
        self.progress = progress
        accounts = Accounts(plan, progress, Papers(plan))
        self.plan = _counted(plan, progress, accounts) if progress.records else plan
        self.papers = accounts.papers if self.plan is plan else Papers(self.plan)
        self.accounts = accounts
        self._roots: dict[str, tuple[str, ...]] = {}
        self._lateness: dict[int, tuple[Step, ...]] = {}

    @cached_property
    def phases(self) -> tuple[str, ...]:
        """The ids of the phases the day lies in."""
        return tuple(key for key, phase in self.plan.cycle.phases.items() if self._within(phase.when))

    @cached_property
    def ahead(self) -> str | None:
        """The id of the next phase to begin, None after the last has begun."""
        later = [
            (phase.when.earliest, key)
            for key, phase in self.plan.cycle.phases.items()
            if phase.when.earliest and phase.when.earliest > self.on
        ]
        return min(later, key=lambda pair: pair[0])[1] if later else None

    def _within(self, period: When) -> bool:
        """Whether the day lies in a phase; a side that nothing bounds is the cycle's own, and TBC is no time at all."""
        if period.earliest is None and period.latest is None:
            return False
        runs = self.plan.cycle.runs
        first, last = period.earliest or runs.earliest, period.latest or runs.latest
        return (first is None or first <= self.on) and (last is None or self.on <= last)

    @cached_property
    def standings(self) -> tuple[Standing, ...]:
        """Every task of the cycle as it stands, in the file's order."""
        return tuple(self._standing(task) for task in self.plan.tasks)

    @cached_property
    def counts(self) -> dict[State, int]:
        """How many authorities' tasks are in each state, over the whole cycle; a number nobody knows counts as one."""
        return self.counted(self.standings)

    def counted(self, standings: Iterable[Standing]) -> dict[State, int]:
        """Return how many authorities' tasks are in each state; what is suggested or untracked is not counted."""
        counts = dict.fromkeys(STATES, 0)
        for standing in standings:
            if self.plan.counted(standing.task):
                counts[standing.state] += standing.task.subject.count or 1
        return counts

    @cached_property
    def notice_ends(self) -> date:
        """The last day of the notice period."""
        notice = self.plan.cycle.notice
        amount, unit = (notice.amount, notice.unit) if notice else NOTICE
        return shift(self.on, amount, unit, self.plan.calendar)

    def meeting_state(self, meeting: Meeting) -> MeetingState:
        """Return whether a meeting was held, is put off, past, ahead, or has a day still to be confirmed."""
        if meeting.id in self.progress.held:
            return "held"
        if meeting.id in self.progress.postponed and (meeting.date.exact is None or self.past(meeting)):
            return "postponed"
        if self.past(meeting):
            return "past"
        return "tbc" if meeting.date.tbc or not meeting.date.known else "upcoming"

    def settled(self, step: Step) -> bool:
        """Whether a task is recorded as done, or a meeting as held."""
        if not self.progress.records:
            return False
        if isinstance(step, Meeting):
            return step.id in self.progress.held
        return self.accounts.of(step).done is not None

    def late(self, step: Step) -> bool:
        """Whether a step is past its day and not recorded as done or held."""
        return self.past(step) and not self.settled(step)

    def past(self, step: Step) -> bool:
        """Whether the last day a step can mean has gone by."""
        latest = when(step).latest
        return latest is not None and latest < self.on

    def roots(self, step: Step) -> tuple[str, ...]:
        """Return the ids of the first causes a step waits for; itself where nothing stands before it.

        A meeting past its day and not recorded as held is a first cause: whether its own papers came is not asked.
        """
        if step.id not in self._roots:
            if all(source.id in self._roots for source in self.missing(step)):
                self._roots[step.id] = self._first_causes(step)
            else:
                settle(step, self._roots, self.missing, self._first_causes)
        return self._roots[step.id]

    def missing(self, step: Step) -> tuple[Step, ...]:
        """Return who should have produced a paper the step needs, and is past its date with nothing recorded.

        What has begun to be done has its papers.
        """
        needed = self.papers.needs(step)
        if not needed or self._begun(step):
            return ()
        late = [self._late(document, step) for document in needed]
        found = {source.id: source for sources in late for source in sources}
        found.pop(step.id, None)
        return tuple(found.values())

    def _first_causes(self, step: Step) -> tuple[str, ...]:
        found: dict[str, None] = {}
        for source in self.missing(step):
            found.update(dict.fromkeys(self._roots.get(source.id, ())))
        return tuple(found) or (step.id,)

    def _begun(self, step: Step) -> bool:
        """Whether a meeting is past or held, or anything is recorded of a task, itself or through another."""
        if isinstance(step, Meeting):
            return self.past(step) or self.settled(step)
        if not self.progress.records:
            return False
        recorded = self.accounts.of(step)
        return recorded.last is not None or recorded.done is not None

    def _late(self, document: str, step: Step) -> tuple[Step, ...]:
        """Return the producers of a paper that are past their date, those only possible where all of them are.

        What a meeting produced for each authority is there once the authority's own papers for it are.
        """
        makers = self.papers.makers(step, document)
        if id(makers) not in self._lateness:  # they stay in `papers`, one for each paper and subject
            late = [maker for maker in makers.sure if self.late(maker)]
            if all(self.late(maker) for maker in makers.possible):
                late += makers.possible
            held = self.plan.cycle.documents.get(document)
            if held and held.per and step.subject.authority:
                late += self._not_brought(makers.sure, step.subject)
            self._lateness[id(makers)] = tuple(late)
        return self._lateness[id(makers)]

    def _not_brought(self, makers: Iterable[Step], whose: Subject) -> Iterator[Step]:
        """Yield the tasks by which an authority should have brought its own papers to meetings that were held."""
        for meeting in makers:
            if isinstance(meeting, Meeting) and meeting.id in self.progress.held:
                for document in self.papers.needs(meeting):
                    for maker in self.papers.makers_for(whose, document).sure:
                        if maker.subject.authority == whose.authority and self.late(maker):
                            yield maker

    def _standing(self, task: Task) -> Standing:
        recorded = self.accounts.of(task)
        if recorded.done:
            return Standing(task, "done", (), "", None, None, recorded)
        counted = self.plan.counted(task)
        roots = self.roots(task) if counted else (task.id,)
        if self.past(task) and not any(self._of_another(root, task) for root in roots):
            roots = (task.id,)
        blocked = roots != (task.id,)
        state = self._state(task, counted=counted, blocked=blocked)
        waiting_on, since = self._waiting(self._steps[roots[0]] if blocked else task)
        late = (self.on - task.due.latest).days if state == "overdue" and task.due.latest else None
        if state not in ("overdue", "blocked"):
            since = recorded.last
        return Standing(task, state, roots if blocked else (), waiting_on, since, late, recorded)

    def _of_another(self, root: str, task: Task) -> bool:
        """Whether a first cause is a meeting, or the move of somebody else than the task's own owner."""
        step = self._steps[root]
        return isinstance(step, Meeting) or step.owner != task.owner

    def _state(self, task: Task, *, counted: bool, blocked: bool) -> State:
        if self.past(task) and counted:
            return "overdue"
        if blocked:
            return "blocked"
        if task.due.notice and task.due.notice <= self.notice_ends:
            return "due"
        return "upcoming" if task.due.known else "undated"

    def _waiting(self, step: Step) -> tuple[str, date | None]:
        """Return whose move a step is, and since when."""
        if isinstance(step, Meeting):
            return step.id, when(step).latest
        recorded = self.accounts.of(step)
        signing = recorded.turn and names.signatories(self.plan, step, recorded.turn)
        whose = signing or names.owner(self.plan, step)
        return whose, recorded.last or step.due.latest

    @cached_property
    def _steps(self) -> dict[str, Step]:
        steps: tuple[Step, ...] = (*self.plan.meetings, *self.plan.tasks)
        return {step.id: step for step in steps}


def _counted(plan: Plan, progress: Progress, accounts: Accounts) -> Plan:
    """Return the plan in which what follows something counts from the day it happened, and noted days are days."""
    from peercycle.schedule.findings import conversation_days

    return plan.counting_from(accounts.days, conversation_days(plan, progress))
