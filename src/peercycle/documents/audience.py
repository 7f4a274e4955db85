"""Who may see a paper: every document checks what it names against `shown-to` (format, section 6)."""

from collections.abc import Iterable

from peercycle.documents.edition import Edition
from peercycle.documents.wording import Wording
from peercycle.model.owner import Party
from peercycle.model.papers import Document
from peercycle.progress.fold import Noted
from peercycle.schedule.plan import Meeting, Plan
from peercycle.schedule.sharing import comers, includes, may_see, paper_of
from peercycle.schedule.subject import Subject
from peercycle.schedule.wording import listed

_EVERY_AUTHORITY = (
    "authorities",
    "own-authority",
    "own-group-authorities",
    "own-group",
    "challenged-authorities",
)


def shown_to_authority(edition: Edition, key: str, authority: Subject) -> bool:
    """Whether an authority is shown a paper, its own where each has one."""
    document = edition.cycle.documents.get(key)
    if document is None:
        return False
    return not document.shown_to or any(
        includes(edition.plan, party, authority, authority) for party in document.shown_to
    )


def shown_at(edition: Edition, key: str, comers: Iterable[Party]) -> bool:
    """Whether a paper is shown to at least one of those who come to a meeting."""
    document = edition.cycle.documents.get(key)
    if document is None:
        return False
    allowed = document.shown_to
    return not allowed or any(_same(one, other) for one in comers for other in allowed)


def _same(comer: Party, allowed: Party) -> bool:
    if comer.many is None or allowed.many is None:
        return bool(comer.who) and comer.who == allowed.who
    return allowed.many.kind in _EVERY_AUTHORITY


def seen_by_all(plan: Plan, noted: Noted, meeting: Meeting) -> bool:
    """Whether everyone who comes to a meeting may see a finding."""
    return noted.authority in plan.cycle.authorities and all(
        _sees(plan, noted, reader) for reader in comers(plan, meeting)
    )


def _sees(plan: Plan, noted: Noted, reader: Subject) -> bool:
    """Whether a reader may see a finding; a body also sees a place on the journey in a paper shown to it by name.

    A place goes with its paper; anything else is shared one by one (design, section 4).
    """
    if may_see(plan, noted, reader):
        return True
    document = plan.cycle.documents.get(paper_of(noted.finding))
    if noted.finding.kind != "placement" or not reader.body or document is None:
        return False
    whose = plan.cast.authorities[noted.authority]
    return any(includes(plan, party, whose, reader) for party in document.shown_to)


def each_its_own(document: Document) -> bool:
    """Whether a paper is each authority's own and is not shown to all authorities."""
    shown_to_all = any(party.many and party.many.kind == "authorities" for party in document.shown_to)
    return document.per == "authority" and not shown_to_all


def titles(edition: Edition, keys: Iterable[str], words: Wording) -> str:
    """Return the titles of papers as a list in a sentence."""
    held = [
        edition.cycle.documents[key].title for key in dict.fromkeys(keys) if key in edition.cycle.documents
    ]
    plain = [words.inside(title) for title in held]
    return "; ".join(plain) if any("," in title or " and " in title for title in plain) else listed(plain)
