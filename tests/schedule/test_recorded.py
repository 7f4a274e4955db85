"""How far a task has come: sent, signed, done, and what doing one task settles of others."""

from datetime import date

import pytest

from peercycle.schedule.plan import Plan
from peercycle.schedule.recorded import signatures
from peercycle.schedule.status import Status
from tests.schedule.logs import progress_of
from tests.schedule.small_cycles import FORUM, cycle_of

ACTIONS = """
actions:
  write: {do: Write, owner: each authority in coast, due: 30 October 2026, produces: [view]}
  send:
    {do: Send, owner: each authority in coast, due: 6 November 2026, needs: [view], sign-off: [lead-member]}
  return: {do: Return, owner: each authority in coast, due: 6 November 2026,
    sign-off: [dcs, lead-member, then team]}
  share: {do: Share, owner: team, for: each authority in coast, due: 30 November 2026, needs: [view]}
  reply: {do: Reply, owner: each authority in coast, due: 10 working days after share}
  tell: {do: Tell, owner: team, due: 30 November 2026}
"""


def status(log: str, on: str = "2026-11-20", actions: str = ACTIONS) -> Status:
    return Status(Plan(cycle_of(actions)), date.fromisoformat(on), progress_of(log, on))


def standing(of: Status, task: str) -> str:
    """Return a standing in one line: state, waiting on, since, late, what it waits for."""
    found = next(standing for standing in of.standings if standing.task.id == task)
    return " | ".join(
        (
            found.state,
            found.waiting_on or "-",
            found.since.isoformat() if found.since else "-",
            str(found.days_late) if found.days_late is not None else "-",
            ", ".join(found.roots) or "-",
        )
    )


CHAINS = [
    # with nothing recorded the owner has it, since the day it was due
    ("", "return/ash", "overdue | Ash | 2026-11-06 | 14 | -"),
    # what is sent waits for those who sign first, since the last record
    (
        "2026-11-02 sent return ash",
        "return/ash",
        "overdue | Director and Lead Member of Ash | 2026-11-02 | 14 | -",
    ),
    ("2026-11-02 signed return ash dcs", "return/ash", "overdue | Lead Member of Ash | 2026-11-02 | 14 | -"),
    (
        "2026-11-02 sent return ash lead-member\n2026-11-03 signed return ash dcs",
        "return/ash",
        "overdue | Improvement team | 2026-11-03 | 14 | -",
    ),
    # out of order is no matter: who is left has it
    (
        "2026-11-02 sent return ash\n2026-11-03 signed return ash team\n2026-11-04 signed return ash dcs",
        "return/ash",
        "overdue | Lead Member of Ash | 2026-11-04 | 14 | -",
    ),
    # every signature and not sent: the owner's move again
    (
        "2026-11-02 signed return ash dcs\n2026-11-02 signed return ash lead-member\n2026-11-03 signed return ash team",
        "return/ash",
        "overdue | Ash | 2026-11-03 | 14 | -",
    ),
    # nothing is due of what is done
    ("2026-11-09 sent send ash lead-member", "send/ash", "done | - | - | - | -"),
    ("2026-11-09 done return ash", "return/ash", "done | - | - | - | -"),
    # another authority's record is nothing to this one
    ("2026-11-09 done return birch", "return/ash", "overdue | Ash | 2026-11-06 | 14 | -"),
    # what is recorded of a body's task
    ("2026-11-09 sent tell", "tell", "done | - | - | - | -"),
    # a paper sent is a paper written, signed or not
    ("2026-11-09 sent send ash", "write/ash", "done | - | - | - | -"),
    ("2026-11-09 sent send ash", "send/ash", "overdue | Lead Member of Ash | 2026-11-09 | 14 | -"),
    ("2026-11-09 sent send ash", "share/ash", "due | Improvement team | - | - | -"),
    ("2026-11-09 sent send ash", "share/birch", "blocked | Birch | 2026-10-30 | - | write/birch"),
    # one that shares for an authority settles the writing of that authority alone
    ("2026-11-09 sent share ash", "write/ash", "done | - | - | - | -"),
    ("2026-11-09 sent share ash", "write/birch", "overdue | Birch | 2026-10-30 | 21 | -"),
    # and not the sending, which produces nothing
    ("2026-11-09 sent share ash", "send/ash", "overdue | Ash | 2026-11-06 | 14 | -"),
    # what waits for a signature ahead of its day says since when, and is not late
    ("2026-10-14 sent return ash dcs", "return/ash", "overdue | Lead Member of Ash | 2026-10-14 | 14 | -"),
]


@pytest.mark.parametrize(("log", "task", "expected"), CHAINS)
def test_whose_move_it_is(log: str, task: str, expected: str) -> None:
    assert standing(status(log), task) == expected


@pytest.mark.parametrize(
    ("task", "log", "said"),
    [
        ("return/ash", "", "0 of 3 signed"),
        ("return/ash", "2026-11-02 sent return ash dcs", "1 of 3 signed"),
        ("return/ash", "2026-11-02 signed return ash dcs\n2026-11-02 signed return ash lead-member", "2 of 3 signed"),
        ("return/ash", "2026-11-02 signed return ash dcs\n2026-11-02 signed return ash lead-member\n2026-11-03 signed return ash team", "3 of 3 signed, not sent"),
        ("return/ash", "2026-11-02 sent return ash dcs\n2026-11-02 signed return ash lead-member\n2026-11-03 signed return ash team", "3 of 3 signed"),
        ("send/ash", "2026-11-02 signed send ash lead-member", "signed, not sent"),
        ("send/ash", "2026-11-02 signed send ash lead-member\n2026-11-03 done send ash", "1 of 1 signed"),
        ("write/ash", "", ""),
        ("write/ash", "2026-11-02 signed write ash dcs", ""),
    ],
)  # fmt: skip
def test_how_far_signing_has_come(task: str, log: str, said: str) -> None:
    found = status(log)
    (held,) = (each for each in found.standings if each.task.id == task)
    assert signatures(found.plan.action(held.task).sign_off, held.recorded) == said


