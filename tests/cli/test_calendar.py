"""`peercycle calendar`: whose calendars are written, what a change does to them, and how it ends."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import MADE_UP, REAL, Answer, Call
from tests.exports.test_ics import by_vobject

ON = ("--on", "2026-11-23")
CONTACTS = """
authorities:
  hollinsea:
    dcs: {name: "", address: dcs@hollinsea.example}
    lead-member: {name: Lead Member, address: lm@hollinsea.example}
bodies:
  improvement-team:
    coordinator: {name: Coordinator, address: team@northmere.example}
"""


@pytest.fixture
def cycle(tmp_path: Path) -> Path:
    """Return the made-up cycle file in a workspace of its own."""
    (tmp_path / "cycles").mkdir()
    path = tmp_path / "cycles" / "2026-27.yaml"
    path.write_bytes(Path(MADE_UP).read_bytes())
    return path


@pytest.fixture
def made(call: Call, cycle: Path, tmp_path: Path) -> Callable[..., Answer]:
    """Return a function that makes calendars of the made-up cycle."""

    def made(*arguments: str, on: str = "2026-11-23") -> Answer:
        return call("calendar", *arguments, "-c", str(cycle), "--on", on, "--out", str(tmp_path / "out"))

    return made


def text(tmp_path: Path, reader: str) -> str:
    """Return a calendar, its folded lines joined."""
    raw = (tmp_path / "out" / f"2026-27-calendar-{reader}.ics").read_bytes()
    return raw.decode().replace("\r\n ", "")


def test_without_a_subject_there_is_one_for_everyone(made: Callable[..., Answer], tmp_path: Path) -> None:
    assert made() == Answer(0, f"1 document written to {tmp_path / 'out'}\n", "")
    everyone = text(tmp_path, "everyone")
    assert everyone.count("BEGIN:VEVENT") == 43
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
    made: Callable[..., Answer], tmp_path: Path, subjects: list[str], files: list[str] | None
) -> None:
    assert made(*subjects).code == 0
    found = sorted(path.stem.removeprefix("2026-27-calendar-") for path in (tmp_path / "out").glob("*.ics"))
    assert len(found) == 37 if files is None else found == files


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("calendar", "hollinsee", "-c", MADE_UP, *ON, "--out", "x"), "there is no calendar for 'hollinsee'\nNearest: hollinsea\n"),
        (("calendar", "-c", MADE_UP, *ON), "--out names no folder\nAs in: peercycle calendar --out calendars\n"),
    ],
)  # fmt: skip
def test_wrong_usage_says_what_is_right(call: Call, arguments: tuple[str, ...], message: str) -> None:
    assert call(*arguments) == Answer(2, "", f"peercycle: {message}")


def test_the_same_cycle_gives_the_same_entries_on_a_later_day(
    made: Callable[..., Answer], tmp_path: Path
) -> None:
    made()
    before = [str(event) for event in by_vobject(text(tmp_path, "everyone").encode())]
    made(on="2026-11-30")
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
    made: Callable[..., Answer], cycle: Path, tmp_path: Path
) -> None:
    made("hollinsea", "lead-member")
    moved(cycle)
    made("hollinsea", "lead-member", on="2026-11-30")
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


def test_changes_are_messages_to_those_who_come(
    made: Callable[..., Answer], cycle: Path, tmp_path: Path
) -> None:
    (tmp_path / "contacts.local.yaml").write_text(CONTACTS, encoding="utf-8")
    made()
    moved(cycle)
    answer = made("--changes", on="2026-11-30")
    assert (answer.code, answer.err) == (0, "")
    (path,) = (tmp_path / "out" / "changes").iterdir()
    assert path.name == "2026-27-changed-network-february.ics"
    (event,) = by_vobject(path.read_bytes())
    assert event.organizer.value == "mailto:team@northmere.example"
    assert sorted(each.value for each in event.contents["attendee"]) == [
        "mailto:dcs@hollinsea.example", "mailto:lm@hollinsea.example",
    ]  # fmt: skip
    assert "METHOD:REQUEST" in path.read_text(encoding="utf-8")


def test_a_meeting_that_is_no_longer_held_is_cancelled(
    made: Callable[..., Answer], cycle: Path, tmp_path: Path
) -> None:
    (tmp_path / "contacts.local.yaml").write_text(CONTACTS, encoding="utf-8")
    made()
    source = cycle.read_text(encoding="utf-8")
    cycle.write_text(source.replace("date: Saturday 27 February 2027", "date: TBC"), encoding="utf-8")
    made("--changes", on="2026-11-30")
    path = tmp_path / "out" / "changes" / "2026-27-cancelled-young-people-day.ics"
    (event,) = by_vobject(path.read_bytes())
    assert (event.status.value, event.sequence.value, event.summary.value) == (
        "CANCELLED",
        "1",
        "Young people's day",
    )
    assert f"{event.dtstart.value:%Y-%m-%d %H:%M}" == "2027-02-27 10:00"
    assert "METHOD:CANCEL" in path.read_text(encoding="utf-8")
    assert "young-people-day" not in text(tmp_path, "everyone")


def test_a_meeting_taken_out_of_the_file_is_cancelled_as_it_was_last_known(
    made: Callable[..., Answer], cycle: Path, tmp_path: Path
) -> None:
    (tmp_path / "contacts.local.yaml").write_text(CONTACTS, encoding="utf-8")
    made()
    source = cycle.read_text(encoding="utf-8")
    cycle.write_text(source.replace("young-people-day", "day-of-young-people"), encoding="utf-8")
    made("--changes", on="2026-11-30")
    (path,) = (tmp_path / "out" / "changes").iterdir()
    assert path.name == "2026-27-cancelled-young-people-day.ics"
    (event,) = by_vobject(path.read_bytes())
    assert (event.status.value, event.sequence.value) == ("CANCELLED", "1")
    assert f"{event.dtstart.value:%Y-%m-%d %H:%M}" == "2027-02-27 10:00"
    assert "attendee" not in event.contents


def test_without_the_coordinators_address_no_message_is_written(
    made: Callable[..., Answer], cycle: Path, tmp_path: Path
) -> None:
    made()
    moved(cycle)
    answer = made("--changes", on="2026-11-30")
    assert answer.code == 2
    assert answer.err == (
        f"peercycle: {tmp_path / 'contacts.local.yaml'}: there is no address for coordinator of improvement-team, in whose "
        "name changes are sent; see peercycle chase --contacts\n"
    )
    assert not (tmp_path / "out" / "changes").exists()
    made(on="2026-12-07")
    assert february(tmp_path) == ("1", "2026-12-07")


NONE = "No meeting was changed or cancelled since the last --changes.\n"


@pytest.fixture
def told(made: Callable[..., Answer], tmp_path: Path) -> Callable[[str], list[str]]:
    """Return a function that asks for changes on a day and returns the files it wrote of them."""
    (tmp_path / "contacts.local.yaml").write_text(CONTACTS, encoding="utf-8")

    def told(on: str) -> list[str]:
        shutil.rmtree(tmp_path / "out", ignore_errors=True)
        assert made("--changes", on=on).code == 0
        return sorted(path.name for path in tmp_path.glob("out/changes/*"))

    return told


@pytest.mark.parametrize(
    "command", [("calendar",), ("render", "all", "--to", "md")], ids=["calendar", "render"]
)
def test_what_another_run_published_is_told_by_the_next_changes_and_once(
    call: Call, told: Callable[[str], list[str]], cycle: Path, tmp_path: Path, command: tuple[str, ...]
) -> None:
    assert told("2026-11-23") == []
    moved(cycle)
    out = ("-c", str(cycle), "--on", "2026-11-25", "--out", str(tmp_path / "other"))
    assert call(*command, *out).code == 0
    assert told("2026-11-30") == ["2026-27-changed-network-february.ics"]
    assert told("2026-11-30") == []
    source = cycle.read_text(encoding="utf-8")
    cycle.write_text(source.replace("date: Saturday 27 February 2027", "date: TBC"), encoding="utf-8")
    assert call(*command, *out).code == 0
    assert told("2026-12-07") == ["2026-27-cancelled-young-people-day.ics"]
    assert told("2026-12-08") == []


def test_what_could_not_be_written_or_was_kept_is_told_by_the_next_changes(
    made: Callable[..., Answer], told: Callable[[str], list[str]], cycle: Path, tmp_path: Path
) -> None:
    made()
    moved(cycle)
    (tmp_path / "out" / "changes").write_text("in the way", encoding="utf-8")
    assert made("--changes").code == 2
    (tmp_path / "out" / "changes").unlink()
    (tmp_path / "out" / "changes").mkdir()
    path = tmp_path / "out" / "changes" / "2026-27-changed-network-february.ics"
    path.write_text("mine", encoding="utf-8")
    assert made("--changes").code == 1
    assert told("2026-11-30") == ["2026-27-changed-network-february.ics"]
    assert made("--changes").err == NONE


def test_no_change_is_said(made: Callable[..., Answer]) -> None:
    made()
    answer = made("--changes", on="2026-11-30")
    assert (answer.code, answer.err) == (0, NONE)


def test_an_edited_calendar_and_a_damaged_record_are_left_alone(
    made: Callable[..., Answer], cycle: Path, tmp_path: Path
) -> None:
    made()
    path = tmp_path / "out" / "2026-27-calendar-everyone.ics"
    path.write_text("mine", encoding="utf-8")
    assert made().code == 1
    assert path.read_text(encoding="utf-8") == "mine"
    assert made("--force").code == 0
    cycle.with_suffix(".calendar.json").write_text("{", encoding="utf-8")
    answer = made()
    assert (answer.code, answer.out) == (2, "")
    assert "this record of calendars is damaged" in answer.err


def test_a_record_of_what_could_not_be_published_is_no_traceback(
    made: Callable[..., Answer], cycle: Path, tmp_path: Path
) -> None:
    (tmp_path / "contacts.local.yaml").write_text(CONTACTS, encoding="utf-8")
    path = cycle.with_suffix(".calendar.json")
    path.write_text('{"gone": [["a", "b", "c", "d", "e", "f", ""], 0, "2026-11-02"]}', encoding="utf-8")
    assert made("--changes") == Answer(
        2,
        "",
        f"peercycle: {path}: this record of calendars is damaged; take it back from git, or remove it and publish all anew\n",
    )
    assert not (tmp_path / "out").exists()


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
