"""Whom an event is held for: each phrase of `for` beside the meetings it makes."""

import pytest

from tests.schedule.small_cycles import FORUM, NAMED, expected, meetings, plan_of, tasks

MEETINGS = {
    "once": ("", NAMED, "talk | Talk | to be confirmed"),
    "each authority": (
        "for: each authority in coast",
        NAMED,
        """
        talk/ash | Talk, Ash | to be confirmed
        talk/birch | Talk, Birch | to be confirmed
        """,
    ),
    "each group in each round": (
        "for: each group in each round",
        NAMED,
        """
        talk/winter-turn/coast | Talk, Coast group | to be confirmed
        talk/winter-turn/moor | Talk, Moor group | to be confirmed
        talk/spring-turn/coast | Talk, Coast group | to be confirmed
        talk/spring-turn/moor | Talk, Moor group | to be confirmed
        """,
    ),
    "each round": (
        "for: each round",
        NAMED,
        """
        talk/winter-turn | Talk, Winter turn round | to be confirmed
        talk/spring-turn | Talk, Spring turn round | to be confirmed
        """,
    ),
    "not known for whom": ("for: some authorities", NAMED, "talk | Talk | to be confirmed"),
    "known for whom": ("for: [fir]", NAMED, "talk/fir | Talk, Fir | to be confirmed"),
    "each meeting of an event that is not there": (
        "for: each nothing",
        NAMED,
        "talk | Talk | to be confirmed",
    ),
    "each of its own": ("for: each talk", NAMED, "talk | Talk | to be confirmed"),
}


@pytest.mark.parametrize(("whom", "people", "held"), MEETINGS.values(), ids=MEETINGS.keys())
def test_events_are_held_for_these(whom: str, people: str, held: str) -> None:
    plan = plan_of(f"events:\n  talk:\n    title: Talk\n    date: TBC\n    {whom}\n", people)
    assert meetings(plan) == expected(held)


def test_each_event_means_whom_that_event_is_held_for() -> None:
    plan = plan_of(
        FORUM
        + """
  debrief:
    title: Debrief
    for: each forum
    date: 1 week after own forum
actions:
  invite:
    do: Invite the members
    owner: team
    for: each forum
    due: before own forum
  report:
    do: Report
    owner: each authority in coast
    for: each forum
    due: 2 days after own forum
"""
    )
    assert meetings(plan).splitlines()[4:] == [
        "debrief/winter-turn/coast | Debrief, Coast group | Tuesday 15 December 2026",
        "debrief/winter-turn/moor | Debrief, Moor group | Wednesday 16 December 2026",
        "debrief/spring-turn/coast | Debrief, Coast group | Tuesday 16 March 2027",
        "debrief/spring-turn/moor | Debrief, Moor group | Wednesday 17 March 2027",
    ]
    assert tasks(plan) == expected(
        """
        invite/winter-turn/coast | Improvement team | 1 | before Tuesday 8 December 2026
        invite/winter-turn/moor | Improvement team | 1 | before Wednesday 9 December 2026
        invite/spring-turn/coast | Improvement team | 1 | before Tuesday 9 March 2027
        invite/spring-turn/moor | Improvement team | 1 | before Wednesday 10 March 2027
        report/ash/forum/winter-turn/coast | Ash | 1 | Thursday 10 December 2026
        report/birch/forum/winter-turn/coast | Birch | 1 | Thursday 10 December 2026
        report/ash/forum/winter-turn/moor | Ash | 1 | Friday 11 December 2026
        report/birch/forum/winter-turn/moor | Birch | 1 | Friday 11 December 2026
        report/ash/forum/spring-turn/coast | Ash | 1 | Thursday 11 March 2027
        report/birch/forum/spring-turn/coast | Birch | 1 | Thursday 11 March 2027
        report/ash/forum/spring-turn/moor | Ash | 1 | Friday 12 March 2027
        report/birch/forum/spring-turn/moor | Birch | 1 | Friday 12 March 2027
        """
    )
    assert [task.event for task in plan.tasks_of("invite")] == [held.id for held in plan.meetings_of("forum")]
