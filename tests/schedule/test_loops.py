"""Deadlines that lean on one another: circles end and are told, long chains are no trouble."""

import pytest

from tests.schedule.small_cycles import FORUM, OPEN, dues, expected, meetings, plan_of

CIRCLES = {
    "no circle": ("a: {do: A, owner: team, due: after b}\n  b: {do: B, owner: team, due: 1 May 2027}", []),
    "itself": ("a: {do: A, owner: team, due: 2 days after a}", [("a", "a")]),
    "with itself": ("a: {do: A, owner: team, due: with a}", [("a", "a")]),
    "two": (
        "a: {do: A, owner: each authority, due: before b}\n  b: {do: B, owner: each authority, due: with a}",
        [("a", "b", "a")],
    ),
    "three, told once": (
        (
            "a: {do: A, owner: each authority, due: before b}\n"
            "  b: {do: B, owner: team, due: after c}\n"
            "  c: {do: C, owner: each group, due: 1 week after a}"
        ),
        [("a", "b", "c", "a")],
    ),
    "a tail that leads into a circle": (
        (
            "t: {do: T, owner: team, due: before a}\n"
            "  a: {do: A, owner: team, due: before b}\n"
            "  b: {do: B, owner: team, due: before a}"
        ),
        [("a", "b", "a")],
    ),
    "two circles": (
        (
            "a: {do: A, owner: team, due: before b}\n  b: {do: B, owner: team, due: before a}\n"
            "  c: {do: C, owner: team, due: before d}\n  d: {do: D, owner: team, due: before c}"
        ),
        [("a", "b", "a"), ("c", "d", "c")],
    ),
    "an exception that leans on its own action": (
        (
            "a:\n    do: A\n    owner: each authority\n    due: 1 May 2027\n"
            "    except: {ash: {due: 1 week after a, because: Late.}}"
        ),
        [("a", "a")],
    ),
}


@pytest.mark.parametrize(("actions", "loops"), CIRCLES.values(), ids=CIRCLES.keys())
def test_circles_end_and_are_told(actions: str, loops: list[tuple[str, ...]]) -> None:
    plan = plan_of(f"actions:\n  {actions}\n")
    assert plan.loops == loops
    assert all(task.due.text for task in plan.tasks)


def test_a_circle_is_told_to_whoever_asks_first() -> None:
    plan = plan_of(
        "events:\n  a: {title: A, date: after b}\nactions:\n  b: {do: B, owner: team, due: before a}\n"
    )
    assert plan.loops == [("a", "b", "a")]
    assert meetings(plan) == "a | A | after b, which is before a"
    assert dues(plan) == "b | before a, which is to be confirmed"


def test_one_round_may_lean_on_the_other() -> None:
    plan = plan_of(
        """
events:
  forum:
    title: Forum
    for: each group in each round
    date:
      winter-turn: {coast: 8 December 2026, moor: 9 December 2026}
      spring-turn: 3 months after last forum in winter-turn
actions:
  invite: {do: Invite, owner: team, for: each forum, due: 2 weeks before own forum}
"""
    )
    assert plan.loops == []
    assert meetings(plan) == expected(
        """
        forum/winter-turn/coast | Forum, Coast group | Tuesday 8 December 2026
        forum/winter-turn/moor | Forum, Moor group | Wednesday 9 December 2026
        forum/spring-turn/coast | Forum, Coast group | Tuesday 9 March 2027
        forum/spring-turn/moor | Forum, Moor group | Tuesday 9 March 2027
        """
    )
    assert dues(plan).splitlines()[-1] == (
        "invite/spring-turn/moor | Tuesday 23 February 2027 = 2 weeks before Tuesday 9 March 2027"
    )


@pytest.mark.parametrize("forwards", [True, False])
def test_a_chain_of_thousands_is_no_trouble(forwards: bool) -> None:  # noqa: FBT001
    links = 3000
    order = range(links) if forwards else range(links - 1, -1, -1)
    chain = "".join(
        f"  a{n}: {{do: A, owner: team, due: {f'1 day after a{n - 1}' if n else '1 October 2018'}}}\n"
        for n in order
    )
    plan = plan_of(f"actions:\n{chain}")
    last = plan.tasks_of(f"a{links - 1}")[0].due.day
    assert last is not None
    assert last.isoformat() == "2026-12-17"
    assert len(plan.tasks) == links
    assert plan.loops == []


def test_a_circle_of_thousands_is_no_trouble() -> None:
    links = 3000
    chain = "".join(f"  a{n}: {{do: A, owner: team, due: after a{(n + 1) % links}}}\n" for n in range(links))
    plan = plan_of(f"actions:\n{chain}")
    assert [len(loop) for loop in plan.loops] == [links + 1]


def test_events_held_for_one_another_end() -> None:
    plan = plan_of(
        """
events:
  a: {title: A, for: each b, date: before own b}
  b: {title: B, for: each c, date: before own c}
  c: {title: C, for: each a, date: before own a}
actions:
  d: {do: D, owner: each authority, for: each a, due: before own a}
"""
    )
    assert [meeting.id for meeting in plan.meetings] == ["a", "b", "c"]
    assert plan.loops == [("a", "b", "c", "a")]
    assert len(plan.tasks) == 4


def test_nothing_unknown_raises() -> None:
    plan = plan_of(
        FORUM
        + """
  talk: {title: Talk, for: [nowhere, TBC], date: {nowhere: 1 May 2027, coast: before own nothing}}
actions:
  a: {do: A, owner: chair of nowhere, for: each authority in nowhere, due: {atlantis: 1 May 2027}}
  b: {do: B, owner: each authority, due: last nothing in nowhere, from: with nothing}
  c: {do: C, owner: lead-challenger of each authority, due: each nothing of own group}
""",
        OPEN.replace("lead: ash", "lead: nobody-known").replace(
            "name: Ash, group: TBC", "name: Ash, group: lost"
        ),
    )
    assert plan.loops == []
    assert meetings(plan).splitlines()[4:] == [
        "talk/nowhere | Talk, nowhere | before own nothing, which is to be confirmed",
        "talk | Talk | before own nothing, which is to be confirmed",
    ]
    assert (plan.meetings_of("nothing"), plan.tasks_of("nothing")) == ((), ())
    assert [task.id for task in plan.tasks_of("b")] == ["b/ash", "b/birch", "b/elm", "b/fir"]
