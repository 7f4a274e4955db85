"""A deadline worked out: the first and last day it can mean, and the sum that led there (format, sections 3 and 4)."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final, Literal, NamedTuple

from peercycle.model.points import MONTHS, SEASONS, WEEKDAYS
from peercycle.model.when import When, long_date, long_when
from peercycle.model.working_days import WorkingDays, shift

TO_BE_CONFIRMED = "to be confirmed"
MARK = f" ({TO_BE_CONFIRMED})"
WHICH = ", which is "
ONE = timedelta(days=1)
END: Final = date(9999, 1, 1)
"""Where in an order stands what nothing gives a place; the days behind it are left for what follows that."""
_PARTS = ("early", "mid", "late")


class Deadline(NamedTuple):
    """The days something can fall on.

    `earliest` and `latest` are None where nothing bounds that side. `brief` says when in a few words, `detail` what
    more is known ("" for a plain day), `sum` the arithmetic behind it ("" without any), `notice` the day from which the
    notice period counts, None without any day. `lasting` is true of a stretch of days that is taken up whole, `limit`
    of what is due before something, so that its last day is a limit and no day that anybody named. `behind` is, of what
    comes after something, the day after the last that this can be on.
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
    limit: bool = False
    behind: date | None = None

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
        """The one day, a working value too; None for bounds and for a limit."""
        return self.earliest if self.earliest == self.latest and not self.limit else None

    @property
    def known(self) -> bool:
        """Whether anything bounds it."""
        return self.earliest is not None or self.latest is not None

    @property
    def first(self) -> date | None:
        """The first day that it can mean; None where nothing says."""
        return self.notice or self.earliest or self.latest

    @property
    def order(self) -> date:
        """The day at which it stands among others: its first.

        What only comes after something stands behind the last day of that: nearer, it would look as if its day were known.
        """
        return (None if self.latest else self.behind) or self.first or END


Length = tuple[int, str]
"""An amount and its unit, as in (10, "working day")."""
UNKNOWN = Deadline("TBC", None, None, True, TO_BE_CONFIRMED)  # noqa: FBT003 - a record, not a switch


def of_when(when: When) -> Deadline:
    """Return the deadline a plain date of the file means."""
    notice = when.earliest or when.latest
    if when.form == "by":
        notice = when.points[0].first
    return Deadline(
        when.words, when.earliest, when.latest, when.tbc, long_when(when), notice=notice, lasting=when.lasting
    )


def of_day(day: date) -> Deadline:
    """Return the deadline that is one day, as when something has happened on it."""
    text = long_date(day)
    return Deadline(text, day, day, False, text, notice=day)  # noqa: FBT003 - a record, not a switch


def label(words: str) -> str:
    """Return a leaning deadline in the file's words, its TBC said as a person says it."""
    rest = words.removeprefix("TBC").strip()
    return rest if rest == words else f"{rest}{MARK}" if rest else TO_BE_CONFIRMED


def spread(options: Sequence[Deadline], name: str) -> Deadline:
    """Return the bounds of a day that is one of several, such as that of an own meeting whose group is not known.

    Where all options say the same, that is the answer; where they only share their bounds, they stay several.
    """
    if not options:
        return UNKNOWN._replace(words=name)
    if len({option[1:] for option in options}) == 1:
        return options[0]
    days = {option.day for option in options}
    if len(days) == 1 and None not in days:
        return next((option for option in options if option.tbc), options[0])
    return _bounds(options, name)._replace(brief=name, detail=_several(options, len(days)))


def _bounds(options: Sequence[Deadline], words: str) -> Deadline:
    starts = [option.earliest for option in options if option.earliest]
    ends = [option.latest for option in options if option.latest]
    return Deadline(
        words,
        min(starts) if len(starts) == len(options) else None,
        max(ends) if len(ends) == len(options) else None,
        all(option.tbc for option in options),
        "",
        notice=min((option.first for option in options if option.first), default=None),
        limit=any(option.limit for option in options),
        behind=max(_last(option) for option in options) if any(option.behind for option in options) else None,
    )


