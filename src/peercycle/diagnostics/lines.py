"""Offsets, lines and columns of a text: lines end where an editor ends them (LF, CRLF or CR), nowhere else."""

import re
from bisect import bisect_right
from functools import lru_cache

from peercycle.diagnostics.fault import Span

WHOLE_FILE = Span(1, 1, 1, 1)
"""Where a fault of the whole file stands."""


@lru_cache(maxsize=2)
def line_starts(text: str) -> list[int]:
    """Return the offset at which each line of a text begins."""
    return [0, *(end.end() for end in re.finditer(r"\r\n|\n|\r", text))]


def line(text: str, number: int) -> str | None:
    """Return a line by its number, without its end; None where the text has no such line."""
    starts = line_starts(text)
    if not 1 <= number <= len(starts):
        return None
    end = starts[number] if number < len(starts) else len(text)
    return text[starts[number - 1] : end].rstrip("\r\n")


def stretch(text: str, start: int, end: int) -> Span:
    """Return the lines and columns of the characters from one offset up to another."""
    starts = line_starts(text)
    first, last = bisect_right(starts, start), bisect_right(starts, end)
    return Span(first, start - starts[first - 1] + 1, last, end - starts[last - 1] + 1)
