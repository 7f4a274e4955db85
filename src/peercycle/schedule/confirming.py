"""Which values of a cycle file change when a meeting's day, hours, place or room becomes known or is moved."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, Literal, NamedTuple

from peercycle.model.phrase import TBC, Misread
from peercycle.model.place import Place
from peercycle.model.when import When, long_date, read_when
from peercycle.reading.splicing import Setting, Value
from peercycle.schedule.outlines import ids
from peercycle.schedule.plan import Meeting, Plan

KEYS: Final = ("date", "time", "place", "room")
"""What can be confirmed of a meeting, in the order of the file; a new key goes behind the others."""
_ORDER: Final = ("title", "for", *KEYS)

Kind = Literal["confirmed", "moved", "postponed"]


class Inseparable(Exception):
    """A value cannot be given to some meetings alone, since no grid tells them from others; its text says which."""


class Given(NamedTuple):
    """What one meeting is given: the key, what the file held for it, "" for nothing, and what it shall hold."""

    key: str
    was: str
    now: str


def written_date(given: str) -> str:
    """Return a day as the file writes it, "Friday 5 February 2027"; anything else stays as it is, for the file to judge."""
    text = " ".join(given.split())
    when = _read(text)
    if when is None or when.day is None or when.tbc:
        return text
    weekday = when.points[0].weekday
    return long_date(when.day) if not weekday or long_date(when.day).startswith(weekday) else text


def confirmations(
    plan: Plan, data: Mapping[str, Any], meetings: Sequence[Meeting], values: Mapping[str, str]
) -> list[Setting]:
    """Return the settings that give these meetings of one event these values, all other meetings keeping theirs.

    Raises Inseparable where the file has no way to tell them from the others.
    """
    event = meetings[0].event
    place = plan.place(event)
    held: Any = data
    for step in place:
        held = held[step]
    settings: list[Setting] = []
    for key in KEYS:
        if key in values:
            settings += _settings(plan, (*place, key), held.get(key), meetings, values[key])
    return settings


def text_at(data: Mapping[str, Any], place: Place) -> str | None:
    """Return the text that the file holds at a place, None where it holds none or a grid."""
    held: Any = data
    for step in place:
        held = held[step]
    return held if isinstance(held, str) else None


def value_of(plan: Plan, data: Mapping[str, Any], meeting: Meeting, key: str) -> str | None:
    """Return what the file holds for one meeting under a key, None where it holds nothing."""
    held: Any = data
    for step in plan.place(meeting.event):
        held = held[step]
    held = held.get(key)
    for step in _cell(held, meeting):
        held = held[step]
    return held if isinstance(held, str) else None


def given_to(plan: Plan, data: Mapping[str, Any], meeting: Meeting, values: Mapping[str, str]) -> list[Given]:
    """Return what changes for one meeting when it is given these values: those that the file does not hold for it yet."""
    held = {key: value_of(plan, data, meeting, key) or "" for key in values}
    return [Given(key, held[key], now) for key, now in values.items() if held[key] != now]


def kind_of(changes: Sequence[Given]) -> Kind:
    """Return what changes of one meeting come to: that of its date, else confirmed where anything open became known."""
    kinds = {change.key: _kind(*change) for change in changes}
    if "date" in kinds:
        return kinds["date"]
    return "confirmed" if "confirmed" in kinds.values() else "moved"


def _settings(
    plan: Plan, place: Place, held: Any, meetings: Sequence[Meeting], value: str
) -> Iterator[Setting]:
    everyone = plan.meetings_of(meetings[0].event)
    by_cell: dict[Place, list[Meeting]] = {}
    for meeting in everyone:
        by_cell.setdefault(_cell(held, meeting), []).append(meeting)
    for cell, sharing in by_cell.items():
        wanted = [meeting for meeting in sharing if meeting in meetings]
        if not wanted:
            continue
        old: Any = held
        for step in cell:
            old = old[step]
        if isinstance(old, dict):
            raise Inseparable(f"the {place[-1]} of {wanted[0].id} has no cell in the grid")
        new = _split(sharing, wanted, cell, value, TBC if old is None else old)
        if new != old:
            yield Setting((*place, *cell), new, _ORDER[: _ORDER.index(place[-1])])


def _cell(held: Any, meeting: Meeting) -> Place:
    """Return the keys that lead to a meeting's value in a grid, none where the value is no grid."""
    path: list[str] = []
    while isinstance(held, dict):
        key = next((key for key in ids(meeting.subject) if key in held), None)
        if key is None:
            break
        path.append(key)
        held = held[key]
    return tuple(path)


def _split(sharing: Sequence[Meeting], wanted: Sequence[Meeting], path: Place, new: str, old: str) -> Value:
    """Return one value where all that share it get the new one, else a grid in which the others keep the old one."""
    if len(wanted) == len(sharing):
        return new
    if not wanted:
        return old
    for part in ("authority", "round", "group"):  # what is each authority's own is in no round
        keys = [getattr(meeting.subject, part) for meeting in sharing]
        if None not in keys and len(set(keys)) > 1 and not set(path) & set(keys):
            return {
                key: _split(
                    [m for m, own in zip(sharing, keys, strict=True) if own == key],
                    [m for m, own in zip(sharing, keys, strict=True) if own == key and m in wanted],
                    (*path, key),
                    new,
                    old,
                )
                for key in dict.fromkeys(keys)
            }
    others = next(meeting.id for meeting in sharing if meeting not in wanted)
    raise Inseparable(f"no grid can tell {wanted[0].id} from {others}")


def _kind(key: str, was: str, now: str) -> Kind:
    """Return what a change of one value is: a meeting that had a day, or nearly, and has none any more is put off."""
    before = _read(was)
    if key == "date" and now == TBC and before and (before.earliest or before.latest):
        return "postponed"
    if _open(now):
        return "moved"
    if key == "date" and not (before and before.day):
        after = _read(now)
        return "confirmed" if _open(was) or (after and after.day) else "moved"
    return "confirmed" if _open(was) else "moved"


def _open(value: str) -> bool:
    """Whether a value leaves open what it is about."""
    return value.split()[:1] in ([], [TBC])


def _read(text: str) -> When | None:
    try:
        return read_when(text)
    except Misread:
        return None
