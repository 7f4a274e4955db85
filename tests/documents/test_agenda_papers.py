"""What an agenda says of papers and questions: what comes of the meeting, what is handed out when, what is still open."""

import pytest

from peercycle.documents.kinds import KINDS
from tests.documents.made import MADE_UP, REAL, edition, edition_of, markdown
from tests.documents.small_agendas import FORUM, facts, small
from tests.schedule.small_cycles import NAMED, plan_of

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


DAYS = """
questions:
  days: {ask: On which day is each visit?, about: visit date, who: team}
"""


@pytest.mark.parametrize(("authority", "asked"), [("ash", 0), ("birch", 1)])
def test_a_question_about_days_of_authorities_is_not_that_of_one_whose_day_is_known(
    authority: str, asked: int
) -> None:
    programme = """
    events:
      visit:
        title: Visit
        for: each authority
        date: {ash: Tuesday 2 March 2027, birch: TBC, elm: TBC, fir: TBC}
        attends: {own authority: all}
    """
    of = edition_of(plan_of(programme, NAMED, DAYS), "2026-11-02")
    assert len(KINDS["agenda"].view(of, f"visit/{authority}")["open"]) == asked


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
