"""Other ways to write a deadline than the file's, and what they mean in the file's own: read when one is refused."""

import re
from typing import Final

from peercycle.model.points import MONTHS, SEASONS
from peercycle.model.values import in_figures
from peercycle.model.words import Words

# In this order, each on what the one before it left.
_REPLACED: Final = tuple(
    (re.compile(pattern), meant)
    for pattern, meant in (
        (r"[.,]$", ""),
        (r"\b(?:the|its|their|your|our)\s+(?=own\b)", ""),
        (r"\b(?:its|their|your)\b", "own"),
        (r"\bthe\b", " "),
        (r"\b(?:prior to|ahead of|in advance of|earlier than)\b", "before"),
        (r"\b(?:following|later than|on from)\b", "after"),
        (r"^\s*(?:at least|not|no|up to)\s+(?=before|after|\d|an? )", ""),
        (r"\b(?:work(?:ing)?|business|week) ?days?\b", "working days"),
        (r"\bw(?:ee)?ks?\b", "weeks"),
        (r"\b(?:a )?fortnight\b", "2 weeks"),
        (r"^\s*(?:within|in)\s+(.+ (?:days?|weeks?|months?)) (?:of|from|after)\b", r"\1 after"),
        (r"^\s*an? (?=(?:working )?(?:days?|weeks?|months?)\b)", "1 "),
        (r"\b((?:days?|weeks?|months?)) from\b", r"\1 after"),
        (
            r"^\s*(?:same (?:day|time) as|same as|together with|along with|at same time as|alongside)\b",
            "with",
        ),
        (r"^\s*(?:by|on|at|for|until|in time for|when)\s+", ""),
        (r"\b(?:every|all)\b", "each"),
        (r"\b(each \S+) (?:in|for) own\b", r"\1 of own"),
    )
)
_MONTHS: Final = "|".join(f"{name.lower()}|{name[:3].lower()}" for name in MONTHS)
_DATED: Final = re.compile(rf"\d{{4}}|\d[/.]\d|\b(?:{_MONTHS}|sept|{'|'.join(SEASONS)}|tb[acd])\b|[?]")


def wording(text: str, words: Words) -> str:
    """Return what a text may mean as a deadline that leans, in the file's grammar or nearly so."""
    plain = text.lower()
    to_be_confirmed = plain.startswith("tbc ")
    plain = plain.removeprefix("tbc ")
    for pattern, meant in _REPLACED:
        plain = " ".join(pattern.sub(meant, " ".join(map(in_figures, plain.split()))).split())
    if plain.startswith("1 "):
        plain = re.sub(r"^(1 (?:working )?(?:day|week|month))s\b", r"\1", plain)
    plain = words.own(words.neutral(plain))
    return f"TBC {plain}" if to_be_confirmed else plain


def is_dated(text: str) -> bool:
    """Whether a text is meant as a date: it has a year, a stroke between numbers, a month, a season or a doubt."""
    return _DATED.search(text.lower()) is not None
