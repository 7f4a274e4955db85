"""One cycle file read: its text, its data and spans, the cycle it states, and every fault of form."""

from typing import NamedTuple

from peercycle.diagnostics.fault import Diagnostic, Fault, Severity
from peercycle.model.cycle import Cycle
from peercycle.model.place import Place
from peercycle.reading.events import Loaded, load
from peercycle.reading.extent import beyond, undecided
from peercycle.reading.mending import read_cycle
from peercycle.reading.source import decode
from peercycle.reading.spans import Spans


class Reading(NamedTuple):
    """A file as read; `cycle` is None where its faults leave none, `lost` the places of parts left out."""

    name: str
    text: str
    loaded: Loaded | None
    cycle: Cycle | None
    diagnostics: list[Diagnostic]
    lost: frozenset[Place]

    def located(self, rule: str, severity: Severity, fault: Fault) -> Diagnostic:
        """Return a fault with its lines and columns in this file."""
        root = self.loaded.root if self.loaded else None
        return Spans(self.name, self.text, root).located(rule, severity, fault)


def read_document(name: str, raw: bytes) -> Reading:
    """Read a file's bytes into a cycle, with every fault of form that stands in the way."""
    text, faults = decode(name, raw)
    if text is None:
        return Reading(name, "", None, None, faults, frozenset())
    loaded = load(name, text)
    if loaded.data is None:
        return Reading(name, text, loaded, None, loaded.diagnostics, frozenset())
    mended = read_cycle(loaded.data, loaded.root, loaded.lost)
    spans = Spans(name, text, loaded.root)
    found = [spans.located(item.rule, "error", item.fault) for item in mended.faults]
    cycle = mended.cycle
    if cycle and (fault := undecided(cycle) or beyond(cycle)):
        cycle = None  # what nobody can expand is no cycle to anybody above
        found.append(spans.located("too-large", "error", fault))
    return Reading(name, text, loaded, cycle, [*loaded.diagnostics, *found], mended.lost)
