"""What goes into whose diary: meetings and deadlines with a day, never a day that nobody named."""

from datetime import date
from pathlib import Path

import pytest

from peercycle.schedule.deadline import Deadline
from peercycle.schedule.diary import EVERYONE, Entry, diary, name_of, readers
from peercycle.schedule.plan import Plan
from tests.cycles.files import MADE_UP, REAL, plan
from tests.schedule.small_cycles import NAMED, OPEN, PARTLY, plan_of

PROGRAMME = """
events:
  forum:
    title: Forum
    for: each group in each round
    date:
      winter-turn: {coast: Tuesday 8 December 2026, moor: Wednesday 9 December 2026}
      spring-turn: {coast: TBC Tuesday 9 March 2027, moor: March 2027}
    time: 9:30am to 4pm
    place: Mill Hall
    room: TBC
    attends: {each authority in own group: [dcs]}
    facilitator: team
  talk: {title: Talk, date: Thursday 21 January 2027, time: afternoon, attends: {each authority: [lead-member]}}
  late: {title: Late meeting, date: TBC, attends: {board: all}}
actions:
  send-view:
    do: Send the view, signed
    owner: each authority
    due: Friday 30 October 2026
    time: 5pm
    sign-off: [lead-member]
    except:
      fir: {due: Friday 6 November 2026, because: It asked.}
  send-papers: {do: Send papers, owner: team, for: each authority, due: 5 working days before talk, to: own authority}
  prepare: {do: Prepare, owner: each authority, due: before own forum}
  write-up: {do: Write up, owner: team, due: March 2027}
  tidy: {do: Tidy up, owner: team, due: talk, tracked: false}
  book: {do: Book rooms, owner: team, due: talk, suggested: The source says nothing of rooms.}
"""


def line(entry: Entry) -> str:
    """Return an entry on one line."""
    hours = f" {entry.start:%H:%M}" if entry.start else ""
    hours += f"-{entry.end:%H:%M}" if entry.end else ""
    marks = f"{' ?' if entry.tentative else ''}{' !' if entry.remind else ''}"
    remind = f"{entry.remind:%d %b}" if entry.remind else ""
    return f"{entry.first:%d %b}{hours} {entry.title}{marks}{remind}"


