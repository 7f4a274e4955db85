"""`tracker export` and `tracker import`: out, filled in, shown, recorded, and nothing twice."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.cli.conftest import MADE_UP, REAL, Answer, Call
from tests.cli.season import Season, begin
from tests.workbooks import Filling

Golden = Callable[[str, str | bytes], None]
SELF_VIEW, MOU = "submit-self-view", "return-mou"


@pytest.fixture
def season(tmp_path: Path, call: Call, monkeypatch: pytest.MonkeyPatch) -> Season:
    monkeypatch.setenv("PEERCYCLE_BY", "the coordinator")
    return begin(tmp_path, call)


@pytest.fixture
def copy(season: Season) -> Filling:
    """Return the tracker of 23 November 2026, to be filled in."""
    return exported(season)


EXPORTED: dict[tuple[bytes, bytes], bytes] = {}
"""The tracker by the cycle file and the log that it was made of: making it takes longer than most tests."""


def exported(season: Season) -> Filling:
    path = season.folder / "out" / "2026-27-tracker.xlsx"
    made_of = season.cycle.read_bytes(), season.log.read_bytes()
    if made_of in EXPORTED:
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(EXPORTED[made_of])
    else:
        answer = season.run("tracker", "export", "--force", "--out", str(path.parent))
        assert (answer.code, answer.err) == (0, "")
        EXPORTED[made_of] = path.read_bytes()
    return Filling(path)


def read_back(season: Season, path: Path, *options: str, on: str = "2026-11-23") -> Answer:
    return season.run("tracker", "import", str(path), *options, on=on)


def filled(copy: Filling) -> Path:
    """Return a copy filled in by several hands, with what is new, what differs and what is no news."""
    copy.put(f"{SELF_VIEW}/orrinshaw", "Sent on", date(2026, 11, 20))
    copy.put(f"{SELF_VIEW}/orrinshaw", "Lead Member signed on", "20/11/2026")
    copy.put(f"{SELF_VIEW}/orrinshaw", "Note", "By email,\nlate")
    copy.put(f"{MOU}/juniper-bay", "Chief Executive signed on", "2026-11-19")
    copy.put(f"{MOU}/juniper-bay", "Sent on", "Friday 20 November 2026")
    copy.put(f"{SELF_VIEW}/cobblewick", "Sent on", date(2026, 10, 15))
    copy.put(f"{SELF_VIEW}/hollinsea", "Sent on", None)
    copy.put(f"{MOU}/tarnwick", "Note", "A note alone")
    copy.put("issue-questions/tarnwick", "Done on", date(2026, 11, 23))
    copy.put("network-november", "Held on", date(2026, 11, 22), "Meetings")
    return copy.save()


def test_the_difference_is_shown_and_nothing_is_written(
    season: Season, copy: Filling, golden: Golden
) -> None:
    before = season.log.read_bytes()
    answer = read_back(season, filled(copy))
    assert (answer.code, answer.err) == (0, "")
    golden("cli/tracker-import.txt", answer.out)
    assert season.log.read_bytes() == before


def test_the_difference_on_a_narrow_screen(season: Season, copy: Filling, golden: Golden) -> None:
    answer = season.run("tracker", "import", str(filled(copy)), columns=40)
    golden("cli/tracker-import-narrow.txt", answer.out)


def test_what_is_applied_is_on_record_as_record_would_have_it(
    season: Season, copy: Filling, golden: Golden
) -> None:
    path = filled(copy)
    answer = read_back(season, path, "--apply")
    assert (answer.code, answer.err) == (0, "")
    golden("cli/tracker-import-applied.txt", answer.out)
    by = {"by": "the coordinator"}
    assert season.last(5) == [
        {**by, "what": "signed", "action": MOU, "authority": "juniper-bay", "role": "chief-executive",
         "date": "2026-11-19"},
        {**by, "what": "sent", "action": MOU, "authority": "juniper-bay", "date": "2026-11-20"},
        {**by, "what": "done", "action": "issue-questions", "authority": "tarnwick", "date": "2026-11-23"},
        {**by, "what": "sent", "action": SELF_VIEW, "authority": "orrinshaw", "role": "lead-member",
         "date": "2026-11-20", "note": "By email,\nlate"},
        {**by, "what": "held", "event": "network-november", "date": "2026-11-22"},
    ]  # fmt: skip
    ids = [record["id"] for record in season.records()[-5:]]
    assert [id_.rpartition("-")[2] for id_ in ids] == ["1", "2", "3", "4", "5"]
    assert len({id_.rpartition("-")[0] for id_ in ids}) == 1


def test_the_status_is_the_one_that_record_leads_to(
    season: Season, copy: Filling, tmp_path: Path, call: Call
) -> None:
    read_back(season, filled(copy), "--apply")
    other = begin(tmp_path / "other", call)
    for line in (
        f"{MOU} juniper-bay --signed chief-executive --date 2026-11-19",
        f"{MOU} juniper-bay --sent --date 2026-11-20",
        "issue-questions tarnwick --done",
        f"{SELF_VIEW} orrinshaw --sent --signed lead-member --date 2026-11-20",
        "network-november --held --date 2026-11-22",
    ):
        assert other.run("record", *line.split()).code == 0
    ours, theirs = (of.run("status", "--output-format", "json").out for of in (season, other))
    assert ours == theirs


def test_read_once_more_there_is_nothing_left_to_record(season: Season, copy: Filling) -> None:
    path = filled(copy)
    read_back(season, path, "--apply")
    before = season.log.read_bytes()
    answer = read_back(season, path, "--apply")
    assert answer.code == 0
    assert answer.out.endswith("\nNothing in it is to be recorded.\n")
    assert season.log.read_bytes() == before


def test_a_copy_that_nobody_touched(season: Season, copy: Filling) -> None:
    before = season.log.read_bytes()
    answer = read_back(season, copy.path, "--apply")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.splitlines()[1:] == ["", "Nothing in it that is not on record already."]
    assert season.log.read_bytes() == before


def test_what_was_recorded_meanwhile_is_not_recorded_twice(season: Season, copy: Filling) -> None:
    copy.put(f"{SELF_VIEW}/orrinshaw", "Sent on", date(2026, 11, 20))
    copy.put(f"{MOU}/tarnwick", "Sent on", date(2026, 11, 20))
    season.run("record", SELF_VIEW, "orrinshaw", "--sent", "--date", "2026-11-20")
    season.run("record", MOU, "tarnwick", "--sent", "--date", "2026-11-19")
    season.run("record", "issue-questions", "ullerby", "--sent")
    before = season.log.read_bytes()
    answer = read_back(season, copy.save(), "--apply")
    assert "Orrinshaw" not in answer.out
    assert "Ullerby" not in answer.out
    assert "Friday 20 November 2026, but Thursday 19 November 2026 is on record and stays" in answer.out
    assert season.log.read_bytes() == before


def test_what_was_taken_back_meanwhile_is_not_recorded_again(season: Season) -> None:
    season.run("record", MOU, "orrinshaw", "--signed", "dcs", "--date", "2026-11-20")
    taken_back = season.records()[-1]["id"]
    later = exported(season)
    undo = ("record", "--undo", taken_back, "-c", str(season.cycle), "--on", "2026-11-23")
    assert season.call(*undo).code == 0
    later.put("issue-questions/orrinshaw", "Sent on", date(2026, 11, 23))
    answer = read_back(season, later.save(), "--apply")
    assert "taken back since the export, and so not recorded again" in " ".join(answer.out.split())
    assert [record["what"] for record in season.last(2)] == ["undone", "sent"]


def test_rows_and_columns_may_stand_anywhere(season: Season, copy: Filling) -> None:
    filled(copy)
    sheet = copy.sheet("Tracker")
    table = [list(row) for row in sheet.iter_rows(values_only=True)]
    sheet.tables.clear()
    turned = [[*reversed(row), "mine"] for row in [table[0], *reversed(table[1:])]]
    turned[0][-1] = "My own remarks"
    sheet.delete_rows(1, len(turned))
    sheet.append(["A line above"])
    for row in turned:
        sheet.append(row)
    copy.book.create_sheet("Scratch")
    answer = read_back(season, copy.save("turned.xlsx"), "--apply")
    assert (answer.code, answer.err) == (0, "")
    assert (
        "\nSheets of your own, not read: Scratch.\nTracker: columns of your own, not read: My own remarks.\n"
        in answer.out
    )
    whats = sorted((record["what"], record["date"]) for record in season.last(5))
    assert whats == [
        ("done", "2026-11-23"), ("held", "2026-11-22"), ("sent", "2026-11-20"), ("sent", "2026-11-20"),
        ("signed", "2026-11-19"),
    ]  # fmt: skip


def test_a_row_taken_out_is_said_and_left_as_it_is(season: Season, copy: Filling) -> None:
    copy.sheet("Tracker").delete_rows(copy.place("sign-notes/cobblewick", "Key")[0])
    answer = read_back(season, copy.save())
    assert answer.code == 0
    assert "Tracker: 1 row left out, and so left as on record: sign-notes/cobblewick.\n" in answer.out


def test_a_note_that_stands_with_nothing_new_is_said_not_to_be_kept(season: Season, copy: Filling) -> None:
    answer = read_back(season, copy.put(f"{MOU}/tarnwick", "Note", "A note alone").save(), "--apply")
    assert "not kept, since nothing else is new in this row: A note alone" in answer.out
    assert answer.out.endswith("\nNothing in it is to be recorded.\n")


def test_done_follows_from_sending_and_signing(season: Season, copy: Filling) -> None:
    for header in ("Sent on", "Lead Member signed on", "Done on"):
        copy.put(f"{SELF_VIEW}/orrinshaw", header, date(2026, 11, 20))
    copy.put(f"{SELF_VIEW}/orrinshaw", "State", "done")
    read_back(season, copy.save(), "--apply")
    assert [record["what"] for record in season.last()] == ["sent"]
    assert season.last()[0]["role"] == "lead-member"


def test_done_on_another_day_than_sending_and_signing_say(season: Season, copy: Filling) -> None:
    for header, day in (("Sent on", 19), ("Lead Member signed on", 20), ("Done on", 21)):
        copy.put(f"{SELF_VIEW}/orrinshaw", header, date(2026, 11, day))
    answer = read_back(season, copy.save(), "--apply")
    said = "Saturday 21 November 2026, but what was sent and signed makes it Friday 20 November 2026"
    assert said in " ".join(answer.out.split())
    assert [record["what"] for record in season.last(2)] == ["sent", "signed"]


def test_a_signature_out_of_order_is_remarked_only_where_it_is(season: Season, copy: Filling) -> None:
    for header, day in (
        ("Director of Children's Services signed on", 18),
        ("Lead Member signed on", 18),
        ("Chief Executive signed on", 19),
    ):
        copy.put(f"{MOU}/orrinshaw", header, date(2026, 11, day))
    assert "warning" not in read_back(season, copy.save()).out
    copy.put(f"{MOU}/orrinshaw", "Director of Children's Services signed on", None)
    answer = read_back(season, copy.save())
    assert "warning: signed before the Director of Children's Services, who comes first" in answer.out


def test_the_cycle_file_may_have_changed_since(season: Season, copy: Filling) -> None:
    season.run("confirm", "performance-meeting", "--room", "The Library")
    answer = read_back(season, copy.save())
    assert answer.code == 0
    assert "; the cycle file was changed since" in " ".join(answer.out.split())


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
def test_a_copy_that_libreoffice_saved_says_the_same(season: Season, copy: Filling) -> None:
    path, folder = filled(copy), season.folder / "saved"
    saved = [
        "soffice",
        f"-env:UserInstallation=file://{season.folder}/profile",
        "--headless",
        "--convert-to",
        "xlsx",
    ]
    subprocess.run([*saved, "--outdir", str(folder), str(path)], check=True, capture_output=True)
    ours, theirs = read_back(season, path), read_back(season, folder / path.name)
    assert ours.out.replace("~/out", "~/saved") == theirs.out


def test_a_state_set_by_hand_is_said_not_to_be_read(season: Season, copy: Filling) -> None:
    copy.put(f"{SELF_VIEW}/orrinshaw", "State", "upcoming").put(f"{MOU}/orrinshaw", "State", None)
    answer = read_back(season, copy.save())
    assert answer.code == 0
    said = "Tracker: states follow from the days, so what was written there is not read: E156."
    assert said in " ".join(answer.out.split())


def test_what_stands_below_in_a_column_of_ones_own_is_no_row(season: Season, copy: Filling) -> None:
    copy.sheet("Tracker")["P1"] = "Mine"
    copy.sheet("Tracker")["P400"] = "7 to go"
    copy.sheet("peercycle")["C5"] = "some day"
    answer = read_back(season, copy.save())
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith("filled.xlsx, exported on an unknown day from cycle file 2026-27, state ")
    assert answer.out.endswith("\nNothing in it that is not on record already.\n")


def test_the_real_cycle(call: Call, tmp_path: Path, golden: Golden) -> None:
    log = Path("cycles/2017-18.progress.jsonl")
    assert not log.exists()
    answer = call("tracker", "export", "-c", REAL, "--on", "2017-11-20", "--out", str(tmp_path))
    assert (answer.code, answer.err) == (0, "")
    copy = Filling(tmp_path / "2017-18-tracker.xlsx")
    copy.put(f"{SELF_VIEW}/bolton", "Sent on", date(2017, 11, 17))
    answer = call("tracker", "import", str(copy.save()), "-c", REAL, "--on", "2017-11-20", columns=100)
    assert (answer.code, answer.err) == (0, "")
    golden("cli/tracker-import-real.txt", answer.out.replace(str(tmp_path), "~"))
    assert not log.exists()


def test_what_is_missing_or_misspelt(call: Call, tmp_path: Path) -> None:
    for arguments, said in (
        (("export",), "--out is missing\nAs in: peercycle tracker export --out outbox"),
        (
            ("export", "--out", " "),
            "--out names no folder\nWrite --out DIR, or --out . for the folder you are in.",
        ),
        (("import",), "FILE is missing\nHow it is used: peercycle tracker import --help"),
        (("imprt",), "there is no 'peercycle tracker imprt'\nNearest: import, export"),
        (("xyzzy",), "there is no 'peercycle tracker xyzzy'\nThere are: export, import"),
        (("import", "--aply"), "tracker import has no option --aply\nNearest: --apply, --by"),
        (("--aply",), "tracker has no option --aply\nHow it is used: peercycle tracker --help"),
    ):
        assert call("tracker", *arguments) == (2, "", f"peercycle: {said}\n")
    (tmp_path / "file").touch()
    answer = call("tracker", "export", "-c", MADE_UP, "--out", str(tmp_path / "file"))
    assert (answer.code, answer.out) == (2, "")


def test_the_cycle_may_be_named_before_the_command(call: Call, tmp_path: Path) -> None:
    answer = call("-c", MADE_UP, "--on", "2026-11-23", "tracker", "export", "--out", str(tmp_path))
    assert answer.out == f"The tracker is written to {tmp_path / '2026-27-tracker.xlsx'}\n"


@pytest.mark.parametrize("command", ["export --out {0}", "import {0}/x.xlsx"])
def test_without_the_extra_one_sentence_says_what_to_install(command: str, tmp_path: Path) -> None:
    blocked = "import sys; sys.modules['openpyxl'] = None; from peercycle.cli.app import run; sys.exit(run(sys.argv[1:]))"
    arguments = ["tracker", *command.format(tmp_path).split(), "-c", MADE_UP]
    answer = subprocess.run(
        [sys.executable, "-c", blocked, *arguments], capture_output=True, text=True, check=False
    )
    assert (answer.returncode, answer.stdout) == (2, "")
    assert answer.stderr == (
        'peercycle: Excel workbooks need a part that is not installed: pip install "peercycle[excel]"\n'
    )


def test_a_workbook_that_somebody_filled_in_is_not_written_over(season: Season) -> None:
    order = ("tracker", "export", "--out", str(season.folder / "out"))
    season.run(*order)
    (path,) = (season.folder / "out").glob("*.xlsx")
    assert season.run(*order).out == f"The tracker is as it was in ~/out/{path.name}\n"
    path.write_bytes(b"filled in")
    answer = season.run(*order)
    assert (answer.code, answer.out) == (1, "")
    assert answer.err == (
        f"peercycle: ~/out/{path.name} was filled in since it was made, and is left alone\n"
        f"Read it back first: peercycle tracker import ~/out/{path.name}; --force writes over it.\n"
    )
    assert season.run(*order, "--force").code == 0
    assert path.read_bytes()[:2] == b"PK"
