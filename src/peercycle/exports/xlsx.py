"""Excel workbooks: one table a sheet, every text of the cycle a text and never a formula, the same input the same bytes."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from io import BytesIO
from typing import Any, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import defusedxml.ElementTree  # noqa: F401 - the extra brings both, and reading back wants it
from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.table import Table, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from peercycle.documents.tracker import Book, Heading, Page
from peercycle.exports import LANGUAGE
from peercycle.schedule.tracking import READ_ME, Value

LONGEST: Final = 32_767
"""Characters that a cell holds."""
DAY: Final = "[$-809]ddd d mmm yyyy"
"""How a day is shown, in British English whatever the reader's settings: Fri 20 Nov 2026."""
_LONGEST_NOTE: Final = 10_000
_WIDTHS: Final = {"fixed": (12, 50), "state": (12, 12), "day": (17, 17), "note": (44, 44), "key": (12, 60)}
_EDITED: Final = PatternFill("solid", fgColor="FFF7E0")
_HEADER: Final = PatternFill("solid", fgColor="1D3557")
_GREY: Final = "595959"
_FACE: Final = "Calibri"
_FONTS: Final = {
    "title": Font(_FACE, size=18, bold=True),
    "heading": Font(_FACE, size=13, bold=True),
    "text": Font(_FACE, size=11),
    "fine": Font(_FACE, size=9, color=_GREY),
}
_HEIGHTS: Final = {"title": 26, "heading": 30, "text": 16, "fine": 26}
"""Points of one line of each kind of paragraph; few programs make room by themselves for a text that is wrapped."""
_LINE: Final = 78
_WRAPPED: Final = ("fixed", "note")
_MOST_LINES: Final = 8
_LONGEST_PRINTED: Final = 120
_HEADER_HEIGHT: Final = 48
_RULE: Final = Border(bottom=Side("thin", color="D0D0D0"))
_DAY_NOUGHT: Final = date(1899, 12, 30)
"""The day from which spreadsheets count."""
_LIVE: Final = tuple("=+-@")
_ESCAPE: Final = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
"""What would be read as an escaped character, as in _x0041_."""


def workbook(book: Book) -> bytes:
    """Return the bytes of a workbook."""
    made = Workbook()
    made.remove(made.worksheets[0])
    _read_me(made.create_sheet(READ_ME), book)
    for page in book.pages:
        _page(made.create_sheet(page.name), page, book)
    noon = datetime.combine(book.made, time(12))
    properties = made.properties
    properties.title, properties.language, properties.creator = book.title, LANGUAGE, "peercycle"
    properties.created = properties.modified = noon
    return _packed(made)


def _packed(made: Workbook) -> bytes:
    """Return a workbook's bytes with no trace of when they were put together."""
    loose, packed = BytesIO(), BytesIO()
    ExcelWriter(made, ZipFile(loose, "w")).save()  # its own save() would set the time of now
    with ZipFile(loose) as source, ZipFile(packed, "w") as target:
        for name in source.namelist():
            target.writestr(ZipInfo(name), source.read(name), ZIP_DEFLATED)
    return packed.getvalue()


def _read_me(sheet: Worksheet, book: Book) -> None:
    sheet.column_dimensions["A"].width = 72
    sheet.sheet_view.showGridLines = False
    for number, (style, text) in enumerate(book.opening, 1):
        cell = _put(sheet, number, 1, text)
        cell.font = _FONTS[style]
        cell.alignment = Alignment(
            wrap_text=True, vertical="bottom" if style in ("heading", "fine") else "top"
        )
        sheet.row_dimensions[number].height = _HEIGHTS[style] + 15 * (len(text) // _LINE)
    _printing(sheet, book)


def _page(sheet: Worksheet, page: Page, book: Book) -> None:
    for column, heading in enumerate(page.headings, 1):
        cell = _put(sheet, 1, column, heading.header)
        cell.font, cell.fill = Font(_FACE, bold=True, color="FFFFFF"), _HEADER
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        dimension = sheet.column_dimensions[get_column_letter(column)]
        dimension.width = _width(heading, [row[column - 1] for row in page.rows])
        dimension.hidden = heading.kind == "key"
        for number, row in enumerate(page.rows, 2):
            _look(_put(sheet, number, column, row[column - 1]), heading)
    sheet.row_dimensions[1].height = _HEADER_HEIGHT
    for number, row in enumerate(page.rows, 2):
        if (lines := _lines(page.headings, row)) > 1:
            sheet.row_dimensions[number].height = 15 * lines
    for validation in _validations(page, book.first):
        sheet.add_data_validation(validation)
    if page.rows:
        end = f"{get_column_letter(len(page.headings))}{len(page.rows) + 1}"
        table = Table(displayName=page.name.capitalize(), ref=f"A1:{end}")
        table.tableStyleInfo = TableStyleInfo("TableStyleLight1", showRowStripes=True)
        sheet.add_table(table)
    sheet.freeze_panes = "C2" if page.headings[1].kind == "fixed" else "B2"
    if page.hidden:
        sheet.sheet_state = "hidden"
    _printing(sheet, book)


def _put(sheet: Worksheet, row: int, column: int, value: Value) -> Cell:
    """Return a cell with a value put into it: a day as a day, anything else as a text that stays one when edited."""
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)  # noqa: S101 - nothing is merged here
    if isinstance(value, date):
        cell.value = value
        cell.number_format = DAY
    elif value:
        cell.value = _ESCAPE.sub("_x005F_", value)[:LONGEST]
        cell.data_type = "s"
        if value.startswith(_LIVE):
            cell.quotePrefix = True
    return cell


