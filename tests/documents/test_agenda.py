"""Agendas: the order of the day, who takes the chair, what follows, and what is still open."""

from pathlib import Path

import pytest

from peercycle.documents.kinds import KINDS
from tests.cycles.files import plan
from tests.documents.made import MADE_UP, REAL, edition, edition_of, markdown, section
from tests.documents.small_agendas import FORUM, MORE, facts, small, small_plan, table
from tests.schedule.small_cycles import NAMED, OPEN, PARTLY

REAL_MEETINGS = [meeting.id for meeting in plan(REAL).meetings]


def test_the_real_cycle_has_an_agenda_for_every_meeting() -> None:
    counts = {event: sum(held.event == event for held in plan(REAL).meetings) for event in plan(REAL).events}
    assert (counts["forum"], counts["conversation"], len(REAL_MEETINGS)) == (6, 23, 37)


@pytest.mark.parametrize("meeting", REAL_MEETINGS)
def test_every_agenda_is_a_whole_document(meeting: str) -> None:
    text = markdown(edition(REAL, "2017-12-01"), "agenda", meeting)
    assert text.startswith("# ")
    for term in ("Date\n: ", "Place\n: ", "Who comes\n: "):
        assert term in text
    assert "to be confirmed, to be confirmed" not in text.casefold()
    assert text.endswith("Made from cycle file 2017-18, state abc123, as at Friday 1 December 2017.\n")


def test_slots_follow_the_rows_with_breaks_between_and_the_clock_runs() -> None:
    view = small("forum/winter-turn/coast", NAMED + MORE.lstrip("\n"))
    assert table(view) == [
        ("Time", "What", "Lead"),
        ("9:30am to 9:45am", "Welcome", "Chair"),
        ("9:45am to 10:45am", "Ash", "another member takes the chair".capitalize()),
        ("10:45am to 10:55am", "Tea", "None"),
        ("10:55am to 11:55am", "Cedar", "Chair"),
        ("11:55am to 12:40pm", "Lunch", "None"),
        ("12:40pm to 1:40pm", "Dale", "Chair"),
        ("1:40pm to 1:45pm", "Close", "Improvement team"),
    ]
    assert [row[0]["bold"] or row[1]["bold"] for row in view["programme"]["rows"]][1] is True


def test_a_day_with_fewer_authorities_drops_the_last_breaks() -> None:
    assert [row[1] for row in table(small("forum/winter-turn/coast"))[1:]] == ["Welcome", "Ash", "Close"]
    assert [row[1] for row in table(small("forum/winter-turn/coast", NAMED + MORE.splitlines()[1] + "\n"))[1:]] == [
        "Welcome", "Ash", "Tea", "Cedar", "Close",
    ]  # fmt: skip


@pytest.mark.parametrize("people", [OPEN, PARTLY], ids=["open", "partly known"])
def test_while_names_are_open_one_line_stands_for_all_of_them(people: str) -> None:
    view = small("forum/winter-turn/coast", people)
    named = [("Ash", "Another member takes the chair", "60 minutes")] if people is PARTLY else []
    every = ("Each authority challenged, in turn. Names to be confirmed", "Chair", "60 minutes each")
    assert table(view) == [
        ("What", "Lead", "Length"), ("Welcome", "Chair", "15 minutes"), *named, every, ("Close", "Improvement team", "5 minutes"),
    ]  # fmt: skip
    assert (
        view["programme"]["breaks"] == "Between them, as needed: tea of 10 minutes and lunch of 45 minutes."
    )
    assert view["programme"]["total"] == "One authority would take 1 hour 20 minutes in all."
    assert facts(view)["Who comes"].endswith(
        "Members to be confirmed / The Chair of the Improvement board / The Improvement team"
    )


CEDAR = MORE.splitlines()[1] + "\n"
OVERRUNS = [
    # 15 minutes, 60 and 5; with two authorities 60 more and 10 of tea
    ("9:30am to 10am", NAMED, "The items take 50 minutes more than the meeting's time."),
    ("9:30am to 10:49am", NAMED, "The items take 1 minute more than the meeting's time."),
    ("9:30am to 10:50am", NAMED, ""),
    ("9:30am to 10:50am", NAMED + CEDAR, "The items take 1 hour 10 minutes more than the meeting's time."),
    ("9:30am to 10:50am", OPEN, ""),
    ("9:30am to 10am", OPEN, "The items take at least 50 minutes more than the meeting's time."),
    ("9:30am to 10am", PARTLY, "The items take at least 50 minutes more than the meeting's time."),
    ("TBC 9:30am to 10am", NAMED, ""),
    ("9:30am", NAMED, ""),
    ("TBC", NAMED, ""),
]


