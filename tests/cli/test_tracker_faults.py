"""What `tracker` refuses: every fault of a workbook in one run, each with its sheet and cell, and a file not its own."""

from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import MADE_UP, Call
from tests.cli.season import Season, begin
from tests.cli.test_tracker import exported, read_back
from tests.workbooks import Filling

KEY = "submit-self-view/orrinshaw"
ONE_DAY = "Write one day, as in: 20/11/2026, 2026-11-20 or 20 November 2026."
LEAVE = "Leave it empty until it has happened."
SORTED = "Was a part of the rows sorted without the rest? Change it back, or export the tracker again."


@pytest.fixture
def season(tmp_path: Path, call: Call) -> Season:
    return begin(tmp_path, call)


@pytest.fixture
def copy(season: Season) -> Filling:
    return exported(season)


def refused(season: Season, path: Path) -> str:
    """Return what is said of a workbook that is refused for what stands in it; nothing of it is recorded."""
    before = season.log.read_bytes()
    answer = season.run("tracker", "import", str(path), "--apply", columns=120)
    assert (answer.code, answer.out) == (1, "")
    assert season.log.read_bytes() == before
    assert "Traceback" not in answer.err
    lines = answer.err.splitlines()
    assert lines[-1] == "Mend the workbook, and import it again."
    assert lines[-2].startswith(f"peercycle: ~/out/{path.name} has ")
    return "\n".join(lines[:-2])


DAYS: list[tuple[Any, str, str]] = [
    ("3/4/26", "'3/4/26' has a year of two figures", ONE_DAY),
    ("20-Nov-26", "'20-Nov-26' has a year of two figures", ONE_DAY),
    ("11/20/2026", "'11/20/2026' has its month first, as Americans write it", "Write the day first."),
    ("31/11/2026", "there is no day '31/11/2026'", ONE_DAY),
    ("0/11/2026", "there is no day '0/11/2026'", ONE_DAY),
    ("13/13/2026", "there is no day '13/13/2026'", ONE_DAY),
    ("01/01/0000", "there is no day '01/01/0000'", ONE_DAY),
    ("2026-11-31", "'2026-11-31' is no day that can be read for certain", ONE_DAY),
    ("20.11.2026", "'20.11.2026' is no day that can be read for certain", ONE_DAY),
    ("20 Nov 2026", "'20 Nov 2026' is no day that can be read for certain", ONE_DAY),
    ("yesterday", "'yesterday' is no day that can be read for certain", ONE_DAY),
    ("November 2026", "'November 2026' is not one day", ONE_DAY),
    ("TBC 20 November 2026", "'TBC 20 November 2026' is not one day", ONE_DAY),
    ("x" * 61, f"'{'x' * 60}...' is no day that can be read for certain", ONE_DAY),
    ("Monday 20 November 2026", "Monday 20 November 2026 is not a Monday", "Write Friday 20 November 2026, or another day."),
    (46346, "46346 is a number, not a day", ONE_DAY),
    (time(9, 30), "0.3958333333333333 is a time of day, not a day", ONE_DAY),
    (True, "TRUE is yes or no, not a day", ONE_DAY),
    ("=TODAY()", "this is a formula, and only what is written is read", "Write what it comes to."),
    (date(2026, 11, 24), "Tuesday 24 November 2026 is still to come: the day asked about is Monday 23 November 2026", LEAVE),
    ("24/11/2026", "Tuesday 24 November 2026 is still to come: the day asked about is Monday 23 November 2026", LEAVE),
    (date(2025, 11, 20), "Thursday 20 November 2025 is before the cycle 2026-27 begins (September 2026 to April 2027)", "Is the year right?"),
]  # fmt: skip


@pytest.mark.parametrize(("value", "message", "advice"), DAYS, ids=[str(row[0])[:24] for row in DAYS])
def test_a_doubtful_day_is_refused_by_its_cell(
    season: Season, copy: Filling, value: Any, message: str, advice: str
) -> None:
    address = copy.address(KEY, "Sent on")
    copy.put(KEY, "Sent on", value)
    if isinstance(value, int) and not isinstance(value, bool):
        copy.sheet("Tracker").cell(*copy.place(KEY, "Sent on")).number_format = "General"
    said = " ".join(refused(season, copy.save()).split())
    assert said == " ".join(f"{address}: error: {message} {advice}".split())


ALLOWED = ["20/11/2026", "2026-11-20", "20 November 2026", "Friday 20 November 2026", " 20  November 2026 ",
           date(2026, 11, 20), datetime.fromisoformat("2026-11-20T14:30")]  # fmt: skip


