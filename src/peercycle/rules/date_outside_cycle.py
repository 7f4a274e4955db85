"""A date lies before the cycle begins or after it ends.

Nearly always the year is misprinted, often left over from the programme of the year before. The same day in a year of the
cycle is offered where there is one.

Wrong::

    forum:
      date:
        january:
          cluster-moor: 10 January 2017
          cluster-coast: 11 January 2017

Right::

    forum:
      date:
        january:
          cluster-moor: TBC Wednesday 10 January 2018
          cluster-coast: TBC Thursday 11 January 2018

What is compared
    The dates of phases, rounds, meetings and actions with `runs`. When the next
    cycle begins, and what a paper comes from, is not of this cycle. Several
    dates of one meeting or action on the same side are one fault.
If this is meant
    Make `runs` long enough to hold the date.

See also: date-outside-phase, wrong-weekday
"""

import re
from collections.abc import Iterator
from typing import Final

from peercycle.diagnostics.fault import Fault, Mark, Severity
from peercycle.model.phrase import Misread
from peercycle.model.points import Point, long_date
from peercycle.model.when import When, long_when, read_when
from peercycle.rules.examined import Examined, Stated, plain_day

ID: Final = "date-outside-cycle"
SEVERITY: Final[Severity] = "error"
_NUMBERS: Final = ("", "", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def check(examined: Examined) -> Iterator[Fault]:
    """Yield the dates of each meeting, action, phase or round that lie outside the cycle."""
    gathered: dict[tuple[tuple[str, ...], str], list[Stated]] = {}
    for stated in examined.dates:
        if stated.use != "other" and (side := examined.outside(stated.when)):
            key = stated.place[:5] if stated.phase else stated.place
            gathered.setdefault((key, side), []).append(stated)
    for (_, where), found in gathered.items():
        yield _fault(examined, where, found)


def _fault(examined: Examined, side: str, found: list[Stated]) -> Fault:
    first, *others = found
    runs, astray = examined.cycle.runs, _astray(examined, first.when)
    limit = f"begins ({runs.points[0].words})" if side == "before" else f"ends ({runs.points[-1].words})"
    meant = [_meant(examined, stated) for stated in found]
    note = f"did you mean {long_when(meant[0])}?" if meant[0] else ""
    marks = [Mark(other.place) for other in others]
    if others:
        number = f"these {_NUMBERS[len(others)]}" if 1 < len(others) < len(_NUMBERS) else "these"
        marks[-1] = marks[-1]._replace(message="so is this" if len(others) == 1 else f"so are {number}")
    return Fault(
        f"{_named(first.when, astray)} is {side} the cycle {limit}",
        Mark(first.place, note, astray.words if astray else ""),
        _hint(found, [when for when in meant if when]),
        (*_window(examined, first), *marks),
    )


def _astray(examined: Examined, when: When) -> Point | None:
    """Return the end of a range that lies outside the cycle, None where all of it does."""
    outside = [point for point in when.points if not _inside(examined, point)]
    return outside[0] if 0 < len(outside) < len(when.points) and outside[0] is when.points[1] else None


def _inside(examined: Examined, point: Point) -> bool:
    first, last = examined.cycle.runs.earliest, examined.cycle.runs.latest
    return not ((first and point.last < first) or (last and point.first > last))


def _named(when: When, astray: Point | None) -> str:
    if astray:
        return plain_day(astray.first) if astray.first == astray.last else astray.words
    return plain_day(when.day) if when.day else when.words


def _hint(found: list[Stated], meant: list[When]) -> str:
    days = [when.day for when in meant if when.day]
    if len(meant) < len(found):
        return "Correct the date, or make the cycle long enough under runs."
    if len(days) < len(found) or found[0].use == "period":
        return "The year looks misprinted."
    them = "it" if len(days) == 1 else "them"
    until = f"Until someone confirms {them}, write: TBC {long_date(days[0])}"
    if len(days) == 1:
        return f"The year looks misprinted. {until}"
    listed = ", ".join(map(long_date, days[:-1])) + f" and {long_date(days[-1])}"
    if len({(day.year, day.month) for day in days}) == 1:
        short = [f"{day:%A} {day.day}" for day in days]
        listed = f"{', '.join(short[:-1])} and {short[-1]} {days[0]:%B}"
        return f"The year looks misprinted. In {days[0].year} the days are {listed}. {until}"
    return f"The year looks misprinted. The days are {listed}. {until}"


def _meant(examined: Examined, stated: Stated) -> When | None:
    """Return the same date in a year of the cycle, in its round or phase; None where there is none."""
    runs, when = examined.cycle.runs, stated.when
    if not (runs.earliest and runs.latest):
        return None
    fitting = []
    for year in range(runs.earliest.year, runs.latest.year + 1):
        years = year - when.points[0].first.year
        moved = _moved(when, years) if years else None
        if moved and all(_inside(examined, point) for point in moved.points):
            fitting.append(moved)
    window = _period(examined, stated)
    if window and window.points and not examined.outside(window):
        fitting = [when for when in fitting if _overlap(when, window)]
    return fitting[0] if fitting else None


def _moved(when: When, years: int) -> When | None:
    try:
        return read_when(re.sub(r"\b\d{4}\b", lambda year: str(int(year.group()) + years), when.words))
    except Misread:
        return None


def _overlap(when: When, window: When) -> bool:
    return not (
        (window.earliest and when.latest and when.latest < window.earliest)
        or (window.latest and when.earliest and when.earliest > window.latest)
    )


def _period(examined: Examined, stated: Stated) -> When | None:
    if stated.use == "period":
        return None
    if stated.round:
        return examined.cycle.rounds[stated.round].when
    return examined.cycle.phases[stated.phase].when


def _window(examined: Examined, stated: Stated) -> Iterator[Mark]:
    """Yield when the round or the phase of a date lies, unless that is outside the cycle, too."""
    period = _period(examined, stated)
    if period and period.points and not examined.outside(period):
        if stated.round:
            yield Mark(("rounds", stated.round, "when"), f"when round '{stated.round}' is held")
        else:
            yield Mark(("phases", stated.phase, "when"), "when its phase lies")
