"""Text to data and spans in one pass over the events of libyaml; every scalar stays text.

Building the data ourselves costs a fortieth of loading it through a YAML library in Python, positions included. A fault
of form does not stop the pass; broken YAML does, and so do bounds that no cycle file comes near.
"""

import gc
from contextlib import suppress
from itertools import islice
from typing import Any, NamedTuple, Protocol

import yaml

from peercycle.diagnostics.fault import Diagnostic
from peercycle.model.place import Place
from peercycle.reading.oddities import HIDDEN, Oddities, Stopped, invisible
from peercycle.reading.source import CYCLE, Kind
from peercycle.reading.spans import Node, Spot, offsets, spot

MOST_EVENTS = 500_000
DEEPEST = 40
_NOTHING = frozenset(("", "~", "null", "Null", "NULL"))
_NO_KEY = "\0"  # holds, for a while, the value of a key that was refused; NUL cannot stand in a text
_ODD_KEYS = frozenset(("", "<<"))


class Loaded(NamedTuple):
    """What a text holds; `data` is None where it could not be read to its end, `lost` are the places left out of it."""

    data: dict[str, Any] | None
    root: Node | None
    diagnostics: list[Diagnostic]
    lost: frozenset[Place]


class _Parser(Protocol):
    def get_event(self) -> Any: ...


def load(name: str, text: str, kind: Kind = CYCLE) -> Loaded:
    """Read a text into plain data, the spans of everything in it, and the faults of its form."""
    oddities = Oddities(name, text, kind)
    collecting = gc.isenabled()
    gc.disable()
    try:
        hidden = invisible(text) is not None
        readable = oddities.readable() if hidden else text
        data, root = _Builder(_parser(readable), oddities, hidden=hidden).build()
    except Stopped:
        data, root = None, None
    finally:
        if collecting:
            gc.enable()
    return Loaded(data, root, oddities.diagnostics(), frozenset(oddities.lost))


def _parser(text: str) -> _Parser:
    """Return libyaml's parser, or the same in Python where libyaml is not installed."""
    loader: Any = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
    parser: _Parser = loader(text)
    return parser


class _Open:
    """A mapping or list whose end has not come yet, and the key that waits for its value."""

    __slots__ = ("bare", "children", "data", "flow", "guessed", "key", "key_end", "key_start", "start")

    def __init__(self, *, keyed: bool, start: int, flow: bool) -> None:
        self.data: Any = {} if keyed else []
        self.children: Any = {} if keyed else []
        self.start = start
        self.flow = flow
        self.key: str | None = None
        self.key_start = 0
        self.key_end = 0
        self.bare = False
        self.guessed: frozenset[str] = frozenset()


