"""A cycle file's text with some values changed: spliced in where they stand, every other character as it was (design, 9)."""

from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from typing import Any, Final, NamedTuple

from peercycle.model.place import Place, slashed
from peercycle.reading.events import Loaded, load
from peercycle.reading.proving import comments, data_of
from peercycle.reading.quoting import WIDEST, entry_lines, flow, scalar
from peercycle.reading.spans import Node, Spot, found, offsets

Value = str | Mapping[str, Any]
"""A text, or a mapping of texts by keys, as in a grid."""
_STEP: Final = "  "


class Unfit(Exception):
    """A change that the text as it stands does not take: a part that it has no lines for."""


class Setting(NamedTuple):
    """One value to be set: its place, the value, and after which of its neighbours it goes where it is new."""

    place: Place
    value: Value
    after: tuple[str, ...] = ()


class _Splice(NamedTuple):
    start: int
    end: int
    text: str


def changed(text: str, loaded: Loaded, settings: Sequence[Setting]) -> str:
    """Return the text with these values set; raises Unfit where a place has no mapping to stand in.

    The new text is read again, and by ruamel.yaml besides: both must find exactly the data that was meant, and all the
    comments must still be there.
    """
    meant = deepcopy(loaded.data)
    splices: list[_Splice] = []
    for setting in settings:
        splices += _splices(text, loaded.root, setting)
        _set(meant, setting)
    made = _applied(text, splices)
    if load("changed", made).data != meant or data_of(made) != meant or comments(made) != comments(text):
        places = ", ".join(slashed(setting.place) for setting in settings)
        raise Unfit(
            f"the file is written in a way that does not take the change of {places}; change it by hand"
        )
    return made


def _applied(text: str, splices: Iterable[_Splice]) -> str:
    in_order = sorted(splices, key=lambda splice: (splice.start, splice.end))
    for start, end, new in reversed(in_order):  # of two at one place the first comes first
        text = text[:start] + new + text[end:]
    return text


def _set(data: Any, setting: Setting) -> None:
    *path, key = setting.place
    for step in path:
        data = data[int(step)] if isinstance(data, list) else data[step]
    data[int(key) if isinstance(data, list) else key] = setting.value


def _splices(text: str, root: Node | None, setting: Setting) -> list[_Splice]:
    entry = found(root, setting.place)
    if entry is not None:
        return _replaced(text, root, entry, setting)
    holder = found(root, setting.place[:-1])
    if not isinstance(holder, Node) or not isinstance(holder.children, dict):
        raise Unfit(f"there is no {slashed(setting.place[:-1])} in the file")
    return [_inserted(text, holder, setting)]


def _replaced(text: str, root: Node | None, entry: Node | Spot, setting: Setting) -> list[_Splice]:
    """Return the splices that put a value in the place of another; a mapping too long for the line goes below it."""
    start, end = _extent(text, entry)
    in_flow = any(
        isinstance(part, Node) and not part.block
        for part in (found(root, setting.place[:depth]) for depth in range(len(setting.place)))
    )
    if isinstance(setting.value, str):
        return [_Splice(start, end, scalar(setting.value, in_flow=in_flow))]
    line = flow(setting.value)
    begun = start - _line_start(text, start)
    if in_flow or begun + len(line) <= WIDEST:
        return [_Splice(start, end, line)]
    key_start = offsets(entry)[0]
    margin = " " * (key_start - _line_start(text, key_start)) + _STEP
    line_end = _line_end(text, end)
    block = "".join(_newline(text) + line for line in _block(setting.value, margin))
    gap = start - len(text[:start].rstrip(" "))
    return [_Splice(start - gap, end, ""), _Splice(line_end, line_end, block)]


def _inserted(text: str, holder: Node, setting: Setting) -> _Splice:
    """Return the splice that puts a new key among those of a mapping, behind the last of `after` that is there."""
    assert isinstance(holder.children, dict)  # noqa: S101 - the caller has looked
    key = setting.place[-1]
    known = [name for name in setting.after if name in holder.children] or list(holder.children)
    if not known:
        raise Unfit(f"{slashed(setting.place[:-1])} holds nothing beside which {key} could stand")
    sibling = holder.children[known[-1]]
    end = _last(text, sibling)
    if not holder.block:
        value = scalar(setting.value, in_flow=True) if isinstance(setting.value, str) else flow(setting.value)
        return _Splice(end, end, f", {key}: {value}")
    key_start = offsets(sibling)[0]
    margin = " " * (key_start - _line_start(text, key_start))
    if isinstance(setting.value, str):
        lines = entry_lines(key, setting.value, margin)
    elif len(line := f"{margin}{key}: {flow(setting.value)}") <= WIDEST:
        lines = [line]
    else:
        lines = [f"{margin}{key}:", *_block(setting.value, margin + _STEP)]
    at = _line_end(text, end)
    return _Splice(at, at, "".join(_newline(text) + line for line in lines))


def _block(value: Mapping[str, Any], margin: str) -> list[str]:
    lines: list[str] = []
    for key, held in value.items():
        if isinstance(held, str):
            lines.append(f"{margin}{key}: {scalar(held, in_flow=False)}")
        else:
            lines += [f"{margin}{key}:", *_block(held, margin + _STEP)]
    return lines


def _extent(text: str, entry: Node | Spot) -> tuple[int, int]:
    """Return where a value begins and ends, without the white space behind it."""
    _, _, start, end = offsets(entry)
    if isinstance(entry, Node) and entry.block:
        end = _last(text, entry)
    return start, start + len(text[start:end].rstrip())


def _last(text: str, entry: Node | Spot) -> int:
    """Return the end of the last thing in a value."""
    if isinstance(entry, Node) and entry.block and entry.children:
        held = entry.children.values() if isinstance(entry.children, dict) else entry.children
        return max(_last(text, child) for child in held)
    return _extent_end(text, entry)


def _extent_end(text: str, entry: Node | Spot) -> int:
    _, _, start, end = offsets(entry)
    return start + len(text[start:end].rstrip())


def _line_start(text: str, at: int) -> int:
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def _line_end(text: str, at: int) -> int:
    """Return where the line ends on which something stands, before its line end."""
    ends = [end for end in (text.find("\r", at), text.find("\n", at)) if end >= 0]
    return min(ends, default=len(text))


def _newline(text: str) -> str:
    for newline in ("\r\n", "\n", "\r"):
        if newline in text:
            return newline
    return "\n"
