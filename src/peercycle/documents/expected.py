"""When a paper that is not there yet will be: the meeting or the task that makes it."""

from peercycle.documents.deadlines import meeting_when, task_when
from peercycle.documents.edition import Edition
from peercycle.documents.occasions import making
from peercycle.documents.wording import Wording, number
from peercycle.model.when import long_date
from peercycle.schedule.deadline import TO_BE_CONFIRMED
from peercycle.schedule.plan import Meeting, Task
from peercycle.schedule.wording import several


def expected(edition: Edition, paper: str, words: Wording) -> str:
    """Return where a paper comes from and when, as a sentence: "Expected from the six forums, 8 to 14 May 2026."."""
    held = making(edition.plan, paper)
    ends = [meeting.date.latest for meeting in held] or [task.due.latest for task in _making(edition, paper)]
    gone = bool(ends) and all(end and end < edition.on for end in ends)
    return f"{'It was expected' if gone else 'Expected'} {source(edition, paper, words)}."


def source(edition: Edition, paper: str, words: Wording) -> str:
    """Return where a paper comes from and when, as part of a sentence: the meetings or the task that make it."""
    held = making(edition.plan, paper)
    if held:
        return _from_meetings(edition, held, words)
    tasks = _making(edition, paper)
    return task_when(edition, tasks[0], words) if tasks else f"on a day {TO_BE_CONFIRMED}"


def _making(edition: Edition, paper: str) -> list[Task]:
    return [task for task in edition.tasks if paper in edition.plan.action(task).produces]


def _from_meetings(edition: Edition, held: list[Meeting], words: Wording) -> str:
    title = words.inside(edition.plan.event(held[0]).title)
    if len(held) == 1:
        return f"from the {title}, {meeting_when(edition, held[0], words, 'the')}"
    days = sorted(meeting.date.day for meeting in held if meeting.date.day)
    if len(days) < len(held):
        return f"from the {several(title)}, whose days are {TO_BE_CONFIRMED}"
    unsure = f" ({TO_BE_CONFIRMED} in part)" if any(meeting.date.tbc for meeting in held) else ""
    return f"from the {number(len(held))} {several(title)}, {long_date(days[0])} to {long_date(days[-1])}{unsure}"
