"""Agendas: the order of the day, who takes the chair, what follows, and what is still open."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from peercycle.documents.kinds import KINDS
from peercycle.schedule.plan import Plan
from tests.cycles.files import plan
from tests.documents.made import MADE_UP, REAL, edition, edition_of, markdown, section
from tests.schedule.small_cycles import NAMED, OPEN, PARTLY, plan_of

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


def facts(view: Mapping[str, Any]) -> dict[str, str]:
    """Return what stands at the head of an agenda."""
    return {fact["term"]: " / ".join(fact["texts"]) for fact in view["facts"]}


FORUM = """
events:
  forum:
    title: Forum day
    for: each group in each round
    date:
      winter-turn: {coast: Tuesday 8 December 2026, moor: Wednesday 9 December 2026}
      spring-turn: {coast: Tuesday 9 March 2027, moor: TBC Wednesday 10 March 2027}
    time: TIME
    place: {coast: Pier, moor: TBC}
    room: {coast: TBC, moor: TBC}
    chair: dcs of own lead authority
    STAND_IN
    attends:
      each authority in own group: [dcs, one lead-member]
      board: [chair]
      team: all
    needs: [view, plan]
    produces: [list]
    agenda: day
actions:
  prepare: {do: Get ready, owner: each authority, due: before own forum}
  ask: {do: Think of questions, owner: each authority, due: before each forum of own group}
  set-up: {do: Set up the room, owner: team, due: before first forum}
  speak: {do: Say something, owner: dcs of each authority, due: own forum}
  write-up: {do: Write up the list, owner: team, for: each group in each round, due: 2 days after own forum, to: own authority,
    needs: [list], produces: [plan]}
  answer: {do: Answer the plan, owner: each authority, due: TBC, to: team, needs: [plan], sign-off: [dcs, lead-member]}
  use: {do: Use the plan elsewhere, owner: board, due: before later, needs: [plan]}
  later-on: {do: Look back, owner: TBC, due: with answer, needs: [plan]}
"""
LATER = """
events:
  later:
    title: Later meeting
    date: Friday 7 May 2027
    attends: {board: all}
    needs: [view, plan]
    agenda: [What was learned, {item: The plan, needs: [plan], lead: chair of board}]
"""
DAY = """
agendas:
  day:
    items:
      - {item: Welcome, minutes: 15, lead: chair}
      - each: authority challenged
        minutes: 60
        lead: chair
        parts: [{item: Opening, minutes: 20}, Questions]
        breaks: [{item: Tea, minutes: 10}, {item: Lunch, minutes: 45}]
      - {item: Close, minutes: 5, lead: team}
"""
MORE = """
  cedar: {name: Cedar, group: coast, round: winter-turn}
  dale: {name: Dale, group: coast, round: winter-turn}
"""


def small(
    meeting: str,
    people: str = NAMED,
    *,
    forum: str = FORUM,
    time: str = "9:30am to 4pm",
    more: str = "",
) -> dict[str, Any]:
    """Return the view of an agenda of a small cycle on 2 November 2026."""
    return KINDS["agenda"].view(edition_of(small_plan(people, forum, time, more), "2026-11-02"), meeting)


def small_plan(people: str, forum: str, time: str = "9:30am to 4pm", more: str = "") -> Plan:
    """Return the plan of a small cycle with these people and this forum."""
    events = LATER.replace("events:\n", "")
    programme = forum.replace("TIME", time).replace("STAND_IN", "")
    programme = programme.replace("actions:", f"{events}actions:")
    return plan_of(programme, people, DAY + more)


def table(view: Mapping[str, Any]) -> list[tuple[str, ...]]:
    """Return the order of the day, headings first."""
    programme = view["programme"]
    heads = tuple(column["name"] for column in programme["columns"])
    return [heads, *(tuple(cell["text"] for cell in row) for row in programme["rows"])]


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


OUTCOMES = [
    ("produces: [view, list]",
     "What is to come of it, for each authority challenged: self-view. For the Coast group: list"),
    ("produces: [list, plan]", "What is to come of it: plan. For the Coast group: list"),
    ("produces: [plan]", "What is to come of it: plan"),
    ("", None),
]  # fmt: skip


@pytest.mark.parametrize(("produces", "expected"), OUTCOMES)
def test_the_purpose_is_what_comes_of_a_meeting_and_for_whom(produces: str, expected: str | None) -> None:
    view = small("forum/winter-turn/coast", forum=FORUM.replace("produces: [list]", produces))
    assert facts(view).get("Purpose") == expected


GIVEN = (
    FORUM.partition("actions:")[0]
    + """actions:
  share: {do: Share the self-view, owner: team, for: each authority, due: DAY, to: own authority, produces: [view]}
  print: {do: Print the plan, owner: team, due: later, to: board, produces: [plan]}
"""
)
GIVEN_OUT = [
    ("Friday 4 December 2026", [("The Improvement team", "share the self-view, by Friday 4 December 2026")]),
    ("TBC Friday 4 December 2026", [("The Improvement team", "share the self-view, by Friday 4 December 2026 (to be confirmed)")]),
    ("December 2026", []),
    ("Friday 11 December 2026", []),
    ("TBC", []),
]  # fmt: skip


@pytest.mark.parametrize(("day", "expected"), GIVEN_OUT)
def test_the_day_on_which_papers_are_given_out_is_told_where_it_comes_before(
    day: str, expected: list[tuple[str, str]]
) -> None:
    before = small("forum/winter-turn/coast", forum=GIVEN.replace("DAY", day))["before"]
    assert [(line["who"], line["do"]) for line in before] == expected


def test_a_paper_made_for_the_day_is_made_before_it_and_not_at_it() -> None:
    view = small("later", forum=GIVEN.replace("DAY", "TBC"))
    assert view["before"] == [{"who": "The Improvement team", "do": "print the plan"}]
    assert view["during"] == []


QUESTIONS = """
questions:
  rooms: {ask: Which room?, about: forum room, who: team, by: forum}
  minutes: {ask: Who writes the minutes?, about: later attends, who: board, by: later, meanwhile: Not assumed}
  tea: {ask: Is there tea?, about: later agenda, by: later, meanwhile: Yes.}
  doubt: {ask: Is it a forum?, about: forum title, who: team, meanwhile: It is.}
  closed: {ask: Is it over?, about: later date, who: team, by: later, answer: Yes.}
