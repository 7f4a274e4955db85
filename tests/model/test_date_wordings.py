"""Other ways to write a date than the file's: each is refused, with what to write instead."""

import pytest

from peercycle.model.phrase import Misread
from peercycle.model.points import read_point
from peercycle.model.when import read_when, written

ADVICE = "Write it as in: Friday 27 October 2017, October 2017, late October 2017, autumn 2017, or TBC."

# text, and the text that is offered
OFFERED = [
    # Short, small or misspelt names
    ("27th Oct 2017", "Friday 27 October 2017"),
    ("Fri 27 October 2017", "Friday 27 October 2017"),
    ("Thurs 16 Nov 2017", "Thursday 16 November 2017"),
    ("Weds 15 Nov 2017", "Wednesday 15 November 2017"),
    ("27 october 2017", "Friday 27 October 2017"),
    ("27 Octobre 2017", "Friday 27 October 2017"),
    ("Sept 2017", "September 2017"),
    ("oct 2017", "October 2017"),
    ("Summer 2017", "summer 2017"),
    ("Fall 2017", "autumn 2017"),
    # Strokes, points and the other order
    ("27/10/2017", "Friday 27 October 2017"),
    ("27/10/17", "Friday 27 October 2017"),
    ("27.10.2017", "Friday 27 October 2017"),
    ("27-10-2017", "Friday 27 October 2017"),
    ("10/27/2017", "Friday 27 October 2017"),
    ("3/4/2018", "Tuesday 3 April 2018"),
    ("2017/10/27", "Friday 27 October 2017"),
    ("2017-1-5", "Thursday 5 January 2017"),
    ("2017-10-27T09:00", "Friday 27 October 2017"),
    ("October 27, 2017", "Friday 27 October 2017"),
    ("Oct 27th 2017", "Friday 27 October 2017"),
    ("27 October '17", "Friday 27 October 2017"),
    # Commas, articles and the rest of English
    ("Friday, 27 October 2017", "Friday 27 October 2017"),
    ("Friday 27th of October 2017", "Friday 27 October 2017"),
    ("the 27th October, 2017.", "Friday 27 October 2017"),
    ("27 October 2017 (Friday)", "Friday 27 October 2017"),
    ("on 27 October 2017", "Friday 27 October 2017"),
    ("in March 2018", "March 2018"),
    ("mid-March 2018", "mid March 2018"),
    ("end of March 2018", "late March 2018"),
    ("the beginning of March 2018", "early March 2018"),
    ("middle of March 2018", "mid March 2018"),
    ("by end of March 2018", "by March 2018"),
    ("by the end of March 2018", "by March 2018"),
    ("until April 2018", "by April 2018"),
    ("no later than 27 October 2017", "by Friday 27 October 2017"),
    ("starting March 2018", "from March 2018"),
    ("autumn term 2017", "autumn 2017"),
    ("w/c 13 November 2017", "week of 13 November 2017"),
    ("week beginning 13 November 2017", "week of 13 November 2017"),
    ("week starting 13 November 2017", "week of 13 November 2017"),
    ("week commencing Mon 13 November 2017", "week of Monday 13 November 2017"),
    ("Easter 2018", "Sunday 1 April 2018"),
    ("Good Friday 2018", "Friday 30 March 2018"),
    ("by Easter Monday 2018", "by Monday 2 April 2018"),
    # Several days
    ("between 12 and 14 December 2017", "Tuesday 12 to Thursday 14 December 2017"),
    ("from 12 to 14 December 2017", "Tuesday 12 to Thursday 14 December 2017"),
    ("12-14 December 2017", "Tuesday 12 to Thursday 14 December 2017"),
    ("12 \N{EN DASH} 14 December 2017", "Tuesday 12 to Thursday 14 December 2017"),
    ("12 & 13 December 2017", "Tuesday 12 to Wednesday 13 December 2017"),
    ("12, 13 or 14 December 2017", "TBC Tuesday 12 to Thursday 14 December 2017"),
    ("Oct-Nov 2017", "October to November 2017"),
    ("October 2017 - January 2018", "October 2017 to January 2018"),
    ("27 Oct 2017 to 3 Nov 2017", "Friday 27 October to Friday 3 November 2017"),
    # Not knowing
    ("tbc", "TBC"),
    ("TBA", "TBC"),
    ("?", "TBC"),
    ("To be confirmed", "TBC"),
    ("(tbc)", "TBC"),
    ("tbc March 2018", "TBC March 2018"),
    ("March 2018 (TBC)", "TBC March 2018"),
    ("27 October 2017?", "TBC Friday 27 October 2017"),
    ("circa March 2018", "TBC March 2018"),
    ("provisionally 10 January 2018", "TBC Wednesday 10 January 2018"),
]


