"""Meetings that are held for nobody."""

import pytest

from tests.rules.examples import Found, faults

RULE = "event-for-nobody"
EMPTY = "groups:\n  cluster-new: {name: New}\n"


def test_a_group_with_nobody_in_it() -> None:
    assert faults(RULE, EMPTY + "forum:\n  for: each authority in cluster-new") == [
        Found(
            "phases/challenge/events/forum/for",
            "each authority in cluster-new",
            "'each authority in cluster-new' is nobody: no authority is in it",
            hint="Say for whom it is held, or take for: away.",
            line=87,
            column=14,
        )
    ]


@pytest.mark.parametrize(
    ("whom", "more", "why"),
    [
        ("each cluster", "groups: {}", "this cycle has no clusters"),
        ("each cluster in each round", "rounds: {}", "this cycle has no rounds"),
        ("own cluster", "", "it is not repeated, so nothing is its own"),
        ("[cluster-new, each authority in cluster-new]", EMPTY, "no authority is in it"),
    ],
)
def test_phrases_that_mean_nobody(whom: str, more: str, why: str) -> None:
    (fault,) = faults(RULE, f"{more}\nforum:\n  for: {whom}")
    assert fault.message.endswith(f"is nobody: {why}")


@pytest.mark.parametrize(
    "whom",
    [
        "each authority",
        "some authorities",
        "TBC",
        "larkmoor",
        "no-such",
        "each authority in no-such",
        "[cluster-new, cluster-moor]",
    ],
)
def test_no_fault(whom: str) -> None:
    assert faults(RULE, f"{EMPTY}forum:\n  for: {whom}") == []


def test_nobody_is_missed_in_a_file_that_could_not_be_read_whole() -> None:
    assert faults(RULE, "groups: none\nforum:\n  for: each cluster") == []


def test_what_is_done_for_nobody_is_for_another_rule() -> None:
    assert faults(RULE, EMPTY + "issue-questions:\n  for: each authority in cluster-new") == []
