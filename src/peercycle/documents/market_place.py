"""The view of a market place: offers of good practice beside requests for support, of what may be shared with all."""

from collections.abc import Iterable, Sequence
from typing import Any

from peercycle.documents.audience import seen_by_all
from peercycle.documents.edition import Edition
from peercycle.documents.expected import expected
from peercycle.documents.glossary import closing
from peercycle.documents.meeting_line import place_of, when_of
from peercycle.documents.meeting_questions import of_meeting
from peercycle.documents.occasions import GOOD_PRACTICE
from peercycle.documents.open_points import open_points
from peercycle.documents.people import comers
from peercycle.documents.readership import COMERS
from peercycle.documents.timetable import order_of
from peercycle.documents.wording import Wording, capital, number
from peercycle.progress.fold import Noted
from peercycle.schedule.findings import answers
from peercycle.schedule.plan import Meeting
from peercycle.schedule.wording import listed

Row = dict[str, str]
NO_THEME = "None noted"


def market_place(edition: Edition, subject: str) -> dict[str, Any]:
    """Return the view of one meeting's market place: what nobody answers yet, what fits together, what is spare."""
    meeting = next(held for held in edition.plan.meetings if held.id == subject)
    words = Wording(edition.cycle)
    seen = [
        noted
        for noted in edition.findings
        if noted.closed is None and seen_by_all(edition.plan, noted, meeting)
    ]
    requests = _by_theme(noted for noted in seen if noted.finding.kind == "support-request")
    offers = _by_theme(noted for noted in seen if noted.finding.kind == "good-practice")
    answered = {noted.record.id: answers(offers, noted) for noted in requests}
    used = {offer.record.id for found in answered.values() for offer in found}
    pairs = [(noted, answered[noted.record.id]) for noted in requests if answered[noted.record.id]]
    unanswered = [_row(edition, noted) for noted in requests if not answered[noted.record.id]]
    view: dict[str, Any] = {
        "title": "Good practice market place: offers and requests",
        "when": _when(edition, meeting, words),
        "where": place_of(edition, meeting) or "To be confirmed",
        "for": f"{listed(comers(edition, meeting, words))}. Only what is marked as shared with all of them stands here",
        "first": _first(len(unanswered)),
        "unanswered": unanswered,
        "matched": [_pair(edition, noted, found) for noted, found in pairs],
        "offers": [_row(edition, noted) for noted in offers if noted.record.id not in used],
        "missing": "" if requests or offers else _missing(edition, words),
    }
    view["open"] = open_points(edition, of_meeting(edition, meeting), words)
    return view | closing(edition, view, COMERS if requests or offers else "", words)


def _when(edition: Edition, meeting: Meeting, words: Wording) -> str:
    """Return the day with the hours of the part of the meeting that deals with good practice, where they are known."""
    slots = order_of(edition, meeting).slots
    hours = next((slot.times for slot in slots if GOOD_PRACTICE in slot.item.needs), "")
    title = edition.plan.event(meeting).title
    return f"{capital(when_of(edition, meeting, words, hours))}, in the {words.inside(title)}"


def _first(count: int) -> str:
    """Return where a reader begins: with the requests that nobody answers."""
    if not count:
        return ""
    these = "this request" if count == 1 else f"these {number(count)} requests"
    return f"Start with {these}: no offer stands beside {'it' if count == 1 else 'them'} yet."


def _missing(edition: Edition, words: Wording) -> str:
    source = expected(edition, GOOD_PRACTICE, words)
    return f"No offer and no request is marked as shared with everyone who comes. {source}"


def _by_theme(findings: Iterable[Noted]) -> list[Noted]:
    """Return findings by theme, those without one last, and within a theme in the order in which they were noted."""
    return sorted(findings, key=lambda noted: (not _theme(noted), _theme(noted).casefold()))


def _theme(noted: Noted) -> str:
    return " ".join(noted.finding.theme.split())


def _row(edition: Edition, noted: Noted) -> Row:
    return {"theme": _theme(noted) or NO_THEME, "what": _plain(noted), "who": _name(edition, noted)}


def _pair(edition: Edition, request: Noted, offers: Sequence[Noted]) -> dict[str, Any]:
    """Return a request with the offers noted beside it; its theme is the first that one of them has."""
    themes = [_theme(noted) for noted in (request, *offers)]
    return {
        "theme": next(filter(None, themes), NO_THEME),
        "offers": [{"who": _name(edition, noted), "what": _plain(noted)} for noted in offers],
        "who": _name(edition, request),
        "what": _plain(request),
    }


def _name(edition: Edition, noted: Noted) -> str:
    return edition.cycle.authorities[noted.authority].name


def _plain(noted: Noted) -> str:
    text = noted.finding.text.strip()
    return text.rstrip(".") or text
