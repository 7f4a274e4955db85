"""What a rule for logs is shown: the plan, and the records that nothing takes back."""

from collections.abc import Iterable, Iterator
from functools import cached_property

from peercycle.diagnostics.fault import Mark
from peercycle.progress.fold import Progress, fold
from peercycle.progress.record import DOING, Record
from peercycle.schedule.plan import Meeting, Plan, Task
from peercycle.schedule.recorded import records_of


class Logged:
    """A plan and its log; `faulty` are the numbers of the lines in which an earlier rule has found a fault."""

    def __init__(self, plan: Plan, records: Iterable[Record]) -> None:
        self.plan = plan
        self.every = tuple(records)
        self.faulty: set[int] = set()

    @cached_property
    def progress(self) -> Progress:
        """The records in force, whatever the day."""
        return fold(self.every)

    @property
    def records(self) -> tuple[Record, ...]:
        """The records in force, in order."""
        return self.progress.records

    @cached_property
    def ids(self) -> frozenset[str]:
        """The ids of all records, taken back or not."""
        return frozenset(record.id for record in self.every)

    @cached_property
    def meetings(self) -> dict[str, Meeting]:
        """The meetings by their ids."""
        return {meeting.id: meeting for meeting in self.plan.meetings}

    @cached_property
    def _tasks(self) -> dict[tuple[str, str | None], list[Task]]:
        found: dict[tuple[str, str | None], list[Task]] = {}
        for task in self.plan.tasks:
            found.setdefault((task.action, task.authority) if task.authority else (task.id, None), []).append(
                task
            )
        return found

    def tasks_of(self, record: Record) -> list[Task]:
        """Return the tasks that a record is of, none where it names none."""
        if record.what not in DOING or not record.action:
            return []
        found = self._tasks.get((record.action, record.authority), [])
        return [
            task
            for task in found
            if record.event in (None, task.event) and record.about in (None, task.about)
        ]

    def task_records(self) -> Iterator[tuple[Task, tuple[Record, ...]]]:
        """Yield every task of which anything is recorded with its records, in order."""
        for task in self.plan.tasks:
            if found := records_of(task, self.progress):
                yield task, found


def at(record: Record, key: str = "", words: str = "") -> Mark:
    """Return the mark of a key of a record, or of the whole of it."""
    line = str(record.line)
    return Mark((line, key) if key else (line,), words=words)
