"""Deadlines after their phase, which may be meant and stop nothing."""

import pytest

from tests.rules.examples import Found, Marked, every_fault, faults

RULE = "deadline-after-phase"


def test_a_deadline_after_its_phase() -> None:
    assert faults(RULE, "submit-self-view:\n  due: TBC November 2017") == [
        Found(
            "phases/self-evaluation/actions/submit-self-view/due",
            "TBC November 2017",
            "November 2017 (to be confirmed) is after phase 'self-evaluation' ends (October 2017)",
            hint="Correct the deadline or the when of the phase, or waive it if it is meant.",
            related=(Marked("summer 2017 to October 2017", "when phase 'self-evaluation' lies"),),
            line=50,
            column=14,
        )
    ]


def test_it_is_the_only_fault() -> None:
    assert every_fault("prepare-for-own-forum:\n  due: Thursday 1 February 2018") == [RULE]


def test_the_deadlines_of_one_action_are_one_fault() -> None:
    (fault,) = faults(
        RULE,
        """
        submit-self-view:
          due: {december: 2 November 2017, january: 3 November 2017}
          except:
            larkmoor: {due: 6 November 2017, because: They asked.}
        """,
    )
    assert fault.message.startswith("Thursday 2 November 2017 is after")
    assert fault.related[1:] == (Marked("3 November 2017", ""), Marked("6 November 2017", ""))


def test_of_two_deadlines_the_second_is_said_to_be_late_as_well() -> None:
    (fault,) = faults(RULE, "submit-self-view:\n  due: {december: 2 November 2017, january: 3 November 2017}")
    assert fault.related[1:] == (Marked("3 November 2017", "and so is this"),)


WAIVED = """
submit-self-view:
  due: 2 November 2017
waivers:
  late: {rule: deadline-after-phase, about: submit-self-view, because: "Asked for.", until: 2 November 2017}
"""


@pytest.mark.parametrize(
    "fragment",
    [
        "submit-self-view:\n  due: Tuesday 31 October 2017",
        "submit-self-view:\n  due: October to November 2017",
        "submit-self-view:\n  due: by November 2017",
        "submit-self-view:\n  due: TBC",
        "submit-self-view:\n  due: 1 day after nwadcs-november",
        "submit-self-view:\n  due: Thursday 2 November 2023",
        "issue-questions:\n  due: Tuesday 31 October 2017",
        "nwadcs-february:\n  date: Thursday 5 April 2018",
        "phases:\n  support:\n    when: TBC",
        "phases:\n  self-evaluation:\n    when: summer 2016\n",
        WAIVED,
    ],
)
def test_no_fault(fragment: str) -> None:
    assert faults(RULE, fragment) == []
