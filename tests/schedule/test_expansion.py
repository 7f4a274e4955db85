"""Who does what: each phrase of `owner` and `for` beside the tasks it makes."""

import pytest

from tests.schedule.small_cycles import FORUM, NAMED, OPEN, PARTLY, expected, plan_of, tasks

OWNERS = {
    "a body": (
        "owner: team",
        NAMED,
        "act | Improvement team | 1 | to be confirmed",
    ),
    "a post of a body": (
        "owner: chair of board",
        NAMED,
        "act | Chair of Improvement board | 1 | to be confirmed",
    ),
    "nobody yet": (
        "owner: TBC",
        NAMED,
        "act | nobody named | 1 | to be confirmed",
    ),
    "one authority": (
        "owner: elm",
        NAMED,
        "act/elm | Elm | 1 | to be confirmed",
    ),
    "a role of one authority": (
        "owner: lead-member of elm",
        NAMED,
        "act/elm | Lead Member of Elm | 1 | to be confirmed",
    ),
    "each authority": (
        "owner: each authority",
        NAMED,
        """
        act/ash | Ash | 1 | to be confirmed
        act/birch | Birch | 1 | to be confirmed
        act/elm | Elm | 1 | to be confirmed
        act/fir | Fir | 1 | to be confirmed
        """,
    ),
    "a role of each authority in a group": (
        "owner: dcs of each authority in moor",
        NAMED,
        """
        act/elm | Director of Elm | 1 | to be confirmed
        act/fir | Director of Fir | 1 | to be confirmed
        """,
    ),
    "each authority in a round": (
        "owner: each authority in winter-turn",
        NAMED,
        """
        act/ash | Ash | 1 | to be confirmed
        act/elm | Elm | 1 | to be confirmed
        """,
    ),
    "each authority in a round nobody is assigned to": (
        "owner: each authority in winter-turn",
        OPEN,
        "act/winter-turn | 2 authorities, not yet named | 2 | to be confirmed",
    ),
    "each authority in a round of which one is known": (
        "owner: each authority in winter-turn",
        PARTLY,
        """
        act/ash | Ash | 1 | to be confirmed
        act/winter-turn | 1 authority, not yet named | 1 | to be confirmed
        """,
    ),
    "each authority in a group of which one is known": (
        "owner: each authority in coast",
        PARTLY,
        """
        act/ash | Ash | 1 | to be confirmed
        act/coast | some authorities of Coast group, not yet named | None | to be confirmed
        """,
    ),
    "each lead authority": (
        "owner: each lead authority",
        OPEN,
        """
        act/ash | Ash | 1 | to be confirmed
        act/elm | Elm | 1 | to be confirmed
        """,
    ),
    "each lead authority, not all chosen": (
        "owner: each lead authority",
        NAMED.replace("lead: ash", "lead: TBC").replace("lead: elm", "lead: nowhere"),
        "act | 2 authorities, not yet named | 2 | to be confirmed",
    ),
    "each group": (
        "owner: each group",
        NAMED,
        """
        act/coast | Coast group | 1 | to be confirmed
        act/moor | Moor group | 1 | to be confirmed
        """,
    ),
    "each group in each round": (
        "owner: each group in each round",
        OPEN,
        """
        act/winter-turn/coast | Coast group | 1 | to be confirmed
        act/winter-turn/moor | Moor group | 1 | to be confirmed
        act/spring-turn/coast | Coast group | 1 | to be confirmed
        act/spring-turn/moor | Moor group | 1 | to be confirmed
        """,
    ),
    "each round": (
        "owner: each round",
        NAMED,
        """
        act/winter-turn | Winter turn round | 1 | to be confirmed
        act/spring-turn | Spring turn round | 1 | to be confirmed
        """,
    ),
    "one group and one round": (
        "owner: team\nfor: [moor, winter-turn]",
        NAMED,
        """
        act/moor | Improvement team | 1 | to be confirmed
        act/winter-turn | Improvement team | 1 | to be confirmed
        """,
    ),
    "some authorities": (
        "owner: some authorities",
        NAMED,
        "act | some authorities, not yet named | None | to be confirmed",
    ),
    "a body for each authority": (
        "owner: team\nfor: each authority",
        OPEN,
        """
        act/ash | Improvement team | 1 | to be confirmed
        act/birch | Improvement team | 1 | to be confirmed
        act/elm | Improvement team | 1 | to be confirmed
        act/fir | Improvement team | 1 | to be confirmed
        """,
    ),
    "a body for some authorities": (
        "owner: team\nfor: some authorities",
        NAMED,
        "act | Improvement team | None | to be confirmed",
    ),
    "a body for those now known": (
        "owner: team\nfor: [fir, ash]",
        NAMED,
        """
        act/fir | Improvement team | 1 | to be confirmed
        act/ash | Improvement team | 1 | to be confirmed
        """,
    ),
    "owner and for: the cross product": (
        "owner: each group\nfor: each round",
        NAMED,
        """
        act/coast/winter-turn | Coast group | 1 | to be confirmed
        act/moor/winter-turn | Moor group | 1 | to be confirmed
        act/coast/spring-turn | Coast group | 1 | to be confirmed
        act/moor/spring-turn | Moor group | 1 | to be confirmed
        """,
    ),
    "each authority in two rounds: the cross product": (
        "owner: each authority in coast\nfor: each round",
        NAMED,
        """
        act/ash/winter-turn | Ash | 1 | to be confirmed
        act/birch/winter-turn | Birch | 1 | to be confirmed
        act/ash/spring-turn | Ash | 1 | to be confirmed
        act/birch/spring-turn | Birch | 1 | to be confirmed
        """,
    ),
    "own forum of the round that a task is about": (
        "owner: each authority in coast\nfor: [spring-turn]\ndue: own forum",
        NAMED,
        """
        act/ash/spring-turn | Ash | 1 | Tuesday 9 March 2027
        act/birch/spring-turn | Birch | 1 | Tuesday 9 March 2027
        """,
    ),
    "a group about each authority": (
        "owner: each group\nfor: [ash, fir]",
        OPEN,
        """
        act/coast/ash | Coast group | 1 | to be confirmed
        act/moor/ash | Moor group | 1 | to be confirmed
        act/coast/fir | Coast group | 1 | to be confirmed
        act/moor/fir | Moor group | 1 | to be confirmed
        """,
    ),
    "unknown ids": (
        "owner: nobody-of-that-name\nfor: [nowhere, each nothing]",
        NAMED,
        """
        act/nowhere | nobody-of-that-name | 1 | to be confirmed
        act | nobody-of-that-name | None | to be confirmed
        """,
    ),
    "the same twice": (
        "owner: team\nfor: [TBC, some authorities, ash, ash]",
        NAMED,
        """
        act | Improvement team | 1 | to be confirmed
        act/2 | Improvement team | None | to be confirmed
        act/ash | Improvement team | 1 | to be confirmed
        act/ash/2 | Improvement team | 1 | to be confirmed
        """,
    ),
}


