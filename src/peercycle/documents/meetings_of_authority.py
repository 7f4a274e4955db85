"""What meetings mean for one authority: which it attends, in what part, and on which days they can be."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from peercycle.documents.deadlines import meeting_when
from peercycle.documents.edition import Edition
from peercycle.documents.people import chairing
from peercycle.documents.timetable import order_of
from peercycle.documents.wording import Wording, capital, days, in_passing
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
    seated: dict[tuple[str, str | None], tuple[Seat, ...]] = {}
    for meeting in plan.meetings:
        roles = seats(plan, meeting, authority) if meeting.subject.authority in (None, authority) else None
        if roles is not None:
            key = (meeting.event, meeting.subject.round) if subject.group is None else (meeting.id, None)
            gathered.setdefault(key, []).append(meeting)
            seated[key] = roles
    return [Attended(tuple(held), seated[key], _through(plan, held[0])) for key, held in gathered.items()]


def _through(plan: Plan, meeting: Meeting) -> str | None:
    """Return the body whose meeting it is, None where authorities are asked themselves."""
    lines = plan.event(meeting).attends
    if any(line.party.many or line.party.who in plan.cycle.authorities for line in lines):
        return None
    return next((line.party.who for line in lines if line.party.who in plan.cycle.bodies), None)


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
    return in_passing(places.pop()) if len(places) == 1 else ""


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
    chairs = chairing(edition, going.first, authority, words) if len(going.meetings) == 1 else ""
    notes = [part_in(edition, going, authority), chairs, through]
    return {
        "id": f"{going.first.event}-{going.first.subject.round or ''}".rstrip("-"),
        "name": name_of(edition, going, authority, words),
        "own": is_own(edition.plan, going, authority),
        "when": when_held(edition, going, words),
        "where": where,
        "notes": [note for note in notes if note],
        "who": words.seats(going.seats) or edition.cycle.authorities[authority].name,
    }
