"""What goes into a diary: meetings and deadlines that have a day, for everyone or for one of them, and nothing else.

A day that nobody named is in no entry: what has only a month stands in a reminder of that month, if the file asks.
"""

from collections.abc import Iterable, Iterator
from datetime import date, time, timedelta
from typing import Final, NamedTuple

from peercycle.model.working_days import shift
from peercycle.schedule import names
from peercycle.schedule.arrangements import arrangements
from peercycle.schedule.attendance import coming, part, seats
from peercycle.schedule.choosing import chosen
from peercycle.schedule.deadline import TO_BE_CONFIRMED, Deadline
from peercycle.schedule.papers import Step
from peercycle.schedule.plan import Meeting, Plan, Task, cell
from peercycle.schedule.status import NOTICE
from peercycle.schedule.subject import Subject
from peercycle.schedule.telling import told
from peercycle.schedule.wording import counted, listed

EVERYONE: Final = "everyone"
"""The calendar of the whole cycle."""
SIGNATURE: Final = 15
"""Working days before a deadline that whoever signs is reminded: papers go round an office."""
ATTENDANCE: Final = 2
"""Working days before a meeting that those who go are reminded."""
_PARTS: Final = {"challenged": "You are challenged.", "challenger": "You challenge.", "open": "Whether you are challenged or challenge is to be confirmed.", "": ""}  # fmt: skip


class Entry(NamedTuple):
    """One entry of a diary: from its first to its last day, at hours where they are known.

    `key` is the id of the meeting or the task, or of the action where it stands for several; `tentative` is true while the
    day is to be confirmed, `meeting` where those who go are busy; `remind` is the day of its reminder, None without one.
    Two are of meetings in everyone's diary alone: `perhaps`, the authorities of whom nobody knows yet whether it is theirs,
    and `elsewhere`, what other diaries say of it besides.
    """

    key: str
    title: str
    first: date
    last: date
    start: time | None = None
    end: time | None = None
    where: str = ""
    tentative: bool = False
    meeting: bool = False
    notes: tuple[str, ...] = ()
    remind: date | None = None
    perhaps: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()


def diary(plan: Plan, reader: str = EVERYONE) -> tuple[Entry, ...]:
    """Return the entries of everyone, or of an authority, a group, a body or a role by its id, in order of their days."""
    steps = _steps(plan, reader)
    meetings = [_meeting(plan, step, reader) for step in steps if isinstance(step, Meeting) and _days(step)]
    tasks = [step for step in steps if isinstance(step, Task) and _of_the_file(plan, step) and step.due.day]
    found = [*meetings, *_deadlines(plan, tasks, reader)]
    found += _months(plan, steps) if plan.cycle.month_reminders else []
    return tuple(
        sorted(found, key=lambda entry: (entry.first, not entry.meeting, entry.start or time(), entry.key))
    )


def readers(plan: Plan) -> tuple[str, ...]:
    """Return everyone who can have a calendar: all together, each group, authority, body and role."""
    cycle = plan.cycle
    return (EVERYONE, *cycle.groups, *cycle.authorities, *cycle.bodies, *cycle.roles)


def name_of(plan: Plan, reader: str) -> str:
    """Return whose calendar it is in words."""
    cycle = plan.cycle
    if reader == EVERYONE:
        return EVERYONE
    if reader in cycle.roles or reader in cycle.bodies:
        return names.role(cycle, reader) if reader in cycle.roles else names.body(cycle, reader)
    return names.subject(cycle, Subject(reader) if reader in cycle.authorities else Subject(group=reader))


def _of_the_file(plan: Plan, task: Task) -> bool:
    """Whether a task is the file's own: a deadline is one whether or not somebody keeps track of it, a suggestion is none."""
    return plan.action(task).suggested is None


def _steps(plan: Plan, reader: str) -> tuple[Step, ...]:
    """Return what concerns a reader, without the exceptions that are between an authority and the team."""
    found = _concerning(plan, reader)
    return found if reader in plan.cycle.authorities or reader in plan.cycle.bodies else told(plan, found)


def _concerning(plan: Plan, reader: str) -> tuple[Step, ...]:
    if reader == EVERYONE:
        return (*plan.meetings, *plan.tasks)
    found = chosen(plan, reader)
    if reader in plan.cycle.authorities:
        return tuple(
            step
            for step in found
            if isinstance(step, Task) or seats(plan, step, reader) is not None or _own(step, reader)
        )
    if reader in plan.cycle.bodies:
        return (
            *(meeting for meeting in plan.meetings if meeting not in found and _led(plan, meeting, reader)),
            *found,
        )
    if reader in plan.cycle.roles:
        return (*(meeting for meeting in plan.meetings if _asked(plan, meeting, reader)), *found)
    return found


