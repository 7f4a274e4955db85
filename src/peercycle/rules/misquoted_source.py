"""A quotation is not what the source document says.

What stands under `source` is quoted word for word, so that anyone can see what rests on the document and what does not. A
word changed on the way may change what an authority is asked to do.

Wrong::

    nwadcs-november:
      source: The Directors meet on 24 November 2017.

Right::

    nwadcs-november:
      source: The Directors meet on 23 November 2017.

What is compared
    Every quotation with the document named under `source: file:`. White space
    and line ends do not count; capitals, dashes and full stops do. The first
    word that differs is marked, and the nearest passage of the document is
    shown.
If this is meant
    Quote the document as it stands, misprints too, and put what is meant into
    the entry itself. What the document does not say has no source but
    `suggested: REASON`.

See also: unchecked-source, unexplained-entry
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from peercycle.diagnostics.fault import Fault, Mark, Severity
from peercycle.rules.examined import Examined, sourced

if TYPE_CHECKING:
    from collections.abc import Iterator

    from peercycle.model.place import Place

ID: Final = "misquoted-source"
SEVERITY: Final[Severity] = "error"
_EFFORT: Final = 5_000_000
"""How many words are compared at most in search of near passages, so that a hopeless file is still read quickly."""
_AROUND: Final = 3
"""How many words before a difference are shown."""


def check(examined: Examined) -> Iterator[Fault]:
    """Yield each quotation that is not in the source document."""
    text = examined.source_text
    if text is None or examined.cycle.source is None:
        return
    joined = " ".join(text.split())
    words: list[str] = []
    effort = 0
    for place, quotation in _quotations(examined):
        quoted = quotation.split()
        if " ".join(quoted) not in joined:
            words = words or text.split()
            effort += _effort(words, quoted)
            nearest = _nearest(words, quoted) if effort <= _EFFORT else None
            yield _fault(examined.cycle.source.file, text, place, quoted, nearest)


def _quotations(examined: Examined) -> Iterator[tuple[Place, str]]:
    for at, entry in sourced(examined.cycle):
        for position, quotation in enumerate(entry.source):
            yield (*at, "source", *((str(position),) if len(entry.source) > 1 else ())), quotation


def _effort(words: list[str], quoted: list[str]) -> int:
    """Return how many pairs of words a search for the nearest passage looks at."""
    counts = Counter(quoted)
    return len(words) + sum(counts[word] for word in words) + len(quoted) ** 2


class _Difference(NamedTuple):
    """Where a quotation first differs: the word of it, the word of the document, and the words left out before it."""

    at: int
    source_at: int
    left_out: str


def _nearest(words: list[str], quoted: list[str]) -> _Difference | None:
    """Return where a quotation first differs from the passage most like it, None where none has half its words."""
    from difflib import SequenceMatcher

    block = SequenceMatcher(None, words, quoted, autojunk=False).find_longest_match()
    begin = max(0, block.a - block.b - _AROUND)
    window = words[begin : block.a + len(quoted) - block.b + _AROUND]
    codes = SequenceMatcher(None, window, quoted, autojunk=False).get_opcodes()
    if 2 * sum(last - first for kind, first, last, _, _ in codes if kind == "equal") < len(quoted):
        return None
    for kind, first, last, at, _ in codes:
        if kind in ("replace", "insert"):
            return _Difference(at, begin + first, "")
        if kind == "delete" and 0 < at < len(quoted):
            return _Difference(at, begin + first, " ".join(window[first:last]))
    return None


def _fault(file: str, text: str, place: Place, quoted: list[str], nearest: _Difference | None) -> Fault:
    message = "these are not the words of the source document"
    if nearest is None:
        hint = f"Quote {file} word for word. What it does not say is marked suggested:, with the reason."
        return Fault(message, Mark(place), hint)
    note = f"the source has '{nearest.left_out}' before this" if nearest.left_out else "not in the source"
    line, passage = _passage(text, nearest.source_at)
    return Fault(
        message,
        Mark(place, note, _unmistakable(quoted, nearest.at)),
        f'{file}:{line} says: "{passage}"',
    )


def _unmistakable(quoted: list[str], at: int) -> str:
    """Return a word of a quotation, with as many after it as it takes to stand there and nowhere before."""
    whole = " ".join(quoted)
    start = len(" ".join(quoted[:at])) + (1 if at else 0)
    for end in range(at + 1, len(quoted) + 1):
        words = " ".join(quoted[at:end])
        found = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", whole) or re.search(re.escape(words), whole)
        if found and found.start() == start:
            return words
    return " ".join(quoted[at:])


def _passage(text: str, at: int) -> tuple[int, str]:
    """Return the line of a word of the source document, and the words around it in that document."""
    words = list(re.finditer(r"\S+", text))
    around = words[max(0, at - _AROUND) : at + 2 * _AROUND]
    start = words[min(at, len(words) - 1)].start()
    return text.count("\n", 0, start) + 1, " ".join(word.group() for word in around)
