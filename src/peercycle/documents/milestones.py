"""The programme's own lines: each meeting and each action once, whoever it repeats for, with its days in words."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from typing import Final, NamedTuple

from peercycle.documents.audience import titles
from peercycle.documents.deadlines import Leaning, meeting_when, told
from peercycle.documents.edition import Edition
from peercycle.documents.entries import Row
from peercycle.documents.meeting_line import place_of
from peercycle.documents.ordering import Placed, in_order, leaned_on
from peercycle.documents.wording import Wording, capital, days
from peercycle.model.due import Due
from peercycle.model.fields import Attending
from peercycle.model.owner import Party
from peercycle.model.programme import Action
from peercycle.schedule import names
from peercycle.schedule.arrangements import arrangements
from peercycle.schedule.deadline import TO_BE_CONFIRMED, UNKNOWN
from peercycle.schedule.plan import Meeting, cell
from peercycle.schedule.subject import Subject
from peercycle.schedule.wording import listed, several

ITS: Final = "its"
EARLIEST: Final = ", which may be as early as"
"""What a deadline adds for whoever has to keep days free; the meetings stand here themselves."""
LONGEST: Final = 100
"""An action in more letters than this is called by its title, where it has one."""
THAT_DAY: Final = "That day"
AS_ABOVE: Final = "As above"
SHORT: Final = 40
"""The most letters of a deadline that is said again in the next row."""
Round = tuple[str | None, Sequence[Meeting]]


class Milestone(NamedTuple):
    """A line to be worded once its place is known, since a name is spelt out where it first stands."""

    placed: Placed
    word: Callable[[Wording], Row]


def _any(_: Placed) -> bool:
    return True


def milestones(
    edition: Edition, phases: Iterable[str], words: Wording, keep: Callable[[Placed], bool] = _any
) -> list[Row]:
    """Return the lines of these phases in the order of their days, those that `keep` says."""
    found = [line for phase in phases for line in _lines(edition, phase) if keep(line.placed)]
    order = in_order([line.placed._replace(row={"line": at}) for at, line in enumerate(found)])
    return [found[row["line"]].word(words) for row in order]


def _lines(edition: Edition, phase: str) -> Iterator[Milestone]:
    held = edition.cycle.phases[phase]
    for key in held.events:
        yield from _event(edition, key)
    for key in held.actions:
        if key in edition.actions:
            yield _action(edition, key)


def together(rows: Sequence[Row]) -> list[Row]:
    """Return rows with work of one day and one owner in one row, and no day said at length twice running."""
    found: list[Row] = []
    day, above = "", ""
    for row in rows:
        last = found[-1] if found else None
        works = last and not row["lead"] and not last["lead"]
        if last and works and (above, last["who"]) == (row["when"], row["who"]):
            last["what"] += f". {row['what']}"
            continue
        if row["lead"]:
            day = row["when"].partition(",")[0]
        again = works and above == row["when"] and len(above) > SHORT
        on_day = day and row["when"] == f"On {day}"
        above = row["when"]
        found.append(row | {"when": THAT_DAY if on_day else AS_ABOVE if again else above})
    return found


def _event(edition: Edition, key: str) -> Iterator[Milestone]:
    """Yield a meeting's lines: one, or one for each round in which it is held."""
    rounds = _by_round(edition, key)
    first = next(iter(rounds.items()), (None, []))
    for round_, held in rounds.items():
        due: Due | None = cell(edition.plan.event(held[0]).date, held[0].subject)
        after = leaned_on(edition.plan, due, Subject()) if due else ()
        placed = Placed(held[0].date, {}, tuple(meeting.id for meeting in held), after)
        yield Milestone(placed, partial(_meeting_row, edition, (round_, held), first))


def _meeting_row(edition: Edition, of: Round, first: Round, words: Wording) -> Row:
    """Return a meeting as a row; a further round says only what is not as in the first."""
    round_, held = of
    row = {
        "when": capital(_days(edition, held, words)),
        "lead": _title(edition, held, round_, words),
        "what": _content(edition, held, words),
        "who": _comers(edition, held, words),
    }
    if held is first[1] or first[0] is None:
        return row
    where = _where(edition, held, words)
    as_first = f"As in {words.round(first[0])}"
    same = where == _where(edition, first[1], words)
    return row | {"what": as_first if same else where, "who": as_first}


def _by_round(edition: Edition, key: str) -> dict[str | None, list[Meeting]]:
    """Return the meetings of an event by round, in the order of their days; those of authorities are all one line."""
    found: dict[str | None, list[Meeting]] = {}
    for meeting in edition.plan.meetings_of(key):
        round_ = None if meeting.subject.authority else meeting.subject.round
        found.setdefault(round_, []).append(meeting)
    return {
        round_: sorted(held, key=lambda meeting: meeting.date.day or date.max)
        for round_, held in found.items()
    }


def _title(edition: Edition, held: Sequence[Meeting], round_: str | None, words: Wording) -> str:
    title = edition.plan.event(held[0]).title
    if len(held) == 1 and not round_:
        return title
    named = several(title) if "," not in title else title
    return f"{words.round(round_)}: {words.inside(named)}" if round_ else named


def _days(edition: Edition, held: Sequence[Meeting], words: Wording) -> str:
    """Return the day of a meeting with its hours, or the days of those of a round."""
    first = held[0]
    if len(held) == 1 and not (first.subject.authority or first.subject.unnamed):
        hours = arrangements(edition.plan, first).hours
        return ", ".join(filter(None, (meeting_when(edition, first, words, ITS), hours)))
    known = [meeting.date.day for meeting in held if meeting.date.day]
    if len(known) == len(held):
        unsure = f" ({TO_BE_CONFIRMED})" if any(meeting.date.tbc for meeting in held) else ""
        hours = {arrangements(edition.plan, meeting).hours for meeting in held}
        each = hours.pop() if len(hours) == 1 else ""
        return f"{days(known, 'and')}{unsure}{f', {each}' if each else ''}"
    due: Due | None = cell(edition.plan.event(first).date, Subject(round=first.subject.round))
    if due is None:
        return TO_BE_CONFIRMED
    found = edition.plan.resolve(due, Subject())
    return told(edition, Leaning(due, found, Subject(), whose=ITS), words)


