"""Dates before the cycle begins or after it ends, most of them with a misprinted year."""

from pathlib import Path

import pytest

from peercycle.rules import errors
from tests.rules.examples import Found, Marked, every_fault, faults, found_in

REAL = Path(__file__).parent.parent.parent / "cycles" / "2017-18.yaml"
GRID = "phases/challenge/events/forum/date/january"
HELD = Marked("January 2018", "when round 'january' is held")


def found(fragment: str) -> list[Found]:
    return faults("date-outside-cycle", fragment)


@pytest.mark.parametrize(
    "misprint", ["10 January 2017", "2017-01-10", "TBC 10 January 2017", "Wednesday 10 January 2017"]
)
def test_the_misprint_of_the_real_cycle_is_refused(misprint: str) -> None:
    text = REAL.read_text(encoding="utf-8")
    right = "bpn-blackburn-with-darwen: TBC Wednesday 10 January 2018"
    assert text.count(right) == 1
    wrong = text.replace(right, f"bpn-blackburn-with-darwen: {misprint}")
    (fault,) = [item for item in found_in(wrong, errors(), source=None) if item.severity == "error"]
    assert fault.rule == "date-outside-cycle"
    assert fault.message == "10 January 2017 is before the cycle begins (summer 2017)"
    assert fault.note == "did you mean Wednesday 10 January 2018?"
    assert fault.hint.endswith("write: TBC Wednesday 10 January 2018")
    assert fault.place == f"{GRID}/bpn-blackburn-with-darwen"
    assert [related.message for related in fault.related] == ["when round 'january' is held"]


def test_several_dates_of_one_grid_are_one_fault() -> None:
    fragment = """
    forum:
      date:
        january:
          cluster-moor: 10 January 2017
          cluster-coast: 2017-01-11
    """
    assert found(fragment) == [
        Found(
            f"{GRID}/cluster-moor",
            "10 January 2017",
            "10 January 2017 is before the cycle begins (summer 2017)",
            "did you mean Wednesday 10 January 2018?",
            "The year looks misprinted. In 2018 the days are Wednesday 10 and Thursday 11 January. "
            "Until someone confirms them, write: TBC Wednesday 10 January 2018",
            (HELD, Marked("2017-01-11", "so is this")),
            92,
            27,
        )
    ]


def test_three_dates_of_one_grid_say_so_once() -> None:
    fragment = """
    forum:
      date:
        december:
          cluster-moor: 12 December 2016
          cluster-coast: 13 December 2016
        january:
          cluster-moor: 10 January 2017
    """
    (fault,) = found(fragment)
    assert fault.related == (
        Marked("December 2017", "when round 'december' is held"),
        Marked("13 December 2016", ""),
        Marked("10 January 2017", "so are these two"),
    )
    assert fault.hint == (
        "The year looks misprinted. The days are Tuesday 12 December 2017, Wednesday 13 December 2017 and "
        "Wednesday 10 January 2018. Until someone confirms them, write: TBC Tuesday 12 December 2017"
    )


def test_dates_on_either_side_are_two_faults() -> None:
    fragment = """
    forum:
      date:
        january: {cluster-moor: 10 January 2017, cluster-coast: 11 January 2019}
    """
    assert [fault.message for fault in found(fragment)] == [
        "10 January 2017 is before the cycle begins (summer 2017)",
        "11 January 2019 is after the cycle ends (April 2018)",
    ]