@pytest.mark.parametrize(("text", "offered"), OFFERED)
def test_another_wording_is_refused_with_the_right_one(text: str, offered: str) -> None:
    misread = refused(text)
    assert (misread.rule, misread.hint) == ("malformed-date", f"Write {offered}.")
    assert misread.message == f"'{text}' is not a date"
    assert written(read_when(offered)) == offered


# text, rule, message, advice, the words at fault
REFUSED = [
    (
        "Fri 26 October 2017",
        "malformed-date",
        "'Fri 26 October 2017' is not a date",
        "Write Thursday 26 October 2017, or Friday 27 October 2017 if the weekday is right.",
        "Fri 26 October 2017",
    ),
    (
        "Mon 1 Nov 2017",
        "malformed-date",
        "'Mon 1 Nov 2017' is not a date",
        "Write Wednesday 1 November 2017, or Monday 30 October 2017 if the weekday is right.",
        "Mon 1 Nov 2017",
    ),
    (
        "27 October 2017, 5pm",
        "malformed-date",
        "'27 October 2017, 5pm' is not a date",
        "Write Friday 27 October 2017, and the hour with the key time.",
        "27 October 2017, 5pm",
    ),
    (
        "2017-13-02",
        "impossible-date",
        "there is no month 13",
        "Month and day may be the wrong way round: Monday 13 February 2017.",
        "2017-13-02",
    ),
    (
        "2017-13-40",
        "impossible-date",
        "there is no month 13",
        "Write year, month and day, as in 2017-10-27.",
        "2017-13-40",
    ),
    (
        "2017-31-02",
        "impossible-date",
        "there is no month 31",
        "Write year, month and day, as in 2017-10-27.",
        "2017-31-02",
    ),
    (
        "30 February 2018",
        "impossible-date",
        "February 2018 has 28 days, so there is no '30 February 2018'",
        "Write Wednesday 28 February 2018 or Thursday 1 March 2018.",
        "30 February 2018",
    ),
    (
        "2016-02-30",
        "impossible-date",
        "February 2016 has 29 days, so there is no '2016-02-30'",
        "Write Monday 29 February 2016 or Tuesday 1 March 2016.",
        "2016-02-30",
    ),
    (
        "before Friday 31 November 2017",
        "impossible-date",
        "November 2017 has 30 days, so there is no 'Friday 31 November 2017'",
        "Write Thursday 30 November 2017 or Friday 1 December 2017.",
        "Friday 31 November 2017",
    ),
    (
        "0 March 2018",
        "impossible-date",
        "March 2018 has 31 days, so there is no '0 March 2018'",
        "Write Wednesday 28 February 2018 or Thursday 1 March 2018.",
        "0 March 2018",
    ),
    (
        "32 December 2017",
        "impossible-date",
        "December 2017 has 31 days, so there is no '32 December 2017'",
        "Write Sunday 31 December 2017 or Monday 1 January 2018.",
        "32 December 2017",
    ),
    (
        "31st Sept 2017",
        "impossible-date",
        "September 2017 has 30 days, so there is no '31 September 2017'",
        "Write Saturday 30 September 2017 or Sunday 1 October 2017.",
        "31st Sept 2017",
    ),
    (
        "31 to 4 November 2017",
        "impossible-date",
        "November 2017 has 30 days, so there is no '31 November 2017'",
        "Write Thursday 30 November 2017 or Friday 1 December 2017.",
        "31",
    ),
    (
        "December to January 2018",
        "malformed-date",
        "'December to January 2018' ends before it begins",
        "Write December 2017 to January 2018.",
        "December to January 2018",
    ),
    (
        "12 December 2017 to 3 January 2017",
        "malformed-date",
        "'12 December 2017 to 3 January 2017' ends before it begins",
        "Write 12 December 2017 to 3 January 2018.",
        "12 December 2017 to 3 January 2017",
    ),
    (
        "14 to 12 December 2017",
        "malformed-date",
        "'14 to 12 December 2017' ends before it begins",
        "Write Tuesday 12 to Thursday 14 December 2017.",
        "14 to 12 December 2017",
    ),
    (
        "14 or 12 December 2017",
        "malformed-date",
        "'14 or 12 December 2017' names the later one first",
        "Write Tuesday 12 or Thursday 14 December 2017.",
        "14 or 12 December 2017",
    ),
    ("27 October", "malformed-date", "'27 October' is not a date", "Write 27 October with its year.", "27 October"),
    ("Fri 27 Oct", "malformed-date", "'Fri 27 Oct' is not a date", "Write Friday 27 October with its year.", "Fri 27 Oct"),
    ("October", "malformed-date", "'October' is not a date", "Write October with its year.", "October"),
    ("autumn", "malformed-date", "'autumn' is not a date", "Write autumn with its year.", "autumn"),
    ("27 October 2017 or 3 November", "malformed-date", "'3 November' is not a date", "Write 3 November with its year.", "3 November"),
    ("27 October 0017", "malformed-date", "0017 cannot be the year of a cycle", "A year lies between 1900 and 2199.", "27 October 0017"),
    ("October 2200", "malformed-date", "2200 cannot be the year of a cycle", "A year lies between 1900 and 2199.", "October 2200"),
    ("1899-12-31", "malformed-date", "1899 cannot be the year of a cycle", "A year lies between 1900 and 2199.", "1899-12-31"),
    ("", "malformed-date", "a date is wanted here", "Write TBC where it is not known.", ""),
    ("soon", "malformed-date", "'soon' is not a date", ADVICE, "soon"),
    ("2017", "malformed-date", "'2017' is not a date", ADVICE, "2017"),
    ("TBCs", "malformed-date", "'TBCs' is not a date", ADVICE, "TBCs"),
    ("week of week of 3 March 2018", "malformed-date", "'week of week of 3 March 2018' is not a date", ADVICE, "week of week of 3 March 2018"),
    ("week of early March 2018", "malformed-date", "'week of early March 2018' is not a date", ADVICE, "week of early March 2018"),
    ("week of March", "malformed-date", "'week of March' is not a date", ADVICE, "week of March"),
    ("early Lent 2018", "malformed-date", "'early Lent 2018' is not a date", ADVICE, "early Lent 2018"),
    ("100 March 2018", "malformed-date", "'100 March 2018' is not a date", ADVICE, "100 March 2018"),
    ("\N{SUPERSCRIPT TWO} March 2018", "malformed-date", "'\N{SUPERSCRIPT TWO} March 2018' is not a date", ADVICE, "\N{SUPERSCRIPT TWO} March 2018"),
    ("2 March \N{ARABIC-INDIC DIGIT TWO}018", "malformed-date", "'2 March \N{ARABIC-INDIC DIGIT TWO}018' is not a date", ADVICE, "2 March \N{ARABIC-INDIC DIGIT TWO}018"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "rule", "message", "hint", "words"), REFUSED)
def test_what_is_no_date(text: str, rule: str, message: str, hint: str, words: str) -> None:
    misread = refused(text)
    assert (misread.rule, misread.message, misread.hint, misread.words) == (rule, message, hint, words)


def refused(text: str) -> Misread:
    """Return why a text is no date."""
    with pytest.raises(Misread) as caught:
        read_when(text)
    return caught.value


def test_a_point_alone_gives_no_advice() -> None:
    with pytest.raises(Misread) as caught:
        read_point("27th October 2017")
    assert (caught.value.rule, caught.value.hint) == ("malformed-date", "")


@pytest.mark.parametrize("words", ["1", "27 ", "between ", "a-", "Oct "])
def test_nothing_is_guessed_from_a_text_as_long_as_a_book(words: str) -> None:
    assert refused(words * 20_000).hint == ADVICE
