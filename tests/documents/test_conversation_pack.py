"""What a pack list ticks: a paper that is made, signed and sent; of any other, what is missing."""

from datetime import date

import pytest

from peercycle.documents.edition import Edition
from peercycle.schedule.plan import Plan
from peercycle.schedule.status import Status
from tests.documents.made import markdown, section
from tests.schedule.logs import progress_of
from tests.schedule.small_cycles import cycle_of

PAPERS = """
documents:
  self-view: {title: Self-view, per: authority}
  draft: {title: Draft notes, per: authority}
  signed-notes: {title: Signed notes, per: authority}
  conversation-notes: {title: Notes of the conversation, per: authority}
"""
PROGRAMME = """
events:
  talk: {title: Talk, for: each authority, date: 4 December 2026, held-by: board, attends: {own authority: all},
    needs: [self-view, signed-notes], produces: [conversation-notes]}
actions:
  write: {do: Write it, owner: each authority, due: with send, produces: [self-view]}
  send: {do: Send it, owner: each authority, due: 2 November 2026, needs: [self-view], to: team, sign-off: [lead-member]}
  sign: {do: Sign the notes, owner: each authority, due: 9 November 2026, needs: [draft, self-view], produces: [signed-notes],
    to: team, sign-off: [dcs, lead-member]}
"""
SHARE = (
    "  share: {do: Share it, owner: each authority, due: 30 November 2026, needs: [self-view], to: board}\n"
)
SEND_BY, SIGN_BY = "Send it, by Monday 2 November 2026", "Sign the notes, by Monday 9 November 2026"


def pack(log: str, programme: str = PROGRAMME) -> list[str]:
    """Return the papers to be ticked of the pack list of Ash."""
    status = Status(
        Plan(cycle_of(programme, papers=PAPERS)), date(2026, 11, 20), progress_of(log, "2026-11-20")
    )
    text = section(markdown(Edition(status, "abc123"), "conversation-pack", "ash"), "What goes into the pack")
    return [line.partition(" It is made from")[0] for line in text.splitlines() if line]


SELF_VIEWS = [
    ("", "- [ ] **Self-view**. Write it, by Monday 2 November 2026."),
    ("2026-11-02 done write ash", f"- [ ] **Self-view**. {SEND_BY}."),
    (
        "2026-11-02 sent send ash",
        "- [ ] **Self-view**. It was sent on Monday 2 November 2026. The signature of the Lead Member is missing.",
    ),
    (
        "2026-11-02 signed send ash lead-member",
        "- [ ] **Self-view**. The Lead Member signed on Monday 2 November 2026. Every signature is on record; that it was sent is not.",
    ),
    (
        "2026-11-02 sent send ash\n2026-11-04 signed send ash lead-member",
        "- [x] **Self-view**. On record, Wednesday 4 November 2026.",
    ),
]


@pytest.mark.parametrize(("log", "expected"), SELF_VIEWS)
def test_a_paper_is_ticked_once_it_is_made_signed_and_sent(log: str, expected: str) -> None:
    assert pack(log)[0] == expected


NOTES = [
    ("2026-11-02 sent send ash lead-member", f"- [ ] **Signed notes**. {SIGN_BY}."),
    (
        "2026-11-03 sent sign ash",
        "- [ ] **Signed notes**. It was sent on Tuesday 3 November 2026. The signatures of the Director and the Lead Member are missing.",
    ),
    (
        "2026-11-03 sent sign ash dcs\n2026-11-04 signed sign ash lead-member",
        "- [x] **Signed notes**. On record, Wednesday 4 November 2026.",
    ),
]


@pytest.mark.parametrize(("log", "expected"), NOTES)
def test_of_a_paper_made_by_signing_it_is_said_who_has_not(log: str, expected: str) -> None:
    assert pack(log)[1] == expected


@pytest.mark.parametrize(
    ("log", "expected"),
    [
        (
            "",
            "- [ ] **Self-view**. On record, Monday 2 November 2026. Share it, by Monday 30 November 2026.",
        ),
        (
            "2026-11-10 sent share ash",
            "- [x] **Self-view**. On record, Monday 2 November 2026. Share it: done on Tuesday 10 November 2026.",
        ),
    ],
)
def test_a_paper_that_the_holder_has_not_been_sent_is_not_ticked(log: str, expected: str) -> None:
    lines = pack(f"2026-11-02 sent send ash lead-member\n{log}", PROGRAMME + SHARE)
    assert lines[0] == expected
