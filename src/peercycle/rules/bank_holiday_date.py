"""A meeting or a deadline falls on a bank holiday or on a day of closure.

Offices are shut and nobody will be there. Bank holidays are those of England; further days without work are listed in the
file under `closures`.

Wrong::

    forum:
      date:
        january:
          cluster-moor: Monday 1 January 2018

Right::

    forum:
      date:
        january:
          cluster-moor: Tuesday 2 January 2018

What is compared
    The days of meetings and deadlines that stand in the file. A day counted
    from another is looked at by deadline-not-working-day.
If this is meant
    Waive it for one place, with a reason and an end:
        waivers:
          new-year: {rule: bank-holiday-date, about: forum, because: "...",
                     until: 1 January 2018}

See also: weekend-date, deadline-not-working-day
"""

from collections.abc import Iterator
from typing import Final

from peercycle.diagnostics.fault import Fault, Mark, Severity
from peercycle.model.points import WEEKDAYS, long_date
from peercycle.rules.examined import Examined, named_days

ID: Final = "bank-holiday-date"
SEVERITY: Final[Severity] = "warning"


def check(examined: Examined) -> Iterator[Fault]:
    """Yield each day of a meeting or deadline that is a bank holiday or a day of closure."""
    calendar = examined.plan.calendar
    for stated, point in named_days(examined):
        day = point.first
        reason = calendar.reason(day)
        if reason and reason != f"a {WEEKDAYS[day.weekday()]}":
            before, after = calendar.add(day, -1), calendar.add(day, 1)
            yield Fault(
                f"{long_date(day)} is {reason}",
                Mark(stated.place, words=point.words),
                f"The working days around it are {long_date(before)} and {long_date(after)}.",
            )
