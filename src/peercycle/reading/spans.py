"""Where everything stands in the text: a light tree beside the data, and the one way from a place to its line."""

import re
from typing import Final, NamedTuple, Union

from peercycle.diagnostics.fault import Diagnostic, Fault, Mark, Related, Severity, Span
from peercycle.diagnostics.lines import WHOLE_FILE, stretch
from peercycle.model.place import Place, slashed

Spot = int
"""Four offsets in one number, since there is one for every value: its key's start and end, its own start and end."""

MERGED: Final = "<<"
"""The last key of the place of a merge key, which is refused: what it would have brought is not known to be missing."""
_BITS = 32
_MASK = (1 << _BITS) - 1


class Node:
    """Where a mapping or a list stands, where its key stands, and the same of everything in it."""

    __slots__ = ("block", "children", "spot")

    def __init__(self, spot: Spot, children: "Children", *, block: bool) -> None:
        self.spot = spot
        self.children = children
        self.block = block


Children = dict[str, Union[Node, Spot]] | list[Union[Node, Spot]]  # noqa: UP007


def spot(key_start: int, key_end: int, start: int, end: int) -> Spot:
    """Return four offsets packed into one number."""
    return key_start | key_end << _BITS | start << 2 * _BITS | end << 3 * _BITS


def offsets(entry: Node | Spot) -> tuple[int, int, int, int]:
    """Return the start and end of an entry's key, and of its value."""
    packed = entry if isinstance(entry, int) else entry.spot
    return packed & _MASK, packed >> _BITS & _MASK, packed >> 2 * _BITS & _MASK, packed >> 3 * _BITS


class Spans(NamedTuple):
    """The name and the text of a file, and where everything stands in it."""

    name: str
    text: str
    root: Node | None

    def located(self, rule: str, severity: Severity, fault: Fault) -> Diagnostic:
        """Return a fault at its lines and columns."""
        return Diagnostic(
            file=self.name,
            span=locate(self.root, fault.at, self.text),
            rule=rule,
            severity=severity,
            message=fault.message,
            hint=fault.hint,
            place=slashed(fault.at.place),
            related=tuple(
                Related(locate(self.root, mark, self.text), mark.message) for mark in fault.related
            ),
            note=fault.at.message,
        )


def locate(root: Node | None, mark: Mark, text: str) -> Span:
    """Return where a mark stands; a place that is not there is marked at the key of the nearest that is."""
    trail = _trail(root, mark.place)
    if len(trail) < 2:
        return WHOLE_FILE
    found = len(trail) == len(mark.place) + 1
    entry = trail[-1]
    key_start, key_end, start, end = offsets(entry)
    has_key = key_end > 0
    if found and not (mark.on == "key" and has_key):
        start, end = _trimmed(text, start, end)
        stretches = _words(text, start, end, mark.words) if mark.words else None
        if stretches:
            return stretch(text, *stretches)
        if start < end and not (has_key and isinstance(entry, Node) and entry.block):
            return stretch(text, start, _first_entry(entry, text, end))
    if not has_key:
        return stretch(text, start, _first_entry(entry, text, end))
    return stretch(text, *(_words(text, key_start, key_end, mark.words) or (key_start, key_end)))


def rename(root: Node | None, place: Place, key: str) -> None:
    """Let what stands at a place stand under another key of the same mapping, too."""
    holder = _trail(root, place[:-1])[-1:]
    children = holder[0].children if holder and isinstance(holder[0], Node) else None
    if isinstance(children, dict) and place[-1] in children:
        children[key] = children[place[-1]]


def found(root: Node | None, place: Place) -> Node | Spot | None:
    """Return what stands at a place, None where nothing does."""
    trail = _trail(root, place)
    return trail[-1] if len(trail) == len(place) + 1 else None


def _trail(root: Node | None, place: Place) -> list[Node | Spot]:
    """Return the entries from the root towards a place, as far as they are there."""
    if root is None:
        return []
    trail: list[Node | Spot] = [root]
    for step in place:
        holder = trail[-1]
        children = holder.children if isinstance(holder, Node) else ()
        if isinstance(children, dict) and step in children:
            trail.append(children[step])
        elif isinstance(children, list) and step.isdecimal() and step.isascii() and int(step) < len(children):
            trail.append(children[int(step)])
        else:
            break
    return trail


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the stretch of a value without the marker of a block text and the space around it."""
    raw = text[start:end]
    if raw[:1] in ("|", ">") and (header := re.match(r"[|>][-+0-9]*[ \t]*(?:#[^\r\n]*)?[\r\n]", raw)):
        start += header.end()
        raw = raw[header.end() :]
    return start + len(raw) - len(raw.lstrip()), start + len(raw.rstrip())


def _words(text: str, start: int, end: int, words: str) -> tuple[int, int] | None:
    """Return where words stand in the raw text of a value, however it is quoted or folded; None where they do not."""
    quote = text[start : start + 1]
    space = r"(?:\s|\\\r?\n)+" if quote == '"' else r"\s+"
    pattern = space.join(_raw(word, quote) for word in words.split())
    if not pattern:
        return None
    for exact in (rf"(?<!\w){pattern}(?!\w)", pattern):
        if found := re.compile(exact).search(text, start, end):
            return found.span()
    return None


def _raw(word: str, quote: str) -> str:
    """Return a pattern for a word as it may be spelt between quotation marks of this kind."""
    if quote == "'":
        return re.escape(word.replace("'", "''"))
    if quote == '"':
        return re.escape(word).replace('"', r'\\?"').replace(r"\\", r"(?:\\){1,2}")
    return re.escape(word)


def _first_entry(entry: Node | Spot, text: str, end: int) -> int:
    """Return the end of the first line's worth of a block without a key: its first entry, where it fits the line."""
    if isinstance(entry, int) or not entry.block:
        return end
    first = next(iter(entry.children.values() if isinstance(entry.children, dict) else entry.children), None)
    if first is None:
        return end
    _, key_end, first_start, first_end = offsets(first)
    if isinstance(first, Node) or re.search(r"[\r\n]", text[first_start:first_end]) or not first_end:
        return key_end or first_start + 1
    return first_end
