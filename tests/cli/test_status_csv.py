"""`status --output-format csv`: the tasks as rows, the same as in the JSON, and nothing a spreadsheet would work out."""

import csv
import json
from io import StringIO
from pathlib import Path

import pytest

from tests.cli.conftest import MADE_UP, REAL, Call
from tests.cli.season import begin


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text)))


@pytest.mark.parametrize(
    ("cycle", "day"), [(MADE_UP, "2026-11-23"), (MADE_UP, "2027-02-01"), (REAL, "2017-12-01")]
)
@pytest.mark.parametrize("only", [(), ("--for", "forum"), ("--for", "submit-self-view")])
def test_it_says_what_the_json_says(call: Call, cycle: str, day: str, only: tuple[str, ...]) -> None:
    asked = ("status", "-c", cycle, "--on", day, *only)
    tasks = json.loads(call(*asked, "--output-format", "json").out)["tasks"]
    found = rows(call(*asked, "--output-format", "csv").out)
    assert len(found) == len(tasks)
    for row, task in zip(found, tasks, strict=True):
        for key in ("id", "action", "authority", "group", "round", "event", "owner", "state", "due", "due_by",
                    "due_text", "done", "sent", "waiting_on", "since"):  # fmt: skip
            assert row[key] == (task[key] or ""), (task["id"], key)
        assert row["days_late"] == ("" if task["days_late"] is None else str(task["days_late"]))
        assert row["blocked_by"] == "; ".join(task["blocked_by"])
        assert row["unsigned"] == "; ".join(task["unsigned"])
        assert row["signed"] == "; ".join(f"{role} {day}" for role, day in task["signed"].items())
        assert (row["suggested"] == "true") == task.get("suggested", False)
        assert (row["tracked"] == "true") == task.get("tracked", True)


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_no_cell_is_a_formula(tmp_path: Path, call: Call, start: str) -> None:
    season = begin(tmp_path, call)
    text = season.cycle.read_text(encoding="utf-8").replace("{name: Orrinshaw,", f'{{name: "{start}SUM(1)",')
    season.cycle.write_text(text, encoding="utf-8")
    out = season.run("status", "--output-format", "csv").out
    owners = {row["owner"] for row in rows(out)}
    assert f"'{start}SUM(1)" in owners
    assert not [cell for row in rows(out) for cell in row.values() if cell.startswith(("=", "+", "-", "@"))]
