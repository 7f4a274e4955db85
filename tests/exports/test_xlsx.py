"""The tracker as a workbook, read back: structure, looks, nothing alive, the same bytes from the same input."""

import re
import zipfile
from datetime import date, datetime
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from peercycle.documents.edition import Edition
from peercycle.documents.escaping import clean
from peercycle.documents.tracker import tracker_book
from peercycle.exports.xlsx import workbook
from peercycle.model.cycle import Cycle
from peercycle.progress.fold import fold
from peercycle.progress.record import Record
from peercycle.schedule.plan import Plan
from peercycle.schedule.status import Status
from peercycle.workspace.logs import open_log
from peercycle.workspace.tracker import tracker
from tests.cycles.files import data, plan
from tests.documents.made import MADE_UP, REAL, edition, edition_of
from tests.documents.test_hostile import poisoned
from tests.hostile import PAYLOADS

HEADERS = [
    "Authority", "Action", "Who does it", "Due", "State", "Sent on", "Lead Member signed on",
    "Director of Children's Services signed on", "Chief Executive signed on", "Done on", "Note", "Key",
]  # fmt: skip
LIVE = re.compile(rb"<f[ >/]|<hyperlink|externalLink|vbaProject|<oleObject|<ddeLink|<mergeCell")


def recorded() -> Edition:
    """Return the made-up cycle with its log, on 23 November 2026."""
    progress = fold(open_log(MADE_UP).records, date(2026, 11, 23))
    return Edition(Status(plan(MADE_UP), date(2026, 11, 23), progress), "abc123")


@pytest.fixture(scope="module")
def raw() -> bytes:
    return workbook(tracker_book(recorded()))


@pytest.fixture
def book(raw: bytes) -> Workbook:
    return load_workbook(BytesIO(raw))


def sheet_of(book: Workbook, name: str) -> Worksheet:
    found = book[name]
    assert isinstance(found, Worksheet)
    return found


def test_its_sheets_and_properties(book: Workbook) -> None:
    assert [(sheet.title, sheet.sheet_state) for sheet in book.worksheets] == [
        ("Read me", "visible"), ("Tracker", "visible"), ("Meetings", "visible"), ("peercycle", "hidden"),
    ]  # fmt: skip
    assert book.properties.title == "Northmere: peer challenge tracker, 2026/27"
    assert book.properties.language == "en-GB"
    assert book.active is book.worksheets[0]


def test_each_sheet_is_one_table_with_its_header_frozen(book: Workbook) -> None:
    for name, ref, pane in (
        ("Tracker", "A1:L169", "C2"),
        ("Meetings", "A1:F36", "C2"),
        ("peercycle", "A1:C1464", "C2"),
    ):
        sheet = sheet_of(book, name)
        (table,) = sheet.tables.values()
        assert (table.ref, table.autoFilter.ref, sheet.freeze_panes) == (ref, ref, pane)
        assert [column.name for column in table.tableColumns] == [cell.value for cell in sheet[1]]
        assert not sheet.merged_cells.ranges
    assert [cell.value for cell in sheet_of(book, "Tracker")[1]] == HEADERS


def test_only_the_keys_are_hidden_and_days_have_room(book: Workbook) -> None:
    for name in ("Tracker", "Meetings"):
        sheet = sheet_of(book, name)
        headers = {get_column_letter(cell.column or 0): cell.value for cell in sheet[1]}
        hidden = [headers[key] for key, dimension in sheet.column_dimensions.items() if dimension.hidden]
        assert hidden == ["Key"]
        cells = [cell for row in sheet.iter_rows() for cell in row if isinstance(cell.value, datetime)]
        dated = {get_column_letter(cell.column or 0) for cell in cells}
        assert dated
        assert all(sheet.column_dimensions[letter].width >= 17 for letter in dated)


def test_days_are_days_and_all_else_is_text(book: Workbook) -> None:
    sheet = sheet_of(book, "Tracker")
    row = next(row for row in sheet.iter_rows() if row[-1].value == "return-mou/juniper-bay")
    day = datetime.fromisoformat
    assert [cell.value for cell in row] == [
        "Juniper Bay", "Return the signed memorandum of understanding", "Juniper Bay", day("2026-10-16"), "overdue",
        None, day("2026-10-14"), day("2026-10-12"), None, None, None, "return-mou/juniper-bay",
    ]  # fmt: skip
    assert row[3].number_format == row[5].number_format == "[$-809]ddd d mmm yyyy"
    other = next(row for row in sheet.iter_rows() if row[-1].value == "submit-self-view/vennside")
    assert other[7].value == other[8].value == "not needed"
    assert other[10].value == "Sent without the Lead Member's signature; it is to follow."


def test_what_is_not_one_day_stands_in_words() -> None:
    sheet = sheet_of(load_workbook(BytesIO(workbook(tracker_book(edition(REAL, "2017-11-20"))))), "Tracker")
    row = next(row for row in sheet.iter_rows() if row[-1].value == "secure-diaries/bolton")
    assert row[3].value == "before Thursday 1 February 2018"


