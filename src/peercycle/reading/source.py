"""From bytes to text: what is no readable text is refused with one sentence and a place."""

from typing import Final, NamedTuple

from peercycle.diagnostics.fault import Diagnostic, Span
from peercycle.diagnostics.lines import WHOLE_FILE


class Kind(NamedTuple):
    """What a text is read as, in its messages: what it is called, the line it begins with, and what to do with no text."""

    name: str
    begins: str
    instead: str


CYCLE: Final = Kind("cycle file", "format: 1", "Name the cycle file, which ends in .yaml.")
LARGEST = 16 * 1024 * 1024
LONGEST_LINE = 64 * 1024
_SAVE = "Save the file as UTF-8 text."
_NOT_TEXT = (
    (b"PK\x03\x04", "this is a Word, Excel or zip file, not a text file"),
    (b"\xd0\xcf\x11\xe0", "this is an old Word or Excel file, not a text file"),
    (b"%PDF", "this is a PDF file, not a text file"),
    (b"\x1f\x8b", "this is a compressed file, not a text file"),
    (b"\x89PNG", "this is a picture, not a text file"),
    (b"\xff\xd8\xff", "this is a picture, not a text file"),
    (b"SQLite format 3", "this is a database, not a text file"),
)
_WIDE = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)


def decode(name: str, raw: bytes, kind: Kind = CYCLE) -> tuple[str | None, list[Diagnostic]]:
    """Return the text of a file, without its byte order mark, or None and why it cannot be read."""
    if len(raw) > LARGEST:
        sentence = f"the file has more than 16 MiB, more than any {kind.name} has"
        return None, [_refused(name, "too-large", sentence)]
    if not raw.removeprefix(b"\xef\xbb\xbf"):
        return None, [_refused(name, "unreadable-file", "the file is empty", begins(kind))]
    if unreadable := _not_utf8(name, raw, kind) or _long_line(name, raw):
        return None, [unreadable]
    return raw.decode("utf-8-sig"), []


def begins(kind: Kind) -> str:
    """Return what the first line of a text of this kind is, as advice."""
    return f"A {kind.name} begins with the line: {kind.begins}"


def _not_utf8(name: str, raw: bytes, kind: Kind) -> Diagnostic | None:
    for start, sentence in _NOT_TEXT:
        if raw.startswith(start):
            return _refused(name, "unreadable-file", sentence, kind.instead)
    for start, encoding in _WIDE:
        if raw.startswith(start):
            return _refused(
                name, "unreadable-file", f"the file is written in {encoding}, not in UTF-8", _SAVE
            )
    if (nul := raw.find(b"\0")) >= 0:
        halved = raw[:200].count(b"\0") * 3 > len(raw[:200])
        hint = "It looks like UTF-16. Save the file as UTF-8 text." if halved else _SAVE
        return _refused(
            name, "unreadable-file", "the file holds a NUL character, which no text has", hint, _at(raw, nul)
        )
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError as error:
        sentence = f"the file is not written in UTF-8: byte {raw[error.start]:02x} cannot stand here"
        return _refused(name, "unreadable-file", sentence, _SAVE, _at(raw, error.start))
    return None


def _long_line(name: str, raw: bytes) -> Diagnostic | None:
    lines = raw.splitlines() if len(raw) > LONGEST_LINE else []
    if max(map(len, lines), default=0) <= LONGEST_LINE:
        return None
    for number, line in enumerate(lines, 1):
        if len(line) > LONGEST_LINE:
            sentence = f"this line is {len(line):,} bytes long; a line has at most {LONGEST_LINE:,}"
            return _refused(
                name, "too-large", sentence, "Put long texts under >- on lines of their own.", (number, 1)
            )
    return None


def _at(raw: bytes, offset: int) -> tuple[int, int]:
    """Return the line and column of a byte; all before it are UTF-8, or are shown as well as they can be."""
    before = raw[:offset].removeprefix(b"\xef\xbb\xbf").decode("utf-8", errors="replace")
    before = before.replace("\r\n", "\n").replace("\r", "\n")
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def _refused(
    name: str, rule: str, message: str, hint: str = "", at: tuple[int, int] = WHOLE_FILE[:2]
) -> Diagnostic:
    span = Span(*at, *at)
    return Diagnostic(name, span, rule, "error", message, hint, "", ())