def _look(cell: Cell, heading: Heading) -> None:
    edited = heading.kind == "note" or (heading.kind == "day" and cell.data_type != "s")
    cell.border = _RULE
    cell.alignment = Alignment(vertical="top", wrap_text=heading.kind in _WRAPPED, horizontal="left")
    if edited:
        cell.fill = _EDITED
    elif heading.kind == "day":
        cell.font = Font(_FACE, color=_GREY)
    if heading.kind == "day":
        cell.number_format = DAY
    if heading.kind == "note":
        cell.number_format = "@"  # what is typed here is a text, whatever it begins with


def _width(heading: Heading, values: list[Value]) -> int:
    least, most = _WIDTHS[heading.kind]
    texts = [len(value) if isinstance(value, str) else 15 for value in values if value]
    word = max(map(len, heading.header.split()), default=0)
    return min(max([least, word + 3, *(length + 2 for length in texts)]), most)


def _lines(headings: Sequence[Heading], row: Sequence[Value]) -> int:
    """Return how many lines the longest text of a row takes where it is wrapped."""
    texts = [
        (value, _WIDTHS[heading.kind][1] - 2)
        for heading, value in zip(headings, row, strict=True)
        if isinstance(value, str) and heading.kind in _WRAPPED
    ]
    return min(max((-(-len(text) // room) for text, room in texts), default=1), _MOST_LINES)


def _validations(page: Page, first: date) -> Iterator[DataValidation]:
    for column, heading in enumerate(page.headings, 1):
        if not page.rows or heading.kind not in ("state", "day", "note"):
            continue
        letter = get_column_letter(column)
        yield DataValidation(
            sqref=f"{letter}2:{letter}{len(page.rows) + 1}",
            allow_blank=True,
            showInputMessage=True,
            showErrorMessage=True,
            promptTitle=heading.header[:32],
            prompt=heading.prompt[:255],
            errorTitle=heading.header[:32],
            **_taken(heading, first),
        )


def _taken(heading: Heading, first: date) -> dict[str, Any]:
    """Return what a column takes; a day up to the one on which it is filled in."""
    if heading.kind == "state":
        words = ",".join(heading.choices)
        return {"type": "list", "formula1": f'"{words}"', "error": f"One of: {words}"}
    if heading.kind == "day":
        return {
            "type": "date",
            "operator": "between",
            "formula1": str((first - _DAY_NOUGHT).days),
            "formula2": "TODAY()",
            "error": f"A day from {first:%d/%m/%Y} to today, with four figures for the year.",
        }
    return {
        "type": "textLength",
        "operator": "lessThanOrEqual",
        "formula1": str(_LONGEST_NOTE),
        "error": f"At most {_LONGEST_NOTE:,} characters.",
    }


def _printing(sheet: Worksheet, book: Book) -> None:
    sheet.page_setup.orientation = "portrait" if sheet.title == READ_ME else "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    if sheet.title != READ_ME:
        sheet.print_title_rows = "1:1"
    footer = sheet.oddFooter
    header = sheet.oddHeader
    assert header is not None  # noqa: S101 - every new sheet has both
    assert footer is not None  # noqa: S101
    header.left.text, header.left.size = _printed(book.handling), 8
    footer.left.text, footer.left.size = _printed(book.provenance), 8
    footer.right.text, footer.right.size = "Page &P of &N", 8


def _printed(text: str) -> str:
    """Return a text for the head or the foot of a page, where `&` begins a code."""
    return text[:_LONGEST_PRINTED].replace("&", "&&")
