"""Reading on past form faults: the faulty part is left out, so that one run finds every fault."""

from typing import Any, Final, NamedTuple

from pydantic import ValidationError

from peercycle.model.cycle import Cycle
from peercycle.model.fields import TBC
from peercycle.model.place import Place
from peercycle.reading.forms import FormFault, form_faults

_ROUNDS: Final = 8
_TBC_WILL_DO: Final = {"due", "date", "owner"}


class Mended(NamedTuple):
    """A cycle read as far as it can be: None where what is left makes no cycle; `lost` are the places left out."""

    cycle: Cycle | None
    faults: list[FormFault]
    lost: frozenset[Place]


def read_cycle(data: dict[str, Any]) -> Mended:
    """Return the cycle that data states, with every form fault; faulty parts of `data` are taken out."""
    faults: list[FormFault] = []
    lost: set[Place] = set()
    for _ in range(_ROUNDS):
        try:
            return Mended(Cycle.read(data), faults, frozenset(lost))
        except ValidationError as error:
            found = list(form_faults(error.errors(include_url=False)))
        fresh = [item for item in found if not any(_place(item)[: len(gone)] == gone for gone in lost)]
        faults.extend(fresh)
        if not all(_mend(data, item, lost) for item in found):
            break
    return Mended(None, faults, frozenset(lost))


def _place(item: FormFault) -> Place:
    return item.fault.at.place


def _mend(data: dict[str, Any], item: FormFault, lost: set[Place]) -> bool:
    """Take a faulty part out of the data; False where the whole file goes with it."""
    place = _place(item)
    if item.missing in _TBC_WILL_DO:
        _at(data, place)[item.missing] = TBC
        lost.add((*place, item.missing))
        return True
    if not place:
        return False
    lost.add(place)
    holder = _at(data, place[:-1])
    if item.phrase and isinstance(holder, dict) and isinstance(holder.get(place[-1]), str):
        holder[place[-1]] = TBC
    elif isinstance(holder, list):
        holder[int(place[-1])] = TBC
    else:
        holder.pop(place[-1], None)
    return True


def _at(data: Any, place: Place) -> Any:
    for key in place:
        data = data[int(key)] if isinstance(data, list) else data[key]
    return data
