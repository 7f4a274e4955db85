"""Meetings outside their round or phase, deadlines before their phase."""

import pytest

from tests.rules.examples import Found, Marked, faults


def found(fragment: str) -> list[Found]:
    return faults("date-outside-phase", fragment)


def test_a_meeting_outside_its_round() -> None:
    assert found("forum:\n  date:\n    january:\n      cluster-moor: 6 December 2017") == [
        Found(
            "phases/challenge/events/forum/date/january/cluster-moor",
            "6 December 2017",
            "Wednesday 6 December 2017 lies before round 'january' begins (January 2018)",
            hint="Correct the date, or the when of the round.",
            related=(Marked("January 2018", "when round 'january' is held"),),
            line=92,
            column=27,
        )
    ]


def test_a_meeting_outside_its_phase() -> None:
    (fault,) = found("nwadcs-february:\n  date: Thursday 5 April 2018")
    assert fault.message == "Thursday 5 April 2018 lies after phase 'support' ends (March 2018)"
    assert fault.hint == "Correct the date, or the when of the phase."
    assert fault.related == (Marked("February 2018 to March 2018", "when phase 'support' lies"),)


def test_a_meeting_of_a_round_that_reaches_out_of_the_phase() -> None:
    fragment = """
    rounds:
      january: {title: January round, when: January to February 2018, authorities: 2}
    forum:
      date:
        january: {cluster-moor: Thursday 1 February 2018, cluster-coast: Friday 2 February 2018}
    """
    (fault,) = found(fragment)
    assert fault.message == "Thursday 1 February 2018 lies after phase 'challenge' ends (January 2018)"
    assert fault.related[1:] == (Marked("Friday 2 February 2018", "and so does this"),)


def test_a_deadline_before_its_phase() -> None:
    (before,) = found("issue-questions:\n  due: Tuesday 31 October 2017")
    assert before.message == "Tuesday 31 October 2017 lies before phase 'questions' begins (November 2017)"


@pytest.mark.parametrize(
    "fragment",
    [
        "nwadcs-february:\n  date: March to April 2018",
        "nwadcs-february:\n  date: by April 2018",
        "nwadcs-february:\n  date: TBC",
        "issue-questions:\n  due: 15 working days after nwadcs-november",
        "issue-questions:\n  from: October 2017",
        "submit-self-view:\n  due: TBC November 2017",
        "nwadcs-february:\n  date: Thursday 5 April 2017",
        "phases:\n  support:\n    when: TBC",
        "phases:\n  support:\n    when: from February 2018\n    events:\n      nwadcs-february:\n        date: 5 April 2018",
        "prepare-for-own-forum:\n  due: {december: January 2018, january: January 2018}",
    ],
)
def test_no_fault(fragment: str) -> None:
    assert found(fragment) == []
