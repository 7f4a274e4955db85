"""The lines that stand on every page of a Word paper, put where a header or footer of the house says."""

from collections.abc import Sequence
from copy import deepcopy
from itertools import pairwise
from typing import Any, Final

from peercycle.exports.word_parts import WORD, legal, parsed, serialised

RUNNING: Final = "{running}"
"""What stands in a header or footer where the lines go; without it they go on top of the footer."""
_OTHER: Final = "\ufffc"
"""What stands in a paragraph's text for all that is no letter: a tab, a field, a picture."""
_P, _R, _T, _BR, _LOOK, _LETTERS = (f"{{{WORD[0]}}}{name}" for name in ("p", "r", "t", "br", "pPr", "rPr"))
_SILENT: Final = {_LETTERS, *(f"{{{WORD[0]}}}{name}" for name in ("lastRenderedPageBreak", "delText"))}
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
Piece = tuple[str, Any]


def marked(root: Any) -> bool:
    """Whether a header or footer says where the lines go."""
    return any(RUNNING in _text(_pieces(each)) for each in root.iter(_P))


def run_on(content: bytes, lines: Sequence[str]) -> bytes:
    """Return a header or footer with the lines in each place for them, and all else as it was.

    A place that has its paragraph to itself becomes a paragraph for each line; elsewhere they are lines of one paragraph.
    """
    root = parsed(content)
    for paragraph in list(root.iter(_P)):
        pieces = _pieces(paragraph)
        text = _text(pieces)
        if text.strip() == RUNNING:
            for line in reversed(lines[1:]):
                paragraph.addnext(_another(paragraph, _first(pieces), line))
            _put(pieces, text.index(RUNNING), lines[:1])
        else:
            # From the last to the first: what has been put in is not looked at again, and moves no other place.
            for start in reversed(_starts(text)):
                _put(pieces, start, lines)
    return serialised(root)


def _pieces(paragraph: Any) -> list[Piece]:
    """Return the pieces of a paragraph's own text, each with the element that holds it; a text box has its own."""
    return [
        (each.text or "", each) if each.tag == _T else (_OTHER, None)
        for run in paragraph.iter(_R)
        if next(run.iterancestors(_P)) is paragraph
        for each in run
        if each.tag not in _SILENT
    ]


def _text(pieces: Sequence[Piece]) -> str:
    return "".join(text for text, _ in pieces)


def _starts(text: str) -> list[int]:
    """Return where the mark begins, each time."""
    parts = text.split(RUNNING)[:-1]
    return [len(RUNNING.join(parts[: number + 1])) for number in range(len(parts))]


def _first(pieces: Sequence[Piece]) -> Any:
    """Return the run in which the mark of a paragraph begins that holds no other text."""
    return next(element.getparent() for text, element in pieces if text.strip())


def _put(pieces: Sequence[Piece], start: int, lines: Sequence[str]) -> None:
    """Put lines in the place of the mark, written as the run is in which it begins."""
    end, at = start + len(RUNNING), 0
    for text, element in pieces:
        low, high = max(start - at, 0), min(end - at, len(text))
        if low < high:
            after = (element.text or "")[high:]
            _write(element, text[:low], lines if at + low == start else (), after)
        at += len(text)


def _write(element: Any, before: str, lines: Sequence[str], after: str) -> None:
    """Write lines into an element of text and on, between what stands before and after them."""
    texts = [element, *(element.makeelement(_T) for _ in lines[1:])]
    for text in texts:
        text.set(_SPACE, "preserve")  # what is left of a text may begin or end with a space
    for text, line in zip(texts, map(legal, lines), strict=False):
        text.text = line
    for earlier, later in pairwise(texts):
        earlier.addnext(later)
        earlier.addnext(element.makeelement(_BR))
    element.text = before + (element.text if lines else "")
    texts[-1].text += after


def _another(paragraph: Any, run: Any, line: str) -> Any:
    """Return one more paragraph, with the look of one and of a run in it."""
    new = paragraph.makeelement(_P, nsmap=paragraph.nsmap)
    new.extend(deepcopy(each) for each in paragraph.iterchildren(_LOOK))
    new.append(new.makeelement(_R))
    new[-1].extend(deepcopy(each) for each in run.iterchildren(_LETTERS))
    new[-1].append(new.makeelement(_T))
    _write(new[-1][-1], "", [line], "")
    return new