def test_a_signature_ahead_of_its_day_is_waited_for_and_not_late() -> None:
    found = status("2026-10-14 sent return ash dcs", "2026-10-20")
    assert standing(found, "return/ash") == "upcoming | Lead Member of Ash | 2026-10-14 | - | -"


def test_what_is_recorded_later_is_not_known_before() -> None:
    log = "2026-11-09 sent send ash lead-member"
    assert standing(status(log, "2026-11-08"), "send/ash") == "overdue | Ash | 2026-11-06 | 2 | -"
    assert standing(status(log, "2026-11-09"), "send/ash") == "done | - | - | - | -"


@pytest.mark.parametrize(
    ("log", "done"),
    [
        ("2026-11-02 sent send ash\n2026-11-05 signed send ash lead-member", "2026-11-05"),
        ("2026-11-02 signed send ash lead-member\n2026-11-05 sent send ash", "2026-11-05"),
        ("2026-11-02 sent send ash lead-member\n2026-11-09 sent send ash lead-member", "2026-11-02"),
        # recorded as done before the signature came, or after
        (
            "2026-11-02 sent send ash\n2026-11-03 done send ash\n2026-11-05 signed send ash lead-member",
            "2026-11-03",
        ),
        ("2026-11-02 sent send ash lead-member\n2026-11-05 done send ash", "2026-11-02"),
        # a signature nobody asked for puts nothing off
        ("2026-11-02 sent send ash lead-member\n2026-11-05 signed send ash dcs", "2026-11-02"),
    ],
)
def test_the_day_something_was_done(log: str, done: str) -> None:
    found = next(s for s in status(log).standings if s.task.id == "send/ash")
    assert found.recorded.done == date.fromisoformat(done)


@pytest.mark.parametrize(
    ("log", "due"),
    [
        ("", "Monday 14 December 2026"),
        # before its day or after, the days count from when it happened
        ("2026-11-16 sent share ash", "Monday 30 November 2026"),
        ("2026-12-01 sent share ash", "Tuesday 15 December 2026"),
        ("2026-11-16 sent share birch", "Monday 14 December 2026"),
    ],
)
def test_days_after_an_action_count_from_the_day_it_was_done(log: str, due: str) -> None:
    found = status(log, "2026-12-02")
    (reply,) = (standing.task for standing in found.standings if standing.task.id == "reply/ash")
    assert reply.due.brief == due


def test_the_counts_are_of_what_is_recorded() -> None:
    found = status("2026-11-09 sent send ash lead-member\n2026-11-16 sent tell")
    assert found.counts == {"done": 3, "overdue": 4, "blocked": 1, "due": 1, "upcoming": 2, "undated": 0}


MEETINGS = """
events:
  sitting: {title: Sitting, date: 13 November 2026, needs: [view], produces: [questions]}
actions:
  write: {do: Write, owner: each authority in coast, due: 30 October 2026, produces: [view]}
  issue: {do: Issue, owner: team, for: each authority in coast, due: 27 November 2026, needs: [questions]}
"""
PAPERS = """
documents:
  view: {title: Self-view, per: authority}
  questions: {title: Questions, per: authority}
"""


@pytest.mark.parametrize(
    ("log", "issue"),
    [
        # a meeting past its day and not recorded is the cause, whatever papers came
        ("2026-10-30 done write ash", "blocked | sitting | 2026-11-13 | - | sitting"),
        # once it is held, each authority's questions are there if its own self-view is
        ("2026-10-30 done write ash\n2026-11-13 held sitting", "due | Improvement team | - | - | -"),
        (
            "2026-10-30 done write birch\n2026-11-13 held sitting",
            "blocked | Ash | 2026-10-30 | - | write/ash",
        ),
        # also where it came after the meeting
        ("2026-11-13 held sitting\n2026-11-19 done write ash", "due | Improvement team | - | - | -"),
    ],
)
def test_what_a_meeting_made_of_each_authoritys_papers(log: str, issue: str) -> None:
    plan = Plan(cycle_of(MEETINGS, papers=PAPERS))
    on = date(2026, 11, 20)
    assert standing(Status(plan, on, progress_of(log, "2026-11-20")), "issue/ash") == issue


def test_a_meeting_is_held_put_off_or_past() -> None:
    def states(log: str, on: str) -> list[str]:
        found = Status(Plan(cycle_of(FORUM)), date.fromisoformat(on), progress_of(log, on))
        return [found.meeting_state(meeting) for meeting in found.plan.meetings]

    log = "2026-12-08 held forum/winter-turn/coast\n2026-12-09 postponed forum/winter-turn/moor"
    assert states("", "2026-12-09") == ["past", "upcoming", "upcoming", "upcoming"]
    assert states(log, "2026-12-08") == ["held", "upcoming", "upcoming", "upcoming"]
    assert states(log, "2026-12-10") == ["held", "postponed", "upcoming", "upcoming"]


def test_days_after_a_meeting_count_from_the_day_it_was_held() -> None:
    programme = f"{FORUM}\nactions:\n  note: {{do: Note, owner: each authority, due: 5 working days after own forum}}\n"
    found = Status(
        Plan(cycle_of(programme)), date(2026, 12, 20), progress_of("2026-12-10 held forum/winter-turn/coast")
    )
    dues = {standing.task.id: standing.task.due.brief for standing in found.standings}
    assert dues["note/ash"] == "Thursday 17 December 2026"
    assert dues["note/elm"] == "Wednesday 16 December 2026"
