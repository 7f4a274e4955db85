"""The view of a notes form: what is written down at the forum of one authority, and who signs it afterwards."""

from collections.abc import Iterable
from typing import Any, Final

from peercycle.documents.addressee import Addressee
from peercycle.documents.edition import Edition
from peercycle.documents.entries import sender, when_of
from peercycle.documents.expected import expected
from peercycle.documents.findings import outcome, whom
from peercycle.documents.glossary import closing
from peercycle.documents.occasions import HEADLINES, NOTES, SIGNED_NOTES, maker
from peercycle.documents.open_points import concerning, open_points
from peercycle.documents.own_forum import before_forum, forum_facts, own_forums
from peercycle.documents.readership import audience_of
from peercycle.documents.signing import signing
from peercycle.documents.wording import capital, cycle_label
from peercycle.model.when import long_date
from peercycle.progress.finding import Kind
from peercycle.progress.fold import Noted
from peercycle.schedule.findings import immediate, of_authority
from peercycle.schedule.plan import Task
from peercycle.schedule.sharing import may_see

ROOM: Final = 3
"""Lines of each kind that there is room for at least."""
Row = dict[str, str]


def forum_notes(edition: Edition, authority: str) -> dict[str, Any]:
    """Return the view of one authority's notes form, put together in the order it is filled in."""
    reader = Addressee(edition, authority)
    forums = own_forums(reader)
    seen = [n for n in of_authority(edition.findings, authority) if may_see(edition.plan, n, reader.subject)]
    challenged = _of(seen, "headline", "question")
    moves = immediate(seen)
    earlier = [noted for noted in moves if before_forum(reader, forums, noted)]
    view: dict[str, Any] = {
        "title": f"{reader.name}: notes of the peer challenge forum, {cycle_label(edition.cycle.cycle)}",
        "audience": audience_of(reader),
        "facts": forum_facts(reader, forums),
        "expected": "" if challenged else expected(edition, HEADLINES, reader.words),
        "responses": _with_room([_challenge(noted) for noted in challenged], {"what": "", "text": ""}),
        "requests": _with_room(
            [_said(noted) for noted in _of(seen, "support-request")], {"text": "", "theme": ""}
        ),
        "practice": _with_room(
            [_said(noted) for noted in _of(seen, "good-practice")], {"text": "", "theme": ""}
        ),
        "earlier": [_action(reader, noted) for noted in earlier],
        "actions": _with_room(
            [_action(reader, noted) for noted in moves if noted not in earlier],
            {"text": "", "who": "", "due": ""},
            ROOM + 2,
        ),
        "after": _after(reader),
        "signing": signing(reader, maker(edition.plan, SIGNED_NOTES)),
        "open": open_points(edition, concerning(edition, _makers(edition), reader.subject), reader.words),
    }
    return view | closing(edition, view, view["audience"], reader.words)


def _makers(edition: Edition) -> set[str]:
    return {key for key, action in edition.actions.items() if set(NOTES) & set(action.produces)}


def _of(seen: Iterable[Noted], *kinds: Kind) -> list[Noted]:
    return [noted for noted in seen if noted.finding.kind in kinds]


def _with_room(rows: list[Row], empty: Row, room: int = ROOM) -> list[Row]:
    """Return rows with empty ones after them, numbered from 1: one more at least than is known already."""
    blank = max(1, room - len(rows))
    return [{"number": str(number), **row} for number, row in enumerate([*rows, *[empty] * blank], 1)]


def _challenge(noted: Noted) -> Row:
    kind = "Headline" if noted.finding.kind == "headline" else "Question"
    return {"what": kind, "text": _text(noted)}


def _said(noted: Noted) -> Row:
    return {"text": _text(noted), "theme": noted.finding.theme}


def _action(reader: Addressee, noted: Noted) -> Row:
    finding = noted.finding
    return {
        "text": _text(noted),
        "who": capital(whom(reader.edition, finding.owner, reader.words)) if finding.owner else "",
        "due": long_date(finding.due) if finding.due else "",
    }


def _text(noted: Noted) -> str:
    """Return what a finding says, and that it was closed since: the notes keep what the forum agreed."""
    text = noted.finding.text.strip()
    return f"{text} ({capital(outcome(noted))})" if noted.closed else text


def _after(reader: Addressee) -> list[Row]:
    """Return what happens to the notes: sent out, commented on, signed, each by its day, whose move it is last."""
    tasks = [*reader.owed, *reader.mine, *reader.finished]
    return [_step(reader, task) for paper in NOTES for task in tasks if paper in reader.action(task).produces]


def _step(reader: Addressee, task: Task) -> Row:
    return {
        "when": capital(when_of(reader, task)),
        "what": reader.action(task).do.rstrip("."),
        "who": capital(sender(reader, task)) if task.owner.body else reader.name,
    }
