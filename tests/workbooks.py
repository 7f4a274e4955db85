"""Workbooks for tests: a tracker filled in as a person would, and others taken apart and put together again."""

import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet


class Filling:
    """A copy of a tracker that is being filled in; rows are found by their keys, columns by their headers."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.book: Workbook = load_workbook(path)

    def sheet(self, name: str) -> Worksheet:
        """Return a sheet by its name."""
        sheet = self.book[name]
        assert isinstance(sheet, Worksheet)
        return sheet

    def place(self, key: str, header: str, sheet: str = "Tracker") -> tuple[int, int]:
        """Return the row of a key and the column of a header."""
        rows = list(self.sheet(sheet).iter_rows(values_only=True))
        column = rows[0].index(header)
        return next(n for n, row in enumerate(rows, 1) if row[rows[0].index("Key")] == key), column + 1

    def address(self, key: str, header: str, sheet: str = "Tracker") -> str:
        """Return where a key's row and a header's column meet: "Tracker!F12"."""
        row, column = self.place(key, header, sheet)
        return f"{sheet}!{self.sheet(sheet).cell(row, column).coordinate}"

    def put(self, key: str, header: str, value: Any, sheet: str = "Tracker") -> "Filling":
        """Put a value into a cell."""
        row, column = self.place(key, header, sheet)
        self.sheet(sheet).cell(row, column).value = value
        return self

    def save(self, name: str = "filled.xlsx") -> Path:
        """Save the copy under another name beside the tracker."""
        target = self.path.with_name(name)
        self.book.save(target)
        return target


def parts_of(path: Path) -> dict[str, bytes]:
    """Return the parts of a workbook by their names."""
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def put_together(target: Path, parts: Mapping[str, bytes]) -> Path:
    """Write a workbook of these parts."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return target


def tracker_part(parts: Mapping[str, bytes]) -> str:
    """Return the name of the part that holds the sheet Tracker, the second one."""
    assert b'name="Tracker"' in parts["xl/workbook.xml"]
    return "xl/worksheets/sheet2.xml"
