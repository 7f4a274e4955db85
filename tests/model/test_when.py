"""Dates as the file writes them: what each means, and how documents write it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peercycle.model.phrase import Misread
from peercycle.model.points import MONTHS, PARTS, SEASONS, month_length
from peercycle.model.when import When, ends, long_date, long_when, read_when, written

# text, form, earliest, latest, TBC, how documents write it
MEANT = [
    ("Friday 27 October 2017", "point", "2017-10-27", "2017-10-27", "Friday 27 October 2017"),
    ("27 October 2017", "point", "2017-10-27", "2017-10-27", "Friday 27 October 2017"),
    ("2017-10-27", "point", "2017-10-27", "2017-10-27", "Friday 27 October 2017"),
    ("  27   October 2017 ", "point", "2017-10-27", "2017-10-27", "Friday 27 October 2017"),
    ("29 February 2016", "point", "2016-02-29", "2016-02-29", "Monday 29 February 2016"),
    ("29 February 2000", "point", "2000-02-29", "2000-02-29", "Tuesday 29 February 2000"),
    ("March 2018", "point", "2018-03-01", "2018-03-31", "March 2018"),
    ("February 2018", "point", "2018-02-01", "2018-02-28", "February 2018"),
    ("December 2017", "point", "2017-12-01", "2017-12-31", "December 2017"),
    ("early March 2018", "point", "2018-03-01", "2018-03-10", "early March 2018"),
    ("mid March 2018", "point", "2018-03-11", "2018-03-20", "mid March 2018"),
    ("late March 2018", "point", "2018-03-21", "2018-03-31", "late March 2018"),
    ("late February 2018", "point", "2018-02-21", "2018-02-28", "late February 2018"),
    ("spring 2018", "point", "2018-03-01", "2018-05-31", "spring 2018"),
    ("summer 2017", "point", "2017-06-01", "2017-08-31", "summer 2017"),
    ("autumn 2017", "point", "2017-09-01", "2017-11-30", "autumn 2017"),
    ("winter 2017", "point", "2017-12-01", "2018-02-28", "winter 2017"),
    ("winter 2019", "point", "2019-12-01", "2020-02-29", "winter 2019"),
    ("week of 16 November 2017", "point", "2017-11-13", "2017-11-19", "week of 16 November 2017"),
    ("week of Monday 1 January 2018", "point", "2018-01-01", "2018-01-07", "week of Monday 1 January 2018"),
    ("week of 31 December 2017", "point", "2017-12-25", "2017-12-31", "week of 31 December 2017"),
    ("from summer 2017", "from", "2017-06-01", None, "from summer 2017"),
    ("from 2 March 2018", "from", "2018-03-02", None, "from Friday 2 March 2018"),
    ("by April 2018", "by", None, "2018-04-30", "by April 2018"),
    ("by 2018-04-16", "by", None, "2018-04-16", "by Monday 16 April 2018"),
    ("before 16 November 2017", "before", None, "2017-11-15", "before Thursday 16 November 2017"),
    ("before April 2018", "before", None, "2018-03-31", "before April 2018"),
    ("after 16 November 2017", "after", "2017-11-17", None, "after Thursday 16 November 2017"),
    ("after winter 2017", "after", "2018-03-01", None, "after winter 2017"),
    ("12 to 14 December 2017", "range", "2017-12-12", "2017-12-14", "Tuesday 12 to Thursday 14 December 2017"),
    (
        "Tuesday 12 to Thursday 14 December 2017",
        "range",
        "2017-12-12",
        "2017-12-14",
        "Tuesday 12 to Thursday 14 December 2017",
    ),
    (
        "30 November to 2 December 2017",
        "range",
        "2017-11-30",
        "2017-12-02",
        "Thursday 30 November to Saturday 2 December 2017",
    ),
    (
        "2017-12-30 to 2018-01-02",
        "range",
        "2017-12-30",
        "2018-01-02",
        "Saturday 30 December 2017 to Tuesday 2 January 2018",
    ),
    ("February to March 2018", "range", "2018-02-01", "2018-03-31", "February to March 2018"),
    ("December 2017 to January 2018", "range", "2017-12-01", "2018-01-31", "December 2017 to January 2018"),
    ("summer to October 2026", "range", "2026-06-01", "2026-10-31", "summer to October 2026"),
    ("late October to early November 2017", "range", "2017-10-21", "2017-11-10", "late October to early November 2017"),
    ("early to mid March 2018", "range", "2018-03-01", "2018-03-20", "early to mid March 2018"),
    ("March to 3 April 2018", "range", "2018-03-01", "2018-04-03", "March to Tuesday 3 April 2018"),
    ("12 or 13 December 2017", "choice", "2017-12-12", "2017-12-13", "Tuesday 12 or Wednesday 13 December 2017"),
    ("March or April 2018", "choice", "2018-03-01", "2018-04-30", "March or April 2018"),
    ("spring or 3 April 2018", "choice", "2018-03-01", "2018-05-31", "spring or Tuesday 3 April 2018"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "form", "earliest", "latest", "long"), MEANT)
def test_what_a_date_means(text: str, form: str, earliest: str | None, latest: str | None, long: str) -> None:
    when = read_when(text)
    assert (when.form, _iso(when.earliest), _iso(when.latest), when.tbc) == (form, earliest, latest, False)
    assert long_when(when) == long


@pytest.mark.parametrize(("text", "form", "earliest", "latest", "long"), MEANT)
def test_a_working_value_says_that_it_is_to_be_confirmed(
    text: str, form: str, earliest: str | None, latest: str | None, long: str
) -> None:
    when = read_when(f"TBC {text}")
    assert (when.form, _iso(when.earliest), _iso(when.latest), when.tbc) == (form, earliest, latest, True)
    assert when.words == " ".join(text.split())
    assert long_when(when) == f"{long} (to be confirmed)"
    assert not when.lasting


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def test_tbc_means_no_day_at_all() -> None:
    when = read_when("TBC")
    assert (when.form, when.earliest, when.latest, when.tbc, when.day) == ("unknown", None, None, True, None)
    assert long_when(when) == "to be confirmed"
    assert written(when) == "TBC"


@pytest.mark.parametrize(
    ("text", "day", "lasting"),
    [
        ("27 October 2017", "2017-10-27", False),
        ("TBC 27 October 2017", "2017-10-27", False),
        ("October 2017", None, False),
        ("by 27 October 2017", None, False),
        ("12 to 14 December 2017", None, True),
        ("TBC 12 to 14 December 2017", None, False),
        ("12 or 14 December 2017", None, False),
    ],
)
def test_one_day_or_a_stretch_of_days(text: str, day: str | None, lasting: bool) -> None:  # noqa: FBT001
    when = read_when(text)
    assert (_iso(when.day), when.lasting) == (day, lasting)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12 to 14 December 2017", ("Tuesday 12 December 2017", "Thursday 14 December 2017")),
        ("February to March 2018", ("February 2018", "March 2018")),
        ("late October to early November 2017", ("late October 2017", "early November 2017")),
        ("early to mid March 2018", ("early March 2018", "mid March 2018")),
        ("summer to October 2026", ("summer 2026", "October 2026")),
        ("by April 2018", ("April 2018",)),
    ],
)
def test_the_ends_of_a_date_are_complete_by_themselves(text: str, expected: tuple[str, ...]) -> None:
    assert ends(read_when(text)) == expected


def test_a_wrong_weekday_is_kept_for_the_rule_that_reports_it() -> None:
    point = read_when("Thursday 27 October 2017").points[0]
    assert (point.weekday, point.first) == ("Thursday", date(2017, 10, 27))


DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
YEARS = st.integers(1900, 2199).map(str)
NUMBERED = st.builds(lambda day: f"{day.day} {day:%B} {day.year}", DAYS)
POINTS = st.one_of(
    DAYS.map(long_date),
    DAYS.map(date.isoformat),
    NUMBERED,
    st.builds(" ".join, st.tuples(st.sampled_from([*MONTHS, *SEASONS]), YEARS)),
    st.builds(" ".join, st.tuples(st.sampled_from(list(PARTS)), st.sampled_from(list(MONTHS)), YEARS)),
    st.builds("week of {}".format, NUMBERED),
)
WHENS = st.one_of(
    POINTS,
    st.builds(" ".join, st.tuples(st.sampled_from(["from", "by", "before", "after"]), POINTS)),
    st.builds(" ".join, st.tuples(POINTS, st.sampled_from(["to", "or"]), POINTS)),
)


@given(DAYS)
def test_a_day_written_out_reads_back_as_that_day(day: date) -> None:
    assert read_when(long_date(day)).day == read_when(day.isoformat()).day == day


@given(DAYS, st.integers(0, 400))
def test_a_range_written_out_reads_back_as_that_range(day: date, length: int) -> None:
    last = min(day + timedelta(days=length), date(2199, 12, 31))
    when = read_when(f"{long_date(day)} to {last.isoformat()}")
    again = read_when(written(when))
    assert (again.earliest, again.latest) == (when.earliest, when.latest) == (day, last)


@given(WHENS, st.booleans())
def test_what_is_accepted_has_its_bounds_in_order_and_reads_back(text: str, tbc: bool) -> None:  # noqa: FBT001
    when = read_or_refused(f"TBC {text}" if tbc else text)
    if isinstance(when, Misread):
        assert " to " in text or " or " in text
        assert when.hint.startswith("Write ")
        return
    assert when.earliest or when.latest
    assert not (when.earliest and when.latest) or when.earliest <= when.latest
    again = read_when(written(when))
    assert (again.earliest, again.latest, again.tbc, again.form) == (
        when.earliest,
        when.latest,
        tbc,
        when.form,
    )


def read_or_refused(text: str) -> When | Misread:
    """Return the date a text means, or why it means none."""
    try:
        return read_when(text)
    except Misread as misread:
        return misread


PIECES = "to or from by before after week of TBC tbc - / , ' ( ) ? 27 27th 31 2017 2017-02-30 0 00/00/0000 Fri easter w/c 5pm"
WORDS = st.sampled_from([*PIECES.split(), *MONTHS, *SEASONS, *PARTS, "Monday", "end", "the"])


@given(
    st.one_of(st.text(), st.lists(WORDS, max_size=8).map(" ".join), st.text("0123456789-/. ", max_size=12))
)
def test_any_text_is_read_or_refused_with_advice(text: str) -> None:
    when = read_or_refused(text)
    if isinstance(when, Misread):
        assert when.rule in ("malformed-date", "impossible-date")
        assert when.message
        assert when.hint
        assert when.words in " ".join(text.split()) or when.words == text
    else:
        assert written(when)


@given(st.integers(1900, 2199), st.integers(1, 12))
def test_a_month_ends_the_day_before_the_next_begins(year: int, month: int) -> None:
    last = date(year, month, month_length(year, month))
    assert (last + timedelta(days=1)).day == 1
