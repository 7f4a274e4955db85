"""Days that are worked out and lie outside the cycle."""

import pytest

from tests.rules.examples import Found, Marked, every_fault, faults

RULE = "deadline-outside-cycle"


def test_the_sum_is_shown() -> None:
    assert faults(RULE, "prepare-for-own-forum:\n  due: 100 working days after last forum") == [
        Found(
            "phases/challenge/actions/prepare-for-own-forum/due",
            "100 working days after last forum",
            "100 working days after last forum is after the cycle ends (April 2018)",
            "= Wednesday 6 June 2018 (100 working days after Thursday 11 January 2018)",
            "Correct the number or its unit, or make the cycle long enough under runs.",
            (Marked("summer 2017 to April 2018", "when the cycle runs"),),
            106,
            14,
        )
    ]


@pytest.mark.parametrize(
    ("fragment", "message", "note"),
    [
        (
            "prepare-for-own-forum:\n  due: TBC 20 months before own forum",
            "20 months before own forum is before the cycle begins (summer 2017)",
            "= Tuesday 12 April 2016 (20 months before Tuesday 12 December 2017), and 3 more such days",
        ),
        (
            "nwadcs-february:\n  date: 30 weeks after nwadcs-november\nnwadcs-november:\n  date: November 2017",
            "30 weeks after nwadcs-november is after the cycle ends (April 2018)",
            "= Wednesday 30 May 2018 at the earliest",
        ),
        (
            "issue-questions:\n  due: 60 weeks before nwadcs-november\nnwadcs-november:\n  date: November 2017",
            "60 weeks before nwadcs-november is before the cycle begins (summer 2017)",
            "= Thursday 6 October 2016 at the latest",
        ),
        (
            "issue-questions:\n  for: each forum\n  due: 16 weeks after forum",
            "16 weeks after forum is after the cycle ends (April 2018)",
            "= Wednesday 2 May 2018 (16 weeks after Wednesday 10 January 2018), and 1 more such day",
        ),
    ],
)
def test_days_for_one_or_several(fragment: str, message: str, note: str) -> None:
    (fault,) = faults(RULE, fragment)
    assert (fault.message, fault.note) == (message, note)


@pytest.mark.parametrize(
    "fragment",
    [
        "prepare-for-own-forum:\n  due: 70 working days after last forum",
        "prepare-for-own-forum:\n  due: after last forum",
        "prepare-for-own-forum:\n  due: 100 working days after last forum\nruns: TBC",
        # it may still be in the cycle
        "issue-questions:\n  due: 25 weeks after nwadcs-november\nnwadcs-november:\n  date: autumn 2017",
    ],
)
def test_no_fault(fragment: str) -> None:
    assert faults(RULE, fragment) == []


def test_what_is_counted_from_such_a_day_is_not_reported_again_nor_that_it_is_a_saturday() -> None:
    fragment = """
    prepare-for-own-forum:
      due: 30 weeks after first forum
      needs: []
    issue-questions:
      due: 4 days after prepare-for-own-forum
      produces: []
    forum:
      needs: []
    """
    assert every_fault(fragment) == ["deadline-outside-cycle"]
