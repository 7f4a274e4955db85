"""One point in time as the file writes it: a day, a month or part of one, a season, a week (format, section 3)."""

from datetime import date, timedelta
from difflib import get_close_matches
from typing import Final, NamedTuple

from peercycle.model.phrase import Misread

MONTHS: Final = {
    name: number + 1
    for number, name in enumerate(
        ("January", "February", "March", "April", "May", "June", "July")
        + ("August", "September", "October", "November", "December")
    )
}
WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SEASONS: Final = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
PARTS: Final = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}
ADVICE: Final = (
    "Write it as in: Friday 27 October 2017, October 2017, late October 2017, autumn 2017, or TBC."
)


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
    following = date(year + month // 12, month % 12 + 1, 1) if (year, month) != (9999, 12) else date.max
    return (following - timedelta(days=1)).day if following != date.max else 31


def read_point(words: str) -> Point:
    """Return the point a text means; raises Misread."""
    parts = words.split()
    if parts and parts[0] in WEEKDAYS and len(parts) == 4:
        return _day(words, parts[1:], parts[0])
    if len(parts) == 3 and parts[0] in PARTS:
        return _part(words, parts)
    if len(parts) == 3:
        return _day(words, parts, "")
    if len(parts) == 2 and _is_year(parts[1]):
        if parts[0] in MONTHS:
            return _month(words, int(parts[1]), MONTHS[parts[0]])
        if parts[0] in SEASONS:
            return _season(words, int(parts[1]), SEASONS[parts[0]])
    if parts[:2] == ["week", "of"] and len(parts) > 4:
        day = read_point(" ".join(parts[2:]))
        monday = day.first - timedelta(days=day.first.weekday())
        return Point(words, monday, monday + timedelta(days=6), day.weekday)
    if (
        len(parts) == 1
        and parts[0].count("-") == 2
        and parts[0].replace("-", "").isdigit()
        and parts[0].isascii()
    ):
        return _iso(words)
    raise _refusal(words)


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isascii() and word.isdigit() and word > "0000"


def _day(words: str, parts: list[str], weekday: str) -> Point:
    number, month, year = parts
    if not (number.isascii() and number.isdigit() and len(number) < 3 and month in MONTHS and _is_year(year)):
        raise _refusal(words)
    return _dated(words, int(year), MONTHS[month], int(number), weekday)


def _iso(words: str) -> Point:
    year, month, number = words.split("-")
    if len(year) != 4 or len(month) != 2 or len(number) != 2:
        raise _refusal(words)
    if not 1 <= int(month) <= 12 or year == "0000":
        hint = "Write year, month and day, as in 2017-10-27."
        swapped = _suggest(int(year), int(number), int(month)) if 1 <= int(number) <= 12 else ""
        raise Misread("impossible-date", f"there is no month {month}", swapped or hint, words)
    return _dated(words, int(year), int(month), int(number), "")


def _suggest(year: int, month: int, number: int) -> str:
    try:
        return f"Month and day may be the wrong way round: {long_date(date(year, month, number))}."
    except ValueError:
        return ""


def _dated(words: str, year: int, month: int, number: int, weekday: str) -> Point:
    length = month_length(year, month)
    if not 1 <= number <= length:
        first_after = date(year, month, length) + timedelta(days=1)
        near = (
            f"{long_date(date(year, month, length))} or {long_date(first_after)}"
            if number
            else long_date(date(year, month, 1))
        )
        name = f"{date(year, month, 1):%B} {year}"
        raise Misread(
            "impossible-date", f"{name} has {length} days, so there is no '{words}'", f"Write {near}.", words
        )
    day = date(year, month, number)
    return Point(words, day, day, weekday)


def _month(words: str, year: int, month: int) -> Point:
    return Point(words, date(year, month, 1), date(year, month, month_length(year, month)))


def _part(words: str, parts: list[str]) -> Point:
    if parts[1] not in MONTHS or not _is_year(parts[2]):
        raise _refusal(words)
    first, last = PARTS[parts[0]]
    year, month = int(parts[2]), MONTHS[parts[1]]
    return Point(words, date(year, month, first), date(year, month, min(last, month_length(year, month))))


def _season(words: str, year: int, month: int) -> Point:
    end_year, end_month = (year + 1, 2) if month == 12 else (year, month + 2)
    return Point(words, date(year, month, 1), date(end_year, end_month, month_length(end_year, end_month)))


def _refusal(words: str) -> Misread:
    """Return why a text is no point in time, with the corrected text where it can be guessed."""
    return Misread("malformed-date", f"'{words}' is not a date", _corrected(words) or ADVICE, words)


def _corrected(words: str) -> str:
    plain = words.replace(",", " ").strip()
    if plain.lower().replace(".", "") in (
        "tbc",
        "tba",
        "unknown",
        "?",
        "to be confirmed",
        "n/a",
        "not known",
    ):
        return "Write TBC."
    if plain.lower().startswith("end of "):
        return f"Write late {plain[7:].title()}."
    parts = [_word(part) for part in plain.replace("/", " ").replace("-", " ").replace(".", " ").split()]
    parts = [part for part in parts if part not in ("Of", "The")]
    numbers = [part for part in parts if part.isdigit()]
    if len(parts) == 3 and len(numbers) == 3 and len(parts[0]) < 3:
        parts[1] = next((name for name, number in MONTHS.items() if number == int(parts[1])), parts[1])
    if len(parts) >= 2 and parts[0] in MONTHS and len(numbers) == 2:
        parts = [numbers[0], parts[0], numbers[1]]
    if parts and parts[0] in WEEKDAYS:
        parts = [*parts[1:]]
    year_wanted = not any(len(number) == 4 for number in numbers)
    if year_wanted and len(parts) in (1, 2) and parts[-1] in MONTHS:
        return f"Write the year too, as in {' '.join(parts)} 2017."
    try:
        point = read_point(" ".join(parts)) if " ".join(parts) != words else None
    except (Misread, RecursionError):
        return ""
    return f"Write {_rewritten(point)}." if point else ""


def _rewritten(point: Point) -> str:
    return long_date(point.first) if point.first == point.last else point.words


def _word(part: str) -> str:
    """Return a word of a date as it should be: no ordinal, no short or misspelt month or weekday, right capitals."""
    lower = part.lower().rstrip(".")
    if lower[:-2].isdigit() and lower[-2:] in ("st", "nd", "rd", "th"):
        return lower[:-2]
    if lower.isdigit() or len(lower) < 3:
        return lower
    names = (*MONTHS, *WEEKDAYS)
    short = [
        name
        for name in names
        if name.lower().startswith(lower) or (lower[:3] == name[:3].lower() and len(lower) < 5)
    ]
    close = get_close_matches(lower.capitalize(), names, 1, 0.7)
    if lower in SEASONS or lower in PARTS:
        return lower
    return (short or close or [lower.capitalize()])[0]
