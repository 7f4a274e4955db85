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


def february_is_for(cycle: Path, who: str) -> None:
    """Have these come to the meeting of February."""
    before, event, after = cycle.read_text(encoding="utf-8").partition("      network-february:\n")
    assert "          each authority: [dcs, ad, lead-member]\n" in after
    after = after.replace("each authority: [dcs, ad, lead-member]", who, 1)
    cycle.write_text(f"{before}{event}{after}", encoding="utf-8")


def test_changes_are_messages_to_those_who_come(
    calendars: Callable[..., Answer], cycle: Path, tmp_path: Path
) -> None:
    (tmp_path / "contacts.local.yaml").write_text(CONTACTS, encoding="utf-8")
    february_is_for(cycle, "hollinsea: [dcs, lead-member]")
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
    february_is_for(cycle, "hollinsea: all")
    calendars()
    moved(cycle)
    assert calendars("--changes", on="2026-11-30").err == ""
    (path,) = (tmp_path / "out" / "changes").iterdir()
    (event,) = by_vobject(path.read_bytes())
    assert sorted(each.value for each in event.contents["attendee"]) == [
        "mailto:dcs@hollinsea.example", "mailto:lm@hollinsea.example",
    ]  # fmt: skip


SESSION = "Directors' Network, afternoon session"


def test_whoever_has_no_address_is_named_and_told_once_they_have_one(
    calendars: Callable[..., Answer], cycle: Path, tmp_path: Path
) -> None:
    contacts = tmp_path / "contacts.local.yaml"
    contacts.write_text(CONTACTS, encoding="utf-8")
    february_is_for(cycle, "hollinsea: [dcs, ad]\n          larkmoor: [dcs]\n          board: all")
    calendars()
    moved(cycle)
    lacking = (
        "since contacts.local.yaml has no address for Assistant Director of Hollinsea; Director of Children's Services of Larkmoor; "
        "Chair of Board. Once it has, the next --changes tells them."
    )
    for on in ("2026-11-30", "2026-12-01"):
        answer = calendars("--changes", on=on)
        said = f"warning: {SESSION} has changed, and not everybody is told, {lacking}"
        assert (answer.code, " ".join(answer.err.split())) == (0, said)
    path = tmp_path / "out" / "changes" / "2026-27-changed-network-february.ics"
    assert asked_by(path) == ["dcs@hollinsea.example"]
    contacts.write_text(CONTACTS.replace("lead-member:", "ad:"), encoding="utf-8")
    calendars("--changes", on="2026-12-07")
    assert asked_by(path) == ["lm@hollinsea.example"]


def asked_by(path: Path) -> list[str]:
    """Return the addresses that a message asks."""
    (event,) = by_vobject(path.read_bytes())
    return [each.value.removeprefix("mailto:") for each in event.contents.get("attendee", ())]


@pytest.mark.parametrize(
    ("coming", "why"),
    [
        ("hollinsea: [dcs]", "contacts.local.yaml has no address for Director of Children's Services of Hollinsea. Once it has, the next --changes tells them."),
        ("each authority: [dcs]", "contacts.local.yaml has no address for Director of Children's Services of each authority. Once it has, the next --changes tells them."),
        ("TBC", "the file does not say who comes."),
    ],
)  # fmt: skip
def test_nobody_is_asked_until_somebody_has_an_address(
    calendars: Callable[..., Answer], cycle: Path, tmp_path: Path, coming: str, why: str
) -> None:
    contacts = tmp_path / "contacts.local.yaml"
    contacts.write_text(CONTACTS[CONTACTS.index("bodies:") :], encoding="utf-8")
    february_is_for(cycle, coming)
    calendars()
    moved(cycle)
    for _ in range(2):
        answer = calendars("--changes", on="2026-11-30")
        assert (answer.code, " ".join(answer.err.split())) == (
            0,
            f"warning: {SESSION} has changed, and nobody is told, since {why}",
        )
        assert not (tmp_path / "out" / "changes").exists()
    contacts.write_text(CONTACTS, encoding="utf-8")
    calendars("--changes", on="2026-12-07")
    path = tmp_path / "out" / "changes" / "2026-27-changed-network-february.ics"
    assert path.exists() == (coming != "TBC")


