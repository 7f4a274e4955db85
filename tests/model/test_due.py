"""Deadlines that are dates, and those that lean on an event or an action."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peercycle.model.due import Due, Reference, read_due
from peercycle.model.phrase import Misread
from peercycle.model.when import When
from peercycle.model.words import Words

BPN = Words(group="BPN", authority="LA")
ADVICE = "Write a date, an id, own forum, before own forum, 10 working days after forum, with ACTION, or TBC."

FORUM = Reference("forum", "forum", "the")
OWN_FORUM = Reference("own forum", "forum", "own")

LEANING = [
    ("forum", Due("", tbc=False, anchor=FORUM)),
    ("submit-self-view", Due("", tbc=False, anchor=Reference("submit-self-view", "submit-self-view", "the"))),
    ("own forum", Due("", tbc=False, anchor=OWN_FORUM)),
    ("own conversation", Due("", tbc=False, anchor=Reference("own conversation", "conversation", "own"))),
    ("first forum", Due("", tbc=False, anchor=Reference("first forum", "forum", "first"))),
    ("last forum", Due("", tbc=False, anchor=Reference("last forum", "forum", "last"))),
    (
        "last forum in december",
        Due("", tbc=False, anchor=Reference("last forum in december", "forum", "last", "december")),
    ),
    ("before forum", Due("", tbc=False, relation="before", anchor=FORUM)),
    ("after own forum", Due("", tbc=False, relation="after", anchor=OWN_FORUM)),
    (
        "before first forum in january",
        Due(
            "",
            tbc=False,
            relation="before",
            anchor=Reference("first forum in january", "forum", "first", "january"),
        ),
    ),
    (
        "10 working days after forum",
        Due("", tbc=False, relation="after", amount=10, unit="working day", anchor=FORUM),
    ),
    (
        "1 working day before own forum",
        Due("", tbc=False, relation="before", amount=1, unit="working day", anchor=OWN_FORUM),
    ),
    ("3 days before forum", Due("", tbc=False, relation="before", amount=3, unit="day", anchor=FORUM)),
    ("1 week after forum", Due("", tbc=False, relation="after", amount=1, unit="week", anchor=FORUM)),
    ("2 months after own forum", Due("", tbc=False, relation="after", amount=2, unit="month", anchor=OWN_FORUM)),
    ("with submit-self-view", Due("", tbc=False, with_action="submit-self-view")),
    ("each forum of own BPN", Due("", tbc=False, each="forum")),
    ("each forum of own group", Due("", tbc=False, each="forum")),
    ("before each forum of own BPN", Due("", tbc=False, relation="before", each="forum")),
    ("after each forum of own bpn", Due("", tbc=False, relation="after", each="forum")),
    # A region's word is replaced whole, and never inside an id
    ("own bpn-forum", Due("", tbc=False, anchor=Reference("own bpn-forum", "bpn-forum", "own"))),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), LEANING)
@pytest.mark.parametrize("deadline", [True, False])
def test_what_a_leaning_deadline_means(text: str, expected: Due, deadline: bool) -> None:  # noqa: FBT001
    assert read_due(f"  {text} ", BPN, deadline=deadline) == expected._replace(words=text)


@pytest.mark.parametrize(("text", "expected"), LEANING)
def test_a_leaning_deadline_to_be_confirmed(text: str, expected: Due) -> None:
    assert read_due(f"TBC {text}", BPN, deadline=True) == expected._replace(words=f"TBC {text}", tbc=True)


@pytest.mark.parametrize(
    ("text", "form", "tbc"),
    [
        ("Friday 27 October 2017", "point", False),
        ("2017-10-27", "point", False),
        ("TBC", "unknown", True),
        ("TBC Wednesday 10 January 2018", "point", True),
        ("by April 2018", "by", False),
        ("before 16 November 2017", "before", False),
        ("before 2017-11-16", "before", False),
        ("after 16 November 2017", "after", False),
        ("12 or 13 December 2017", "choice", False),
        ("TBC 12 to 14 December 2017", "range", True),
        ("summer 2018", "point", False),
    ],
)
def test_a_date_is_a_deadline(text: str, form: str, tbc: bool) -> None:  # noqa: FBT001
    due = read_due(text, BPN, deadline=True)
    assert isinstance(due.when, When)
    assert (due.when.form, due.tbc, due.when.tbc, due.words) == (form, tbc, tbc, text)
    assert due.anchor is None


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        (
            "12 to 14 December 2017",
            "'12 to 14 December 2017' is a range, and a deadline is an end",
            "Write from: Tuesday 12 December 2017 and due: Thursday 14 December 2017.",
        ),
        (
            "February to March 2018",
            "'February to March 2018' is a range, and a deadline is an end",
            "Write from: February 2018 and due: March 2018.",
        ),
        (
            "from March 2018",
            "'from March 2018' is a beginning, and a deadline is an end",
            "Write from: March 2018, and the last day with the key due, or TBC.",
        ),
    ],
)
def test_a_deadline_is_an_end_and_a_meeting_may_last(text: str, message: str, hint: str) -> None:
    with pytest.raises(Misread) as caught:
        read_due(text, BPN, deadline=True)
    assert (caught.value.rule, caught.value.message, caught.value.hint) == ("due-range", message, hint)
    assert read_due(text, BPN, deadline=False).when is not None


OFFERED = [
    ("by own forum", "own forum"),
    ("by the forum", "forum"),
    ("Own forum", "own forum"),
    ("before the forum", "before forum"),
    ("before their own forum", "before own forum"),
    ("before its forum", "before own forum"),
    ("own forum in december", "own forum"),
    ("last forum in January", "last forum in january"),
    ("within 10 days of forum", "10 days after forum"),
    ("within ten working days of own forum", "10 working days after own forum"),
    ("ten working days after forum", "10 working days after forum"),
    ("10 workdays after forum", "10 working days after forum"),
    ("10 business days after forum", "10 working days after forum"),
    ("10wd after forum", "10 working days after forum"),
    ("5 WD before own forum", "5 working days before own forum"),
    ("after forum/january", "after last forum in january"),
    ("before forum/January", "before first forum in january"),
    ("5 days after forum/january", "5 days after last forum in january"),
    ("a week before forum", "1 week before forum"),
    ("one week before forum", "1 week before forum"),
    ("two weeks following forum", "2 weeks after forum"),
    ("a fortnight after own forum", "2 weeks after own forum"),
    ("10 days from forum", "10 days after forum"),
    ("prior to forum", "before forum"),
    ("no later than 10 days after forum", "10 days after forum"),
    ("at least 5 working days before own forum", "5 working days before own forum"),
    ("same day as submit-self-view", "with submit-self-view"),
    ("together with submit-self-view", "with submit-self-view"),
    ("before each forum in own BPN", "before each forum of own BPN"),
    ("before every forum of own BPN", "before each forum of own BPN"),
    ("tbc after own forum", "TBC after own forum"),
    ("TBC by own forum", "TBC own forum"),
    ("by market-place", "market-place"),
    ("forum!", "forum"),
]


@pytest.mark.parametrize(("text", "offered"), OFFERED)
def test_plain_english_is_refused_with_the_right_text(text: str, offered: str) -> None:
    misread = refused(text)
    assert (misread.rule, misread.hint) == ("malformed-deadline", f"Write {offered}.")
    assert misread.message == f"'{text}' is neither a date nor a deadline"
    assert read_due(offered, BPN, deadline=True).words == offered


REFUSED = [
    ("1 week after forum, at 5pm", "malformed-deadline", "Write 1 week after forum, and the hour with the key time."),
    ("1 week after the forum at 5pm", "malformed-deadline", "Write 1 week after forum, and the hour with the key time."),
    ("10 days after 27 October 2017", "malformed-deadline", "Write Monday 6 November 2017."),
    ("10 working days before Fri 27 Oct 2017", "malformed-deadline", "Write Friday 13 October 2017."),
    ("1 month after 31 January 2018", "malformed-deadline", "Write Wednesday 28 February 2018."),
    ("two weeks after March 2018", "malformed-date",
     "Write it as in: Friday 27 October 2017, October 2017, late October 2017, autumn 2017, or TBC."),
    ("2 days after 30 February 2018", "malformed-date",
     "Write it as in: Friday 27 October 2017, October 2017, late October 2017, autumn 2017, or TBC."),
    ("27 Oct 2017", "malformed-date", "Write Friday 27 October 2017."),
    ("27/10/2017", "malformed-date", "Write Friday 27 October 2017."),
    ("end of March 2018", "malformed-date", "Write late March 2018."),
    ("30 February 2018", "impossible-date", "Write Wednesday 28 February 2018 or Thursday 1 March 2018."),
    ("27 October", "malformed-date", "Write 27 October with its year."),
    ("Friday", "malformed-date", "Write it as in: Friday 27 October 2017, October 2017, late October 2017, autumn 2017, or TBC."),
    ("by December", "malformed-date", "Write December with its year."),
    ("tbc", "malformed-date", "Write TBC."),
    ("tba", "malformed-date", "Write TBC."),
    ("12-01-2027", "malformed-date", "Write Tuesday 12 January 2027."),
    ("?", "malformed-date", "Write TBC."),
    ("ASAP", "malformed-deadline", ADVICE),
    ("10 days", "malformed-deadline", ADVICE),
    ("0 days after forum", "malformed-deadline", ADVICE),
    ("99999 days after forum", "malformed-deadline", ADVICE),
    ("10 minutes after forum", "malformed-deadline", ADVICE),
    ("before before forum", "malformed-deadline", ADVICE),
    ("3 weeks before after forum", "malformed-deadline", ADVICE),
    ("3 days before each forum of own BPN", "malformed-deadline", ADVICE),
    ("own BPN", "malformed-deadline", ADVICE),
    ("with", "malformed-deadline", ADVICE),
    ("with the self view", "malformed-deadline", ADVICE),
    ("first forum of december", "malformed-deadline", ADVICE),
    ("", "malformed-date", "Write TBC where it is not known."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "rule", "hint"), REFUSED)
def test_what_is_no_deadline(text: str, rule: str, hint: str) -> None:
    misread = refused(text)
    assert (misread.rule, misread.hint) == (rule, hint)


@pytest.mark.parametrize("words", ["own ", "27 October 2017 ", "1 day after "])
def test_nothing_is_guessed_from_a_text_as_long_as_a_book(words: str) -> None:
    assert refused(words * 5_000).hint == ADVICE


def refused(text: str) -> Misread:
    """Return why a text is no deadline."""
    with pytest.raises(Misread) as caught:
        read_due(text, BPN, deadline=True)
    return caught.value


PIECES = (
    "forum own first last in december before after with each of BPN LA 10 1 0 ten working days day week month TBC by within"
    " the 27 October 2017 2017-10-27 to or from Friday at 5pm submit-self-view a fortnight"
)


@given(
    st.one_of(st.text(), st.lists(st.sampled_from(PIECES.split()), max_size=9).map(" ".join)), st.booleans()
)
def test_any_text_is_read_or_refused_with_advice(text: str, deadline: bool) -> None:  # noqa: FBT001
    try:
        due = read_due(text, BPN, deadline=deadline)
    except Misread as misread:
        rule, hint = misread.rule, misread.hint
    else:
        assert sum((due.when is not None, due.anchor is not None, bool(due.each), bool(due.with_action))) == 1
        rule, hint = "none", "none"
    assert rule in ("none", "malformed-deadline", "malformed-date", "impossible-date", "due-range")
    assert hint
