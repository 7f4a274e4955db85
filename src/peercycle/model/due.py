"""Deadlines, most of which lean on an event or another action (format, section 4)."""

from typing import Final, Literal, NamedTuple

from peercycle.model.ids import is_id
from peercycle.model.phrase import GUESSED, TBC, Misread, split_tbc
from peercycle.model.when import When, ends, read_when
from peercycle.model.words import Words

Relation = Literal["on", "before", "after"]
Which = Literal["the", "own", "first", "last"]
_RELATIONS: Final[dict[str, Relation]] = {"before": "before", "after": "after"}
_WHICH: Final[dict[str, Which]] = {"own": "own", "first": "first", "last": "last"}
_UNITS: Final = {"working days": "working day", "days": "day", "weeks": "week", "months": "month"}
ADVICE: Final = (
    "Write a date, an id, own forum, before own forum, 10 working days after forum, with ACTION, or TBC."
)


class Reference(NamedTuple):
    """What a deadline leans on: an event or action by id; `which` of its meetings, in `round` where one is named."""

    words: str
    ref: str
    which: Which
    round: str = ""


class Due(NamedTuple):
    """A deadline as the file has it: a plain date in `when`, or leaning on `anchor`, `each` event or `with_action`."""

    words: str
    tbc: bool
    when: When | None = None
    relation: Relation = "on"
    amount: int = 0
    unit: str = ""
    anchor: Reference | None = None
    each: str = ""
    with_action: str = ""


def read_due(text: str, words: Words, *, deadline: bool) -> Due:
    """Return the deadline a text means; raises Misread. A `deadline` is an end: no range, and no day it begins from."""
    plain = " ".join(text.split())
    tbc, rest = split_tbc(plain)
    leaning = _leaning(rest, words)
    if leaning:
        return leaning._replace(words=plain, tbc=tbc)
    try:
        when = read_when(plain)
    except Misread as misread:
        raise _refusal(plain, words, misread) from None
    if deadline:
        _expect_end(when)
    return Due(plain, tbc, when=when)


def _expect_end(when: When) -> None:
    """Raise due-range for a date that has no end of its own to keep to."""
    if when.form == "range" and not when.tbc:
        first, last = ends(when)
        hint = f"Write from: {first} and due: {last}."
        raise Misread("due-range", f"'{when.words}' is a range, and a deadline is an end", hint)
    if when.form == "from":
        hint = f"Write from: {ends(when)[0]}, and the last day with the key due, or TBC."
        raise Misread("due-range", f"'{when.words}' is a beginning, and a deadline is an end", hint)


def _leaning(text: str, words: Words) -> Due | None:
    parts = words.neutral(text).split()
    if len(parts) == 2 and parts[0] == "with" and is_id(parts[1]):
        return Due(text, tbc=False, with_action=parts[1])
    relation, rest, amount, unit = _relation(parts)
    if rest[:1] == ["each"] and rest[2:] == ["of", "own", "group"] and is_id(rest[1]) and not amount:
        return Due(text, tbc=False, relation=relation, each=rest[1])
    anchor = _reference(rest)
    return (
        Due(text, tbc=False, relation=relation, amount=amount, unit=unit, anchor=anchor) if anchor else None
    )


def _relation(parts: list[str]) -> tuple[Relation, list[str], int, str]:
    at = next((position for position, word in enumerate(parts) if word in _RELATIONS), None)
    if at is None:
        return "on", parts, 0, ""
    if at == 0:
        return _RELATIONS[parts[0]], parts[1:], 0, ""
    amount, unit = parts[0], " ".join(parts[1:at])
    unit = _UNITS.get(unit) or _UNITS.get(f"{unit}s", "")
    if unit and amount.isascii() and amount.isdigit() and len(amount) < 5 and int(amount):
        return _RELATIONS[parts[at]], parts[at + 1 :], int(amount), unit
    return "on", [], 0, ""


def _reference(parts: list[str]) -> Reference | None:
    text = " ".join(parts)
    if len(parts) == 1 and is_id(parts[0]):
        return Reference(text, parts[0], "the")
    if len(parts) not in (2, 4) or parts[0] not in _WHICH or not is_id(parts[1]):
        return None
    which = _WHICH[parts[0]]
    if len(parts) == 2:
        return Reference(text, parts[1], which)
    in_round = parts[2] == "in" and which != "own" and is_id(parts[3])
    return Reference(text, parts[1], which, parts[3]) if in_round else None


def _refusal(text: str, words: Words, misread: Misread) -> Misread:
    """Return why a text is no deadline: as a date where it has a year or a month, else with what plain English means."""
    from peercycle.model.date_wordings import without_hour
    from peercycle.model.deadline_wordings import counted, is_dated, wording

    if not text or misread.rule != "malformed-date" or misread.hint == f"Write {TBC}.":
        return misread
    message = f"'{text}' is neither a date nor a deadline"
    if len(text) > GUESSED:
        return Misread("malformed-deadline", message, ADVICE)
    day, hour = without_hour(text)
    meant = wording(day, words)
    lone = " " not in meant and (is_dated(text) or text.isupper())  # a month or ASAP, not an id
    if meant != text and not lone and _leaning(split_tbc(meant)[1], words):
        hint = f"Write {meant}{', and the hour with the key time' if hour else ''}."
        return Misread("malformed-deadline", message, hint)
    if number := counted(day, words):
        return Misread("malformed-deadline", message, f"Write {number}.")
    return misread if is_dated(text) else Misread("malformed-deadline", message, ADVICE)
