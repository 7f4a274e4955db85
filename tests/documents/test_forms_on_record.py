"""What the forms of one authority say of what is on record already: the self-view's, and the memorandum's sheet."""

from datetime import date

import pytest

from peercycle.documents.edition import Edition
from peercycle.schedule.plan import Plan
from peercycle.schedule.status import Status
from tests.documents.made import markdown
from tests.schedule.logs import progress_of
from tests.schedule.small_cycles import cycle_of

PAPERS = """
documents:
  self-view: {title: Self-view, per: authority}
  mou: {title: Memorandum, per: authority}
"""
WRITE = "  write: {do: Write it, owner: each authority, due: with send, produces: [self-view]}\n"
SEND = """  send: {do: Send it, owner: each authority, due: 2 November 2026, needs: [self-view], to: team,
    sign-off: [lead-member]}
"""
RETURN = "  return: {do: Return it, owner: each authority, due: 2 November 2026, produces: [mou], sign-off: [dcs, then lead-member]}\n"
ALL = WRITE + SEND + RETURN
UNSIGNED = WRITE + SEND.replace(",\n    sign-off: [lead-member]", "") + RETURN
FILE = "  file: {do: File it, owner: each authority, due: 9 November 2026, needs: [mou]}\n"
ALONE = "  write: {do: Write it, owner: each authority, due: 2 November 2026, produces: [self-view]}\n"


def on_record(kind: str, actions: str, log: str) -> str:
    """Return what a form of Ash says is on record, "" where it says nothing."""
    cycle = cycle_of(f"actions:\n{actions}", papers=PAPERS)
    of = Edition(Status(Plan(cycle), date(2026, 11, 20), progress_of(log, "2026-11-20")), "abc123")
    return markdown(of, kind, "ash").partition("**On record so far.** ")[2].partition("\n")[0]


FORMS = [
    ("self-view", ALL, "", ""),
    ("self-view", ALL, "2026-11-02 sent send birch lead-member", ""),
    ("self-view", ALL, "2026-11-02 sent send ash", "It was sent on Monday 2 November 2026."),
    (
        "self-view",
        ALL,
        "2026-11-02 sent send ash lead-member",
        "It is on record as sent and signed by all, on Monday 2 November 2026.",
    ),
    ("self-view", ALL, "2026-11-03 done send ash", "It is on record as done, on Tuesday 3 November 2026."),
    (
        "self-view",
        UNSIGNED,
        "2026-11-02 sent send ash",
        "It is on record as sent, on Monday 2 November 2026.",
    ),
    ("self-view", ALONE, "2026-11-02 done write ash", "It is on record as done, on Monday 2 November 2026."),
    ("mou", ALL, "2026-11-02 signed return ash dcs", "The Director signed on Monday 2 November 2026."),
    (
        "mou",
        ALL,
        "2026-11-02 sent return ash dcs\n2026-11-04 signed return ash lead-member",
        "It is on record as returned and signed by all, on Wednesday 4 November 2026.",
    ),
    # settled by what needs it: nobody is recorded as having signed
    ("mou", ALL + FILE, "2026-11-05 done file ash", "It is on record as done, on Thursday 5 November 2026."),
]


@pytest.mark.parametrize(("kind", "actions", "log", "expected"), FORMS)
def test_a_form_says_what_is_on_record_of_it(kind: str, actions: str, log: str, expected: str) -> None:
    assert on_record(kind, actions, log) == expected
