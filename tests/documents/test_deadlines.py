"""Deadlines as they read in a sentence, over the grammar of the file."""

import pytest

from peercycle.documents.deadlines import task_when
from peercycle.documents.wording import Wording
from tests.documents.made import edition_of
from tests.schedule.small_cycles import FORUM, NAMED, OPEN, plan_of

DUES = [
    ("Friday 27 November 2026", NAMED, "by Friday 27 November 2026"),
    ("TBC Friday 27 November 2026", NAMED, "by Friday 27 November 2026 (to be confirmed)"),
    ("November 2026", NAMED, "in November 2026"),
    ("TBC November 2026", NAMED, "in November 2026 (to be confirmed)"),
    ("autumn 2026", NAMED, "in autumn 2026"),
    ("early November 2026", NAMED, "in early November 2026"),
    ("by November 2026", NAMED, "by November 2026"),
    ("before 27 November 2026", NAMED, "before Friday 27 November 2026"),
    ("TBC", NAMED, "to be confirmed"),
    ("own forum", NAMED, "on Tuesday 8 December 2026"),
    ("before own forum", NAMED, "before Tuesday 8 December 2026"),
    ("after own forum", NAMED, "after Tuesday 8 December 2026"),
    ("TBC after own forum", NAMED, "to be confirmed, after Tuesday 8 December 2026"),
    ("2 days after own forum", NAMED, "by Thursday 10 December 2026 (2 days after Tuesday 8 December 2026)"),
    ("own forum", OPEN, "your own forum"),
    ("before own forum", OPEN, "before your own forum, which may be as early as Tuesday 8 December 2026"),
    ("after own forum", OPEN, "after your own forum"),
    ("TBC after own forum", OPEN, "to be confirmed, after your own forum"),
    ("2 days after own forum", OPEN, "2 days after your own forum"),
    ("1 week before own forum", OPEN, "1 week before your own forum, which may be as early as Tuesday 8 December 2026"),
    ("first forum", OPEN, "by Tuesday 8 December 2026"),
    ("before last forum in winter-turn", OPEN, "before the last forum"),
    ("before each forum of own group", NAMED, "before Tuesday 8 December 2026"),
    ("before each forum of own group", OPEN,
     "before the Winter turn forum of your group, which may be as early as Tuesday 8 December 2026"),
    ("with other", NAMED, "by Friday 4 December 2026"),
    ("3 working days after other", NAMED, "by Wednesday 9 December 2026 (3 working days after Friday 4 December 2026)"),
    ("with unknown", NAMED, "to be confirmed"),
    ("2 days after unknown", NAMED, "2 days after this is done: do what is open"),
    ("with long", NAMED, "with this: do it for long"),
    ("after long", NAMED, "after this is done: do it for long"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("due", "people", "expected"),
    DUES,
    ids=[f"{due}-{'open' if p is OPEN else 'known'}" for due, p, _ in DUES],
)
def test_every_form_of_deadline_reads_as_english(due: str, people: str, expected: str) -> None:
    actions = f"""
actions:
  wanted: {{do: Do it, owner: each authority, due: {due}}}
  other: {{do: Do the other, owner: each authority, due: Friday 4 December 2026}}
  unknown: {{do: Do what is open, owner: each authority, due: TBC}}
  long: {{do: Do it for long, owner: each authority, due: before November 2026}}
"""
    of = edition_of(plan_of(FORUM + actions, people), "2026-11-02")
    task = next(task for task in of.tasks if task.action == "wanted" and task.owner.authority == "ash")
    assert task_when(of, task, Wording(of.cycle)) == expected
