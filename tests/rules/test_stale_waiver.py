"""Waivers that hold, that have run out, and that waive nothing."""

from datetime import date

import pytest

from tests.rules.examples import Found, every_fault, faults

SATURDAY = "nwadcs-november:\n  date: Saturday 25 November 2017\n"


def waiver(rule: str = "weekend-date", about: str = "nwadcs-november", until: str = "November 2017") -> str:
    return f"waivers:\n  w: {{rule: {rule}, about: {about}, because: Agreed, until: {until}}}\n"


@pytest.mark.parametrize("about", ["nwadcs-november", "nwadcs-november date", "events", "events date"])
def test_a_waiver_sets_a_rule_aside_for_its_place(about: str) -> None:
    assert every_fault(SATURDAY) == ["weekend-date"]
    assert every_fault(SATURDAY + waiver(about=about)) == []


@pytest.mark.parametrize("about", ["forum", "nwadcs-november time", "actions"])
def test_elsewhere_it_waives_nothing(about: str) -> None:
    assert sorted(every_fault(SATURDAY + waiver(about=about))) == ["stale-waiver", "weekend-date"]


def test_an_error_can_be_waived() -> None:
    misprint = "nwadcs-february:\n  date: Thursday 5 April 2018\n"
    assert every_fault(misprint) == ["date-outside-phase"]
    assert every_fault(misprint + waiver("date-outside-phase", "nwadcs-february")) == []


def test_a_waiver_of_a_whole_entry() -> None:
    text = "phases:\n  questions:\n    events:\n      visit:\n        title: Visit\n        date: 24 November 2017\n"
    text += "        attends: {each authority: [dcs]}\n        source: Questions are put in November.\n"
    assert every_fault(text) == ["missing-place"]
    assert every_fault(text + waiver("missing-place", "visit")) == []


def test_a_waiver_that_waives_nothing() -> None:
    assert faults("stale-waiver", waiver()) == [
        Found(
            "waivers/w",
            "w",
            "waiver 'w' waives nothing: there is no weekend-date at nwadcs-november",
            hint="Take it out.",
            line=130,
            column=3,
        )
    ]


def test_a_waiver_that_has_run_out_no_longer_holds() -> None:
    fragment = SATURDAY + waiver()
    assert every_fault(fragment, on=date(2017, 11, 30)) == []
    assert sorted(every_fault(fragment, on=date(2017, 12, 1))) == ["stale-waiver", "weekend-date"]
    (fault,) = faults("stale-waiver", fragment, on=date(2017, 12, 1))
    assert (fault.place, fault.marked) == ("waivers/w/until", "November 2017")
    assert fault.message == "waiver 'w' ran out after Thursday 30 November 2017"
    assert fault.hint == "Take it out, or give it a later end if the reason still holds."


def test_a_waiver_without_a_known_end_holds() -> None:
    assert every_fault(SATURDAY + waiver(until="TBC"))[:1] == ["unanswered-question"]
    assert faults("stale-waiver", SATURDAY + waiver(until="from November 2017"), on=date(2030, 1, 1)) == []


@pytest.mark.parametrize(
    ("rule", "message", "note", "hint"),
    [
        ("weekend-dates", "no rule is called 'weekend-dates'", "did you mean weekend-date?", ""),
        ("nonsense", "no rule is called 'nonsense'", "", "peercycle explain lists the rules."),
        (
            "unknown-key",
            "'unknown-key' is a fault of form and cannot be waived",
            "",
            "Mend the fault, and take the waiver out.",
        ),
    ],
)
def test_a_waiver_of_no_rule(rule: str, message: str, note: str, hint: str) -> None:
    (fault,) = faults("stale-waiver", waiver(rule))
    assert (fault.place, fault.message, fault.note, fault.hint) == ("waivers/w/rule", message, note, hint)


def test_nothing_is_called_unused_while_parts_of_the_file_are_unreadable() -> None:
    assert every_fault("nwadcs-november:\n  date: 23rd Nov 2017\n" + waiver()) == ["malformed-date"]


def test_a_waiver_of_stale_waivers_is_not_asked_for_its_use() -> None:
    second = "  v: {rule: stale-waiver, about: w, because: Kept for next year, until: March 2018}\n"
    assert every_fault(waiver() + second) == []
    assert faults("stale-waiver", "waivers:\n" + second) == []
