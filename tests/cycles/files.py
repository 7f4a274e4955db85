"""The two cycle files of the project, read once, and the places in them."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from peercycle.reading.document import Reading, read_document
from peercycle.schedule.plan import Plan

ROOT = Path(__file__).parent.parent.parent
REAL = ROOT / "cycles" / "2017-18.yaml"
SOURCE = ROOT / "cycles" / "sources" / "2017-18.txt"
MADE_UP = ROOT / "examples" / "made-up" / "cycles" / "2026-27.yaml"


@cache
def reading(path: Path) -> Reading:
    """Return a cycle file as read."""
    return read_document(str(path.relative_to(ROOT)), path.read_bytes())


@cache
def plan(path: Path) -> Plan:
    """Return a cycle file worked out."""
    cycle = reading(path).cycle
    assert cycle is not None
    return Plan(cycle)


def data(path: Path) -> dict[str, Any]:
    """Return the data of a cycle file, every scalar as text."""
    loaded = reading(path).loaded
    assert loaded is not None
    assert isinstance(loaded.data, dict)
    return loaded.data


class Carried(NamedTuple):
    """A place in a file, and what it is said to hold."""

    place: str
    held: str


class Listed(NamedTuple):
    """One entry of `facts.txt` or `ambiguities.txt`, with the places that carry it."""

    id: str
    words: str
    carried: tuple[Carried, ...]


def listed(name: str) -> list[Listed]:
    """Return the entries of a list beside this module: one at the margin, its places indented under it."""
    found: list[Listed] = []
    for line in (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("    "):
            place, _, held = line.strip().partition(" | ")
            found[-1] = found[-1]._replace(carried=(*found[-1].carried, Carried(place, held)))
        elif line and not line.startswith("#"):
            ident, _, words = line.partition(" ")
            found.append(Listed(ident, words, ()))
    return found


def fault_of(carried: Carried, root: Mapping[str, Any]) -> str:
    """Return what is wrong with what a place is said to hold, "" where it holds it."""
    at: Any = root
    for key in carried.place.split("/"):
        if isinstance(at, dict) and key in at:
            at = at[key]
        elif isinstance(at, list) and key.isdigit() and int(key) < len(at):
            at = at[int(key)]
        else:
            return f"{carried.place} is gone: there is no '{key}'"
    return "" if carried.held in texts_of(at) else f"{carried.place} does not hold '{carried.held}': {at}"


def texts_of(value: object) -> Iterator[str]:
    """Yield what a place holds: a text, the items of a list (an agenda item by its words), the keys of a mapping."""
    if isinstance(value, str):
        yield " ".join(value.split())
    elif isinstance(value, dict):
        yield from value
    elif isinstance(value, list):
        for item in value:
            yield from texts_of(item["item"] if isinstance(item, dict) and "item" in item else item)


def scalars(value: object, at: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield every text of a file with its place, white space made even."""
    if isinstance(value, str):
        yield at, " ".join(value.split())
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from scalars(item, (*at, key))
    elif isinstance(value, list):
        for position, item in enumerate(value):
            yield from scalars(item, (*at, str(position)))
