"""A filled-in workbook read back: the cells of the sheets asked for, each with its address.

It is read part by part rather than by openpyxl, whose cost nothing bounds: a workbook of a few kilobytes can name one
sheet thousands of times or share one long formula among thousands of cells. What is a date is openpyxl's to say.
"""

import posixpath
import re
from collections.abc import Collection, Mapping
from datetime import datetime
from math import isfinite
from pathlib import Path
from typing import Any, Final

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser, ParseError
from openpyxl.styles.numbers import builtin_format_code, is_date_format
from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH, from_excel

from peercycle.schedule.cells import Cell, Grid, letters
from peercycle.workspace.unpacking import Package, Unreadable

MOST_ROWS: Final = 20_000
MOST_COLUMNS: Final = 500
MOST_SHEETS: Final = 200
_LONGEST_FORMAT: Final = 255
_ADDRESS: Final = re.compile("([A-Z]{1,3})([1-9][0-9]{0,6})")
_ESCAPED: Final = re.compile("_x([0-9A-Fa-f]{4})_")


def returned(path: Path, wanted: Collection[str]) -> tuple[list[Grid], list[str]]:
    """Return the sheets of these names with their cells, and the names of all others; raises Unreadable, FileTrouble."""
    package = Package(path)
    book = _Book()
    _parse(package, "xl/workbook.xml", book)
    if len(book.sheets) > MOST_SHEETS:
        raise Unreadable("it holds far more than any tracker", "Is it the right file?")
    links, texts, styles = _Links(), _Texts(), _Styles()
    _parse(package, "xl/_rels/workbook.xml.rels", links)
    for kind, target in (("sharedStrings", texts), ("styles", styles)):
        _parse(package, links.first(kind), target)
    grids, read = [], set[str]()
    for name, link in book.sheets.items():
        part = links.targets.get(link, "")
        if name in wanted and part not in read:
            read.add(part)
            sheet = _Sheet(name, texts.found, styles, mac=book.mac)
            _parse(package, part, sheet)
            grids.append(Grid(name, list(sheet.rows.values())))
    return grids, [name for name in book.sheets if name not in wanted]


def _parse(package: Package, part: str, target: "_Part") -> None:
    raw = package.part(part)
    if not raw:
        return
    parser = DefusedXMLParser(target=target, forbid_dtd=True)
    try:
        parser.feed(raw)  # at once: a long tag that comes in pieces is read anew with each piece
        parser.close()
    except DefusedXmlException:
        raise Unreadable("it declares entities of its own, which no spreadsheet does") from None
    except (ParseError, ValueError, OverflowError, LookupError, RecursionError):
        raise Unreadable(f"its part {part} is damaged", "Save it once more, or send it again.") from None


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


class _Part:
    """What reads one part as it is parsed; nothing of it is kept but what is asked for."""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take note of the beginning of an element."""

    def end(self, tag: str) -> None:
        """Take note of the end of an element."""

    def data(self, text: str) -> None:
        """Take note of text."""

    def close(self) -> None:
        """Take note of the end."""


class _Book(_Part):
    """The sheets of a workbook, each with the id of the link to it, and from which day it counts."""

    def __init__(self) -> None:
        self.sheets: dict[str, str] = {}
        self.mac = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Note a sheet, or the calendar."""
        if _local(tag) == "sheet":
            link = next((value for key, value in attributes.items() if _local(key) == "id"), "")
            self.sheets.setdefault(attributes.get("name", ""), link)
        elif _local(tag) == "workbookPr":
            self.mac = attributes.get("date1904") in ("1", "true")


class _Links(_Part):
    """Which part each link of the workbook leads to."""

    def __init__(self) -> None:
        self.targets: dict[str, str] = {}
        self._kinds: dict[str, str] = {}

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Note a link."""
        if _local(tag) == "Relationship" and attributes.get("TargetMode") != "External":
            part = posixpath.normpath(posixpath.join("/xl", attributes.get("Target", ""))).lstrip("/")
            self.targets[attributes.get("Id", "")] = part
            self._kinds.setdefault(attributes.get("Type", "").rpartition("/")[2], part)

    def first(self, kind: str) -> str:
        """Return the part that the first link of a kind leads to, "" without one."""
        return self._kinds.get(kind, "")


class _Texts(_Part):
    """The texts that cells share."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._pieces: list[str] = []
        self._open = False
        self._beside = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:  # noqa: ARG002
        """Begin a text, or a piece of it; how it is pronounced is no part of it."""
        name = _local(tag)
        if name == "si":
            self._pieces = []
        elif name == "rPh":
            self._beside += 1
        self._open = name == "t" and not self._beside

    def end(self, tag: str) -> None:
        """End a text, or a piece of it."""
        name = _local(tag)
        self._open = False
        if name == "si":
            self.found.append("".join(self._pieces))
        elif name == "rPh":
            self._beside -= 1

    def data(self, text: str) -> None:
        """Take a piece of a text."""
        if self._open:
            self._pieces.append(text)


