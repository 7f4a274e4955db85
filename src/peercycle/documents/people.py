"""Who comes to a meeting, and who takes the chair, in words."""

from collections.abc import Iterable, Iterator, Sequence

from peercycle.documents.deadlines import meeting_when
from peercycle.documents.edition import Edition
from peercycle.documents.timetable import turns
from peercycle.documents.wording import Wording, capital, number
from peercycle.model.fields import TBC, Attending
from peercycle.model.owner import Party
from peercycle.model.programme import Event
from peercycle.schedule.arrangements import arrangements
from peercycle.schedule.deadline import TO_BE_CONFIRMED
from peercycle.schedule.plan import Meeting, cell
from peercycle.schedule.wording import listed


def comers(edition: Edition, meeting: Meeting, words: Wording) -> list[str]:
    """Return who comes, one phrase for each line of the file."""
    said = [comer(edition, meeting, line, words) for line in edition.plan.event(meeting).attends]
    if said and challenges(meeting) and not edition.plan.cast.memberships_known():
        said[0] += ". Members to be confirmed"
    return said


def comer(edition: Edition, meeting: Meeting, line: Attending, words: Wording) -> str:
    """Return who comes by one line of the file, a body with its members."""
    if line.party.who not in edition.cycle.bodies:
        return capital(_seated(line, whose(edition, meeting, line.party, words), words))
    said = capital(_of_body(line, words))
    members = [] if line.seats else [*seated(edition, line.party.who, words)]
    return f"{said}: {'; '.join(members)}" if members else said


def _seated(line: Attending, of: str, words: Wording) -> str:
    if not line.seats:
        return of
    article = "" if line.seats[0].one else "the "
    return f"{article}{words.seats(line.seats)} of {of}"


def _of_body(line: Attending, words: Wording) -> str:
    """Return a body that comes, or those of its posts that do."""
    posts = listed([words.post(line.party._replace(role=seat.role)) for seat in line.seats])
    name = words.the(line.party.who)
    return f"the {posts} of {name}" if posts else name


def seated(edition: Edition, key: str, words: Wording) -> Iterator[str]:
    """Yield who sits on a body, each line in words."""
    for line in edition.cycle.bodies[key].members:
        of_body = line.party.who in edition.cycle.bodies
        yield _of_body(line, words) if of_body else _seated(line, words.party(line.party), words)


def whose(edition: Edition, meeting: Meeting, party: Party, words: Wording) -> str:
    """Return which authorities, or which body, a line of `attends` means."""
    kind = party.many.kind if party.many else ""
    group, authority = meeting.subject.group, meeting.subject.authority
    if kind == "authorities" and party.many and not party.many.within:
        return f"each of the {words.authorities(len(edition.cycle.authorities))}"
    if kind == "authorities" and party.many and party.many.within in edition.cycle.groups:
        return f"each member of {words.group(party.many.within)}"
    if kind in ("own-group-authorities", "own-group") and group:
        return f"each member of {words.group(group)}"
    if kind == "own-authority":
        return edition.cycle.authorities[authority].name if authority else "the authority"
    if kind == "own-lead-authority" and group:
        lead = edition.cycle.authorities.get(edition.cycle.groups[group].lead or "")
        return lead.name if lead else f"the lead of {words.group(group)}"
    return words.party(party)


def parts(edition: Edition, meeting: Meeting) -> list[str]:
    """Return who is challenged at a meeting of a group and who challenges, as sentences; none where not all is known."""
    if not challenges(meeting):
        return []
    members = edition.plan.cast.members(meeting.subject.group)
    challenged = turns(edition, meeting)
    if not members or not challenged or not edition.plan.cast.memberships_known():
        return []
    rows = edition.cycle.authorities
    others = [key for key in members if key not in challenged]
    order = ", in this order" if len(challenged) > 1 else ""
    sentences = [f"Challenged that day{order}: {_names(edition, challenged)}."]
    for (when, past), keys in _turns_elsewhere(edition, meeting, others).items():
        has, its, comes = ("has", "its", "comes") if len(keys) == 1 else ("have", "their", "come")
        sentences.append(
            f"{_names(edition, keys)} {'had' if past else has} {its} turn {when}, and {comes} to challenge."
        )
    if len(members) > 1 and not any(rows[key].challengers for key in challenged):
        count = "" if len(members) == 2 else f" {number(len(members) - 1)}"
        sentences.append(f"Each {edition.cycle.words.authority} is challenged by the other{count}.")
    return sentences


def _names(edition: Edition, keys: Iterable[str]) -> str:
    return listed([edition.cycle.authorities[key].name for key in keys])


