"""Reading on past form faults: the faulty part is left out, so that one run finds every fault and none that follows."""

from collections.abc import Iterable, Iterator
from typing import Any, Final, NamedTuple

from pydantic import ValidationError

from peercycle.model.cycle import Cycle
from peercycle.model.fields import TBC
from peercycle.model.place import Place
from peercycle.reading.forms import FormFault, form_faults
from peercycle.reading.known import Known, known
from peercycle.reading.oddities import below
from peercycle.reading.spans import MERGED, Node, rename

_ROUNDS: Final = 8
_WORDS: Final = "..."
# What stands for a text that must be there, by its key; nothing that is said of it is shown.
_STANDING_IN: Final = {
    **dict.fromkeys(("begins", "cycle", "date", "due", "owner", "runs", "until", "when"), TBC),
    **dict.fromkeys(("ask", "because", "do", "holds", "name", "region", "title"), _WORDS),
}


class Mended(NamedTuple):
    """A cycle read as far as it can be: None where what is left makes no cycle; `lost` are the places left out."""

    cycle: Cycle | None
    faults: list[FormFault]
    lost: frozenset[Place]


def read_cycle(data: dict[str, Any], root: Node | None = None, lost: Iterable[Place] = ()) -> Mended:
    """Return the cycle that data states, with every form fault; faulty parts of `data` are taken out.

    `lost` are the places that are out of the data already. A misspelt key is read as the one that was meant, in the spans
    of `root` too.
    """
    faults: list[FormFault] = []
    gone, tried = set(lost), set[Place]()
    file: Known | None = None
    for _ in range(_ROUNDS):
        try:
            return Mended(Cycle.read(data), faults, frozenset(gone))
        except ValidationError as error:
            file = file or known(data)
            found = list(form_faults(error.errors(include_url=False), file))
        renamed = dict(_rename(data, root, found))
        found = [item for item in found if item.target not in renamed.values()]
        faults.extend(item for item in found if not _follows(item, gone))
        left = [item for item in found if item.place not in renamed]
        tried |= (now := _mended(data, left, tried))
        gone |= now
        if () in now:
            break
    return Mended(None, faults, frozenset(gone))


def _rename(
    data: dict[str, Any], root: Node | None, found: Iterable[FormFault]
) -> Iterator[tuple[Place, Place]]:
    """Read each misspelt key as the nearest one, where that is free; yield its place and the one it has become."""
    for item in found:
        holder = _at(data, item.place[:-1]) if item.nearest else None
        if isinstance(holder, dict) and item.nearest not in holder:
            holder[item.nearest] = holder.pop(item.place[-1])
            rename(root, item.place, item.nearest)
            yield item.place, (*item.place[:-1], item.nearest)


def _follows(item: FormFault, gone: set[Place]) -> bool:
    """Whether a fault only follows from a part left out before."""
    if item.missing and (*item.place, MERGED) in gone:
        return True
    return any(item.target[:length] in gone for length in range(1, len(item.target) + 1))


def _mended(data: dict[str, Any], found: Iterable[FormFault], tried: set[Place]) -> set[Place]:
    """Take the faulty parts out of the data; return the places that are out of it, () where nothing is left."""
    now: set[Place] = set()
    for item in found:
        place = _to_mend(data, item, tried, now)
        if place and place not in now:
            now.update(_out_of(data, place, item, again=place in tried))
        now.add(place)
    return now


def _to_mend(data: dict[str, Any], item: FormFault, tried: set[Place], now: set[Place]) -> Place:
    """Return the place of a fault, or of what holds it where nothing can be put there that will do."""
    place = item.target
    if item.missing and place in tried:
        place = place[:-1]
    while place in tried and place not in now and _at(data, place) in (None, TBC, _WORDS):
        place = place[:-1]
    return place


def _out_of(data: dict[str, Any], place: Place, item: FormFault, *, again: bool) -> Iterator[Place]:
    """Take what stands at a place out of the data, or put something else there the first time; yield the places lost."""
    holder, key = _at(data, place[:-1]), place[-1]
    instead = None if again else _STANDING_IN.get(key, item.instead)
    if isinstance(holder, list):
        holder[int(key)] = TBC
    elif isinstance(holder, dict):
        yield from below(holder.get(key), place)
        holder.pop(key, None)
        if instead is not None:
            holder[key] = instead


def _at(data: Any, place: Place) -> Any:
    """Return what stands at a place, None where that has been taken out."""
    for key in place:
        if isinstance(data, list):
            data = data[int(key)]
        elif isinstance(data, dict):
            data = data.get(key)
        else:
            return None
    return data
