"""Every rule at once: one cause is one fault, and what could not be read is not judged."""

from pathlib import Path

import pytest

from peercycle.rules import check, errors, remarks, wrong_weekday
from peercycle.rules.examined import Examined
from tests.rules.examples import ON, cycle_with, every_fault, found_in

CYCLES = Path(__file__).parent.parent.parent / "cycles"
REAL = (CYCLES / "2017-18.yaml").read_text(encoding="utf-8")
QUOTED = (CYCLES / "sources" / "2017-18.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "fragment",
    [
        "nwadcs-november:\n  date: 23 November 2016",
        "nwadcs-november:\n  date: Wednesday 23 November 2016",
        "submit-self-view:\n  due: 27 October 2018",
        "forum:\n  date:\n    december: {cluster-moor: 12 December 2016, cluster-coast: 13 December 2016}",
        "forum:\n  date:\n    january:\n      cluster-moor: Sunday 1 January 2017",
        "phases:\n  support:\n    when: February 2017 to March 2017",
        "rounds:\n  january: {title: January round, when: January 2017, authorities: 2}",
    ],
)
def test_a_misprinted_year_is_one_fault_whatever_follows_from_it(fragment: str) -> None:
    assert every_fault(fragment) == ["date-outside-cycle"]


def test_a_day_outside_its_phase_is_one_fault_whatever_follows_from_it() -> None:
    assert every_fault("nwadcs-november:\n  date: Thursday 1 February 2018") == ["date-outside-phase"]


@pytest.mark.parametrize(
    ("fragment", "rule"),
    [
        ("nwadcs-november:\n  date: 31 November 2017", "impossible-date"),
        ("submit-self-view:\n  due: Thurs 26 Oct 2017", "malformed-date"),
        ("runs: some time", "malformed-date"),
        ("rounds:\n  january: {title: January round, when: Jan 2018, authorities: 2}", "malformed-date"),
        ("phases:\n  support:\n    when: Feb 2018", "malformed-date"),
        ("forum:\n  date:\n    january:\n      cluster-moor: 10.1.2018", "malformed-date"),
    ],
)
def test_nothing_is_made_of_a_date_that_cannot_be_read(fragment: str, rule: str) -> None:
    assert every_fault(fragment) == [rule]


def test_a_waived_misprint_is_taken_at_its_word() -> None:
    waiver = "waivers:\n  w: {rule: date-outside-phase, about: nwadcs-november, because: Agreed, until: March 2018}\n"
    fragment = "nwadcs-november:\n  date: Thursday 1 February 2018\n"
    assert every_fault(fragment) == ["date-outside-phase"]
    assert "produced-after-needed" in every_fault(fragment + waiver)


def test_the_real_cycle_has_no_errors_and_leaves_open_what_its_source_does() -> None:
    found = found_in(REAL, (*errors(), *remarks()), source=QUOTED)
    assert [item.rule for item in found if item.severity == "error"] == []
    assert [(item.rule, item.place) for item in found if item.severity == "warning"] == [
        ("tbc-after-use", "phases/support/events/quality-meeting/date")
    ]
    assert {item.rule for item in found if item.severity == "info"} == {
        "missing-place",
        "unanswered-question",
    }


def test_a_rule_that_ran_is_remembered_though_it_found_nothing() -> None:
    examined = Examined(cycle_with("title: Another title"), ON)
    assert list(check(examined, (wrong_weekday,))) == []
    assert examined.ran == {"wrong-weekday"}
