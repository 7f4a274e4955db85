"""Something is dated before what it needs first.

A signature dated before those that come first, or a paper passed on before the day it was made: one of the two dates is likely
to be wrong, and with it how late somebody was. What happened is never refused; it is only pointed out.

What is compared
  The dates of the records of one task, by the order that `then` makes in its
  sign-off; and the date of what needs a paper, with that of the meeting or the
  task that made it, where both are recorded. Never the order of the lines: two
  people's lines stand as git has put them together.

See also: future-record, wrong-signatory
"""

from collections.abc import Iterator

from peercycle.diagnostics.fault import Fault, Mark, Severity
from peercycle.model.when import long_date
from peercycle.progress.record import Record
from peercycle.rules.log.logged import Logged, at
from peercycle.schedule import names
from peercycle.schedule.papers import Papers
from peercycle.schedule.plan import Meeting, Task
from peercycle.schedule.recorded import account, records_of

ID = "record-out-of-order"
SEVERITY: Severity = "warning"


def check(logged: Logged) -> Iterator[Fault]:
    """Yield each record in force that is dated before one it requires."""
    papers = Papers(logged.plan)
    for task, every in logged.task_records():
        records = tuple(record for record in every if record.line not in logged.faulty)
        if fault := next(_signed(logged, task, records), None) or next(
            _made(logged, papers, task, records), None
        ):
            yield fault


def _signed(logged: Logged, task: Task, records: tuple[Record, ...]) -> Iterator[Fault]:
    """Yield each signature dated before one of an earlier step."""
    cycle = logged.plan.cycle
    first: dict[str, Record] = {}
    for record in records:
        if record.role:
            first.setdefault(record.role, record)
    earlier: list[Record] = []
    for step in logged.plan.action(task).sign_off:
        signed = [first[role] for role in step if role in first]
        for record in signed:
            for before in earlier:
                if record.date < before.date:
                    who, whose = (f"the {names.signatory(cycle, r.role or '')}" for r in (record, before))
                    yield _fault(
                        record, before, f"{who} signed {task.action} before {whose}, who comes first"
                    )
        earlier += signed


def _made(logged: Logged, papers: Papers, task: Task, records: tuple[Record, ...]) -> Iterator[Fault]:
    """Yield what is dated before the day on which a paper it needs was made, where both are recorded."""
    record = records[0] if records else None
    for document in papers.needs(task) if record else ():
        for maker in papers.makers(task, document).sure:
            made = _day(logged, maker)
            if made and record and made.line not in logged.faulty and record.date < made.date:
                what = maker.id if isinstance(maker, Meeting) else maker.action
                yield _fault(record, made, f"{task.action} is dated before {what}, which makes what it needs")


def _day(logged: Logged, maker: Meeting | Task) -> Record | None:
    """Return the record by which a meeting was held or a task was done."""
    if isinstance(maker, Meeting):
        return logged.progress.held.get(maker.id)
    records = records_of(maker, logged.progress)
    done = account(logged.plan.action(maker).sign_off, records).done
    return next((record for record in records if record.date == done), None) if done else None


def _fault(record: Record, before: Record, message: str) -> Fault:
    related = Mark(at(before, "date").place, long_date(before.date))
    hint = "If one of the dates is wrong, take that record back and record it anew."
    return Fault(f"{message}: {long_date(record.date)}", at(record, "date"), hint, (related,))
