"""The fonts of PDF papers: which characters they have, and what stands for one that they have not."""

import struct
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from struct import unpack_from
from typing import Final
from unicodedata import normalize

from peercycle.documents.templates import TemplateTrouble

SUFFIXES: Final = (".ttf", ".otf")
_LAST: Final = 0xFFFF
"""The code that ends a character map, and is no character."""
_SPACES: Final = frozenset("\t\n\r ")
_ACCENTED: Final = tuple(map(chr, (*range(0x100, 0x180), *range(0x1E00, 0x1F00))))
"""Letters of Latin alphabets, of which typst draws letter and accent one by one where a font has not got them as one."""
_PLAIN: Final = {
    "\u2010": "-", "\u2011": "-", "\u2012": "\u2013", "\u2015": "\u2014", "\u2032": "'", "\u2033": '"', "\u2192": "->",
    "\ufe0e": "", "\ufe0f": "",
}  # fmt: skip
"""What is typed for a character that a word processor puts in and few fonts have; the last two only say how to draw another."""


def fonts_in(folder: Path) -> list[Path]:
    """Return the font files of a folder, in order."""
    return sorted(path for path in folder.glob("*") if path.suffix.lower() in SUFFIXES)


@cache
def characters(fonts: tuple[Path, ...]) -> frozenset[str]:
    """Return every character that one of these fonts at least can show; raises TemplateTrouble with one that cannot be read."""
    found = _SPACES
    for path in fonts:
        own = _own(path)
        found |= own.union(letter for letter in _ACCENTED if own.issuperset(normalize("NFD", letter)))
    return found


def _own(path: Path) -> set[str]:
    try:
        return {chr(code) for code in _codes(path.read_bytes())}
    except (OSError, LookupError, ValueError, struct.error):
        raise TemplateTrouble(str(path), None, "this is no font, or it is damaged") from None


def shown(text: str, known: frozenset[str]) -> str:
    """Return a text with what no font has in its plain form, or as `[U+1F600]`.

    PDF/UA refuses a whole paper for one character that cannot be shown; this way only that character is lost.
    """
    return text if known.issuperset(text) else "".join(_shown(character, known) for character in text)


def _shown(character: str, known: frozenset[str]) -> str:
    if character in known:
        return character
    plain = _PLAIN.get(character, normalize("NFKC", character))
    return plain if known.issuperset(plain) else f"[U+{ord(character):04X}]"


def _codes(font: bytes) -> Iterator[int]:
    """Yield the codes of a TrueType or OpenType font's character map (its tables of format 4 and 12)."""
    tables = {font[at : at + 4]: at for at in range(12, 12 + 16 * unpack_from(">H", font, 4)[0], 16)}
    start = unpack_from(">I", font, tables[b"cmap"] + 8)[0]
    places = {
        start + unpack_from(">I", font, start + 8 + 8 * number)[0]
        for number in range(unpack_from(">H", font, start + 2)[0])
    }
    for place in places:
        kind = unpack_from(">H", font, place)[0]
        yield from _segments(font, place) if kind == 4 else _groups(font, place) if kind == 12 else ()


def _segments(font: bytes, at: int) -> Iterator[int]:
    count = unpack_from(">H", font, at + 6)[0] // 2
    ends = unpack_from(f">{count}H", font, at + 14)
    starts = unpack_from(f">{count}H", font, at + 16 + 2 * count)
    yield from _ranges(zip(starts, ends, strict=True))


def _groups(font: bytes, at: int) -> Iterator[int]:
    count = unpack_from(">I", font, at + 12)[0]
    yield from _ranges(unpack_from(">II", font, at + 16 + 12 * number) for number in range(count))


def _ranges(pairs: Iterable[tuple[int, int]]) -> Iterator[int]:
    for first, last in pairs:
        yield from (code for code in range(first, last + 1) if code != _LAST)
