"""`history`: what was recorded, in the order in which it happened, filtered, and with what was taken back."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tests.cli.season import Season, begin

Golden = Callable[[str, str | bytes], None]


@pytest.fixture
def season(tmp_path: Path, call: Call, monkeypatch: pytest.MonkeyPatch) -> Season:
    monkeypatch.setenv("PEERCYCLE_BY", "the coordinator")
    return begin(tmp_path, call)


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("orrinshaw", ["--for", "orrinshaw"]),
        ("chased", ["--what", "chased"]),
        ("november", ["--since", "2026-11-01", "--until", "2026-11-05"]),
        ("cluster-moor", ["--for", "cluster-moor", "--until", "9 October 2026"]),
        ("performance-meeting", ["--for", "performance-meeting"]),
    ],
)
def test_what_is_picked(season: Season, golden: Golden, name: str, options: list[str]) -> None:
    answer = season.call("history", *options, "-c", str(season.cycle), columns=80)
    assert (answer.code, answer.err) == (0, "")
    golden(f"cli/history-{name}.txt", answer.out)


def test_every_line_but_what_takes_back_is_told_once_in_order(season: Season) -> None:
    answer = season.call("history", "--output-format", "json", "-c", str(season.cycle))
    told = json.loads(answer.out)
    in_log = {record["id"]: record for record in season.records()}
    assert sorted(record["id"] for record in told) == sorted(
        key for key, record in in_log.items() if record["what"] != "undone"
    )
    assert [record["date"] for record in told] == sorted(record["date"] for record in told)
    undone = {record["undoes"]: key for key, record in in_log.items() if record["what"] == "undone"}
    for record in told:
        assert record.pop("undone_by") == undone.get(record["id"])
        assert record == in_log[record["id"]]


def test_one_record_in_full(season: Season) -> None:
    season.run(
        "confirm", "forum/december/cluster-coast", "--room", "The Boat House", "--note", "It has a lift"
    )
    changed = season.records()[-1]["id"]
    lines = season.run("history", changed).out.splitlines()
    assert lines[0] == "2026-11-23-drawn"
    assert lines[2:] == [
        "  happened    Monday 23 November 2026",
        lines[3],
        "  changed     phases/forums/events/forum/room/december/cluster-coast: The Pavilion -> The Boat House",
        "  note        It has a lift",
    ]
    assert lines[3].startswith("  written     ")
    assert lines[3].endswith(" by the coordinator")


def test_all_of_one_command_by_what_they_share(season: Season) -> None:
    season.run("record", "issue-questions", "cobblewick", "hollinsea", "--sent")
    shared = season.records()[-1]["id"].rpartition("-")[0]
    out = season.run("history", shared).out
    assert out.count("issue-questions sent") == 2


def test_what_is_taken_back_says_by_whom_and_why(season: Season) -> None:
    season.run("record", "issue-questions", "cobblewick", "--sent")
    season.run("record", "--undo", season.records()[-1]["id"], "--note", "Too soon", "--by", "the chair")
    out = season.run("history", "--for", "cobblewick", "--since", "2026-11-23").out
    assert "Cobblewick, issue-questions sent; taken back by the chair (Too soon)" in out


def test_who_wrote_it(season: Season) -> None:
    season.run("record", "issue-questions", "cobblewick", "--sent", "--by", "The Chair")
    assert season.run("history", "--by", "the chair").out.splitlines()[-1].startswith("1 of 137 records.")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--what", "send"], "--what: no record is called 'send'\nNearest: sent"),
        (["--for", "orinshaw"], "nothing in this cycle is called 'orinshaw'\nNearest: orrinshaw"),
        (["--since", "soon"], "--since: "),
        (
            ["nothing-like-it"],
            "nothing is recorded under 'nothing-like-it'\npeercycle history shows the ids.",
        ),
    ],
)
def test_what_cannot_be_picked(season: Season, options: list[str], said: str) -> None:
    answer = season.run("history", *options)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith(f"peercycle: {said}")


def test_nothing_recorded_and_none_of_that_kind(tmp_path: Path, call: Call) -> None:
    season = begin(tmp_path, call, log=False)
    assert season.run("history").out == "Nothing is recorded yet.\n"
    assert season.run("history", "--output-format", "json").out == "[]\n"
    season.run("record", "send-template", "--sent", "--by", "x")
    assert season.run("history", "--what", "held").out == "None of the 1 record is of that kind.\n"
