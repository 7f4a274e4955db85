"""The plain values of a cycle file, each read from text: ids, lists, numbers, yes or no, lengths of time."""

import re
from typing import Final, NamedTuple

from peercycle.model.ids import RESERVED, is_id, slugged
from peercycle.model.phrase import TBC, Misread, expect_text
from peercycle.model.words import Words

_NAME: Final = re.compile(r"[A-Za-z0-9]+(?:[.-]+[A-Za-z0-9]+)*")
UNITS: Final = ("working day", "day", "week", "month")
NUMBERS: Final = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *(
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
    ),
)
"""The numbers that people write out, from one."""


class Quantity(NamedTuple):
    """An amount of time in one of `UNITS`."""

    amount: int
    unit: str


def in_figures(word: str) -> str:
    """Return a number written out in figures; any other word as it is."""
    return str(NUMBERS.index(word) + 1) if word in NUMBERS else word


def read_id(value: object) -> str:
    """Return an id; raises Misread with the nearest id that could be one."""
    text = expect_text(value)
    if is_id(text):
        return text
    if text in RESERVED:
        raise Misread(
            "malformed-id", f"'{text}' cannot be an id: it has a meaning of its own", "Add a word to it."
        )
    slug = slugged(text)
    if text and slug == text:
        raise Misread("malformed-id", f"'{text}' cannot be an id: it is a date", "Name it in words.")
    message = f"'{text}' cannot be an id: small letters, digits and single hyphens only"
    raise Misread(
        "malformed-id", message, f"Write {slug}." if is_id(slug) else "Write it as in: submit-self-view."
    )


def read_line(value: object) -> str:
    """Return a text that is not empty, without the space around it; raises Misread."""
    text = expect_text(value).strip()
    if not text:
        raise Misread("wrong-type", "a text is wanted here, not an empty one")
    return text


def read_name(value: object) -> str:
    """Return the name of a cycle, which names files, too: letters, digits, dots and hyphens; raises Misread."""
    text = read_line(value)
    if _NAME.fullmatch(text):
        return text
    meant = re.sub(r"[^A-Za-z0-9.]+", "-", text).strip("-.")
    message = f"'{text}' cannot name a cycle: letters, digits, dots and hyphens only"
    hint = f"Write {meant}." if _NAME.fullmatch(meant) else "Write it as in: 2017-18."
    raise Misread("malformed-id", message, hint)


def read_title(value: object) -> str:
    """Return a text that must be known: neither empty nor TBC; raises Misread."""
    text = read_line(value)
    if text == TBC:
        raise Misread(
            "wrong-type", "TBC cannot stand here", "Say what it is, and write TBC for its day or its owner."
        )
    return text


def read_number(value: object) -> int:
    """Return a whole number; raises Misread."""
    text = expect_text(value)
    if text.isascii() and text.isdigit() and len(text) < 7:
        return int(text)
    first = in_figures(text.lower().replace(",", "").partition(" ")[0])
    hint = (
        f"Write {first}."
        if first.isascii() and first.isdigit() and len(first) < 7
        else "Write it in figures, as in 12."
    )
    raise Misread("malformed-quantity", f"a whole number is wanted here, not '{text}'", hint)


def read_number_or_tbc(value: object) -> int | None:
    """Return a whole number, None for TBC; raises Misread."""
    return None if value == TBC else read_number(value)


def read_yes(value: object) -> bool:
    """Return true or false; nothing else means yes or no. Raises Misread."""
    text = expect_text(value)
    if text in ("true", "false"):
        return text == "true"
    meant = {"yes": "true", "y": "true", "on": "true", "no": "false", "n": "false", "off": "false"}
    word = meant.get(text.lower(), text.lower())
    hint = f"Write {word}." if word in ("true", "false") else "Write true or false."
    raise Misread("malformed-quantity", f"true or false is wanted here, not '{text}'", hint)


def read_length(value: object) -> Quantity:
    """Return an amount of time, such as "10 working days"; raises Misread."""
    text = " ".join(expect_text(value).split())
    if found := _length(text):
        return found
    words = text.lower().replace("workdays", "working days").replace("workday", "working day").split()
    if words[:1] in (["a"], ["an"]):
        words[0] = "1"
    mended = " ".join(map(in_figures, words))
    if mended.isascii() and mended.isdigit():
        hint = f"Write {mended} working days, {mended} days, {mended} weeks or {mended} months."
    else:
        hint = f"Write {mended}." if _length(mended) else "Write it as in: 10 working days."
    raise Misread("malformed-quantity", f"'{text}' is not a length of time", hint)


def _length(text: str) -> Quantity | None:
    amount, _, unit = text.partition(" ")
    unit = unit.removesuffix("s")
    known = amount.isascii() and amount.isdigit() and len(amount) < 5 and unit in UNITS
    return Quantity(int(amount), unit) if known else None


def read_kind(value: object, words: Words) -> str:
    """Return what a paper is one per, "authority" or "group", by either's own word too; raises Misread."""
    text = " ".join(expect_text(value).split())
    neutral = words.neutral(text)
    if neutral in ("authority", "group"):
        return neutral
    one = words.neutral(text.lower().removeprefix("each ").removeprefix("per "))
    meant = {"authority": words.authority, "group": words.group}.get(one)
    advice = (
        f"Write {words.authority} or {words.group}, or leave the key out for one paper of the whole cycle."
    )
    message = f"'{text}' is neither {words.authority} nor {words.group}"
    raise Misread("wrong-type", message, f"Write {meant}." if meant else advice)
