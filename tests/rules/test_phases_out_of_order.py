"""Phases that do not stand in the order of their beginnings."""

import pytest

from tests.rules.examples import Found, Marked, faults


def found(fragment: str) -> list[Found]:
    return faults("phases-out-of-order", fragment)


def test_a_phase_that_begins_before_the_one_above_it() -> None:
    assert found("phases:\n  support:\n    when: October 2017 to March 2018") == [
        Found(
            "phases/support/when",
            "October 2017 to March 2018",
            "phase 'support' begins (October 2017) before phase 'challenge' above it (December 2017)",
            hint="Move it above challenge, or correct one of the two periods.",
            related=(Marked("December 2017 to January 2018", "when 'challenge' lies"),),
            line=111,
            column=11,
        )
    ]


def test_one_phase_out_of_place_is_one_fault() -> None:
    faulty = found("phases:\n  questions:\n    when: March 2018")
    assert [fault.place for fault in faulty] == ["phases/challenge/when"]


@pytest.mark.parametrize(
    "when",
    [
        "December 2017 to March 2018",
        "from December 2017",
        "TBC",
        "by March 2018",
        "February 2017",
        "winter 2017",
    ],
)
def test_no_fault(when: str) -> None:
    assert found(f"phases:\n  support:\n    when: {when}") == []