def _several(options: Sequence[Deadline], days: int) -> str:
    bounds = _bounds(options, "")
    if all(option.day for option in options):
        return f"{WHICH}on {_one_of(bounds, days)}"
    if bounds.latest is None and len({option.words for option in options}) == 1:
        return f"{WHICH}{label(options[0].words)}"
    return _between(bounds)


def _one_of(bounds: Deadline, days: int) -> str:
    first, last = bounds.earliest or date.min, bounds.latest or date.max
    return f"one of {days} days, {short_date(first, last)} to {short_date(last)}"


def together(options: Sequence[Deadline]) -> Deadline:
    """Return one line's worth of deadlines that the file words alike: their bounds, in its words where they differ."""
    if len({option[1:] for option in options}) == 1:
        return options[0]
    return _bounds(options, options[0].words)._replace(brief=label(options[0].words))


def extreme(options: Sequence[Deadline], name: str, which: Literal["first", "last"]) -> Deadline:
    """Return the first or the last of several days, or its bounds: one unknown day leaves it open on one side only."""
    starts = [option.earliest for option in options if option.earliest]
    ends = [option.latest for option in options if option.latest]
    if which == "first":
        earliest, latest = (
            min(starts) if len(starts) == len(options) and starts else None,
            min(ends, default=None),
        )
    else:
        earliest, latest = (
            max(starts, default=None),
            max(ends) if len(ends) == len(options) and ends else None,
        )
    alike = [o for o in options if o.day and o.earliest == earliest and o.latest == latest]
    if alike:
        return next((option for option in alike if option.tbc), alike[0])
    if not earliest and not latest:
        return UNKNOWN._replace(words=name)
    bounds = _bounds(options, name)._replace(earliest=earliest, latest=latest)
    return bounds._replace(brief=name, detail=_between(bounds))


def _between(bounds: Deadline) -> str:
    if bounds.earliest and bounds.latest:
        return f"{WHICH}between {long_date(bounds.earliest)} and {long_date(bounds.latest)}"
    if bounds.earliest:
        return f"{WHICH}{TO_BE_CONFIRMED}, {long_date(bounds.earliest)} at the earliest"
    if bounds.latest:
        return f"{WHICH}{TO_BE_CONFIRMED}, {long_date(bounds.latest)} at the latest"
    return f"{WHICH}{TO_BE_CONFIRMED}"


def either(options: Sequence[Deadline]) -> Deadline:
    """Return the deadline that is one cell of a grid while nobody knows which."""
    words = " or ".join(dict.fromkeys(option.words for option in options)) or UNKNOWN.words
    found = spread(options, words)
    if found in options or not options:
        return found
    days = {option.day for option in options}
    if None not in days:
        return found._replace(brief=_one_of(found, len(days)), detail="")
    briefs = list(dict.fromkeys(option.brief for option in options))
    brief = ", or ".join(briefs) if len(briefs) < 4 else TO_BE_CONFIRMED
    return found._replace(brief=brief, detail="")


def short_date(day: date, beside: date | None = None) -> str:
    """Return a day without its weekday, leaving out the month and year that `beside` repeats."""
    if beside and (beside.year, beside.month) == (day.year, day.month):
        return str(day.day)
    year = "" if beside and beside.year == day.year else f" {day.year}"
    return f"{day.day} {day:%B}{year}"


def beginning(deadline: Deadline) -> Deadline:
    """Return the day something begins: the first of a stretch of days, in the words for the whole of it."""
    return deadline._replace(latest=deadline.earliest, lasting=False) if deadline.lasting else deadline


def ending(deadline: Deadline) -> Deadline:
    """Return the day something ends: the last of a stretch of days, in the words for the whole of it."""
    return deadline._replace(earliest=deadline.latest, lasting=False) if deadline.lasting else deadline


def on(base: Deadline, words: str, name: str) -> Deadline:
    """Return what is due on the day of `base`."""
    if base.day or base.lasting:
        return base._replace(words=words)
    brief, detail = _phrase("", base, name)
    return base._replace(words=words, brief=brief, detail=detail)


