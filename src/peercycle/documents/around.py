"""What a meeting is prepared by, what is done at it, and what follows from it: read from deadlines and papers alone."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from peercycle.documents.audience import titles
from peercycle.documents.deadlines import Leaning, briefly, told
from peercycle.documents.edition import Edition
from peercycle.documents.people import authorities_come, challenges, each_authority
from peercycle.documents.wording import Wording, capital
from peercycle.model.due import Due
from peercycle.model.owner import Party
from peercycle.model.papers import Document
from peercycle.model.programme import Action
from peercycle.schedule.plan import Meeting, cell
from peercycle.schedule.wording import listed

if TYPE_CHECKING:
    from peercycle.schedule.deadline import Deadline

Line = dict[str, str]
Whom = Callable[[Party], bool]


def _anybody(_: Party) -> bool:
    return True


def before(edition: Edition, meeting: Meeting, words: Wording) -> list[Line]:
    """Return what has to be done before a meeting, each with whose it is, and on which day its papers are given out."""
    return [*preparing(edition, meeting, words), *_given_out(edition, meeting, words)]


def preparing(edition: Edition, meeting: Meeting, words: Wording, concerns: Whom = _anybody) -> list[Line]:
    """Return what has to be done before a meeting by those owners of whom `concerns` says so."""
    lines = [
        {
            "who": _preparing(edition, meeting, action, due, words),
            "do": f"{words.inside(action.do.rstrip('.'))}{_by(edition, meeting, due, words)}",
        }
        for _, action, due in _leaning(edition, meeting, "before")
        if concerns(action.owner)
    ]
    lines += [
        _at_it(edition, meeting, action, words)
        for _, action, _ in _leaning(edition, meeting, "on")
        if concerns(action.owner) and _brought(edition, meeting, action)
    ]
    return lines


def _by(edition: Edition, meeting: Meeting, due: Due, words: Wording) -> str:
    """Return by which day something is done that is wanted a number of days before a meeting: ", by Tuesday ..."."""
    return f", {briefly(edition, due, meeting, words)}" if due.amount else ""


def during(edition: Edition, meeting: Meeting, words: Wording, concerns: Whom = _anybody) -> list[Line]:
    """Return what has to be done at a meeting, each with whose it is."""
    return [
        _at_it(edition, meeting, action, words)
        for _, action, _ in _leaning(edition, meeting, "on")
        if concerns(action.owner) and not _taken(edition, action) and not _brought(edition, meeting, action)
    ]


def _at_it(edition: Edition, meeting: Meeting, action: Action, words: Wording) -> Line:
    who = capital(owner_of(edition, meeting, action.owner, words))
    return {"who": who, "do": words.inside(action.do.rstrip("."))}


def _brought(edition: Edition, meeting: Meeting, action: Action) -> bool:
    """Whether an action makes a paper that its meeting needs, so that it is done before and not there."""
    return bool(set(action.produces) & set(edition.plan.event(meeting).needs))


def _given_out(edition: Edition, meeting: Meeting, words: Wording) -> Iterator[Line]:
    """Yield how authorities that come to a meeting are given their own papers for it, where the day is known."""
    event = edition.plan.event(meeting)
    if not authorities_come(event):
        return
    for action in edition.actions.values():
        due = cell(action.due, meeting.subject)
        if (
            due is None
            or leans_on(due) == meeting.event
            or not set(_taken(edition, action)) & set(event.needs)
        ):
            continue
        found = edition.plan.resolve(due, meeting.subject)
        if found.day and meeting.date.latest and found.day < meeting.date.latest:
            when = told(edition, Leaning(due, found, meeting.subject, whose="the"), words)
            line = _at_it(edition, meeting, action, words)
            yield line | {"do": f"{line['do']}, {when}"}


def taken_home(edition: Edition, meeting: Meeting, words: Wording) -> str:
    """Return the papers that each authority is given at a meeting, its own, "" where there are none."""
    given = [action for _, action, _ in _leaning(edition, meeting, "on")]
    return titles(edition, [key for action in given for key in _taken(edition, action)], words)


def _taken(edition: Edition, action: Action) -> list[str]:
    """Return the papers of each authority that an action puts into its own hands."""
    if not any(party.many is not None and party.many.kind == "own-authority" for party in action.to):
        return []
    documents = edition.cycle.documents
    papers = [key for key in (*action.produces, *action.needs) if key in documents]
    return [key for key in papers if documents[key].per == "authority" and _shown_to_own(documents[key])]


def _shown_to_own(document: Document) -> bool:
    kinds = [party.many.kind for party in document.shown_to if party.many]
    return not document.shown_to or "own-authority" in kinds or "authorities" in kinds


def _leaning(edition: Edition, meeting: Meeting, relation: str) -> Iterator[tuple[str, Action, Due]]:
    """Yield the actions whose deadline stands in a relation to this meeting."""
    for key, action in edition.actions.items():
        dues = (
            {cell(action.due, meeting.subject)}
            if meeting.subject.round
            else {due for _, due in action.due.leaves()}
        )
        for due in filter(None, dues):
            if due.relation == relation and leans_on(due) == meeting.event:
                yield key, action, due


def leans_on(due: Due) -> str:
    """Return the id of the event or the action that a deadline leans on, "" for a plain date."""
    return due.each or (due.anchor.ref if due.anchor else "")


def _preparing(edition: Edition, meeting: Meeting, action: Action, due: Due, words: Wording) -> str:
    """Return whom a preparation is for; where some are challenged and others challenge, by their part."""
    if challenges(meeting) and action.owner.many and not action.owner.role:
        return "If you challenge" if due.each else "If you are challenged"
    return capital(owner_of(edition, meeting, action.owner, words))


def owner_of(edition: Edition, meeting: Meeting, party: Party, words: Wording) -> str:
    """Return whose move something is, as it concerns one meeting."""
    subject = meeting.subject
    kind = party.many.kind if party.many else ""
    if party.tbc:
        return "to be confirmed"
    if kind == "authorities":
        whose = (
            edition.cycle.authorities[subject.authority].name
            if subject.authority
            else each_authority(edition, meeting)
        )
        return f"{words.role(party.role)} of {whose}" if party.role else whose
    if kind in ("groups", "groups-in-rounds") and subject.group:
        return words.group(subject.group)
    return words.party(party)


def after(edition: Edition, meeting: Meeting, words: Wording) -> list[Line]:
    """Return what follows from a meeting, in order: who uses its papers or counts days from it, and who uses theirs."""
    event = edition.plan.event(meeting)
    made, done = set(event.produces), {meeting.event}
    rows: list[tuple[Deadline, Line]] = []
    for key, action in edition.actions.items():
        due = cell(action.due, meeting.subject)
        if due is None or not _follows(edition, action, due, made, done):
            continue
        made |= set(action.produces)
        done.add(key)
        rows.append((edition.plan.resolve(due, meeting.subject), _row(edition, meeting, action, due, words)))
    days = [found.latest for found, _ in rows]
    if all(days):  # what has no day keeps its place in the chain
        rows.sort(key=lambda row: row[0].latest or edition.on)
    return [row for _, row in rows]


def _follows(edition: Edition, action: Action, due: Due, made: set[str], done: set[str]) -> bool:
    """Whether an action belongs to what follows: it leans on or uses what is there, and waits for no other meeting.

    What is handed at another meeting to each authority as its own follows from where it was made.
    """
    ref = due.with_action or leans_on(due)
    if due.relation == "on" and ref in edition.plan.events and made & set(_taken(edition, action)):
        return ref not in done
    if (ref in edition.plan.events and ref not in done) or (ref in done and due.relation == "before"):
        return False
    if ref in done and due.relation == "on" and not due.with_action:
        return False
    return ref in done or bool(made & set(action.needs))


def _row(edition: Edition, meeting: Meeting, action: Action, due: Due, words: Wording) -> Line:
    found = edition.plan.resolve(due, meeting.subject)
    when = told(edition, Leaning(due, found, meeting.subject, meeting.id, "the"), words)
    who = capital(owner_of(edition, meeting, action.owner, words))
    signed = f". Signed by the {words.signatories(action.sign_off)}" if action.sign_off else ""
    return {
        "when": capital(when),
        "what": f"{action.do.rstrip('.')}{_to(edition, meeting, action, words)}{signed}",
        "who": who,
    }


def _to(edition: Edition, meeting: Meeting, action: Action, words: Wording) -> str:
    """Return who is sent what comes of an action: ", to each authority challenged its own and no other's"."""
    receivers = []
    for party in action.to:
        kind = party.many.kind if party.many else ""
        if kind == "own-authority":
            receivers += _own(edition, meeting, action)
        elif party.many:
            receivers.append(party.many.words)
        elif not party.tbc:
            receivers.append(f"the {words.party(party)}" if party.role else words.party(party))
    new = [name for name in receivers if not _named(name, action.do)]
    return f", to {listed(new)}" if new else ""


def _own(edition: Edition, meeting: Meeting, action: Action) -> list[str]:
    """Return the authorities that are each sent their own; none where the action says "each authority" itself."""
    authority, word = meeting.subject.authority, edition.cycle.words.authority
    if authority:
        return [edition.cycle.authorities[authority].name]
    return (
        []
        if _named(f"each {word}", action.do)
        else [f"{each_authority(edition, meeting)}, its own and no other's"]
    )


def _named(receiver: str, do: str) -> bool:
    """Whether an action names a receiver itself; "every authority" is each of them."""
    return receiver.removeprefix("the ") in do.replace("every ", "each ")