def _turns_elsewhere(
    edition: Edition, meeting: Meeting, others: Iterable[str]
) -> dict[tuple[str, bool], list[str]]:
    """Return those challenged at other meetings of the event by when that is, and whether it has gone by."""
    found: dict[tuple[str, bool], list[str]] = {}
    for key in others:
        own = edition.plan.own(meeting.event, edition.plan.cast.authorities[key])
        found.setdefault(_turn_when(edition, own), []).append(key)
    return found


def _turn_when(edition: Edition, own: Sequence[Meeting]) -> tuple[str, bool]:
    if len(own) != 1:
        return "another day", False
    day = meeting_when(edition, own[0], Wording(edition.cycle))
    last = own[0].date.latest
    link = "on" if own[0].date.day else "on a day" if day.startswith(TO_BE_CONFIRMED) else "on a day in"
    return f"{link} {day}", last is not None and last < edition.on


def chair(edition: Edition, meeting: Meeting, words: Wording) -> str | None:
    """Return who takes the chair, and who does while the chair's own authority is challenged; None where nothing is said."""
    fact = arrangements(edition.plan, meeting)
    if "chair" in fact.open:
        return "To be confirmed"
    if fact.chair is None:
        return None
    said = capital(_holder(edition, meeting, fact.chair, words))
    own = _authority(edition, meeting, fact.chair)
    if own not in turns(edition, meeting):
        return said
    name = edition.cycle.authorities[own or ""].name
    return f"{said}. While {name} is challenged, {stand_in(edition, meeting, words)}"


def chairs_turn(edition: Edition, meeting: Meeting, authority: str | None) -> bool:
    """Whether it is the turn of the chair's own authority."""
    held = arrangements(edition.plan, meeting).chair
    return held is not None and authority is not None and _authority(edition, meeting, held) == authority


def stand_in(edition: Edition, meeting: Meeting, words: Wording) -> str:
    """Return who takes the chair while the chair's own authority is challenged."""
    return _stand_in(edition, meeting, words) or "another member takes the chair"


def _stand_in(edition: Edition, meeting: Meeting, words: Wording) -> str:
    """Return who stands in for the chair, "" where the file does not say."""
    held = cell(edition.plan.event(meeting).stand_in, meeting.subject)
    if held is None:
        return ""
    return (
        "a stand-in, to be confirmed" if held == TBC or held.tbc else _holder(edition, meeting, held, words)
    )


def chairing(edition: Edition, meeting: Meeting, authority: str, words: Wording) -> str:
    """Return what an authority has to do with the chair of a meeting as a sentence, "" where nothing."""
    held = arrangements(edition.plan, meeting).chair
    own = _authority(edition, meeting, held) if held else None
    if held and own == authority:
        said = f"Your {words.role(held.role)} takes the chair" if held.role else "You take the chair"
        if not challenges(meeting) or own not in turns(edition, meeting):
            return said
        who = _stand_in(edition, meeting, words) or "another member"
        return f"{said}; while you are challenged, {who}{',' if ',' in who else ''} takes it"
    other = cell(edition.plan.event(meeting).stand_in, meeting.subject)
    if own not in turns(edition, meeting) or not isinstance(other, Party):
        return ""
    if _authority(edition, meeting, other) != authority:
        return ""
    whose = f"Your {words.role(other.role)} takes" if other.role else "You take"
    return f"{whose} the chair while {edition.cycle.authorities[own or ''].name} is challenged"


def _authority(edition: Edition, meeting: Meeting, party: Party) -> str | None:
    if party.many and party.many.kind == "own-lead-authority":
        return edition.cycle.groups[meeting.subject.group].lead if meeting.subject.group else None
    return party.who if party.who in edition.cycle.authorities else None


def _holder(edition: Edition, meeting: Meeting, party: Party, words: Wording) -> str:
    """Return a party of a meeting in words, its own lead authority by name: "the DCS of Hollinsea"."""
    own = _authority(edition, meeting, party)
    if own in edition.cycle.authorities and party.role:
        return f"the {words.role(party.role)} of {edition.cycle.authorities[own].name}"
    said = words.party(party)
    return f"the {said}" if party.role else said


def challenges(meeting: Meeting) -> bool:
    """Whether authorities are challenged at a meeting: it is one group's, in a round or on its only day."""
    return bool(meeting.subject.group or meeting.subject.round) and meeting.subject.authority is None


def each_authority(edition: Edition, meeting: Meeting) -> str:
    """Return the authorities a meeting is about in the region's word: "each authority challenged"."""
    word = edition.cycle.words.authority
    return f"each {word} challenged" if challenges(meeting) else f"each {word}"


def authorities_come(event: Event) -> bool:
    """Whether authorities come to a meeting for themselves, rather than a body that looks at the papers of all."""
    return any(line.party.many for line in event.attends)