def test_what_was_told_last_is_told_again_by_force(
    calendars: Callable[..., Answer], cycle: Path, tmp_path: Path
) -> None:
    (tmp_path / "contacts.local.yaml").write_text(CONTACTS, encoding="utf-8")
    february_is_for(cycle, "hollinsea: [dcs]")
    calendars()
    moved(cycle)
    calendars("--changes")
    path = tmp_path / "out" / "changes" / "2026-27-changed-network-february.ics"
    made = path.read_bytes()
    path.unlink()
    assert calendars("--changes").err == NONE
    assert not path.exists()
    assert calendars("--changes", "--force").err == ""
    assert path.read_bytes() == made
    assert calendars("--changes").err == NONE


def test_a_message_that_is_no_longer_true_is_named(
    calendars: Callable[..., Answer], cycle: Path, tmp_path: Path
) -> None:
    (tmp_path / "contacts.local.yaml").write_text(CONTACTS, encoding="utf-8")
    february_is_for(cycle, "hollinsea: [dcs]")
    calendars()
    moved(cycle)
    assert "no longer made" not in calendars("--changes", on="2026-11-30").out
    source = cycle.read_text(encoding="utf-8")
    cycle.write_text(source.replace("date: Thursday 11 February 2027", "date: TBC"), encoding="utf-8")
    folder = tmp_path / "out" / "changes"
    changed, cancelled = (
        folder / f"2026-27-{news}-network-february.ics" for news in ("changed", "cancelled")
    )
    answer = calendars("--changes", on="2026-12-07")
    assert answer.out.endswith(f"\nno longer made, and still there: {changed}\n")
    cycle.write_text(source, encoding="utf-8")
    changed.unlink()
    answer = calendars("--changes", on="2026-12-14")
    assert answer.out.endswith(f"\nno longer made, and still there: {cancelled}\n")


def test_a_meeting_that_takes_somebody_out_tells_them(
    calendars: Callable[..., Answer], cycle: Path, tmp_path: Path
) -> None:
    (tmp_path / "contacts.local.yaml").write_text(CONTACTS, encoding="utf-8")
    february_is_for(cycle, "hollinsea: [dcs, lead-member]")
    calendars()
    source = cycle.read_text(encoding="utf-8")
    cycle.write_text(source.replace("hollinsea: [dcs, lead-member]", "hollinsea: [dcs]"), encoding="utf-8")
    assert calendars("--changes", on="2026-11-30").err == ""
    (path,) = (tmp_path / "out" / "changes").iterdir()
    assert path.name == "2026-27-withdrawn-network-february.ics"
    assert asked_by(path) == ["lm@hollinsea.example"]
    assert "METHOD:CANCEL" in path.read_text(encoding="utf-8")
    assert february(tmp_path) == ("1", "2026-11-30")


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


@pytest.mark.parametrize(
    ("coming", "why"),
    [
        ("hollinsea: [dcs]", ""),
        ("larkmoor: [dcs]", "contacts.local.yaml has no address for Director of Children's Services of Larkmoor"),
        ("TBC", "the file does not say who comes"),
    ],
    ids=["told", "no address", "nobody named"],
)  # fmt: skip
def test_a_meeting_taken_out_of_the_file_is_cancelled_as_it_was_last_known(
    calendars: Callable[..., Answer], cycle: Path, tmp_path: Path, coming: str, why: str
) -> None:
    (tmp_path / "contacts.local.yaml").write_text(CONTACTS, encoding="utf-8")
    february_is_for(cycle, coming)
    calendars()
    source = cycle.read_text(encoding="utf-8")
    cycle.write_text(source.replace("network-february", "network-in-february"), encoding="utf-8")
    answer = calendars("--changes", on="2026-11-30")
    name = "changes/2026-27-cancelled-network-february.ics"
    advice = "Send it to those who have the meeting in their diaries."
    said = f"warning: {name} is addressed to nobody, since {why}. {advice}" if why else ""
    assert (answer.code, " ".join(answer.err.split())) == (0, said)
    (path,) = (tmp_path / "out" / "changes").iterdir()
    assert path.name == "2026-27-cancelled-network-february.ics"
    (event,) = by_vobject(path.read_bytes())
    assert (event.status.value, event.sequence.value) == ("CANCELLED", "1")
    assert f"{event.dtstart.value:%Y-%m-%d %H:%M}" == "2027-02-04 13:30"
    assert asked_by(path) == ([] if why else ["dcs@hollinsea.example"])


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
    february_is_for(cycle, "hollinsea: [dcs]")
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
