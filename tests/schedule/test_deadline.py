"""The arithmetic and the words of deadlines, apart from any cycle."""

from datetime import date

import pytest

from peercycle.model.when import read_when
from peercycle.model.working_days import WorkingDays
from peercycle.schedule.deadline import (
    UNKNOWN,
    Deadline,
    after,
    before,
    either,
    extreme,
    label,
    moved,
    of_when,
    on,
    short_date,
    spread,
    together,
    unsettled,
)


def _at(text: str) -> Deadline:
    return of_when(read_when(text))


@pytest.mark.parametrize(
    ("base", "said"),
    [
        ("week of Monday 1 March 2027", "which is in the week of Monday 1 March 2027"),
        ("early March 2027", "which is in early March 2027"),
        ("summer 2027", "which is in summer 2027"),
        ("1 or 2 March 2027", "which is on Monday 1 or Tuesday 2 March 2027"),
        ("by March 2027", "which is by March 2027"),
        ("TBC March 2027", "which is in March 2027 (to be confirmed)"),
        ("TBC", "which is to be confirmed"),
    ],
)
def test_what_a_deadline_leans_on_reads_as_english(base: str, said: str) -> None:
    for made in (before, after, on):
        assert made(_at(base), "words", "the talk").text.endswith(f"the talk, {said}")


def test_nothing_lies_beyond_the_first_and_last_day() -> None:
    for made, day in ((before, date.min), (after, date.max)):
        edge = UNKNOWN._replace(earliest=day, latest=day, brief="then")
        found = made(edge, "words", "the talk")
        assert (found.earliest, found.latest, found.notice) == (None, None, None)
    assert (
        moved(UNKNOWN, (1, "day"), WorkingDays(), "words", "it").text
        == "1 day after it, which is to be confirmed"
    )


def test_to_be_confirmed_is_said_once() -> None:
    assert unsettled(UNKNOWN, "TBC").text == "to be confirmed"
    assert unsettled(_at("TBC 1 March 2027"), "words").text == "Monday 1 March 2027 (to be confirmed)"
    assert unsettled(_at("1 March 2027"), "words").text == "Monday 1 March 2027 (to be confirmed)"
    leaning = before(UNKNOWN, "before it", "it")
    assert unsettled(leaning, "TBC before it").text == "before it (to be confirmed)"


def test_of_none_nothing_is_known() -> None:
    assert spread([], "own talk") == UNKNOWN._replace(words="own talk")
    assert either([]) == UNKNOWN
    assert extreme([], "first talk", "first") == UNKNOWN._replace(words="first talk")
    assert extreme([], "last talk", "last") == UNKNOWN._replace(words="last talk")


def test_the_first_of_stretches_is_bounded_by_the_soonest_end() -> None:
    days = [_at("TBC 2 to 9 March 2027"), _at("TBC 1 to 3 March 2027"), _at("by 4 March 2027")]
    said = "the talk, which is between Monday 1 March 2027 and Wednesday 3 March 2027"
    assert extreme(days[:2], "the talk", "first").text == said
    assert extreme(days, "the talk", "first").text == (
        "the talk, which is to be confirmed, Wednesday 3 March 2027 at the latest"
    )
    assert extreme(days, "the talk", "last").text == (
        "the talk, which is between Tuesday 2 March 2027 and Tuesday 9 March 2027"
    )
    assert extreme([*days[:2], _at("1 March 2027")], "the talk", "first").day == date(2027, 3, 1)


def test_several_that_are_bounded_on_one_side() -> None:
    early = spread([_at("from 1 March 2027"), _at("from 5 March 2027")], "own talk")
    assert early.text == "own talk, which is to be confirmed, Monday 1 March 2027 at the earliest"
    late = spread([_at("by 1 March 2027"), _at("by 5 March 2027")], "own talk")
    assert late.text == "own talk, which is to be confirmed, Friday 5 March 2027 at the latest"
    neither = spread([_at("from 1 March 2027"), _at("by 5 March 2027")], "own talk")
    assert neither.text == "own talk, which is to be confirmed"
    assert neither.notice == date(2027, 3, 1)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("before own forum", "before own forum"),
        ("TBC before own forum", "before own forum (to be confirmed)"),
        ("TBC", "to be confirmed"),
    ],
)
def test_the_files_words_as_a_person_says_them(words: str, said: str) -> None:
    assert label(words) == said


def test_one_line_for_deadlines_worded_alike() -> None:
    days = [_at(f"{day} March 2027")._replace(words="own forum") for day in (3, 1, 2)]
    found = together(days)
    assert (found.text, found.earliest, found.latest, found.first) == (
        "own forum",
        date(2027, 3, 1),
        date(2027, 3, 3),
        date(2027, 3, 1),
    )
    assert together(days[:1] * 2) == days[0]


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ((2026, 12, 8), (2026, 12, 9), "8 to 9 December 2026"),
        ((2026, 11, 30), (2026, 12, 9), "30 November to 9 December 2026"),
        ((2026, 12, 8), (2027, 3, 10), "8 December 2026 to 10 March 2027"),
    ],
)
def test_two_days_share_their_month_and_year(
    first: tuple[int, int, int], last: tuple[int, int, int], said: str
) -> None:
    begin, end = date(*first), date(*last)
    assert f"{short_date(begin, end)} to {short_date(end)}" == said


WEEK = WorkingDays()
PLACES = [
    (_at("1 March 2027"), date(2027, 3, 1)),
    (_at("March 2027"), date(2027, 3, 1)),
    (_at("by 4 March 2027"), date(2027, 3, 4)),
    (_at("from 4 March 2027"), date(2027, 3, 4)),
    (after(_at("1 March 2027"), "words", "it"), date(2027, 3, 2)),
    (after(_at("TBC 1 to 9 March 2027"), "words", "it"), date(2027, 3, 10)),
    (after(spread([_at("1 March 2027"), _at("5 April 2027")], "it"), "words", "it"), date(2027, 4, 6)),
    (after(after(_at("March 2027"), "words", "it"), "words", "that"), date(2027, 4, 2)),
    (moved(after(_at("March 2027"), "words", "it"), (1, "week"), WEEK, "words", "that"), date(2027, 4, 8)),
    (moved(_at("March 2027"), (1, "week"), WEEK, "words", "it"), date(2027, 3, 8)),
    (spread([after(_at(f"{day} March 2027"), "words", "it") for day in (3, 9)], "own"), date(2027, 3, 10)),
    (together([after(_at(f"{day} March 2027"), "words", "it") for day in (3, 9)]), date(2027, 3, 10)),
    (either([_at("1 March 2027"), after(_at("9 April 2027"), "words", "it")]), date(2027, 4, 10)),
    (before(_at("March 2027"), "words", "it"), date(2027, 2, 28)),
]  # fmt: skip


@pytest.mark.parametrize(("deadline", "day"), PLACES)
def test_what_has_no_last_day_stands_behind_all_days_of_what_it_follows(
    deadline: Deadline, day: date
) -> None:
    assert deadline.order == day


def test_what_nothing_gives_a_day_stands_at_the_end_and_what_follows_it_behind_it() -> None:
    talk = after(UNKNOWN, "words", "it")
    chain = [_at("31 December 2099"), UNKNOWN, talk, after(talk, "words", "talk")]
    chain.append(moved(chain[-1], (1, "day"), WEEK, "words", "it"))
    orders = [deadline.order for deadline in chain]
    assert orders == sorted(set(orders))
    assert after(_at("from 1 March 2027"), "words", "it").order > date(2099, 12, 31)
