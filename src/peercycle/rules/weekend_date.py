"""A meeting or a deadline falls on a Saturday or a Sunday.

Few people meet or send papers at the weekend; more often the day is mistaken.

Wrong::

    nwadcs-november:
      date: 25 November 2017

Right::

    nwadcs-november:
      date: Friday 24 November 2017

What is compared
    The days of meetings and deadlines that stand in the file. A day counted
    from another is looked at by deadline-not-working-day; a weekday that is not
    the day's is left to wrong-weekday.
If this is meant
    Waive it for one place, with a reason and an end:
        waivers:
          saturday-meeting: {rule: weekend-date, about: nwadcs-november,
                             because: "...", until: 25 November 2017}

See also: bank-holiday-date, deadline-not-working-day
"""

from collections.abc import Iterator
from typing import Final

from peercycle.diagnostics.fault import Fault, Mark, Severity
from peercycle.model.points import WEEKDAYS, long_date
from peercycle.rules.examined import Examined, named_days, plain_day

ID: Final = "weekend-date"
SEVERITY: Final[Severity] = "warning"


def check(examined: Examined) -> Iterator[Fault]:
    """Yield each day of a meeting or deadline that is a Saturday or Sunday and no bank holiday."""
    calendar = examined.plan.calendar
    for stated, point in named_days(examined):
        weekday = WEEKDAYS[point.first.weekday()]
        if calendar.reason(point.first) == f"a {weekday}":
            before, after = calendar.add(point.first, -1), calendar.add(point.first, 1)
            yield Fault(
                f"{plain_day(point.first)} is a {weekday}",
                Mark(stated.place, words=point.words),
                f"The working days around it are {long_date(before)} and {long_date(after)}.",
            )
