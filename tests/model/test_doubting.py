"""Dates taken as unknown, wherever an event or an action has one."""

import pytest

from peercycle.model.doubting import doubting
from peercycle.model.place import Place
from tests.rules.examples import cycle_with

ACTION = ("phases", "self-evaluation", "actions", "submit-self-view")
FORUM = ("phases", "challenge", "events", "forum", "date")
EXTRA = """
submit-self-view:
  from: summer 2017
  except:
    larkmoor: {due: 3 November 2017, because: Inspection}
    orrinshaw: {due: 6 November 2017, because: Inspection}
"""


def words(place: Place, *doubted: Place) -> str:
    """Return the words of a date of an action, of an exception from it, or of a cell of the forum's grid."""
    cycle = doubting(cycle_with(EXTRA), doubted)
    action = cycle.phases["self-evaluation"].actions["submit-self-view"]
    if place[3] == "forum":
        due = cycle.phases["challenge"].events["forum"].date.at(*place[5:])
    elif "except" in place:
        due = action.except_[place[-2]].due
    else:
        due = action.from_ if place[-1] == "from" else action.due.value
    return str(due.words)


@pytest.mark.parametrize(
    ("place", "held"),
    [
        ((*ACTION, "due"), "Friday 27 October 2017"),
        ((*ACTION, "from"), "summer 2017"),
        ((*ACTION, "except", "larkmoor", "due"), "3 November 2017"),
        ((*FORUM, "january", "cluster-moor"), "Wednesday 10 January 2018"),
    ],
)
def test_a_doubted_date_is_to_be_confirmed_and_the_others_stay(place: Place, held: str) -> None:
    others = [(*ACTION, "except", "orrinshaw", "due"), (*FORUM, "january", "cluster-coast")]
    assert words(place) == held
    assert words(place, *others) == held
    assert words(place, place) == "TBC"
    assert [words(other, place) for other in others] == ["6 November 2017", "Thursday 11 January 2018"]


def test_a_doubted_cycle_keeps_what_it_does_not_know() -> None:
    cycle = cycle_with("forum:\n  room: TBC")
    doubted = doubting(cycle, [(*ACTION, "due")])
    assert doubted.unknowns == cycle.unknowns
    assert (
        cycle.phases["self-evaluation"].actions["submit-self-view"].due.value.words
        == "Friday 27 October 2017"
    )
