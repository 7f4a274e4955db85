"""How far each task has come by what is recorded: sent, signed by whom, done; and what one record settles besides."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import Final, NamedTuple

from peercycle.progress.fold import Progress
from peercycle.progress.record import Record
from peercycle.schedule.papers import Papers
from peercycle.schedule.plan import Plan, Task

SignOff = Sequence[Sequence[str]]


class Recorded(NamedTuple):
    """What is recorded of a task: the days it was sent and signed, and the day from which it is done.

    `signed` are the roles with their days, in the order they signed; `unsigned` the roles still missing, `turn` those
    of them whose move it is. `last` is the day of the last record that moved it, which a signature out of turn or a
    repetition of one does not. `through` is the id of the task whose
    doing settled it, "" where it was recorded itself.
    """

    sent: date | None = None
    signed: tuple[tuple[str, date], ...] = ()
    unsigned: tuple[str, ...] = ()
    turn: tuple[str, ...] = ()
    done: date | None = None
    last: date | None = None
    through: str = ""

    @property
    def first(self) -> date | None:
        """The day of the first record that moved it, None without one."""
        days = [day for day in (self.sent, self.done, *(day for _, day in self.signed)) if day]
        return min(days, default=None)


NOTHING_RECORDED: Final = Recorded()


class Accounts:
    """What the records in force come to for each task of a plan."""

    def __init__(self, plan: Plan, progress: Progress, papers: Papers) -> None:
        self.plan = plan
        self.progress = progress
        self.papers = papers
        self._untouched: dict[str, Recorded] = {}

    def of(self, task: Task) -> Recorded:
        """Return what is recorded of a task, itself or through another."""
        if found := self._all.get(task.id):
            return found
        if task.action not in self._untouched:
            self._untouched[task.action] = untouched(self.plan.action(task).sign_off)
        return self._untouched[task.action]

    @cached_property
    def days(self) -> dict[str, date]:
        """The day on which each task was done and each meeting held, by id: what deadlines count from."""
        done = {key: recorded.done for key, recorded in self._all.items() if recorded.done}
        return done | {key: record.date for key, record in self.progress.held.items()}

    @cached_property
    def _all(self) -> dict[str, Recorded]:
        """What is recorded of each task that anything is recorded of."""
        if not self.progress.records:
            return {}
        found: dict[str, Recorded] = {}
        for task in self.plan.tasks:
            if records := records_of(task, self.progress):
                found[task.id] = account(self.plan.action(task).sign_off, records)
        moved = [task for task in self.plan.tasks if task.id in found]
        while moved:
            task = moved.pop()
            for maker in self._makers(task):
                if maker.id not in found or found[maker.id].done is None:
                    before = found.get(maker.id, NOTHING_RECORDED)
                    found[maker.id] = before._replace(done=found[task.id].first, through=task.id, turn=())
                    moved.append(maker)
        return found

    def _makers(self, task: Task) -> Iterator[Task]:
        """Yield the tasks for the same authority that produce a paper this one needs."""
        if task.subject.authority is None:
            return
        for document in self.papers.needs(task):
            for maker in self.papers.makers(task, document).sure:
                if isinstance(maker, Task) and maker.subject.authority == task.subject.authority:
                    yield maker


def records_of(task: Task, progress: Progress) -> tuple[Record, ...]:
    """Return the records in force of a task, in their order."""
    if task.authority:
        return progress.of_task(task.action, task.authority, task.event, task.about)
    return progress.of_task(task.id, None)


def account(sign_off: SignOff, records: Iterable[Record]) -> Recorded:
    """Return what records of one task come to: done once recorded as done, or sent with every signature."""
    sent = settled = last = None
    signed: dict[str, date] = {}
    turn = missing(sign_off, ())[1]
    for record in records:
        moved = last is None or record.what != "signed"
        if record.role:
            signed.setdefault(record.role, record.date)
        if record.what == "sent":
            sent = sent or record.date
        elif record.what == "done":
            settled = settled or record.date
        before, turn = turn, missing(sign_off, signed)[1]
        last = record.date if moved or turn != before else last
    unsigned, turn = missing(sign_off, signed)
    if sent and not unsigned:
        complete = max([sent, *(day for role, day in signed.items() if _signs(sign_off, role))])
        settled = min(settled, complete) if settled else complete
    return Recorded(sent, tuple(signed.items()), unsigned, () if settled else turn, settled, last)


def missing(sign_off: SignOff, signed: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the roles that have not signed, and those of the first step that is not complete: whose turn it is."""
    gaps = [tuple(role for role in step if role not in signed) for step in sign_off]
    return tuple(role for gap in gaps for role in gap), next(filter(None, gaps), ())


def signatures(sign_off: SignOff, recorded: Recorded) -> str:
    """Return how far signing has come, and that nothing but sending is missing: "2 of 3 signed", "3 of 3 signed, not sent".

    "" where nobody signs.
    """
    total = sum(len(step) for step in sign_off)
    if not total:
        return ""
    if unsent(recorded):
        return f"{f'{total} of {total} ' if total > 1 else ''}signed, not sent"
    return f"{total - len(recorded.unsigned)} of {total} signed"


def unsent(recorded: Recorded) -> bool:
    """Whether every signature is on record, and only that it was sent is not."""
    return bool(recorded.signed) and not recorded.unsigned and recorded.sent is recorded.done is None


def untouched(sign_off: SignOff) -> Recorded:
    """Return the account of a task of which nothing is recorded."""
    return NOTHING_RECORDED._replace(unsigned=missing(sign_off, ())[0]) if sign_off else NOTHING_RECORDED


def _signs(sign_off: SignOff, role: str) -> bool:
    return any(role in step for step in sign_off)
