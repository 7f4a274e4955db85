"""From the bytes of a log to its text: what editors do to a file is read past, and told."""

import re
from typing import Final

from peercycle.diagnostics.fault import Span
from peercycle.diagnostics.lines import WHOLE_FILE
from peercycle.progress.damage import ATTRIBUTES, Damage

LINE_END: Final = re.compile("\r\n|\n|\r")
_UTF_16: Final = (b"\xff\xfe", b"\xfe\xff")
_UNDECODED: Final = re.compile("[\udc80-\udcff]")
_INSTEAD: Final = "\N{REPLACEMENT CHARACTER}"


def decoded(raw: bytes, damage: Damage) -> str:
    """Return the text of a log without a byte order mark; a byte that is not UTF-8 becomes a sign of its own."""
    if raw.startswith(_UTF_16):
        raw = raw[2:].replace(b"\0", b"")  # not all of it may be UTF-16: peercycle appends UTF-8
        hint = "Plain letters are read all the same. Save the file as UTF-8."
        damage.torn(WHOLE_FILE, "the file is written in UTF-16, not in UTF-8", hint)
    try:
        text = raw.decode()
    except UnicodeDecodeError:
        text = _patched(raw.decode(errors="surrogateescape"), damage)
    if text.startswith("\ufeff"):
        text = text[1:]
        hint = "Nothing is lost by it. Save the file as UTF-8 without BOM."
        damage.torn(WHOLE_FILE, "the file begins with a byte order mark", hint)
    if "\r" in text:
        _returns(text, damage)
    return text


def _patched(text: str, damage: Damage) -> str:
    for number, line in enumerate(LINE_END.split(text), 1):
        if found := _UNDECODED.search(line):
            byte = ord(found.group()) - 0xDC00
            span = Span(number, found.start() + 1, number, found.end() + 1)
            hint = "Write the letter that is meant, and save the file as UTF-8."
            damage.torn(span, f"byte {byte:02x} is not UTF-8, and is read as {_INSTEAD}", hint)
    return _UNDECODED.sub(_INSTEAD, text)


def _returns(text: str, damage: Damage) -> None:
    at = text.index("\r")
    number, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
    message = "lines end with CR here, as Windows writes them, and not with LF alone"
    hint = (
        f"Nothing is lost by it. Save the file with LF. For git, .gitattributes needs the line: {ATTRIBUTES}"
    )
    damage.torn(Span(number, column, number, column + 1), message, hint)
