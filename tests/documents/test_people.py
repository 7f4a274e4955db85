"""Who comes to a meeting, in words: every phrase that `attends` and the members of a body may hold."""

import pytest

from peercycle.documents.people import comers, parts
from peercycle.documents.wording import Wording
from tests.documents.made import edition_of
from tests.schedule.small_cycles import FORUM, NAMED, OPEN, PAPERS, plan_of

LEADERLESS = NAMED.replace(", lead: elm", "")
CIRCLE = """  circle: {name: Circle, members: {each lead authority: [dcs], fir: all, board: [chair], team: all}}
"""

COMERS = [
    ("each authority: [dcs]", "forum/winter-turn/coast", "The Director of each of the 4 authorities"),
    ("each authority: all", "forum/winter-turn/coast", "Each of the 4 authorities"),
    ("each authority in coast: all", "forum/winter-turn/moor", "Each member of the Coast group"),
    ("each authority in own group: [dcs]", "forum/winter-turn/moor", "The Director of each member of the Moor group"),
    ("own lead authority: [dcs]", "forum/winter-turn/coast", "The Director of Ash"),
    ("own lead authority: [dcs]", "forum/winter-turn/moor", "The Director of the lead of the Moor group"),
    ("each lead authority: [one dcs]", "forum/winter-turn/coast", "One Director of each lead authority"),
    ("birch: [dcs, lead-member]", "forum/winter-turn/coast", "The Director and Lead Member of Birch"),
    ("moor: all", "forum/winter-turn/coast", "The Moor group"),
    ("board: [chair]", "forum/winter-turn/coast", "The Chair of the Improvement board"),
    ("board: all", "forum/winter-turn/coast", "The Improvement board"),
    ("circle: all", "forum/winter-turn/coast",
     "Circle: the Director of each lead authority; Fir; the Chair of the Improvement board; the Improvement team"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "meeting", "expected"), COMERS)
def test_who_comes_is_said_in_words(line: str, meeting: str, expected: str) -> None:
    assert said(f"{FORUM}    attends: {{{line}}}\n", LEADERLESS, meeting) == [expected]


def said(programme: str, people: str, meeting: str) -> list[str]:
    """Return who comes to a meeting of a small cycle."""
    plan = plan_of(programme, people, papers=CIRCLE + PAPERS)
    held = next(each for each in plan.meetings if each.id == meeting)
    return comers(edition_of(plan, "2026-11-02"), held, Wording(plan.cycle))


def test_while_names_are_open_the_first_line_says_so() -> None:
    programme = f"{FORUM}    attends: {{each authority in own group: all, team: all}}\n"
    assert said(programme, OPEN, "forum/winter-turn/coast") == [
        "Each member of the Coast group. Members to be confirmed",
        "The Improvement team",
    ]


@pytest.mark.parametrize(
    ("lead", "expected"), [("lead: TBC", "the lead of the Moor group"), ("lead: elm", "Elm")]
)
def test_a_lead_not_yet_agreed_is_the_lead_of_its_group(lead: str, expected: str) -> None:
    programme = f"{FORUM}    attends: {{own lead authority: all}}\n"
    people = NAMED.replace("lead: elm", lead)
    assert said(programme, people, "forum/winter-turn/moor") == [expected[:1].upper() + expected[1:]]


PARTS = [
    (NAMED, [
        "Challenged that day: Ash.",
        "Birch has its turn on Tuesday 9 March 2027, and comes to challenge.",
        "Each authority is challenged by the other.",
    ]),
    (NAMED.replace("name: Ash, group: coast", "name: Ash, challengers: [birch], group: coast"), [
        "Challenged that day: Ash.",
        "Birch has its turn on Tuesday 9 March 2027, and comes to challenge.",
    ]),
    (OPEN, []),
]  # fmt: skip


@pytest.mark.parametrize(("people", "expected"), PARTS, ids=["by all", "by those named", "open"])
def test_who_is_challenged_and_who_challenges(people: str, expected: list[str]) -> None:
    plan = plan_of(FORUM, people)
    assert parts(edition_of(plan, "2026-11-02"), plan.meetings[0]) == expected