@pytest.mark.parametrize("value", ALLOWED, ids=str)
def test_a_plain_day_is_taken(season: Season, copy: Filling, value: Any) -> None:
    answer = read_back(season, copy.put(KEY, "Sent on", value).save())
    assert answer.code == 0
    assert "Sent on  Friday 20 November 2026\n" in answer.out


def _put(header: str, value: Any, key: str = KEY) -> Callable[[Filling], object]:
    return lambda copy: copy.put(key, header, value)


def _rename(sheet: str, name: str) -> Callable[[Filling], object]:
    return lambda copy: setattr(copy.sheet(sheet), "title", name)


def _header(old: str, new: str | None) -> Callable[[Filling], object]:
    return lambda copy: setattr(copy.sheet("Tracker").cell(1, copy.place(KEY, old)[1]), "value", new)


def _stamp(what: str, value: str) -> Callable[[Filling], object]:
    def change(copy: Filling) -> None:
        for row in copy.sheet("peercycle").iter_rows():
            if row[1].value == what and not row[0].value:
                row[2].value = value

    return change


def _copied(copy: Filling) -> None:
    sheet = copy.sheet("Tracker")
    sheet.append([cell.value for cell in sheet[copy.place(KEY, "Key")[0]]])


def _added(copy: Filling) -> None:
    copy.sheet("Tracker").append(["Orrinshaw", "Something else"])


def _no_headers(copy: Filling) -> None:
    copy.sheet("Meetings").delete_rows(1)


AGAIN = "Export the tracker again, and fill that copy in."
FAULTS: list[tuple[str, Callable[[Filling], object], str]] = [
    ("a word for a state", _put("State", "finished"),
     ("Tracker!E156: error: 'finished' is no state Leave it as it was; the states are done, overdue, blocked, due, "
     "upcoming and undated.")),
    ("done without a day", _put("State", "Done"),
     "Tracker!E156: error: the state was set to done, but no day says so Write the day in the column Done on."),
    ("a day for who does not sign", _put("Chief Executive signed on", date(2026, 11, 20)),
     "Tracker!I156: error: nobody signs here: this action does not need that signature Empty the cell."),
    ("another authority", _put("Authority", "Bolton"),
     f"Tracker!A156: error: Authority was 'Orrinshaw' when it was exported, and is 'Bolton' now {SORTED}"),
    ("another deadline", _put("Due", date(2026, 12, 1)),
     f"Tracker!D156: error: Due was '2026-10-16' when it was exported, and is '2026-12-01' now {SORTED}"),
    ("no deadline", _put("Due", None),
     f"Tracker!D156: error: Due was '2026-10-16' when it was exported, and is nothing now {SORTED}"),
    ("a formula where nothing is filled in", _put("Action", "=A1"),
     "Tracker!B156: error: this is a formula, and only what is written is read Write what it comes to."),
    ("a formula as a note", _put("Note", "=A1"),
     "Tracker!K156: error: this is a formula, and only what is written is read Write what it comes to."),
    ("a long note", _put("Note", "x" * 10_001),
     "Tracker!K156: error: this note has 10,001 characters; a note has at most 10,000"),
    ("an edited key", _put("Key", "submit-self-view/oldham"),
     f"Tracker!L156: error: 'submit-self-view/oldham' is no key of this tracker: it was changed {AGAIN}"),
    ("no key", _put("Key", None),
     "Tracker!L156: error: there is no key here: this row was not in the tracker that was exported Take it out."),
    ("a meeting's key", _put("Key", "board-march"),
     f"Tracker!L156: error: 'board-march' is no key of this tracker: it was changed {AGAIN}"),
    ("a row twice", _copied,
     f"Tracker!L170: error: this row stands twice: its key '{KEY}' is that of row 156, too Take one of them out."),
    ("a row of one's own", _added,
     "Tracker!L170: error: there is no key here: this row was not in the tracker that was exported Take it out."),
    ("a header renamed", _header("Sent on", "Sent"),
     "Tracker!A1: error: there is no column Sent on: was it renamed or taken out? Give it its header back."),
    ("a header twice", _header("Note", "sent on"),
     ("Tracker!A1: error: there is no column Note: was it renamed or taken out? Give it its header back. "
     "Tracker!K1: error: the column sent on stands here and at F1 Take one out.")),
    ("the column of keys taken out", _header("Key", None),
     "Tracker!A1: error: there is no column Key: was it renamed or taken out? Give it its header back."),
    ("a sheet renamed", _rename("Tracker", "Data"),
     "Tracker: error: there is no sheet Tracker: was it renamed? Give it its name back."),
    ("no headers", _no_headers,
     f"Meetings: error: there is no row of headers with Key among them Leave the row of headers as it was. {AGAIN}"),
    ("another cycle", _stamp("cycle", "2025-26"),
     "peercycle: error: this is the tracker of cycle 2025-26, not of 2026-27 Name the other cycle with -c."),
    ("an older layout", _stamp("layout", "0"),
     f"peercycle: error: this tracker has layout 0; this peercycle reads layout 1 {AGAIN}"),
    ("no stamp", _rename("peercycle", "other"),
     ("peercycle: error: the hidden sheet that every tracker has is not there or is empty Fill in a copy of the whole "
     f"file that was exported. {AGAIN}")),
    ("a meeting still to come", lambda copy: copy.put("board-march", "Held on", date(2027, 3, 18), "Meetings"),
     ("Meetings!D36: error: Thursday 18 March 2027 is still to come: the day asked about is Monday 23 November 2026 "
     f"{LEAVE}")),
    ("held without a day", lambda copy: copy.put("network-november", "State", "held", "Meetings"),
     "Meetings!C3: error: the state was set to held, but no day says so Write the day in the column Held on."),
]  # fmt: skip


