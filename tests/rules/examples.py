"""Fragments of a cycle file beside what a rule says of them.

A fragment holds only what matters. It is merged into `base.yaml`, a small cycle without a fault: an entry replaces or
extends the one of the same key, and an entry that stands at the margin may be any section of the file or the id of
anything in the base cycle, such as an action or an event.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from importlib import import_module
from pathlib import Path
from textwrap import dedent, indent
from typing import NamedTuple

from peercycle.diagnostics.fault import Diagnostic, Span
from peercycle.model.cycle import Cycle
from peercycle.reading.document import read_document
from peercycle.reading.events import load
from peercycle.rules import Rule, check, errors, remarks
from peercycle.rules.examined import Examined

BASE = (Path(__file__).parent / "base.yaml").read_text(encoding="utf-8")
FILE = "cycles/2017-18.yaml"
SOURCE_FILE = "sources/2017-18.txt"
ON = date(2017, 11, 1)
SOURCE = """The Northmere programme

Self-views are written from the summer to October. Self-views are sent by Friday, 27 October 2017.
Questions are put in November. The Directors meet on 23 November 2017. Each authority receives its data pack.
Forums are held in December and January. Each cluster holds its forums on 12 and 13 December
and on 10 and 11 January. Prepare for the forum.
Support follows in February and March. Good practice is shared on 1 February 2018.
"""


class Marked(NamedTuple):
    """A place that a fault rests on: the text marked, and what is said beside it."""

    text: str
    message: str


class Found(NamedTuple):
    """A fault as it is shown: `marked` is the text above the carets, `line` and `column` where it begins."""

    place: str
    marked: str
    message: str
    note: str = ""
    hint: str = ""
    related: tuple[Marked, ...] = ()
    line: int = 0
    column: int = 0


def text_with(fragment: str) -> str:
    """Return the base cycle with a fragment merged into it; a fragment that is a whole file stays as it is."""
    plain = dedent(fragment).strip("\n")
    if plain.startswith("format:"):
        return plain + "\n"
    lines = BASE.splitlines()
    for entry in _blocks(plain.splitlines()):
        lines = _merged(lines, _led_to(entry))
    return "\n".join(lines) + "\n"


def faults(rule: str, fragment: str, *, on: date = ON, source: str | None = SOURCE) -> list[Found]:
    """Return what one rule, or the form fault of that id, finds in a fragment."""
    text = text_with(fragment)
    return [_found(text, item) for item in _examined(text, _named(rule), on, source) if item.rule == rule]


def every_fault(fragment: str, *, on: date = ON, source: str | None = SOURCE) -> list[str]:
    """Return the ids of the rules that find something in a fragment, once for each fault."""
    text = text_with(fragment)
    return [item.rule for item in _examined(text, (*errors(), *remarks()), on, source)]


def found_in(
    text: str | bytes, rules: Iterable[Rule], *, on: date = ON, source: str | None = SOURCE
) -> list[Diagnostic]:
    """Return what these rules find in a whole file, and its faults of form."""
    return _examined(text, rules, on, source)


def cycle_with(fragment: str) -> Cycle:
    """Return the cycle that the base and a fragment make; it must have no fault of form."""
    reading = read_document(FILE, text_with(fragment).encode())
    assert reading.diagnostics == []
    assert reading.cycle
    return reading.cycle


def _examined(text: str | bytes, rules: Iterable[Rule], on: date, source: str | None) -> list[Diagnostic]:
    reading = read_document(FILE, text.encode() if isinstance(text, str) else text)
    if reading.cycle is None:
        return reading.diagnostics
    named = reading.cycle.source.file if reading.cycle.source else None
    examined = Examined(reading.cycle, on, source if named == SOURCE_FILE else None, reading.lost)
    found = [reading.located(item.rule, item.severity, item.fault) for item in check(examined, rules)]
    return sorted([*reading.diagnostics, *found], key=lambda item: (item.span, item.rule))


def _named(rule: str) -> tuple[Rule, ...]:
    """Return the rule of an id; with stale-waiver all, since it needs to know what they find."""
    if rule == "stale-waiver":
        return (*errors(), *remarks())
    try:
        module = import_module(f"peercycle.rules.{rule.replace('-', '_')}")
    except ModuleNotFoundError:
        import_module(f"peercycle.rules.form.{rule.replace('-', '_')}")
        return ()
    return (module,)


def _found(text: str, item: Diagnostic) -> Found:
    related = tuple(Marked(_between(text, each.span), each.message) for each in item.related)
    marked = _between(text, item.span)
    return Found(item.place, marked, item.message, item.note, item.hint, related, *item.span[:2])


def _between(text: str, span: Span) -> str:
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    start = starts[span.line - 1] + span.column - 1
    return text[start : starts[span.end_line - 1] + span.end_column - 1]


@cache
def _paths() -> dict[str, tuple[str, ...]]:
    """Return the path that leads to each entry of the base cycle, by its id."""
    data = load(FILE, BASE).data
    assert data
    named: dict[str, tuple[str, ...]] = {}
    for section, entries in data.items():
        for key in entries if isinstance(entries, dict) else ():
            named.setdefault(key, (section,))
    for phase, entry in data["phases"].items():
        for kind in ("events", "actions"):
            for key in entry.get(kind, ()):
                named[key] = ("phases", phase, kind)
    return named | dict.fromkeys((*data, *Cycle.model_fields), ())


def _led_to(block: list[str]) -> list[str]:
    """Return an entry under the keys that lead to it in the base cycle."""
    for key in reversed(_paths().get(_key(block), ())):
        block = [f"{key}:", *indent("\n".join(block), "  ").split("\n")]
    return block


def _blocks(lines: list[str]) -> Iterator[list[str]]:
    """Yield the entries of a mapping: a line at the margin and what is indented below it."""
    margin = min((_depth(line) for line in lines if line.strip()), default=0)
    block: list[str] = []
    for line in lines:
        if block and line.strip() and _depth(line) == margin:
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip())


def _key(block: list[str]) -> str:
    return block[0].partition(":")[0].strip()


def _is_header(block: list[str]) -> bool:
    return block[0].partition(" #")[0].rstrip().endswith(":") and len(block) > 1


def _shifted(entry: list[str], depth: int) -> list[str]:
    return [" " * depth + line[_depth(entry[0]) :] for line in entry]


def _merged(base: list[str], entry: list[str]) -> list[str]:
    """Return the lines of a mapping with one entry merged into it."""
    blocks = list(_blocks(base))
    position = next((number for number, block in enumerate(blocks) if _key(block) == _key(entry)), None)
    entry = _shifted(entry, _depth(base[0]))
    if position is None:
        blocks.append(entry)
    elif _is_header(entry) and _is_header(blocks[position]):
        blocks[position] = [entry[0], *_merged_all(blocks[position][1:], entry[1:])]
    else:
        blocks[position] = entry
    return [line for block in blocks for line in block]


def _merged_all(base: list[str], lines: list[str]) -> list[str]:
    """Return the lines of a mapping with entries merged into it; one that stands twice in the fragment does so here."""
    seen: set[str] = set()
    for entry in _blocks(lines):
        base = [*base, *_shifted(entry, _depth(base[0]))] if _key(entry) in seen else _merged(base, entry)
        seen.add(_key(entry))
    return base
