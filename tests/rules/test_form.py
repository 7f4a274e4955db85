"""Faults of form as they are shown, one of each kind, and what no fragment can show."""

import pytest

from peercycle.rules.form import FORM_FAULTS
from peercycle.rules.manual import page
from tests.rules.examples import Found, Marked, faults, found_in

ACTION = "phases/self-evaluation/actions/submit-self-view"
MEETING = "phases/questions/events/nwadcs-november"


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (
            "due-range",
            Found(f"{ACTION}/due", "23 to 27 October 2017", "'23 to 27 October 2017' is a range, and a deadline is an end",
                  hint="Write from: Monday 23 October 2017 and due: Friday 27 October 2017.", line=50, column=14),
        ),
        (
            "impossible-date",
            Found(f"{MEETING}/date", "31 November 2017", "November 2017 has 30 days, so there is no '31 November 2017'",
                  hint="Write Thursday 30 November 2017 or Friday 1 December 2017.", line=62, column=15),
        ),
        (
            "malformed-date",
            Found(f"{MEETING}/date", "23rd Nov 2017", "'23rd Nov 2017' is not a date",
                  hint="Write Thursday 23 November 2017.", line=62, column=15),
        ),
        (
            "malformed-deadline",
            Found("phases/questions/actions/issue-questions/due", "within 5 working days of nwadcs-november",
                  "'within 5 working days of nwadcs-november' is neither a date nor a deadline",
                  hint="Write 5 working days after nwadcs-november.", line=75, column=14),
        ),
        (
            "unknown-key",
            Found(f"{ACTION}/signoff", "signoff", "an action has no key 'signoff'", "did you mean sign-off?",
                  line=55, column=9),
        ),
        (
            "duplicate-key",
            Found("bodies/spd-group", "spd-group", "'spd-group' stands twice under bodies",
                  "and again here, with the name School Performance group", "Write school-performance-group: for the second.",
                  (Marked("spd-group", "first here"),), 25, 3),
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_the_wrong_example_of_a_page_is_shown_as(rule: str, expected: Found) -> None:
    assert faults(rule, page(rule).wrong) == [expected]


@pytest.mark.parametrize(
    ("due", "hint"),
    [
        ("23 to 27 October 2017", "Write from: Monday 23 October 2017 and due: Friday 27 October 2017."),
        ("February to March 2018", "Write from: February 2018 and due: March 2018."),
        (
            "late October to early November 2017",
            "Write from: late October 2017 and due: early November 2017.",
        ),
        ("summer to October 2017", "Write from: summer 2017 and due: October 2017."),
        ("December 2017 to 12 January 2018", "Write from: December 2017 and due: Friday 12 January 2018."),
    ],
)
def test_a_range_is_refused_with_both_ends_written_out(due: str, hint: str) -> None:
    (fault,) = faults("due-range", f"submit-self-view: {{do: Send it, owner: sli-team, due: {due}}}")
    assert fault.hint == hint


def test_a_beginning_is_no_end() -> None:
    (fault,) = faults("due-range", "submit-self-view:\n  due: from 23 October 2017")
    assert fault.message == "'from 23 October 2017' is a beginning, and a deadline is an end"


def test_a_range_is_well_where_something_lasts_or_is_to_be_confirmed() -> None:
    assert faults("due-range", "submit-self-view:\n  due: TBC 23 to 27 October 2017") == []
    assert faults("due-range", "nwadcs-november:\n  date: 23 to 24 November 2017") == []


@pytest.mark.parametrize(
    ("raw", "rule"),
    [
        (b"", "unreadable-file"),
        (b"PK\x03\x04", "unreadable-file"),
        ("format: 1\n".encode("utf-16"), "unreadable-file"),
        (b"format: 1\ntitle: " + b"x" * 70_000, "too-large"),
        (b"#" * 17 * 1024 * 1024, "too-large"),
    ],
    ids=["empty", "word", "utf-16", "long line", "large file"],
)
def test_what_no_fragment_can_show(raw: bytes, rule: str) -> None:
    assert [found.rule for found in found_in(raw, ())] == [rule]
    assert rule in FORM_FAULTS
