"""Data kept from becoming markup: every text that a template prints passes through here."""

import re
from typing import Final

from peercycle.diagnostics.show import show

_ANYWHERE: Final = re.compile(r"[\\*_`~\[\]<{|]|&(?=#?\w*(;|$))|(?<= )#(?=#*$)")
_AT_START: Final = re.compile(r"[-+#>=:!.)]|\d+(?=[.)])")
_BACKSLASH: Final = "&#92;"
"""A backslash before a bar would join the cells of a table, doubled or not; a character reference does not."""


def clean(text: str) -> str:
    """Return a text on one line, single-spaced, what is invisible in it made visible."""
    return show(" ".join(text.split()))


def as_markdown(text: str) -> str:
    """Return a text as Markdown that reads as just this text wherever it stands, at the start of a line too."""
    escaped = _ANYWHERE.sub(_escape, clean(text))
    start = _AT_START.match(escaped)
    if start is None:
        return escaped
    number = start[0] if start[0].isdigit() else ""
    return f"{number}\\{escaped[len(number) :]}"


def _escape(match: re.Match[str]) -> str:
    return _BACKSLASH if match[0] == "\\" else "\\" + match[0]
