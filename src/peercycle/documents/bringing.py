"""The papers that those invited to a meeting have read or bring: how each comes to them, and when."""

from peercycle.documents.around import leans_on, owner_of
from peercycle.documents.audience import each_its_own, shown_at
from peercycle.documents.deadlines import Leaning, due_of, told
from peercycle.documents.edition import Edition
from peercycle.documents.expected import source
from peercycle.documents.occasions import making
from peercycle.documents.people import challenges
from peercycle.documents.wording import Wording
from peercycle.model.owner import Party
from peercycle.model.papers import Document
from peercycle.model.programme import Action
from peercycle.schedule.plan import Meeting

Line = dict[str, str]
OPEN = "when it comes is to be confirmed"


def bringing(edition: Edition, meeting: Meeting, invited: Party, words: Wording) -> list[Line]:
    """Return the papers of a meeting that those invited are shown, each with how it comes to them."""
    documents = edition.cycle.documents
    shown = [key for key in edition.plan.event(meeting).needs if shown_at(edition, key, [invited])]
    return [
        {
            "title": documents[key].title,
            "own": _whose(documents[key], meeting) if invited.many else "",
            "how": _how(edition, meeting, key, invited, words),
        }
        for key in dict.fromkeys(shown)
    ]


def _whose(document: Document, meeting: Meeting) -> str:
    """Return whose papers authorities are shown: their own, at a forum also those of whom they challenge."""
    if not each_its_own(document):
        return ""
    kinds = {party.many.kind for party in document.shown_to if party.many}
    among = challenges(meeting) and not kinds.isdisjoint(("own-group", "own-group-authorities"))
    return "your own, and of those you challenge" if among else "your own"


def _how(edition: Edition, meeting: Meeting, paper: str, invited: Party, words: Wording) -> str:
    """Return who brings a paper and by when: whoever is to send it or makes it, else the meeting it is made at."""
    document = edition.cycle.documents[paper]
    actions = edition.actions.values()
    bringers = [action for action in actions if _carries(action, paper, document.per, invited)]
    if not bringers and not making(edition.plan, paper):
        bringers = [action for action in actions if paper in action.produces]
    if bringers:
        who = (
            "you" if _is(bringers[0].owner, invited) else owner_of(edition, meeting, bringers[0].owner, words)
        )
        return f"from {who}, {_when(edition, meeting, bringers[0], invited, words)}"
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


def _when(edition: Edition, meeting: Meeting, action: Action, invited: Party, words: Wording) -> str:
    due = due_of(edition, action, meeting.subject)
    if due is None:
        return "when is to be confirmed"
    if due.relation == "before" and not due.amount and leans_on(due) == meeting.event:
        return "before this meeting"
    found = edition.plan.resolve(due, meeting.subject)._replace(sum="")
    whose = "your" if invited.many else "its"
    return told(edition, Leaning(due, found, meeting.subject, meeting.id, whose), words)
