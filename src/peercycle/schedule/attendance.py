"""Who comes to a meeting: which line of `attends` brings an authority there, and in what part."""

from typing import Literal

from peercycle.model.owner import Party, Seat
from peercycle.schedule.plan import Meeting, Plan
from peercycle.schedule.subject import Subject

Part = Literal["challenged", "challenger", "open", ""]


def seats(plan: Plan, meeting: Meeting, authority: str) -> tuple[Seat, ...] | None:
    """Return the roles an authority sends to a meeting (none named: whoever it likes); None where it is not asked."""
    subject = plan.cast.authorities[authority]
    event = plan.event(meeting)
    found = [line.seats for line in event.attends if _includes(plan, line.party, meeting, subject)]
    if found:
        return tuple(dict.fromkeys(seat for line in found for seat in line))
    return () if meeting.subject.authority == authority else None


def _includes(plan: Plan, party: Party, meeting: Meeting, subject: Subject) -> bool:
    if party.who == subject.authority:
        return True
    if party.many is None:
        return False
    match party.many.kind:
        case "authorities":
            return party.many.within in ("", subject.group, subject.round)
        case "lead-authorities":
            return any(group.lead == subject.authority for group in plan.cycle.groups.values())
        case "own-group-authorities" | "own-group":
            return meeting.subject.agrees(Subject(group=subject.group))
        case "own-authority" | "challenged-authorities":
            return meeting.subject.agrees(subject)
        case "own-lead-authority":
            group = plan.cycle.groups.get(meeting.subject.group or "")
            return group is not None and group.lead == subject.authority
        case _:
            return False


def part(plan: Plan, meeting: Meeting, authority: str) -> Part:
    """Return an authority's part in a meeting of its group in a round: "open" where that is not known yet."""
    if meeting.subject.round is None or meeting.subject.authority:
        return ""
    subject = plan.cast.authorities[authority]
    if subject.round is None or subject.group is None:
        return "open"
    return "challenged" if meeting.subject.agrees(subject) else "challenger"
