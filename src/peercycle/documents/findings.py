"""What a document says of findings: an authority's own, and of any other's only what its reader may see."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Final

from peercycle.documents.addressee import Addressee
from peercycle.documents.edition import Edition
from peercycle.documents.people import challenges
from peercycle.documents.timetable import turns
from peercycle.documents.wording import Wording, capital
from peercycle.model.ids import is_id
from peercycle.model.when import long_date
from peercycle.progress.finding import KINDS
from peercycle.progress.fold import Noted
from peercycle.schedule.findings import (
    NAMES,
    answers,
    conversations,
    days_late,
    immediate,
    is_open,
    of_authority,
    owned_by,
)
from peercycle.schedule.plan import Meeting
from peercycle.schedule.sharing import ALL, comers, may_see, paper_of
from peercycle.schedule.wording import listed

Row = dict[str, Any]
_ENDS: Final = (".", "!", "?")


def agreed(reader: Addressee) -> dict[str, list[Row]]:
    """Return what a checklist says of findings: immediate actions, open and closed, what was found, what others share.

    Of an authority's own, what was found stands kind by kind with the offers beside its requests.
    """
    plan = reader.edition.plan
    visible = [noted for noted in reader.edition.findings if may_see(plan, noted, reader.subject)]
    moves = immediate(n for n in visible if n.authority == reader.authority or owned_by(n, reader.subject))
    elsewhere = {"immediate-action"} | (
        {"conversation-date"} if conversations(plan, reader.authority) else set()
    )
    own = [n for n in of_authority(visible, reader.authority) if n.finding.kind not in elsewhere]
    said = {noted.record.id for each in own for noted in answers(visible, each)}
    said |= {noted.record.id for noted in moves}
    others = [n for n in visible if n.authority != reader.authority and n.closed is None]
    numbered = list(enumerate(moves, 1))
    return {
        "actions": [_to_close(reader, noted, number) for number, noted in numbered if is_open(noted)],
        "closed": [_closed(reader, noted, number) for number, noted in numbered if not is_open(noted)],
        "found": [_row(reader.edition, n, [*_of_own(reader, n, visible)], reader.words) for n in own],
        "shared": [
            _of_another(reader.edition, noted, reader.words)
            for noted in sorted(others, key=lambda noted: KINDS.index(noted.finding.kind))
            if noted.record.id not in said
        ],
    }


def at_meeting(edition: Edition, meeting: Meeting, words: Wording) -> list[Row]:
    """Return the open findings in a meeting's papers that everyone who comes may see, authority by authority.

    What came of the meeting was no paper of it.
    """
    event = edition.plan.event(meeting)
    papers = {*event.needs, *event.produces} - {""}
    readers = comers(edition.plan, meeting)
    about = (
        turns(edition, meeting)
        if challenges(meeting) or meeting.subject.authority
        else edition.cycle.authorities
    )
    seen = [
        noted
        for noted in edition.findings
        if noted.closed is None
        and paper_of(noted.finding) in papers
        and _brought(edition, meeting, noted)
        and all(may_see(edition.plan, noted, reader) for reader in readers)
    ]
    return [
        _of_another(edition, noted, words) for authority in about for noted in of_authority(seen, authority)
    ]


def _brought(edition: Edition, meeting: Meeting, noted: Noted) -> bool:
    """Whether a finding was there for a meeting, once its day has come.

    That is what was noted before it, and on the day itself what stands in a paper that the meeting needs.
    """
    held = edition.status.progress.held.get(meeting.id)
    first, last = meeting.date.earliest or meeting.date.latest, meeting.date.latest
    if held:
        first = last = held.date
    elif meeting.date.day is None and not edition.over(meeting):
        return True
    if first is None or last is None:
        return True
    needed = paper_of(noted.finding) in edition.plan.event(meeting).needs
    return noted.record.date <= last if needed else noted.record.date < first


def _row(edition: Edition, noted: Noted, details: list[str], words: Wording, *, whose: str = "") -> Row:
    label = _label(edition, noted)
    if whose:
        label = f"{whose}, {words.inside(label)}"
    return {"label": label, "text": _sentence(_text(noted)), "details": details}


def _of_another(edition: Edition, noted: Noted, words: Wording) -> Row:
    details = [*_more(edition, noted, words)]
    return _row(edition, noted, details, words, whose=edition.cycle.authorities[noted.authority].name)


def _label(edition: Edition, noted: Noted) -> str:
    """Return what a finding is called; a placement by the title of its document, which says whose judgement it is."""
    document = edition.cycle.documents.get(noted.finding.judged)
    return document.title if document else capital(NAMES[noted.finding.kind][0])


def _text(noted: Noted) -> str:
    finding = noted.finding
    if finding.kind == "focus":
        return "education and social care" if finding.text == "both" else finding.text
    if finding.kind == "conversation-date":
        return long_date(date.fromisoformat(finding.text))
    if finding.kind == "placement":
        of = f" for {finding.enabler}" if finding.enabler else ""
        return f"{finding.text}{of}, on {long_date(noted.record.date)}"
    return finding.text


def _sentence(text: str) -> str:
    """Return a text with a full stop, unless it ends as a sentence does."""
    plain = text.strip()
    return plain if plain.endswith(_ENDS) else f"{plain}."


def _plain(noted: Noted) -> str:
    """Return a text without its full stop."""
    text = noted.finding.text.strip()
    return text.rstrip(".") or text


def _more(edition: Edition, noted: Noted, words: Wording) -> Iterator[str]:
    """Yield what belongs to a finding besides its text: its theme, and who takes an immediate action forward by when."""
    finding = noted.finding
    if finding.theme:
        yield f"Theme: {_sentence(finding.theme)}"
    if finding.owner:
        yield f"Who: {whom(edition, finding.owner, words)}."
    if finding.due:
        yield f"By {long_date(finding.due)}."


def _of_own(reader: Addressee, noted: Noted, visible: Sequence[Noted]) -> Iterator[str]:
    """Yield what an authority is told about a finding of its own: what came of it, and who else is shown it."""
    yield from _more(reader.edition, noted, reader.words)
    for offer in answers(visible, noted):
        name = reader.edition.cycle.authorities[offer.authority].name
        yield f"Offered by {name}: {_sentence(offer.finding.text)}"
    answered = noted.finding.answers
    request = next((n for n in visible if n.record.id == answered), None) if answered else None
    if request:
        name = reader.edition.cycle.authorities[request.authority].name
        yield f"This answers the request of {name}: {_sentence(request.finding.text)}"
    if noted.closed:
        yield capital(_sentence(outcome(noted)))
    yield from _also_shown(reader, noted)


def _also_shown(reader: Addressee, noted: Noted) -> Iterator[str]:
    keys = [key for key in noted.finding.shared_with if key != reader.authority]
    if keys:
        yield f"Also shown to: {listed([whom(reader.edition, key, reader.words) for key in keys])}."


def _to_close(reader: Addressee, noted: Noted, number: int) -> Row:
    finding = noted.finding
    late = days_late(noted, reader.edition.on)
    when = long_date(finding.due) if finding.due else ""
    details = [f"It was due on {when}."] if late else []
    return {
        "id": _ident("action", noted, number),
        "what": _plain(noted),
        "when": f"by {when}" if when and not late else "",
        "details": [*details, *_about(reader, noted), *_also_shown(reader, noted)],
        "who": capital(whom(reader.edition, finding.owner, reader.words)) if finding.owner else "",
    }


def _closed(reader: Addressee, noted: Noted, number: int) -> Row:
    return {
        "id": _ident("closed", noted, number),
        "what": _sentence(f"{_plain(noted)}: {outcome(noted)}"),
        "details": [*_about(reader, noted)],
    }


def _about(reader: Addressee, noted: Noted) -> Iterator[str]:
    if noted.authority != reader.authority:
        yield f"This is about {reader.edition.cycle.authorities[noted.authority].name}."
    if noted.finding.theme:
        yield f"Theme: {_sentence(noted.finding.theme)}"


def outcome(noted: Noted) -> str:
    """Return on which day a finding was closed, and with what outcome."""
    if noted.closed is None:
        return ""
    day = f"closed on {long_date(noted.closed.date)}"
    return f"{day}. Outcome: {noted.closed.outcome.strip()}" if noted.closed.outcome.strip() else day


def _ident(lead: str, noted: Noted, number: int) -> str:
    """Return the id of a box to tick: the record's, or a number where somebody wrote the record's id by hand."""
    return f"{lead}-{noted.record.id}" if is_id(noted.record.id) else f"{lead}-by-hand-{number}"


def whom(edition: Edition, key: str, words: Wording) -> str:
    """Return an authority, a group or a body with its article; every authority for `all`."""
    if key == ALL:
        return f"every {edition.cycle.words.authority}"
    return words.group(key) if key in edition.cycle.groups else words.who(key)
