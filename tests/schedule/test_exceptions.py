"""Who is excepted from an action: excused, with a deadline of their own, or perhaps."""

from tests.schedule.small_cycles import PARTLY, expected, plan_of, tasks


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
