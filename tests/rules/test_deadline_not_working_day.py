"""Days that are worked out and fall when nobody works."""

import pytest

from tests.rules.examples import Found, faults

RULE = "deadline-not-working-day"


def test_the_sum_is_shown() -> None:
    assert faults(RULE, "issue-questions:\n  due: 3 days after nwadcs-november") == [
        Found(
            "phases/questions/actions/issue-questions/due",
            "3 days after nwadcs-november",
            "3 days after nwadcs-november falls on a Sunday",
            "= Sunday 26 November 2017 (3 days after Thursday 23 November 2017)",
            "It is kept. The working day before is Friday 24 November 2017: 1 working day after nwadcs-november.",
            (),
            75,
            14,
        )
    ]


@pytest.mark.parametrize(
    ("fragment", "message", "note", "hint"),
    [
        (
            "prepare-for-own-forum:\n  due: TBC 2 weeks after own forum",
            "2 weeks after own forum falls on Boxing Day",
            "= Tuesday 26 December 2017 (2 weeks after Tuesday 12 December 2017)",
            "It is kept. The working day before is Friday 22 December 2017: 8 working days after own forum.",
        ),
        (
            "nwadcs-february:\n  date: 4 weeks after last forum\nclosures: [Thursday 8 February 2018]",
            "4 weeks after last forum falls on a closure of this cycle",
            "= Thursday 8 February 2018 (4 weeks after Thursday 11 January 2018)",
            "It is kept. The working day before is Wednesday 7 February 2018: 19 working days after last forum.",
        ),
        (
            "prepare-for-own-forum:\n  due: 3 days before own forum",
            "3 days before own forum falls on a Saturday",
            "= Saturday 9 December 2017 (3 days before Tuesday 12 December 2017), and 2 more such days",
            "It is kept. The working day before is Friday 8 December 2017: 2 working days before own forum.",
        ),
        (
            "issue-questions:\n  due: 1 day after nwadcs-november\nnwadcs-november:\n  date: Friday 17 November 2017",
            "1 day after nwadcs-november falls on a Saturday",
            "= Saturday 18 November 2017 (1 day after Friday 17 November 2017)",
            "It is kept. The working day before is Friday 17 November 2017.",
        ),
        (
            "issue-questions:\n  due: {december: 2 days after nwadcs-november, january: own forum}",
            "2 days after nwadcs-november falls on a Saturday",
            "= Saturday 25 November 2017 (2 days after Thursday 23 November 2017)",
            "It is kept. The working day before is Friday 24 November 2017: 1 working day after nwadcs-november.",
        ),
    ],
)
def test_days_for_one_or_several(fragment: str, message: str, note: str, hint: str) -> None:
    (fault,) = faults(RULE, fragment)
    assert (fault.message, fault.note, fault.hint) == (message, note, hint)


@pytest.mark.parametrize(
    "fragment",
    [
        "issue-questions:\n  due: 3 working days after nwadcs-november",
        "issue-questions:\n  due: Saturday 25 November 2017",
        "issue-questions:\n  due: nwadcs-november\nnwadcs-november:\n  date: Saturday 25 November 2017",
        "issue-questions:\n  due: before nwadcs-november\nnwadcs-november:\n  date: Monday 20 November 2017",
        "issue-questions:\n  due: 3 days after nwadcs-november\nnwadcs-november:\n  date: TBC November 2017",
    ],
)
def test_no_fault(fragment: str) -> None:
    assert faults(RULE, fragment) == []
