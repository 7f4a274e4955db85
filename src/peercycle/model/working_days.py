"""England's working days: Monday to Friday without bank holidays, less the days a cycle is closed."""

from collections.abc import Iterable
from datetime import date, timedelta

from peercycle.model.bank_holidays import ENGLAND, FIRST_YEAR, LAST_PUBLISHED, LAST_YEAR

_ONE = timedelta(days=1)


class WorkingDays:
    """The working days of one cycle."""

    def __init__(self, closures: Iterable[tuple[date, date]] = ()) -> None:
        self._closures = tuple(closures)
        self._counted: dict[
            tuple[date, int], date
        ] = {}  # the same few days are counted from for every authority

    def is_working(self, day: date) -> bool:
        """Whether work is done on a day."""
        return day.weekday() < 5 and day not in ENGLAND and not self._closure(day)

    def _closure(self, day: date) -> tuple[date, date] | None:
        return next(((first, last) for first, last in self._closures if first <= day <= last), None)

    def reason(self, day: date) -> str:
        """Return why a day is no working day: "a Saturday", "Boxing Day"; "" for a working day.

        A bank holiday of a year whose days the government has yet to publish is said to be provisional.
        """
        if day in ENGLAND:
            return ENGLAND[day] + (" (provisional)" if day.year > LAST_PUBLISHED else "")
        if day.weekday() > 4:
            return f"a {day:%A}"
        return "a closure of this cycle" if self._closure(day) else ""

    def add(self, day: date, count: int) -> date:
        """Return the working day `count` working days after a day, before it for a negative count."""
        if (day, count) not in self._counted:
            self._counted[day, count] = self._add(day, count)
        return self._counted[day, count]

    def _add(self, day: date, count: int) -> date:
        step = _ONE if count >= 0 else -_ONE
        for _ in range(abs(count)):
            day += step
            while not self.is_working(day):
                closure = self._closure(day)
                if closure:
                    day = closure[1] if count > 0 else closure[0]
                day += step
        return day

    def count(self, first: date, last: date) -> int:
        """Return the working days after `first` up to and with `last`; negative where `last` is earlier."""
        if last < first:
            return -self.count(last, first)
        return sum(self.is_working(first + timedelta(days=n)) for n in range(1, (last - first).days + 1))

    @staticmethod
    def covers(day: date) -> bool:
        """Whether the bank holidays of a day's year are known; outside, only weekends are."""
        return FIRST_YEAR <= day.year <= LAST_YEAR


def shift(day: date, amount: int, unit: str, calendar: WorkingDays) -> date:
    """Return the day an amount of a unit after another (before it for a negative amount)."""
    if unit == "working day":
        return calendar.add(day, amount)
    if unit == "month":
        from dateutil.relativedelta import relativedelta

        return day + relativedelta(months=amount)
    return day + timedelta(days=amount * (7 if unit == "week" else 1))
