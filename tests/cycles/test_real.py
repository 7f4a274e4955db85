"""The real cycle: its 23 authorities, its dated points, its rounds and the loop of its notes."""

import re
from datetime import date

import pytest

from peercycle.model.points import WEEKDAYS
from peercycle.model.working_days import WorkingDays
from peercycle.rules import check, errors, remarks
from peercycle.rules.examined import Examined
from peercycle.schedule.questions import open_questions
from tests.cycles.files import REAL, SOURCE, data, plan, reading, scalars

# short name, slug, code of the Office for National Statistics in 2017
AUTHORITIES = [
    ("Blackburn with Darwen", "blackburn-with-darwen", "E06000008"),
    ("Blackpool", "blackpool", "E06000009"),
    ("Bolton", "bolton", "E08000001"),
    ("Bury", "bury", "E08000002"),
    ("Cheshire East", "cheshire-east", "E06000049"),
    ("Cheshire West and Chester", "cheshire-west-and-chester", "E06000050"),
    ("Cumbria", "cumbria", "E10000006"),
    ("Halton", "halton", "E06000006"),
    ("Knowsley", "knowsley", "E08000011"),
    ("Lancashire", "lancashire", "E10000017"),
    ("Liverpool", "liverpool", "E08000012"),
    ("Manchester", "manchester", "E08000003"),
    ("Oldham", "oldham", "E08000004"),
    ("Rochdale", "rochdale", "E08000005"),
    ("Salford", "salford", "E08000006"),
    ("Sefton", "sefton", "E08000014"),
    ("St Helens", "st-helens", "E08000013"),
    ("Stockport", "stockport", "E08000007"),
    ("Tameside", "tameside", "E08000008"),
    ("Trafford", "trafford", "E08000009"),
    ("Warrington", "warrington", "E06000007"),
    ("Wigan", "wigan", "E08000010"),
    ("Wirral", "wirral", "E08000015"),
]

# what is dated, the day, and whether the file is sure of it
DATED = [
    ("spd-meeting", date(2017, 11, 16), True),
    ("nwadcs-november", date(2017, 11, 23), True),
    ("forum/december/bpn-blackburn-with-darwen", date(2017, 12, 12), True),
    ("forum/december/bpn-trafford", date(2017, 12, 13), True),
    ("forum/december/bpn-rochdale", date(2017, 12, 14), True),
    ("forum/january/bpn-blackburn-with-darwen", date(2018, 1, 10), False),
    ("forum/january/bpn-trafford", date(2018, 1, 11), False),
    ("forum/january/bpn-rochdale", date(2018, 1, 12), False),
    ("nwadcs-february", date(2018, 2, 1), True),
    ("board-february", date(2018, 2, 15), True),
    ("nwadcs-march", date(2018, 3, 22), True),
]


def test_the_file_reads_without_a_fault() -> None:
    assert reading(REAL).diagnostics == []
    assert plan(REAL).loops == []


def test_it_has_the_23_authorities_with_their_names_slugs_and_codes() -> None:
    rows = data(REAL)["authorities"]
    assert [(row["name"], key, row["gss"]) for key, row in rows.items()] == AUTHORITIES


def test_no_authority_is_given_a_group_or_a_round() -> None:
    rows = data(REAL)["authorities"].values()
    assert {(row["group"], row["round"]) for row in rows} == {("TBC", "TBC")}


def test_eleven_meetings_and_one_deadline_have_a_day() -> None:
    meetings = [(m.id, m.date.day, not m.date.tbc) for m in plan(REAL).meetings if m.date.day]
    assert meetings == DATED
    sent = plan(REAL).tasks_of("submit-self-view")
    assert {task.due.exact for task in sent} == {date(2017, 10, 27)}


def test_none_of_the_twelve_days_is_a_weekend_or_a_bank_holiday() -> None:
    days = [day for _, day, _ in DATED] + [date(2017, 10, 27)]
    assert [day for day in days if not WorkingDays().is_working(day)] == []


def test_every_day_of_the_programme_is_written_with_its_weekday() -> None:
    spoken = [text for place, text in scalars(data(REAL)["phases"]) if "source" not in place[-2:]]
    days = [text.removeprefix("TBC ") for text in spoken if re.search(r"\b\d{1,2} [A-Z][a-z]+ \d{4}", text)]
    assert len(days) == 12
    assert [day for day in days if day.split()[0] not in WEEKDAYS] == []


