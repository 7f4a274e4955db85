"""Deadlines that lean on days not all known: what bounds them, and in which words."""

from datetime import date

from tests.schedule.small_cycles import (
    FORUM,
    OPEN,
    PARTLY,
    dues,
    expected,
    plan_of,
)


def test_the_first_and_last_of_days_not_all_known() -> None:
    forum = FORUM.replace("coast: Tuesday 9 March 2027", "coast: TBC").replace(
        "moor: Wednesday 9 December 2026", "moor: TBC Wednesday 9 December 2026"
    )
    plan = plan_of(
        forum
        + """
actions:
  a: {do: Act, owner: team, due: before first forum}
  b: {do: Act, owner: team, due: after last forum}
  c: {do: Act, owner: team, due: last forum in winter-turn}
  d: {do: Act, owner: team, due: before first forum in spring-turn}
  e: {do: Act, owner: team, due: last forum}
"""
    )
    assert dues(plan) == expected(
        """
        a | before first forum, which is to be confirmed, Tuesday 8 December 2026 at the latest
        b | after last forum, which is to be confirmed, Wednesday 10 March 2027 at the earliest
        c | Wednesday 9 December 2026 (to be confirmed)
        d | before first forum in spring-turn, which is to be confirmed, Wednesday 10 March 2027 at the latest
        e | last forum, which is to be confirmed, Wednesday 10 March 2027 at the earliest
        """
    )
    assert [task.due.latest for task in plan.tasks] == [
        date(2026, 12, 7),
        None,
        date(2026, 12, 9),
        date(2027, 3, 9),
        None,
    ]


def test_the_first_of_overlapping_stretches_is_bounded() -> None:
    plan = plan_of(
        """
events:
  talk:
    title: Talk
    for: each group
    date: {coast: March 2027, moor: Monday 1 March 2027}
  walk:
    title: Walk
    for: each group
    date: {coast: March 2027, moor: April 2027}
actions:
  a: {do: Act, owner: team, due: first talk}
  b: {do: Act, owner: team, due: last talk}
  c: {do: Act, owner: team, due: before first walk}
"""
    )
    assert dues(plan) == expected(
        """
        a | Monday 1 March 2027
        b | last talk, which is between Monday 1 March 2027 and Wednesday 31 March 2027
        c | before first walk, which is between Monday 1 March 2027 and Wednesday 31 March 2027
        """
    )


def test_own_meetings_on_the_same_day_are_one_day_and_alike_only_in_bounds_are_several() -> None:
    same = FORUM.replace("Wednesday 9 December", "TBC Tuesday 8 December").replace(
        "spring-turn: {coast: Tuesday 9 March 2027, moor: Wednesday 10 March 2027}",
        "spring-turn: {coast: Tuesday 8 December 2026, moor: Tuesday 8 December 2026}",
    )
    plan = plan_of(f"{same}\nactions:\n  a: {{do: Act, owner: ash, due: own forum}}\n", OPEN)
    assert dues(plan) == "a/ash | Tuesday 8 December 2026 (to be confirmed)"
    wide = """
events:
  talk:
    title: Talk
    for: each group
    date: {coast: March 2027, moor: TBC 1 to 31 March 2027}
actions:
  a: {do: Act, owner: ash, due: before own talk}
  b: {do: Act, owner: ash, due: own talk}
"""
    assert dues(plan_of(wide, OPEN)) == expected(
        """
        a/ash | before own talk, which is between Monday 1 March 2027 and Wednesday 31 March 2027
        b/ash | own talk, which is between Monday 1 March 2027 and Wednesday 31 March 2027
        """
    )


def test_an_own_meeting_that_may_have_no_day_is_noticed_from_the_first_day_it_may_have() -> None:
    forum = FORUM.replace("moor: Wednesday 10 March 2027", "moor: TBC")
    plan = plan_of(f"{forum}\nactions:\n  a: {{do: Act, owner: ash, due: before own forum}}\n", OPEN)
    (task,) = plan.tasks
    assert (task.due.text, task.due.latest) == ("before own forum, which is to be confirmed", None)
    assert task.due.notice == date(2026, 12, 7)


def test_a_task_for_a_body_leans_on_all_that_may_be_meant() -> None:
    plan = plan_of(
        FORUM
        + """
  visit: {title: Visit, for: each authority, date: 1 week after own forum}
actions:
  a: {do: Act, owner: team, due: before forum}
  b: {do: Act, owner: team, due: 3 days after visit}
  c: {do: Act, owner: each group, due: after own visit}
"""
    )
    assert dues(plan) == expected(
        """
        a | before forum, which is on one of 4 days, 8 December 2026 to 10 March 2027
        b | 3 days after visit, between Friday 18 December 2026 and Saturday 20 March 2027
        c/coast | after own visit, which is on one of 2 days, 15 December 2026 to 16 March 2027
        c/moor | after own visit, which is on one of 2 days, 16 December 2026 to 17 March 2027
        """
    )


def test_what_one_authority_does_once_is_everybodys_to_lean_on() -> None:
    plan = plan_of(
        """
actions:
  host: {do: Host, owner: ash, due: 1 May 2027}
  thank: {do: Thank the host, owner: each authority in moor, due: 3 days after host}
  greet: {do: Greet, owner: each authority in coast, due: 1 May 2027}
  smile: {do: Smile, owner: elm, due: with greet}
"""
    )
    assert dues(plan).splitlines()[1:3] == [
        "thank/elm | Tuesday 4 May 2027 = 3 days after Saturday 1 May 2027",
        "thank/fir | Tuesday 4 May 2027 = 3 days after Saturday 1 May 2027",
    ]
    assert dues(plan).splitlines()[-1] == "smile/elm | to be confirmed"


def test_who_may_have_nothing_to_lean_on_has_no_last_day() -> None:
    programme = """
events:
  extra: {title: Extra, for: some authorities, date: 3 May 2027}
actions:
  join: {do: Act, owner: each authority in coast, due: 1 May 2027}
  take: {do: Act, owner: each authority in winter-turn, due: 1 May 2027}
  give: {do: Act, owner: each authority, due: {winter-turn: 1 May 2027, spring-turn: 1 May 2027}}
  a: {do: Act, owner: elm, due: with join}
  b: {do: Act, owner: elm, due: before take}
  c: {do: Act, owner: elm, due: with give}
  d: {do: Act, owner: elm, due: before own extra}
  e: {do: Act, owner: ash, due: with join}
"""
    some = """
actions:
  lead: {do: Act, owner: each lead authority, due: 1 May 2027}
  f: {do: Act, owner: each group, due: with lead}
"""
    assert dues(plan_of(some, PARTLY)).splitlines()[-2:] == [
        "f/coast | Saturday 1 May 2027",
        "f/moor | with lead, which is to be confirmed",
    ]
    plan = plan_of(programme, PARTLY)
    assert dues(plan).splitlines()[-5:] == [
        "a/elm | with join, which is to be confirmed",
        "b/elm | before take, which is to be confirmed",
        "c/elm | Saturday 1 May 2027",
        "d/elm | before own extra, which is to be confirmed",
        "e/ash | Saturday 1 May 2027",
    ]
    assert [task.due.notice for task in plan.tasks[-5:-3]] == [date(2027, 5, 1), date(2027, 4, 30)]
