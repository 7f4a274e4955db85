"""A line of the file made fit to be shown: cleaned, and a long one cut round what is marked in it."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final, NamedTuple

from peercycle.diagnostics.columns import width
from peercycle.diagnostics.show import show

_ELLIPSIS: Final = "…"
_GAP: Final = f" {_ELLIPSIS} "
_WORD: Final = 20
"""How many characters of context are given up so that a cut falls between words."""

Stretch = tuple[int, int]


class Excerpted(NamedTuple):
    """A line as shown; `pieces` are the stretches kept of it, each with the column it begins at, counted from 0."""

    text: str
    source: str
    pieces: tuple[tuple[int, int, int], ...]

    def holds(self, offset: int) -> bool:
        """Whether what stands at an offset of the line is shown; the end of the line counts as shown."""
        return any(start <= offset < end for start, end, _ in self.pieces) or self._at_end(offset)

    def column(self, offset: int) -> int:
        """Return the column at which an offset of the line is shown; past a cut, the column of the cut."""
        begun = [piece for piece in self.pieces if piece[0] <= offset] or [self.pieces[0]]
        start, end, column = begun[-1]
        return column + width(self.source[start : min(offset, end)]) + max(0, offset - len(self.source))

    def _at_end(self, offset: int) -> bool:
        return offset >= len(self.source) == self.pieces[-1][1]


def excerpted(line: str, marks: Sequence[Stretch], room: int) -> Excerpted:
    """Return a line as shown in `room` columns, with the beginning of at least the first mark in it."""
    if len(line) <= 4 * room and width(line) <= room:
        return _assembled(line, [(0, len(line))])
    clipped = [_clipped(line, mark, room // len(marks) - 2 * len(_GAP)) for mark in marks]
    for kept in (clipped, clipped[:1]):
        pads = range(room + 1)
        widest = bisect_left(pads, x=True, key=lambda pad: _needed(line, _stretches(line, kept, pad)) > room)
        if widest:
            return _assembled(line, _between_words(line, _stretches(line, kept, widest - 1), kept))
    return _assembled(line, clipped[:1])


def _clipped(line: str, mark: Stretch, most: int) -> Stretch:
    """Return as much of a mark's beginning as takes `most` columns, one character at least."""
    start, end = mark[0], min(mark[1], mark[0] + max(most, 1), len(line))
    while end - start > 1 and width(line[start:end]) > most:
        end -= 1
    return min(start, len(line)), max(start, end)


def _stretches(line: str, marks: Sequence[Stretch], pad: int) -> list[Stretch]:
    """Return the marks with `pad` characters on either side; those that nearly touch are one."""
    merged: list[Stretch] = []
    for start, end in marks:
        start, end = max(0, start - pad), min(len(line), end + pad)  # noqa: PLW2901
        if merged and start - merged[-1][1] <= len(_GAP):
            start, end = merged[-1][0], max(end, merged.pop()[1])  # noqa: PLW2901
        merged.append((start, end))
    return merged


def _needed(line: str, stretches: Sequence[Stretch]) -> int:
    """Return the columns that these stretches take with an ellipsis wherever something is left out."""
    kept = sum(width(line[start:end]) for start, end in stretches)
    return (
        kept
        + len(_GAP) * (len(stretches) - 1)
        + 2 * (stretches[0][0] > 0)
        + 2 * (stretches[-1][1] < len(line))
    )


def _between_words(line: str, stretches: Sequence[Stretch], marks: Sequence[Stretch]) -> list[Stretch]:
    """Return the stretches less what they hold of a word that is cut, where no mark is lost by it."""
    fitted = []
    for start, end in stretches:
        first = next(mark[0] for mark in marks if start <= mark[0] <= end)
        last = max(mark[1] for mark in marks if start <= mark[1] <= end)
        after = line.find(" ", start, min(start + _WORD, first)) + 1
        before = line.rfind(" ", max(end - _WORD, last), end)
        fitted.append(
            (after if start and after else start, before if end < len(line) and before > 0 else end)
        )
    return fitted


def _assembled(line: str, stretches: Sequence[Stretch]) -> Excerpted:
    pieces: list[tuple[int, int, int]] = []
    text = f"{_ELLIPSIS} " if stretches[0][0] else ""
    column = len(text)
    for start, end in stretches:
        if pieces:
            text += _GAP
            column += len(_GAP)
        pieces.append((start, end, column))
        text += show(line[start:end])
        column += width(line[start:end])
    if stretches[-1][1] < len(line):
        text += f" {_ELLIPSIS}"
    return Excerpted(text, line, tuple(pieces))
