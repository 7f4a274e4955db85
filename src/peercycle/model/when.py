"""A date of the file in all its forms, from a day to TBC (format, section 3)."""

from datetime import date, timedelta
from typing import Final, Literal, NamedTuple

from peercycle.model.phrase import Misread
from peercycle.model.points import MONTHS, SEASONS, WEEKDAYS, Point, long_date, read_point

Form = Literal["unknown", "point", "range", "choice", "from", "by", "before", "after"]
TO_BE_CONFIRMED: Final = "to be confirmed"
_ONE: Final = timedelta(days=1)
_LEADS: Final[dict[str, Form]] = {"from": "from", "by": "by", "before": "before", "after": "after"}


class When(NamedTuple):
    """A date as the file has it.

    `earliest` and `latest` are the first and last day it can mean or take up, None where nothing bounds that side;
    `words` are the file's own without a leading TBC, `points` the points in time it names.
    """

    words: str
    earliest: date | None
    latest: date | None
    tbc: bool
    form: Form
    points: tuple[Point, ...]

    @property
    def day(self) -> date | None:
        """The one day it names, a working value too; None for anything wider."""
        return self.earliest if self.form == "point" and self.earliest == self.latest else None

    @property
    def lasting(self) -> bool:
        """Whether it lasts from its first to its last day, rather than being one day between them."""
        return self.form == "range" and not self.tbc


def read_when(text: str) -> When:
    """Return the date a text means; raises Misread with the rule malformed-date or impossible-date."""
    words = " ".join(text.split())
    tbc = words == "TBC" or words.startswith("TBC ")
    rest = words[4:] if tbc else words
    if not rest:
        if tbc:
            return When(words, None, None, tbc, "unknown", ())
        raise Misread("malformed-date", "a date is wanted here", "Write TBC where it is not known.")
    lead, _, after = rest.partition(" ")
    if lead in _LEADS:
        return _bounded(_LEADS[lead], read_point(after), rest, tbc=tbc)
    for word, form in ((" to ", "range"), (" or ", "choice")):
        left, found, right = rest.partition(word)
        if found:
            return _between(left, right, rest, "range" if form == "range" else "choice", tbc=tbc)
    point = read_point(rest)
    return When(rest, point.first, point.last, tbc, "point", (point,))


def _bounded(form: Form, point: Point, words: str, *, tbc: bool) -> When:
    bounds = {
        "from": (point.first, None),
        "by": (None, point.last),
        "before": (None, point.first - _ONE),
        "after": (point.last + _ONE, None),
    }
    earliest, latest = bounds[form]
    return When(words, earliest, latest, tbc, form, (point,))


def _between(left: str, right: str, words: str, form: Form, *, tbc: bool) -> When:
    second = read_point(right)
    first = read_point(_borrowed(left, right))
    if first.first > second.first or (form == "range" and first.last > second.last):
        raise Misread(
            "malformed-date",
            f"'{words}' ends before it begins",
            f"Write {right} to {left}." if form == "range" else "",
        )
    return When(words, first.first, second.last, tbc, form, (first._replace(words=left), second))


def _borrowed(left: str, right: str) -> str:
    """Return the left side of `to` or `or` with the month and year it leaves out taken from the right."""
    parts, wanted = left.split(), right.split()
    if parts and (parts[-1] in MONTHS or parts[-1] in SEASONS):
        return f"{left} {wanted[-1]}"
    if parts and parts[-1].isdigit() and len(parts[-1]) < 3 and len(wanted) >= 3:
        return f"{left} {wanted[-2]} {wanted[-1]}"
    return left


def long_when(when: When) -> str:
    """Return a date as documents write it, days with their weekday: "before Thursday 16 November 2017"."""
    if when.form == "unknown":
        return TO_BE_CONFIRMED
    text = " to ".join(_long_points(when)) if when.form != "choice" else " or ".join(_long_points(when))
    text = f"{when.form} {text}" if when.form in _LEADS else text
    return f"{text} ({TO_BE_CONFIRMED})" if when.tbc else text


def _long_points(when: When) -> list[str]:
    texts = [long_date(point.first) if point.first == point.last else point.words for point in when.points]
    if len(texts) == 2 and all(point.first == point.last for point in when.points):
        return [_shared(when.points[0].first, when.points[1].first), texts[1]]
    return texts


def _shared(first: date, second: date) -> str:
    """Return the first of two days without the month and year that the second repeats."""
    text = f"{WEEKDAYS[first.weekday()]} {first.day}"
    if (first.year, first.month) == (second.year, second.month):
        return text
    return f"{text} {first:%B}" + ("" if first.year == second.year else f" {first.year}")


__all__ = ["Form", "Point", "When", "long_date", "long_when", "read_when"]