DIARIES = [
    (NAMED, EVERYONE, [
        "30 Oct Deadline: Send the view, signed (each authority)",
        "08 Dec 09:30-16:00 Forum, Coast group",
        "09 Dec 09:30-16:00 Forum, Moor group",
        "14 Jan Deadline: Send papers (Improvement team)",
        "21 Jan Talk (afternoon)",
        "21 Jan Deadline: Tidy up (Improvement team)",
        "09 Mar 09:30-16:00 Forum, Coast group ?",
    ]),
    (NAMED, "birch", [
        "30 Oct Deadline: Send the view, signed !16 Oct",
        "08 Dec 09:30-16:00 Forum, Coast group !04 Dec",
        "14 Jan Deadline: Send papers (Improvement team)",
        "21 Jan Talk (afternoon) !19 Jan",
        "09 Mar 09:30-16:00 Forum, Coast group ? !05 Mar",
    ]),
    (NAMED, "moor", [
        "30 Oct Deadline: Send the view, signed (Elm) !16 Oct",
        "09 Dec 09:30-16:00 Forum, Moor group !07 Dec",
        "14 Jan Deadline: Send papers (Improvement team) !30 Dec",
    ]),
    (NAMED, "team", [
        "08 Dec 09:30-16:00 Forum, Coast group !04 Dec",
        "09 Dec 09:30-16:00 Forum, Moor group !07 Dec",
        "14 Jan Deadline: Send papers (Improvement team) !30 Dec",
        "21 Jan Deadline: Tidy up (Improvement team) !07 Jan",
        "09 Mar 09:30-16:00 Forum, Coast group ? !05 Mar",
    ]),
    (NAMED, "lead-member", [
        "30 Oct Deadline: Send the view, signed (each authority) !09 Oct",
        "21 Jan Talk (afternoon) !19 Jan",
    ]),
    (NAMED, "dcs", [
        "08 Dec 09:30-16:00 Forum, Coast group !04 Dec",
        "09 Dec 09:30-16:00 Forum, Moor group !07 Dec",
        "09 Mar 09:30-16:00 Forum, Coast group ? !05 Mar",
    ]),
    (NAMED, "fir", [
        "06 Nov Deadline: Send the view, signed !23 Oct",
        "09 Dec 09:30-16:00 Forum, Moor group !07 Dec",
        "14 Jan Deadline: Send papers (Improvement team)",
        "21 Jan Talk (afternoon) !19 Jan",
    ]),
    (OPEN, "ash", [
        "30 Oct Deadline: Send the view, signed !16 Oct",
        "08 Dec 09:30-16:00 Forum, Coast group ? !04 Dec",
        "09 Dec 09:30-16:00 Forum, Moor group ? !07 Dec",
        "14 Jan Deadline: Send papers (Improvement team)",
        "21 Jan Talk (afternoon) !19 Jan",
        "09 Mar 09:30-16:00 Forum, Coast group ? !05 Mar",
    ]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("cast", "reader", "expected"), DIARIES, ids=[f"{reader}-{len(lines)}" for _, reader, lines in DIARIES]
)
def test_everyone_has_what_concerns_them(cast: str, reader: str, expected: list[str]) -> None:
    assert [line(entry) for entry in diary(plan_of(PROGRAMME, cast), reader)] == expected


@pytest.mark.parametrize(
    ("reader", "expected"),
    [
        ("panel", ["21 Jan Talk !19 Jan"]),
        ("team", ["21 Jan Talk !19 Jan"]),
        ("board", []),
        ("ash", ["21 Jan Talk !19 Jan"]),
        ("birch", []),
        ("elm", ["21 Jan Talk !19 Jan"]),
        ("dcs", ["21 Jan Talk !19 Jan"]),
        ("lead-member", []),
    ],
)
def test_who_sits_on_a_body_that_comes_has_its_meeting(reader: str, expected: list[str]) -> None:
    bodies = "  panel: {name: Panel, members: {each lead authority: [dcs], team: [coordinator]}}\n"
    programme = "events: {talk: {title: Talk, date: Thursday 21 January 2027, attends: {panel: all}}}\n"
    found = diary(plan_of(programme, f"{bodies}{NAMED}", papers=""), reader)
    assert [line(entry) for entry in found] == expected


def test_what_is_known_beside_the_day_stands_in_notes() -> None:
    found = {entry.key: entry.notes for entry in diary(plan_of(PROGRAMME, OPEN), "ash")}
    possible = "One of the days that can be yours: keep it free until your group is known."
    part = "Whether you are challenged or challenge is to be confirmed."
    assert found["forum/spring-turn/coast"] == (
        possible, part, "The date is to be confirmed.", "The room is to be confirmed.",
    )  # fmt: skip
    assert found["send-view/ash"] == ("By 5pm.",)
    everyone = {entry.key: entry.notes for entry in diary(plan_of(PROGRAMME, NAMED))}
    assert everyone["send-view"] == ("By 5pm.",)
    several = {entry.key: (entry.title, entry.notes) for entry in diary(plan(MADE_UP))}
    assert several["comment-on-notes"] == (
        "Deadline: Return comments on the notes (4 authorities)", ("For Cobblewick, Hollinsea, Juniper Bay and Netherquay.",),
    )  # fmt: skip


def test_an_exception_made_for_one_authority_is_told_to_it_and_the_team_alone() -> None:
    of = plan(MADE_UP)
    told = [
        reader
        for reader in readers(of)
        for entry in diary(of, reader)
        if entry.key == "submit-self-view/skerriby"
    ]
    assert told == ["skerriby"]
    assert all("Skerriby" not in entry.title for entry in diary(of) if "self-view" in entry.title)


def test_a_meeting_of_several_days_has_hours_only_if_its_end_is_known() -> None:
    several = """
events:
  visit: {title: Visit, date: 11 to 13 January 2027, time: 6pm}
  stay: {title: Stay, date: 18 to 20 January 2027, time: 9:30am to 4pm}
"""
    visit, stay = diary(plan_of(several))
    assert (line(visit), visit.last) == ("11 Jan Visit (6pm)", date(2027, 1, 13))
    assert (line(stay), stay.last) == ("18 Jan 09:30-16:00 Stay", date(2027, 1, 20))


def test_everyones_diary_knows_whose_a_meeting_may_be() -> None:
    found = {entry.key: entry.perhaps for entry in diary(plan_of(PROGRAMME, PARTLY)) if entry.meeting}
    assert found == {
        "forum/winter-turn/coast": ("birch", "elm", "fir"),
        "forum/winter-turn/moor": ("birch", "elm", "fir"),
        "forum/spring-turn/coast": ("birch", "elm", "fir"),
        "talk": (),
    }
    assert not any(entry.perhaps for entry in diary(plan_of(PROGRAMME, PARTLY), "birch"))


def test_everyones_diary_knows_what_others_say_of_a_meeting() -> None:
    found = {entry.key: entry.elsewhere for entry in diary(plan_of(PROGRAMME, NAMED)) if entry.meeting}
    assert found == {
        "forum/winter-turn/coast": ("2026-12-04", "ash: You are challenged.", "birch: You challenge."),
        "forum/winter-turn/moor": ("2026-12-07", "elm: You are challenged.", "fir: You challenge."),
        "forum/spring-turn/coast": ("2027-03-05", "ash: You challenge.", "birch: You are challenged."),
        "talk": ("2027-01-19",),
    }
    assert not any(entry.elsewhere for entry in diary(plan_of(PROGRAMME, NAMED), "birch"))
    head, _, rows = NAMED.partition("authorities:\n")
    other_order = f"{head}authorities:\n{''.join(reversed(rows.splitlines(keepends=True)))}"
    again = diary(plan_of(PROGRAMME, other_order))
    assert {entry.key: entry.elsewhere for entry in again if entry.meeting} == found


def test_a_month_is_in_a_diary_only_if_the_file_asks() -> None:
    asked = plan_of(PROGRAMME, f"month-reminders: true\n{NAMED}")
    found = {entry.key: entry for entry in diary(asked) if entry.key.startswith("month/")}
    assert list(found) == ["month/2027-03"]
    month = found["month/2027-03"]
    assert (month.title, month.first, month.meeting) == (
        "March 2027: no day fixed yet for 2",
        date(2027, 3, 1),
        False,
    )
    assert month.notes == (
        "Forum, Moor group: March 2027.", "Write up (Improvement team): March 2027.", "Late meeting: to be confirmed.",
    )  # fmt: skip


@pytest.mark.parametrize("path", [REAL, MADE_UP], ids=["real", "made-up"])
def test_no_day_is_made_up(path: Path) -> None:
    of = plan(path)
    named = {due.day for due in _deadlines(of) if due.day}
    for reader in readers(of):
        for entry in diary(of, reader):
            assert entry.first == entry.last
            assert entry.first in named
            assert entry.remind is None or entry.remind < entry.first


def _deadlines(of: Plan) -> list[Deadline]:
    return [meeting.date for meeting in of.meetings] + [task.due for task in of.tasks]


def test_a_meeting_is_the_same_in_every_diary() -> None:
    of = plan(MADE_UP)
    seen: dict[str, set[tuple[object, ...]]] = {}
    for reader in readers(of):
        for entry in diary(of, reader):
            if entry.meeting:
                seen.setdefault(entry.key, set()).add(entry[1:7])
    assert len(seen) == 11
    assert all(len(each) == 1 for each in seen.values())


@pytest.mark.parametrize(
    ("reader", "name"),
    [
        (EVERYONE, "everyone"),
        ("ash", "Ash"),
        ("coast", "Coast group"),
        ("team", "Improvement team"),
        ("dcs", "Director"),
    ],
)
def test_whose_diary_it_is(reader: str, name: str) -> None:
    assert name_of(plan_of(PROGRAMME, NAMED), reader) == name
