"""Workbooks read back: what stands in them as openpyxl has it, and hostile ones refused before they cost anything."""

import random
import resource
import shutil
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils.datetime import MAC_EPOCH

from peercycle.documents.tracker import tracker_book
from peercycle.exports.xlsx import workbook
from peercycle.schedule.cells import letters
from peercycle.schedule.returning import SHEETS
from peercycle.workspace.files import FileTrouble
from peercycle.workspace.returned import returned
from peercycle.workspace.unpacking import Unreadable
from tests.documents.made import MADE_UP, edition
from tests.workbooks import parts_of, put_together, tracker_part

SECONDS, MEBIBYTES = 5 if sys.gettrace() is None else 30, 500
"""What a workbook may cost; where coverage is measured, time is no measure."""
XML = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


@pytest.fixture(scope="module")
def tracker(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("tracker") / "2026-27-tracker.xlsx"
    path.write_bytes(workbook(tracker_book(edition(MADE_UP, "2026-11-23"))))
    return path


def values(path: Path) -> dict[str, dict[tuple[int, int], object]]:
    """Return what stands in the cells of the sheets read back, as openpyxl would have it."""
    grids, _ = returned(path, SHEETS)
    return {
        grid.name: {(c.row, c.column): c.day or c.text for row in grid.rows for c in row} for grid in grids
    }


def by_openpyxl(path: Path) -> dict[str, dict[tuple[int, int], object]]:
    book = load_workbook(path, read_only=True)
    return {
        name: {
            (cell.row, cell.column): cell.value.date() if isinstance(cell.value, datetime) else cell.value
            for row in book[name].iter_rows()
            for cell in row
            if cell.value is not None and cell.row and cell.column
        }
        for name in SHEETS
    }


def test_a_tracker_is_read_as_openpyxl_reads_it(tracker: Path) -> None:
    assert values(tracker) == by_openpyxl(tracker)
    assert returned(tracker, SHEETS)[1] == ["Read me"]


def test_a_tracker_that_openpyxl_saved_again(tracker: Path, tmp_path: Path) -> None:
    load_workbook(tracker).save(tmp_path / "again.xlsx")
    assert values(tmp_path / "again.xlsx") == values(tracker)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
def test_a_tracker_that_libreoffice_saved_again(tracker: Path, tmp_path: Path) -> None:
    saved = [
        "soffice",
        f"-env:UserInstallation=file://{tmp_path}/profile",
        "--headless",
        "--convert-to",
        "xlsx",
    ]
    subprocess.run([*saved, "--outdir", str(tmp_path), str(tracker)], check=True, capture_output=True)
    again = tmp_path / tracker.name
    assert values(again) == values(tracker)
    book = load_workbook(again)
    assert book["peercycle"].sheet_state == "hidden"
    assert book["Tracker"].column_dimensions["L"].hidden


def test_the_kinds_of_cells(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Tracker"
    moment = datetime.fromisoformat("2026-11-20T14:30")
    sheet.append([date(2026, 11, 20), moment, 7, 0.5, True, "text", "=1+1", " ", "_x0041_"])
    sheet["D1"].number_format = "h:mm"
    sheet["J1"].value, sheet["J1"].number_format = 1e12, "d mmm yyyy"
    sheet["K1"].value, sheet["K1"].data_type = "#REF!", "e"
    book.save(tmp_path / "kinds.xlsx")
    (grid,), _ = returned(tmp_path / "kinds.xlsx", SHEETS)
    assert [(cell.kind, cell.text, cell.day) for cell in grid.rows[0] if cell.column not in (1, 2)] == [
        ("number", "7", None), ("time", "0.5", None), ("truth", "TRUE", None), ("text", "text", None),
        ("formula", "", None), ("text", "A", None), ("number", "1000000000000", None), ("error", "#REF!", None),
    ]  # fmt: skip
    assert [cell.day for cell in grid.rows[0][:2]] == [date(2026, 11, 20)] * 2


def test_a_workbook_that_counts_its_days_from_1904(tmp_path: Path) -> None:
    book = Workbook()
    book.epoch = MAC_EPOCH
    book.worksheets[0].title = "Tracker"
    book.worksheets[0]["A1"] = date(2026, 11, 20)
    book.save(tmp_path / "mac.xlsx")
    assert values(tmp_path / "mac.xlsx") == {"Tracker": {(1, 1): date(2026, 11, 20)}}


def test_texts_as_other_programs_write_them(tmp_path: Path) -> None:
    sheet = (
        b'<sheetData><row><c t="s"><v>0</v></c><c t="str"><v>b</v></c><c t="d"><v>2026-11-20T00:00:00</v></c>'
        b'<c t="inlineStr"><is><r><t>c</t></r><r><t>d</t></r><rPh><t>no</t></rPh></is></c></row></sheetData>'
    )
    texts = b"<si><r><t>a</t></r><rPh><t>no</t></rPh><r><t>z</t></r></si>"
    path = made(tmp_path, sheet, {"xl/sharedStrings.xml": XML + b"<sst " + MAIN + b">" + texts + b"</sst>"})
    assert values(path)["Tracker"] == {(1, 1): "az", (1, 2): "b", (1, 3): date(2026, 11, 20), (1, 4): "cd"}


@pytest.mark.parametrize(("column", "name"), [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (16384, "XFD")])
def test_the_letters_of_a_column(column: int, name: str) -> None:
    assert letters(column) == name


def made(folder: Path, sheet: bytes, more: dict[str, bytes] | None = None, sheets: int = 1) -> Path:
    """Return a workbook put together by hand, with `sheets` names for one sheet."""
    names = b"".join(
        b'<sheet name="%s" sheetId="%d" r:id="rId1"/>' % (b"Tracker" if not n else b"S%d" % n, n + 1)
        for n in range(sheets)
    )
    kinds = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    links = (("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "sharedStrings", "/xl/sharedStrings.xml"),
             ("rId3", "styles", "styles.xml"))  # fmt: skip
    rels = b"".join(
        b'<Relationship Id="%s" Type="%s/%s" Target="%s"/>' % (a.encode(), kinds, b.encode(), c.encode())
        for a, b, c in links
    )
    parts = {
        "[Content_Types].xml": XML + b"<Types/>",
        "xl/workbook.xml": XML + b"<workbook " + MAIN + b' xmlns:r="' + kinds + b'"><sheets>' + names + b"</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": XML + b"<Relationships>" + rels + b"</Relationships>",
        "xl/worksheets/sheet1.xml": XML + b"<worksheet " + MAIN + b">" + sheet + b"</worksheet>",
        **(more or {}),
    }  # fmt: skip
    return put_together(folder / "made.xlsx", parts)


def _replaced(name: str, content: bytes) -> Callable[[dict[str, bytes]], None]:
    def change(parts: dict[str, bytes]) -> None:
        parts[name] = content

    return change


BOMB = b'<!DOCTYPE x [<!ENTITY a "' + b"a" * 1000 + b'">' + b"".join(
    b'<!ENTITY %c "%s">' % (ord("b") + n, b"&%c;" % (ord("a") + n) * 10) for n in range(9)
) + b"]>"  # fmt: skip
REFUSED: list[tuple[str, Callable[[dict[str, bytes]], None], str]] = [
    ("macros", _replaced("xl/vbaProject.bin", b"x"), "it holds macros"),
    ("an old macro sheet", _replaced("xl/macrosheets/sheet1.xml", b"<x/>"), "it holds macros"),
    ("the kind of a workbook with macros",
     lambda p: p.update({"[Content_Types].xml": p["[Content_Types].xml"].replace(b"sheet.main", b"sheet.macroEnabled.main")}),
     "it holds macros"),
    ("links to other files", _replaced("xl/externalLinks/externalLink1.xml", b"<x/>"), "it is linked to other files"),
    ("a connection to data", _replaced("xl/connections.xml", b"<x/>"), "it is linked to other files"),
    ("no workbook in it", lambda p: p.__delitem__("xl/workbook.xml"), "it is no Excel workbook"),
    ("a binary workbook", _replaced("xl/workbook.bin", b"x"), "it is a binary workbook (.xlsb)"),
    ("an OpenDocument file", lambda p: p.update({"mimetype": b"x", "content.xml": b"<x/>"}), "it is an OpenDocument file"),
    ("entities in the sheet", _replaced("xl/worksheets/sheet2.xml", XML + BOMB + b"<worksheet>&j;</worksheet>"),
     "it declares entities of its own, which no spreadsheet does"),
    ("entities in the workbook", _replaced("xl/workbook.xml", XML + BOMB + b"<workbook>&j;</workbook>"),
     "it declares entities of its own, which no spreadsheet does"),
    ("an entity of another file", _replaced("xl/styles.xml", b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'),
     "it declares entities of its own, which no spreadsheet does"),
    ("a sheet cut short", _replaced("xl/worksheets/sheet2.xml", b"<worksheet><sheetData>"),
     "its part xl/worksheets/sheet2.xml is damaged"),
    ("a row with no number", _replaced("xl/worksheets/sheet2.xml", b'<worksheet><row r="x"/></worksheet>'),
     "its part xl/worksheets/sheet2.xml is damaged"),
    ("a text before the first", _replaced("xl/worksheets/sheet2.xml", b'<worksheet><row><c t="s"><v>-1</v></c></row></worksheet>'),
     "its part xl/worksheets/sheet2.xml is damaged"),
    ("a text that is not there", _replaced("xl/worksheets/sheet2.xml", b'<worksheet><row><c t="s"><v>7</v></c></row></worksheet>'),
     "its part xl/worksheets/sheet2.xml is damaged"),
    ("a thousand parts", lambda p: p.update({f"xl/media/{n}": b"" for n in range(1000)}),
     "it would unpack to far more than any tracker holds"),
    ("far down", _replaced("xl/worksheets/sheet2.xml", b'<worksheet><c r="A1048576"><v>1</v></c></worksheet>'),
     "Tracker!A1048576: a tracker has at most 20,000 rows and 500 columns"),
    ("far to the right", _replaced("xl/worksheets/sheet2.xml", b'<worksheet><c r="XFD1"><v>1</v></c></worksheet>'),
     "Tracker!XFD1: a tracker has at most 20,000 rows and 500 columns"),
]  # fmt: skip


@pytest.mark.parametrize(("change", "said"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_a_hostile_workbook_is_refused(
    tracker: Path, tmp_path: Path, change: Callable[[dict[str, bytes]], None], said: str
) -> None:
    parts = parts_of(tracker)
    tracker_part(parts)
    change(parts)
    with pytest.raises(Unreadable) as refused:
        returned(put_together(tmp_path / "hostile.xlsx", parts), SHEETS)
    assert refused.value.message == said


CHEAP = b'<c t="inlineStr"><is><t>x</t></is></c>'
NOISE = random.Random(7).randbytes(3_000_000).hex().encode()  # noqa: S311 - it only has to pack badly
"""Text that cannot be packed to less than half of it."""


def noisy(piece: bytes, count: int) -> bytes:
    """Return a piece many times, each with some noise behind it, so that it does not pack to nothing."""
    return b"".join(piece + NOISE[at : at + 8] for at in range(0, 8 * count, 8))


LARGE: list[tuple[str, Callable[[Path], Path], str]] = [
    ("a million rows", lambda f: made(f, b"<row>" + b"</row><row>".join([CHEAP] * 1_000_000) + b"</row>"),
     "it would unpack to far more than any tracker holds"),
    ("many rows", lambda f: made(f, noisy(b"<row><c><v>1</v></c></row>", 120_000)),
     "Tracker!A20001: a tracker has at most 20,000 rows and 500 columns"),
    ("empty rows without end", lambda f: made(f, noisy(b"<row><c/><c/></row>", 300_000)),
     "it holds far more than any tracker"),
    ("as many cells as there may be", lambda f: made(f, noisy(b"<row>" + CHEAP * 6 + b"</row>", 20_000)), ""),
    ("as many texts as there may be",
     lambda f: made(f, CHEAP, {"xl/sharedStrings.xml": b"<sst>" + noisy(b"<si><t>x</t></si>", 190_000) + b"</sst>"}), ""),
    ("as many styles as there may be",
     lambda f: made(f, CHEAP, {"xl/styles.xml": b"<x><cellXfs>" + noisy(b'<xf numFmtId="14"/>', 350_000) + b"</cellXfs></x>"}), ""),
    ("a tag of megabytes", lambda f: made(f, b'<row a="' + NOISE + b'"/>'), ""),
    ("a format that is slow to understand",
     lambda f: made(f, CHEAP, {"xl/styles.xml": b'<x><numFmt numFmtId="200" formatCode="' + b"[" * 1_000_000 + NOISE[:90_000]
                               + b'"/><cellXfs><xf numFmtId="200"/></cellXfs></x>'}), ""),
    ("nested without end", lambda f: made(f, noisy(b"<a>", 150_000) + noisy(b"</a>", 150_000)), ""),
    ("one sheet by many names", lambda f: made(f, CHEAP, sheets=201), "it holds far more than any tracker"),
    ("zeros", lambda f: made(f, b"", {"xl/media/zeros": bytes(60 << 20)}),
     "it would unpack to far more than any tracker holds"),
]  # fmt: skip


@pytest.mark.parametrize(("make", "said"), [row[1:] for row in LARGE], ids=[row[0] for row in LARGE])
def test_a_bomb_costs_little(tmp_path: Path, make: Callable[[Path], Path], said: str) -> None:
    path = make(tmp_path)
    assert path.stat().st_size < 16 << 20
    before, begun = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    try:
        returned(path, SHEETS)
        found = ""
    except Unreadable as refused:
        found = refused.message
    assert found == said
    assert time.process_time() - begun < SECONDS
    assert (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024 < MEBIBYTES


def test_a_part_that_unpacks_to_more_than_the_directory_says(tracker: Path, tmp_path: Path) -> None:
    """The directory says a few bytes; what is unpacked beyond them is never read."""
    parts = parts_of(tracker)
    parts[tracker_part(parts)] = XML + b"<worksheet>" + b" " * (20 << 20) + b"</worksheet>"
    path = put_together(tmp_path / "lies.xlsx", parts)
    raw = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as package:
        size = package.getinfo(tracker_part(parts)).file_size
    told = size.to_bytes(4, "little")
    for _ in range(2):
        at = raw.index(told)
        raw[at : at + 4] = (100).to_bytes(4, "little")
    path.write_bytes(raw)
    with pytest.raises(Unreadable, match="is damaged"):
        returned(path, SHEETS)


def test_a_password(tracker: Path, tmp_path: Path) -> None:
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le")
    (tmp_path / "locked.xlsx").write_bytes(old)
    raw = bytearray(tracker.read_bytes())
    at = raw.index(b"PK\x01\x02")
    raw[at + 8] |= 1
    (tmp_path / "zipped.xlsx").write_bytes(raw)
    for name in ("locked.xlsx", "zipped.xlsx"):
        with pytest.raises(Unreadable, match="it has a password"):
            returned(tmp_path / name, SHEETS)


@pytest.mark.parametrize("keep", range(0, 40_000, 997))
def test_a_file_cut_short_at_any_place(tracker: Path, tmp_path: Path, keep: int) -> None:
    path = tmp_path / "cut.xlsx"
    path.write_bytes(tracker.read_bytes()[:keep])
    with pytest.raises(Unreadable):
        returned(path, SHEETS)


@pytest.mark.parametrize("seed", range(40))
def test_a_file_with_bytes_turned_over_is_read_or_refused(tracker: Path, tmp_path: Path, seed: int) -> None:
    raw = bytearray(tracker.read_bytes())
    for step in range(1, 6):
        raw[(seed * 7919 + step * 104_729) % len(raw)] ^= 0x55
    path = tmp_path / "turned.xlsx"
    path.write_bytes(raw)
    with suppress(Unreadable):
        grids, _ = returned(path, SHEETS)
        assert {grid.name for grid in grids} <= set(SHEETS)


def test_a_file_that_is_too_large_or_not_there(tmp_path: Path) -> None:
    path = tmp_path / "large.xlsx"
    with path.open("wb") as file:
        file.truncate((16 << 20) + 1)
    with pytest.raises(Unreadable, match="it has more than 16 MiB, more than any tracker"):
        returned(path, SHEETS)
    with pytest.raises(FileTrouble, match="there is no such file"):
        returned(tmp_path / "none.xlsx", SHEETS)
    with pytest.raises(FileTrouble, match="this is a folder, an Excel workbook is wanted"):
        returned(tmp_path, SHEETS)
