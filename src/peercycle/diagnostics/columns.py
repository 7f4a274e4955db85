"""How many columns of a terminal a text takes once it is shown, and texts broken and cut to fit."""

import unicodedata
from collections.abc import Iterator

from peercycle.diagnostics.show import show, shown

_JOINING_JAMO = range(0x1160, 0x1200)  # vowels and finals of Hangul: drawn into the syllable before them


def width(text: str) -> int:
    """Return how many columns a text takes when shown: none for a combining mark, two for a wide character."""
    if text.isascii() and text.isprintable():
        return len(text)
    return sum(map(_width, text))


def _width(character: str) -> int:
    if (seen := shown(character)) != character:
        return len(seen)
    if unicodedata.category(character) in {"Mn", "Me"} or ord(character) in _JOINING_JAMO:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def brief(text: str, most: int) -> str:
    """Return a text shown, and cut in its middle where it has more than `most` characters."""
    if len(text) <= most:
        return show(text)
    half = most // 2
    return f"{show(text[:half])} … {show(text[-half:])}"


def wrapped(text: str, room: int) -> Iterator[str]:
    """Yield a shown text in lines of at most `room` columns, broken at spaces; a word too long is broken, too."""
    line = ""
    for word in text.split(" "):
        if line and width(line) + 1 + width(word) > room:
            yield line
            line = ""
        *heads, last = _split(word, room)
        yield from heads
        line = f"{line} {last}" if line else last
    if line:
        yield line


def _split(word: str, room: int) -> list[str]:
    """Return a word in pieces of at most `room` columns each; only a word longer than that has several."""
    pieces, start, taken = [], 0, 0
    if width(word) <= room:
        return [word]
    for at, character in enumerate(word):
        taken += (wide := _width(character))
        if taken > room and at > start:
            pieces.append(word[start:at])
            start, taken = at, wide
    return [*pieces, word[start:]]
