"""Everything a cycle leaves open: the questions its file puts, and every TBC that nobody has put as a question."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from peercycle.model.cycle import Cycle
from peercycle.model.due import read_due
from peercycle.model.phrase import Misread
from peercycle.model.place import Place
from peercycle.schedule.deadline import Deadline, extreme
from peercycle.schedule.plan import Plan
from peercycle.schedule.subject import Subject

_SECTIONS = {"events", "actions"}
_PROSE = frozenset(("source", "suggested", "note", "because"))
"""Keys of sentences, which may begin with TBC and leave nothing open."""


class OpenQuestion(NamedTuple):
    """A question: `key` is its id, or for a TBC without one what it is about, such as `forum chair`.

    `by` is the day an answer is wanted, None without one; `about` the ids and keys it names; `stated` whether the file
    puts it in words; `places` where its TBCs stand in the file.
    """

    key: str
    ask: str
    who: str | None
    by: Deadline | None
    meanwhile: str | None
    about: tuple[str, ...]
    stated: bool
    places: tuple[Place, ...]

    def wanted_before(self, on: date) -> bool:
        """Whether the day an answer was wanted has gone by."""
        return bool(self.by and self.by.latest and self.by.latest < on)


def subject_of(place: Place) -> tuple[str, str, str]:
    """Return the entry a place lies in, its section, and the key in it: ("forum", "events", "date")."""
    if len(place) > 3 and place[0] == "phases" and place[2] in _SECTIONS:
        return place[3], place[2], place[4] if len(place) > 4 else ""
    if len(place) > 2:
        return place[1], place[0], place[2]
    return place[0], place[0], place[1] if len(place) > 1 else ""


def covers(about: str, place: Place) -> bool:
    """Whether a question about `ID KEY` is about this place; an id alone is about no single key."""
    entry, section, key = subject_of(place)
    ident, _, wanted = about.partition(" ")
    return wanted == key and ident in (entry, section)


def open_questions(plan: Plan) -> tuple[OpenQuestion, ...]:
    """Return every open question: first those the file states, in its order, then each TBC not put as one.

    A question about `ID KEY` speaks for the TBCs there, with a `meanwhile` or without, and stays open for them; one
    about an id alone speaks for none.
    """
    return (*_stated(plan), *_automatic(plan.cycle))


def _stated(plan: Plan) -> Iterator[OpenQuestion]:
    for key, question in plan.cycle.questions.items():
        if question.answer is None:
            covered = (p for p in plan.cycle.unknowns if any(covers(about, p) for about in question.about))
            yield OpenQuestion(
                key,
                question.ask,
                question.who,
                wanted_by(plan, question.by),
                question.meanwhile,
                question.about,
                stated=True,
                places=tuple(covered),
            )


def wanted_by(plan: Plan, by: str | None) -> Deadline | None:
    """Return the day a question's `by` means: a date, or a meeting, the first if it is repeated; None without one."""
    if by is None:
        return None
    if by in plan.events:
        return extreme([meeting.date for meeting in plan.meetings_of(by)], by, "first")
    try:
        due = read_due(by, plan.cycle.region_words, deadline=False)
    except Misread:
        return None
    ref = due.with_action or due.each or (due.anchor.ref if due.anchor else "")
    if ref and ref not in plan.events and ref not in plan.actions:
        return None
    found = plan.resolve(due, Subject())
    return found if found.known else None


def _automatic(cycle: Cycle) -> tuple[OpenQuestion, ...]:
    abouts = [about for asked in cycle.questions.values() if asked.answer is None for about in asked.about]
    gathered: dict[str, list[Place]] = {}
    for place in cycle.unknowns:
        if (
            place[0] != "questions"
            and _PROSE.isdisjoint(place[-2:])
            and not any(covers(about, place) for about in abouts)
        ):
            entry, _, key = subject_of(place)
            gathered.setdefault(f"{entry} {key}".strip(), []).append(place)
    return tuple(
        OpenQuestion(
            key,
            f"What is to be confirmed: {key}?",
            None,
            None,
            None,
            (key,),
            stated=False,
            places=tuple(places),
        )
        for key, places in gathered.items()
    )