def _own(step: Step, reader: str) -> bool:
    return step.subject.authority == reader


def _asked(plan: Plan, meeting: Meeting, role: str) -> bool:
    return any(seat.role == role for line in coming(plan, meeting) for seat in line.seats)


def _led(plan: Plan, meeting: Meeting, body: str) -> bool:
    fact = arrangements(plan, meeting)
    return any(party is not None and party.who == body for party in (fact.chair, fact.facilitator))


def _days(meeting: Meeting) -> tuple[date, date] | None:
    """Return the first and last day of a meeting, None where it has no day that somebody named."""
    due = meeting.date
    if due.day:
        return due.day, due.day
    return (
        (due.earliest, due.latest)
        if due.lasting and due.earliest and due.latest and _short(due.latest - due.earliest)
        else None
    )


def _short(length: timedelta) -> bool:
    return length < timedelta(days=7)


def _meeting(plan: Plan, meeting: Meeting, reader: str) -> Entry:
    first, last = _days(meeting) or (date.min, date.min)
    fact = arrangements(plan, meeting)
    clock = fact.time
    start, end = (clock.start, clock.end) if clock and (clock.end or first == last) else (None, None)
    hours = f" ({fact.hours})" if fact.hours and start is None else ""
    unsure = [f"The {key} is {TO_BE_CONFIRMED}." for key in fact.open if key in ("time", "place", "room")]
    notes = [
        *_to_reader(plan, meeting, reader),
        *([f"The date is {TO_BE_CONFIRMED}."] if meeting.date.tbc else []),
        *unsure,
    ]
    everyones = reader == EVERYONE
    remind = plan.calendar.add(first, -ATTENDANCE)
    return Entry(
        meeting.id,
        f"{names.meeting(plan, meeting)}{hours}",
        first,
        last,
        start,
        end,
        fact.where,
        meeting.date.tbc or _possible(plan, meeting, reader),
        meeting=True,
        notes=tuple(notes),
        remind=None if everyones else remind,
        perhaps=_perhaps(plan, meeting) if everyones else (),
        elsewhere=(remind.isoformat(), *_to_each(plan, meeting)) if everyones else (),
    )


def _to_reader(plan: Plan, meeting: Meeting, reader: str) -> tuple[str, ...]:
    """Return what a meeting is to an authority, which stands in its diary alone."""
    possible = (
        f"One of the days that can be yours: keep it free until your {plan.cycle.words.group} is known."
    )
    notes = (possible if _possible(plan, meeting, reader) else "", _part(plan, meeting, reader))
    return tuple(filter(None, notes))


def _to_each(plan: Plan, meeting: Meeting) -> tuple[str, ...]:
    """Return what a meeting is to each authority that comes, where there is something to say of it."""
    coming = [key for key in sorted(plan.cycle.authorities) if seats(plan, meeting, key) is not None]
    said = {key: " ".join(_to_reader(plan, meeting, key)) for key in coming}
    return tuple(f"{key}: {text}" for key, text in said.items() if text)


def _perhaps(plan: Plan, meeting: Meeting) -> tuple[str, ...]:
    return tuple(authority for authority in plan.cast.authorities if _possible(plan, meeting, authority))


def _possible(plan: Plan, meeting: Meeting, reader: str) -> bool:
    """Whether a group's meeting is an authority's own only if it turns out to be in that group."""
    subject = plan.cast.authorities.get(reader)
    return subject is not None and subject.group is None and meeting.subject.group is not None


def _part(plan: Plan, meeting: Meeting, reader: str) -> str:
    return _PARTS[part(plan, meeting, reader)] if reader in plan.cycle.authorities else ""


def _deadlines(plan: Plan, tasks: Iterable[Task], reader: str) -> Iterator[Entry]:
    """Yield one entry for what several do by the same day; an authority's own each by themselves."""
    by_action: dict[str, dict[tuple[date | None, bool], list[Task]]] = {}
    for task in tasks:
        by_action.setdefault(task.action, {}).setdefault((task.due.day, task.due.tbc), []).append(task)
    for action, days in by_action.items():
        by_day = sorted(days.values(), key=len, reverse=True)
        for alike in by_day:
            if len(alike) == 1 or reader in plan.cycle.authorities:
                yield from (
                    _deadline(plan, task, task.id, reader, _owner(plan, task, reader)) for task in alike
                )
            else:
                key = action if alike is by_day[0] else f"{action}/{alike[0].id.partition('/')[2]}+"
                yield _of_several(plan, alike, key, reader, whole=len(by_day) == 1)


