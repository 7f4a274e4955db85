"""Who comes to a meeting: which line of `attends` brings an authority there, and in what part."""

from collections.abc import Iterator, Sequence
from typing import Literal

from peercycle.model.fields import Attending
from peercycle.model.owner import Party, Seat
from peercycle.schedule.plan import Meeting, Plan
from peercycle.schedule.subject import Subject

Part = Literal["challenged", "challenger", "open", ""]


def seats(plan: Plan, meeting: Meeting, authority: str) -> tuple[Seat, ...] | None:
    """Return the roles an authority sends to a meeting (none named: whoever it likes); None where it is not asked.

    Who sits on a body that comes is asked, too: the Directors of the lead authorities to the meeting of their group.
    """
    subject = plan.cast.authorities[authority]
    lines = coming(plan, meeting)
    found = [_seats(line) for line in lines if _includes(plan, line.party, meeting, subject)]
    if found:
        return _together(found)
    return () if meeting.subject.authority == authority else None


def seats_of_body(plan: Plan, meeting: Meeting, body: str) -> tuple[Seat, ...] | None:
    """Return the posts that a body sends to a meeting (none named: all of it comes); None where it is not asked.

    Bodies that sit on a body are asked as authorities are.
    """
    found = [_seats(line) for line in coming(plan, meeting) if line.party.who == body]
    return _together(found) if found else None


def asked(plan: Plan, meeting: Meeting) -> tuple[str, ...]:
    """Return everyone who is asked to a meeting as the file says it: "dcs of ash", "chair of board".

    An authority that sends whom it likes is "ash"; so is a body all of which comes, besides each of its posts.
    """
    cycle = plan.cycle
    found: list[str] = []
    for key in cycle.authorities:
        roles = seats(plan, meeting, key)
        if roles is not None:
            found += [f"{seat.role} of {key}" for seat in roles] or [key]
    for key, body in cycle.bodies.items():
        posts = seats_of_body(plan, meeting, key)
        if posts is not None:
            found += [f"{seat.role} of {key}" for seat in posts] or [
                *(f"{post} of {key}" for post in body.posts),
                key,
            ]
    return tuple(found)


def coming(plan: Plan, meeting: Meeting) -> Iterator[Attending]:
    """Yield the lines of a meeting's `attends`, and after them those of the members of each body all of which comes."""
    met: set[str] = set()
    waiting = list(plan.event(meeting).attends)
    while waiting:
        line = waiting.pop(0)
        yield line
        body = plan.cycle.bodies.get(line.party.who)
        if body and not _seats(line) and line.party.who not in met:
            met.add(line.party.who)
            waiting.extend(body.members)


def _seats(line: Attending) -> tuple[Seat, ...]:
    """Return the roles of a line, of which the phrase itself may name one: `chair of board: all`."""
    role = line.party.role
    return line.seats or ((Seat(role, one=False),) if role else ())


def _together(lines: Sequence[tuple[Seat, ...]]) -> tuple[Seat, ...]:
    """Return the roles of several lines: none are named where one of them asks for all."""
    return tuple(dict.fromkeys(seat for line in lines for seat in line)) if all(lines) else ()


def _includes(plan: Plan, party: Party, meeting: Meeting, subject: Subject) -> bool:
    """Whether a phrase of `attends` means an authority, as far as memberships are known."""
    groups = plan.cycle.groups
    if party.many is None:
        return party.who in (subject.authority, subject.group, subject.round)
    match party.many.kind:
        case "authorities":
            return party.many.within in ("", subject.group, subject.round)
        case "lead-authorities":
            return any(group.lead == subject.authority for group in groups.values())
        case "own-lead-authority":
            own = groups.get(meeting.subject.group or "")
            return own is not None and own.lead == subject.authority
        case "own-group-authorities" | "own-group":
            return meeting.subject.agrees(Subject(group=subject.group))
        case kind:
            return kind in ("own-authority", "challenged-authorities") and meeting.subject.agrees(subject)


def part(plan: Plan, meeting: Meeting, authority: str) -> Part:
    """Return an authority's part in a meeting of its group in a round: "open" where that is not known yet."""
    held = meeting.subject
    if held.round is None or held.authority:
        return ""
    subject = plan.cast.authorities[authority]
    if subject.round is None or (held.group is not None and subject.group is None):
        return "open"
    return "challenged" if held.agrees(subject) else "challenger"
