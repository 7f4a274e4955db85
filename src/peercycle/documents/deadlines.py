"""Deadlines as a reader meets them in a sentence: "by Friday 27 October 2017", "before your own forum"."""

from collections.abc import Sequence
from typing import NamedTuple

from peercycle.documents.edition import Edition
from peercycle.documents.wording import Wording, with_article
from peercycle.model.due import Due
from peercycle.model.programme import Action
from peercycle.model.when import When, long_date, long_when
from peercycle.schedule.deadline import TO_BE_CONFIRMED, Deadline
from peercycle.schedule.plan import Meeting, Task, cell
from peercycle.schedule.subject import Subject

YOURS = "your"
ITS = "its"
EACH = "each"


class Leaning(NamedTuple):
    """A deadline of the file with the days it comes to for a subject; `whose` is how its reader's own things are named.

    Of what stands for each of several meetings, `whose` is "each". With `shared`, what is `own` in the file is the own group's.
    """

    due: Due
    found: Deadline
    subject: Subject
    event: str | None = None
    whose: str = YOURS
    shared: bool = False


def task_when(edition: Edition, task: Task, words: Wording) -> str:
    """Return by when a task is due, as part of a sentence."""
    due = edition.due_of(task)
    if due is None:
        return task.due.text.replace(" own ", f" {YOURS} own ")
    many = edition.plan.action(task).owner.many
    shared = many is not None and many.kind.startswith("groups")
    text = told(edition, Leaning(due, task.due, task.subject, task.event, shared=shared), words)
    clock = cell(edition.plan.action(task).time, task.subject)
    if clock is not None and clock.start and text.startswith("by "):
        return f"by {clock.words} on {text.removeprefix('by ')}"
    return text


def due_of(edition: Edition, action: Action, subject: Subject) -> Due | None:
    """Return the deadline of an action for a subject; what is done with another action has the deadline of that one."""
    due: Due | None = cell(action.due, subject)
    seen: set[str] = set()
    while due and due.with_action in edition.actions and due.with_action not in seen:
        seen.add(due.with_action)
        due = cell(edition.actions[due.with_action].due, subject)
    return due


def meeting_when(edition: Edition, meeting: Meeting, words: Wording, whose: str = YOURS) -> str:
    """Return the day of a meeting: "Tuesday 12 December 2017", "to be confirmed, after your own forum"."""
    due: Due | None = cell(edition.plan.event(meeting).date, meeting.subject)
    if due is None or meeting.id in edition.plan.agreed:
        return meeting.date.text
    if due.when:
        return long_when(due.when)
    text = told(edition, Leaning(due, meeting.date, meeting.subject, whose=whose), words)
    return text.removeprefix("by ").removeprefix("on ")


def briefly(edition: Edition, due: Due, about: Meeting | Subject, words: Wording, whose: str = YOURS) -> str:
    """Return a deadline for a meeting or another subject in words, without the sum that its day comes from."""
    subject, event = (about.subject, about.id) if isinstance(about, Meeting) else (about, None)
    found = edition.plan.resolve(due, subject)._replace(sum="")
    return told(edition, Leaning(due, found, subject, event, whose), words)


def told(edition: Edition, leaning: Leaning, words: Wording) -> str:
    """Return a deadline of the file and the days it comes to in words."""
    due, found = leaning.due, leaning.found
    if due.when:
        return _plain(due.when)
    meetings = _meetings(edition, leaning)
    if found.day and (due.amount or due.relation == "on"):
        reckoned = f" ({found.sum})" if found.sum and due.amount else ""
        link = "on" if meetings and not due.amount else "by"
        return f"{link} {long_date(found.day)}{_unsure(found)}{reckoned}"
    length = f"{due.amount} {due.unit}{'' if due.amount == 1 else 's'} " if due.amount else ""
    link = f"{length}{due.relation} " if due.relation != "on" else ""
    name = _only_day(meetings, doubtful=not due.tbc) or _name(edition, leaning, meetings, words)
    text = link + name if name != TO_BE_CONFIRMED else name
    if not due.tbc or text == TO_BE_CONFIRMED:
        return text
    return f"{TO_BE_CONFIRMED}, {text}"


def _plain(when: When) -> str:
    text = long_when(when)
    if when.form not in ("point", "choice"):
        return text
    return f"by {text}" if when.day else f"in {text}"


def _unsure(found: Deadline) -> str:
    return f" ({TO_BE_CONFIRMED})" if found.tbc else ""


def _meetings(edition: Edition, leaning: Leaning) -> tuple[Meeting, ...]:
    """Return the meetings a deadline leans on; several where it is not known which."""
    due = leaning.due
    if due.each:
        under = leaning.event or due.each
        held = edition.plan.meetings_of(due.each)
        return tuple(m for m in held if m.id == under or m.id.startswith(f"{under}/"))
    if due.anchor and due.anchor.ref in edition.plan.events and due.anchor.which in ("own", "the"):
        return edition.plan.own(due.anchor.ref, leaning.subject)
    return ()


def _only_day(meetings: Sequence[Meeting], *, doubtful: bool) -> str:
    """Return the day of the meeting, if it is known which it is and it has one; `doubtful` says so of a doubtful one."""
    if len(meetings) != 1 or not meetings[0].date.day:
        return ""
    return long_date(meetings[0].date.day) + (_unsure(meetings[0].date) if doubtful else "")


def _name(edition: Edition, leaning: Leaning, meetings: Sequence[Meeting], words: Wording) -> str:
    """Return what a deadline leans on by its name, with the earliest day it can be if that is what counts."""
    due = leaning.due
    ref = due.each or due.with_action or (due.anchor.ref if due.anchor else "")
    if ref in edition.plan.actions:
        action = edition.plan.actions[ref][0]
        if due.relation == "on" and not leaning.found.known:
            return TO_BE_CONFIRMED
        this = "with this" if due.relation == "on" else "this is done"
        return f"{this}: {words.inside(action.title or action.do)}"
    if ref not in edition.plan.events:
        return TO_BE_CONFIRMED
    title = words.inside(edition.plan.events[ref][0].title)
    return _which(edition, leaning, meetings, title, words) + (
        _earliest(meetings) if due.relation == "before" else ""
    )


def _which(
    edition: Edition, leaning: Leaning, meetings: Sequence[Meeting], title: str, words: Wording
) -> str:
    due = leaning.due
    which = due.anchor.which if due.anchor else "the"
    if due.each or (leaning.shared and which == "own"):
        rounds = {meeting.subject.round for meeting in meetings}
        round_ = (
            f"{words.round(next(iter(rounds)) or '')} " if len(rounds) == 1 and None not in rounds else ""
        )
        return f"the {round_}{title} of {leaning.whose} {edition.cycle.words.group}"
    if which == "own":
        return f"{EACH} {title}" if leaning.whose == EACH else f"{leaning.whose} own {title}"
    return with_article(title) if which == "the" else f"the {which} {title}"


def _earliest(meetings: Sequence[Meeting]) -> str:
    known = [meeting.date.earliest for meeting in meetings if meeting.date.earliest and meeting.date.latest]
    return f", which may be as early as {long_date(min(known))}" if known else ""