@pytest.mark.parametrize(("change", "said"), [row[1:] for row in FAULTS], ids=[row[0] for row in FAULTS])
def test_a_fault_is_named_by_sheet_and_cell(
    season: Season, copy: Filling, change: Callable[[Filling], object], said: str
) -> None:
    change(copy)
    assert " ".join(refused(season, copy.save()).split()) == said


def test_all_faults_are_told_in_one_run_by_sheet_and_cell(season: Season, copy: Filling) -> None:
    copy.put("network-november", "Held on", "soon", "Meetings")
    copy.put(KEY, "Sent on", "3/4/26").put(KEY, "Authority", "Bolton")
    copy.put("return-mou/juniper-bay", "Sent on", 7).put("return-mou/juniper-bay", "State", "well")
    copy.put("issue-questions/tarnwick", "Sent on", date(2026, 11, 23))
    answer = season.run("tracker", "import", str(copy.save()), "--apply")
    places = [line.partition(":")[0] for line in answer.err.splitlines() if ": error: " in line]
    assert places == ["Tracker!E17", "Tracker!F17", "Tracker!A156", "Tracker!F156", "Meetings!D3"]
    assert "filled.xlsx has 5 faults; nothing was recorded.\n" in answer.err


def test_a_task_that_the_cycle_file_has_no_more(season: Season, copy: Filling) -> None:
    for name in ("Tracker", "peercycle"):
        for row in copy.sheet(name).iter_rows():
            for cell in row:
                cell.value = "submit-self-view/oldham" if cell.value == KEY else cell.value
    assert refused(season, copy.save()).split("\n") == [
        "Tracker!L156: error: the cycle file has no 'submit-self-view/oldham' any more",
        "  Take the row out, or export again.",
    ]


def test_hostile_text_is_shown_clean(season: Season, copy: Filling) -> None:
    copy.put(KEY, "Sent on", "a\u202eb\u200bc [bold]x[/bold]").put(KEY, "Key", "z\u202e{{7*7}}")
    answer = season.run("tracker", "import", str(copy.save()))
    assert answer.code == 1
    assert all(line.isprintable() for line in answer.err.splitlines())
    assert "'z\\u202e{{7*7}}' is no key of this tracker" in answer.err


def test_a_workbook_of_the_wrong_kind(call: Call, tmp_path: Path) -> None:
    for name, content, said in (
        ("none.xlsx", None, "there is no such file"),
        ("empty.xlsx", b"", "it is empty\n"),
        (
            "list.csv",
            b"Authority;Sent on\n",
            "it is no Excel workbook\nSave it in Excel as an Excel workbook (.xlsx).",
        ),
        (
            "old.xls",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
            "it is a workbook of an old kind (.xls)",
        ),
    ):
        path = tmp_path / name
        if content is not None:
            path.write_bytes(content)
        answer = call("tracker", "import", str(path), "-c", MADE_UP, "--on", "2026-11-23")
        assert (answer.code, answer.out) == (2, "")
        assert answer.err.startswith(f"peercycle: {path}: {said}")
    answer = call("tracker", "import", str(tmp_path), "-c", MADE_UP)
    assert (answer.code, answer.err) == (
        2,
        f"peercycle: {tmp_path}: this is a folder, an Excel workbook is wanted\n",
    )


def test_a_file_that_is_not_peercycles_is_not_said_to_be_filled_in(season: Season) -> None:
    path = season.folder / "out" / "2026-27-tracker.xlsx"
    path.parent.mkdir()
    path.write_bytes(b"mine")
    answer = season.run("tracker", "export", "--out", str(path.parent))
    assert (answer.code, answer.out) == (1, "")
    assert answer.err == (
        "peercycle: ~/out/2026-27-tracker.xlsx is not peercycle's, and is left alone\n"
        "Name another folder with --out; --force writes over it.\n"
    )
    assert path.read_bytes() == b"mine"
