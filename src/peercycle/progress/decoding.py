"""From the bytes of a log to its text: what editors do to a file is read past, and told."""

import re
from collections.abc import Iterator
from typing import Final

from peercycle.diagnostics.fault import Span
from peercycle.diagnostics.lines import WHOLE_FILE
from peercycle.progress.damage import ATTRIBUTES, Damage

LINE_END: Final = re.compile("\r\n|\n|\r")
_BYTES_END: Final = re.compile(b"\r\n|\n|\r")
_UTF_16: Final = (b"\xff\xfe", b"\xfe\xff")
_UTF_8: Final = b"\xef\xbb\xbf"


def decoded(raw: bytes, damage: Damage) -> str:
    """Return the text of a log without a byte order mark; what is not UTF-8 becomes a sign of its own."""
    if raw.startswith(_UTF_16):
        raw = raw[2:].replace(b"\0", b"")  # not all of it may be UTF-16: peercycle appends UTF-8
        hint = "Plain letters are read all the same. Save the file as UTF-8."
        damage.torn(WHOLE_FILE, "the file is written in UTF-16, not in UTF-8", hint)
    if raw.startswith(_UTF_8):
        raw = raw[3:]
        hint = "Nothing is lost by it. Save the file as UTF-8 without BOM."
        damage.torn(WHOLE_FILE, "the file begins with a byte order mark", hint)
    try:
        text = raw.decode()
    except UnicodeDecodeError:
        text = raw.decode(errors="replace")
        _undecoded(raw, damage)
    if "\r" in text:
        _returns(text, damage)
    return text


def _undecoded(raw: bytes, damage: Damage) -> None:
    """Note the first byte on each line that is not UTF-8."""
    hint = "Write the letter that is meant, and save the file as UTF-8."
    for number, line in enumerate(_lines(raw), 1):
        try:
            line.decode()
        except UnicodeDecodeError as error:
            column = len(line[: error.start].decode()) + 1
            message = f"byte {line[error.start]:02x} is not UTF-8, and is read as \N{REPLACEMENT CHARACTER}"
            damage.torn(Span(number, column, number, column + 1), message, hint)
        if damage.full:
            return


def _lines(raw: bytes) -> Iterator[bytes]:
    start = 0
    for end in _BYTES_END.finditer(raw):
        yield raw[start : end.start()]
        start = end.end()
    yield raw[start:]


def _returns(text: str, damage: Damage) -> None:
    at = text.index("\r")
    number, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
    message = "lines end with CR here, as Windows writes them, and not with LF alone"
    hint = (
        f"Nothing is lost by it. Save the file with LF. For git, .gitattributes needs the line: {ATTRIBUTES}"
    )
    damage.torn(Span(number, column, number, column + 1), message, hint)
