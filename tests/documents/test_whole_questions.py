"""The list of open questions: by who can say, soonest first, with what holds until then and what hangs on it."""

from typing import Any

import pytest

from peercycle.documents.kinds import KINDS
from tests.cycles.files import REAL, plan
from tests.documents.made import edition, edition_of, markdown
from tests.documents.small_agendas import FORUM, small_plan
from tests.schedule.small_cycles import NAMED, plan_of

QUESTIONS = """
questions:
  late: {ask: What is late?, about: later, who: team, by: Monday 2 November 2026}
  soon: {ask: What is soon?, about: [forum time, forum date], who: team, by: Monday 7 December 2026, meanwhile: Not assumed}
  whenever: {ask: What is open?, about: [board posts, view shown-to], who: team, meanwhile: All of it.}
  elsewhere: {ask: Who knows?, about: [team members, coast lead], who: board, meanwhile: The chair}
  nobody: {ask: Is anybody there?, about: speak owner}
"""


def view(questions: str, on: str = "2026-11-12", forum: str = FORUM) -> dict[str, Any]:
    """Return the view of the open questions of a small cycle."""
    of = edition_of(small_plan(NAMED, forum, more=questions), on)
    return KINDS["questions"].view(of, "2026-27")


def test_who_can_say_what_by_when() -> None:
    made = view(QUESTIONS)
    assert [(group["who"], group["dated"]) for group in made["groups"]] == [
        ("The Improvement team can say", True),
        ("The Improvement board can say", False),
        ("Nobody is named yet who can say", False),
    ]
    assert [tuple(row.values()) for row in made["groups"][0]["rows"]] == [
        ("What is late?", "Monday 2 November 2026, 10 days ago", "Nothing is assumed", "Later meeting"),
        ("What is soon?", "Monday 7 December 2026", "Nothing is assumed", "Hours: forum day; Day: forum day"),
        ("What is open?", "No day named", "All of it", "Posts: Improvement board; Who may see it: self-view"),
    ]
    assert made["groups"][0]["caption"] == (
        "3 questions for the Improvement team, those whose answer is wanted soonest first"
    )
    assert made["groups"][1]["rows"][0]["hangs"] == "Who sits on it: Improvement team; Lead: coast"
    assert [group["caption"] for group in made["groups"][1:]] == [
        "1 question for the Improvement board",
        "1 question for nobody named yet",
    ]


def test_what_is_marked_without_a_question_is_asked_in_words() -> None:
    assert view("")["bare"] == [
        "On which day is the forum day?",
        "Where is the forum day held?",
        "In which building and room is the forum day?",
        "By when is this to be done: Answer the plan?",
        "Who is to do this: Look back?",
    ]


@pytest.mark.parametrize(
    ("title", "asked"),
    [
        ("The end", "On which day is the end?"),
        ("The Northmere day", "On which day is the Northmere day?"),
        ("A day of talks", "On which day is a day of talks?"),
        ("Theatre day", "On which day is the theatre day?"),
    ],
)
def test_a_meeting_is_asked_about_with_one_article(title: str, asked: str) -> None:
    assert view("", forum=FORUM.replace("Forum day", title))["bare"][0] == asked


OPENINGS = [
    ("late", "2026-11-12", "; it is past the day an answer was wanted"),
    ("soon", "2026-11-12", "; an answer is wanted by Monday 7 December 2026"),
    ("whenever", "2026-11-12", ""),
]


@pytest.mark.parametrize(("key", "on", "expected"), OPENINGS)
def test_one_question_is_spoken_of_in_the_singular(key: str, on: str, expected: str) -> None:
    line = next(line for line in QUESTIONS.splitlines() if line.strip().startswith(f"{key}:"))
    programme = "events:\n  later: {title: Later meeting, date: Friday 7 May 2027}\n  forum: {title: Forum, date: 8 May 2027}\n"
    of = edition_of(plan_of(programme, more=f"questions:\n{line}\n"), on)
    assert KINDS["questions"].view(of, "2026-27")["opening"] == f"1 question is open{expected}."


def test_how_many_are_late_and_have_a_day() -> None:
    assert view(QUESTIONS)["opening"] == (
        "9 questions are open. One is past the day an answer was wanted; one is to be answered by a day still ahead."
    )
    assert view(QUESTIONS, "2026-10-12")["opening"] == (
        "9 questions are open. Two are to be answered by a day still ahead."
    )


def test_nothing_open_is_said() -> None:
    of = edition_of(plan_of("events:\n  later: {title: Later, date: Friday 7 May 2027}\n"), "2026-11-01")
    text = markdown(of, "questions", "2026-27")
    assert "**No question is open.**" in text
    assert "|" not in text


def test_the_real_ones_say_what_hangs_on_them() -> None:
    of = edition(REAL, "2017-12-01")
    made = KINDS["questions"].view(of, "2017-18")
    hangs = {row["ask"]: row["hangs"] for group in made["groups"] for row in group["rows"]}
    assert hangs["What do the letters BPN stand for?"] == "The abbreviation BPN"
    assert hangs["Which building and room in Manchester?"] == "Room: peer challenge forum"
    assert hangs["Which authorities belong to which BPN, and which twelve are challenged in December?"] == (
        "BPN: each authority; Round: each authority"
    )
    assert "Who sits on the Sub-regional groups?" in made["bare"]
    assert len(hangs) + len(made["bare"]) == len(of.questions) == 39
    assert KINDS["questions"].subjects(plan(REAL)) == ("2017-18",)
