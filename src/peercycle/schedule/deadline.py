"""A deadline worked out: the first and last day it can mean, and the sum that led there (format, sections 3 and 4)."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from peercycle.model.when import When, long_date, long_when
from peercycle.model.working_days import WorkingDays, shift

TO_BE_CONFIRMED = "to be confirmed"
ONE = timedelta(days=1)


class Deadline(NamedTuple):
    """The days something can fall on.

    `earliest` and `latest` are None where nothing bounds that side. `brief` says when in a few words, `detail` what
    more is known ("" for a plain day), `sum` the arithmetic behind it ("" without any), `notice` the day from which the
    notice period counts, None without any day. `lasting` is true of a stretch of days that is taken up whole.
    """

    words: str
    earliest: date | None
    latest: date | None
    tbc: bool
    brief: str
    detail: str = ""
    sum: str = ""
    notice: date | None = None
    lasting: bool = False

    @property
    def text(self) -> str:
        """What a person reads: "before own forum, which is on one of 6 days, 12 December 2017 to 12 January 2018"."""
        return self.brief + self.detail

    @property
    def exact(self) -> date | None:
        """The day, if there is one and nothing about it is to be confirmed."""
        return None if self.tbc else self.day

    @property
    def day(self) -> date | None:
        """The one day, a working value too; None for bounds."""
        return self.earliest if self.earliest is not None and self.earliest == self.latest else None

    @property
    def known(self) -> bool:
        """Whether anything bounds it."""
        return self.earliest is not None or self.latest is not None


UNKNOWN = Deadline("TBC", None, None, True, TO_BE_CONFIRMED)


def of_when(when: When) -> Deadline:
    """Return the deadline a plain date of the file means."""
    notice = when.earliest or when.latest
    if when.form == "by":
        notice = when.points[0].first
    return Deadline(
        when.words, when.earliest, when.latest, when.tbc, long_when(when), notice=notice, lasting=when.lasting
    )


def spread(options: Sequence[Deadline], name: str) -> Deadline:
    """Return the bounds of a day that is one of several, such as that of an own meeting whose group is not known."""
    distinct = dict.fromkeys((option.earliest, option.latest) for option in options)
    if not options:
        return UNKNOWN._replace(words=name)
    if len(options) == 1 or (len(distinct) == 1 and options[0].known):
        return options[0]
    earliest = _least([option.earliest for option in options])
    latest = _most([option.latest for option in options])
    tbc = all(option.tbc for option in options)
    detail = f", {TO_BE_CONFIRMED}"
    if earliest and latest:
        detail = f", between {long_date(earliest)} and {long_date(latest)}"
        if all(option.day for option in options):
            detail = f", which is on one of {len(distinct)} days, {short_date(earliest, latest)} to {short_date(latest)}"
    return Deadline(name, earliest, latest, tbc, name, detail, notice=earliest or latest)


def _least(days: Sequence[date | None]) -> date | None:
    known = [day for day in days if day]
    return min(known) if len(known) == len(days) else None


def _most(days: Sequence[date | None]) -> date | None:
    known = [day for day in days if day]
    return max(known) if len(known) == len(days) else None


def short_date(day: date, beside: date | None = None) -> str:
    """Return a day without its weekday, leaving out the month and year that `beside` repeats."""
    if beside and (beside.year, beside.month) == (day.year, day.month):
        return str(day.day)
    year = "" if beside and beside.year == day.year else f" {day.year}"
    return f"{day.day} {day:%B}{year}"


def before(base: Deadline, words: str) -> Deadline:
    """Return what is due before `base`: the day before its last day at the latest."""
    earliest = base.earliest - ONE if base.earliest else None
    latest = base.latest - ONE if base.latest else None
    brief, detail = _phrase("before", base)
    return Deadline(
        words, earliest, latest, base.tbc or latest is None, brief, detail, notice=earliest or latest
    )


def after(base: Deadline, words: str) -> Deadline:
    """Return what comes after `base`, with no last day."""
    earliest = base.earliest + ONE if base.earliest else None
    brief, detail = _phrase("after", base)
    return Deadline(words, earliest, None, base.tbc, brief, detail, notice=earliest)


def _phrase(word: str, base: Deadline) -> tuple[str, str]:
    if base.brief == TO_BE_CONFIRMED:
        return f"{word} {base.words.removeprefix('TBC ')}", f", {TO_BE_CONFIRMED}"
    return f"{word} {base.brief}", base.detail


def moved(base: Deadline, amount: int, unit: str, calendar: WorkingDays, words: str) -> Deadline:
    """Return the day an amount of time after `base` (before it for a negative amount), with the sum shown."""
    earliest = shift(base.earliest, amount, unit, calendar) if base.earliest else None
    latest = shift(base.latest, amount, unit, calendar) if base.latest else None
    brief, detail = _phrase(f"{length(amount, unit)} {'after' if amount > 0 else 'before'}", base)
    if earliest is not None and earliest == latest:
        text = long_date(earliest) + (f" ({TO_BE_CONFIRMED})" if base.tbc else "")
        return Deadline(words, earliest, latest, base.tbc, text, "", brief, earliest)
    between = f": {long_date(earliest)} to {long_date(latest)}" if earliest and latest else detail
    return Deadline(
        words, earliest, latest, base.tbc or latest is None, brief, between, brief, earliest or latest
    )


def length(amount: int, unit: str) -> str:
    """Return an amount of time in words: "10 working days"."""
    return f"{abs(amount)} {unit}{'' if abs(amount) == 1 else 's'}"


def unsettled(deadline: Deadline, words: str) -> Deadline:
    """Return a deadline that the file marks TBC, saying so once."""
    brief = deadline.brief if deadline.tbc and deadline.day else f"{TO_BE_CONFIRMED}, {deadline.brief}"
    return deadline._replace(
        words=words,
        tbc=True,
        brief=brief,
        detail="" if deadline.detail.endswith(TO_BE_CONFIRMED) else deadline.detail,
    )
