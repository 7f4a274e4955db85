"""Groups, bodies and rounds that repeat the name of another."""

import pytest

from tests.rules.examples import Found, Marked, every_fault, faults

RULE = "same-name-twice"


def test_a_group_copied_from_the_one_above() -> None:
    assert faults(RULE, "cluster-coast: {name: moor cluster, lead: hollinsea}") == [
        Found(
            "groups/cluster-coast/name",
            "moor cluster",
            "two clusters are called moor cluster",
            "",
            "Give this one a name of its own.",
            (Marked("Moor cluster", "the first of them"),),
            28,
            25,
        )
    ]


@pytest.mark.parametrize(
    ("fragment", "place", "message"),
    [
        (
            "nwadcs:\n  name: Improvement team",
            "bodies/nwadcs/name",
            "two bodies are called Improvement team",
        ),
        (
            "january: {title: December round, when: January 2018, authorities: 2}",
            "rounds/january/title",
            "two rounds are called December round",
        ),
    ],
)
def test_bodies_and_rounds(fragment: str, place: str, message: str) -> None:
    (fault,) = faults(RULE, fragment)
    assert (fault.place, fault.message) == (place, message)


def test_a_body_may_be_called_as_a_group_is() -> None:
    assert every_fault("nwadcs:\n  name: Moor cluster") == []