@pytest.mark.parametrize(
    ("fragment", "message", "note", "hint"),
    [
        (
            "submit-self-view:\n  due: 27 October 2016",
            "27 October 2016 is before the cycle begins (summer 2017)",
            "did you mean Friday 27 October 2017?",
            "The year looks misprinted. Until someone confirms it, write: TBC Friday 27 October 2017",
        ),
        (
            "nwadcs-february:\n  date: 24 June 2018",
            "24 June 2018 is after the cycle ends (April 2018)",
            "",
            "Correct the date, or make the cycle long enough under runs.",
        ),
        (
            "submit-self-view:\n  due: 27 May 2018",
            "27 May 2018 is after the cycle ends (April 2018)",
            "",
            "Correct the date, or make the cycle long enough under runs.",
        ),
        (
            "submit-self-view:\n  due: by autumn 2016",
            "by autumn 2016 is before the cycle begins (summer 2017)",
            "did you mean by autumn 2017?",
            "The year looks misprinted.",
        ),
        (
            "submit-self-view:\n  from: September 2016",
            "September 2016 is before the cycle begins (summer 2017)",
            "did you mean September 2017?",
            "The year looks misprinted.",
        ),
        (
            "nwadcs-november:\n  date: 29 February 2016",
            "29 February 2016 is before the cycle begins (summer 2017)",
            "",
            "Correct the date, or make the cycle long enough under runs.",
        ),
        (
            "nwadcs-november:\n  date: after 30 April 2018",
            "after 30 April 2018 is after the cycle ends (April 2018)",
            "",
            "Correct the date, or make the cycle long enough under runs.",
        ),
        (
            "nwadcs-november:\n  date: 30 April to 1 May 2018",
            "1 May 2018 is after the cycle ends (April 2018)",
            "",
            "Correct the date, or make the cycle long enough under runs.",
        ),
        (
            "phases:\n  questions:\n    when: November 2016",
            "November 2016 is before the cycle begins (summer 2017)",
            "did you mean November 2017?",
            "The year looks misprinted.",
        ),
        (
            "rounds:\n  january: {title: January round, when: January 2017, authorities: 2}",
            "January 2017 is before the cycle begins (summer 2017)",
            "did you mean January 2018?",
            "The year looks misprinted.",
        ),
        (
            "runs: June 2017 to June 2019\nnwadcs-february:\n  date: 1 February 2017",
            "1 February 2017 is before the cycle begins (June 2017)",
            "did you mean Thursday 1 February 2018?",
            "The year looks misprinted. Until someone confirms it, write: TBC Thursday 1 February 2018",
        ),
    ],
)
def test_the_same_day_in_a_year_of_the_cycle_is_offered(
    fragment: str, message: str, note: str, hint: str
) -> None:
    (fault,) = found(fragment)
    assert (fault.message, fault.note, fault.hint) == (message, note, hint)


def test_the_phase_of_a_deadline_is_shown_unless_it_is_outside_too() -> None:
    due = "submit-self-view:\n  due: 27 October 2016"
    (fault,) = found(due)
    assert fault.related == (Marked("summer 2017 to October 2017", "when its phase lies"),)
    both = found("phases:\n  self-evaluation:\n    when: October 2016\n    actions:\n      submit-self-view:\n"
                 "        due: 27 October 2016")  # fmt: skip
    assert [fault.related for fault in both] == [(), ()]


def test_a_misprint_is_one_fault_however_many_rules_it_offends() -> None:
    for fragment in (
        "forum:\n  date:\n    january:\n      cluster-moor: Sunday 1 January 2017",
        "phases:\n  support:\n    when: February 2017 to March 2017",
        "rounds:\n  january: {title: January round, when: January 2017, authorities: 2}",
    ):
        assert every_fault(fragment) == ["date-outside-cycle"]


@pytest.mark.parametrize(
    "fragment",
    [
        "next-cycle:\n  cycle: 2018-19\n  begins: autumn 2018",
        "documents:\n  self-view: {title: Self-view, per: authority, comes-from: headlines of 2016-17}",
        "nwadcs-november:\n  date: before 1 May 2018",
        "nwadcs-november:\n  date: after 31 May 2017",
        "nwadcs-november:\n  date: April 2018",
        "nwadcs-november:\n  date: TBC",
        "closures: [27 December 2016]",
        "runs: TBC\nnwadcs-november:\n  date: 23 November 2010",
        "runs: from summer 2017\nnwadcs-november:\n  date: 23 November 2030",
        "questions:\n  q: {ask: Where?, about: forum, by: 2 November 2016, answer: Here}",
    ],
)
def test_no_fault(fragment: str) -> None:
    assert found(fragment) == []
