"""The validator built from the fields reads what pydantic's own reads, and finds the same faults."""

import copy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from peercycle.model.cycle import Cycle
from peercycle.model.programme import Agenda, AgendaItem, Event
from peercycle.model.validator import validator
from peercycle.model.words import Words
from peercycle.reading.events import load

ROOT = Path(__file__).parent.parent.parent
FILES = [ROOT / "cycles" / "2017-18.yaml", ROOT / "examples" / "made-up" / "cycles" / "2026-27.yaml"]
Path_ = tuple[str | int, ...]


def data_of(path: Path) -> dict[str, Any]:
    """Return the data of a cycle file."""
    data = load(path.name, path.read_text(encoding="utf-8")).data
    assert data is not None
    return data


def outcome(model: type[Cycle], data: object, *, own: bool, group: str = "BPN") -> object:
    """Return the model that pydantic's generator, or ours, reads from data; or its faults."""
    context = {"words": Words(group=group), "unknowns": ()}
    try:
        read = model.model_validate if own else validator(model).validate_python
        return read(data, context=context)
    except ValidationError as error:
        return error.errors(include_url=False)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_both_read_the_same_cycle(path: Path) -> None:
    data = data_of(path)
    group = data["words"]["group"]
    cycle = outcome(Cycle, data, own=False, group=group)
    assert isinstance(cycle, Cycle)
    assert cycle == outcome(Cycle, data, own=True, group=group)
    event = next(event for _, event, _ in cycle.events())
    assert type(event) is Event
    assert event.model_fields_set >= {"title", "date"}


REAL = data_of(FILES[0])


def places(data: object, at: Path_ = ()) -> list[Path_]:
    """Return where everything in data stands."""
    below: list[tuple[str | int, Any]] = []
    if isinstance(data, dict):
        below = list(data.items())
    if isinstance(data, list):
        below = list(enumerate(data))
    return [at, *(place for key, value in below for place in places(value, (*at, key)))]


ODD = st.one_of(
    st.sampled_from(
        ["", " ", "TBC", "TBC x", "x", "Bolton", "30 February 2018", "own forum", "true", "yes", "12"]
    ),
    st.sampled_from([[], {}, ["x"], {"x": "y"}, [["x"]], {"item": "x", "each": "y"}, {"december": "x"}]),
)


@given(
    st.lists(
        st.tuples(st.sampled_from(places(REAL)[1:]), ODD, st.sampled_from(["put", "drop", "add"])), max_size=3
    )
)
def test_both_find_the_same_faults(changes: list[tuple[Path_, Any, str]]) -> None:
    data = copy.deepcopy(REAL)
    for place, odd, how in changes:
        _change(data, place, odd, how)
    assert outcome(Cycle, data, own=False) == outcome(Cycle, data, own=True)


def _change(data: Any, place: Path_, odd: Any, how: str) -> None:
    """Put something odd at a place, beside it, or take away what stands there; nothing where the place has gone."""
    try:
        for key in place[:-1]:
            data = data[key]
        data[place[-1]]
    except (KeyError, IndexError, TypeError):
        return
    if how == "put":
        data[place[-1]] = copy.deepcopy(odd)
    elif how == "drop":
        del data[place[-1]]
    elif isinstance(data, dict):
        data["odd key"] = copy.deepcopy(odd)


def test_an_agenda_item_holds_agenda_items() -> None:
    agenda = validator(Agenda).validate_python(
        {
            "items": [
                "Welcome",
                {"each": "authority challenged", "parts": ["a", {"item": "b", "minutes": "5"}]},
            ]
        }
    )
    assert isinstance(agenda, Agenda)
    welcome, slot = agenda.items
    assert welcome == AgendaItem.model_validate({"item": "Welcome"})
    assert [(part.item, part.minutes) for part in slot.parts] == [("a", None), ("b", 5)]


def test_defaults_are_not_shared() -> None:
    first, second = (outcome(Cycle, REAL, own=False) for _ in range(2))
    assert isinstance(first, Cycle)
    assert isinstance(second, Cycle)
    assert first.waivers == second.waivers == {}
    assert first.waivers is not second.waivers
