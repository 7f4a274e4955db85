"""What a checklist says of steps that wait for somebody else's: whose is late, and what waits for the authority itself."""

from datetime import date

import pytest

from peercycle.documents.edition import Edition
from peercycle.documents.kinds import KINDS
from peercycle.schedule.plan import Plan
from peercycle.schedule.status import Status
from tests.schedule.logs import progress_of
from tests.schedule.small_cycles import cycle_of

PAPERS = """
documents:
  view: {title: Self-view, per: authority}
  draft: {title: "Notes of the forum, for comment", per: authority, shown-to: [own authority, team]}
"""
ACTIONS = """
actions:
  send: {do: Send the self-view, owner: each authority in coast, due: 6 November 2026, produces: [view], to: team,
    sign-off: [lead-member]}
  issue: {do: Issue the notes, owner: team, for: each authority in coast, due: 9 November 2026, to: own authority,
    produces: [draft]}
  return: {do: Return the memorandum, owner: each authority in coast, due: 10 November 2026}
"""


def edition(log: str, programme: str = ACTIONS) -> Edition:
    status = Status(
        Plan(cycle_of(programme, papers=PAPERS)), date(2026, 11, 20), progress_of(log, "2026-11-20")
    )
    return Edition(status, "abc123")


@pytest.mark.parametrize(
    ("log", "said"),
    [
        (
            "2026-11-04 sent send birch lead-member",
            "Two things are overdue and one thing should have come to you: see below.",
        ),
        ("2026-11-09 done issue ash", "Two things are overdue: see below."),
        (
            "2026-11-04 sent send ash lead-member\n2026-11-09 done return ash",
            "One thing should have come to you: see below.",
        ),
        (
            "2026-11-04 sent send ash lead-member\n2026-11-09 done return ash\n2026-11-09 done issue ash",
            "",
        ),
        ("", "Three dates have passed with nothing recorded: see below."),
    ],
)
def test_what_should_have_come_is_not_counted_as_the_authoritys_own(log: str, said: str) -> None:
    assert KINDS["checklist"].view(edition(log), "ash")["opening"]["then"] == said
