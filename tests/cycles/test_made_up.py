"""The made-up cycle: sound, everything settled but one question, and its days as the pictures of it have them."""

from datetime import date

import pytest

from peercycle.rules import check, errors, remarks
from peercycle.rules.examined import Examined
from peercycle.schedule.questions import open_questions
from peercycle.schedule.status import Status
from tests.cycles.files import MADE_UP, data, plan, reading

MEMBERS = {
    ("cluster-coast", "december"): ["cobblewick", "hollinsea", "juniper-bay", "netherquay"],
    ("cluster-coast", "january"): ["aldersyke", "pellbridge", "skerriby", "vennside"],
    ("cluster-dale", "december"): ["brackenholt", "dunmarrow", "inglestone", "ullerby"],
    ("cluster-dale", "january"): ["elverthorpe", "quillmere", "tarnwick", "wharrowdale"],
    ("cluster-moor", "december"): ["garthmoor", "kettlebeck", "larkmoor", "rushfold"],
    ("cluster-moor", "january"): ["fennimore", "mossgarth", "orrinshaw", "yarrowfold"],
}
FORUMS = [
    ("forum/december/cluster-coast", date(2026, 12, 8), "The Pavilion", "Harbour Road, Hollinsea"),
    ("forum/december/cluster-dale", date(2026, 12, 9), "Mill Hall", "Weir Lane, Wharrowdale"),
    ("forum/december/cluster-moor", date(2026, 12, 10), "Council Chamber", "County Hall, Larkmoor"),
    ("forum/january/cluster-coast", date(2027, 1, 12), "The Pavilion", "Harbour Road, Hollinsea"),
    ("forum/january/cluster-dale", date(2027, 1, 13), "Mill Hall", "Weir Lane, Wharrowdale"),
    ("forum/january/cluster-moor", date(2027, 1, 14), "Council Chamber", "County Hall, Larkmoor"),
]
# authority: the last day for the self-view, its forum, and when its notes are sent, commented on and signed
NOTES = {
    "cobblewick": ("2026-10-16", "2026-12-08", "2026-12-15", "2026-12-31", "2027-01-15"),
    "brackenholt": ("2026-10-16", "2026-12-09", "2026-12-16", "2027-01-04", "2027-01-18"),
    "garthmoor": ("2026-10-16", "2026-12-10", "2026-12-17", "2027-01-05", "2027-01-19"),
    "skerriby": ("2026-10-30", "2027-01-12", "2027-01-19", "2027-02-02", "2027-02-16"),
    "quillmere": ("2026-10-16", "2027-01-13", "2027-01-20", "2027-02-03", "2027-02-17"),
    "orrinshaw": ("2026-10-16", "2027-01-14", "2027-01-21", "2027-02-04", "2027-02-18"),
}


@pytest.mark.parametrize("on", [date(2026, 9, 1), date(2026, 11, 23), date(2027, 4, 30)])
def test_nothing_is_remarked_but_the_open_question(on: date) -> None:
    read = reading(MADE_UP)
    assert read.diagnostics == []
    assert read.cycle is not None
    examined = Examined(read.cycle, on)
    found = check(examined, (*errors(), *remarks()))
    assert [(item.severity, item.rule, "/".join(item.fault.at.place)) for item in found] == [
        ("info", "unanswered-question", "questions/conversation-dates")
    ]


def test_it_says_on_its_face_that_it_is_made_up() -> None:
    assert "made up" in data(MADE_UP)["title"]
    assert data(MADE_UP)["handling"] == "Northmere is a made-up region."
    assert reading(MADE_UP).text.startswith("# A made-up cycle of a made-up region")


def test_every_cluster_has_four_authorities_in_each_round_in_the_order_of_the_day() -> None:
    held: dict[tuple[str, str], list[str]] = {}
    for key, row in data(MADE_UP)["authorities"].items():
        held.setdefault((row["group"], row["round"]), []).append(key)
    assert held == MEMBERS
    assert {key: row["authorities"] for key, row in data(MADE_UP)["rounds"].items()} == {
        "december": "12",
        "january": "12",
    }


@pytest.mark.parametrize("forum", FORUMS, ids=lambda forum: forum[0])
def test_a_forum_has_its_day_and_room(forum: tuple[str, date, str, str]) -> None:
    key, day, room, place = forum
    meeting = next(meeting for meeting in plan(MADE_UP).meetings if meeting.id == key)
    event = plan(MADE_UP).event(meeting)
    subject = meeting.subject
    ids = (subject.round or "", subject.group or "")
    assert (meeting.date.exact, event.room and event.room.at(*ids), event.place and event.place.at(*ids)) == (
        day,
        room,
        place,
    )


