"""A date of the file in all its forms, from a day to TBC (format, section 3)."""

from datetime import date, timedelta
from typing import Final, Literal, NamedTuple

from peercycle.model.phrase import GUESSED, TBC, Misread, split_tbc
from peercycle.model.points import MONTHS, PARTS, SEASONS, WEEKDAYS, Point, long_date, read_point

Form = Literal["unknown", "point", "range", "choice", "from", "by", "before", "after"]
TO_BE_CONFIRMED: Final = "to be confirmed"
_ONE: Final = timedelta(days=1)
_LEADS: Final[dict[str, Form]] = {"from": "from", "by": "by", "before": "before", "after": "after"}
_JOINTS: Final[dict[str, Form]] = {"to": "range", "or": "choice"}
_ADVICE: Final = (
    "Write it as in: Friday 27 October 2017, October 2017, late October 2017, autumn 2017, or TBC."
)


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
    try:
        return _read(text)
    except Misread as misread:
        raise (misread if misread.hint else _advised(text, misread.words)) from None


def _read(text: str) -> When:
    tbc, rest = split_tbc(text)
    if not rest:
        if tbc:
            return When(TBC, None, None, tbc, "unknown", ())
        raise Misread("malformed-date", "a date is wanted here", "Write TBC where it is not known.")
    lead, _, after = rest.partition(" ")
    if lead in _LEADS:
        return _bounded(_LEADS[lead], read_point(after), rest, tbc=tbc)
    for word, form in _JOINTS.items():
        left, found, right = rest.partition(f" {word} ")
        if found:
            return _between(left, right, rest, form, tbc=tbc)
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
    try:
        first = read_point(_borrowed(left, right))
    except Misread as misread:
        misread.words = left
        raise
    if first.first > second.first or (form == "range" and first.last > second.last):
        message = "ends before it begins" if form == "range" else "names the later one first"
        raise Misread(
            "malformed-date", f"'{words}' {message}", f"Write {_in_order(first, second, left, form)}.", words
        )
    points = (first._replace(words=left), second)
    return When(words, first.first, max(first.last, second.last), tbc, form, points)


def _in_order(first: Point, second: Point, left: str, form: Form) -> str:
    """Return two points that stand the wrong way round as they may be meant: across New Year, or turned."""
    if (first.first.year, first.first.month) == (second.first.year, second.first.month):
        return _joined((second, first), form)
    year, joint = second.first.year, "or" if form == "choice" else "to"
    if first.words != left:  # the year was borrowed: December to January 2018
        return f"{first.words.replace(str(year), str(year - 1))} {joint} {second.words}"
    return f"{first.words} {joint} {second.words.replace(str(year), str(first.first.year + 1))}"


def _advised(text: str, part: str) -> Misread:
    """Return why a text is no date, with the corrected text where it can be guessed: whole, or for the part at fault."""
    from peercycle.model.date_wordings import without_hour, without_year, wording

    if len(text) > GUESSED:
        return _no_date(part, _ADVICE)
    for words in (text, part):
        day, hour = without_hour(words)
        try:
            meant = offered(_read(wording(day)))
        except Misread as misread:
            if misread.rule == "impossible-date":
                misread.words = words
                return misread
        else:
            return _no_date(words, f"Write {meant}{', and the hour with the key time' if hour else ''}.")
    if lacking := without_year(part):
        return _no_date(part, f"Write {lacking} with its year.")
    return _no_date(part, _ADVICE)


def _no_date(words: str, hint: str) -> Misread:
    return Misread("malformed-date", f"'{words}' is not a date", hint, words)


def offered(when: When) -> str:
    """Return a date as it should be written; where its weekday is wrong, also the nearest day that has it."""
    stated = when.points[0].weekday if when.form == "point" else ""
    if when.day is None or stated in ("", WEEKDAYS[when.day.weekday()]):
        return written(when)
    apart = (WEEKDAYS.index(stated) - when.day.weekday() + 3) % 7 - 3
    return f"{written(when)}, or {long_date(when.day + apart * _ONE)} if the weekday is right"


def _borrowed(left: str, right: str) -> str:
    """Return the left side of `to` or `or` with the month and year it leaves out taken from the right."""
    parts, wanted = left.split(), right.split()
    if parts and (parts[-1] in MONTHS or parts[-1] in SEASONS):
        return f"{left} {wanted[-1]}"
    if parts and parts[-1].isdigit() and len(parts[-1]) < 3 and len(wanted) > 2 and wanted[-2] in MONTHS:
        return f"{left} {wanted[-2]} {wanted[-1]}"
    if parts and parts[-1] in PARTS and wanted[0] in PARTS:
        return f"{left} {wanted[-2]} {wanted[-1]}"
    return left


def long_when(when: When) -> str:
    """Return a date as documents write it, days with their weekday: "before Thursday 16 November 2017"."""
    if when.form == "unknown":
        return TO_BE_CONFIRMED
    return f"{_long(when)} ({TO_BE_CONFIRMED})" if when.tbc else _long(when)


def written(when: When) -> str:
    """Return a date as the file writes it, days with their weekday: "TBC before Thursday 16 November 2017"."""
    if when.form == "unknown":
        return TBC
    return f"{TBC} {_long(when)}" if when.tbc else _long(when)


def ends(when: When) -> tuple[str, ...]:
    """Return the points a date names, each complete by itself: ("February 2018", "March 2018")."""
    return tuple(_complete(point) for point in when.points)


def _complete(point: Point) -> str:
    if point.first == point.last:
        return long_date(point.first)
    if point.words[-1].isdigit():
        return point.words
    month = f" {point.first:%B}" if point.words in PARTS else ""
    return f"{point.words}{month} {point.first.year}"


def _long(when: When) -> str:
    text = _joined(when.points, when.form)
    return f"{when.form} {text}" if when.form in _LEADS else text


def _joined(points: tuple[Point, ...], form: Form) -> str:
    texts = [_long_point(point) for point in points]
    if len(texts) == 2 and all(point.first == point.last for point in points):
        texts[0] = _shared(points[0].first, points[1].first)
    return (" or " if form == "choice" else " to ").join(texts)


def _long_point(point: Point) -> str:
    return long_date(point.first) if point.first == point.last else point.words


def _shared(first: date, second: date) -> str:
    """Return the first of two days without the month and year that the second repeats."""
    text = f"{WEEKDAYS[first.weekday()]} {first.day}"
    if (first.year, first.month) == (second.year, second.month):
        return text
    return f"{text} {first:%B}" + ("" if first.year == second.year else f" {first.year}")


__all__ = [
    "TO_BE_CONFIRMED",
    "Form",
    "Point",
    "When",
    "ends",
    "long_date",
    "long_when",
    "offered",
    "read_when",
    "written",
]
