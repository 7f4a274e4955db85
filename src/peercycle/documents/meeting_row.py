"""A meeting of the programme in a row: its days, where it is held, what comes of it, and who comes."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from peercycle.documents.audience import titles
from peercycle.documents.deadlines import ITS, Leaning, meeting_when, told
from peercycle.documents.edition import Edition
from peercycle.documents.entries import Row
from peercycle.documents.meeting_line import place_of
from peercycle.documents.wording import Wording, capital, days
from peercycle.model.fields import Attending
from peercycle.schedule.arrangements import arrangements
from peercycle.schedule.deadline import TO_BE_CONFIRMED
from peercycle.schedule.plan import Meeting, cell
from peercycle.schedule.subject import Subject
from peercycle.schedule.wording import listed, several

if TYPE_CHECKING:
    from peercycle.model.due import Due

Round = tuple[str | None, Sequence[Meeting]]
"""A round by its id, and the meetings of an event in it."""


def meeting_row(edition: Edition, of: Round, first: Round, words: Wording) -> Row:
    """Return a meeting as a row; a further round says only what is not as in the first."""
    round_, held = of
    row = {
        "when": capital(_days(edition, held, words)),
        "lead": _title(edition, held, round_, words),
        "what": _content(edition, held, words),
        "who": _comers(edition, held, words),
    }
    if held is first[1] or first[0] is None:
        return row
    where = _where(edition, held, words)
    as_first = f"As in {words.round(first[0])}"
    same = where == _where(edition, first[1], words)
    return row | {"what": as_first if same else where, "who": as_first}


def _title(edition: Edition, held: Sequence[Meeting], round_: str | None, words: Wording) -> str:
    title = edition.plan.event(held[0]).title
    if len(held) == 1 and not round_:
        return title
    named = several(title) if "," not in title else title
    return f"{words.round(round_)}: {words.inside(named)}" if round_ else named


def _days(edition: Edition, held: Sequence[Meeting], words: Wording) -> str:
    """Return the day of a meeting with its hours, or the days of those of a round."""
    first = held[0]
    if len(held) == 1 and not (first.subject.authority or first.subject.unnamed):
        hours = arrangements(edition.plan, first).hours
        return ", ".join(filter(None, (meeting_when(edition, first, words, ITS), hours)))
    known = [meeting.date.day for meeting in held if meeting.date.day]
    if len(known) == len(held):
        unsure = f" ({TO_BE_CONFIRMED})" if any(meeting.date.tbc for meeting in held) else ""
        known_hours = {arrangements(edition.plan, meeting).hours for meeting in held}
        each = known_hours.pop() if len(known_hours) == 1 else ""
        return f"{days(known, 'and')}{unsure}{f', {each}' if each else ''}"
    due: Due | None = cell(edition.plan.event(first).date, Subject(round=first.subject.round))
    if due is None:
        return TO_BE_CONFIRMED
    found = edition.plan.resolve(due, Subject())
    return told(edition, Leaning(due, found, Subject(), whose=ITS), words)


def _content(edition: Edition, held: Sequence[Meeting], words: Wording) -> str:
    """Return where a meeting is held and what comes of it."""
    made = titles(edition, edition.plan.event(held[0]).produces, words)
    return ". ".join(filter(None, (_where(edition, held, words), f"Outcome: {made}" if made else "")))


def _where(edition: Edition, held: Sequence[Meeting], words: Wording) -> str:
    """Return where a meeting is held; those of several groups with the day or place of each."""
    places = [place_of(edition, meeting) for meeting in held]
    if len({*places}) == 1:
        groups = [None if meeting.subject.authority else meeting.subject.group for meeting in held]
        each = listed([words.group(key) for key in groups if key in edition.cycle.groups])
        return ", ".join(filter(None, (capital(each) + " in this order" if each else "", places[0])))
    said = [
        f"{words.group(meeting.subject.group)}: {place or TO_BE_CONFIRMED}"
        if meeting.subject.group
        else place
        for meeting, place in zip(held, places, strict=True)
    ]
    return capital("; ".join(filter(None, said)))


def _comers(edition: Edition, held: Sequence[Meeting], words: Wording) -> str:
    """Return who comes, bodies by their names; of meetings that repeat, whoever it is at each of them."""
    said = [_line(edition, line, words) for line in edition.plan.event(held[0]).attends]
    return capital("; ".join(said)) or "To be confirmed"


def _line(edition: Edition, line: Attending, words: Wording) -> str:
    authority, group = edition.cycle.words.authority, edition.cycle.words.group
    whose = {
        "own-authority": f"the {authority}",
        "own-group": f"the {group}",
        "own-group-authorities": "each member",
        "own-lead-authority": f"the lead {authority}",
    }.get(line.party.many.kind if line.party.many else "") or words.party(line.party)
    if not line.seats:
        return whose
    if line.party.who in edition.cycle.bodies:
        posts = listed([words.post(line.party._replace(role=seat.role)) for seat in line.seats])
        return f"the {posts} of {whose}"
    return f"the {words.seats(line.seats)} of {whose}"
