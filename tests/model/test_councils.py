"""The authorities of the North West by name and code."""

import pytest

from peercycle.model.councils import BY_CODE, council_named


def test_there_were_23_in_2017_and_there_are_24_since_2023() -> None:
    assert sum(council.began is None for council in BY_CODE.values()) == 23
    assert sum(council.ended is None for council in BY_CODE.values()) == 24
    assert all(other in BY_CODE for council in BY_CODE.values() for other in council.instead)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Bolton", "E08000001"),
        ("bolton  Metropolitan Borough Council", "E08000001"),
        ("St. Helens", "E08000013"),
        ("Cheshire West & Chester Council", "E06000050"),
        ("Lancashire County Council", "E10000017"),
        ("Manchester City Council", "E08000003"),
    ],
)
def test_a_name_with_or_without_the_kind_of_council(name: str, code: str) -> None:
    council = council_named(name)
    assert council
    assert council.gss == code


@pytest.mark.parametrize("name", ["Boltons", "Greater Manchester", "Council", ""])
def test_other_names_are_not_known(name: str) -> None:
    assert council_named(name) is None
