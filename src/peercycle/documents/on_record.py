"""What is on record of an authority's own tasks, as its checklist words it: overdue with how far each has come, and done."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from peercycle.documents import entries
from peercycle.documents.addressee import Addressee
from peercycle.documents.deadlines import task_when
from peercycle.documents.entries import Row
from peercycle.documents.waiting import awaited
from peercycle.documents.wording import capital
from peercycle.model.when import long_date
from peercycle.schedule.plan import Task
from peercycle.schedule.recorded import Recorded, unsent
from peercycle.schedule.wording import listed


def overdue(reader: Addressee, late: Iterable[Task]) -> list[Row]:
    """Return the tasks past their day once there is a log: when each was due, how far it has come, and whose move it is."""
    return [_overdue(reader, task) for task in _by_day(late)]


def waiting(reader: Addressee, late: Iterable[Task]) -> list[Row]:
    """Return the tasks past their day because of somebody else's step: when each was due, and what it waits for."""
    return [_waiting(reader, task) for task in _by_day(late)]


def _by_day(late: Iterable[Task]) -> Sequence[Task]:
    return sorted(late, key=lambda task: task.due.latest or date.max)


def _overdue(reader: Addressee, task: Task) -> Row:
    recorded = reader.edition.status.accounts.of(task)
    told = list(so_far(reader, recorded))
    row = {} if told else entries.passed(reader, task)
    return {
        "id": entries.ident(reader, task),
        "what": reader.action(task).do.rstrip("."),
        "details": [
            _due(reader, task),
            *(told or [*row["details"], "Nothing is recorded of it."]),
        ],
        "who": capital(listed([_signatory(reader, role).removeprefix("the ") for role in recorded.turn])),
    }


def _waiting(reader: Addressee, task: Task) -> Row:
    row = entries.passed(reader, task)
    return {
        "id": entries.ident(reader, task),
        "what": row["what"],
        "details": [_due(reader, task), *row["details"], awaited(reader, task)],
    }


def _due(reader: Addressee, task: Task) -> str:
    return f"It was due {task_when(reader.edition, task, reader.words)}."


def so_far(reader: Addressee, recorded: Recorded) -> Iterator[str]:
    """Yield what is recorded of a task that is not done, in sentences; nothing where nothing is."""
    if recorded.sent:
        yield f"It was sent on {long_date(recorded.sent)}."
    signed = [f"{_signatory(reader, role)} on {long_date(day)}" for role, day in recorded.signed]
    if signed:
        first, *others = signed
        yield f"{capital(listed([first.replace(' on ', ' signed on ', 1), *others]))}."
    if unsent(recorded):
        yield "Every signature is on record; that it was sent is not."


def on_form(reader: Addressee, task: Task | None, sent: str) -> list[str]:
    """Return what is on record of the task that a form is for, in sentences; `sent` is the form's word for sending."""
    if task is None:
        return []
    recorded = reader.edition.status.accounts.of(task)
    if recorded.done is None:
        return list(so_far(reader, recorded))
    wanted = {role for step in reader.action(task).sign_off for role in step}
    signed = bool(wanted) and wanted <= dict(recorded.signed).keys()
    how = f"{sent} and signed by all" if signed else sent if recorded.sent else "done"
    return [f"It is on record as {how}, on {long_date(recorded.done)}."]


def signatures_missing(reader: Addressee, recorded: Recorded) -> Iterator[str]:
    """Yield which signatures are missing of a task that is not done, as a sentence; nothing where none is."""
    roles = [_signatory(reader, role) for role in recorded.unsigned]
    if roles:
        many, are = ("signature", "is") if len(roles) == 1 else ("signatures", "are")
        yield f"The {many} of {listed(roles)} {are} missing."


def done(reader: Addressee) -> list[Row]:
    """Return the authority's own tasks that are done and recorded themselves, by the day they were done."""
    found = []
    for task in reader.finished:
        recorded = reader.edition.status.accounts.of(task)
        if recorded.done and not recorded.through:
            found.append(
                (
                    recorded.done,
                    {"id": f"done-{entries.ident(reader, task)}", "what": _done(reader, task, recorded.done)},
                )
            )
    return [row for _, row in sorted(found, key=lambda pair: pair[0])]


def _done(reader: Addressee, task: Task, day: date) -> str:
    """Return what was done, when, and who signed: "Return the MoU: sent on Friday 16 October 2026, signed by ..."."""
    action, recorded = reader.action(task), reader.edition.status.accounts.of(task)
    what = (action.title or action.do).rstrip(".")
    told = f"sent on {long_date(recorded.sent)}" if recorded.sent else f"done on {long_date(day)}"
    by_day: dict[date, list[str]] = {}
    for role in (role for step in action.sign_off for role in step):
        if role in (signed := dict(recorded.signed)):
            by_day.setdefault(signed[role], []).append(_signatory(reader, role))
    signatures = [
        f"by {listed(roles)} {'the same day' if signed_on == recorded.sent else f'on {long_date(signed_on)}'}"
        for signed_on, roles in sorted(by_day.items())
    ]
    return f"{what}: {told}" + (f", signed {listed(signatures)}" if signatures else "")


def _signatory(reader: Addressee, key: str) -> str:
    """Return who signs with the article: a role of the authority, or a body."""
    cycle = reader.edition.cycle
    return reader.words.the(key) if key in cycle.bodies else f"the {reader.words.role(key)}"
