"""Hours of the day as the file writes them (format, section 3)."""

import re
from datetime import time
from typing import Final, NamedTuple

from peercycle.model.phrase import GUESSED, TBC, Misread, split_tbc

_PARTS: Final = ("morning", "afternoon", "evening", "all day")
_NAMED: Final = {"midday": time(12), "midnight": time(0)}
_HOUR: Final = r"(1[0-2]|0?[1-9])(?::([0-5][0-9]))?([ap])m"
_OTHER_HOUR: Final = r"([0-9]{1,2})(?:[:.h]([0-9]{2}))?(?:hrs|h)?([ap]m|[ap]\.m\.?)?"
_ADVICE: Final = "Write it as in: 9:30am to 4pm, 5pm, 10am to midday, afternoon, or TBC."


class Clock(NamedTuple):
    """Hours: a start and perhaps an end, or a part of the day in words, or to be confirmed."""

    words: str
    tbc: bool
    start: time | None
    end: time | None


def read_clock(text: str) -> Clock:
    """Return the hours a text means; raises Misread with the rule malformed-time."""
    plain = " ".join(text.split())
    clock = _read(plain)
    if clock:
        return clock
    sides = split_tbc(plain)[1].split(" to ")
    at_fault = [side for side in sides if _hour(side) is None]
    words = at_fault[0] if len(at_fault) == 1 and len(sides) == 2 else plain
    meant = _meant(words) if len(words) <= GUESSED else ""
    hint = f"Write {meant}." if _read(meant) else _ADVICE
    raise Misread("malformed-time", f"'{words}' is not an hour of the day", hint, words)


def _read(text: str) -> Clock | None:
    tbc, rest = split_tbc(text)
    if rest in _PARTS or (tbc and not rest):
        return Clock(rest or TBC, tbc, None, None)
    first, to, last = rest.partition(" to ")
    start, end = _hour(first), _hour(last) if to else None
    if start is None or (to and end is None):
        return None
    if end is not None and end <= start and last != "midnight":
        if end == start:
            raise Misread("malformed-time", f"'{rest}' ends as it begins", _ADVICE)
        hint = f"Write {clock_text(end)} to {clock_text(start)}."
        raise Misread("malformed-time", f"'{rest}' ends before it begins", hint)
    return Clock(rest, tbc, start, end)


def _hour(word: str) -> time | None:
    if word in _NAMED:
        return _NAMED[word]
    found = re.fullmatch(_HOUR, word)
    if not found:
        return None
    hour, minute, half = found.groups()
    return time(int(hour) % 12 + (12 if half == "p" else 0), int(minute or 0))


def _meant(text: str) -> str:
    """Return the hours in the file's grammar for common other ways to write them: 17:00, 9.30am - 4 p.m., noon."""
    plain = " ".join(text.lower().replace("–", "-").replace("—", "-").split())  # noqa: RUF001 - dashes people type
    if plain in ("tbc", "tba", "tbd", "?", "unknown", "to be confirmed", "n/a"):
        return TBC
    lead = f"{TBC} " if plain.startswith("tbc ") else ""
    plain = re.sub(r"^(?:tbc )?(?:(?:at|by|from|in the|between) )?", "", plain)
    if plain in ("pm", "am"):
        return f"{lead}{'afternoon' if plain == 'pm' else 'morning'}"
    sides = re.split(r" ?- ?| (?:to|and|until|till) ", plain)
    hours = [_other_hour(side) for side in sides]
    if len(sides) == 2 and hours[1] and re.fullmatch("[0-9]{1,2}", sides[0]) and sides[1][-1:] == "m":
        hours[0] = _other_hour(sides[0] + _half(int(sides[0]), hours[1]))
    if len(hours) > 2 or None in hours:
        return lead + plain
    return lead + " to ".join(clock_text(hour) for hour in hours if hour)


def _half(hour: int, end: time) -> str:
    """Return the half of the day of a start without one, as in 10-11am or 11-2pm."""
    return "pm" if end.hour > 12 and hour % 12 < end.hour - 12 else "am"


def _other_hour(word: str) -> time | None:
    if word in ("noon", "12 noon", "midday", "lunchtime"):
        return _NAMED["midday"]
    found = re.fullmatch(_OTHER_HOUR, word.replace(" ", ""))
    if word == "midnight" or not found:
        return _NAMED.get(word)
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").replace(".", "")
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "pm" else 0)
    elif (half == "am" and hour > 12) or not (found[2] or half):
        return None
    return time(hour, minute) if hour < 24 and minute < 60 else None


def clock_text(hour: time) -> str:
    """Return an hour as documents write it: "9:30am", "10am", "midday", "midnight"."""
    for name, named in _NAMED.items():
        if hour == named:
            return name
    minutes = f":{hour.minute:02}" if hour.minute else ""
    return f"{(hour.hour - 1) % 12 + 1}{minutes}{'am' if hour.hour < 12 else 'pm'}"
