"""Events and actions with neither source nor suggested."""

import pytest

from peercycle.rules import unexplained_entry
from tests.rules.examples import BASE, Found, faults, found_in

RULE = "unexplained-entry"
ACTION = "support:\n  actions:\n    write-up: {{do: Write it up, owner: sli-team, due: March 2018{more}}}"


def test_an_action_that_says_neither() -> None:
    assert faults(RULE, ACTION.format(more="")) == [
        Found(
            "phases/support/actions/write-up",
            "write-up",
            "an action with neither source nor suggested",
            "",
            "Quote the words it rests on under source:, or give the reason for adding it under suggested:.",
            (),
            125,
            7,
        )
    ]


@pytest.mark.parametrize("more", [", suggested: It helps", ", source: Prepare for the forum."])
def test_either_will_do(more: str) -> None:
    assert faults(RULE, ACTION.format(more=more)) == []


def test_an_event_that_says_neither() -> None:
    (fault,) = faults(RULE, "support:\n  events:\n    party: {title: Party, date: TBC}")
    assert fault.message == "an event with neither source nor suggested"


def test_a_file_that_quotes_nothing_is_one_fault() -> None:
    bare = "\n".join(line for line in BASE.splitlines() if not line.lstrip().startswith("source: "))
    (fault,) = found_in(bare, (unexplained_entry,))
    assert (fault.place, fault.message) == ("source", "a source is named, and no event or action quotes it")


def test_a_file_without_a_source_explains_nothing() -> None:
    bare = BASE.replace("source:\n  title: The Northmere programme\n  file: sources/2017-18.txt\n", "")
    assert found_in(bare + "\n", (unexplained_entry,)) == []
    assert bare != BASE
