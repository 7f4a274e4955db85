"""The particulars at the head of an agenda: when, where, under whom, who comes, what for, and whose agenda it is."""

from collections.abc import Collection
from typing import Any, Final

from peercycle.documents.audience import shown_at, titles
from peercycle.documents.deadlines import meeting_when
from peercycle.documents.edition import Edition
from peercycle.documents.people import chair, comers, each_authority
from peercycle.documents.wording import Wording, capital, possessive
from peercycle.schedule.arrangements import arrangements
from peercycle.schedule.plan import Meeting

UNKNOWN: Final = "To be confirmed"


def particulars(
    edition: Edition, meeting: Meeting, words: Wording, without: Collection[str] = ()
) -> list[dict[str, Any]]:
    """Return what is known of a meeting, each term with its texts, and what is not as to be confirmed.

    What a document says elsewhere is left out unworded: a name is spelt out where it first stands.
    """
    fact = arrangements(edition.plan, meeting)
    whose = _whose(edition, meeting)
    date = capital(meeting_when(edition, meeting, words, whose))
    known = fact.time is not None and fact.time.start is not None
    facts: list[tuple[str, str | list[str]]] = [("Date", f"{date}, {fact.hours}" if known else date)]
    if not known:
        facts.append(("Time", _time(fact.hours)))
    facts.append(("Place", _place(fact.room, fact.place, fact.open)))
    if "Chair" not in without:
        facts.append(("Chair", chair(edition, meeting, words) or ""))
    facts.append(("Facilitator", capital(words.party(fact.facilitator)) if fact.facilitator else ""))
    if "Who comes" not in without:
        facts.append(("Who comes", comers(edition, meeting, words) or [UNKNOWN]))
    if "Purpose" not in without:
        facts.append(("Purpose", _purpose(edition, meeting, words)))
    return [
        {"term": term, "texts": [text] if isinstance(text, str) else text} for term, text in facts if text
    ]


def _whose(edition: Edition, meeting: Meeting) -> str:
    authority = meeting.subject.authority
    return possessive(edition.cycle.authorities[authority].name) if authority else "the authority's"


def _time(hours: str) -> str:
    return f"{capital(hours)}. Start and finish to be confirmed" if hours else UNKNOWN


def _place(room: str | None, place: str | None, unsure: tuple[str, ...]) -> str:
    if place is None:
        return UNKNOWN
    if room is None:
        return f"{place}. Building and room to be confirmed" if "room" in unsure else place
    return f"{room}, {place}"


def _purpose(edition: Edition, meeting: Meeting, words: Wording) -> str:
    """Return what is to come of a meeting: the papers it makes that those who come are shown, by whom they are for."""
    event, documents = edition.plan.event(meeting), edition.cycle.documents
    who_come = [line.party for line in event.attends]
    made: dict[str, list[str]] = {"": []}
    for key in event.produces:
        if shown_at(edition, key, who_come):
            made.setdefault(_for_whom(edition, meeting, documents[key].per, words), []).append(key)
    said = [f"{whose}: {titles(edition, keys, words)}" for whose, keys in made.items() if keys]
    first, *others = said or [""]
    link = ", " if first and not first.startswith(":") else ""
    return ". ".join([f"What is to come of it{link}{first}", *map(capital, others)]) if first else ""


def _for_whom(edition: Edition, meeting: Meeting, per: str | None, words: Wording) -> str:
    """Return for whom there is a paper of its own, "" where the meeting has one."""
    if per is None or meeting.subject.authority:
        return ""
    if per == "authority":
        return f"for {each_authority(edition, meeting)}"
    group = meeting.subject.group
    return f"for {words.group(group) if group else f'each {edition.cycle.words.group}'}"


def audience(edition: Edition, meeting: Meeting, words: Wording) -> str:
    """Return for whom an agenda is, "" where it is for all who come."""
    subject = meeting.subject
    beside = arrangements(edition.plan, meeting).facilitator or edition.plan.event(meeting).held_by
    other = f" and {words.the(beside.who)}" if beside and beside.who in edition.cycle.bodies else ""
    if subject.authority:
        return f"{edition.cycle.authorities[subject.authority].name}{other} only"
    if subject.group in edition.cycle.groups:
        return f"The members of {words.group(subject.group)}{other} only"
    return ""
