"""England's working days, with closures, and days counted from a day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peercycle.model.working_days import WorkingDays, shift

ENGLAND = WorkingDays()
SHUT = WorkingDays([(date(2017, 12, 21), date(2018, 1, 5)), (date(2018, 1, 8), date(2018, 1, 8))])


@pytest.mark.parametrize(
    ("day", "reason"),
    [
        ("2017-10-27", ""),
        ("2017-10-28", "a Saturday"),
        ("2017-10-29", "a Sunday"),
        ("2017-12-25", "Christmas Day"),
        ("2016-12-25", "a Sunday"),
        ("2016-12-27", "the substitute day for Christmas Day"),
        ("2018-01-02", ""),
        ("2030-12-25", "Christmas Day (provisional)"),
        ("2014-12-25", ""),
        ("2041-12-25", ""),
    ],
)
def test_why_a_day_is_no_working_day(day: str, reason: str) -> None:
    assert ENGLAND.reason(date.fromisoformat(day)) == reason
    assert ENGLAND.is_working(date.fromisoformat(day)) is (reason == "")


@pytest.mark.parametrize(
    ("day", "reason"),
    [
        ("2017-12-20", ""),
        ("2017-12-21", "a closure of this cycle"),
        ("2017-12-23", "a Saturday"),
        ("2017-12-25", "Christmas Day"),
        ("2018-01-05", "a closure of this cycle"),
        ("2018-01-08", "a closure of this cycle"),
        ("2018-01-09", ""),
    ],
)
def test_a_cycle_may_be_closed(day: str, reason: str) -> None:
    assert SHUT.reason(date.fromisoformat(day)) == reason
    assert SHUT.is_working(date.fromisoformat(day)) is (reason == "")


@pytest.mark.parametrize(
    ("calendar", "day", "count", "expected"),
    [
        (ENGLAND, "2017-11-23", 13, "2017-12-12"),
        (ENGLAND, "2017-12-14", 16, "2018-01-10"),
        (ENGLAND, "2018-01-12", 14, "2018-02-01"),
        (ENGLAND, "2017-10-27", 14, "2017-11-16"),
        (ENGLAND, "2017-10-27", 1, "2017-10-30"),
        (ENGLAND, "2017-10-28", 1, "2017-10-30"),
        (ENGLAND, "2017-10-28", -1, "2017-10-27"),
        (ENGLAND, "2018-01-02", -1, "2017-12-29"),
        (ENGLAND, "2017-10-28", 0, "2017-10-28"),
        (SHUT, "2017-12-20", 1, "2018-01-09"),
        (SHUT, "2018-01-09", -1, "2017-12-20"),
        (SHUT, "2017-12-20", 2, "2018-01-10"),
    ],
)
def test_working_days_after_and_before(calendar: WorkingDays, day: str, count: int, expected: str) -> None:
    start, found = date.fromisoformat(day), date.fromisoformat(expected)
    assert calendar.add(start, count) == found == shift(start, count, "working day", calendar)
    if count:
        assert calendar.count(start, found) == count + (0 if count > 0 or calendar.is_working(start) else 1)


@pytest.mark.parametrize(
    ("first", "last", "count"),
    [
        ("2017-10-27", "2017-10-27", 0),
        ("2017-10-27", "2017-10-30", 1),
        ("2017-10-27", "2017-10-29", 0),
        ("2017-11-16", "2017-11-23", 5),
        ("2017-12-22", "2018-01-02", 4),
        ("2018-01-02", "2017-12-22", -4),
    ],
)
def test_working_days_between(first: str, last: str, count: int) -> None:
    assert ENGLAND.count(date.fromisoformat(first), date.fromisoformat(last)) == count


@pytest.mark.parametrize(
    ("day", "amount", "unit", "expected"),
    [
        ("2017-10-27", 3, "day", "2017-10-30"),
        ("2017-10-27", -3, "day", "2017-10-24"),
        ("2017-10-27", 2, "week", "2017-11-10"),
        ("2018-01-31", 1, "month", "2018-02-28"),
        ("2016-01-31", 1, "month", "2016-02-29"),
        ("2018-03-31", -1, "month", "2018-02-28"),
        ("2017-12-15", 2, "month", "2018-02-15"),
    ],
)
def test_days_weeks_and_months_after_and_before(day: str, amount: int, unit: str, expected: str) -> None:
    assert shift(date.fromisoformat(day), amount, unit, ENGLAND) == date.fromisoformat(expected)


def test_the_years_whose_bank_holidays_are_known() -> None:
    assert [WorkingDays.covers(date(year, 6, 1)) for year in (2014, 2015, 2040, 2041)] == [
        False,
        True,
        True,
        False,
    ]


@given(st.dates(date(2015, 1, 1), date(2040, 12, 31)), st.integers(1, 400))
def test_counting_on_and_back_again(day: date, count: int) -> None:
    later = ENGLAND.add(day, count)
    assert ENGLAND.is_working(later)
    assert ENGLAND.count(day, later) == count
    assert ENGLAND.add(later + timedelta(days=1), -1) == later


def test_a_closure_of_three_hundred_years_is_stepped_over() -> None:
    closed = WorkingDays([(date(1900, 1, 1), date(2199, 12, 31))])
    assert closed.add(date(2017, 10, 27), 1) == date(2200, 1, 1)
    assert closed.add(date(2017, 10, 27), -1) == date(1899, 12, 29)
