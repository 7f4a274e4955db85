"""What is still to be confirmed, by who can say: the questions that touch what a document is about."""

from collections.abc import Collection, Iterable
from typing import Any, Final

from peercycle.documents.edition import Edition
from peercycle.documents.wording import Wording, capital, with_article
from peercycle.model.place import Place
from peercycle.schedule.questions import OpenQuestion, subject_of
from peercycle.schedule.subject import Subject

NO_READING: Final = "not assumed"
_ASKED: Final = {
    "date": "On which day is {title}?",
    "time": "At what time is {title}?",
    "place": "Where is {title} held?",
    "room": "In which building and room is {title}?",
    "chair": "Who takes the chair at {title}?",
    "stand-in": "Who takes the chair at {title} while the chair's own authority is challenged?",
    "facilitator": "Who facilitates {title}?",
    "attends": "Who comes to {title}?",
    "for": "Whom is {title} for?",
    "due": "By when is this to be done: {do}?",
    "owner": "Who is to do this: {do}?",
}
"""How a TBC that the file puts no question to is asked, by the key it stands under."""


def concerning(edition: Edition, ids: Collection[str], subject: Subject) -> list[OpenQuestion]:
    """Return the open questions about these ids that wait for an answer: a TBC stands there, or a day is named.

    A doubt with a reading in force and no day to it is the coordinator's, not the reader's.
    """
    return [question for question in edition.questions if _touches(edition, question, ids, subject)]


def _touches(edition: Edition, question: OpenQuestion, ids: Collection[str], subject: Subject) -> bool:
    if question.places:
        return any(_at(place, ids) and _fits(edition, place, subject) for place in question.places)
    return question.by is not None and any(about.partition(" ")[0] in ids for about in question.about)


def _at(place: Place, ids: Collection[str]) -> bool:
    entry, section, _ = subject_of(place)
    return entry in ids or section in ids


def _fits(edition: Edition, place: Place, subject: Subject) -> bool:
    """Whether a cell of a grid can be this subject's: no round, group or authority on its path is another's."""
    cycle, own = (
        edition.cycle,
        subject_of(place)[1] in ("events", "actions"),
    )  # else who is in which group, for all
    cells = (
        (subject.round, cycle.rounds),
        (subject.group, cycle.groups),
        (subject.authority, cycle.authorities if own else {}),
    )
    return all(not part or part in place or known.keys().isdisjoint(place) for part, known in cells)


def open_points(edition: Edition, questions: Iterable[OpenQuestion], words: Wording) -> list[dict[str, Any]]:
    """Return the questions gathered by who can answer them, in the file's order; those nobody is named for come last."""
    gathered: dict[str, list[str]] = {}
    for question in questions:
        named = question.who if question.who and question.who != "TBC" else ""
        gathered.setdefault(named, []).append(_point(edition, question, words))
    nobody = gathered.pop("", [])
    points = [
        {"who": f"{capital(words.who(who))} can say", "points": found} for who, found in gathered.items()
    ]
    return points + ([{"who": "Nobody is named yet who can say", "points": nobody}] if nobody else [])


def _point(edition: Edition, question: OpenQuestion, words: Wording) -> str:
    asked = ask(edition, question, words)
    reading = until_then(question)
    return f"{asked} Until then: {words.inside(reading).rstrip('.')}." if reading else asked


def until_then(question: OpenQuestion) -> str:
    """Return the reading in force until a question is answered, "" where nothing is assumed."""
    reading = (question.meanwhile or "").strip()
    return "" if reading.rstrip(".").casefold() == NO_READING else reading


def ask(edition: Edition, question: OpenQuestion, words: Wording) -> str:
    """Return a question in words: the file's own, or one made for a TBC that stands alone."""
    if question.stated:
        return question.ask
    entry, _, key = question.key.partition(" ")
    if entry in edition.plan.events:
        title = with_article(words.inside(edition.plan.events[entry][0].title))
        return _ASKED.get(key, "What is settled for {title}?").format(title=title, do=title)
    if entry in edition.plan.actions:
        do = edition.plan.actions[entry][0].do
        return _ASKED.get(key, "What is settled for this: {do}?").format(title=do, do=do)
    if key == "members" and entry in edition.cycle.bodies:
        return f"Who sits on {words.the(entry)}?"
    return question.ask
