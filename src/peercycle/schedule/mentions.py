"""Every id a cycle file gives, and every place that mentions something by its id."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Literal, NamedTuple

from peercycle.diagnostics.fault import Mark
from peercycle.model.cycle import Cycle
from peercycle.model.due import Due
from peercycle.model.fields import TBC, Attending, Grid
from peercycle.model.ids import is_id
from peercycle.model.owner import Party, Seat, read_party
from peercycle.model.phrase import Misread
from peercycle.model.place import Place
from peercycle.model.programme import Action, AgendaItem, Event
from peercycle.model.when import read_when

Kind = Literal[
    "role",
    "body",
    "contact",
    "group",
    "round",
    "authority",
    "document",
    "phase",
    "event",
    "action",
    "agenda",
    "question",
    "waiver",
]
_SECTIONS: Final[dict[str, Kind]] = {
    "roles": "role",
    "bodies": "body",
    "contacts": "contact",
    "groups": "group",
    "rounds": "round",
    "authorities": "authority",
    "documents": "document",
    "phases": "phase",
    "agendas": "agenda",
    "questions": "question",
    "waivers": "waiver",
}
PARTIES: Final[tuple[Kind, ...]] = ("authority", "body", "group", "round")
_GRIDS: Final = {
    "event": ("date", "time", "place", "room", "chair", "stand-in", "facilitator"),
    "action": ("due", "time"),
}
_PARTY_GRIDS: Final = ("chair", "stand-in", "facilitator")


class Named(NamedTuple):
    """An entry of the file: its id, what kind of thing it is, and where it stands."""

    id: str
    kind: Kind
    place: Place


class Mention(NamedTuple):
    """An id that stands somewhere in the file, the kinds of thing it may be there, and where.

    `perhaps` is true where free words would do as well.
    """

    id: str
    kinds: tuple[Kind, ...]
    mark: Mark
    perhaps: bool = False


class Phrase(NamedTuple):
    """Whoever a phrase of the file means, where it stands, and the roles that come with it in `attends`."""

    party: Party
    mark: Mark
    seats: tuple[Seat, ...] = ()


def named(cycle: Cycle) -> Iterator[Named]:
    """Yield every entry that has an id, section by section."""
    for section, kind in _SECTIONS.items():
        for key in getattr(cycle, section):
            yield Named(key, kind, (section, key))
    for entry in entries(cycle):
        yield Named(entry.id, entry.kind, entry.place)


class Entry(NamedTuple):
    """An event or an action with its place; `held` is what the file says of it."""

    id: str
    kind: Literal["event", "action"]
    place: Place
    held: Event | Action


def entries(cycle: Cycle) -> Iterator[Entry]:
    """Yield every event and every action, phase by phase, one that stands twice each time."""
    for phase_id, phase in cycle.phases.items():
        for key, event in phase.events.items():
            yield Entry(key, "event", ("phases", phase_id, "events", key), event)
        for key, action in phase.actions.items():
            yield Entry(key, "action", ("phases", phase_id, "actions", key), action)


def grids(entry: Entry) -> Iterator[tuple[str, Grid]]:
    """Yield the values of an entry that may be grids, by their keys."""
    for key in _GRIDS[entry.kind]:
        if value := getattr(entry.held, key.replace("-", "_")):
            yield key, value


def within(place: Place, items: Sequence[str], position: int) -> Mark:
    """Return where one item of a list stands, which may be written as a single text."""
    return Mark((*place, str(position)) if len(items) > 1 else place, words=items[position])


def phrases(cycle: Cycle) -> Iterator[Phrase]:
    """Yield every phrase of the file that says who, each with its place."""
    for key, body in cycle.bodies.items():
        yield from _attending(body.members, ("bodies", key, "members"))
    for key, contact in cycle.contacts.items():
        yield _said(cycle, contact.holds, ("contacts", key, "holds"))
    for key, document in cycle.documents.items():
        yield from _listed(document.shown_to, ("documents", key, "shown-to"))
    for entry in entries(cycle):
        yield from _listed(entry.held.for_, (*entry.place, "for"))
        if isinstance(entry.held, Event):
            yield from _of_event(entry.held, entry.place)
        else:
            yield Phrase(entry.held.owner, Mark((*entry.place, "owner")))
            yield from _listed(entry.held.to, (*entry.place, "to"))
    for key, question in cycle.questions.items():
        if question.who and question.who != TBC and question.who not in cycle.roles:
            yield _said(cycle, question.who, ("questions", key, "who"))


def _said(cycle: Cycle, text: str, place: Place) -> Phrase:
    """Return a phrase that the model keeps as text; what cannot be read is taken for an id, and found to name nobody."""
    try:
        party = read_party(text, cycle.region_words)
    except Misread:
        party = Party(text, tbc=False, role="", who=text, many=None)
    return Phrase(party, Mark(place))


def _of_event(event: Event, place: Place) -> Iterator[Phrase]:
    if event.held_by:
        yield Phrase(event.held_by, Mark((*place, "held-by")))
    for key in _PARTY_GRIDS:
        grid: Grid | None = getattr(event, key.replace("-", "_"))
        for path, party in grid.leaves() if grid else ():
            if isinstance(party, Party):
                yield Phrase(party, Mark((*place, key, *path)))
    yield from _attending(event.attends, (*place, "attends"))


def _listed(parties: Sequence[Party], place: Place) -> Iterator[Phrase]:
    words = [party.words for party in parties]
    for position, party in enumerate(parties):
        yield Phrase(party, within(place, words, position))


def _attending(lines: Iterable[Attending], place: Place) -> Iterator[Phrase]:
    for line in lines:
        yield Phrase(line.party, Mark((*place, line.party.words), on="key"), line.seats)


def mentions(cycle: Cycle) -> Iterator[Mention]:
    """Yield every id the file mentions, but for roles and what questions and waivers are about."""
    yield from _of_rows(cycle)
    for phrase in phrases(cycle):
        yield from _of_party(phrase.party, phrase.mark)
    if cycle.journey:
        yield from _all(cycle.journey.placements, ("document",), ("journey", "placements"))
    for entry in entries(cycle):
        yield from _of_entry(entry)
    for key, agenda in cycle.agendas.items():
        yield from _of_items(agenda.items, ("agendas", key, "items"))
    for key, question in cycle.questions.items():
        if question.by and question.by != TBC and not _is_date(question.by):
            yield Mention(question.by, ("event",), Mark(("questions", key, "by")))


def _is_date(text: str) -> bool:
    if is_id(text) and not text[0].isdigit():
        return False
    try:
        read_when(text)
    except Misread:
        return False
    return True


def _of_rows(cycle: Cycle) -> Iterator[Mention]:
    for key, group in cycle.groups.items():
        yield from _one(group.lead, ("authority",), ("groups", key, "lead"))
    for key, row in cycle.authorities.items():
        yield from _one(row.group, ("group",), ("authorities", key, "group"))
        yield from _one(row.round, ("round",), ("authorities", key, "round"))
        yield from _all(row.challengers, ("authority",), ("authorities", key, "challengers"))


def _of_party(party: Party, mark: Mark) -> Iterator[Mention]:
    kinds: tuple[Kind, ...] = PARTIES
    key = party.who
    if party.many:
        key = party.many.within or party.many.event
        kinds = ("round", "group") if party.many.within else ("event",)
    if key:
        yield Mention(key, kinds, Mark(mark.place, "", key, mark.on))


def _of_entry(entry: Entry) -> Iterator[Mention]:
    held, place = entry.held, entry.place
    yield from _all(held.needs, ("document",), (*place, "needs"))
    yield from _all(held.produces, ("document",), (*place, "produces"))
    for key, grid in grids(entry):
        yield from _of_cells(grid, (*place, key))
        if key in {"date", "due"}:
            for path, due in grid.leaves():
                yield from _of_due(due, (*place, key, *path))
    if isinstance(held, Action):
        if held.from_:
            yield from _of_due(held.from_, (*place, "from"))
        for key, exemption in held.except_.items():
            yield Mention(
                key, ("authority", "group", "round"), Mark((*place, "except", key), words=key, on="key")
            )
            if exemption.due:
                yield from _of_due(exemption.due, (*place, "except", key, "due"))
        return
    yield from _all(held.in_order, ("round",), (*place, "in-order"))
    if isinstance(held.agenda, str):
        yield from _one(held.agenda, ("agenda",), (*place, "agenda"))
    elif held.agenda:
        yield from _of_items(held.agenda, (*place, "agenda"))


def _of_cells(grid: Grid, place: Place) -> Iterator[Mention]:
    for key, cell in (grid.cells or {}).items():
        yield Mention(key, ("round", "group", "authority"), Mark((*place, key), words=key, on="key"))
        yield from _of_cells(cell, (*place, key))


def _of_due(due: Due | None, place: Place) -> Iterator[Mention]:
    if due is None or due.when:
        return
    if due.with_action:
        yield Mention(due.with_action, ("action",), Mark(place, words=due.with_action))
    if due.each:
        yield Mention(due.each, ("event",), Mark(place, words=due.each))
    if due.anchor:
        kinds: tuple[Kind, ...] = ("event", "action") if due.anchor.which == "the" else ("event",)
        yield Mention(due.anchor.ref, kinds, Mark(place, words=due.anchor.ref))
        if due.anchor.round:
            yield Mention(due.anchor.round, ("round",), Mark(place, words=due.anchor.round))


def _of_items(items: Sequence[AgendaItem], place: Place) -> Iterator[Mention]:
    for position, item in enumerate(items):
        at = (*place, str(position))
        yield from _all(item.needs, ("document",), (*at, "needs"))
        yield from _all(item.produces, ("document",), (*at, "produces"))
        who = item.lead.rpartition(" of ")[2] if item.lead else ""
        if is_id(who):
            yield Mention(who, PARTIES, Mark((*at, "lead"), words=who), perhaps=True)
        yield from _of_items(item.parts, (*at, "parts"))
        yield from _of_items(item.breaks, (*at, "breaks"))


def _one(ref: str | None, kinds: tuple[Kind, ...], place: Place) -> Iterator[Mention]:
    if ref is not None and ref != TBC:
        yield Mention(ref, kinds, Mark(place, words=ref))


def _all(refs: Sequence[str], kinds: tuple[Kind, ...], place: Place) -> Iterator[Mention]:
    for position, ref in enumerate(refs):
        if ref != TBC:
            yield Mention(ref, kinds, within(place, refs, position))
