"""Other ways to write a deadline than the file's, and what they mean in the file's own: read when one is refused."""

import re
from typing import Final

from peercycle.model.date_wordings import wording as date_wording
from peercycle.model.phrase import Misread
from peercycle.model.points import MONTHS, SEASONS, WEEKDAYS, long_date
from peercycle.model.values import in_figures
from peercycle.model.when import read_when
from peercycle.model.words import Words
from peercycle.model.working_days import WorkingDays, shift


def _of_round(found: re.Match[str]) -> str:
    """Return the meeting of a round that is leant on, written as a path: "after forum/january"."""
    relation, event, of = found.groups()
    return f"{relation} {'first' if relation == 'before' else 'last'} {event} in {of}"


# In this order, each on what the one before it left.
_REPLACED: Final = tuple(
    (re.compile(pattern), meant)
    for pattern, meant in (
        (r"[.,;!]+$", ""),
        (r"\b(\d+)\s*wds?\b", r"\1 working days"),
        (r"\b(before|after) ([a-z][\w-]*)/([a-z][\w-]*)$", _of_round),
        (r"^\s*(?:no|not) later than\b", ""),
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
        (r"\b(own \S+) in \S+$", r"\1"),
    )
)
_NAMES: Final = "|".join(f"{name.lower()}|{name[:3].lower()}" for name in (*MONTHS, *WEEKDAYS))
_DATED: Final = re.compile(rf"\b\d{{4}}\b|\d[/.]\d|\b(?:{_NAMES}|sept|{'|'.join(SEASONS)}|tb[acd])\b|[?]")
_LEANS: Final = re.compile(r"\b(?:own|each|first|last|with)\b")
_COUNTED: Final = re.compile(r"(\d{1,4}) (working day|day|week|month)s? (before|after) (.+)")


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


def counted(text: str, words: Words) -> str:
    """Return the day that a count from a plain date leads to, as in "10 days after 27 October 2017"; "" for all else."""
    found = _COUNTED.fullmatch(wording(text, words))
    if not found:
        return ""
    amount, unit, relation, start = found.groups()
    try:
        day = read_when(date_wording(start)).day
    except Misread:
        return ""
    return (
        long_date(shift(day, -int(amount) if relation == "before" else int(amount), unit, WorkingDays()))
        if day
        else ""
    )


def is_dated(text: str) -> bool:
    """Whether a text is meant as a date: it has a year, a stroke between numbers, a month, a weekday, a season or a doubt."""
    return _DATED.search(text.lower()) is not None and _LEANS.search(text.lower()) is None
