"""Deadlines and dates by round and by group: each grid beside the tasks it makes."""

import pytest

from tests.schedule.small_cycles import FORUM, NAMED, OPEN, PARTLY, expected, meetings, plan_of, tasks

BY_ROUND = "{winter-turn: January 2027, spring-turn: after own forum}"
BY_GROUP = "{coast: 4 January 2027, moor: 5 January 2027}"
ROUND_GROUP = (
    "{winter-turn: {coast: 4 January 2027, moor: 5 January 2027}, "
    "spring-turn: {coast: 5 April 2027, moor: 6 April 2027}}"
)
GROUP_ROUND = (
    "{coast: {winter-turn: 4 January 2027, spring-turn: 5 April 2027}, "
    "moor: {winter-turn: 5 January 2027, spring-turn: 6 April 2027}}"
)

SEVERAL_DAYS = "after own forum, which is on one of 2 days, 9 to 10 March 2027"

GRIDS = {
    "by round, memberships known": (
        f"owner: each authority\ndue: {BY_ROUND}",
        NAMED,
        """
        act/ash | Ash | 1 | January 2027
        act/birch | Birch | 1 | after Tuesday 9 March 2027
        act/elm | Elm | 1 | January 2027
        act/fir | Fir | 1 | after Wednesday 10 March 2027
        """,
    ),
    "by round, nobody named": (
        f"owner: each authority\ndue: {BY_ROUND}",
        OPEN,
        f"""
        act/winter-turn | 2 authorities, not yet named | 2 | January 2027
        act/spring-turn | 2 authorities, not yet named | 2 | {SEVERAL_DAYS}
        """,
    ),
    "by round, one named": (
        f"owner: lead-member of each authority\ndue: {BY_ROUND}",
        PARTLY,
        f"""
        act/ash | Lead Member of Ash | 1 | January 2027
        act/winter-turn | Lead Member of 1 authority, not yet named | 1 | January 2027
        act/spring-turn | Lead Member of 2 authorities, not yet named | 2 | {SEVERAL_DAYS}
        """,
    ),
    "by round, for authorities nobody named": (
        f"owner: team\nfor: each authority\ndue: {BY_ROUND}",
        OPEN,
        f"""
        act/winter-turn | Improvement team | 2 | January 2027
        act/spring-turn | Improvement team | 2 | {SEVERAL_DAYS}
        """,
    ),
    "by round, the number of one left out": (
        f"owner: each authority\ndue: {BY_ROUND}",
        OPEN.replace("when: March 2027, authorities: 2", "when: March 2027, authorities: TBC"),
        f"""
        act/winter-turn | 2 authorities, not yet named | 2 | January 2027
        act/spring-turn | 2 authorities, not yet named | 2 | {SEVERAL_DAYS}
        """,
    ),
    "by round, no numbers": (
        f"owner: each authority\ndue: {BY_ROUND}",
        OPEN.replace(", authorities: 2", ""),
        f"""
        act/winter-turn | some authorities, not yet named | None | January 2027
        act/spring-turn | some authorities, not yet named | None | {SEVERAL_DAYS}
        """,
    ),
    "by round, numbers too small": (
        f"owner: each authority\ndue: {BY_ROUND}",
        OPEN.replace("authorities: 2", "authorities: 1"),
        f"""
        act/winter-turn | 1 authority, not yet named | 1 | January 2027
        act/spring-turn | 1 authority, not yet named | 1 | {SEVERAL_DAYS}
        act/in-no-round | 2 authorities, not yet named | 2 | January 2027, or after own forum
        """,
    ),
    "by round, numbers too large": (
        f"owner: each authority\ndue: {BY_ROUND}",
        OPEN.replace("authorities: 2", "authorities: 3"),
        f"""
        act/winter-turn | 3 authorities, not yet named | 3 | January 2027
        act/spring-turn | 1 authority, not yet named | 1 | {SEVERAL_DAYS}
        """,
    ),
    "by round, a choice of authorities keeps their names": (
        f"owner: each lead authority\ndue: {BY_ROUND}",
        OPEN,
        """
        act/ash | Ash | 1 | January 2027, or after own forum
        act/elm | Elm | 1 | January 2027, or after own forum
        """,
    ),
    "by round, some with exceptions": (
        (
            f"owner: each authority\ndue: {BY_ROUND}\n"
            "except: {ash: {due: 1 June 2027, because: Late.}, fir: {excused: true, because: New.}}"
        ),
        OPEN,
        """
        act/ash | Ash | 1 | Tuesday 1 June 2027
        act/winter-turn | 2 authorities, not yet named | 2 | January 2027
        """,
    ),
    "by round, each group in each round": (
        f"owner: each group in each round\ndue: {BY_ROUND}",
        OPEN,
        """
        act/winter-turn/coast | Coast group | 1 | January 2027
        act/winter-turn/moor | Moor group | 1 | January 2027
        act/spring-turn/coast | Coast group | 1 | after Tuesday 9 March 2027
        act/spring-turn/moor | Moor group | 1 | after Wednesday 10 March 2027
        """,
    ),
    "by round, each group": (
        f"owner: each group\ndue: {BY_ROUND}",
        OPEN,
        """
        act/winter-turn/coast | Coast group | 1 | January 2027
        act/spring-turn/coast | Coast group | 1 | after Tuesday 9 March 2027
        act/winter-turn/moor | Moor group | 1 | January 2027
        act/spring-turn/moor | Moor group | 1 | after Wednesday 10 March 2027
        """,
    ),
    "by round, a body": (
        f"owner: team\ndue: {BY_ROUND}",
        OPEN,
        f"""
        act/winter-turn | Improvement team | 1 | January 2027
        act/spring-turn | Improvement team | 1 | {SEVERAL_DAYS}
        """,
    ),
    "by round, some authorities": (
        f"owner: some authorities\ndue: {BY_ROUND}",
        OPEN,
        f"""
        act/winter-turn | some authorities, not yet named | None | January 2027
        act/spring-turn | some authorities, not yet named | None | {SEVERAL_DAYS}
        """,
    ),
    "by round, the cross product of open rounds": (
        f"owner: each authority\nfor: each board-talk\ndue: {BY_ROUND}",
        OPEN,
        f"""
        act/winter-turn/board-talk | 2 authorities, not yet named | 2 | January 2027
        act/spring-turn/board-talk | 2 authorities, not yet named | 2 | {SEVERAL_DAYS}
        """,
    ),
    "by group, memberships known": (
        f"owner: each authority\ndue: {BY_GROUP}",
        NAMED,
        """
        act/ash | Ash | 1 | Monday 4 January 2027
        act/birch | Birch | 1 | Monday 4 January 2027
        act/elm | Elm | 1 | Tuesday 5 January 2027
        act/fir | Fir | 1 | Tuesday 5 January 2027
        """,
    ),
    "by group, nobody named": (
        f"owner: each authority\ndue: {BY_GROUP}",
        PARTLY,
        """
        act/ash | Ash | 1 | Monday 4 January 2027
        act/birch | Birch | 1 | one of 2 days, 4 to 5 January 2027
        act/elm | Elm | 1 | one of 2 days, 4 to 5 January 2027
        act/fir | Fir | 1 | one of 2 days, 4 to 5 January 2027
        """,
    ),
    "by group, a body": (
        f"owner: team\ndue: {BY_GROUP}",
        OPEN,
        """
        act/coast | Improvement team | 1 | Monday 4 January 2027
        act/moor | Improvement team | 1 | Tuesday 5 January 2027
        """,
    ),
    "by round and group, nobody named": (
        f"owner: each authority\ndue: {ROUND_GROUP}",
        OPEN,
        """
        act/winter-turn | 2 authorities, not yet named | 2 | one of 2 days, 4 to 5 January 2027
        act/spring-turn | 2 authorities, not yet named | 2 | one of 2 days, 5 to 6 April 2027
        """,
    ),
    "by round and group, a body for each group": (
        f"owner: team\nfor: each group\ndue: {GROUP_ROUND}",
        OPEN,
        """
        act/winter-turn/coast | Improvement team | 1 | Monday 4 January 2027
        act/spring-turn/coast | Improvement team | 1 | Monday 5 April 2027
        act/winter-turn/moor | Improvement team | 1 | Tuesday 5 January 2027
        act/spring-turn/moor | Improvement team | 1 | Tuesday 6 April 2027
        """,
    ),
    "a row missing": (
        "owner: each authority\ndue: {winter-turn: January 2027}",
        OPEN,
        """
        act/winter-turn | 2 authorities, not yet named | 2 | January 2027
        act/spring-turn | 2 authorities, not yet named | 2 | to be confirmed
        """,
    ),
    "a row misspelt": (
        "owner: each authority in coast\ndue: {winter-turm: January 2027, spring-turn: June 2027}",
        NAMED,
        """
        act/ash | Ash | 1 | to be confirmed
        act/birch | Birch | 1 | June 2027
        """,
    ),
    "four wide cells, and nobody knows which": (
        "owner: ash\ndue: {winter-turn: {coast: March 2027, moor: April 2027}, spring-turn: {coast: May 2027, moor: June 2027}}",
        OPEN,
        "act/ash | Ash | 1 | to be confirmed",
    ),
}


