"""`questions`: what is open, by the day an answer is wanted, and one question in full."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import MADE_UP, REAL, Call

Golden = Callable[[str, str], None]


@pytest.mark.parametrize(("day", "columns"), [("2017-12-01", 80), ("2017-12-01", 40), ("2017-06-01", 80)])
def test_the_screen(call: Call, golden: Golden, day: str, columns: int) -> None:
    answer = call("questions", "-c", REAL, "--on", day, columns=columns)
    assert (answer.code, answer.err) == (0, "")
    golden(f"cli/questions-real-{day}-{columns}.txt", answer.out)


def test_the_made_up_cycle(call: Call, golden: Golden) -> None:
    golden(
        "cli/questions-made-up.txt", call("questions", "-c", MADE_UP, "--on", "2026-11-23", columns=80).out
    )


def test_one_question_in_full(call: Call) -> None:
    answer = call("questions", "january-year", "-c", REAL, "--on", "2017-12-01", columns=80)
    lines = answer.out.splitlines()
    assert lines[0].startswith("january-year: The January forums are printed as January 2017")
    assert "  who         SLI team, by Thursday 23 November 2017" in lines
    assert lines[-2].startswith("  about       forum date (cycles/2017-18.yaml:")
    text = Path(REAL).read_text(encoding="utf-8").splitlines()
    closing = lines[-1].removeprefix("To close it, add `answer` under cycles/2017-18.yaml:").rstrip(".")
    assert text[int(closing) - 1].strip() in ("january-year:", "ask: " + lines[0].partition(": ")[2])
    about = lines[-2].partition(".yaml:")[2].rstrip(")").split(", ")
    assert [text[int(number) - 1].split("TBC ")[1] for number in about] == [
        "Wednesday 10 January 2018", "Thursday 11 January 2018", "Friday 12 January 2018",
    ]  # fmt: skip


def test_a_tbc_nobody_put_as_a_question(call: Call) -> None:
    out = call("questions", "forum chair", "-c", REAL).out
    assert out.startswith("forum chair: ")
    assert "  who         nobody named\n" in out
    assert "To close it, write what is known for its TBC." in out


def test_json(call: Call) -> None:
    found = json.loads(call("questions", "-c", REAL, "--on", "2017-12-01", "--output-format", "json").out)
    assert len(found) == 39
    one = json.loads(call("questions", "january-year", "-c", REAL, "--output-format", "json").out)
    assert one == [item for item in found if item["id"] == "january-year"]
    assert (one[0]["who"], one[0]["by"], one[0]["about"]) == ("sli-team", "2017-11-23", ["forum date"])


def test_a_question_in_capitals(call: Call) -> None:
    asked = ("-c", REAL, "--on", "2017-12-01")
    assert call("questions", "January-Year", *asked) == call("questions", "january-year", *asked)


def test_an_unknown_question(call: Call) -> None:
    answer = call("questions", "janury-year", "-c", REAL)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith("peercycle: no open question is called 'janury-year'\nNearest: january-year")
