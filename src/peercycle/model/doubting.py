"""A cycle with some of its dates taken as unknown, so that nothing is made to follow from a misprint."""

from collections.abc import Iterable, Sequence
from typing import Final

from peercycle.model.cycle import Cycle
from peercycle.model.due import Due, read_due
from peercycle.model.fields import TBC, Grid
from peercycle.model.place import Place
from peercycle.model.programme import Action, Event
from peercycle.model.words import Words

_UNKNOWN: Final = read_due(TBC, Words(), deadline=False)


def doubting(cycle: Cycle, places: Iterable[Place]) -> Cycle:
    """Return a cycle in which the dates of meetings and actions at these places are TBC."""
    phases = dict(cycle.phases)
    for _, phase, section, key, field, *path in places:
        entries = dict(getattr(phases[phase], section))
        entries[key] = _doubted(entries[key], field, path)
        phases[phase] = phases[phase].model_copy(update={section: entries})
    return cycle.model_copy(update={"phases": phases})


def _doubted(entry: Event | Action, field: str, path: Sequence[str]) -> Event | Action:
    if field == "except" and isinstance(entry, Action):
        exemption = entry.except_[path[0]].model_copy(update={"due": _UNKNOWN})
        return entry.model_copy(update={"except_": {**entry.except_, path[0]: exemption}})
    name = "from_" if field == "from" else field
    held: Grid | Due = getattr(entry, name)
    return entry.model_copy(update={name: _cell(held, path) if isinstance(held, Grid) else _UNKNOWN})


def _cell(grid: Grid, path: Sequence[str]) -> Grid:
    if not path or grid.cells is None:
        return Grid(_UNKNOWN)
    return Grid(cells={**grid.cells, path[0]: _cell(grid.cells[path[0]], path[1:])})
