"""Everything a cycle leaves open: the questions its file puts, and every TBC that nobody has put as a question."""

from datetime import date
from typing import NamedTuple

from peercycle.model.cycle import Cycle
from peercycle.model.phrase import Misread
from peercycle.model.place import Place
from peercycle.model.when import read_when
from peercycle.schedule.deadline import Deadline, of_when
from peercycle.schedule.plan import Plan

_SECTIONS = {"events", "actions"}


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
    """Return every open question: first those the file states, in its order, then each TBC not put as one."""
    return (*_stated(plan), *_automatic(plan.cycle))


def _stated(plan: Plan) -> tuple[OpenQuestion, ...]:
    found = []
    for key, question in plan.cycle.questions.items():
        if question.answer is None:
            places = tuple(
                p for p in plan.cycle.unknowns if any(covers(about, p) for about in question.about)
            )
            by = wanted_by(plan, question.by)
            found.append(
                OpenQuestion(
                    key,
                    question.ask,
                    question.who,
                    by,
                    question.meanwhile,
                    question.about,
                    stated=True,
                    places=places,
                )
            )
    return tuple(found)


def wanted_by(plan: Plan, by: str | None) -> Deadline | None:
    """Return the day a question's `by` means: a date, or the day of an event; None without one."""
    if by is None or by == "TBC":
        return None
    if by in plan.events:
        dates = [meeting.date for meeting in plan.meetings_of(by)]
        return min(dates, key=lambda held: held.earliest or date.max) if dates else None
    try:
        return of_when(read_when(by))
    except Misread:
        return None


def _automatic(cycle: Cycle) -> tuple[OpenQuestion, ...]:
    abouts = [about for asked in cycle.questions.values() if asked.answer is None for about in asked.about]
    gathered: dict[str, list[Place]] = {}
    for place in cycle.unknowns:
        if place[0] != "questions" and not any(covers(about, place) for about in abouts):
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