@pytest.mark.parametrize(("time", "people", "said"), OVERRUNS)
def test_an_agenda_says_that_it_takes_longer_than_its_meeting(time: str, people: str, said: str) -> None:
    made = edition_of(small_plan(people, FORUM, time), "2026-11-02")
    text = markdown(made, "agenda", "forum/winter-turn/coast")
    assert ("more than the meeting's time" in text, f"|\n\n{said}\n\n" in text) == (bool(said), bool(said))


def test_an_item_without_minutes_takes_some_of_its_own() -> None:
    forum = FORUM.replace("agenda: day", "agenda: [{item: Data, minutes: 90}, Close]")
    view = small("forum/winter-turn/coast", forum=forum, time="9:30am to 10:30am")
    assert view["programme"]["overrun"] == "The items take at least 30 minutes more than the meeting's time."


CHAIRS = [
    ("", "The Director of Ash. While Ash is challenged, another member takes the chair"),
    ("stand-in: dcs of birch", "The Director of Ash. While Ash is challenged, the Director of Birch"),
    ("stand-in: TBC", "The Director of Ash. While Ash is challenged, a stand-in, to be confirmed"),
]


@pytest.mark.parametrize(("stand_in", "expected"), CHAIRS)
def test_the_chair_hands_over_while_its_own_authority_is_challenged(stand_in: str, expected: str) -> None:
    assert (
        facts(small("forum/winter-turn/coast", forum=FORUM.replace("STAND_IN", stand_in)))["Chair"]
        == expected
    )
    assert (
        facts(small("forum/spring-turn/coast", forum=FORUM.replace("STAND_IN", stand_in)))["Chair"]
        == "The Director of Ash"
    )


HEADS = [
    ("9:30am to 4pm", "forum/winter-turn/coast", "Tuesday 8 December 2026, 9:30am to 4pm", None, "Pier. Building and room to be confirmed"),
    ("afternoon", "forum/winter-turn/coast", "Tuesday 8 December 2026", "Afternoon. Start and finish to be confirmed", "Pier. Building and room to be confirmed"),
    ("TBC", "forum/spring-turn/moor", "Wednesday 10 March 2027 (to be confirmed)", "To be confirmed", "To be confirmed"),
]  # fmt: skip


@pytest.mark.parametrize(("time", "meeting", "date", "hours", "place"), HEADS)
def test_date_time_and_place_are_told_as_far_as_known(
    time: str, meeting: str, date: str, hours: str | None, place: str
) -> None:
    head = facts(small(meeting, time=time))
    assert (head["Date"], head.get("Time"), head["Place"]) == (date, hours, place)


def test_before_at_and_after_the_meeting_follow_from_deadlines_and_papers() -> None:
    view = small("forum/winter-turn/coast")
    assert [(line["who"], line["do"]) for line in view["before"]] == [
        ("If you are challenged", "get ready"),
        ("If you challenge", "think of questions"),
        ("The Improvement team", "set up the room"),
    ]
    assert [(line["who"], line["do"]) for line in view["during"]] == [
        ("Director of each authority challenged", "say something")
    ]
    assert [tuple(row.values()) for row in view["after"]] == [
        ("By Thursday 10 December 2026 (2 days after Tuesday 8 December 2026)",
         "Write up the list, to each authority challenged, its own and no other's", "The Improvement team"),
        ("To be confirmed", "Answer the plan, to the Improvement team. Signed by the Director and Lead Member",
         "Each authority challenged"),
        ("To be confirmed", "Look back", "To be confirmed"),
    ]  # fmt: skip
    assert view["parts"] == [
        "Challenged that day: Ash.",
        "Birch has its turn on Tuesday 9 March 2027, and comes to challenge.",
        "Each authority is challenged by the other.",
    ]


ALONE = NAMED.replace("name: Birch, group: coast", "name: Birch, group: moor")
THREE = NAMED + "  gorse: {name: Gorse, group: coast, round: spring-turn}\n"
UNSURE = FORUM.replace("coast: Tuesday 9 March 2027", "coast: DAY")
PARTS = [
    (ALONE, FORUM, "2026-11-02", ["Challenged that day: Ash."]),
    (NAMED, FORUM, "2027-03-10", [
        "Challenged that day: Ash.", "Birch had its turn on Tuesday 9 March 2027, and comes to challenge.",
        "Each authority is challenged by the other."]),
    (THREE, FORUM, "2027-03-09", [
        "Challenged that day: Ash.", "Birch and Gorse have their turn on Tuesday 9 March 2027, and come to challenge.",
        "Each authority is challenged by the other two."]),
    (NAMED, UNSURE.replace("DAY", "TBC"), "2026-11-02", [
        "Challenged that day: Ash.", "Birch has its turn on a day to be confirmed, and comes to challenge.",
        "Each authority is challenged by the other."]),
    (NAMED, UNSURE.replace("DAY", "March 2027"), "2026-11-02", [
        "Challenged that day: Ash.", "Birch has its turn on a day in March 2027, and comes to challenge.",
        "Each authority is challenged by the other."]),
]  # fmt: skip


