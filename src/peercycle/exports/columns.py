"""How wide the columns of a table are: by their text, so that a narrow column of days does not cost a page."""

from collections.abc import Sequence
from typing import Any, Final

Cell = Sequence[dict[str, Any]]

LETTER: Final = 106
"""The width of an average letter of ten points, in twentieths of a point."""
_PADDING: Final = 170
_SHORT: Final = 31
"""Letters up to which a cell is not wrapped where there is room for it: a day, the hours of a meeting."""
_WIDE: Final = 2
"""Letters more that a short cell has room for, since few letters may all be wide ones: "Lead Member"."""
_BLANK: Final = 36
"""Letters that there is room for in a column that is there to be written in."""
_LONG: Final = 140
"""Letters from which on a cell asks for no more room: it is wrapped anyhow."""


def widths(heads: Sequence[Cell], rows: Sequence[Sequence[Cell]], total: int) -> list[int]:
    """Return the width of each column in twentieths of a point; together they are `total`.

    Each gets room for its longest word, or its longest cell if that is short; what is left goes by their longest cells.
    """
    columns = [[_text(cell) for cell in column] for column in zip(heads, *rows, strict=True)]
    longest = [max(map(len, column)) if any(column[1:]) or not rows else _BLANK for column in columns]
    words = [max(map(_word, column)) for column in columns]
    least = [
        _room(size + _WIDE if size <= _SHORT else word) for size, word in zip(longest, words, strict=True)
    ]
    if sum(least) > total:
        least = [_room(word) for word in words]
    if sum(least) > total:
        least = [total // len(columns)] * len(columns)
    more = [max(0, _room(min(size, _LONG)) - few) for size, few in zip(longest, least, strict=True)]
    share = sum(more)
    spare = total - sum(least)
    parts = [spare * much // share if share else spare // len(columns) for much in more]
    found = [few + part for few, part in zip(least, parts, strict=True)]
    found[-1] += total - sum(found)
    return found


def _room(letters: int) -> int:
    return letters * LETTER + _PADDING


def _text(cell: Cell) -> str:
    return "".join(run.get("text", " ") for run in cell)


def _word(text: str) -> int:
    return max((len(word) for word in text.split()), default=1)
