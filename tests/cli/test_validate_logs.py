"""`validate` with logs: faults of the log after those of its cycle file, in every form, and each with its manual page."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tests.cli.season import Season, begin

Golden = Callable[[str, str | bytes], None]
BAD = (
    '{"id": "a", "at": "2026-10-16T09:00:00.000+01:00", "by": "x", "what": "sent", "action": "submit-selfview", '
    '"authority": "quillmere", "date": "2026-10-16"}\n'
    '{"id": "b", "at": "2026-10-16T09:00:00.000+01:00", "by": "x", "what": "sent"\n'
    '{"id": "c", "at": "2026-10-16T09:00:00.000+01:00", "by": "x", "what": "held", "event": "network-november"}\n'
)


@pytest.fixture
def season(tmp_path: Path, call: Call) -> Season:
    return begin(tmp_path, call)


@pytest.fixture
def here(season: Season) -> Season:
    """Return the season with its log spoilt."""
    season.log.write_text(BAD, encoding="utf-8")
    return season


def test_the_faults_of_a_log_are_told_with_their_lines(here: Season, golden: Golden) -> None:
    answer = here.call("validate", str(here.cycle), columns=100)
    assert (answer.code, answer.err) == (0, "")
    folder = f"{here.folder}/cycles/"
    golden("cli/validate-log.txt", answer.out.replace(folder, ""))


def test_warnings_fail_only_where_they_are_to(here: Season) -> None:
    assert here.call("validate", "--strict", str(here.cycle)).code == 1
    rules = ("unknown-action", "torn-log", "malformed-record")
    ignored = [word for rule in rules for word in ("--ignore", rule)]
    answer = here.call("validate", "--strict", *ignored, str(here.cycle))
    assert (answer.code, answer.out) == (0, "No errors. 1 question open (peercycle questions).\n")


def test_as_json_and_for_github(here: Season) -> None:
    found = json.loads(here.call("validate", str(here.cycle), "--output-format", "json").out)
    of_log = [item for item in found if item["file"].endswith(".progress.jsonl")]
    assert [(item["line"], item["column"], item["rule"], item["place"]) for item in of_log] == [
        (1, 90, "unknown-action", "1/action"),
        (2, 1, "torn-log", "2"),
        (3, 1, "malformed-record", "3"),
    ]
    lines = here.call("validate", str(here.cycle), "--output-format", "github").out.splitlines()
    assert [line for line in lines if "progress.jsonl,line=1,endLine=1,col=90" in line]


def test_a_log_named_itself_stands_for_its_cycle(here: Season) -> None:
    by_log, by_cycle = (here.call("validate", str(path)).out for path in (here.log, here.cycle))
    assert by_log == by_cycle


def test_a_file_with_errors_has_its_log_read_all_the_same(here: Season) -> None:
    text = here.cycle.read_text(encoding="utf-8").replace("Friday 16 October 2026", "Monday 16 October 2026")
    here.cycle.write_text(text, encoding="utf-8")
    answer = here.call("validate", str(here.cycle), "--output-format", "json")
    assert answer.code == 1
    rules = [item["rule"] for item in json.loads(answer.out)]
    assert "torn-log" in rules
    assert "unknown-action" not in rules


def test_other_commands_say_that_something_is_not_read(here: Season) -> None:
    answer = here.call("status", "-c", str(here.cycle), "--on", "2026-11-23")
    assert answer.code == 0
    assert answer.err.endswith("cannot be read; peercycle validate says which and why\n")
    assert answer.err.startswith("2 lines of ")


def test_a_folder_in_the_place_of_the_log(season: Season) -> None:
    season.log.unlink()
    season.log.mkdir()
    answer = season.call("validate", str(season.cycle))
    assert answer.code == 2
    assert "this is a folder, a progress log is wanted" in answer.err


@pytest.mark.parametrize("rule", ["unknown-action", "torn-log", "record-out-of-order"])
def test_the_page_of_a_rule_for_logs(call: Call, rule: str) -> None:
    answer = call("explain", rule)
    assert answer.code == 0
    assert answer.out.startswith(f"{rule} (warning)\n")
