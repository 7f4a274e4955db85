"""What questions and waivers are about: `ID`, `ID KEY` or `SECTION KEY` (format, section 6)."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final, NamedTuple

from pydantic import BaseModel

from peercycle.diagnostics.fault import Mark
from peercycle.model.cycle import Cycle
from peercycle.model.programme import Action, Event
from peercycle.schedule.mentions import within

_KINDS: Final = {"events": Event, "actions": Action}
"""What the two sections inside phases hold."""


class About(NamedTuple):
    """What a question or a waiver is about: an id or a section, and the key in it ("" for none)."""

    entry: str
    key: str
    mark: Mark


def abouts(cycle: Cycle) -> Iterator[About]:
    """Yield what every question and every waiver of the file is about."""
    for key, question in cycle.questions.items():
        for position, text in enumerate(question.about):
            yield _about(text, within(("questions", key, "about"), question.about, position))
    for key, waiver in cycle.waivers.items():
        yield _about(waiver.about, Mark(("waivers", key, "about")))


def _about(text: str, mark: Mark) -> About:
    entry, _, key = " ".join(text.split()).partition(" ")
    return About(entry, key, mark)


class Keys:
    """The keys that may stand after each id and each section of a cycle.

    `first_words` is every id and every section: what an `about` may begin with.
    """

    def __init__(self, cycle: Cycle) -> None:
        self._sections = {_hyphenated(name): getattr(cycle, name) for name in Cycle.model_fields}
        self._entries: dict[str, list[BaseModel]] = {}
        for held in self._sections.values():
            self._add(held)
        for phase in cycle.phases.values():
            self._add(phase.events)
            self._add(phase.actions)
        self.first_words = frozenset((*self._sections, *self._entries, *_KINDS))

    def _add(self, held: object) -> None:
        if isinstance(held, Mapping):
            for key, entry in held.items():
                if isinstance(entry, BaseModel):
                    self._entries.setdefault(key, []).append(entry)

    def after(self, first: str) -> frozenset[str]:
        """Return the keys that may stand after an id or a section."""
        if first in _KINDS:
            return _keys(_KINDS[first])
        held = self._sections.get(first)
        found = list(self._entries.get(first, ()))
        names: set[str] = set()
        if isinstance(held, BaseModel):
            found.append(held)
        elif isinstance(held, Mapping):
            names.update(held)
            found += (entry for entry in held.values() if isinstance(entry, BaseModel))
        kinds = {type(entry) for entry in found}
        return frozenset(names.union(*(_keys(kind) for kind in kinds)))


@cache
def _keys(kind: type[BaseModel]) -> frozenset[str]:
    return frozenset(field.alias or name for name, field in kind.model_fields.items())


def _hyphenated(name: str) -> str:
    return name.replace("_", "-")