@pytest.mark.parametrize(("action", "people", "made"), GRIDS.values(), ids=GRIDS.keys())
def test_grids_make_these_tasks(action: str, people: str, made: str) -> None:
    lines = "".join(f"    {line}\n" for line in action.splitlines())
    programme = f"{FORUM}  board-talk: {{title: Talk, date: TBC}}\nactions:\n  act:\n    do: Act\n{lines}"
    plan = plan_of(programme, people)
    assert tasks(plan) == expected(made)
    assert len({task.id for task in plan.tasks}) == len(plan.tasks)


@pytest.mark.parametrize("grid", [ROUND_GROUP, GROUP_ROUND])
def test_either_order_of_nesting_is_the_same(grid: str) -> None:
    plan = plan_of(f"events:\n  talk: {{title: Talk, for: each group in each round, date: {grid}}}\n")
    assert meetings(plan) == expected(
        """
        talk/winter-turn/coast | Talk, Coast group | Monday 4 January 2027
        talk/winter-turn/moor | Talk, Moor group | Tuesday 5 January 2027
        talk/spring-turn/coast | Talk, Coast group | Monday 5 April 2027
        talk/spring-turn/moor | Talk, Moor group | Tuesday 6 April 2027
        """
    )


def test_the_date_of_a_meeting_by_round_is_one_of_them_while_the_round_is_open() -> None:
    programme = "events:\n  talk: {title: Talk, for: each authority in coast, date: {winter-turn: 4 January 2027, spring-turn: 5 April 2027}}\n"
    assert meetings(plan_of(programme)) == expected(
        """
        talk/ash | Talk, Ash | Monday 4 January 2027
        talk/birch | Talk, Birch | Monday 5 April 2027
        """
    )
    people = NAMED.replace("group: coast, round: spring-turn", "group: coast, round: TBC")
    assert meetings(plan_of(programme, people)).splitlines()[1] == (
        "talk/birch | Talk, Birch | one of 2 days, 4 January to 5 April 2027"
    )


def test_gathered_lines_are_what_others_lean_on() -> None:
    plan = plan_of(
        """
actions:
  send: {do: Send, owner: team, for: each authority, due: {winter-turn: 4 January 2027, spring-turn: 5 April 2027}}
  answer: {do: Answer, owner: each authority in coast, due: 1 week after send}
""",
        NAMED.replace("round: spring-turn", "round: TBC"),
    )
    assert tasks(plan) == expected(
        """
        send/ash | Improvement team | 1 | Monday 4 January 2027
        send/elm | Improvement team | 1 | Monday 4 January 2027
        send/spring-turn | Improvement team | 2 | Monday 5 April 2027
        answer/ash | Ash | 1 | Monday 11 January 2027
        answer/birch | Birch | 1 | Monday 12 April 2027
        """
    )
