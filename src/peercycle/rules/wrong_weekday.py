"""A weekday and a date do not belong together.

Someone will come on the Thursday and someone else on the 27th. Which of the two is meant, only the author can say, so both
readings are shown; and where the source quoted beside the date names a weekday, that is shown, too.

Wrong::

    submit-self-view:
      due: Thursday 27 October 2017

Right::

    submit-self-view:
      due: Friday 27 October 2017

What is compared
    Every date of the file that has a weekday, those to be confirmed as well. A
    date outside the cycle is left to date-outside-cycle: its year is wrong, and
    its weekday may be that of the right year.

See also: impossible-date, date-outside-cycle
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from peercycle.diagnostics.fault import Fault, Mark, Severity
from peercycle.model.place import Place
from peercycle.model.points import WEEKDAYS, Point, long_date
from peercycle.rules.examined import Examined, Stated, misnamed, plain_day, sourced

ID: Final = "wrong-weekday"
SEVERITY: Final[Severity] = "error"


def check(examined: Examined) -> Iterator[Fault]:
    """Yield each date whose weekday is another."""
    for stated in examined.dates:
        for point in stated.when.points:
            day = misnamed(point)
            if day and not (stated.use != "other" and examined.outside(stated.when)):
                yield _fault(examined, stated, point, day)


def _fault(examined: Examined, stated: Stated, point: Point, day: date) -> Fault:
    right, wrong = WEEKDAYS[day.weekday()], point.weekday
    nearest = day + timedelta(days=(WEEKDAYS.index(wrong) - day.weekday() + 3) % 7 - 3)
    words = wrong if stated.when.words.count(wrong) == 1 else point.words
    return Fault(
        f"{plain_day(day)} is a {right}, not a {wrong}",
        Mark(stated.place, words=words),
        f"Write {long_date(day)}. If the {wrong} is right, it is {long_date(nearest)}.",
        tuple(_quoted(examined, stated.place, day)),
    )


def _quoted(examined: Examined, place: Place, day: date) -> Iterator[Mark]:
    """Yield the weekday that the source quoted beside a date gives for it."""
    pattern = re.compile(rf"({'|'.join(WEEKDAYS)}),? +{day.day} +{day:%B}")
    for at, entry in sourced(examined.cycle):
        if place[: len(at)] == at and at[2:] != ():
            for position, quotation in enumerate(entry.source):
                if found := pattern.search(" ".join(quotation.split())):
                    named = found.group(1)
                    words = named if quotation.count(named) == 1 else found.group()
                    source = (*at, "source", *((str(position),) if len(entry.source) > 1 else ()))
                    yield Mark(source, f"the source quoted here says {named}", words)
