"""One point in time as the file writes it: a day, a month or part of one, a season, a week (format, section 3)."""

import re
from datetime import date, timedelta
from typing import Final, NamedTuple

from peercycle.model.phrase import Misread

MONTHS: Final = {
    "January": 1,
    "February": 2,
    "March": 3,
    "April": 4,
    "May": 5,
    "June": 6,
    "July": 7,
    "August": 8,
    "September": 9,
    "October": 10,
    "November": 11,
    "December": 12,
}
WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SEASONS: Final = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
PARTS: Final = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}
# Dates stay far from the ends of Python's calendar, whatever is added to them.
FIRST_YEAR, LAST_YEAR = 1900, 2199
_ISO: Final = r"([0-9]{4})-([0-9]{2})-([0-9]{2})"


class Point(NamedTuple):
    """A point in time: its first and last day, and the weekday the file gives it ("" without one)."""

    words: str
    first: date
    last: date
    weekday: str = ""


def long_date(day: date) -> str:
    """Return a day as documents write it: "Friday 27 October 2017"."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {day:%B} {day.year}"


def month_length(year: int, month: int) -> int:
    """Return how many days a month has."""
    following = date(year + month // 12, month % 12 + 1, 1)
    return (following - timedelta(days=1)).day


def read_point(words: str) -> Point:
    """Return the point a text means; raises Misread with the rule malformed-date or impossible-date, and no advice."""
    parts = words.split()
    if parts[:2] == ["week", "of"]:
        return _week(words, parts[2:])
    if words.count("-") == 2 and (iso := re.fullmatch(_ISO, words)):
        return _iso(words, *map(int, iso.groups()))
    if len(parts) > 2:
        return _part(words, parts) if parts[0] in PARTS and len(parts) == 3 else _day(words, parts)
    if len(parts) == 2 and parts[0] in MONTHS:
        return _month(words, _year(words, parts[1]), MONTHS[parts[0]])
    if len(parts) == 2 and parts[0] in SEASONS:
        return _season(words, _year(words, parts[1]), SEASONS[parts[0]])
    raise _no_date(words)


def _no_date(words: str) -> Misread:
    return Misread("malformed-date", f"'{words}' is not a date", words=words)


def _year(words: str, year: str) -> int:
    if not (len(year) == 4 and year.isascii() and year.isdigit()):
        raise _no_date(words)
    if not FIRST_YEAR <= int(year) <= LAST_YEAR:
        hint = f"A year lies between {FIRST_YEAR} and {LAST_YEAR}."
        raise Misread("malformed-date", f"{year} cannot be the year of a cycle", hint, words)
    return int(year)


def _day(words: str, parts: list[str]) -> Point:
    weekday = parts.pop(0) if parts[0] in WEEKDAYS else ""
    if len(parts) != 3 or parts[1] not in MONTHS:
        raise _no_date(words)
    number, month, year = parts
    if not (number.isascii() and number.isdigit() and len(number) < 3):
        raise _no_date(words)
    return _dated(words, _year(words, year), MONTHS[month], int(number), weekday)


def _week(words: str, parts: list[str]) -> Point:
    """Return the week from Monday to Sunday that a day lies in."""
    if len(parts) < 3:
        raise _no_date(words)
    day = _day(words, parts)
    monday = day.first - timedelta(days=day.first.weekday())
    return Point(words, monday, monday + timedelta(days=6), day.weekday)


def _iso(words: str, year: int, month: int, number: int) -> Point:
    _year(words, words[:4])
    if 1 <= month <= 12:
        return _dated(words, year, month, number, "")
    hint = "Write year, month and day, as in 2017-10-27."
    if 1 <= number <= 12 and 1 <= month <= month_length(year, number):
        hint = f"Month and day may be the wrong way round: {long_date(date(year, number, month))}."
    raise Misread("impossible-date", f"there is no month {words[5:7]}", hint, words)


def _dated(words: str, year: int, month: int, number: int, weekday: str) -> Point:
    length = month_length(year, month)
    if 1 <= number <= length:
        day = date(year, month, number)
        return Point(words, day, day, weekday)
    nearest = [date(year, month, length), date(year, month, length) + timedelta(days=1)]
    if number == 0:
        nearest = [date(year, month, 1) - timedelta(days=1), date(year, month, 1)]
    message = f"{date(year, month, 1):%B} {year} has {length} days, so there is no '{words}'"
    hint = f"Write {' or '.join(map(long_date, nearest))}."
    raise Misread("impossible-date", message, hint, words)


def _month(words: str, year: int, month: int) -> Point:
    return Point(words, date(year, month, 1), date(year, month, month_length(year, month)))


def _part(words: str, parts: list[str]) -> Point:
    if parts[1] not in MONTHS:
        raise _no_date(words)
    first, last = PARTS[parts[0]]
    year, month = _year(words, parts[2]), MONTHS[parts[1]]
    return Point(words, date(year, month, first), date(year, month, min(last, month_length(year, month))))


def _season(words: str, year: int, month: int) -> Point:
    """Return a season: the month it begins with and the two after it, so that winter runs into the next year."""
    end_year, end_month = (year + 1, 2) if month == 12 else (year, month + 2)
    return Point(words, date(year, month, 1), date(end_year, end_month, month_length(end_year, end_month)))
