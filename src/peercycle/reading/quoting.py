"""A text as a YAML scalar that means just this text, to us and to any other reader: plain where it can be."""

import json
from collections.abc import Mapping
from datetime import date
from textwrap import wrap
from typing import Any, Final

import yaml

from peercycle.reading.events import load

WIDEST: Final = 100
"""The most columns of a line that is written, where it can be broken."""


def entry_lines(key: str, text: str, margin: str) -> list[str]:
    """Return the lines of a key with its text, in block style: a long text under `>-`, one of several lines under `|-`."""
    line = f"{margin}{key}: {scalar(text, in_flow=False)}"
    if "\n" in text:
        header, under = "|-", text.split("\n")
    elif len(line) > WIDEST:
        width = WIDEST - len(margin) - 2
        header, under = ">-", wrap(text, width, break_long_words=False, break_on_hyphens=False)
    else:
        return [line]
    lines = [f"{key}: {header}", *(f"  {part}".rstrip() for part in under)]
    loaded = load("quoted", "\n".join([*lines, "other: x"]))
    if (
        all(map(str.isprintable, under))
        and loaded.data == {key: text, "other": "x"}
        and not loaded.diagnostics
    ):
        return [f"{margin}{part}".rstrip() for part in lines]
    return [line]


def scalar(text: str, *, in_flow: bool) -> str:
    """Return a text plain, else between quotation marks."""
    if _plain(text, in_flow=in_flow):
        return text
    single = "'" + text.replace("'", "''") + "'"
    return (
        single
        if text.isprintable() and _means(single, text, in_flow=in_flow)
        else json.dumps(text, ensure_ascii=False)
    )


def flow(value: Mapping[str, Any]) -> str:
    """Return a mapping of texts on one line: `{december: The Pavilion, january: TBC}`."""
    parts = (
        f"{key}: {scalar(held, in_flow=True) if isinstance(held, str) else flow(held)}"
        for key, held in value.items()
    )
    return "{" + ", ".join(parts) + "}"


def _plain(text: str, *, in_flow: bool) -> bool:
    """Whether a text can stand without quotation marks, and no other reader takes it for nothing, a fraction or a yes."""
    if not text or text != text.strip() or not text.isprintable() or not _means(text, text, in_flow=in_flow):
        return False
    try:
        return type(yaml.safe_load(text)) in (str, int, date)
    except (yaml.YAMLError, ValueError):
        return False


def _means(written: str, text: str, *, in_flow: bool) -> bool:
    """Whether what is written reads as a text, with nothing to complain of."""
    line = f"{{key: {written}, other: x}}" if in_flow else f"key: {written}  # remark\nother: x\n"
    loaded = load("quoted", line)
    return loaded.data == {"key": text, "other": "x"} and not loaded.diagnostics
