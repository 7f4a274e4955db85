"""Two entries of the file have the same id.

Ids are unique in the whole file, over all its sections: `render checklist trafford` and a grid by id must mean one thing.
So a group named for the authority that leads it needs an id of its own.

Wrong::

    bodies:
      larkmoor: {name: Larkmoor improvement team}

Right::

    bodies:
      larkmoor-team: {name: Larkmoor improvement team}

See also: duplicate-key, unknown-reference
"""

from collections.abc import Iterator

from peercycle.diagnostics.fault import Fault, Mark, Severity
from peercycle.model.cycle import Cycle
from peercycle.rules.examined import Examined
from peercycle.schedule.mentions import Named, named
from peercycle.schedule.wording import listed, noun, one, several

ID = "duplicate-id"
SEVERITY: Severity = "error"


def check(examined: Examined) -> Iterator[Fault]:
    """Yield a fault for each id that stands for more than one thing."""
    found: dict[str, list[Named]] = {}
    for entry in named(examined.cycle):
        found.setdefault(entry.id, []).append(entry)
    for entries in found.values():
        if len(entries) > 1:
            yield _fault(examined.cycle, entries)


def _fault(cycle: Cycle, entries: list[Named]) -> Fault:
    first, second, *others = entries
    nouns = [noun(cycle, entry.kind) for entry in entries]
    what = (
        listed([one(word) for word in nouns]) if len(set(nouns)) > 1 else f"{len(nouns)} {several(nouns[0])}"
    )
    related = (
        Mark(first.place, f"first here, {one(nouns[0])}", on="key"),
        *(Mark(entry.place, f"and here, {one(noun(cycle, entry.kind))}", on="key") for entry in others),
    )
    return Fault(
        f"'{first.id}' stands for {what}",
        Mark(second.place, f"and again here, {one(nouns[1])}", on="key"),
        f"An id names one thing in the whole file. {_advice(cycle, first, second)}",
        related,
    )


def _advice(cycle: Cycle, first: Named, second: Named) -> str:
    for entry in (first, second):
        if entry.kind == "group":
            return (
                f"Call the {noun(cycle, 'group')} {cycle.words.group.lower().replace(' ', '-')}-{entry.id}."
            )
    return "Give one of them another, there and wherever it is referred to."
