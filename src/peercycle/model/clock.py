"""Hours of the day as the file writes them (format, section 3)."""

from datetime import time
from typing import Final, NamedTuple

from peercycle.model.phrase import Misread

_PARTS: Final = ("morning", "afternoon", "evening", "all day")
_NAMED: Final = {"midday": time(12), "midnight": time(0)}
_ADVICE: Final = "Write it as in: 9:30am to 4pm, 5pm, 10am to midday, afternoon, or TBC."


class Clock(NamedTuple):
    """Hours: a start and perhaps an end, or a part of the day in words, or to be confirmed."""

    words: str
    tbc: bool
    start: time | None
    end: time | None


def read_clock(text: str) -> Clock:
    """Return the hours a text means; raises Misread."""
    words = " ".join(text.split())
    tbc = words == "TBC" or words.startswith("TBC ")
    rest = words.removeprefix("TBC").strip()
    if not rest and tbc:
        return Clock(words, tbc, None, None)
    if rest in _PARTS:
        return Clock(rest, tbc, None, None)
    first, to, last = rest.partition(" to ")
    start, end = _hour(first, text), _hour(last, text) if to else None
    if end is not None and end <= start and last != "midnight":
        raise Misread("malformed-time", f"'{rest}' ends before it begins", _ADVICE)
    return Clock(rest, tbc, start, end)


def _hour(word: str, text: str) -> time:
    if word in _NAMED:
        return _NAMED[word]
    digits, half = word[:-2], word[-2:]
    hour, colon, minute = digits.partition(":")
    if half in ("am", "pm") and hour.isascii() and hour.isdigit() and len(hour) < 3 and 1 <= int(hour) <= 12:
        if not colon:
            return time(int(hour) % 12 + (12 if half == "pm" else 0))
        if minute.isascii() and minute.isdigit() and len(minute) == 2 and int(minute) < 60:
            return time(int(hour) % 12 + (12 if half == "pm" else 0), int(minute))
    raise Misread("malformed-time", f"'{text}' is not an hour of the day", _corrected(word) or _ADVICE, word)


def _corrected(word: str) -> str:
    """Return the hint for common other ways to write an hour: 17:00, 9.30am, 5 pm, noon."""
    plain = word.strip().lower().replace(".", ":").replace(" ", "")
    if plain == "noon":
        return "Write midday."
    if plain.endswith(("am", "pm")) and plain != word:
        try:
            _hour(plain, plain)
        except (Misread, RecursionError):
            return ""
        return f"Write {plain}."
    hour, _, minute = plain.partition(":")
    if hour.isdigit() and minute.isdigit() and len(minute) == 2 and int(hour) < 24 and int(minute) < 60:
        return f"Write {clock_text(time(int(hour), int(minute)))}."
    return ""


def clock_text(hour: time) -> str:
    """Return an hour as documents write it: "9:30am", "10am", "midday", "midnight"."""
    for name, named in _NAMED.items():
        if hour == named:
            return name
    minutes = f":{hour.minute:02}" if hour.minute else ""
    return f"{(hour.hour - 1) % 12 + 1}{minutes}{'am' if hour.hour < 12 else 'pm'}"