class _Styles(_Part):
    """Which of the styles of cells show a number as a date."""

    def __init__(self) -> None:
        self.dates: list[bool] = []
        self._codes: dict[str, str] = {}
        self._within = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Note a format, or a style."""
        name = _local(tag)
        if name == "numFmt":
            self._codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")[:_LONGEST_FORMAT]
        elif name == "cellXfs":
            self._within = True
        elif name == "xf" and self._within:
            number = attributes.get("numFmtId", "0")
            self.dates.append(
                bool(is_date_format(self._codes.get(number) or builtin_format_code(int(number))))
            )

    def end(self, tag: str) -> None:
        """Leave the styles of cells."""
        if _local(tag) == "cellXfs":
            self._within = False


class _Sheet(_Part):
    """The cells of one sheet that are not empty."""

    def __init__(self, name: str, texts: list[str], styles: _Styles, *, mac: bool) -> None:
        self.rows: dict[int, list[Cell]] = {}
        self._name = name
        self._texts = texts
        self._styles = styles
        self._epoch = MAC_EPOCH if mac else WINDOWS_EPOCH
        self._row = self._column = self._beside = 0
        self._kind = ""
        self._dated = self._formula = self._open = False
        self._pieces: list[str] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Begin a row, a cell, or what stands in it."""
        name = _local(tag)
        if name == "c":
            self._begin(attributes)
        elif name == "row":
            self._row, self._column = _counted(attributes.get("r") or str(self._row + 1)), 0
        elif name == "f":
            self._formula = True
        elif name == "rPh":
            self._beside += 1
        self._open = name in ("v", "t") and not self._beside

    def _begin(self, attributes: Mapping[str, str]) -> None:
        self._column += 1
        if at := _ADDRESS.fullmatch(attributes.get("r", "")):
            self._column = _number(at[1])
            self._row = int(at[2])
        style = _counted(attributes.get("s") or "0")
        self._dated = style < len(self._styles.dates) and self._styles.dates[style]
        self._kind, self._formula, self._pieces = attributes.get("t", "n"), False, []

    def data(self, text: str) -> None:
        """Take a piece of what stands in a cell."""
        if self._open:
            self._pieces.append(text)

    def end(self, tag: str) -> None:
        """End a cell, or what stands in it."""
        name = _local(tag)
        self._open = False
        if name == "rPh":
            self._beside -= 1
        elif name == "c" and (self._formula or self._pieces):
            self._keep("".join(self._pieces))

    def _keep(self, raw: str) -> None:
        if self._row > MOST_ROWS or self._column > MOST_COLUMNS:
            where = f"{self._name}!{letters(self._column)}{self._row}"
            raise Unreadable(
                f"{where}: a tracker has at most {MOST_ROWS:,} rows and {MOST_COLUMNS} columns",
                "Is it the right file?",
            )
        value = ("formula", raw, None) if self._formula else self._value(raw)
        if value[0] != "text" or value[1].strip():
            self.rows.setdefault(self._row, []).append(Cell(self._name, self._row, self._column, *value))

    def _value(self, raw: str) -> Any:
        """Return kind, text and day of what stands in a cell."""
        if self._kind == "s":
            return "text", _unescaped(self._texts[_counted(raw)]), None
        if self._kind in ("inlineStr", "str"):
            return "text", _unescaped(raw), None
        if self._kind == "b":
            return "truth", "TRUE" if raw == "1" else "FALSE", None
        if self._kind == "e":
            return "error", raw, None
        if self._kind == "d":
            return "day", raw, datetime.fromisoformat(raw).date()
        return self._number(raw)

    def _number(self, raw: str) -> Any:
        number = float(raw)
        if self._dated and isfinite(number):
            try:
                moment = from_excel(number, self._epoch)
            except (OverflowError, ValueError):
                return "number", raw, None
            if isinstance(moment, datetime):
                return "day", raw, moment.date()
            return "time", raw, None
        return "number", raw, None


def _number(column: str) -> int:
    found = 0
    for letter in column:
        found = found * 26 + ord(letter) - ord("A") + 1
    return found


def _counted(text: str) -> int:
    """Return a number that counts something; raises ValueError for any other."""
    if not text.isascii() or not text.isdigit():
        raise ValueError(text[:_LONGEST_FORMAT])
    return int(text)


def _unescaped(text: str) -> str:
    """Return a text with the characters that a spreadsheet writes as _x000D_."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
