"""Who may see a paper, by the phrases of `shown-to`."""

import pytest

from peercycle.documents.audience import shown_at, shown_to_authority, titles
from peercycle.documents.edition import Edition
from peercycle.documents.wording import Wording
from tests.documents.made import edition_of
from tests.schedule.small_cycles import NAMED, plan_of

PROGRAMME = """
events:
  forum:
    title: Forum
    for: each group in each round
    date: TBC
    attends: {each authority in own group: [dcs], board: all}
"""


def shown(phrase: str) -> Edition:
    """Return a cycle in which the self-view of each authority is shown to whomever a phrase means."""
    found = plan_of(PROGRAMME, NAMED)
    held = found.cycle.documents["view"]
    document = type(held).model_validate(
        {"title": held.title, "per": "authority", **({"shown-to": phrase} if phrase else {})},
        context={"words": found.cycle.region_words},
    )
    found.cycle.documents["view"] = document
    return edition_of(found, "2026-11-02")


TO_AUTHORITIES = [
    ("", ["ash", "birch", "elm", "fir"]),
    ("own authority", ["ash", "birch", "elm", "fir"]),
    ("each authority", ["ash", "birch", "elm", "fir"]),
    ("each authority in own group", ["ash", "birch", "elm", "fir"]),
    ("each authority in coast", ["ash", "birch"]),
    ("each authority in winter-turn", ["ash", "elm"]),
    ("each lead authority", ["ash", "elm"]),
    ("ash", ["ash"]),
    ("coast", ["ash", "birch"]),
    ("team", []),
    ("each group", []),
]


@pytest.mark.parametrize(("phrase", "expected"), TO_AUTHORITIES)
def test_which_authorities_are_shown_a_paper(phrase: str, expected: list[str]) -> None:
    of = shown(phrase)
    authorities = of.plan.cast.authorities
    assert [key for key, who in authorities.items() if shown_to_authority(of, "view", who)] == expected


AT_A_MEETING = [
    ("", True),
    ("own authority", True),
    ("team", False),
    ("board", True),
    ("each lead authority", False),
]


@pytest.mark.parametrize(("phrase", "expected"), AT_A_MEETING)
def test_whether_somebody_who_comes_is_shown_a_paper(phrase: str, expected: bool) -> None:  # noqa: FBT001
    of = shown(phrase)
    comers = [line.party for line in of.plan.event(of.plan.meetings[0]).attends]
    assert shown_at(of, "view", comers) is expected


def test_a_paper_that_the_cycle_does_not_have_is_shown_to_nobody() -> None:
    of = shown("")
    assert not shown_to_authority(of, "nothing", of.plan.cast.authorities["ash"])
    assert not shown_at(of, "nothing", [])


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (["view"], "self-view"),
        (["view", "plan", "list", "view"], "self-view, plan and list"),
        ([], ""),
        (["gone"], ""),
    ],
)
def test_titles_as_they_read_in_a_sentence(keys: list[str], expected: str) -> None:
    of = shown("")
    assert titles(of, keys, Wording(of.cycle)) == expected
