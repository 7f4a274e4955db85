"""What questions and waivers are about: `ID`, `ID KEY` or `SECTION KEY` (format, section 6)."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final, NamedTuple

from pydantic import BaseModel

from peercycle.diagnostics.fault import Mark
from peercycle.model.cycle import (
    Abbreviation,
    Cycle,
    NextCycle,
    Question,
    RegionWords,
    SourceDocument,
    Waiver,
)
from peercycle.model.papers import Document, Journey
from peercycle.model.people import Authority, Body, Contact, Group, Role, Round
from peercycle.model.programme import Action, Agenda, Event, Phase
from peercycle.schedule.entries import within

_ENTRIES: Final[dict[str, type[BaseModel]]] = {
    "roles": Role,
    "bodies": Body,
    "contacts": Contact,
    "groups": Group,
    "rounds": Round,
    "authorities": Authority,
    "documents": Document,
    "phases": Phase,
    "agendas": Agenda,
    "abbreviations": Abbreviation,
    "questions": Question,
    "waivers": Waiver,
    "events": Event,
    "actions": Action,
}
"""What the sections with ids hold."""
_PARTS: Final[dict[str, type[BaseModel]]] = {
    "source": SourceDocument,
    "words": RegionWords,
    "journey": Journey,
    "next-cycle": NextCycle,
}
"""The sections that are one thing."""


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
    """The ids and sections of a cycle, and the keys that may stand after each."""

    def __init__(self, cycle: Cycle) -> None:
        self._held: dict[str, Mapping[str, object]] = {
            section: getattr(cycle, section) for section in _ENTRIES if section not in {"events", "actions"}
        }
        for section in ("events", "actions"):
            self._held[section] = {
                key: () for phase in cycle.phases.values() for key in getattr(phase, section)
            }

    def knows(self, first: str) -> bool:
        """Whether this is an id or a section."""
        return (
            first in _ENTRIES or first in _keys(Cycle) or any(first in held for held in self._held.values())
        )

    def first_words(self) -> list[str]:
        """Return every id and every section: what an `about` may begin with."""
        return [*_ENTRIES, *_keys(Cycle), *(key for held in self._held.values() for key in held)]

    def after(self, first: str) -> frozenset[str]:
        """Return the keys that may stand after an id or a section."""
        kinds = [_ENTRIES[section] for section, held in self._held.items() if first in held]
        kinds += [kinds_of[first] for kinds_of in (_ENTRIES, _PARTS) if first in kinds_of]
        return frozenset(self._held.get(first, ())).union(*map(_keys, kinds))


@cache
def _keys(kind: type[BaseModel]) -> frozenset[str]:
    return frozenset(field.alias or name for name, field in kind.model_fields.items())
