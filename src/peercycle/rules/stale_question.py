"""A question asks about what is settled.

What it is about is no longer TBC, and no reading is in force meanwhile: it has been answered in the file and not closed. It
would go on being put to people who have answered. The other way round is reported, too: a question with an answer that has not
been put into the file, which goes on saying TBC.

Wrong::

    questions:
      venue:
        ask: Where are the forums held?
        about: forum place

Right::

    questions:
      venue:
        ask: Where are the forums held?
        about: forum place
        answer: At Larkmoor

What is compared
    What stands at each of the places under `about`. A question stays open while
    one of them is TBC or is not in the file at all, or while there is a
    `meanwhile`. One without `about` can never be seen to be settled, so it is
    reported.

See also: unanswered-question, unknown-reference
"""

from collections.abc import Iterator
from typing import Final

from pydantic import BaseModel

from peercycle.diagnostics.fault import Fault, Mark, Severity
from peercycle.model.cycle import Cycle, Question
from peercycle.model.place import Place
from peercycle.rules.examined import Examined
from peercycle.schedule.questions import subject_of

ID: Final = "stale-question"
SEVERITY: Final[Severity] = "warning"


def check(examined: Examined) -> Iterator[Fault]:
    """Yield each question that is settled and open, or answered and unsettled."""
    unknown = _Unknown(examined.cycle)
    for key, question in examined.cycle.questions.items():
        if examined.incomplete(("questions", key)):
            continue
        if not question.about:
            yield Fault(
                f"question '{key}' does not say what it is about",
                Mark(("questions", key), on="key"),
                "Write about: with an id, or an id and one of its keys, as in forum date.",
            )
        elif question.answer is not None:
            yield from _unsettled(unknown, key, question)
        elif question.meanwhile is None and not any(
            _open(examined.cycle, unknown, about) for about in question.about
        ):
            yield Fault(
                f"{_listed(question.about)} {'is' if len(question.about) == 1 else 'are'} no longer TBC",
                Mark(("questions", key, "about"), "yet this is still asked"),
                "Close the question with answer:, or take it out.",
            )


class _Unknown:
    """The places of a file that hold TBC, by what a question can be about."""

    def __init__(self, cycle: Cycle) -> None:
        self._places: dict[tuple[str, str], list[Place]] = {}
        for place in cycle.unknowns:
            if place[0] != "questions":
                entry, section, key = subject_of(place)
                for about in {(entry, key), (section, key), *((name, "") for name in (entry, *place[:2]))}:
                    self._places.setdefault(about, []).append(place)

    def places(self, about: str) -> list[Place]:
        """Return the places that hold TBC in what a question is about: an id, a section, or a key of either."""
        entry, _, key = about.partition(" ")
        return self._places.get((entry, key), [])


def _unsettled(unknown: _Unknown, key: str, question: Question) -> Iterator[Fault]:
    places = list(dict.fromkeys(place for about in question.about for place in unknown.places(about)))
    if places:
        yield Fault(
            f"question '{key}' is answered, and the file still says TBC",
            Mark(("questions", key, "answer")),
            "Put the answer there, too.",
            tuple(Mark(place, "to be confirmed" if place == places[0] else "") for place in places),
        )


def _open(cycle: Cycle, unknown: _Unknown, about: str) -> bool:
    """Whether something a question is about is not known: it is TBC, or not in the file."""
    return bool(unknown.places(about)) or not _present(cycle, about)


def _present(cycle: Cycle, about: str) -> bool:
    """Whether the file has the entry, and in it the key, that a question is about."""
    ident, _, key = about.partition(" ")
    found = _called(cycle, ident)
    return bool(found) and (not key or any(_has(entry, key) for entry in found))


def _called(cycle: Cycle, ident: str) -> list[object]:
    """Return the entries of an id, or the entries of a section."""
    sections = {field.alias or name: getattr(cycle, name) for name, field in type(cycle).model_fields.items()}
    held: list[object] = [
        *(entries[ident] for entries in sections.values() if isinstance(entries, dict) and ident in entries),
        *(phase.events[ident] for phase in cycle.phases.values() if ident in phase.events),
        *(phase.actions[ident] for phase in cycle.phases.values() if ident in phase.actions),
    ]
    section = sections.get(ident)
    if section:
        held.append(section)
        held.extend(section.values() if isinstance(section, dict) else ())
    return held


def _has(entry: object, key: str) -> bool:
    if isinstance(entry, dict):
        return key in entry
    if not isinstance(entry, BaseModel):
        return False
    named = {field.alias or name: name for name, field in type(entry).model_fields.items()}
    return key in named and getattr(entry, named[key]) not in (None, (), {})


def _listed(abouts: tuple[str, ...]) -> str:
    if len(abouts) == 1:
        return abouts[0]
    return f"{', '.join(abouts[:-1])} and {abouts[-1]}"
