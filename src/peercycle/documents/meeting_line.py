"""A meeting in one line: its title, its day and hours, and where it is held."""

from peercycle.documents.deadlines import meeting_when
from peercycle.documents.edition import Edition
from peercycle.documents.wording import Wording, in_passing
from peercycle.schedule.arrangements import arrangements
from peercycle.schedule.plan import Meeting


def meeting_line(edition: Edition, meeting: Meeting, words: Wording) -> str:
    """Return "Improvement Board, Thursday 18 March 2027, 10am to midday, Council Chamber, County Hall, Larkmoor"."""
    fact = arrangements(edition.plan, meeting)
    where = in_passing(fact.where) or "place to be confirmed"
    hours = fact.hours or "time to be confirmed"
    return f"{edition.plan.event(meeting).title}, {meeting_when(edition, meeting, words, 'the')}, {hours}, {where}"