@pytest.mark.parametrize(("owner", "people", "made"), OWNERS.values(), ids=OWNERS.keys())
def test_owners_make_these_tasks(owner: str, people: str, made: str) -> None:
    lines = "".join(f"    {line}\n" for line in owner.splitlines())
    due = "" if "due:" in owner else "    due: TBC\n"
    plan = plan_of(f"{FORUM}actions:\n  act:\n    do: Act\n{due}{lines}", people)
    assert tasks(plan) == expected(made)
    assert len({task.id for task in plan.tasks}) == len(plan.tasks)


def test_each_forum_of_own_group_makes_one_task_for_each() -> None:
    programme = (
        FORUM
        + """
actions:
  prepare:
    do: Prepare to challenge
    owner: each authority in coast
    due: before each forum of own group
"""
    )
    plan = plan_of(programme)
    assert tasks(plan) == expected(
        """
        prepare/ash/forum/winter-turn/coast | Ash | 1 | before Tuesday 8 December 2026
        prepare/ash/forum/spring-turn/coast | Ash | 1 | before Tuesday 9 March 2027
        prepare/birch/forum/winter-turn/coast | Birch | 1 | before Tuesday 8 December 2026
        prepare/birch/forum/spring-turn/coast | Birch | 1 | before Tuesday 9 March 2027
        """
    )
    unknown = plan_of(programme.replace("each authority in coast", "ash"), OPEN)
    assert tasks(unknown) == expected(
        """
        prepare/ash/forum/winter-turn | Ash | 1 | before the forum of own group, which is on one of 2 days, 8 to 9 December 2026
        prepare/ash/forum/spring-turn | Ash | 1 | before the forum of own group, which is on one of 2 days, 9 to 10 March 2027
        """
    )
    assert [task.event for task in unknown.tasks] == ["forum/winter-turn", "forum/spring-turn"]


def test_each_event_of_own_group_without_rounds_or_meetings() -> None:
    programme = """
events:
  visit:
    title: Visit
    for: each authority
    date: TBC
actions:
  tidy:
    do: Tidy up
    owner: each group
    due: before each visit of own group
  rest:
    do: Rest
    owner: team
    due: before each nothing of own group
"""
    assert [task.id for task in plan_of(programme).tasks] == [
        "tidy/coast/visit/ash",
        "tidy/coast/visit/birch",
        "tidy/moor/visit/elm",
        "tidy/moor/visit/fir",
        "rest",
    ]
    assert [task.id for task in plan_of(programme, OPEN).tasks] == [
        *(f"tidy/coast/visit/{key}" for key in ("ash", "birch", "elm", "fir")),
        *(f"tidy/moor/visit/{key}" for key in ("ash", "birch", "elm", "fir")),
        "rest",
    ]


def test_a_lead_challenger_has_the_task_about_the_authority_it_challenges() -> None:
    people = NAMED.replace("{name: Ash,", "{name: Ash, challengers: [fir, birch],").replace(
        "{name: Elm,", "{name: Elm, challengers: [fir],"
    )
    plan = plan_of(
        FORUM
        + """
actions:
  write-up:
    do: Write up the challenge
    owner: lead-challenger of each authority
    due: 5 days after own forum
  greet:
    do: Greet
    owner: lead-challenger of ash
    due: TBC
""",
        people,
    )
    assert tasks(plan) == expected(
        """
        write-up/fir/ash | Fir, lead challenger of Ash | 1 | Sunday 13 December 2026
        write-up/not-named/birch | lead challenger of Birch | 1 | Sunday 14 March 2027
        write-up/fir/elm | Fir, lead challenger of Elm | 1 | Monday 14 December 2026
        write-up/not-named/fir | lead challenger of Fir | 1 | Monday 15 March 2027
        greet/fir/ash | Fir, lead challenger of Ash | 1 | to be confirmed
        """
    )
    first = plan.tasks[0]
    assert (first.authority, first.about) == ("fir", "ash")
    assert (plan.tasks[1].authority, plan.tasks[1].about) == ("birch", None)
