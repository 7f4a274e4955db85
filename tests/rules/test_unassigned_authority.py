"""Authorities without a group or a round, gathered."""

import pytest

from tests.rules.examples import Found, faults

RULE = "unassigned-authority"
KEYS = ("larkmoor", "orrinshaw", "hollinsea", "pellbridge")
HINT = "Write it in each row. Until it is known, put one question about: authorities {}"


def rows(more: str, keys: tuple[str, ...] = KEYS) -> str:
    return "authorities:\n" + "".join(f"  {key}: {{name: {key.capitalize()}{more}}}\n" for key in keys)


def test_one_fault_for_all_without_a_group_and_one_for_all_without_a_round() -> None:
    assert faults(RULE, rows("")) == [
        Found(
            "authorities/larkmoor/group",
            "larkmoor",
            "4 of 4 authorities have no cluster: Larkmoor, Orrinshaw, Hollinsea and Pellbridge",
            "",
            HINT.format("group"),
            (),
            33,
            3,
        ),
        Found(
            "authorities/larkmoor/round",
            "larkmoor",
            "4 of 4 authorities have no round: Larkmoor, Orrinshaw, Hollinsea and Pellbridge",
            "",
            HINT.format("round"),
            (),
            33,
            3,
        ),
    ]


def test_what_is_to_be_confirmed_is_marked() -> None:
    (fault,) = faults(RULE, "pellbridge: {name: Pellbridge, group: cluster-coast, round: TBC}")
    assert (fault.marked, fault.message) == ("TBC", "1 of 4 authorities has no round: Pellbridge")


def test_many_are_not_named() -> None:
    more = tuple(f"town-{n}" for n in range(6))
    found = faults(RULE, rows("", more))
    assert [fault.message for fault in found] == [
        "6 of 10 authorities have no cluster",
        "6 of 10 authorities have no round",
    ]


@pytest.mark.parametrize(
    "about", ["[authorities group, authorities round]", "[larkmoor group, larkmoor round]"]
)
def test_what_a_question_asks_is_not_repeated(about: str) -> None:
    question = f"questions:\n  q: {{ask: Who is where?, about: {about}}}\n"
    assert faults(RULE, rows("", ("larkmoor",)) + question) == []
    assert len(faults(RULE, rows("", ("larkmoor",)) + question.replace("}", ", answer: See below}"))) == 2


def test_one_authority_can_be_waived_without_the_others() -> None:
    waiver = (
        "waivers:\n  w: {rule: unassigned-authority, about: larkmoor, because: Away, until: March 2018}\n"
    )
    found = faults(RULE, rows(", group: cluster-moor", ("larkmoor", "orrinshaw")) + waiver)
    assert [fault.message for fault in found] == ["1 of 4 authorities has no round: Orrinshaw"]


@pytest.mark.parametrize(
    "fragment",
    [
        "groups: {}\nrounds: {}\n" + rows(""),
        rows(", group: nowhere, round: never"),
        rows(", group: [], round: []"),
    ],
)
def test_no_fault(fragment: str) -> None:
    assert faults(RULE, fragment) == []
