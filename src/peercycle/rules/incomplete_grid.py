"""A grid by round or group lacks a row, or has one that is never used.

Where a date, a time, a place or a deadline differs by round or group, each that there is must have its row, TBC if nothing
better is known. Without it some people have no day, and nobody notices.

Wrong::

    forum:
      room: {december: Council Chamber}

Right::

    forum:
      room: {december: Council Chamber, january: TBC}

What is compared
    The rows with the meetings of the event, or with those the action is for. Where an authority's round or group is still
    open, every round or group must have its row. A row whose id names nothing is left to unknown-reference.

See also: unknown-reference, action-without-date
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from peercycle.diagnostics.fault import Fault, Mark, Severity
from peercycle.model.cycle import Cycle
from peercycle.model.fields import Grid
from peercycle.model.place import Place
from peercycle.model.programme import Action, Event
from peercycle.rules.examined import Examined
from peercycle.schedule.entries import Entry, entries, grids
from peercycle.schedule.plan import Plan
from peercycle.schedule.subject import Subject
from peercycle.schedule.wording import alike, listed, noun, one, several

ID = "incomplete-grid"
SEVERITY: Severity = "error"
_Kind = Literal["round", "group", "authority"]
_KINDS: tuple[_Kind, ...] = ("round", "group", "authority")
_SECTIONS = {"round": "rounds", "group": "groups", "authority": "authorities"}
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_SHOWN = 3


def check(examined: Examined) -> Iterator[Fault]:
    """Yield a fault for each mapping of a grid that lacks rows or has too many."""
    for entry in entries(examined.cycle):
        if any(examined.incomplete((*entry.place, key)) for key in ("for", "owner")):
            continue  # whom it is for could not be read
        for key, grid in grids(entry):
            place = (*entry.place, key)
            if grid.cells is not None and not examined.incomplete(place):
                subjects = _subjects(examined.plan, entry)
                yield from _mapping(examined.cycle, entry, grid.cells, subjects, place)


def _subjects(plan: Plan, entry: Entry) -> tuple[Subject, ...]:
    """Return those for whom an event is held, or whom an action is for; none where that cannot be found out."""
    held = entry.held
    parties = held.for_ if isinstance(held, Event) else (held.owner, *held.for_)
    if any(party.many and party.many.event and party.many.event not in plan.events for party in parties):
        return ()
    if not isinstance(held, Action):
        return tuple(meeting.subject for meeting in plan.meetings_of(entry.id))
    owners = plan.cast.expand((held.owner,))
    if not held.for_ or len(owners) > 1:
        return owners
    found: list[Subject] = []
    for party in held.for_:
        if party.many and party.many.event:
            found += (meeting.subject for meeting in plan.meetings_of(party.many.event))
        else:
            found += plan.cast.expand((party,))
    return tuple(found)


def _mapping(
    cycle: Cycle, entry: Entry, cells: Mapping[str, Grid], subjects: Sequence[Subject], place: Place
) -> Iterator[Fault]:
    kinds = {key: _kind(cycle, key) for key in cells}
    kind = next((kind for kind in kinds.values() if kind), None)
    if kind is None or not subjects:
        return
    if mixed := [key for key, own in kinds.items() if own and own != kind]:
        yield _mixed(cycle, kind, mixed[0], next(iter(cells)), place)
        return
    needed = _needed(cycle, entry, kind, subjects)
    if unused := [key for key, own in kinds.items() if own and key not in needed]:
        yield _unused(cycle, entry, unused, needed, place)
    unknown = [key for key, own in kinds.items() if own is None]
    missing = [key for key in needed if key not in cells]
    if unknown:
        missing = [key for key in missing if not alike(key, unknown)]
    if missing:
        yield _missing(cycle, entry, missing, [key for key in cells if key in needed], place)
    for key in needed:
        if key in cells and (below := cells[key].cells) is not None:
            inside = [each for each in subjects if getattr(each, kind) in (key, None)]
            yield from _mapping(cycle, entry, below, inside, (*place, key))


def _kind(cycle: Cycle, key: str) -> _Kind | None:
    return next((kind for kind in _KINDS if key in getattr(cycle, _SECTIONS[kind])), None)


def _needed(cycle: Cycle, entry: Entry, kind: _Kind, subjects: Sequence[Subject]) -> list[str]:
    """Return the ids that must have a row: all of a kind where it is open which of them is meant."""
    everything = getattr(cycle, _SECTIONS[kind])
    held = {getattr(subject, kind) for subject in subjects}
    splits = kind != "authority" and entry.kind == "action"
    if any(not getattr(each, kind) and (each.authority or each.unnamed or splits) for each in subjects):
        return list(everything)
    return [key for key in everything if key in held]


def _named(cycle: Cycle, key: str) -> str:
    if key in cycle.rounds:
        word = key.replace("-", " ")
        return f"the {word[:1].upper()}{word[1:]}{'' if word.endswith('round') else ' round'}"
    return cycle.groups[key].name if key in cycle.groups else cycle.authorities[key].name


def _missing(cycle: Cycle, entry: Entry, missing: list[str], there: list[str], place: Place) -> Fault:
    within = place[len(entry.place) + 1 :]
    holder = _named(cycle, within[-1]) if within else entry.id
    key = place[len(entry.place)]
    kind = _kind(cycle, missing[0]) or "group"
    rest = f"the other {_number(len(there))} {several(noun(cycle, kind))}"
    note = (
        f"has rows for {rest}"
        if len(there) > 1
        else f"has a row for {_named(cycle, there[0])}"
        if there
        else ""
    )
    known = "the day" if key in {"date", "due"} else "it"
    return Fault(
        f"{holder} has no {key} for {listed(_named(cycle, each) for each in missing)}",
        Mark(place, note, on="key"),
        f"Add {'its row' if len(missing) == 1 else 'their rows'}. If {known} is not known yet: {missing[0]}: TBC",
        tuple(
            Mark((_SECTIONS[kind], each), f"{one(noun(cycle, kind))} of this cycle", on="key")
            for each in missing[:_SHOWN]
        ),
    )


def _number(count: int) -> str:
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)


def _mixed(cycle: Cycle, kind: _Kind, key: str, first: str, place: Place) -> Fault:
    other = _kind(cycle, key) or kind
    inside = kind == "round" or other == "authority"
    return Fault(
        f"a row for {_named(cycle, key)} among rows for {several(noun(cycle, kind))}",
        Mark((*place, key), on="key"),
        f"Put it inside a row, as in {first}: {{{key}: ...}}."
        if inside
        else f"Put the rows inside, as in {key}: {{{first}: ...}}.",
    )


def _unused(cycle: Cycle, entry: Entry, unused: list[str], needed: list[str], place: Place) -> Fault:
    key = place[len(entry.place)]
    first, *others = unused
    what = "is not held" if entry.kind == "event" else "has no task"
    hint = "Take the row out" if len(unused) == 1 else "Take the rows out"
    return Fault(
        f"{entry.id} {what} for {listed([_named(cycle, each) for each in unused], 'or')}, so {key} needs no such row",
        Mark((*place, first), on="key"),
        f"{hint}, or change what it is for." if needed else f"{hint}: {key} has one value for all.",
        tuple(Mark((*place, each), "and here", on="key") for each in others[:_SHOWN]),
    )