@pytest.mark.parametrize(("people", "forum", "on", "expected"), PARTS)
def test_who_is_challenged_and_who_challenges(people: str, forum: str, on: str, expected: list[str]) -> None:
    view = KINDS["agenda"].view(edition_of(small_plan(people, forum), on), "forum/winter-turn/coast")
    assert view["parts"] == expected


OF_ONE = [meeting.id for meeting in plan(MADE_UP).meetings if meeting.subject.authority]


@pytest.mark.parametrize("meeting", OF_ONE)
@pytest.mark.parametrize("on", ["2026-11-23", "2027-02-01"])
def test_an_agenda_of_one_authoritys_meeting_names_no_other(meeting: str, on: str) -> None:
    text = markdown(edition(MADE_UP, on), "agenda", meeting)
    names = {row.name for row in plan(MADE_UP).cycle.authorities.values()}
    own = plan(MADE_UP).cycle.authorities[meeting.partition("/")[2]].name
    assert {name for name in names if name in text} == {own}
    assert section(text, "Who is challenged, and who challenges") == ""


def test_a_challenge_of_one_authority_alone_has_its_turn_by_name() -> None:
    forum = FORUM.replace("for: each group in each round", "for: each authority").replace(
        """date:
      winter-turn: {coast: Tuesday 8 December 2026, moor: Wednesday 9 December 2026}
      spring-turn: {coast: Tuesday 9 March 2027, moor: TBC Wednesday 10 March 2027}""",
        "date: TBC",
    )
    view = small("forum/birch", forum=forum)
    assert [row[1] for row in table(view)[1:]] == ["Welcome", "Birch", "Close"]
    assert view["parts"] == []


def test_a_single_meeting_lists_its_items_and_papers() -> None:
    view = small("later")
    assert table(view) == [
        ("Item", "Subject", "Presented by", "Papers"),
        ("1", "What was learned", "None named", "None"),
        ("2", "The plan", "Chair of the Improvement board", "Plan"),
    ]
    assert [(line["who"], line["do"]) for line in view["before"]] == [
        ("The Improvement board", "use the plan elsewhere")
    ]


def test_a_suggested_order_of_the_day_says_so_in_heading_and_first_sentence() -> None:
    text = markdown(edition(REAL, "2017-12-01"), "agenda", "forum/december/bpn-trafford")
    assert section(text, "Suggested order of the day").startswith("This order of the day is only suggested. ")
    assert "## Order of the day" not in text


def test_a_forum_agenda_says_nothing_of_the_other_round_or_group() -> None:
    text = markdown(edition(REAL, "2017-12-01"), "agenda", "forum/december/bpn-trafford")
    assert "BPN Rochdale" not in text
    assert "10, 11 and 12 January" not in text
    assert "10, 11 and 12 January" in markdown(
        edition(REAL, "2017-12-01"), "agenda", "forum/january/bpn-trafford"
    )


def test_a_paper_that_nobody_who_comes_is_shown_is_not_named() -> None:
    hidden = plan(REAL).cycle.documents["placement-preliminary"].title.casefold()
    for meeting in REAL_MEETINGS:
        text = markdown(edition(REAL, "2017-12-01"), "agenda", meeting).casefold()
        assert (hidden in text) == (meeting == "spd-meeting")


def test_the_made_up_cycle_names_everyone() -> None:
    text = markdown(edition(MADE_UP, "2026-11-23"), "agenda", "forum/december/cluster-coast")
    assert "to be confirmed" not in text.casefold()
    assert "| 11:30am to 12:35pm | **Hollinsea** | DCS of Juniper Bay |" in text


@pytest.mark.parametrize(("path", "on"), [(REAL, "2017-12-01"), (MADE_UP, "2026-11-23")])
def test_no_agenda_shows_a_mark_of_its_making(path: Path, on: str) -> None:
    for meeting in plan(path).meetings:
        assert "\\" not in markdown(edition(path, on), "agenda", meeting.id)