"""


def test_questions_wanted_by_a_meeting_are_its_to_settle() -> None:
    assert [tuple(row.values()) for row in small("later", more=QUESTIONS)["settle"]] == [
        ("Who writes the minutes?", "The Improvement board", "To be confirmed"),
        ("Is there tea?", "To be confirmed", "Yes."),
    ]


OPEN_POINTS = [
    ("forum/winter-turn/coast", [
        ("The Improvement team can say", ["Which room?"]),
        ("Nobody is named yet who can say", ["By when is this to be done: Answer the plan?", "Who is to do this: Look back?"]),
    ]),
    ("forum/spring-turn/moor", [
        ("The Improvement team can say", ["Which room?"]),
        ("Nobody is named yet who can say", [
            "On which day is the forum day?", "Where is the forum day held?",
            "By when is this to be done: Answer the plan?", "Who is to do this: Look back?"]),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("meeting", "expected"), OPEN_POINTS)
def test_open_points_are_those_of_the_meeting_by_who_can_say(
    meeting: str, expected: list[tuple[str, list[str]]]
) -> None:
    view = small(meeting, more=QUESTIONS)
    assert [(group["who"], group["points"]) for group in view["open"]] == expected


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


def test_what_is_handed_out_at_the_next_meeting_follows_from_where_it_was_made() -> None:
    after = KINDS["agenda"].view(edition(REAL, "2017-11-01"), "spd-meeting")["after"]
    assert [(row["when"], row["what"]) for row in after] == [
        ("On Thursday 23 November 2017",
         "Give each authority its data pack, its challenge headlines and questions, and its suggested focus"),
        ("In March 2018", "Agree the actions to address the headlines in the group's area"),
    ]  # fmt: skip
    made_up = KINDS["agenda"].view(edition(MADE_UP, "2026-11-01"), "performance-meeting")["after"]
    assert [(row["when"], row["what"]) for row in made_up] == [
        ("On Thursday 26 November 2026", "Issue the data pack, headlines and questions, to each authority, its own and no other's"),
    ]  # fmt: skip
    handed = KINDS["agenda"].view(edition(REAL, "2017-11-01"), "nwadcs-november")
    assert "Give each authority" not in " ".join(row["what"] for row in handed["after"])
    assert handed["taken_home"]


RECEIVERS = [
    ("to: own authority", "Share the plan", "Share the plan, to each authority challenged, its own and no other's"),
    ("to: own authority", "Give each authority its plan", "Give each authority its plan"),
    ("to: each authority", "Send every authority the plan", "Send every authority the plan"),
    ("to: each authority", "Send the plan", "Send the plan, to each authority"),
    ("to: board", "Send the Improvement board the plan", "Send the Improvement board the plan"),
]  # fmt: skip


@pytest.mark.parametrize(("to", "do", "expected"), RECEIVERS)
def test_who_is_sent_something_is_said_once(to: str, do: str, expected: str) -> None:
    action = f"  share: {{do: {do}, owner: team, for: each authority, due: 2 days after own forum, {to}, produces: [plan]}}\n"
    view = small("forum/winter-turn/coast", forum=FORUM.partition("actions:")[0] + "actions:\n" + action)
    assert [row["what"] for row in view["after"]] == [expected]


HOURS = [
    ("nwadcs-november", True),
    ("nwadcs-february", True),
    ("spd-meeting", True),
    ("nwadcs-march", True),
    ("conversation/bolton", False),
    ("quality-meeting", False),
]


@pytest.mark.parametrize(("meeting", "asked"), HOURS)
def test_the_question_of_hours_stands_with_each_meeting_that_it_is_about(meeting: str, asked: bool) -> None:  # noqa: FBT001
    text = markdown(edition(REAL, "2017-11-01"), "agenda", meeting)
    assert ("At what times do the meetings start and finish?" in text) == asked


def test_hours_that_are_known_are_not_asked_for() -> None:
    question = (
        "questions:\n  hours: {ask: When does it start?, about: forum time, who: team, meanwhile: As said}\n"
    )
    open_points = [
        small("forum/winter-turn/coast", time=time, more=question)["open"]
        for time in ("afternoon", "9:30am to 4pm")
    ]
    said = [[point for group in groups for point in group["points"]] for groups in open_points]
    assert ["When does it start? Until then: as said." in points for points in said] == [True, False]


def test_papers_of_a_meeting_without_an_order_are_listed_without_marks() -> None:
    text = markdown(edition(REAL, "2017-12-01"), "agenda", "follow-up")
    assert "\n**Papers:** notes of the Annual Conversation.\n" in text
    forum = markdown(edition(REAL, "2017-12-01"), "agenda", "forum/december/bpn-trafford")
    assert (
        "\n**Papers, for each authority challenged:** challenge headlines and questions, data pack and self-view.\n"
        in forum
    )


@pytest.mark.parametrize(("path", "on"), [(REAL, "2017-12-01"), (MADE_UP, "2026-11-23")])
def test_no_agenda_shows_a_mark_of_its_making(path: Path, on: str) -> None:
    for meeting in plan(path).meetings:
        assert "\\" not in markdown(edition(path, on), "agenda", meeting.id)
