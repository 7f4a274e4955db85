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
from peercycle.model.place import Place
from peercycle.rules.examined import Examined
from peercycle.schedule.entries import Kind, named
from peercycle.schedule.wording import listed, noun, one, several

ID = "duplicate-id"
SEVERITY: Severity = "error"


def check(examined: Examined) -> Iterator[Fault]:
    """Yield a fault for each id that stands for more than one thing."""
    found: dict[str, list[tuple[Kind, Place]]] = {}
    for key, kind, place in named(examined.cycle):
        found.setdefault(key, []).append((kind, place))
    for key, holders in found.items():
        if len(holders) > 1:
            yield _fault(examined.cycle, key, holders)


def _fault(cycle: Cycle, key: str, holders: list[tuple[Kind, Place]]) -> Fault:
    nouns = [noun(cycle, kind) for kind, _ in holders]
    what = listed(one(word) for word in nouns) if len(set(nouns)) > 1 else f"{len(nouns)} {several(nouns[0])}"
    said = ["first here", "and again here", *["and here"] * len(holders)]
    marks = [
        Mark(place, f"{words}, {one(word)}", on="key")
        for (_, place), word, words in zip(holders, nouns, said, strict=False)
    ]
    advice = "Give one of them another, there and wherever it is referred to."
    if "group" in dict(holders):
        advice = f"Call the {cycle.words.group} {cycle.words.group.lower().replace(' ', '-')}-{key}."
    hint = f"An id names one thing in the whole file. {advice}"
    return Fault(f"'{key}' stands for {what}", marks[1], hint, (marks[0], *marks[2:]))
