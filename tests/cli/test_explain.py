"""`explain`: every rule's page, and the list of all."""

from collections.abc import Callable

import pytest

from peercycle.rules.manual import all_ids
from tests.cli.conftest import Call

Golden = Callable[[str, str], None]


def test_the_list_names_every_rule(call: Call) -> None:
    answer = call("explain", columns=100)
    assert (answer.code, answer.err) == (0, "")
    named = [line.split()[0] for line in answer.out.splitlines() if not line.startswith(" ")]
    assert named == list(all_ids())


@pytest.mark.parametrize("rule", all_ids())
@pytest.mark.parametrize("columns", [40, 80])
def test_every_rule_has_a_page(call: Call, rule: str, columns: int) -> None:
    answer = call("explain", rule, columns=columns)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith(f"{rule} (")
    prose = [line for line in answer.out.splitlines() if not line.startswith("  ")]
    assert [line for line in prose if len(line) > columns and " " in line] == []


@pytest.mark.parametrize("rule", ["unknown-key", "due-range"])
def test_a_page(call: Call, golden: Golden, rule: str) -> None:
    golden(f"cli/explain-{rule}.txt", call("explain", rule, columns=80).out)
