"""Other ways to write a date than the file's, and what each means in the file's own: read when a date is refused."""

import re
from datetime import timedelta
from difflib import get_close_matches
from typing import Final

from peercycle.model.points import MONTHS, PARTS, SEASONS, WEEKDAYS

_NAMES: Final = (*MONTHS, *WEEKDAYS)
_PLAIN: Final = frozenset(("to", "or", "from", "by", "before", "after", "week", "of", *PARTS, *SEASONS))
_UNKNOWN: Final = frozenset(
    (
        *(
            "?",
            "??",
            "???",
            "date tbc",
            "date to be confirmed",
            "n/a",
            "na",
            "none",
            "not known",
            "not yet known",
        ),
        *(
            "tba",
            "tbc",
            "tbd",
            "to be agreed",
            "to be arranged",
            "to be confirmed",
            "to be decided",
            "unknown",
        ),
    )
)
_DOUBT: Final = re.compile(
    r"\b(?:tbc|tba|tbd|date tbc|to be confirmed|provisional(?:ly)?|around|about|approx(?:imately)?|circa|c\.|probably)"
    r"|\?|~"
)
_NUMERIC: Final = re.compile(r"\b(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4}|\d{2})\b")
_YEAR_FIRST: Final = re.compile(r"\b(\d{4})[/.\-](\d{1,2})[/.\-](\d{1,2})(?:t[\d:.z+]*)?\b")
_FEAST: Final = re.compile(r"\b(good friday|easter(?: sunday| monday)?) ((?:19|2[01])\d\d)\b")
# In this order, each on what the one before it left.
_REPLACED: Final = tuple(
    (re.compile(pattern), meant)
    for pattern, meant in (
        (r"[\u2013\u2014]", "-"),
        (r"[,()]|'(?=\d\d\b)", " "),
        (r"(\d)(?:st|nd|rd|th)\b", r"\1"),
        (r"^\s*(?:on|in|during|for)\b", ""),
        (r"\bthe\b", " "),
        (r"^\s*(?:no later than|not later than|at the latest|before or on|until|till|up to|due)\b", "by"),
        (r"^\s*by\s+(?:end|close)(?: of)?\b", "by"),
        (r"\b(?:since|(?<!week )(?:starting|beginning)|as of)\b(?! of)", "from"),
        (r"\b(?:end|close) of\b", "late"),
        (r"\b(?:start|beginning) of\b", "early"),
        (r"\bmiddle of\b", "mid"),
        (r"\b(early|mid|late)-", r"\1 "),
        (r"\bfall\b", "autumn"),
        (r"\bweds\b", "wed"),
        (r"\b(spring|summer|autumn|winter) (?:term|of)\b", r"\1"),
        (r"\b(?:w/c|w/b|wc|w/e|week commencing|week beginning|week starting)\b", "week of"),
        (r"^\s*between (.*) and ", r"\1 to "),
        (r"^\s*from (.*) (?:to|until|till) ", r"\1 to "),
        (r"(\d)\s*(?:-|and|&)\s*(?=[a-z]*\s*\d)", r"\1 to "),
        (r"([a-z]|\d{4})\s*-\s*(?=[a-z\d])", r"\1 to "),
        (r"(\d+)\s+\d+ or (\d+)", r"tbc \1 to \2"),
        (r"(\d) of (?=[a-z])", r"\1 "),
        (r"\b([a-z]{3,}) (\d{1,2}) (\d{4})\b", r"\2 \1 \3"),
        (r"\b(\d{1,2}) ([a-z]{3,}) (\d\d)\b", r"\1 \2 20\3"),
        (r"(\d+ [a-z]+(?: \d{4})?) ((?:mon|tues?|wed|thur?s?|fri|sat|sun)(?:[a-z]*day)?)\b", r"\2 \1"),
    )
)


def wording(text: str) -> str:
    """Return what a text may mean as a date, in the file's grammar or nearly so."""
    plain = " ".join(text.lower().strip(" .'\"").split())
    if plain in _UNKNOWN or plain.strip("()") in _UNKNOWN:
        return "TBC"
    rest = _DOUBT.sub(" ", plain)
    worded = _worded(rest)
    return worded if rest == plain else f"TBC {worded}"


def without_hour(text: str) -> tuple[str, bool]:
    """Return a text without an hour of the day at its end, and whether there was one."""
    day, hours = re.subn(r",? (?:at )?\d{1,2}(?:[:.]\d\d)? ?[ap]m$", "", " ".join(text.lower().split()))
    return (day, True) if hours else (text, False)


def _worded(text: str) -> str:
    text = _FEAST.sub(lambda found: _feast(found[1], int(found[2])), text)
    text = _NUMERIC.sub(lambda found: _of_numbers(*found.groups()), text)
    text = _YEAR_FIRST.sub(lambda found: _of_numbers(*reversed(found.groups())), text)
    for pattern, meant in _REPLACED:
        text = " ".join(pattern.sub(meant, text).split())
    return " ".join("TBC" if word == "tbc" else _word(word) for word in text.split())


def _feast(name: str, year: int) -> str:
    """Return a day of Easter as a day of the year."""
    from dateutil.easter import easter

    day = easter(year) + timedelta(days={"good friday": -2, "easter monday": 1}.get(name, 0))
    return f"{day.day} {day:%B} {day.year}".lower()


def _of_numbers(day: str, month: str, year: str) -> str:
    """Return a day written in numbers with its month in words: day before month, unless only the other can be."""
    if int(month) > 12:
        day, month = month, day
    name = next((name for name, number in MONTHS.items() if number == int(month)), month)
    return f"{int(day)} {name} {year if len(year) == 4 else f'20{year}'}".lower()


def _word(word: str) -> str:
    """Return a word of a date in full and with its capital, where it is short, small or nearly a month or a weekday."""
    short = word.rstrip(".")
    if short in _PLAIN or not short.isalpha() or len(short) < 3:
        return short
    names = [name for name in _NAMES if name.lower().startswith(short)]
    return (names or get_close_matches(short.capitalize(), _NAMES, 1, 0.75) or [word])[0]


def without_year(text: str) -> str:
    """Return a date that has no year, otherwise as the file writes it; "" for anything else."""
    worded = wording(text)
    parts = worded.removeprefix("TBC ").split()
    known = parts and all(
        part in _NAMES or part in SEASONS or part in PARTS or _is_day(part) for part in parts
    )
    return worded if known and any(part in MONTHS or part in SEASONS for part in parts) else ""


def _is_day(word: str) -> bool:
    return word.isascii() and word.isdigit() and len(word) < 3