def test_what_may_be_filled_in(book: Workbook) -> None:
    found = {
        str(held.sqref): (held.type, held.formula1, held.formula2, held.promptTitle, held.allow_blank)
        for held in sheet_of(book, "Tracker").data_validations.dataValidation
    }
    states = '"done,overdue,blocked,due,upcoming,undated"'
    assert found["E2:E169"] == ("list", states, None, "State", True)
    assert found["F2:F169"] == ("date", "46266", "TODAY()", "Sent on", True)
    assert found["H2:H169"] == ("date", "46266", "TODAY()", "Director of Children's Services ", True)
    assert found["K2:K169"] == ("textLength", "10000", None, "Note", True)
    assert list(found) == [f"{letter}2:{letter}169" for letter in "EFGHIJK"]
    assert date.fromordinal(date(1899, 12, 30).toordinal() + 46266) == date(2026, 9, 1)


def test_the_first_sheet_says_what_it_is_and_how_it_is_filled_in(book: Workbook) -> None:
    said = [str(row[0].value) for row in sheet_of(book, "Read me").iter_rows()]
    assert said[0] == "Northmere: peer challenge tracker, 2026/27"
    assert said[1:4] == [
        "For the Northmere sector-led improvement team (Improvement team) only",
        "It shows how every authority stands. Send it to nobody else.",
        "Northmere is a made-up region.",
    ]
    assert any("A note without one is not kept" in line for line in said)
    assert said[-1] == "Made from cycle file 2026-27, state abc123, as at Monday 23 November 2026."
    assert any(
        line.startswith("Columns for you to fill in: Sent on, Lead Member signed on, ") for line in said
    )
    assert not any("Nothing is recorded yet" in line for line in said)
    assert any(
        "Nothing is recorded yet" in text for _, text in tracker_book(edition(REAL, "2017-11-20")).opening
    )


def test_every_page_that_is_printed_says_what_it_is(book: Workbook) -> None:
    for sheet in book.worksheets:
        assert sheet.oddHeader is not None
        assert sheet.oddFooter is not None
        assert sheet.oddHeader.left.text == (
            "For the Northmere sector-led improvement team (Improvement team) only. Northmere is a made-up region."
        )
        assert (
            sheet.oddFooter.left.text
            == "Made from cycle file 2026-27, state abc123, as at Monday 23 November 2026."
        )


def test_the_stamp_says_what_it_was_made_from_and_what_stood_where(book: Workbook) -> None:
    rows = [tuple(cell.value or "" for cell in row) for row in sheet_of(book, "peercycle").iter_rows()]
    assert rows[:5] == [
        ("Key", "What", "Value"), ("", "layout", "1"), ("", "cycle", "2026-27"), ("", "state", "abc123"),
        ("", "on", "2026-11-23"),
    ]  # fmt: skip
    assert ("return-mou/juniper-bay", "signed dcs", "2026-10-12") in rows
    assert ("performance-meeting", "held", "2026-11-12") in rows


def test_the_same_input_gives_the_same_bytes(raw: bytes) -> None:
    made = tracker(recorded())
    assert (made.name, made.content) == ("2026-27-tracker.xlsx", raw)
    with zipfile.ZipFile(BytesIO(raw)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert package.read("docProps/core.xml").count(b"2026-11-23T12:00:00Z") == 2


@pytest.mark.parametrize("text", PAYLOADS, ids=[text[:16] for text in PAYLOADS])
def test_no_text_of_a_cycle_comes_alive(text: str) -> None:
    held = poisoned(data(MADE_UP), text)
    held["roles"] = {key: {"name": text} for key in held["roles"]}
    held["authorities"] = {key: held["authorities"][key] for key in ("orrinshaw", "tarnwick")}
    note = Record("a", "2026-11-01T00:00:00+00:00", "b", "sent", date(2026, 11, 1), "submit-self-view", note=text, authority="orrinshaw")  # fmt: skip
    status = Status(Plan(Cycle.read(held)), date(2026, 11, 23), fold([note]))
    raw = workbook(tracker_book(Edition(status, "abc123")))
    with zipfile.ZipFile(BytesIO(raw)) as package:
        sheets = {name: package.read(name) for name in package.namelist()}
    assert not any(
        LIVE.search(content) for name, content in sheets.items() if name.endswith((".xml", ".rels"))
    )
    book = load_workbook(BytesIO(raw))
    cells = [
        cell
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    ]
    assert {cell.data_type for cell in cells} == {"s", "d"}
    assert all(cell.quotePrefix for cell in cells if str(cell.value).startswith(("=", "+", "-", "@")))
    assert clean(text) in {cell.value for cell in cells}
    assert all(str(cell.value).isprintable() for cell in cells if cell.data_type == "s")
    headers = [str(cell.value).casefold() for cell in sheet_of(book, "Tracker")[1]]
    assert len(headers) == len(set(headers)) == 12


def test_a_text_that_looks_like_an_escaped_character_is_kept() -> None:
    of = edition_of(Plan(Cycle.read({**data(MADE_UP), "handling": "_x0041_ & _x"})), "2026-11-23")
    raw = workbook(tracker_book(of))
    assert b"<t>_x005F_x0041_ &amp; _x</t>" in zipfile.ZipFile(BytesIO(raw)).read("xl/worksheets/sheet1.xml")
    assert b"_x0041_ &amp;&amp; _x" in zipfile.ZipFile(BytesIO(raw)).read("xl/worksheets/sheet1.xml")
