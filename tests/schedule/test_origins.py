"""Where the day of a meeting or a task stands in the file, and what it leans on."""

import pytest

from peercycle.schedule.origins import due_of, key_of, leans, place_of_day
from peercycle.schedule.papers import Step
from peercycle.schedule.plan import Plan
from tests.schedule.small_cycles import FORUM, NAMED, OPEN, plan_of

PROGRAMME = (
    FORUM
    + """
  launch: {title: Launch, date: Thursday 1 October 2026}
  fair: {title: Fair, date: 2 weeks after launch}
actions:
  send:
    do: Send
    owner: each authority
    due: {winter-turn: Friday 23 October 2026, spring-turn: before own forum}
    except:
      birch: {due: Friday 30 October 2026, because: Asked for.}
      moor: {due: 1 week after fair, because: Far away.}
      coast: {excused: true, because: Not now.}
  note: {do: Note, owner: each authority, due: with send}
  round-about: {do: Go round, owner: team, due: after round-trip}
  round-trip: {do: Come back, owner: team, due: after round-about}
  list: {do: List, owner: team, due: before each forum of own group}
"""
)


def steps(plan: Plan) -> list[Step]:
    """Return every meeting and every task."""
    return [*plan.meetings, *plan.tasks]


def places(plan: Plan) -> dict[str, str]:
    """Return where the day of each step stands, and in which words, by its id."""
    found = {}
    for step in steps(plan):
        due = due_of(plan, step)
        found[step.id] = f"{'/'.join(place_of_day(plan, step)[3:])} {due.words if due else '-'}"
    return found


def test_each_day_stands_in_its_cell_or_in_its_exception() -> None:
    found = places(plan_of(PROGRAMME, NAMED))
    assert found["forum/spring-turn/moor"] == "forum/date/spring-turn/moor Wednesday 10 March 2027"
    assert found["fair"] == "fair/date 2 weeks after launch"
    assert found["send/birch"] == "send/except/birch/due Friday 30 October 2026"
    assert found["send/elm"] == "send/except/moor/due 1 week after fair"
    assert found["note/ash"] == "note/due with send"


def test_a_day_whose_cell_nobody_can_choose_stands_in_the_whole_grid() -> None:
    visit = "events:\n  visit: {title: Visit, for: each authority, date: {coast: TBC, moor: 1 March 2027}}\n"
    assert places(plan_of(visit, OPEN))["visit/ash"] == "visit/date -"


@pytest.mark.parametrize(
    ("key", "on", "does"),
    [
        ("fair", "launch", True),
        ("send", "forum", True),
        ("send", "launch", True),
        ("note", "launch", True),
        ("note", "forum", True),
        ("list", "forum", True),
        ("launch", "fair", False),
        ("send", "note", False),
        ("nothing", "launch", False),
        ("round-about", "launch", False),
    ],
)
def test_what_leans_on_what(key: str, on: str, does: bool) -> None:  # noqa: FBT001 - one column of a table
    assert leans(plan_of(PROGRAMME, NAMED), key, on) is does


def test_a_step_belongs_to_its_event_or_action() -> None:
    plan = plan_of(PROGRAMME, NAMED)
    assert {key_of(step) for step in steps(plan)} == {
        "forum",
        "launch",
        "fair",
        "send",
        "note",
        "list",
        "round-about",
        "round-trip",
    }
