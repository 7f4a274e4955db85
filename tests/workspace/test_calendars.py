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


def published(
    cycle_file: Path, cast: str, on: str, reader: str, programme: str = PROGRAMME
) -> dict[str, tuple[Any, ...]]:
    """Return each entry of a calendar by its id: status, number and day of its last change."""
    revisions = Revisions(cycle_file)
    (made,) = calendars(edition_of(plan_of(programme, cast), on), revisions, [reader])
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


def test_a_part_that_becomes_known_raises_the_number_in_every_calendar(cycle_file: Path) -> None:
    known = NAMED.replace("round: winter-turn", "round: TBC").replace("round: spring-turn", "round: TBC")
    ash = known.replace("name: Ash, group: coast, round: TBC", "name: Ash, group: coast, round: winter-turn")
    for reader in ("ash", "birch", "team"):
        published(cycle_file, known, "2026-11-02", reader)
    for reader in ("ash", "birch", "everyone"):
        found = published(cycle_file, ash, "2026-11-09", reader)
        assert {uid: held[1:] for uid, held in found.items() if uid.endswith(".coast")} == {
            f"forum.{turn}.coast": ("1", "09 Nov") for turn in ("winter-turn", "spring-turn")
        }
        assert {held[1:] for uid, held in found.items() if uid.endswith(".moor")} <= {("0", "02 Nov")}


VIEW = """
actions:
  send-view: {do: Send the view, owner: each authority, due: Friday 30 October 2026, time: 5pm}
"""


@pytest.mark.parametrize(
    ("programme", "cast", "rises"),
    [
        (VIEW.replace("5pm", "midday"), NAMED, ["ash", "everyone"]),
        (VIEW, f"notice: 5 working days\n{NAMED}", ["ash"]),
    ],
    ids=["hour", "reminder"],
)
def test_an_hour_or_a_reminder_raises_the_number_where_it_stands(
    cycle_file: Path, programme: str, cast: str, rises: list[str]
) -> None:
    for reader in ("ash", "everyone"):
        (before,) = published(cycle_file, NAMED, "2026-11-02", reader, VIEW).values()
        (now,) = published(cycle_file, cast, "2026-11-09", reader, programme).values()
        assert before[1:] == ("0", "02 Nov")
        assert now[1:] == (("1", "09 Nov") if reader in rises else before[1:])


def test_a_day_off_that_moves_the_reminder_of_a_meeting_raises_its_number(cycle_file: Path) -> None:
    published(cycle_file, NAMED, "2026-11-02", "ash")
    closed = f"closures: Monday 7 December 2026\n{NAMED}"
    found = published(cycle_file, closed, "2026-11-09", "ash")
    assert {uid: held[1] for uid, held in found.items()} == {
        "forum.winter-turn.coast": "1",
        "forum.spring-turn.coast": "0",
    }


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
