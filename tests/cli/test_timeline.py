"""`timeline`: one line a day, a rule at the day asked about, and JSON."""

import json
from collections.abc import Callable

import pytest

from tests.cli.conftest import MADE_UP, REAL, Call

Golden = Callable[[str, str], None]


@pytest.mark.parametrize("columns", [40, 80, 110])
def test_the_screen(call: Call, golden: Golden, columns: int) -> None:
    answer = call("timeline", "-c", REAL, columns=columns)
    assert (answer.code, answer.err) == (0, "")
    golden(f"cli/timeline-real-{columns}.txt", answer.out)


def test_the_made_up_cycle(call: Call, golden: Golden) -> None:
    golden("cli/timeline-made-up.txt", call("timeline", "-c", MADE_UP, "--on", "2026-12-09", columns=100).out)


@pytest.mark.parametrize(
    ("arguments", "above", "below"),
    [
        (("timeline", "--on", "2017-12-13"), "Wednesday 13 December 2017", "Thursday 14 December 2017"),
        (("--on", "2017-12-13", "timeline"), "Wednesday 13 December 2017", "Thursday 14 December 2017"),
        (("timeline", "--on", "2017-01-01"), "Self-view produced and submitted", "Friday 27 October 2017"),
        (("timeline", "--on", "2030-01-01"), "to be confirmed", "summer 2018"),
    ],
)
def test_a_rule_at_the_day(call: Call, arguments: tuple[str, ...], above: str, below: str) -> None:
    lines = [line for line in call("-c", REAL, *arguments, columns=100).out.splitlines() if line]
    ruled = [number for number, line in enumerate(lines) if line.startswith("-- ")]
    assert len(ruled) == 1
    assert len(lines[ruled[0]]) == 100
    assert above in lines[ruled[0] - 1]
    assert below in lines[ruled[0] + 1]


def test_no_rule_without_a_day(call: Call) -> None:
    assert "\n-- " not in call("timeline", "-c", REAL).out


def test_json(call: Call) -> None:
    rows = json.loads(call("timeline", "-c", REAL, "--output-format", "json").out)
    first = rows[0]
    assert (first["phase"], first["kind"], first["date"]) == ("self-evaluation", "work", "2017-10-27")
    assert first["what"] == ["write-self-view", "submit-self-view", "return-mou"]
    assert (first["who"], first["count"]) == ("23 authorities", 23)
    assert len(first["ids"]) == 69
    forum = next(row for row in rows if row["ids"] == ["forum/january/bpn-trafford"])
    assert (forum["date"], forum["to_be_confirmed"], forum["latest"]) == (None, True, "2018-01-11")


def test_for_one_group(call: Call) -> None:
    out = call("timeline", "-c", REAL, "--for", "bpn-trafford").out
    assert "Peer challenge forum, BPN Trafford" in out
    assert "Rochdale" not in out
