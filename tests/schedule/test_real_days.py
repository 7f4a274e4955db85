"""The real and the made-up cycle on every one of their days."""

from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from peercycle.schedule.questions import open_questions
from peercycle.schedule.status import STATES, Status
from tests.cycles.files import MADE_UP, REAL, plan

RANK = {"undated": 0, "upcoming": 1, "due": 2, "blocked": 3, "overdue": 4}


def test_the_real_cycle_on_the_first_of_december() -> None:
    status = Status(plan(REAL), date(2017, 12, 1))
    assert status.counts == {
        "done": 0, "overdue": 93, "blocked": 47, "due": 0, "upcoming": 79, "undated": 46,
    }  # fmt: skip
    assert status.phases == ("challenge",)
    assert status.ahead == "annual-conversations"
    held_up: dict[str, dict[str, int]] = {}
    for standing in status.standings:
        if standing.state == "blocked":
            for root in standing.roots:
                action = held_up.setdefault(root.partition("/")[0], {})
                action[standing.task.action] = action.get(standing.task.action, 0) + 1
    assert held_up == {
        "write-self-view": {"share-self-view": 23},
        "spd-meeting": {"compile-for-conversation": 23, "agree-sub-regional-actions": 1},
    }


def test_a_round_nobody_is_assigned_to_is_shown_once_with_its_count() -> None:
    found = plan(REAL)
    assert [(task.id, task.subject.count) for task in found.tasks_of("send-notes")] == [
        ("send-notes/december", 12),
        ("send-notes/january", 11),
    ]
    assert [(task.id, task.subject.count) for task in found.tasks_of("take-actions-forward")] == [
        (f"take-actions-forward/{round_}/{group}", 1)
        for round_ in ("december", "january")
        for group in ("bpn-blackburn-with-darwen", "bpn-trafford", "bpn-rochdale")
    ]


def test_the_words_of_the_deadlines_of_an_authority_that_knows_nothing_yet() -> None:
    said = {
        step.action: step.due.text for step in plan(REAL).tasks if step.subject.authority in ("bolton", None)
    }
    several = "which is on one of 6 days, 12 December 2017 to 12 January 2018"
    conversation = "before own conversation, which is after own forum (to be confirmed)"
    assert said["prepare-for-own-forum"] == f"before own forum, {several}"
    assert said["compile-for-conversation"] == conversation
    assert said["share-self-view"] == conversation
    assert said["send-notes"] == "after own forum, which is on one of 3 days, 10 to 12 January 2018"
    held = {step.id: step.date.text for step in plan(REAL).meetings}
    assert held["conversation/bolton"] == f"after own forum (to be confirmed), {several}"
    assert held["follow-up"] == "after own conversation (to be confirmed), which is after own forum"


CASES = [(REAL, date(2017, 6, 1), 1, ("self-evaluation",)), (MADE_UP, date(2026, 8, 1), 9, ())]
"""A file, the day before which nothing is due, the step from day to day, and the phases of that first day."""


@pytest.mark.parametrize(("path", "begin", "step", "phases"), CASES, ids=["real", "made-up"])
def test_nothing_goes_back_and_nobody_is_lost_on_any_day(
    path: Path, begin: date, step: int, phases: tuple[str, ...]
) -> None:
    statuses = [Status(plan(path), begin + timedelta(days=n)) for n in range(0, 458, step)]
    total = sum(statuses[0].counts.values())
    for earlier, later in pairwise(statuses):
        assert sum(later.counts.values()) == total
        for before, after in zip(earlier.standings, later.standings, strict=True):
            assert RANK[before.state] <= RANK[after.state], (before.task.id, later.on)
            assert (before.days_late or 0) <= (after.days_late or 0)
            assert (
                set(before.roots) <= set(after.roots) or after.state == "overdue" or before.state != "blocked"
            )
    assert set(statuses[0].counts) == set(STATES)
    assert statuses[0].counts["overdue"] == statuses[0].counts["blocked"] == 0
    assert statuses[-1].counts["upcoming"] == 0
    assert statuses[0].phases == phases
    assert statuses[-1].phases == ()
    assert statuses[-1].ahead is None


def test_ids_are_unique_over_meetings_and_tasks() -> None:
    for path in (REAL, MADE_UP):
        ids = [*(held.id for held in plan(path).meetings), *(task.id for task in plan(path).tasks)]
        assert len(set(ids)) == len(ids)
        assert plan(path).loops == []


def test_what_is_open_in_the_real_cycle() -> None:
    found = open_questions(plan(REAL))
    assert [question.stated for question in found] == [True] * 31 + [False] * 8
    assert [question.key for question in found[31:]] == [
        "sub-regional-groups members",
        "regional-group members",
        "forum chair",
        "book-rooms due",
        "follow-up date",
        "quality-meeting date",
        "report-placements owner",
        "revise-programme owner",
    ]