def _of_several(plan: Plan, tasks: list[Task], key: str, reader: str, *, whole: bool) -> Entry:
    """Return one entry for several tasks; whose they are is named where others have another day."""
    about = [plan.cycle.authorities[task.authority].name for task in tasks if task.authority]
    entry = _deadline(plan, tasks[0], key, reader, _whose(plan, tasks, whole=whole))
    return entry if whole or not about else entry._replace(notes=(*entry.notes, f"For {listed(about)}."))


def _deadline(plan: Plan, task: Task, key: str, reader: str, whose: str) -> Entry:
    action, day = plan.action(task), task.due.day or date.min
    clock = cell(action.time, task.subject)
    notes = (f"By {clock.words}." if clock else "", f"The date is {TO_BE_CONFIRMED}." if task.due.tbc else "")
    return Entry(
        key,
        f"Deadline: {action.title or action.do.rstrip('.')}{f' ({whose})' if whose else ''}",
        day,
        day,
        tentative=task.due.tbc,
        notes=tuple(filter(None, notes)),
        remind=_reminder(plan, task, reader, day),
    )


def _owner(plan: Plan, task: Task, reader: str) -> str:
    """Return whose move a task is, "" where it is simply the reader's."""
    mine = reader in plan.cycle.authorities and task.owner.authority == reader
    return "" if mine else names.owner(plan, task)


def _whose(plan: Plan, tasks: list[Task], *, whole: bool) -> str:
    owners = dict.fromkeys(names.owner(plan, task) for task in tasks)
    if len(owners) == 1:
        return next(iter(owners))
    word = (
        plan.cycle.words.authority if all(task.owner.authority for task in tasks) else plan.cycle.words.group
    )
    return f"each {word}" if whole else counted(len(owners), word)


def _reminder(plan: Plan, task: Task, reader: str, day: date) -> date | None:
    """Return when somebody is reminded of a deadline: by their role in it, as the owner or as one who signs."""
    if reader == EVERYONE:
        return None
    action = plan.action(task)
    if any(reader in step for step in action.sign_off) and action.owner.role != reader:
        return plan.calendar.add(day, -SIGNATURE)
    if reader in plan.cycle.authorities and task.owner.body:
        return None
    notice = plan.cycle.notice
    amount, unit = (notice.amount, notice.unit) if notice else NOTICE
    return shift(day, -amount, unit, plan.calendar)


def _months(plan: Plan, steps: Iterable[Step]) -> Iterator[Entry]:
    """Yield a reminder on the 1st of each month in which something has no day yet; what has no month stands in all."""
    by_month: dict[date, list[str]] = {}
    without: list[str] = []
    for step in steps:
        due = step.date if isinstance(step, Meeting) else step.due
        if not _without_day(plan, step):
            continue
        said = f"{_said(plan, step)}: {due.text}."
        if month := _month(due):
            by_month.setdefault(month, []).append(said)
        elif due.tbc:
            without.append(said)
    for month, lines in sorted(by_month.items()):
        title = f"{month:%B} {month.year}: no day fixed yet for {len(lines)}"
        notes = (*dict.fromkeys(lines), *dict.fromkeys(without))
        yield Entry(f"month/{month:%Y-%m}", title, month, month, notes=notes)


def _without_day(plan: Plan, step: Step) -> bool:
    """Whether something of the file's own has no day; what is due before something is no month's."""
    if isinstance(step, Meeting):
        return _days(step) is None
    return _of_the_file(plan, step) and not step.due.day and not step.due.limit


def _month(due: Deadline) -> date | None:
    """Return the 1st of the one month a deadline lies in, None where it may lie in several."""
    first, last = due.earliest, due.latest
    if first is None or last is None or (first.year, first.month) != (last.year, last.month):
        return None
    return first.replace(day=1)


def _said(plan: Plan, step: Step) -> str:
    if isinstance(step, Meeting):
        return names.meeting(plan, step)
    action = plan.action(step)
    return f"{action.title or action.do.rstrip('.')} ({names.owner(plan, step)})"
