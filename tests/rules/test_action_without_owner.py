"""Actions whose owner is nobody."""

import pytest

from tests.rules.examples import Found, faults

RULE = "action-without-owner"
SUBMIT = "phases/self-evaluation/actions/submit-self-view"
NAME = "Name another owner, or write TBC until one is known."
JANUARY = "larkmoor: {name: Larkmoor, round: january}\nhollinsea: {name: Hollinsea, round: january}\n"


def test_a_round_with_nobody_in_it() -> None:
    fragment = JANUARY + "submit-self-view:\n  owner: each authority in december"
    assert faults(RULE, fragment) == [
        Found(
            f"{SUBMIT}/owner",
            "each authority in december",
            "'each authority in december' is nobody: no authority is in it",
            "",
            NAME,
            (),
            49,
            16,
        )
    ]


@pytest.mark.parametrize(
    ("owner", "more", "why"),
    [
        ("own authority", "", "it is not repeated, so nothing is its own"),
        ("each authority challenged", "", "it is not repeated, so nothing is its own"),
        ("each cluster", "groups: {}", "this cycle has no clusters"),
        ("each round", "rounds: {}", "this cycle has no rounds"),
        ("each cluster in each round", "rounds: {}", "this cycle has no rounds"),
        ("each lead authority", "groups: {}", "this cycle has no clusters"),
        ("dcs of each authority", "authorities: {}", "this cycle has no authorities"),
        (
            "each lead authority",
            "groups:\n  cluster-moor: {name: Moor}\n  cluster-coast: {name: Coast}",
            "Moor and Coast have no lead",
        ),
        ("cluster-new", "groups:\n  cluster-new: {name: New}", "no authority is in it"),
    ],
)
def test_phrases_that_mean_nobody(owner: str, more: str, why: str) -> None:
    found = {fault.place: fault for fault in faults(RULE, f"submit-self-view:\n  owner: {owner}\n{more}")}
    assert found[f"{SUBMIT}/owner"].message == f"'{owner}' is nobody: {why}"


def test_an_action_about_nobody() -> None:
    (fault,) = faults(RULE, "issue-questions:\n  for: each cluster\ngroups: {}")
    assert fault.place == "phases/questions/actions/issue-questions/for"
    assert fault.message == "'each cluster' is nobody: this cycle has no clusters"
    assert fault.hint == "Say for whom it is, or take for: away."


@pytest.mark.parametrize(
    ("owner", "more"),
    [
        ("TBC", ""),
        ("some authorities", ""),
        ("each lead authority", "cluster-moor: {name: Moor}"),
        ("each lead authority", "groups:\n  cluster-moor: {name: Moor, lead: TBC}\n  cluster-coast: {name: Coast}"),
        ("each authority in december", "authorities:\n  larkmoor: {name: L, round: TBC}\n  hollinsea: {name: H, round: TBC}"),
        ("each authority in no-such", ""),
        ("each fourum", ""),
        ("each round", "rounds: none"),
        ("no-such", ""),
        ("cluster-new", "groups:\n  cluster-new: {name: New}\nlarkmoor: {name: Larkmoor, group: TBC}"),
        ("own cluster", "submit-self-view:\n  for: each forum"),
        ("each authority challenged", "submit-self-view:\n  for: each forum"),
    ],
)  # fmt: skip
def test_no_fault(owner: str, more: str) -> None:
    fragment = f"submit-self-view:\n  owner: {owner}\n"
    if more.startswith("submit"):
        fragment, more = more, f"  owner: {owner}"
    assert faults(RULE, f"{fragment}\n{more}") == []
