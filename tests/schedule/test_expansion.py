"""Who does what: each phrase of `owner` and `for` beside the tasks it makes."""

import pytest

from tests.schedule.small_cycles import FORUM, NAMED, OPEN, PARTLY, expected, meetings, plan_of, tasks

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


def test_those_excused_have_no_task_and_others_lean_on_the_day_they_would_have_had() -> None:
    plan = plan_of(
        """
actions:
  send:
    do: Send it
    owner: each authority
    due: Friday 6 November 2026
    except:
      ash: {excused: true, because: It sent it last year.}
      moor: {due: Friday 20 November 2026, because: The moor is far.}
      fir: {due: Monday 30 November 2026, because: It was ill.}
  follow:
    do: Follow it up
    owner: each authority
    due: with send
  answer:
    do: Answer it
    owner: team
    for: each authority
    due: 1 week after send
"""
    )
    assert tasks(plan) == expected(
        """
        send/birch | Birch | 1 | Friday 6 November 2026
        send/elm | Elm | 1 | Friday 20 November 2026
        send/fir | Fir | 1 | Monday 30 November 2026
        follow/ash | Ash | 1 | Friday 6 November 2026
        follow/birch | Birch | 1 | Friday 6 November 2026
        follow/elm | Elm | 1 | Friday 20 November 2026
        follow/fir | Fir | 1 | Monday 30 November 2026
        answer/ash | Improvement team | 1 | Friday 13 November 2026
        answer/birch | Improvement team | 1 | Friday 13 November 2026
        answer/elm | Improvement team | 1 | Friday 27 November 2026
        answer/fir | Improvement team | 1 | Monday 7 December 2026
        """
    )


def test_who_may_be_an_exception_has_the_bounds_of_both() -> None:
    plan = plan_of(
        """
actions:
  send:
    do: Send it
    owner: each authority
    due: Friday 6 November 2026
    except: {moor: {due: Friday 20 November 2026, because: The moor is far.}}
  show:
    do: Show it
    owner: each authority
    due: Friday 6 November 2026
    except: {moor: {excused: true, because: The moor is far.}, fir: {due: 1 May 2027, because: It was ill.}}
""",
        PARTLY,
    )
    either = "one of 2 days, 6 to 20 November 2026"
    excused = "Friday 6 November 2026, or to be confirmed"
    assert tasks(plan) == expected(
        f"""
        send/ash | Ash | 1 | Friday 6 November 2026
        send/birch | Birch | 1 | {either}
        send/elm | Elm | 1 | {either}
        send/fir | Fir | 1 | {either}
        show/ash | Ash | 1 | Friday 6 November 2026
        show/birch | Birch | 1 | {excused}
        show/elm | Elm | 1 | {excused}
        show/fir | Fir | 1 | Saturday 1 May 2027
        """
    )
    assert [task.due.latest is None for task in plan.tasks_of("show")] == [False, True, True, False]
