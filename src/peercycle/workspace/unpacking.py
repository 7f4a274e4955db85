"""A workbook taken apart before anything in it is believed: what is no workbook, or would cost too much, is refused."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Final
from zipfile import ZipFile, ZipInfo

from peercycle.exports.office_package import DAMAGE, MOST_MARKS, OLD, too_large
from peercycle.workspace.files import LARGEST, read

MOST_UNPACKED: Final = 64 * 1024 * 1024
MOST_TIMES: Final = 200
"""How many times its packed size a workbook of more than a mebibyte may have: real ones have ten to fifty."""
_SAVE: Final = "Save it in Excel as an Excel workbook (.xlsx)."


class Unreadable(Exception):
    """A file that is not read as a workbook: why not, and what to do about it."""

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice


class Package:
    """The parts of a workbook, each unpacked only when it is asked for; raises Unreadable where it is not to be read."""

    def __init__(self, path: Path) -> None:
        raw = read(path, wanted="an Excel workbook")
        if len(raw) > LARGEST:
            raise Unreadable(f"it has more than {LARGEST >> 20} MiB, more than any tracker")
        _refuse_others(raw)
        try:
            self._zip = ZipFile(BytesIO(raw))
        except DAMAGE:
            raise Unreadable("it is damaged", "Save it once more, or send it again.") from None
        entries = self._zip.infolist()
        _refuse_bombs(entries)
        self._entries = {entry.filename: entry for entry in entries}
        self._left, self._marks = MOST_UNPACKED, MOST_MARKS
        for sentence in self._hostile():
            raise Unreadable(*sentence)

    def part(self, name: str) -> bytes:
        """Return a part by its name, empty where there is none; raises Unreadable where it is too much or damaged."""
        entry = self._entries.get(name)
        if entry is None:
            return b""
        try:
            with self._zip.open(entry) as packed:
                found = packed.read(self._left + 1)
        except DAMAGE:
            raise Unreadable(f"its part {name} is damaged", "Save it once more, or send it again.") from None
        self._left -= len(found)
        self._marks -= found.count(b"<")
        if self._left < 0 or self._marks < 0:
            raise Unreadable("it holds far more than any tracker", "Is it the right file?")
        return found

    def _hostile(self) -> Iterator[tuple[str, str]]:
        """Yield what a workbook holds that no tracker does: why it is refused, and what to do."""
        if any(entry.flag_bits & 1 for entry in self._entries.values()):
            yield "it has a password", "Save it without one."
        names = {name.casefold() for name in self._entries}
        if "mimetype" in names and "content.xml" in names:
            yield "it is an OpenDocument file", _SAVE
        if "xl/workbook.bin" in names:
            yield "it is a binary workbook (.xlsb)", _SAVE
        if "xl/workbook.xml" not in self._entries:
            yield "it is no Excel workbook", _SAVE
        macros = any(name.endswith("vbaproject.bin") or "/macrosheets/" in name for name in names)
        if macros or b"macroenabled" in self.part("[Content_Types].xml").lower():
            yield "it holds macros", f"{_SAVE} Macros are never read."
        if any(name.startswith(("xl/externallinks/", "xl/connections")) for name in names):
            yield "it is linked to other files", "Break its links (Data, Edit Links) and save it again."


def _refuse_others(raw: bytes) -> None:
    """Refuse what by its first bytes is something else."""
    if not raw:
        raise Unreadable("it is empty")
    if raw.startswith(OLD):
        if "EncryptedPackage".encode("utf-16-le") in raw:
            raise Unreadable("it has a password", "Save it without one.")
        raise Unreadable("it is a workbook of an old kind (.xls)", _SAVE)
    if not raw.startswith(b"PK"):
        raise Unreadable("it is no Excel workbook", _SAVE)


def _refuse_bombs(entries: list[ZipInfo]) -> None:
    """Refuse by its directory what would unpack to far more than a tracker is."""
    packed, unpacked = (sum(getattr(e, size) for e in entries) for size in ("compress_size", "file_size"))
    dense = unpacked > 1024 * 1024 and unpacked > packed * MOST_TIMES
    if dense or too_large(entries, MOST_UNPACKED):
        raise Unreadable("it would unpack to far more than any tracker holds", "Is it the right file?")
