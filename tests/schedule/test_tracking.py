"""The rows of the tracker: one for each authority and milestone, one for each meeting, each with its key."""

from datetime import date
from pathlib import Path

import pytest

from peercycle.schedule.cells import Cell, Doubtful, day_of
from peercycle.schedule.plan import Plan
from peercycle.schedule.status import Status
from peercycle.schedule.tracking import sheets, tracker_columns
from tests.cycles.files import MADE_UP, REAL, plan
from tests.schedule.logs import progress_of
from tests.schedule.small_cycles import FORUM, OPEN, cycle_of

ACTIONS = f"""{FORUM}
actions:
  send: {{do: Send, title: Send it, owner: each authority, due: 6 November 2026, sign-off: [lead-member]}}
  share: {{do: Share, owner: team, for: each authority, due: before own forum}}
  prepare: {{do: Prepare, owner: each authority, due: 6 November 2026, tracked: false}}
  tell: {{do: Tell, owner: team, due: 6 November 2026, sign-off: [dcs]}}
"""


def status_of(log: str = "", *, open_: bool = False, on: str = "2026-11-20") -> Status:
    cycle = cycle_of(ACTIONS, OPEN) if open_ else cycle_of(ACTIONS)
    return Status(Plan(cycle), date.fromisoformat(on), progress_of(log, on))


def test_a_row_for_each_authority_and_milestone() -> None:
    tracker, _ = sheets(status_of("2026-10-20 sent send ash\n2026-10-21 signed send ash lead-member"))
    assert [row.key for row in tracker.rows][:4] == ["send/ash", "share/ash", "send/birch", "share/birch"]
    first, second = tracker.rows[:2]
    assert dict(first.values) == {
        "authority": "Ash", "action": "Send it", "owner": "Ash", "due": date(2026, 11, 6), "state": "done",
        "sent": date(2026, 10, 20), "signed lead-member": date(2026, 10, 21), "done": date(2026, 10, 21),
        "note": None, "key": "send/ash",
    }  # fmt: skip
    assert (second.values["state"], second.values["signed lead-member"]) == ("upcoming", "not needed")


def test_who_signs_only_what_bodies_do_has_no_column() -> None:
    assert [column.id for column in tracker_columns(status_of().plan) if column.role] == [
        "signed lead-member"
    ]


@pytest.mark.parametrize(("path", "rows", "meetings"), [(MADE_UP, 168, 35), (REAL, 161, 37)])
def test_how_many_rows_the_two_cycles_have(path: Path, rows: int, meetings: int) -> None:
    tracker, held = sheets(Status(plan(path), date(2026, 11, 23)))
    assert (len(tracker.rows), len(held.rows)) == (rows, meetings)
    assert len({row.key for row in (*tracker.rows, *held.rows)}) == rows + meetings


def test_meetings_are_told_apart_by_their_rounds() -> None:
    _, held = sheets(Status(plan(MADE_UP), date(2026, 11, 23)))
    called = [row.values["meeting"] for row in held.rows if row.key.startswith("forum/")]
    assert called[0] == "Peer challenge forum, Coast cluster, December"
    assert len(set(called)) == 6


def test_where_memberships_are_open_the_authorities_have_their_rows_all_the_same() -> None:
    tracker, _ = sheets(status_of(open_=True))
    assert {row.key for row in tracker.rows} >= {"send/ash", "send/fir"}
    assert all(isinstance(row.values["due"], str) for row in tracker.rows if row.key.startswith("share"))


def test_a_day_of_a_cycle_without_a_first_day_may_be_any_that_has_come() -> None:
    cycle = cycle_of(ACTIONS)
    cycle = cycle.model_copy(update={"runs": cycle.runs._replace(earliest=None)})
    cell = Cell("Tracker", 2, 6, "text", "01/02/1999")
    assert day_of(cell, cycle, date(2026, 11, 20)) == date(1999, 2, 1)
    with pytest.raises(Doubtful, match="is still to come"):
        day_of(cell, cycle, date(1999, 1, 31))
