"""Rounds whose number and rows contradict each other."""

import pytest

from tests.rules.examples import Found, Marked, faults

RULE = "round-size"
OPEN = "larkmoor: {name: Larkmoor, group: cluster-moor, round: TBC}\n"


def test_more_rows_than_the_number() -> None:
    assert faults(RULE, "december: {title: December round, when: December 2017, authorities: 1}") == [
        Found(
            "rounds/december/authorities",
            "1",
            "the round december is for 1 authority, and 2 are in it",
            "",
            "By their rows: Larkmoor and Hollinsea. Write authorities: 2, or change the round of a row.",
            (Marked("december", "one too many"),),
            30,
            71,
        )
    ]


@pytest.mark.parametrize(
    ("fragment", "messages"),
    [
        (
            "december: {title: D, when: December 2017, authorities: 3}",
            ["the round december is for 3 authorities, and only 2 are in it"],
        ),
        (
            "authorities:\n  larkmoor: {name: Larkmoor, round: january}\n  hollinsea: {name: Hollinsea, round: january}",
            [
                "the round december is for 2 authorities, and only 0 are in it",
                "the round january is for 2 authorities, and 4 are in it",
            ],
        ),
        (
            "larkmoor: {name: Larkmoor, group: cluster-moor, round: january}",
            [
                "the round december is for 2 authorities, and only 1 is in it",
                "the round january is for 2 authorities, and 3 are in it",
            ],
        ),
        (
            OPEN + "january: {title: J, when: January 2018, authorities: 3}",
            ["2 and 3 make 5, and the file has 4 authorities"],
        ),
        (OPEN + "rounds: {december: {title: D, when: December 2017, authorities: 5}}", ["5 in the only round, and the file has 4 authorities"]),
        (OPEN + "december: {title: D, when: December 2017, authorities: 0}", ["the round december is for 0 authorities, and 1 is in it"]),
        (OPEN, []),
        (OPEN + "december: {title: D, when: December 2017, authorities: TBC}", []),
        ("december: {title: D, when: December 2017}", []),
        ("larkmoor: {name: Larkmoor, group: cluster-moor, round: decmber}", []),
        ("larkmoor: {name: Larkmoor, group: cluster-moor}", []),
        ("rounds: {}", []),
        ("larkmoor:", []),
        ("larkmoor: &x {name: Larkmoor, group: cluster-moor, round: december}", []),
        (OPEN + "january:\norrinshaw: {name: Orrinshaw, round: december}", []),
        ("larkmoor:\njanuary: {title: J, when: January 2018, authorities: 1}", ["the round january is for 1 authority, and 2 are in it"]),
    ],
)  # fmt: skip
def test_counts(fragment: str, messages: list[str]) -> None:
    assert [fault.message for fault in faults(RULE, fragment)] == messages


def test_numbers_that_do_not_add_up_are_one_fault_with_all_of_them() -> None:
    (fault,) = faults(RULE, OPEN + "january: {title: J, when: January 2018, authorities: 3}")
    assert fault.place == "rounds/december/authorities"
    assert fault.related == (Marked("3", "and here"), Marked("authorities", "4 rows here"))
