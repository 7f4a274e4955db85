"""What a message says of a change: each thing that was otherwise, in words."""

import pytest

from peercycle.workspace.differences import difference

WAS = ("Forum", "2026-12-08", "2026-12-08", "09:30", "16:00", "Mill Hall", "")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({}, ""),
        ({1: "2026-12-15", 2: "2026-12-15"}, "Changed: date, was Tuesday 8 December 2026"),
        ({2: "2026-12-09"}, "Changed: date, was Tuesday 8 December 2026"),
        ({3: "10:00"}, "Changed: time, was 9:30am to 4pm"),
        ({3: "", 4: ""}, "Changed: time, was 9:30am to 4pm"),
        ({0: "Forum day", 5: "Pier"}, "Changed: title, was Forum; place, was Mill Hall"),
        ({6: "?"}, ""),
    ],
)
def test_what_was_otherwise_is_said(change: dict[int, str], said: str) -> None:
    now = [change.get(position, part) for position, part in enumerate(WAS)]
    assert difference(WAS, [*now, "A note."]) == said


@pytest.mark.parametrize(
    ("was", "said"),
    [
        (("Forum", "2026-12-07", "2026-12-08", "", "", "", "?"),
         "Changed: date, was Monday 7 December 2026 to Tuesday 8 December 2026; time, was not fixed; place, was not fixed"),
        (("Forum", "2026-12-08", "2026-12-08", "09:30", "", "Mill Hall", ""), "Changed: time, was 9:30am"),
    ],
)  # fmt: skip
def test_what_was_not_known_is_said(was: tuple[str, ...], said: str) -> None:
    assert difference(was, WAS) == said
