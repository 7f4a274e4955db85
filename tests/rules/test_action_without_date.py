"""Deadlines counted from what their owners do not have."""

import pytest

from tests.rules.examples import Found, faults

RULE = "action-without-date"
PREPARE = "phases/challenge/actions/prepare-for-own-forum/due"
HINT = "Add a deadline under except:, or lean on something that everyone has."


def test_a_meeting_that_is_held_for_others() -> None:
    fragment = """
    prepare-for-own-forum:
      due: before own nwadcs-february
    nwadcs-february:
      for: [larkmoor, orrinshaw, hollinsea]
    """
    assert faults(RULE, fragment) == [
        Found(
            PREPARE,
            "nwadcs-february",
            "Pellbridge has no meeting 'nwadcs-february' to count from",
            "",
            HINT,
            (),
            106,
            25,
        )
    ]


@pytest.mark.parametrize(
    ("fragment", "message"),
    [
        (
            "prepare-for-own-forum:\n  due: before own nwadcs-february\nnwadcs-february:\n  for: larkmoor",
            "Orrinshaw, Hollinsea and Pellbridge have no meeting 'nwadcs-february' to count from",
        ),
        (
            "prepare-for-own-forum:\n  due: before first forum in january\nforum:\n  for: each cluster\n  date: TBC",
            "Larkmoor, Orrinshaw and 2 more have no meeting 'forum' to count from",
        ),
        (
            (
                "prepare-for-own-forum:\n  due: 2 days after issue-questions\n"
                "issue-questions:\n  for: [larkmoor, orrinshaw, hollinsea]"
            ),
            "Pellbridge has no task 'issue-questions' to count from",
        ),
        (
            (
                "prepare-for-own-forum:\n  due: with issue-questions\n"
                "issue-questions:\n  for: [larkmoor, orrinshaw, hollinsea]"
            ),
            "Pellbridge has no task 'issue-questions' to count from",
        ),
    ],
)
def test_whoever_has_nothing_to_count_from(fragment: str, message: str) -> None:
    (fault,) = faults(RULE, fragment)
    assert (fault.place, fault.message) == (PREPARE, message)


@pytest.mark.parametrize(
    "fragment",
    [
        "prepare-for-own-forum:\n  due: TBC",
        "prepare-for-own-forum:\n  due: with issue-questions\nissue-questions:\n  for: each round\nrounds: {}",
        "prepare-for-own-forum:\n  due: TBC before own nwadcs-february\nnwadcs-february:\n  for: larkmoor",
        "prepare-for-own-forum:\n  due: before nwadcs-february\nnwadcs-february:\n  date: TBC",
        "prepare-for-own-forum:\n  due: with submit-self-view\nsubmit-self-view:\n  due: TBC",
        "prepare-for-own-forum:\n  due: before last forum\nforum:\n  date: TBC",
        "prepare-for-own-forum:\n  due: before last forum in january\nforum:\n  date: TBC",
        "prepare-for-own-forum:\n  due: before last forum in janury",
        "prepare-for-own-forum:\n  due: before own fourum",
        "prepare-for-own-forum:\n  due: with submit-self-veiw",
        "prepare-for-own-forum:\n  due: with forum",
        "prepare-for-own-forum:\n  due: {december: own forum}",
        "prepare-for-own-forum:\n  due: 2 days after prepare-for-own-forum",
        "prepare-for-own-forum:\n  due: 2 days after issue-questions\nissue-questions:\n  due: with prepare-for-own-forum",
        "submit-self-view:\n  except:\n    larkmoor: {excused: true, because: Away}\nprepare-for-own-forum:\n  due: with submit-self-view",
        (
            "prepare-for-own-forum:\n  due: before own nwadcs-february\n  except:\n    larkmoor: {due: own forum, because: Away}\n"
            "nwadcs-february:\n  for: [orrinshaw, hollinsea, pellbridge]"
        ),
    ],
)
def test_no_fault(fragment: str) -> None:
    assert faults(RULE, fragment) == []
