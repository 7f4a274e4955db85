"""Every place of a cycle file that mentions a party, and every mention of an id that names nothing."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
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
from peercycle.schedule.entries import PARTIES, Entry, Ids, Kind, entries, grids, within

_PARTY_GRIDS: Final = ("chair", "stand-in", "facilitator")
_GROUPINGS: Final[tuple[Kind, ...]] = ("round", "group", "authority")
_USUAL: Final[tuple[Kind, ...]] = ("round", "group")


class Mention(NamedTuple):
    """An id that stands somewhere in the file, the kinds of thing it may be there, and where.

    `perhaps` is true where free words would do as well, `each` where a word such as group would. `taken` are the ids that
    stand beside it and cannot stand there twice.
    """

    id: str
    kinds: tuple[Kind, ...]
    mark: Mark
    perhaps: bool = False
    each: bool = False
    taken: frozenset[str] = frozenset()


class Phrase(NamedTuple):
    """Whoever a phrase of the file means, where it stands, and the roles that come with it in `attends`."""

    party: Party
    place: Place
    on: Literal["value", "key"] = "value"
    seats: tuple[Seat, ...] = ()


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
            yield Phrase(entry.held.owner, (*entry.place, "owner"))
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
    return Phrase(party, place)


def _of_event(event: Event, place: Place) -> Iterator[Phrase]:
    if event.held_by:
        yield Phrase(event.held_by, (*place, "held-by"))
    for key in _PARTY_GRIDS:
        grid: Grid | None = getattr(event, key.replace("-", "_"))
        for path, party in grid.leaves() if grid else ():
            if isinstance(party, Party):
                yield Phrase(party, (*place, key, *path))
    yield from _attending(event.attends, (*place, "attends"))


def _listed(parties: Sequence[Party], place: Place) -> Iterator[Phrase]:
    for position, party in enumerate(parties):
        yield Phrase(party, (*place, str(position)) if len(parties) > 1 else place)


def _attending(lines: Iterable[Attending], place: Place) -> Iterator[Phrase]:
    for line in lines:
        yield Phrase(line.party, (*place, line.party.words), "key", line.seats)


def strays(cycle: Cycle, ids: Ids) -> list[Mention]:
    """Return every mention of an id that is none, but for roles and what questions and waivers are about."""
    search = _Search(ids)
    search.rows(cycle)
    for phrase in phrases(cycle):
        search.party(phrase)
    if cycle.journey:
        search.all(cycle.journey.placements, "document", ("journey", "placements"))
    for entry in entries(cycle):
        search.entry(entry)
    for key, agenda in cycle.agendas.items():
        search.items(agenda.items, ("agendas", key, "items"))
    for key, question in cycle.questions.items():
        if question.by and question.by not in ids["event"] and not _is_date(question.by):
            search.one(question.by, ("event",), ("questions", key, "by"))
    return search.found


def _is_date(text: str) -> bool:
    if is_id(text) and not text[0].isdigit():
        return False
    try:
        read_when(text)
    except Misread:
        return False
    return True


def _rows_of(held: Event | Action) -> tuple[Kind, ...]:
    """Return the kinds of row that a grid of an event or an action has: of authorities only where it is held for these."""
    parties = held.for_ if isinstance(held, Event) else ()
    kinds = {party.many.kind for party in parties if party.many}
    return _GROUPINGS if kinds & {"authorities", "lead-authorities", "some-authorities"} else _USUAL


class _Search:
    """Looks up ids and keeps the mentions of those that are not there; marks are made for these alone."""

    def __init__(self, ids: Ids) -> None:
        self.ids = ids
        self.found: list[Mention] = []

    def one(
        self,
        key: str | None,
        kinds: tuple[Kind, ...],
        place: Place,
        on: Literal["value", "key"] = "value",
    ) -> None:
        """Look up an id that may be of one of these kinds."""
        if key and key != TBC and not any(key in self.ids[kind] for kind in kinds):
            self.found.append(Mention(key, kinds, Mark(place, "", key, on)))

    def all(self, keys: Sequence[str], kind: Kind, place: Place) -> None:
        """Look up a list of ids of one kind."""
        held = self.ids[kind]
        for position, key in enumerate(keys):
            if key not in held and key != TBC:
                self.found.append(Mention(key, (kind,), within(place, keys, position)))

    def rows(self, cycle: Cycle) -> None:
        """Look up what the rows of groups and authorities name."""
        for key, group in cycle.groups.items():
            self.one(group.lead, ("authority",), ("groups", key, "lead"))
        for key, row in cycle.authorities.items():
            self.one(row.group, ("group",), ("authorities", key, "group"))
            self.one(row.round, ("round",), ("authorities", key, "round"))
            self.all(row.challengers, "authority", ("authorities", key, "challengers"))

    def party(self, phrase: Phrase) -> None:
        """Look up whom a phrase names."""
        party = phrase.party
        if party.many is None:
            self.one(party.who, PARTIES, phrase.place, phrase.on)
        elif party.many.within:
            self.one(party.many.within, ("round", "group"), phrase.place, phrase.on)
        elif party.many.event and party.many.event not in self.ids["event"]:
            mark = Mark(phrase.place, "", party.many.event, phrase.on)
            self.found.append(Mention(party.many.event, ("event",), mark, each=True))

    def entry(self, entry: Entry) -> None:
        """Look up what an event or an action names, but for parties."""
        held, place = entry.held, entry.place
        self.all(held.needs, "document", (*place, "needs"))
        self.all(held.produces, "document", (*place, "produces"))
        for key, grid in grids(entry):
            if grid.cells is not None:
                self.cells(grid.cells, (*place, key), _rows_of(held))
            if key in {"date", "due"}:
                for path, due in grid.leaves():
                    self.due(due, (*place, key, *path))
        if isinstance(held, Action):
            self.due(held.from_, (*place, "from"))
            for key, exemption in held.except_.items():
                self.one(key, ("authority", "group", "round"), (*place, "except", key), "key")
                self.due(exemption.due, (*place, "except", key, "due"))
            return
        self.all(held.in_order, "round", (*place, "in-order"))
        if isinstance(held.agenda, str):
            self.one(held.agenda, ("agenda",), (*place, "agenda"))
        elif held.agenda:
            self.items(held.agenda, (*place, "agenda"))

    def cells(self, cells: Mapping[str, Grid], place: Place, usual: tuple[Kind, ...]) -> None:
        """Look up the rows of a grid: one that names nothing may be of the kinds of the others, else of the usual ones."""
        kinds = tuple(kind for kind in _GROUPINGS if any(key in self.ids[kind] for key in cells)) or usual
        rest = tuple(kind for kind in usual if kind not in kinds)
        for key, cell in cells.items():
            if key != TBC and not any(key in self.ids[kind] for kind in _GROUPINGS):
                mark = Mark((*place, key), "", key, "key")
                self.found.append(Mention(key, kinds, mark, taken=frozenset(cells)))
            if cell.cells is not None:
                self.cells(cell.cells, (*place, key), rest or usual)

    def due(self, due: Due | None, place: Place) -> None:
        """Look up what a deadline leans on."""
        if due is None or due.when:
            return
        self.one(due.with_action, ("action",), place)
        self.one(due.each, ("event",), place)
        if due.anchor:
            kinds: tuple[Kind, ...] = ("event", "action") if due.anchor.which == "the" else ("event",)
            self.one(due.anchor.ref, kinds, place)
            self.one(due.anchor.round, ("round",), place)

    def items(self, items: Sequence[AgendaItem], place: Place) -> None:
        """Look up the papers of an agenda, and who leads its items where that may be an id."""
        for position, item in enumerate(items):
            at = (*place, str(position))
            self.all(item.needs, "document", (*at, "needs"))
            self.all(item.produces, "document", (*at, "produces"))
            who = item.lead.rpartition(" of ")[2] if item.lead else ""
            if who and is_id(who) and not any(who in self.ids[kind] for kind in PARTIES):
                self.found.append(Mention(who, PARTIES, Mark((*at, "lead"), words=who), perhaps=True))
            self.items(item.parts, (*at, "parts"))
            self.items(item.breaks, (*at, "breaks"))
