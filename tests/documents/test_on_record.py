"""What a checklist says of the authority's own tasks once something is recorded: overdue with how far, and done."""

from datetime import date

import pytest

from peercycle.documents.edition import Edition
from peercycle.schedule.plan import Plan
from peercycle.schedule.status import Status
from tests.documents.made import blocks, markdown, section
from tests.schedule.logs import progress_of
from tests.schedule.small_cycles import cycle_of

ACTIONS = """
actions:
  write: {do: Write the self-view, owner: each authority in coast, due: with send, produces: [view]}
  send: {do: Send the self-view, owner: each authority in coast, due: 6 November 2026, needs: [view], to: team,
    sign-off: [lead-member]}
  return: {do: Return the memorandum, title: Memorandum, owner: each authority in coast, due: 6 November 2026,
    sign-off: [dcs, lead-member, then team]}
events:
  sitting: {title: Sitting, date: 27 November 2026, attends: {each authority: [dcs]}}
"""


def edition(log: str) -> Edition:
    status = Status(Plan(cycle_of(ACTIONS)), date(2026, 11, 20), progress_of(log, "2026-11-20"))
    return Edition(status, "abc123")


OVERDUE = [
    # of Ash nothing is recorded though there is a log
    (
        "2026-11-04 sent send birch lead-member",
        """- [ ] **Send the self-view.** It was due by Friday 6 November 2026. To be signed by: Lead Member. To: the Improvement team. Nothing is recorded of it.
- [ ] **Return the memorandum.** It was due by Friday 6 November 2026. To be signed by: Director and Lead Member, then Improvement team. Nothing is recorded of it.""",
    ),
    (
        "2026-11-04 sent send ash\n2026-11-05 signed return ash dcs",
        """- [ ] **Send the self-view.** It was due by Friday 6 November 2026. It was sent on Wednesday 4 November 2026. Waiting for: **Lead Member**.
- [ ] **Return the memorandum.** It was due by Friday 6 November 2026. The Director signed on Thursday 5 November 2026. Waiting for: **Lead Member**.""",
    ),
    (
        "2026-11-04 sent send ash lead-member\n2026-11-05 signed return ash dcs\n2026-11-06 sent return ash lead-member",
        """- [ ] **Return the memorandum.** It was due by Friday 6 November 2026. It was sent on Friday 6 November 2026. The Director signed on Thursday 5 November 2026 and the Lead Member on Friday 6 November 2026. Waiting for: **Improvement team**.""",
    ),
    # every signature there, and not sent
    (
        (
            "2026-11-04 sent send ash lead-member\n2026-11-05 signed return ash dcs\n"
            "2026-11-05 signed return ash lead-member\n2026-11-06 signed return ash team"
        ),
        """- [ ] **Return the memorandum.** It was due by Friday 6 November 2026. The Director signed on Thursday 5 November 2026, the Lead Member on Thursday 5 November 2026 and the Improvement team on Friday 6 November 2026. Every signature is on record; that it was sent is not.""",
    ),
]


@pytest.mark.parametrize(("log", "expected"), OVERDUE)
def test_what_is_overdue_says_how_far_it_has_come(log: str, expected: str) -> None:
    said = section(markdown(edition(log), "checklist", "ash"), "Overdue")
    assert said.partition("\n\n**Done something")[0] == expected


@pytest.mark.parametrize(
    ("log", "opening"),
    [
        ("", "Two dates have passed with nothing recorded: see below."),
        ("2026-11-04 sent send birch lead-member", "Two things are overdue: see below."),
        ("2026-11-04 sent send ash lead-member", "One thing is overdue: see below."),
    ],
)
def test_nothing_is_overdue_before_anything_is_recorded(log: str, opening: str) -> None:
    text = markdown(edition(log), "checklist", "ash")
    assert f"**Next: sitting, Friday 27 November 2026.** {opening}\n" in text
    assert ("## Overdue" in text) == bool(log)
    assert ("## Dates passed, nothing recorded" in text) == (not log)


def test_what_is_done_says_when_and_who_signed() -> None:
    log = """
        2026-11-02 signed return ash dcs
        2026-11-04 sent return ash team
        2026-11-04 signed return ash lead-member
        2026-11-03 sent send ash lead-member
    """
    text = markdown(edition(log), "checklist", "ash")
    assert section(text, "Done").partition("\n\n")[0] == (
        "- [x] Send the self-view: sent on Tuesday 3 November 2026, signed by the Lead Member the same day.\n"
        "- [x] Memorandum: sent on Wednesday 4 November 2026, signed by the Director on Monday 2 November 2026 "
        "and by the Lead Member and the Improvement team the same day."
    )
    assert "## Overdue" not in text


def test_done_without_a_day_of_sending_says_the_day_it_was_done() -> None:
    text = markdown(edition("2026-11-05 done return ash"), "checklist", "ash")
    assert section(text, "Done").partition("\n\n")[0] == "- [x] Memorandum: done on Thursday 5 November 2026."


def test_an_authority_reads_nothing_of_anothers_records() -> None:
    log = "2026-11-04 sent send birch lead-member\n2026-11-05 signed return birch dcs"
    text = markdown(edition(log), "checklist", "ash")
    assert "Birch" not in text
    assert "signed on" not in text


def test_a_meeting_recorded_as_held_is_not_ahead() -> None:
    text = markdown(edition("2026-11-19 held sitting"), "checklist", "ash")
    assert "itting" not in text


def test_ticks_are_told_apart() -> None:
    of = edition("2026-11-05 done return ash")
    ticks = [run for block in blocks(of, "checklist", "ash") for run in _runs(block) if "tick" in run]
    assert [(tick["tick"], tick["done"]) for tick in ticks] == [
        ("send", False),
        ("go-to-sitting", False),
        ("done-return", True),
    ]


def _runs(block: dict[str, object]) -> list[dict[str, object]]:
    found: list[dict[str, object]] = []
    held: list[object] = [block]
    while held:
        item = held.pop(0)
        if isinstance(item, dict):
            found += [item] if "tick" in item else []
            held = [*item.values(), *held]
        elif isinstance(item, (list, tuple)):
            held = [*item, *held]
    return found
