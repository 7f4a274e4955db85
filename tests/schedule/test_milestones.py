"""Authorities by milestones: which actions are columns, which have begun, and what is told of the others."""

from datetime import date

import pytest

from peercycle.schedule.milestones import Milestones
from peercycle.schedule.plan import Plan
from peercycle.schedule.status import Status
from tests.schedule.logs import progress_of
from tests.schedule.small_cycles import FORUM, OPEN, cycle_of

ACTIONS = f"""{FORUM}
actions:
  write: {{do: Write, owner: each authority, due: with send, produces: [view]}}
  send: {{do: Send, owner: each authority, due: 6 November 2026, needs: [view], sign-off: [lead-member]}}
  share: {{do: Share, owner: team, for: each authority, due: 18 December 2026, needs: [view]}}
  prepare: {{do: Prepare, owner: each authority, due: 6 November 2026, tracked: false}}
  meet: {{do: Meet, owner: each authority, due: before each forum of own group}}
  tell: {{do: Tell, owner: team, due: 6 November 2026}}
"""


def milestones(log: str = "", on: str = "2026-11-20") -> Milestones:
    return Milestones(Status(Plan(cycle_of(ACTIONS)), date.fromisoformat(on), progress_of(log, on)))


def test_what_each_authority_does_once_is_a_column() -> None:
    """Writing is settled by sending; preparing is not tracked; meeting comes twice; telling is a body's."""
    found = milestones()
    assert [milestone.action for milestone in found.all] == ["send", "share"]
    assert [action for action, _ in found.others()] == ["tell"]
    assert list(found.meetings) == ["forum"]
    assert found.meetings["forum"]["birch"].id == "forum/spring-turn/coast"


@pytest.mark.parametrize(
    ("log", "on", "begun", "done"),
    [
        ("", "2026-09-01", [], 0),
        ("", "2026-10-23", ["send"], 0),
        ("2026-09-20 sent send ash", "2026-09-21", ["send"], 0),
        ("2026-09-20 sent send ash lead-member", "2026-09-21", ["send"], 1),
        ("2026-09-20 done share elm", "2026-09-21", ["share"], 0),
    ],
)
def test_what_has_begun(log: str, on: str, begun: list[str], done: int) -> None:
    found = milestones(log, on)
    assert [milestone.action for milestone in found.all if milestone.begun] == begun
    assert found.all[0].done == done


def test_what_is_finished() -> None:
    log = "\n".join(f"2026-11-05 sent send {key} lead-member" for key in ("ash", "birch", "elm", "fir"))
    assert [milestone.finished for milestone in milestones(log).all] == [True, False]


def test_no_own_meeting_where_memberships_are_open() -> None:
    found = Milestones(Status(Plan(cycle_of(ACTIONS, OPEN)), date(2026, 11, 20)))
    assert found.meetings == {}
