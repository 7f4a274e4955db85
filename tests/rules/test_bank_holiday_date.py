"""Meetings and deadlines on bank holidays and on days of closure."""

import pytest

from tests.rules.examples import Found, faults


def found(fragment: str) -> list[Found]:
    return faults("bank-holiday-date", fragment)


def test_a_meeting_on_a_bank_holiday() -> None:
    assert found("forum:\n  date:\n    january:\n      cluster-moor: Monday 1 January 2018") == [
        Found(
            "phases/challenge/events/forum/date/january/cluster-moor",
            "Monday 1 January 2018",
            "Monday 1 January 2018 is New Year's Day",
            hint="The working days around it are Friday 29 December 2017 and Tuesday 2 January 2018.",
            line=92,
            column=27,
        )
    ]


@pytest.mark.parametrize(
    ("due", "message"),
    [
        ("30 March 2018", "Friday 30 March 2018 is Good Friday"),
        ("by 2018-03-30", "Friday 30 March 2018 is Good Friday"),
        ("TBC Friday 30 March 2018", "Friday 30 March 2018 is Good Friday"),
    ],
)
def test_a_deadline_on_a_bank_holiday(due: str, message: str) -> None:
    (fault,) = found(f"nwadcs-february:\n  date: {due}")
    assert fault.message == message
    assert fault.hint == "The working days around it are Thursday 29 March 2018 and Tuesday 3 April 2018."


def test_a_day_of_closure_counts_as_a_holiday() -> None:
    fragment = """
    closures: [27 to 29 December 2017]
    forum:
      date:
        december:
          cluster-moor: Thursday 28 December 2017
    """
    (fault,) = found(fragment)
    assert fault.message == "Thursday 28 December 2017 is a closure of this cycle"
    assert fault.hint == "The working days around it are Friday 22 December 2017 and Tuesday 2 January 2018."


@pytest.mark.parametrize(
    "day",
    ["Tuesday 2 January 2018", "Saturday 6 January 2018", "January 2018", "before 1 January 2018", "TBC"],
)
def test_no_fault(day: str) -> None:
    assert found(f"forum:\n  date:\n    january:\n      cluster-moor: {day}") == []
