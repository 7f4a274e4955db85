"""Who may see a finding: its own authority and the team, and beyond them only whom it is shared with."""

from collections.abc import Iterator, Mapping
from typing import Final

from peercycle.model.cycle import Cycle
from peercycle.model.owner import Party
from peercycle.progress.finding import Finding, Kind
from peercycle.progress.fold import Noted
from peercycle.schedule.arrangements import arrangements
from peercycle.schedule.plan import Meeting, Plan
from peercycle.schedule.subject import ANYONE, Subject

ALL: Final = "all"
"""What a finding is shared with that every authority may see."""
_PAPERS: Final[Mapping[Kind, str]] = {
    "headline": "headlines",
    "question": "headlines",
    "focus": "suggested-focus",
    "support-request": "support-request",
    "good-practice": "good-practice",
    "immediate-action": "immediate-actions",
    "conversation-notes": "conversation-notes",
    "follow-up": "conversation-notes",
}
_OWN: Final = ("own-authority", "challenged-authorities")
_LEADS: Final = ("lead-authorities", "own-lead-authority")


def paper_of(finding: Finding) -> str:
    """Return the id of the document in which a finding of this kind stands, "" where none does."""
    return finding.judged if finding.kind == "placement" else _PAPERS.get(finding.kind, "")


def team(cycle: Cycle) -> str | None:
    """Return the body that most papers of authorities are sent to, None where no action of the file says."""
    actions = [action for _, action, _ in cycle.actions() if action.suggested is None]
    receivers = [party.who for action in actions for party in action.to if party.who in cycle.bodies]
    return max(dict.fromkeys(receivers), key=receivers.count) if receivers else None


def includes(plan: Plan, party: Party, whose: Subject, reader: Subject) -> bool:
    """Whether a phrase of `shown-to`, of a paper of one authority, means a reader: an authority, a group or a body."""
    if party.many is None:
        return party.who in (reader.authority, reader.group, reader.body)
    if reader.body:
        return False
    kind = party.many.kind
    if kind == "authorities":
        return party.many.within in ("", reader.group, reader.round)
    if kind in _LEADS:
        leads = {group.lead for group in plan.cycle.groups.values()}
        return reader.authority is not None and reader.authority in leads
    if reader.authority is not None and reader.authority == whose.authority:
        return party.of_own_group or kind in _OWN
    return party.of_own_group and reader.group is not None and reader.group == whose.group


def own_sees(plan: Plan, authority: str, finding: Finding) -> bool:
    """Whether an authority is shown a finding about itself: a preliminary placement, say, may be kept from it.

    A placement by nobody that the cycle knows is shown to nobody.
    """
    document = plan.cycle.documents.get(paper_of(finding))
    if document is None:
        return not finding.judged
    own = plan.cast.authorities.get(authority, Subject(authority=authority))
    return not document.shown_to or any(includes(plan, party, own, own) for party in document.shown_to)


def may_see(plan: Plan, noted: Noted, reader: Subject) -> bool:
    """Whether a reader may see a finding: an authority, a body, or all of a group whose members are not known.

    Who owns an immediate action sees it. What its own authority is not shown, no authority is.
    """
    finding = noted.finding
    shown = {*finding.shared_with, finding.owner} - {ALL, ""}
    if reader.body:
        return reader.body in shown or reader.body == team(plan.cycle)
    if noted.authority not in plan.cycle.authorities or not own_sees(plan, noted.authority, finding):
        return False
    if reader.authority == noted.authority or ALL in finding.shared_with:
        return True
    return not shown.isdisjoint((reader.authority, reader.group))


def beyond(plan: Plan, authority: str, finding: Finding) -> tuple[str, ...]:
    """Return those a finding is shared with to whom the document of its kind does not go, by its `shown-to`."""
    document = plan.cycle.documents.get(paper_of(finding))
    if document is None or not document.shown_to:
        return ()
    whose = plan.cast.authorities[authority]
    return tuple(
        key
        for key in finding.shared_with
        if not any(includes(plan, party, whose, reader_of(plan, key)) for party in document.shown_to)
    )


def reader_of(plan: Plan, key: str) -> Subject:
    """Return whom an id of `shared-with` stands for: an authority, a group, a body, or every authority."""
    if key in plan.cycle.authorities:
        return plan.cast.authorities[key]
    if key in plan.cycle.groups:
        return Subject(group=key, count=None, unnamed=True)
    return ANYONE if key == ALL else Subject(body=key)


def comers(plan: Plan, meeting: Meeting) -> tuple[Subject, ...]:
    """Return everyone who comes to a meeting; whoever is not known may be anyone, and nobody named is anyone, too."""
    event, held = plan.event(meeting), meeting.subject
    parties = [line.party for line in event.attends]
    beside = arrangements(plan, meeting).facilitator
    if beside is None and (held.authority or held.group):
        beside = event.held_by  # of a meeting of the whole region, who holds it are those who come
    if parties and beside:
        parties.append(beside)
    found = dict.fromkeys(subject for party in parties for subject in _meant(plan, party, held))
    return tuple(found) or (ANYONE,)


def _meant(plan: Plan, party: Party, held: Subject) -> Iterator[Subject]:
    kind = party.many.kind if party.many else ""
    if party.of_own_group:
        yield from _members(plan, held.group)
    elif kind == "own-lead-authority":
        lead = plan.cycle.groups[held.group].lead if held.group in plan.cycle.groups else None
        yield plan.cast.authorities.get(lead or "", ANYONE)
    elif kind in _OWN:
        turn = plan.cast.turn(held.round, held.group) if held.round or held.group else ()
        named = [held.authority] if held.authority else turn
        yield from (plan.cast.authorities[key] for key in named) if named else (ANYONE,)
    elif party.who in plan.cycle.groups:
        yield from _members(plan, party.who)
    else:
        yield from (subject if subject.named else ANYONE for subject in plan.cast.expand([party]))


def _members(plan: Plan, group: str | None) -> Iterator[Subject]:
    """Yield the members of a group, and besides whoever else may be one while memberships are open."""
    yield from (plan.cast.authorities[key] for key in plan.cast.members(group))
    if group is None or any(not subject.group for subject in plan.cast.authorities.values()):
        yield Subject(group=group, count=None, unnamed=True)
