"""The papers that those invited to a meeting have read or bring: how each comes to them, and when."""

from collections.abc import Iterator

from peercycle.documents.around import leans_on, owner_of
from peercycle.documents.audience import each_its_own, shown_at
from peercycle.documents.deadlines import ITS, YOURS, briefly, due_of
from peercycle.documents.edition import Edition
from peercycle.documents.expected import source
from peercycle.documents.occasions import making
from peercycle.documents.people import challenges
from peercycle.documents.wording import Wording
from peercycle.model.owner import Party
from peercycle.model.programme import Action
from peercycle.schedule.plan import Meeting

Line = dict[str, str]
OPEN = "when it comes is to be confirmed"
OTHERS_OPEN = "how they come to you is to be confirmed"


def bringing(edition: Edition, meeting: Meeting, invited: Party, words: Wording) -> list[Line]:
    """Return the papers of a meeting that those invited are shown, each with how it comes to them."""
    needed = dict.fromkeys(edition.plan.event(meeting).needs)
    shown = [key for key in needed if shown_at(edition, key, [invited])]
    return [line for key in shown for line in _lines(edition, meeting, key, invited, words)]


def _lines(edition: Edition, meeting: Meeting, paper: str, invited: Party, words: Wording) -> Iterator[Line]:
    """Yield how a paper comes; authorities' own first, then at a forum those of whom they challenge."""
    document = edition.cycle.documents[paper]
    own = bool(invited.many) and each_its_own(document)
    in_group = any(party.of_own_group for party in document.shown_to)
    of_group = bool(invited.many) and document.per == "group" and in_group
    whose = "your own" if own else f"your own {edition.cycle.words.group}'s" if of_group else ""
    yield {"title": document.title, "own": whose, "how": _how(edition, meeting, paper, invited, words)}
    if own and challenges(meeting) and in_group:
        how = _others_how(edition, meeting, paper, words)
        yield {"title": document.title, "own": "of those you challenge", "how": how}


def _others_how(edition: Edition, meeting: Meeting, paper: str, words: Wording) -> str:
    """Return who sends a paper to those who challenge its authority, where the file says that somebody does."""
    for action in edition.actions.values():
        sent = paper in (*action.produces, *action.needs) and any(party.of_own_group for party in action.to)
        if sent and not _too_late(edition, meeting, action):
            who = owner_of(edition, meeting, action.owner, words)
            return f"from {who}, {_when(edition, meeting, action, words)}"
    return OTHERS_OPEN


def _too_late(edition: Edition, meeting: Meeting, action: Action) -> bool:
    """Whether an action brings papers only after a meeting."""
    due = due_of(edition, action, meeting.subject)
    sent = edition.plan.resolve(due, meeting.subject).earliest if due else None
    return bool(sent and meeting.date.latest and sent > meeting.date.latest)


def _how(edition: Edition, meeting: Meeting, paper: str, invited: Party, words: Wording) -> str:
    """Return who brings a paper and by when: whoever is to send it or makes it, else the meeting it is made at."""
    document = edition.cycle.documents[paper]
    actions = edition.actions.values()
    bringers = [action for action in actions if _carries(action, paper, document.per, invited)]
    if not bringers and not making(edition.plan, paper):
        bringers = [action for action in actions if paper in action.produces]
    if bringers:
        whose = YOURS if invited.many else ITS
        who = (
            "you" if _is(bringers[0].owner, invited) else owner_of(edition, meeting, bringers[0].owner, words)
        )
        return f"from {who}, {_when(edition, meeting, bringers[0], words, whose)}"
    if making(edition.plan, paper):
        return source(edition, paper, words)
    return f"from {document.comes_from[0]}" if document.comes_from else OPEN


def _carries(action: Action, paper: str, per: str | None, invited: Party) -> bool:
    """Whether an action puts a paper into the hands of those invited, or they make it themselves.

    What an action uses it passes on only where each authority has its own.
    """
    if paper in action.produces and _is(action.owner, invited):
        return True
    passed_on = action.needs if per == "authority" else ()
    return paper in (*action.produces, *passed_on) and any(_is(party, invited) for party in action.to)


def _is(party: Party, invited: Party) -> bool:
    """Whether a phrase of the file means those invited: several authorities for several, a body by its id."""
    if party.many and invited.many:
        return not party.role
    return bool(party.who) and party.who == invited.who


def _when(edition: Edition, meeting: Meeting, action: Action, words: Wording, whose: str = YOURS) -> str:
    due = due_of(edition, action, meeting.subject)
    if due is None:
        return "when is to be confirmed"
    if due.relation == "before" and not due.amount and leans_on(due) == meeting.event:
        return "before this meeting"
    return briefly(edition, due, meeting, words, whose)
