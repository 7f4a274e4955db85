"""A meeting in a line: its day and hours, and where it is held, with what is still to be confirmed."""

from peercycle.documents.deadlines import meeting_when
from peercycle.documents.edition import Edition
from peercycle.documents.wording import Wording, in_passing
from peercycle.schedule.arrangements import arrangements
from peercycle.schedule.plan import Meeting

_OPEN = "to be confirmed"


def meeting_line(edition: Edition, meeting: Meeting, words: Wording) -> str:
    """Return "Improvement Board, Thursday 18 March 2027, 10am to midday, Council Chamber, County Hall, Larkmoor"."""
    where = in_passing(place_of(edition, meeting)) or f"place {_OPEN}"
    return f"{edition.plan.event(meeting).title}, {when_of(edition, meeting, words)}, {where}"


def when_of(edition: Edition, meeting: Meeting, words: Wording, hours: str = "") -> str:
    """Return the day with its hours; `hours` are those of a part of the meeting, "" for the whole of it."""
    known = hours or arrangements(edition.plan, meeting).hours
    day = meeting_when(edition, meeting, words, "the")
    if not known and day.startswith(_OPEN):
        return day
    return f"{day}, {known or f'time {_OPEN}'}"


def place_of(edition: Edition, meeting: Meeting) -> str:
    """Return room and place, "" where neither is known; a room that the file leaves open is to be confirmed."""
    fact = arrangements(edition.plan, meeting)
    return f"{fact.where} (room {_OPEN})" if fact.where and "room" in fact.open else fact.where
