"""A sentence names a day.

Each date stands once, where it can be moved. A day that is repeated in a sentence goes stale when the meeting moves, and
again in next year's file.

Wrong::

    issue-questions:
      note: Ask for the packs by 20 November 2017.

Right::

    issue-questions:
      note: Ask for the packs some days before the Directors meet.

What is compared
    The texts under do, title, note, suggested, because and meanwhile, with days
    such as 1 February, 1 February 2018 or 2018-02-01. Quotations under source
    are exempt, and so is the meanwhile of a question about a date.
If this is meant
    Waive it for one place, with a reason and an end:
        waivers:
          day-in-note: {rule: date-in-prose, about: issue-questions,
                        because: "...", until: November 2017}

See also: misquoted-source, stale-question
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from pydantic import BaseModel

from peercycle.diagnostics.fault import Fault, Mark, Severity
from peercycle.model.place import Place
from peercycle.model.points import MONTHS
from peercycle.rules.examined import Examined
from peercycle.schedule.names import meeting

ID: Final = "date-in-prose"
SEVERITY: Final[Severity] = "warning"

_KEYS: Final = frozenset(("do", "title", "note", "suggested", "because", "meanwhile"))
_DATED: Final = frozenset(("date", "due", "when", "from", "by", "begins", "runs"))
_SHORT: Final = {name[:3]: number for name, number in MONTHS.items()} | {"Sept": 9}
_MONTH: Final = "|".join((*MONTHS, *sorted(_SHORT, key=len, reverse=True)))
_DIGIT: Final = re.compile(r"\d")
_DAY: Final = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month>{_MONTH})\b(?:[.,]{{0,2}} (?P<year>\d{{4}})\b)?"
    rf"|\b(?P<month2>{_MONTH})\.? (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\b(?![:.]\d|[ap]m)(?:,? (?P<year2>\d{{4}})\b)?"
    r"|\b(?P<year3>\d{4})-(?P<month3>\d{2})-(?P<day3>\d{2})\b"
    r"|\b(?P<day4>\d{1,2})[/.](?P<month4>\d{1,2})[/.](?P<year4>\d{2}(?:\d{2})?)\b"
)


def check(examined: Examined) -> Iterator[Fault]:
    """Yield each day that is named in a sentence."""
    for place, text in _sentences(examined.cycle, ()):
        if _DIGIT.search(text) and not _about_a_date(examined, place):
            for found in _DAY.finditer(" ".join(text.split())):
                yield _fault(examined, place, found)


def _sentences(part: object, place: Place) -> Iterator[tuple[Place, str]]:
    """Yield every sentence of a part of the file, with its place."""
    if isinstance(part, BaseModel):
        held = part.__dict__
        for name, key in _keys(type(part)):
            value = held[name]
            if type(value) is str:
                if key in _KEYS:
                    yield (*place, key), value
            elif value and isinstance(value, (BaseModel, dict, tuple)):
                yield from _sentences(value, (*place, key))
    elif isinstance(part, dict):
        for key, value in part.items():
            yield from _sentences(value, (*place, key))
    elif type(part) is tuple and isinstance(part[0], BaseModel):
        for position, value in enumerate(part):
            yield from _sentences(value, (*place, str(position)))


@cache
def _keys(kind: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """Return the names of a model's fields with their keys in the file."""
    return tuple((name, field.alias or name) for name, field in kind.model_fields.items())


def _about_a_date(examined: Examined, place: Place) -> bool:
    if place[0] != "questions" or place[-1] != "meanwhile":
        return False
    return any(_DATED.intersection(about.split()) for about in examined.cycle.questions[place[1]].about)


def _fault(examined: Examined, place: Place, found: re.Match[str]) -> Fault:
    held = _meeting(examined, _day(found))
    note, hint = "", "Name the meeting or the action, and let its own entry say the day."
    if held:
        event, title = held
        note, hint = f"the day of {event}", f"Name the meeting instead: {title}."
    return Fault(
        "a date inside a sentence goes stale when the day moves", Mark(place, note, found.group()), hint
    )


def _day(found: re.Match[str]) -> tuple[int | None, int, int]:
    """Return the year, None without one, and the month and day that a match names; no day need be so."""
    held = {key.rstrip("234"): value for key, value in found.groupdict().items() if value}
    month = held["month"]
    number = int(month) if month.isdecimal() else MONTHS.get(month) or _SHORT[month]
    year = int(held["year"]) if "year" in held else None
    return year + 2000 if year is not None and year < 100 else year, number, int(held["day"])


def _meeting(examined: Examined, day: tuple[int | None, int, int]) -> tuple[str, str] | None:
    """Return the id and the name of the meeting on a day, None where there is none."""
    year, month, number = day
    for held in examined.plan.meetings:
        on = held.date.day
        if on and (on.month, on.day) == (month, number) and year in (None, on.year):
            return held.id, meeting(examined.plan, held)
    return None