def before(base: Deadline, words: str, name: str) -> Deadline:
    """Return what is due before `base`: the day before its last day at the latest."""
    earliest, latest = _stepped(base.earliest, -ONE), _stepped(base.latest, -ONE)
    brief, detail = _phrase("before", base, name)
    notice = _stepped(base.first, -ONE)
    return Deadline(
        words, earliest, latest, base.tbc or latest is None, brief, detail, notice=notice, limit=True
    )


def after(base: Deadline, words: str, name: str) -> Deadline:
    """Return what comes after `base`, with no last day."""
    earliest = _stepped(base.earliest, ONE)
    brief, detail = _phrase("after", base, name)
    return Deadline(
        words,
        earliest,
        None,
        base.tbc,
        brief,
        detail,
        notice=_stepped(base.first, ONE),
        behind=_stepped(_last(base), ONE),
    )


def _last(base: Deadline) -> date:
    """Return the last day something can be on, for what stands behind it in an order."""
    return base.latest or base.behind or END


def moved(base: Deadline, by: Length, calendar: WorkingDays, words: str, name: str) -> Deadline:
    """Return the day a length of time after `base` (before it for a negative one), with the sum shown."""
    amount, unit = by
    earliest, latest, notice = (
        _shifted(day, amount, unit, calendar) for day in (base.earliest, base.latest, base.first)
    )
    brief, detail = _phrase(f"{length(amount, unit)} {'after' if amount > 0 else 'before'}", base, name)
    if earliest is not None and earliest == latest and not base.limit:
        text = long_date(earliest) + (MARK if base.tbc else "")
        return Deadline(words, earliest, latest, base.tbc, text, "", brief, earliest)
    if latest and (base.limit or not earliest):
        detail = f", by {long_date(latest)}"
    elif earliest and latest:
        detail = f", between {long_date(earliest)} and {long_date(latest)}"
    return Deadline(
        words,
        earliest,
        latest,
        base.tbc or latest is None,
        brief,
        detail,
        notice=notice,
        limit=base.limit,
        behind=None if latest else _shifted(_last(base), amount, unit, calendar),
    )


def _stepped(day: date | None, step: timedelta) -> date | None:
    """Return the next day or the day before; None where there is none, as after the last day dates can name."""
    try:
        return day + step if day else None
    except OverflowError:
        return None


def _shifted(day: date | None, amount: int, unit: str, calendar: WorkingDays) -> date | None:
    try:
        return shift(day, amount, unit, calendar) if day else None
    except (OverflowError, ValueError):
        return None


def _phrase(word: str, base: Deadline, name: str) -> tuple[str, str]:
    """Return a leaning deadline in a few words, and what is known of the thing it leans on.

    A day stands for itself; anything wider is called by its name, so that "before March 2018" is never said of what
    is due before a meeting in March.
    """
    if base.day:
        return f"{word} {base.brief}".strip(), ""
    detail = base.detail if base.brief == name else f"{WHICH}{_placed(base.brief)}"
    return f"{word} {name}".strip(), detail


def _placed(brief: str) -> str:
    """Return when something is, to be read after "which is"."""
    first = brief.partition(" ")[0]
    if first in WEEKDAYS or first == "one":
        return f"on {brief}"
    if first == "week":
        return f"in the {brief}"
    if first in MONTHS or first in SEASONS or first in _PARTS:
        return f"in {brief}"
    return brief


def length(amount: int, unit: str) -> str:
    """Return an amount of time in words: "10 working days"."""
    return f"{abs(amount)} {unit}{'' if abs(amount) == 1 else 's'}"


def unsettled(deadline: Deadline, words: str) -> Deadline:
    """Return a deadline that the file marks TBC, saying so once."""
    if deadline.brief == TO_BE_CONFIRMED:
        return deadline._replace(words=words, tbc=True)
    detail = deadline.detail.removesuffix(MARK)
    return deadline._replace(
        words=words,
        tbc=True,
        brief=deadline.brief if deadline.brief.endswith(MARK) else deadline.brief + MARK,
        detail="" if detail == f"{WHICH}{TO_BE_CONFIRMED}" else detail,
    )