@pytest.mark.parametrize("authority", NOTES)
def test_the_days_of_an_authority(authority: str) -> None:
    worked = plan(MADE_UP)
    (forum,) = worked.own("forum", worked.cast.authorities[authority])
    due = {task.action: task.due.exact for task in worked.tasks if task.subject.authority == authority}
    steps = ("send-notes", "comment-on-notes", "sign-notes")
    days = (due["submit-self-view"], forum.date.exact, *(due[step] for step in steps))
    assert tuple(str(day) for day in days) == NOTES[authority]
    assert due["write-self-view"] == due["return-mou"] == due["submit-self-view"]


def test_each_cluster_takes_its_actions_forward_within_four_weeks() -> None:
    tasks = plan(MADE_UP).tasks_of("take-actions-forward")
    assert {task.id: str(task.due.exact) for task in tasks} == {
        "take-actions-forward/december/cluster-coast": "2027-01-05",
        "take-actions-forward/december/cluster-dale": "2027-01-06",
        "take-actions-forward/december/cluster-moor": "2027-01-07",
        "take-actions-forward/january/cluster-coast": "2027-02-09",
        "take-actions-forward/january/cluster-dale": "2027-02-10",
        "take-actions-forward/january/cluster-moor": "2027-02-11",
    }


def test_the_other_meetings() -> None:
    held = {meeting.id: meeting.date.exact for meeting in plan(MADE_UP).meetings if "/" not in meeting.id}
    assert held == {
        "performance-meeting": date(2026, 11, 12),
        "network-november": date(2026, 11, 26),
        "network-february": date(2027, 2, 4),
        "young-people-day": date(2027, 2, 27),
        "board-march": date(2027, 3, 18),
    }


def test_the_closure_after_easter_moves_what_is_counted_over_it() -> None:
    (task,) = plan(MADE_UP).tasks_of("publish-programme")
    assert task.due.exact == date(2027, 4, 6)


def test_an_annual_conversation_is_after_the_own_forum_and_its_day_the_one_open_question() -> None:
    first = {meeting.subject.authority: meeting.date for meeting in plan(MADE_UP).meetings_of("conversation")}
    assert (first["cobblewick"].earliest, first["quillmere"].earliest) == (
        date(2026, 12, 9),
        date(2027, 1, 14),
    )
    assert {held.latest for held in first.values()} == {None}
    (question,) = open_questions(plan(MADE_UP))
    assert question.key == "conversation-dates"
    assert question.by is not None
    assert question.by.exact == date(2027, 2, 4)


def test_its_tasks_on_the_day_of_the_pictures_with_nothing_recorded() -> None:
    # The pictures count preparing for the own forum, too: 225. Preparing is not tracked here.
    status = Status(plan(MADE_UP), date(2026, 11, 23))
    assert status.phases == ("questions-and-data",)
    assert status.notice_ends == date(2026, 12, 7)
    assert sum(status.counts.values()) == 201
    assert status.counts["overdue"] == 74


def test_the_hours_of_an_agenda_fill_the_hours_of_its_meeting() -> None:
    cycle = reading(MADE_UP).cycle
    assert cycle is not None
    day = cycle.agendas["forum-day"].items
    slot = next(item for item in day if item.each)
    forum = sum(item.minutes or 0 for item in day if not item.each)
    assert forum + 4 * (slot.minutes or 0) + sum(rest.minutes or 0 for rest in slot.breaks) == 390
    lengths = {
        key: sum(item.minutes or 0 for item in event.agenda)
        for key, event, _ in cycle.events()
        if isinstance(event.agenda, tuple) and key != "conversation"
    }
    assert lengths == {
        "performance-meeting": 360,
        "network-november": 180,
        "young-people-day": 240,
        "network-february": 180,
        "board-march": 120,
    }


def test_a_paper_may_be_each_groups_own_in_the_regions_word() -> None:
    cycle = reading(MADE_UP).cycle
    assert cycle is not None
    assert data(MADE_UP)["documents"]["immediate-actions"]["per"] == "cluster"
    assert cycle.documents["immediate-actions"].per == "group"


def test_each_cluster_has_a_chair_and_a_stand_in_who_is_not_its_lead() -> None:
    event, _ = plan(MADE_UP).events["forum"]
    assert event.chair is not None
    assert event.stand_in is not None
    assert event.chair.value.words == "dcs of own lead authority"
    groups = data(MADE_UP)["groups"]
    assert [group["lead"] for group in groups.values()] == ["hollinsea", "wharrowdale", "larkmoor"]
    assert [event.stand_in.at(group).who for group in groups] == ["juniper-bay", "elverthorpe", "kettlebeck"]
