"""Every entry of a cycle file that has an id, and where it stands."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, Literal, NamedTuple

from peercycle.diagnostics.fault import Mark
from peercycle.model.cycle import Cycle
from peercycle.model.fields import Grid
from peercycle.model.place import Place
from peercycle.model.programme import Action, Event

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
SECTIONS: Final[dict[str, Kind]] = {
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
"""The sections whose entries have ids, and what they are; events and actions stand in phases."""
PARTIES: Final[tuple[Kind, ...]] = ("authority", "body", "group", "round")
_GRIDS: Final = {
    "event": ("date", "time", "place", "room", "chair", "stand-in", "facilitator"),
    "action": ("due", "time"),
}
Ids = Mapping[Kind, Mapping[str, object]]
"""The ids of each kind of thing."""


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


def named(cycle: Cycle) -> Iterator[tuple[str, Kind, Place]]:
    """Yield the id, kind and place of everything that has an id, section by section."""
    for section, kind in SECTIONS.items():
        for key in getattr(cycle, section):
            yield key, kind, (section, key)
    for entry in entries(cycle):
        yield entry.id, entry.kind, entry.place


def ids_of(cycle: Cycle) -> Ids:
    """Return the ids of each kind of thing."""
    found: dict[Kind, Mapping[str, object]] = {
        kind: getattr(cycle, section) for section, kind in SECTIONS.items()
    }
    found["event"] = {key: () for phase in cycle.phases.values() for key in phase.events}
    found["action"] = {key: () for phase in cycle.phases.values() for key in phase.actions}
    return found
