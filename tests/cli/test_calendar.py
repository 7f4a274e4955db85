"""`peercycle calendar`: whose calendars are written, what a change does to them, and how it ends."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from peercycle.schedule.diary import readers
from tests.cli.conftest import MADE_UP, REAL, Answer, Call
from tests.cycles import files
from tests.exports.test_ics import by_vobject

ON = ("--on", "2026-11-23")


def text(tmp_path: Path, reader: str) -> str:
    """Return a calendar, its folded lines joined."""
    raw = (tmp_path / "out" / f"2026-27-calendar-{reader}.ics").read_bytes()
    return raw.decode().replace("\r\n ", "")


def test_without_a_subject_there_is_one_for_everyone(
    calendars: Callable[..., Answer], tmp_path: Path
) -> None:
    assert calendars() == Answer(0, f"1 document written to {tmp_path / 'out'}\n", "")
    everyone = text(tmp_path, "everyone")
    assert everyone.count("BEGIN:VEVENT") == 51
    assert "X-WR-CALNAME:Peer challenge 2026/27: everyone\r\n" in everyone
    assert re.search(
        r"X-WR-CALDESC:Northmere is a made-up region\. Made from cycle file 2026-27\\, state \w{6}\\, as at",
        everyone,
    )


@pytest.mark.parametrize(
    ("subjects", "files"),
    [
        (["hollinsea"], ["hollinsea"]),
        (["Hollinsea", "dcs", "Coast cluster"], ["cluster-coast", "dcs", "hollinsea"]),
        (["all"], None),
    ],
    ids=["one", "three kinds", "all"],
)
def test_each_subject_has_its_own(
    calendars: Callable[..., Answer], tmp_path: Path, subjects: list[str], files: list[str] | None
) -> None:
    assert calendars(*subjects).code == 0
    found = sorted(path.stem.removeprefix("2026-27-calendar-") for path in (tmp_path / "out").glob("*.ics"))
    assert len(found) == 37 if files is None else found == files


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("calendar", "hollinsee", "-c", MADE_UP, *ON, "--out", "x"), "there is no calendar for 'hollinsee'\nNearest: hollinsea\n"),
        (("calendar", "gwrxq", "-c", MADE_UP, *ON, "--out", "x"), f"there is no calendar for 'gwrxq'\nThere are: {', '.join(readers(files.plan(files.MADE_UP)))}\n"),
        (("calendar", "-c", MADE_UP, *ON), "--out names no folder\nAs in: peercycle calendar --out calendars\n"),
    ],
)  # fmt: skip
def test_wrong_usage_says_what_is_right(call: Call, arguments: tuple[str, ...], message: str) -> None:
    assert call(*arguments) == Answer(2, "", f"peercycle: {message}")


def test_the_same_cycle_gives_the_same_entries_on_a_later_day(
    calendars: Callable[..., Answer], tmp_path: Path
) -> None:
    calendars()
    before = [str(event) for event in by_vobject(text(tmp_path, "everyone").encode())]
    calendars(on="2026-11-30")
    assert [str(event) for event in by_vobject(text(tmp_path, "everyone").encode())] == before


def moved(cycle: Path) -> None:
    """Move the meeting of February by a week."""
    source = cycle.read_text(encoding="utf-8")
    cycle.write_text(
        source.replace("Thursday 4 February 2027", "Thursday 11 February 2027"), encoding="utf-8"
    )


def february(tmp_path: Path, reader: str = "everyone") -> tuple[str, str]:
    """Return the number and the day of the last change of the meeting of February in a calendar."""
    events = by_vobject(text(tmp_path, reader).encode())
    (event,) = (each for each in events if each.uid.value.startswith("network-february."))
    return event.sequence.value, f"{event.last_modified.value:%Y-%m-%d}"


def test_a_moved_meeting_goes_up_by_one_in_every_calendar(
    calendars: Callable[..., Answer], cycle: Path, tmp_path: Path
) -> None:
    calendars("hollinsea", "lead-member")
    moved(cycle)
    calendars("hollinsea", "lead-member", on="2026-11-30")
    for reader in ("hollinsea", "lead-member"):
        events = by_vobject(text(tmp_path, reader).encode())
        (event,) = (each for each in events if each.uid.value.startswith("network-february."))
        assert (event.sequence.value, f"{event.last_modified.value:%Y-%m-%d}") == ("1", "2026-11-30")
        assert f"{event.dtstart.value:%Y-%m-%d %H:%M}" == "2027-02-11 13:30"
        others = {
            each.sequence.value
            for each in events
            if each is not event and "note-actions" not in each.uid.value
        }
        assert others == {"0"}


def test_an_edited_calendar_and_a_damaged_record_are_left_alone(
    calendars: Callable[..., Answer], cycle: Path, tmp_path: Path
) -> None:
    calendars()
    path = tmp_path / "out" / "2026-27-calendar-everyone.ics"
    path.write_text("mine", encoding="utf-8")
    assert calendars().code == 1
    assert path.read_text(encoding="utf-8") == "mine"
    assert calendars("--force").code == 0
    cycle.with_suffix(".calendar.json").write_text("{", encoding="utf-8")
    answer = calendars()
    assert (answer.code, answer.out) == (2, "")
    assert "this record of calendars is damaged" in answer.err


def test_a_record_of_what_could_not_be_published_is_no_traceback(
    calendars: Callable[..., Answer], cycle: Path, tmp_path: Path
) -> None:
    path = cycle.with_suffix(".calendar.json")
    path.write_text('{"gone": [["a", "b", "c", "d", "e", "f", ""], 0, "2026-11-02"]}', encoding="utf-8")
    assert calendars("--changes") == Answer(
        2,
        "",
        f"peercycle: {path}: this record of calendars is damaged; take it back from git, or remove it and publish all anew\n",
    )
    assert not (tmp_path / "out").exists()


def test_a_calendar_in_which_nothing_stands_is_not_written(call: Call, tmp_path: Path) -> None:
    (tmp_path / "cycles").mkdir()
    path = tmp_path / "cycles" / "2017-18.yaml"
    path.write_bytes(Path(REAL).read_bytes())
    order = ("-c", str(path), "--on", "2017-12-01", "--out", str(tmp_path / "out"))
    alone = call("calendar", "ofsted", *order)
    assert alone == Answer(0, "No calendar of Ofsted: nothing of theirs has a day yet.\n", "")
    assert not (tmp_path / "out").exists()
    both = call("calendar", "ofsted", "dcs-leads", "trafford", *order)
    assert both == Answer(
        0,
        f"1 document written to {tmp_path / 'out'}\nNo calendar of Ofsted and DCS leads: nothing of theirs has a day yet.\n",
        "",
    )
    assert [each.name for each in (tmp_path / "out").glob("*.ics")] == ["2017-18-calendar-trafford.ics"]


@pytest.mark.parametrize(
    "command", [("calendar", "ofsted"), ("render", "calendar,tracker")], ids=["calendar", "render"]
)
def test_one_whose_last_entry_went_is_emptied_where_it_was_published(
    call: Call, cycle: Path, tmp_path: Path, command: tuple[str, ...]
) -> None:
    out = tmp_path / "out"
    order = (*command, "-c", str(cycle), "--out", str(out))
    assert call(*order, "--on", "2026-11-02").code == 0
    (file,) = out.rglob("*-calendar-ofsted.ics")
    assert [event.summary.value for event in by_vobject(file.read_bytes())] == [
        "Deadline: Send key lines of enquiry in advance (Ofsted)"
    ]
    source = cycle.read_text(encoding="utf-8")
    cycle.write_text(
        source.replace("date: Thursday 12 November 2026", "date: TBC November 2026"), encoding="utf-8"
    )
    answer = call(*order, "--on", "2026-11-09")
    assert answer.code == 0
    said = f"Calendar of Ofsted: nothing in it has a day any more, and the one in {out} is empty now."
    assert said in " ".join(answer.out.split())
    assert b"BEGIN:VEVENT" not in file.read_bytes()
    assert b"BEGIN:VTIMEZONE" in file.read_bytes()
    file.unlink()
    assert "No calendar of " in call(*order, "--on", "2026-11-16").out
    assert not file.exists()


def test_nothing_without_a_day_is_in_the_real_one(call: Call, tmp_path: Path) -> None:
    (tmp_path / "cycles").mkdir()
    path = tmp_path / "cycles" / "2017-18.yaml"
    path.write_bytes(Path(REAL).read_bytes())
    call("calendar", "-c", str(path), "--on", "2017-12-01", "--out", str(tmp_path))
    events = by_vobject((tmp_path / "2017-18-calendar-everyone.ics").read_bytes())
    assert len(events) == 17
    names = {event.uid.value.partition(".")[0] for event in events}
    assert names.isdisjoint({"quality-meeting", "board-programme", "conversation", "sign-notes"})
    tentative = [event for event in events if event.status.value == "TENTATIVE"]
    assert sorted(f"{event.dtstart.value}" for event in tentative) == [
        "2018-01-10",
        "2018-01-11",
        "2018-01-12",
    ]
