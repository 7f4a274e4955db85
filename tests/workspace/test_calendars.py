"""Calendars from one run to the next: a change of anything that a diary shows of a meeting raises its number."""

from pathlib import Path
from typing import Any

import pytest

from peercycle.workspace.calendars import calendars
from peercycle.workspace.revisions import Revisions
from tests.documents.made import edition_of
from tests.exports.test_ics import by_vobject
from tests.schedule.small_cycles import FORUM, NAMED, OPEN, PARTLY, plan_of

PROGRAMME = FORUM + "    attends: {each authority in own group: [dcs]}\n"


@pytest.fixture
def cycle_file(tmp_path: Path) -> Path:
    """Return the path of a cycle file that need not be there."""
    return tmp_path / "2026-27.yaml"


def published(cycle_file: Path, cast: str, on: str, reader: str) -> dict[str, tuple[Any, ...]]:
    """Return each meeting of a calendar by its id: status, number and day of its last change."""
    revisions = Revisions(cycle_file)
    (made,) = calendars(edition_of(plan_of(PROGRAMME, cast), on), revisions, [reader])
    revisions.keep()
    return {
        event.uid.value.partition(".2026-27@")[0]: (
            event.status.value,
            event.sequence.value,
            f"{event.last_modified.value:%d %b}",
        )
        for event in by_vobject(made.content)
    }


def test_a_meeting_that_proves_to_be_ones_own_goes_up_by_one(cycle_file: Path) -> None:
    assert published(cycle_file, OPEN, "2026-11-02", "ash") == {
        f"forum.{turn}.{group}": ("TENTATIVE", "0", "02 Nov")
        for turn in ("winter-turn", "spring-turn")
        for group in ("coast", "moor")
    }
    own = {f"forum.{turn}.coast": ("CONFIRMED", "1", "09 Nov") for turn in ("winter-turn", "spring-turn")}
    assert published(cycle_file, PARTLY, "2026-11-09", "ash") == own
    assert published(cycle_file, PARTLY, "2026-11-16", "ash") == own
    again = dict.fromkeys(own, ("CONFIRMED", "2", "23 Nov"))
    assert published(cycle_file, NAMED, "2026-11-23", "ash") == again


def test_a_calendar_not_asked_for_at_once_has_the_same_numbers(cycle_file: Path) -> None:
    published(cycle_file, OPEN, "2026-11-02", "everyone")
    published(cycle_file, NAMED, "2026-11-09", "everyone")
    late = published(cycle_file, NAMED, "2026-11-16", "birch")
    assert set(late.values()) == {("CONFIRMED", "1", "09 Nov")}


def test_the_same_cycle_makes_the_same_bytes(cycle_file: Path) -> None:
    made = [
        [each.content for each in calendars(edition_of(plan_of(PROGRAMME, OPEN), "2026-11-02"), held, ["ash", "coast"])]
        for held in (Revisions(cycle_file), Revisions(cycle_file))
    ]  # fmt: skip
    assert made[0] == made[1]
