"""Hours of the day as the file writes them."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peercycle.model.clock import clock_text, read_clock
from peercycle.model.phrase import Misread

ADVICE = "Write it as in: 9:30am to 4pm, 5pm, 10am to midday, afternoon, or TBC."


@pytest.mark.parametrize(
    ("text", "words", "tbc", "start", "end"),
    [
        ("5pm", "5pm", False, "17:00", None),
        ("9:30am to 4pm", "9:30am to 4pm", False, "09:30", "16:00"),
        ("09:30am", "09:30am", False, "09:30", None),
        ("10am to midday", "10am to midday", False, "10:00", "12:00"),
        ("10pm to midnight", "10pm to midnight", False, "22:00", "00:00"),
        ("midnight", "midnight", False, "00:00", None),
        ("12am", "12am", False, "00:00", None),
        ("12pm to 12:05pm", "12pm to 12:05pm", False, "12:00", "12:05"),
        ("  9am   to 5pm ", "9am to 5pm", False, "09:00", "17:00"),
        ("morning", "morning", False, None, None),
        ("afternoon", "afternoon", False, None, None),
        ("evening", "evening", False, None, None),
        ("all day", "all day", False, None, None),
        ("TBC", "TBC", True, None, None),
        ("TBC 5pm", "5pm", True, "17:00", None),
        ("TBC afternoon", "afternoon", True, None, None),
    ],
)
def test_what_hours_mean(text: str, words: str, tbc: bool, start: str | None, end: str | None) -> None:  # noqa: FBT001
    clock = read_clock(text)
    assert (clock.words, clock.tbc) == (words, tbc)
    assert (clock.start, clock.end) == (_time(start), _time(end))


def _time(text: str | None) -> time | None:
    return time.fromisoformat(text) if text else None


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("17:00", "5pm"),
        ("9.30am", "9:30am"),
        ("9:30 am", "9:30am"),
        ("5 pm", "5pm"),
        ("5PM", "5pm"),
        ("5 p.m.", "5pm"),
        ("0:30am", "12:30am"),
        ("17h30", "5:30pm"),
        ("noon", "midday"),
        ("12 noon", "midday"),
        ("at 5pm", "5pm"),
        ("by 5pm", "5pm"),
        ("9:30am - 4pm", "9:30am to 4pm"),
        ("9.30am \N{EN DASH} 4pm", "9:30am to 4pm"),
        ("10-11am", "10am to 11am"),
        ("11-2pm", "11am to 2pm"),
        ("1-2pm", "1pm to 2pm"),
        ("10-12pm", "10am to midday"),
        ("9.30 to 16.00", "9:30am to 4pm"),
        ("between 9am and 5pm", "9am to 5pm"),
        ("tbc", "TBC"),
        ("TBA", "TBC"),
        ("tbc 5pm", "TBC 5pm"),
        ("Afternoon", "afternoon"),
        ("in the afternoon", "afternoon"),
        ("pm", "afternoon"),
        ("13pm", "1pm"),
        ("0am", "midnight"),
        ("am", "morning"),
        ("4pm to 9am", "9am to 4pm"),
    ],
)
def test_another_wording_is_refused_with_the_right_one(text: str, offered: str) -> None:
    misread = refused(text)
    assert (misread.rule, misread.hint) == ("malformed-time", f"Write {offered}.")
    assert read_clock(offered)


@pytest.mark.parametrize(
    ("text", "message", "hint", "words"),
    [
        ("9.30am to 4pm", "'9.30am' is not an hour of the day", "Write 9:30am.", "9.30am"),
        ("10am to noon", "'noon' is not an hour of the day", "Write midday.", "noon"),
        ("4pm to 9am", "'4pm to 9am' ends before it begins", "Write 9am to 4pm.", ""),
        ("9am to 9am", "'9am to 9am' ends as it begins", ADVICE, ""),
        ("25:00", "'25:00' is not an hour of the day", ADVICE, "25:00"),
        ("13am", "'13am' is not an hour of the day", ADVICE, "13am"),
        ("9:60am", "'9:60am' is not an hour of the day", ADVICE, "9:60am"),
        ("9-5", "'9-5' is not an hour of the day", ADVICE, "9-5"),
        ("5", "'5' is not an hour of the day", ADVICE, "5"),
        ("TBCafternoon", "'TBCafternoon' is not an hour of the day", ADVICE, "TBCafternoon"),
        ("9am to 10am to 11am", "'9am to 10am to 11am' is not an hour of the day", ADVICE, "9am to 10am to 11am"),
        ("\N{SUPERSCRIPT TWO}-5pm", "'\N{SUPERSCRIPT TWO}-5pm' is not an hour of the day", ADVICE, "\N{SUPERSCRIPT TWO}-5pm"),
        ("", "'' is not an hour of the day", ADVICE, ""),
    ],
)  # fmt: skip
def test_what_is_no_hour(text: str, message: str, hint: str, words: str) -> None:
    misread = refused(text)
    assert (misread.rule, misread.message) == ("malformed-time", message)
    assert (misread.hint, misread.words) == (hint, words)


def test_nothing_is_guessed_from_a_text_as_long_as_a_book() -> None:
    assert refused("9" * 5000 + "-5pm").hint == ADVICE


def refused(text: str) -> Misread:
    """Return why a text is no hour."""
    with pytest.raises(Misread) as caught:
        read_clock(text)
    return caught.value


@given(st.times().map(lambda hour: hour.replace(second=0, microsecond=0)))
def test_an_hour_written_out_reads_back(hour: time) -> None:
    assert read_clock(clock_text(hour)).start == hour


PIECES = "to and - 9 9am 5pm 17:00 9.30 12 noon midnight midday am pm TBC tbc at by between 0 99:99 afternoon all day h"


@given(st.one_of(st.text(), st.lists(st.sampled_from(PIECES.split()), max_size=6).map(" ".join)))
def test_any_text_is_read_or_refused_with_advice(text: str) -> None:
    try:
        clock = read_clock(text)
    except Misread as misread:
        rule, hint = misread.rule, misread.hint
    else:
        assert clock.words
        rule, hint = "malformed-time", "none"
    assert rule == "malformed-time"
    assert hint
