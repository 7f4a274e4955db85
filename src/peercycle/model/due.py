"""Deadlines, most of which lean on an event or another action (format, section 4)."""

from typing import Final, Literal, NamedTuple

from peercycle.model.owner import is_id
from peercycle.model.phrase import Misread
from peercycle.model.when import When, read_when
from peercycle.model.words import Words

Relation = Literal["on", "before", "after"]
_WHICH: Final = ("own", "first", "last")
_UNITS: Final = {"working days": "working day", "days": "day", "weeks": "week", "months": "month"}
_ADVICE: Final = (
    "Write a date, an id, own forum, before own forum, 10 working days after forum, with ACTION, or TBC."
)
_NUMBERS: Final = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


class Reference(NamedTuple):
    """What a deadline leans on: an event or action by id; `which` of its meetings, in `round` where one is named."""

    words: str
    ref: str
    which: Literal["the", "own", "first", "last"]
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
    """Return the deadline a text means; raises Misread. A `deadline` is an end, so it cannot be a range."""
    plain = " ".join(text.split())
    tbc = plain == "TBC" or plain.startswith("TBC ")
    rest = plain[4:] if tbc else plain
    if _is_date(words.neutral(rest)):
        when = read_when(plain)
        if deadline and when.form == "range" and not tbc:
            first, _, last = rest.partition(" to ")
            raise Misread(
                "due-range",
                f"'{rest}' is a range, and a deadline is an end",
                f"Write from: {first} and due: {last}.",
            )
        return Due(plain, tbc, when=when)
    due = _leaning(rest, words)
    if due is None:
        raise _refusal(plain, words)
    return due._replace(words=plain, tbc=tbc)


def _is_date(text: str) -> bool:
    """Whether a text is meant as a date: nothing that leans has a year or a capital letter or a stroke."""
    return not text or any(c.isupper() or c in "/?,." for c in text) or text.split()[-1][:4].isdigit()


def _leaning(text: str, words: Words) -> Due | None:
    parts = words.neutral(text).split()
    if len(parts) == 2 and parts[0] == "with" and is_id(parts[1]):
        return Due(text, tbc=False, with_action=parts[1])
    relation, rest, amount, unit = _relation(parts)
    if (
        len(rest) == 5
        and rest[0] == "each"
        and rest[2:] == ["of", "own", "group"]
        and is_id(rest[1])
        and not amount
    ):
        return Due(text, tbc=False, relation=relation, each=rest[1])
    anchor = _reference(rest)
    return (
        Due(text, tbc=False, relation=relation, amount=amount, unit=unit, anchor=anchor) if anchor else None
    )


def _relation(parts: list[str]) -> tuple[Relation, list[str], int, str]:
    for word in ("before", "after"):
        if word in parts:
            at = parts.index(word)
            relation: Relation = "before" if word == "before" else "after"
            if at == 0:
                return relation, parts[1:], 0, ""
            amount, unit = parts[0], " ".join(parts[1:at])
            plural = unit if unit.endswith("s") else unit + "s"
            if amount.isascii() and amount.isdigit() and 0 < int(amount) < 10_000 and plural in _UNITS:
                return relation, parts[at + 1 :], int(amount), _UNITS[plural]
            return relation, [], 0, ""
    return "on", parts, 0, ""


def _reference(parts: list[str]) -> Reference | None:
    text = " ".join(parts)
    if len(parts) == 1 and is_id(parts[0]):
        return Reference(text, parts[0], "the")
    if len(parts) not in (2, 4) or parts[0] not in _WHICH or not is_id(parts[1]):
        return None
    which: Literal["own", "first", "last"] = (
        "own" if parts[0] == "own" else "first" if parts[0] == "first" else "last"
    )
    if len(parts) == 2:
        return Reference(text, parts[1], which)
    return (
        Reference(text, parts[1], which, parts[3])
        if parts[2] == "in" and which != "own" and is_id(parts[3])
        else None
    )


def _refusal(text: str, words: Words) -> Misread:
    """Return why a text is no deadline, with the right text where plain English can be put right."""
    parts = text.lower().replace("workdays", "working days").split()
    parts = [str(_NUMBERS.index(part) + 1) if part in _NUMBERS else part for part in parts]
    if parts[:1] == ["within"] and "of" in parts:
        parts = [*parts[1 : parts.index("of")], "after", *parts[parts.index("of") + 1 :]]
    if parts[:1] in (["by"], ["on"], ["at"]):
        parts = parts[1:]
    guess = " ".join(parts)
    found = _leaning(guess, words) if guess != text else None
    return Misread(
        "malformed-deadline",
        f"'{text}' is neither a date nor a deadline",
        f"Write {guess}." if found else _ADVICE,
    )
