"""What documents can be about: authorities, and meetings by the papers that go into them and come out of them.

A meeting is never known by its id: a region calls its meetings what it likes, and its papers by the ids of the format.
"""

from collections.abc import Mapping
from typing import Final

from peercycle.model.fields import Attending
from peercycle.model.ids import slugged
from peercycle.model.programme import Action
from peercycle.schedule.plan import Meeting, Plan

HEADLINES: Final = "headlines"
GOOD_PRACTICE: Final = "good-practice"
IMMEDIATE_ACTIONS: Final = "immediate-actions"
SUPPORT_REQUEST: Final = "support-request"
OVERVIEW: Final = "regional-overview"
SELF_VIEW: Final = "self-view"
MEMORANDUM: Final = "mou"
SIGNED_NOTES: Final = "signed-notes"
NOTES: Final = ("draft-notes", "comments", SIGNED_NOTES)
CONVERSATION_NOTES: Final = "conversation-notes"
_PLACEMENT: Final = "placement-"


def authorities(plan: Plan) -> tuple[str, ...]:
    """Return the ids of all authorities, in the file's order."""
    return tuple(plan.cycle.authorities)


def with_forum(plan: Plan) -> tuple[str, ...]:
    """Return the ids of the authorities whose headlines are challenged at a meeting that agrees immediate actions."""
    return authorities(plan) if making(plan, IMMEDIATE_ACTIONS) else ()


def with_headlines(plan: Plan) -> tuple[str, ...]:
    """Return the ids of the authorities for each of which there are headlines."""
    return authorities(plan) if making(plan, HEADLINES) else ()


def with_self_view(plan: Plan) -> tuple[str, ...]:
    """Return the ids of the authorities, where the file has an action by which each writes its self-view."""
    return authorities(plan) if maker(plan, SELF_VIEW) else ()


def with_memorandum(plan: Plan) -> tuple[str, ...]:
    """Return the ids of the authorities, where the file has an action by which each signs a memorandum."""
    return authorities(plan) if maker(plan, MEMORANDUM) else ()


def with_conversation(plan: Plan) -> tuple[str, ...]:
    """Return the ids of the authorities that have an Annual Conversation of their own."""
    return tuple(
        held.subject.authority for held in making(plan, CONVERSATION_NOTES) if held.subject.authority
    )


def maker(plan: Plan, paper: str) -> Action | None:
    """Return the action of the file's own by which a paper is made, None where there is none."""
    actions = (action for action, _ in plan.actions.values())
    return next((each for each in actions if paper in each.produces and each.suggested is None), None)


def meetings(plan: Plan) -> tuple[str, ...]:
    """Return the ids of all meetings, in the file's order."""
    return tuple(meeting.id for meeting in plan.meetings)


def whole_cycle(plan: Plan) -> tuple[str, ...]:
    """Return the id of the cycle itself: there is one such document."""
    return (plan.cycle.cycle,)


def using(plan: Plan, *papers: str) -> list[Meeting]:
    """Return the meetings of the whole region that need all these papers, and do not make them."""
    wanted = set(papers)
    return [
        meeting
        for meeting in plan.meetings
        if wanted <= set(plan.event(meeting).needs) - set(plan.event(meeting).produces)
        and not meeting.subject.named
    ]


def making(plan: Plan, paper: str) -> list[Meeting]:
    """Return the meetings at which a paper is made."""
    return [meeting for meeting in plan.meetings if paper in plan.event(meeting).produces]


def meeting_of(plan: Plan, subject: str) -> Meeting:
    """Return the meeting that a subject of a paper is, or begins with: `forum/december/coast/board` is for the Board."""
    found = (held for held in plan.meetings if f"{subject}/".startswith(f"{held.id}/"))
    return max(found, key=lambda held: len(held.id))


def market_places(plan: Plan) -> tuple[str, ...]:
    """Return the ids of the meetings of authorities to which the good practice of all is brought."""
    return tuple(held.id for held in using(plan, GOOD_PRACTICE) if _authorities_come(plan, held))


def boards(plan: Plan) -> tuple[str, ...]:
    """Return the ids of the meetings of bodies at which headlines and placements are looked at."""
    return tuple(
        held.id
        for held in using(plan, HEADLINES)
        if placement_at(plan, held) and plan.event(held).attends and not _authorities_come(plan, held)
    )


def overviews(plan: Plan) -> tuple[str, ...]:
    """Return the ids of the meetings that settle the regional overview."""
    return tuple(held.id for held in making(plan, OVERVIEW))


def invitations(plan: Plan) -> tuple[str, ...]:
    """Return each meeting's id with each of those invited to it, in the file's order."""
    return tuple(f"{held.id}/{slug}" for held in plan.meetings for slug in invited(plan, held))


def placement_at(plan: Plan, meeting: Meeting) -> str:
    """Return the document of the places on the journey that a meeting needs and does not make, "" where none."""
    event, journey = plan.event(meeting), plan.cycle.journey
    placements = journey.placements if journey else ()
    needed = [key for key in event.needs if key in placements or key.startswith(_PLACEMENT)]
    return next((key for key in needed if key not in event.produces), "")


def invited(plan: Plan, meeting: Meeting) -> Mapping[str, Attending]:
    """Return who is invited to a meeting, each line of the file by the words that stand for it in an id.

    "in own group" is left out, since the meeting's id says which, unless that would make two the same.
    """
    lines = plan.event(meeting).attends
    own = f" in own {plan.cycle.words.group}"
    short = [slugged(line.party.words.removesuffix(own)) for line in lines]
    return {
        slug if short.count(slug) == 1 else slugged(line.party.words): line
        for slug, line in zip(short, lines, strict=True)
    }


def _authorities_come(plan: Plan, meeting: Meeting) -> bool:
    return any(line.party.many for line in plan.event(meeting).attends)
