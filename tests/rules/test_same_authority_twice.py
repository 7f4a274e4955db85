"""Rows of authorities that repeat the name or the code of another."""

import pytest

from tests.rules.examples import Marked, faults

RULE = "same-authority-twice"
ROWS = """\
hollinsea: {name: Hollinsea, gss: E06000001, group: cluster-coast, round: december}
pellbridge: {name: NAME, gss: CODE, group: cluster-coast, round: january}
"""


@pytest.mark.parametrize(
    ("name", "code", "expected"),
    [
        ("Pellbridge", "E06000002", []),
        ("Pellbridge", "TBC", []),
        (
            "hollinsea",
            "E06000002",
            [("name", "hollinsea", "two rows of authorities have the name hollinsea")],
        ),
        (
            "Pellbridge",
            "E06000001",
            [("gss", "E06000001", "two rows of authorities have the code E06000001")],
        ),
        (
            "Hollinsea",
            "E06000001",
            [
                ("name", "Hollinsea", "two rows of authorities have the name Hollinsea"),
                ("gss", "E06000001", "two rows of authorities have the code E06000001"),
            ],
        ),
    ],
)
def test_each_name_and_each_code_is_one_authoritys(
    name: str, code: str, expected: list[tuple[str, str, str]]
) -> None:
    found = faults(RULE, ROWS.replace("NAME", name).replace("CODE", code))
    assert [(fault.place.split("/")[-1], fault.marked, fault.message) for fault in found] == expected


def test_what_is_said_of_it() -> None:
    (found,) = faults(RULE, ROWS.replace("NAME", "Hollinsea").replace("CODE", "E06000002"))
    assert found.place == "authorities/pellbridge/name"
    assert found.hint == "Give this row the name of an authority of its own, or take it out."
    assert found.related == (Marked("Hollinsea", "the first of them"),)
