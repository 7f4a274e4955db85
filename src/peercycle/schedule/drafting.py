"""Records made of what a person says happened to a task or a meeting, and what to remark of them before they are kept."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal, NamedTuple

from peercycle.model.when import long_date
from peercycle.progress.record import Record, What
from peercycle.schedule import names
from peercycle.schedule.plan import Meeting, Task
from peercycle.schedule.recorded import missing, records_of
from peercycle.schedule.status import Status
from peercycle.schedule.wording import listed


class Happened(NamedTuple):
    """What is said to have happened: on which day, by whose signatures, and what is worth keeping besides."""

    what: Literal["sent", "signed", "done", "held"]
    date: date
    signed: tuple[str, ...] = ()
    note: str = ""
    ref: str = ""


def drafts(about: Task | Meeting, happened: Happened) -> list[Record]:
    """Return the records, without ids, of what happened: one of what was sent or done, and one of each further signature.

    The first signature stands in the same record as what was sent with it.
    """
    if isinstance(about, Meeting):
        return [_draft("held", happened)._replace(event=about.id)]
    said: list[tuple[What, str | None]]
    if happened.what == "done":
        said = [*(("signed", role) for role in happened.signed), ("done", None)]
    else:
        first, *others = happened.signed or [None]
        said = [(happened.what, first), *(("signed", role) for role in others)]
    return [_of_task(about, _draft(what, happened)._replace(role=role)) for what, role in said]


def _draft(what: What, happened: Happened) -> Record:
    return Record("", "", "", what, happened.date, note=happened.note, ref=happened.ref)


def _of_task(task: Task, record: Record) -> Record:
    if task.authority is None:
        return record._replace(action=task.id)
    return record._replace(action=task.action, authority=task.authority, event=task.event, about=task.about)


def remarks(status: Status, about: Task | Meeting, happened: Happened) -> Iterator[str]:
    """Yield what is odd about what happened, in words: what happened is never refused for being out of order."""
    if isinstance(about, Meeting):
        yield from _of_meeting(status, about, happened)
        return
    yield from _again(status, about, happened)
    yield from _too_soon(status, about, happened)
    cycle, sign_off = status.plan.cycle, status.plan.action(about).sign_off
    signed = {role for role, _ in status.accounts.of(about).signed}
    for role in happened.signed:
        earlier = _before(sign_off, role, signed | set(happened.signed))
        if earlier:
            whose = listed([f"the {names.signatory(cycle, key)}" for key in earlier])
            comes = "comes" if len(earlier) == 1 else "come"
            yield f"signed before {whose}, who {comes} first in this file ({about.action}, sign-off)"
    gaps = missing(sign_off, signed | set(happened.signed))[0] if happened.what == "done" else ()
    if gaps:
        yield f"done without {listed([f'the {names.signatory(cycle, key)}' for key in gaps])} having signed"


def _before(sign_off: Sequence[Sequence[str]], role: str, signed: set[str]) -> tuple[str, ...]:
    """Return who should have signed before a role and has not."""
    step = next(position for position, roles in enumerate(sign_off) if role in roles)
    return missing(sign_off[:step], signed)[0]


def _again(status: Status, task: Task, happened: Happened) -> Iterator[str]:
    for record in records_of(task, status.progress):
        if record.what == happened.what != "signed":
            yield f"recorded before: {record.what} on {long_date(record.date)}, written by {record.by}; both are kept"
        if record.role in happened.signed:
            whose = names.signatory(status.plan.cycle, record.role or "")
            yield f"recorded before: signed by the {whose} on {long_date(record.date)}, written by {record.by}; both are kept"


def _too_soon(status: Status, task: Task, happened: Happened) -> Iterator[str]:
    if task.start and task.start.earliest and happened.date < task.start.earliest:
        yield f"before {task.action} may begin ({task.start.text})"
    waits = [root for root in status.roots(task) if root != task.id] if not status.settled(task) else []
    own = {t.id for t in status.plan.tasks if t.owner == task.owner}
    if others := [root for root in waits if root not in own]:
        yield f"before {listed(others)} {'is' if len(others) == 1 else 'are'} recorded"


def _of_meeting(status: Status, meeting: Meeting, happened: Happened) -> Iterator[str]:
    if before := status.progress.held.get(meeting.id):
        yield f"recorded before: held on {long_date(before.date)}, written by {before.by}; both are kept"
    planned = meeting.date
    if planned.day and planned.day != happened.date:
        yield f"the file has it on {long_date(planned.day)}"
