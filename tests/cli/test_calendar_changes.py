"""`peercycle calendar --changes`: who is told of which change of a meeting, once, and what is said where nobody can be."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Answer, Call
from tests.cli.test_calendar import february, moved, text
from tests.exports.test_ics import by_vobject

CONTACTS = """
authorities:
  hollinsea:
    dcs: {name: "", address: dcs@hollinsea.example}
    lead-member: {name: Lead Member, address: lm@hollinsea.example}
bodies:
  improvement-team:
    coordinator: {name: Coordinator, address: team@northmere.example}
"""


def test_changes_are_messages_to_those_who_come(
    calendars: Callable[..., Answer], cycle: Path, tmp_path: Path
) -> None:
    (tmp_path / "contacts.local.yaml").write_text(CONTACTS, encoding="utf-8")
    calendars()
    moved(cycle)
    answer = calendars("--changes", on="2026-11-30")
    assert (answer.code, answer.err) == (0, "")
    (path,) = (tmp_path / "out" / "changes").iterdir()
    assert path.name == "2026-27-changed-network-february.ics"
    (event,) = by_vobject(path.read_bytes())
    assert event.organizer.value == "mailto:team@northmere.example"
    assert sorted(each.value for each in event.contents["attendee"]) == [
        "mailto:dcs@hollinsea.example", "mailto:lm@hollinsea.example",
    ]  # fmt: skip
    assert "METHOD:REQUEST" in path.read_text(encoding="utf-8")


def test_those_who_send_whom_they_like_are_all_asked(
    calendars: Callable[..., Answer], cycle: Path, tmp_path: Path
) -> None:
    (tmp_path / "contacts.local.yaml").write_text(CONTACTS, encoding="utf-8")
    source = cycle.read_text(encoding="utf-8")
    cycle.write_text(
        source.replace("each authority: [dcs, ad, lead-member]", "each authority: all"), encoding="utf-8"
    )
    calendars()
    moved(cycle)
    assert calendars("--changes", on="2026-11-30").err == ""
    (path,) = (tmp_path / "out" / "changes").iterdir()
    (event,) = by_vobject(path.read_bytes())
    assert sorted(each.value for each in event.contents["attendee"]) == [
        "mailto:dcs@hollinsea.example", "mailto:lm@hollinsea.example",
    ]  # fmt: skip


def test_nobody_is_asked_until_somebody_has_an_address(
    calendars: Callable[..., Answer], cycle: Path, tmp_path: Path
) -> None:
    contacts = tmp_path / "contacts.local.yaml"
    contacts.write_text(CONTACTS[CONTACTS.index("bodies:") :], encoding="utf-8")
    calendars()
    moved(cycle)
    for _ in range(2):
        answer = calendars("--changes", on="2026-11-30")
        assert (answer.code, " ".join(answer.err.split())) == (
            0,
            (
                "warning: changes/2026-27-changed-network-february.ics was not written: it would be sent to nobody, since no address "
                "of anybody who comes is in contacts.local.yaml. Once there is one, the next --changes tells it."
            ),
        )
        assert not (tmp_path / "out" / "changes").exists()
    contacts.write_text(CONTACTS, encoding="utf-8")
    assert calendars("--changes", on="2026-12-07").err == ""
    assert (tmp_path / "out" / "changes" / "2026-27-changed-network-february.ics").exists()


def test_a_meeting_that_is_no_longer_held_is_cancelled(
    calendars: Callable[..., Answer], cycle: Path, tmp_path: Path
) -> None:
    (tmp_path / "contacts.local.yaml").write_text(CONTACTS, encoding="utf-8")
    calendars()
    source = cycle.read_text(encoding="utf-8")
    cycle.write_text(source.replace("date: Saturday 27 February 2027", "date: TBC"), encoding="utf-8")
    calendars("--changes", on="2026-11-30")
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
    calendars: Callable[..., Answer], cycle: Path, tmp_path: Path
) -> None:
    (tmp_path / "contacts.local.yaml").write_text(CONTACTS, encoding="utf-8")
    calendars()
    source = cycle.read_text(encoding="utf-8")
    cycle.write_text(source.replace("young-people-day", "day-of-young-people"), encoding="utf-8")
    answer = calendars("--changes", on="2026-11-30")
    assert (answer.code, " ".join(answer.err.split())) == (
        0,
        (
            "warning: changes/2026-27-cancelled-young-people-day.ics is addressed to nobody, since no address of anybody who would "
            "have come is known. Send it to those who have the meeting in their diaries."
        ),
    )
    (path,) = (tmp_path / "out" / "changes").iterdir()
    assert path.name == "2026-27-cancelled-young-people-day.ics"
    (event,) = by_vobject(path.read_bytes())
    assert (event.status.value, event.sequence.value) == ("CANCELLED", "1")
    assert f"{event.dtstart.value:%Y-%m-%d %H:%M}" == "2027-02-27 10:00"
    assert "attendee" not in event.contents


@pytest.mark.parametrize(
    ("contacts", "said"),
    [
        (None, ("{path}: there is no such file. Changes need it for the address of coordinator of improvement-team, in whose name "
                "they are sent, and for the addresses of those who come to the meetings. To make one to fill in: "
                "peercycle chase --contacts > {path}")),
        (CONTACTS[: CONTACTS.index("bodies:")],
         ("{path}: there is no address for coordinator of improvement-team, in whose name changes are sent; see peercycle "
          "chase --contacts")),
    ],
    ids=["no file", "no address"],
)  # fmt: skip
def test_without_the_coordinators_address_no_message_is_written(
    calendars: Callable[..., Answer], cycle: Path, tmp_path: Path, contacts: str | None, said: str
) -> None:
    path = tmp_path / "contacts.local.yaml"
    if contacts:
        path.write_text(contacts, encoding="utf-8")
    calendars()
    moved(cycle)
    answer = calendars("--changes", on="2026-11-30")
    assert answer == Answer(2, "", f"peercycle: {said.format(path=path)}\n")
    assert not (tmp_path / "out" / "changes").exists()
    calendars(on="2026-12-07")
    assert february(tmp_path) == ("1", "2026-12-07")


NONE = "No meeting was changed or cancelled since the last --changes.\n"


@pytest.fixture
def told(calendars: Callable[..., Answer], tmp_path: Path) -> Callable[[str], list[str]]:
    """Return a function that asks for changes on a day and returns the files it wrote of them."""
    (tmp_path / "contacts.local.yaml").write_text(CONTACTS, encoding="utf-8")

    def told(on: str) -> list[str]:
        shutil.rmtree(tmp_path / "out", ignore_errors=True)
        assert calendars("--changes", on=on).code == 0
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
    calendars: Callable[..., Answer], told: Callable[[str], list[str]], cycle: Path, tmp_path: Path
) -> None:
    calendars()
    moved(cycle)
    (tmp_path / "out" / "changes").write_text("in the way", encoding="utf-8")
    assert calendars("--changes").code == 2
    (tmp_path / "out" / "changes").unlink()
    (tmp_path / "out" / "changes").mkdir()
    path = tmp_path / "out" / "changes" / "2026-27-changed-network-february.ics"
    path.write_text("mine", encoding="utf-8")
    assert calendars("--changes").code == 1
    assert told("2026-11-30") == ["2026-27-changed-network-february.ics"]
    assert calendars("--changes").err == NONE


def test_no_change_is_said(calendars: Callable[..., Answer]) -> None:
    calendars()
    answer = calendars("--changes", on="2026-11-30")
    assert (answer.code, answer.err) == (0, NONE)
