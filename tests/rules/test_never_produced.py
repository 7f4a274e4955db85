"""Papers that are needed and come from nowhere."""

import pytest

from tests.rules.examples import Found, Marked, faults

RULE = "never-produced"
PROFILE = "documents:\n  profile: {title: NWADCS profile}\n"
ADVICE = "Add profile to produces: of whatever makes it, or say in its row where it comes from: comes-from:"


def test_a_paper_that_nothing_produces() -> None:
    fragment = PROFILE + "forum:\n  needs: [self-view, profile]\n  agenda: [{item: A, needs: [profile]}]"
    assert faults(RULE, fragment) == [
        Found(
            "phases/challenge/events/forum/needs/1",
            "profile",
            "nothing produces the NWADCS profile, which forum needs",
            "",
            ADVICE,
            (Marked("profile", "needed here, too"),),
            100,
            28,
        )
    ]


@pytest.mark.parametrize(
    "fragment",
    [
        "documents:\n  profile: {title: Profile, comes-from: statistics}\nforum:\n  needs: [profile]",
        PROFILE + "forum:\n  needs: [profile]\nissue-questions:\n  produces: [profile]\n  suggested: It helps",
        PROFILE + "forum:\n  needs: [profile]\nnwadcs-november:\n  agenda: [{item: A, parts: [{item: B, produces: [profile]}]}]",
        PROFILE + "forum:\n  needs: [profile]\n  agenda: day\nagendas:\n  day: {items: [{item: A, produces: [profile]}]}",
        PROFILE,
        "forum:\n  needs: [no-such]",
        PROFILE + "forum:\n  needs: [profile]\nissue-questions:\n  produces: {}",
        PROFILE + "forum:\n  needs: [profile]\nissue-questions: none",
    ],
)  # fmt: skip
def test_no_fault(fragment: str) -> None:
    assert [fault.message for fault in faults(RULE, fragment) if "profile" in fault.message] == []