class _Builder:
    """Data and spans in the making."""

    def __init__(self, parser: _Parser, oddities: Oddities, *, hidden: bool) -> None:
        self._parser = parser
        self._hidden = hidden
        self._oddities = oddities
        self._stack: list[_Open] = []
        self._data: Any = None
        self._root: Node | None = None

    def build(self) -> tuple[dict[str, Any] | None, Node | None]:
        """Return the data and the spans of the first document, None where there is none to work with."""
        try:
            self._walk()
            if self._root is None:
                held = "only comments" if self._oddities.text.strip() else "only white space"
                self._oddities.no_mapping(held, 0, 0)
        except yaml.YAMLError as error:
            self._broken(error)
        except Stopped:
            pass
        return self._data, self._root

    def _broken(self, error: yaml.YAMLError) -> None:
        mark = getattr(error, "problem_mark", None)
        if "nesting" in str(error) and mark:  # libyaml looks ahead, and may meet its own bound before ours
            with suppress(Stopped):
                self._oddities.too_deep(mark.index, DEEPEST, self._place())
        else:
            self._oddities.syntax(error, self._place())

    def _walk(self) -> None:  # noqa: C901, PLR0912 - a call for each of some 100,000 values would cost half the time
        """Take every event; the branches stand in the order of how often they are taken."""
        memo: dict[str, str] = {}
        shared, hidden = memo.setdefault, self._hidden
        part = _Open(keyed=False, start=0, flow=True)
        for event in islice(iter(self._parser.get_event, None), MOST_EVENTS):
            kind = event.__class__
            if kind is yaml.ScalarEvent:
                start, end, value = event.start_mark.index, event.end_mark.index, event.value
                if event.tag is not None or event.anchor is not None:
                    self._oddities.decorated(event, self._place())
                if hidden and HIDDEN in value:
                    value = value.replace(HIDDEN, "")
                if event.style == '"' and not value.isprintable():
                    value = self._oddities.escaped(value, (start, end), self._place(part))
                keyed = part.data.__class__ is dict
                if keyed and part.key is None:
                    if value in _ODD_KEYS and not event.style:
                        value = self._odd_key(value, start, end)
                    part.key, part.key_start, part.key_end = shared(value, value), start, end
                elif value in _NOTHING and not event.style:
                    self._nothing(part, start, end)
                elif keyed:
                    key = part.key
                    where = spot(part.key_start, part.key_end, start, end)
                    if key in part.children:
                        self._again(part, value, where)
                    else:
                        part.data[key] = value
                        part.children[key] = where
                    part.key = None
                else:
                    part.data.append(value)
                    part.children.append(spot(0, 0, start, end))
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                part = self._opened(event, part)
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                part = self._closed(event, part)
            elif kind is yaml.AliasEvent:
                self._alias(event, part)
            elif kind is yaml.DocumentStartEvent:
                self._document(event, part)
            elif kind is yaml.DocumentEndEvent:
                self._finished(part)
            elif kind is yaml.StreamEndEvent:
                return
        self._oddities.too_many(MOST_EVENTS)

    def _opened(self, event: Any, part: _Open) -> _Open:
        """Open a mapping or list; one that stands as a key is passed over."""
        start = event.start_mark.index
        if event.tag is not None or event.anchor is not None:
            self._oddities.decorated(event, self._place())
            start = self._oddities.past_decoration(start)
        keyed = event.__class__ is yaml.MappingStartEvent
        if len(self._stack) > DEEPEST:
            self._oddities.too_deep(start, DEEPEST, self._place())
        if part.data.__class__ is dict and part.key is None:
            end = self._passed_over()
            self._oddities.odd_key("a mapping" if keyed else "a list", (start, end), self._place())
            part.key, part.key_start, part.key_end = _NO_KEY, start, end
            return part
        self._stack.append(part)
        return _Open(keyed=keyed, start=start, flow=bool(event.flow_style))

    def _closed(self, event: Any, part: _Open) -> _Open:
        """Close a mapping or list and hand it to what it stands in."""
        if part.bare:
            self._oddities.bare_keys(part.children, self._place())
        if part.data.__class__ is dict:
            part.data.pop(_NO_KEY, None)
            if part.children.pop(_NO_KEY, None) and not part.data and self._place():
                self._oddities.lost.add(self._place())
        holder = self._stack.pop()
        where = spot(holder.key_start, holder.key_end, part.start, event.end_mark.index)
        self._store(holder, part.data, Node(where, part.children, block=not part.flow))
        return holder

    def _store(self, part: _Open, value: Any, where: Node | Spot) -> None:
        if part.data.__class__ is not dict:
            part.data.append(value)
            part.children.append(where)
            return
        if part.key in part.children:
            self._again(part, value, where)
        else:
            part.data[part.key] = value
            part.children[part.key] = where
        part.key = None

    def _again(self, part: _Open, value: Any, where: Node | Spot) -> None:
        """Read an entry that stands twice under the id it was meant to have; without one, the first is kept alone."""
        key = part.key
        if key is None or key == _NO_KEY:
            return
        if key in part.guessed:
            part.guessed -= {key}
        else:
            first = part.children[key]
            key = self._oddities.duplicate(self._place(part), first, where, value, part.children)
            part.guessed |= {key} if key else set()
        if key:
            part.data[key] = value
            part.children[key] = where

    def _nothing(self, part: _Open, start: int, end: int) -> None:
        """Leave out an entry without a value; only the whole file is something even if it is nothing."""
        if part.data.__class__ is not dict:
            if self._stack:
                self._oddities.empty_item(start, end, self._place())
            else:
                self._store(part, "", spot(0, 0, start, end))
            return
        bare = part.flow and start == end == part.key_end
        if part.key in part.children:
            self._again(part, "", spot(part.key_start, part.key_end, start, end))
        elif part.key is not None:
            part.children[part.key] = spot(part.key_start, part.key_end, start, end)
            if part.key != _NO_KEY:
                self._oddities.lost.add(self._place(part))
                part.bare = part.bare or bare
                if not bare:
                    self._oddities.no_value((part.key_start, part.key_end), self._place(part))
        part.key = None

    def _odd_key(self, key: str, start: int, end: int) -> str:
        if key:
            self._oddities.merge_key((start, end), self._place())
        else:
            self._oddities.no_key(start, self._place())
        return _NO_KEY

    def _alias(self, event: Any, part: _Open) -> None:
        """Leave out what an alias stands for."""
        start, end = event.start_mark.index, event.end_mark.index
        if part.data.__class__ is dict and part.key is None:
            self._oddities.alias(event.anchor, (start, end), self._place())
            part.key, part.key_start, part.key_end = _NO_KEY, start, end
            return
        if part.key != _NO_KEY:
            self._oddities.alias(event.anchor, (start, end), self._place(part))
        if part.data.__class__ is dict:
            self._oddities.lost.add(self._place(part))
            part.children.setdefault(part.key, spot(part.key_start, part.key_end, start, end))
            part.key = None
        elif not self._stack:
            self._store(part, "", spot(0, 0, start, end))

    def _passed_over(self) -> int:
        """Take the events up to the end of the mapping or list that has just begun; return where it ends."""
        depth = 1
        for event in islice(iter(self._parser.get_event, None), MOST_EVENTS):
            start, end = event.start_mark.index, event.end_mark.index
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                if depth > DEEPEST:
                    self._oddities.too_deep(start, DEEPEST, self._place())
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
                if not depth:
                    return int(end)
        return self._oddities.too_many(MOST_EVENTS)

    def _document(self, event: Any, part: _Open) -> None:
        if part.data or self._root is not None:
            self._oddities.second_document(event.start_mark.index)

    def _finished(self, part: _Open) -> None:
        """Take the first document as the file's; what is no mapping is refused."""
        value, where = part.data[0], part.children[0]
        if isinstance(where, Node) and isinstance(value, dict):
            self._data, self._root = value, where
            return
        *_, start, end = offsets(where)
        self._oddities.no_mapping("a list" if isinstance(value, list) else "a text", start, end)
        raise Stopped

    def _place(self, part: _Open | None = None) -> Place:
        """Return the place of what is being built, or of the entry of it that waits for its value."""
        steps = [held.key if held.key is not None else str(len(held.data)) for held in self._stack[1:]]
        return (*steps, part.key) if part is not None and part.key is not None else tuple(steps)