def _content(edition: Edition, held: Sequence[Meeting], words: Wording) -> str:
    """Return where a meeting is held and what comes of it."""
    made = titles(edition, edition.plan.event(held[0]).produces, words)
    return ". ".join(filter(None, (_where(edition, held, words), f"Outcome: {made}" if made else "")))


def _where(edition: Edition, held: Sequence[Meeting], words: Wording) -> str:
    """Return where a meeting is held; those of several groups with the day or place of each."""
    places = [place_of(edition, meeting) for meeting in held]
    if len({*places}) == 1:
        groups = [None if meeting.subject.authority else meeting.subject.group for meeting in held]
        each = listed([words.group(key) for key in groups if key in edition.cycle.groups])
        return ", ".join(filter(None, (capital(each) + " in this order" if each else "", places[0])))
    said = [
        f"{words.group(meeting.subject.group)}: {place or TO_BE_CONFIRMED}"
        if meeting.subject.group
        else place
        for meeting, place in zip(held, places, strict=True)
    ]
    return capital("; ".join(filter(None, said)))


def _comers(edition: Edition, held: Sequence[Meeting], words: Wording) -> str:
    """Return who comes, bodies by their names; of meetings that repeat, whoever it is at each of them."""
    said = [_line(edition, line, words) for line in edition.plan.event(held[0]).attends]
    return capital("; ".join(said)) or "To be confirmed"


def _line(edition: Edition, line: Attending, words: Wording) -> str:
    authority, group = edition.cycle.words.authority, edition.cycle.words.group
    whose = {
        "own-authority": f"the {authority}",
        "own-group": f"the {group}",
        "own-group-authorities": "each member",
        "own-lead-authority": f"the lead {authority}",
    }.get(line.party.many.kind if line.party.many else "") or words.party(line.party)
    if not line.seats:
        return whose
    if line.party.who in edition.cycle.bodies:
        posts = listed([words.post(line.party._replace(role=seat.role)) for seat in line.seats])
        return f"the {posts} of {whose}"
    return f"the {words.seats(line.seats)} of {whose}"


def _action(edition: Edition, key: str) -> Milestone:
    tasks = edition.plan.tasks_of(key)
    dues = [due for _, due in edition.actions[key].due.leaves()]
    after = tuple(ident for due in dues for ident in leaned_on(edition.plan, due, Subject()))
    first = min((task.due for task in tasks), key=lambda due: due.first or date.max, default=UNKNOWN)
    placed = Placed(first, {}, tuple(task.id for task in tasks), after)
    return Milestone(placed, partial(_action_row, edition, edition.actions[key]))


def _action_row(edition: Edition, action: Action, words: Wording) -> Row:
    who = TO_BE_CONFIRMED if action.owner.tbc else words.party(action.owner)
    return {
        "when": capital(_due(edition, action, words)),
        "lead": "",
        "what": _done(edition, action, words),
        "who": capital(who),
    }


def _due(edition: Edition, action: Action, words: Wording) -> str:
    """Return by when an action is due, for each round or group that has a day of its own, and for who is excepted."""
    said: dict[str, list[str]] = {}
    for path, due in action.due.leaves():
        round_ = next((part for part in path if part in edition.cycle.rounds), None)
        group = next((part for part in path if part in edition.cycle.groups), None)
        whose = Subject(group=group, round=round_, count=None, unnamed=True)
        label = words.round(round_) if round_ else words.group(group) if group else ""
        said.setdefault(_told(edition, due, whose, words), []).append(label)
    if len(said) == 1:
        texts = list(said)
    else:
        texts = [f"{listed([*filter(None, labels)])}: {text}" for text, labels in said.items()]
    for key, exemption in action.except_.items():
        name = edition.cycle.authorities[key].name if key in edition.cycle.authorities else words.round(key)
        if exemption.due:
            texts.append(f"{name} {_told(edition, exemption.due, Subject(), words)}")
    return "; ".join(texts)


def _told(edition: Edition, due: Due, whose: Subject, words: Wording) -> str:
    """Return a deadline for everyone it holds for; what goes with another action has the deadline of that one."""
    if due.with_action in edition.actions and not due.tbc:
        return _due(edition, edition.actions[due.with_action], words)
    found = edition.plan.resolve(due, whose)._replace(sum="")
    text = told(edition, Leaning(due, found, whose, whose=ITS), words)
    return text.partition(EARLIEST)[0]


def _done(edition: Edition, action: Action, words: Wording) -> str:
    """Return what is to be done, to whom it goes, and who signs."""
    short = action.title if len(action.do) > LONGEST else None
    do = (short or action.do).rstrip(".")
    receivers = [_receiver(party, words) for party in action.to if not party.tbc]
    to = listed(
        [name for name in receivers if name.removeprefix("the ") not in do.replace("every ", "each ")]
    )
    roles = [names.role(edition.cycle, key) for step in action.sign_off for key in step]
    signed = (
        "" if all(role in do for role in roles) else f". Signed by the {words.signatories(action.sign_off)}"
    )
    return f"{do}{f', to {to}' if to else ''}{signed}"


def _receiver(party: Party, words: Wording) -> str:
    if party.many:
        return "each its own" if party.many.kind == "own-authority" else party.many.words
    name = words.party(party)
    return f"the {name}" if party.role else name
