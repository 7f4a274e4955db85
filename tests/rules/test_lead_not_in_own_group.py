"""Groups led by an authority of another group."""

import pytest

from tests.rules.examples import Found, Marked, faults

RULE = "lead-not-in-own-group"


def test_a_lead_from_another_group() -> None:
    assert faults(RULE, "cluster-coast: {name: Coast cluster, lead: orrinshaw}") == [
        Found(
            "groups/cluster-coast/lead",
            "orrinshaw",
            "Orrinshaw leads Coast cluster but belongs to Moor cluster",
            "",
            "Change the lead, or give Orrinshaw's row group: cluster-coast.",
            (Marked("cluster-moor", "its own row says so"),),
            28,
            46,
        )
    ]


@pytest.mark.parametrize(
    "fragment",
    [
        "cluster-coast: {name: Coast cluster, lead: pellbridge}",
        "cluster-coast: {name: Coast cluster, lead: TBC}",
        "cluster-coast: {name: Coast cluster}",
        "cluster-coast: {name: Coast cluster, lead: nobody}",
        "hollinsea: {name: Hollinsea, group: TBC, round: december}",
        "hollinsea: {name: Hollinsea, round: december}",
        "hollinsea: {name: Hollinsea, group: no-such, round: december}",
        "groups: {}",
    ],
)
def test_no_fault(fragment: str) -> None:
    assert faults(RULE, fragment) == []
