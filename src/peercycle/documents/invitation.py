"""The view of an invitation: one meeting, and what those invited by one line of the file need to know before it."""

from typing import Any

from peercycle.documents.agenda import title_of
from peercycle.documents.around import during, preparing
from peercycle.documents.bringing import bringing
from peercycle.documents.edition import Edition
from peercycle.documents.glossary import closing
from peercycle.documents.meeting_questions import of_meeting
from peercycle.documents.occasions import invited
from peercycle.documents.open_points import open_points
from peercycle.documents.particulars import particulars
from peercycle.documents.people import challenges, comer, parts
from peercycle.documents.timetable import order_of
from peercycle.documents.wording import Wording, capital
from peercycle.model.fields import Attending
from peercycle.model.owner import Party
from peercycle.schedule.arrangements import arrangements
from peercycle.schedule.plan import Meeting


def invitation(edition: Edition, subject: str) -> dict[str, Any]:
    """Return the view of one invitation, put together in the order it is read."""
    held, _, slug = subject.rpartition("/")
    meeting = next(other for other in edition.plan.meetings if other.id == held)
    line = invited(edition.plan, meeting)[slug]
    words = Wording(edition.cycle)
    to = comer(edition, meeting, line, words)
    view: dict[str, Any] = {
        "title": f"Invitation: {title_of(edition, meeting)}",
        "to": to,
        "facts": particulars(edition, meeting, words, without=("Who comes",)),
        "others": _others(edition, meeting, line, words),
        "tell": _tell(edition, meeting, line, words),
        "part": _part(edition, meeting, line),
        "subjects": [capital(text) for text in _subjects(edition, meeting, words)],
        "before": preparing(edition, meeting, words, lambda owner: _theirs(owner, line.party)),
        "papers": bringing(edition, meeting, line.party, words),
        "during": during(edition, meeting, words, lambda owner: _theirs(owner, line.party)),
    }
    view["open"] = open_points(edition, of_meeting(edition, meeting), words)
    return view | closing(edition, view, "", words)


def _others(edition: Edition, meeting: Meeting, line: Attending, words: Wording) -> list[str]:
    """Return who else is invited."""
    return [
        comer(edition, meeting, other, words)
        for other in edition.plan.event(meeting).attends
        if other is not line
    ]


def _part(edition: Edition, meeting: Meeting, line: Attending) -> list[str]:
    """Return in which part authorities come to a meeting of their group, as sentences; none for any other meeting."""
    if line.party.many is None or not challenges(meeting):
        return []
    group = edition.cycle.words.group
    return parts(edition, meeting) or [
        f"Those whose turn it is are challenged, and the other members of the {group} come to challenge.",
        "Who is challenged that day is to be confirmed.",
    ]


def _subjects(edition: Edition, meeting: Meeting, words: Wording) -> list[str]:
    """Return what is on the agenda.

    The turns of a forum are its parts, and an order of the day that is only suggested says nothing.
    """
    order = order_of(edition, meeting)
    if challenges(meeting) or order.suggested:
        return []
    items = [slot.item.item for slot in order.slots if slot.item.item and not slot.between]
    return [words.inside(item.rstrip(".")) for item in items]


def _theirs(owner: Party, invited_: Party) -> bool:
    """Whether an owner is among those invited: a body by its id, any authority for a phrase that means several."""
    if invited_.many is None:
        return bool(owner.who) and owner.who == invited_.who
    return owner.many is not None


def _tell(edition: Edition, meeting: Meeting, line: Attending, words: Wording) -> str:
    """Return whom to tell who will come, "" once the day has gone by; whoever holds it also tells what it alone knows."""
    phrase = edition.coordinator
    if phrase is None or edition.over(meeting):
        return ""
    party = next(p for a in edition.actions.values() for p in a.to if p.words == phrase)
    comma = "," if words.holder(phrase) else ""
    told = [*_asked_of_holder(edition, meeting, line), "who will come", "of anything that stands in the way"]
    return f"Tell the {words.party(party)}{comma} {', '.join(told[:-1])}, and {told[-1]}."


def _asked_of_holder(edition: Edition, meeting: Meeting, line: Attending) -> list[str]:
    """Return what is not known of a meeting's day and hours, if those invited are who holds it."""
    holder = edition.plan.event(meeting).held_by
    if holder is None or not holder.who or holder.who != line.party.who:
        return []
    time = arrangements(edition.plan, meeting).time
    wanted = ["" if meeting.date.day else "on which day", "" if time and time.start else "at what time"]
    return [f"{' and '.join(filter(None, wanted))} you hold it"] if any(wanted) else []
