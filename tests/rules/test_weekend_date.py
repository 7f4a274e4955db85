"""Meetings and deadlines on Saturdays and Sundays."""

import pytest

from tests.rules.examples import Found, faults


def found(fragment: str) -> list[Found]:
    return faults("weekend-date", fragment)


def test_a_meeting_on_a_saturday() -> None:
    assert found("nwadcs-november:\n  date: 25 November 2017") == [
        Found(
            "phases/questions/events/nwadcs-november/date",
            "25 November 2017",
            "25 November 2017 is a Saturday",
            hint="The working days around it are Friday 24 November 2017 and Monday 27 November 2017.",
            line=62,
            column=15,
        )
    ]


def test_the_working_days_around_it_leave_out_bank_holidays() -> None:
    (fault,) = found("forum:\n  date:\n    december:\n      cluster-moor: TBC Sunday 24 December 2017")
    assert fault.marked == "Sunday 24 December 2017"
    assert (
        fault.hint == "The working days around it are Friday 22 December 2017 and Wednesday 27 December 2017."
    )


@pytest.mark.parametrize(
    "due", ["by 28 October 2017", "2017-10-28", "Saturday 28 October 2017 or 27 October 2017"]
)
def test_a_deadline_on_a_saturday(due: str) -> None:
    assert len(found(f"submit-self-view:\n  due: {due}")) == (0 if " or " in due else 1)


def test_each_end_of_a_meeting_that_lasts_is_looked_at() -> None:
    faulty = found("nwadcs-november:\n  date: 24 to 25 November 2017")
    assert [fault.marked for fault in faulty] == ["25 November 2017"]


def test_an_exception_is_looked_at() -> None:
    (fault,) = found(
        "submit-self-view:\n  except:\n    larkmoor: {due: 28 October 2017, because: Inspection}"
    )
    assert fault.place.endswith("/except/larkmoor/due")


@pytest.mark.parametrize(
    "fragment",
    [
        "submit-self-view:\n  due: Friday 27 October 2017",
        "submit-self-view:\n  due: Friday 28 October 2017",
        "submit-self-view:\n  due: before 28 October 2017",
        "submit-self-view:\n  due: October 2017",
        "submit-self-view:\n  due: 29 October 2016",
        "submit-self-view:\n  from: Saturday 2 September 2017",
        "submit-self-view:\n  due: TBC",
        "closures: [Saturday 23 December 2017]",
    ],
)
def test_no_fault(fragment: str) -> None:
    assert found(fragment) == []
