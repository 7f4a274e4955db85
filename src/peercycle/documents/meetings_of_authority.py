"""What meetings mean for one authority: which it attends, in what part, and on which days they can be."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from peercycle.documents.deadlines import meeting_when
from peercycle.documents.edition import Edition
from peercycle.documents.timetable import order_of
from peercycle.documents.wording import Wording, capital, days
from peercycle.model.owner import Seat
from peercycle.schedule.arrangements import arrangements
from peercycle.schedule.attendance import part, seats
from peercycle.schedule.deadline import TO_BE_CONFIRMED
from peercycle.schedule.plan import Meeting, Plan


class Attended(NamedTuple):
    """A meeting an authority goes to, or the meetings of which one is its own while its group is not known."""

    meetings: tuple[Meeting, ...]
    seats: tuple[Seat, ...]
    through: str | None

    @property
    def first(self) -> Meeting:
        """The first of them."""
        return self.meetings[0]


def attended(plan: Plan, authority: str) -> list[Attended]:
    """Return the meetings an authority goes to, in the file's order; `through` is the body it sits on, if that is why."""
    subject = plan.cast.authorities[authority]
    gathered: dict[tuple[str, str | None], list[Meeting]] = {}
    found: dict[tuple[str, str | None], tuple[tuple[Seat, ...], str | None]] = {}
    for meeting in plan.meetings:
        if meeting.subject.authority not in (None, authority):
            continue
        seated = _seated(plan, meeting, authority)
        if seated is not None:
            key = (meeting.event, meeting.subject.round) if subject.group is None else (meeting.id, None)
            gathered.setdefault(key, []).append(meeting)
            found[key] = seated
    return [Attended(tuple(meetings), *found[key]) for key, meetings in gathered.items()]


def _seated(plan: Plan, meeting: Meeting, authority: str) -> tuple[tuple[Seat, ...], str | None] | None:
    """Return whom an authority sends to a meeting and through which body; None where it is not asked."""
    direct = seats(plan, meeting, authority)
    if direct is not None:
        return direct, None
    for line in plan.event(meeting).attends:
        body = plan.cycle.bodies.get(line.party.who)
        for member in body.members if body and not line.seats else ():
            if _sits(plan, member.party.many.kind if member.party.many else "", member.party.who, authority):
                return member.seats, line.party.who
    return None


def _sits(plan: Plan, kind: str, who: str, authority: str) -> bool:
    if kind == "lead-authorities":
        return any(group.lead == authority for group in plan.cycle.groups.values())
    return kind == "authorities" or who == authority


def when_held(edition: Edition, going: Attended, words: Wording) -> str:
    """Return the day of a meeting, or the days it can be, with its hours."""
    first = going.first
    dates = [meeting.date.day for meeting in going.meetings if meeting.date.day]
    fact = arrangements(edition.plan, first)
    hours = f", {fact.hours}" if fact.hours and len({*_hours(edition, going)}) == 1 else ""
    if len(going.meetings) == 1 or len(dates) < len(going.meetings):
        return meeting_when(edition, first, words) + hours
    unsure = all(meeting.date.tbc for meeting in going.meetings)
    return f"{days(dates)}{f' ({TO_BE_CONFIRMED})' if unsure else ''}{hours}"


def _hours(edition: Edition, going: Attended) -> Iterable[str]:
    return (arrangements(edition.plan, meeting).hours for meeting in going.meetings)


def where_held(edition: Edition, going: Attended) -> str:
    """Return room and place where they are the same for all days it can be, "" where not known."""
    places = {arrangements(edition.plan, meeting).where for meeting in going.meetings}
    return places.pop() if len(places) == 1 else ""


def name_of(edition: Edition, going: Attended, authority: str, words: Wording) -> str:
    """Return what a meeting is called for its reader: "December peer challenge forum of your BPN"."""
    event = edition.plan.event(going.first)
    subject = going.first.subject
    if subject.unnamed:
        return f"{event.title}, if one is agreed for you"
    if subject.authority or not (subject.group or subject.round):
        return event.title
    if is_own(edition.plan, going, authority):
        return f"Your own {words.inside(event.title)}"
    round_ = f"{words.round(subject.round)} " if subject.round else ""
    whose = (
        f"your {edition.cycle.words.group}"
        if len(going.meetings) > 1 or not subject.group
        else words.group(subject.group)
    )
    return capital(f"{round_}{words.inside(event.title) if round_ else event.title} of {whose}")


def is_own(plan: Plan, going: Attended, authority: str) -> bool:
    """Whether it is known to be the meeting at which an authority is challenged."""
    return len(going.meetings) == 1 and part(plan, going.first, authority) == "challenged"


def part_in(edition: Edition, going: Attended, authority: str) -> str:
    """Return an authority's part in a meeting as a sentence, "" where it has none of its own."""
    held = part(edition.plan, going.first, authority)
    if held == "challenged":
        slots = order_of(edition, going.first).slots
        times = next((slot.times for slot in slots if slot.authority == authority), "")
        first, _, last = times.partition(" to ")
        return f"You are challenged from {first} to {last}" if times else "You are challenged"
    if held == "challenger":
        return "You challenge"
    return "You are challenged if this is your round, and challenge if it is not" if held == "open" else ""


def meeting_entry(edition: Edition, going: Attended, authority: str, words: Wording) -> dict[str, Any]:
    """Return a meeting as the checklist shows it: when, what, where, in what part, and who goes."""
    through = f"As a member of {words.the(going.through)}" if going.through else ""
    where = where_held(edition, going)
    notes = [part_in(edition, going, authority), through]
    return {
        "id": f"{going.first.event}-{going.first.subject.round or ''}".rstrip("-"),
        "name": name_of(edition, going, authority, words),
        "own": is_own(edition.plan, going, authority),
        "when": when_held(edition, going, words),
        "where": where,
        "notes": [note for note in notes if note],
        "who": words.seats(going.seats) or edition.cycle.authorities[authority].name,
    }