@pytest.mark.parametrize(
    ("first", "last", "working_days"),
    [
        ("spd-meeting", "nwadcs-november", 5),
        ("nwadcs-november", "forum/december/bpn-blackburn-with-darwen", 13),
        ("nwadcs-november", "forum/january/bpn-blackburn-with-darwen", 31),
        ("forum/december/bpn-rochdale", "forum/january/bpn-blackburn-with-darwen", 16),
        ("forum/january/bpn-rochdale", "nwadcs-february", 14),
        ("forum/january/bpn-rochdale", "board-february", 24),
        ("nwadcs-february", "board-february", 10),
    ],
)
def test_the_working_days_between_meetings(first: str, last: str, working_days: int) -> None:
    days = {key: day for key, day, _ in DATED}
    assert WorkingDays().count(days[first], days[last]) == working_days


def test_the_two_rounds_make_23() -> None:
    rounds = data(REAL)["rounds"]
    assert {key: held["authorities"] for key, held in rounds.items()} == {"december": "12", "january": "11"}


@pytest.mark.parametrize(("round_", "count"), [("december", 12), ("january", 11)])
def test_notes_go_out_come_back_and_are_signed_in_each_round(round_: str, count: int) -> None:
    sent = {task.subject.round: task for task in plan(REAL).tasks_of("send-notes")}
    assert sent[round_].subject.count == count
    bounds = {
        "december": (date(2018, 1, 1), date(2018, 1, 31)),
        "january": (date(2018, 1, 11), None),
    }
    assert (sent[round_].due.earliest, sent[round_].due.latest) == bounds[round_]


def test_comments_and_signatures_are_wanted_of_every_authority_on_no_day() -> None:
    for action in ("comment-on-notes", "sign-notes"):
        tasks = plan(REAL).tasks_of(action)
        assert [task.subject.authority for task in tasks] == [slug for _, slug, _ in AUTHORITIES]
        assert {task.due.known for task in tasks} == {False}


def test_the_papers_of_the_notes_follow_one_another() -> None:
    actions = data(REAL)["phases"]["challenge"]["actions"]
    chain = ["send-notes", "comment-on-notes", "sign-notes"]
    assert [actions[key]["produces"] for key in chain] == [["draft-notes"], ["comments"], ["signed-notes"]]
    assert [actions[key]["needs"] for key in chain] == [
        ["immediate-actions"],
        ["draft-notes"],
        ["draft-notes", "comments"],
    ]


def test_what_has_no_day_is_given_none() -> None:
    dates = {meeting.event: meeting.date for meeting in plan(REAL).meetings}
    assert (dates["quality-meeting"].earliest, dates["quality-meeting"].latest) == (
        date(2018, 3, 1),
        date(2018, 3, 31),
    )
    assert not dates["board-programme"].known
    programme = plan(REAL).tasks_of("revise-programme")[0].due
    assert (programme.earliest, programme.latest) == (None, date(2018, 4, 30))


def test_39_questions_are_open_eight_of_them_without_words() -> None:
    questions = open_questions(plan(REAL))
    assert len(questions) == 39
    assert [question.key for question in questions if not question.stated] == [
        "sub-regional-groups members",
        "regional-group members",
        "forum chair",
        "book-rooms due",
        "follow-up date",
        "quality-meeting date",
        "report-placements owner",
        "revise-programme owner",
    ]


def test_it_has_no_error_and_what_is_remarked_is_what_the_source_leaves_open() -> None:
    cycle = reading(REAL).cycle
    assert cycle is not None
    examined = Examined(cycle, date(2017, 11, 1), SOURCE.read_text(encoding="utf-8"))
    assert list(check(examined, errors())) == []
    found = [(item.severity, item.rule, "/".join(item.fault.at.place)) for item in check(examined, remarks())]
    asked = [place for severity, rule, place in found if (severity, rule) == ("info", "unanswered-question")]
    assert len(asked) == 39
    assert sorted(remark for remark in found if remark[1] != "unanswered-question") == [
        ("info", "missing-place", "phases/data-and-questions/events/spd-meeting"),
        ("warning", "tbc-after-use", "phases/support/events/quality-meeting/date"),
    ]
