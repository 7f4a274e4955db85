"""`validate`: which files, which exit code, which format."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import MADE_UP, REAL, ROOT, Call


@pytest.fixture
def faulty(tmp_path: Path) -> str:
    """Return a copy of the made-up cycle with the wrong weekday for the self-view, and a misspelt key."""
    text = (ROOT / MADE_UP).read_text(encoding="utf-8")
    assert "Friday 16 October 2026" in text
    path = tmp_path / "faulty.yaml"
    path.write_text(
        text.replace("Friday 16 October 2026", "Monday 16 October 2026", 1).replace(
            "sign-off:", "signoff:", 1
        ),
        encoding="utf-8",
    )
    return str(path)


def rules(out: str) -> set[str]:
    return {item["rule"] for item in json.loads(out)}


def test_the_shipped_cycles_have_no_errors(call: Call) -> None:
    for arguments in ((), (REAL,), (MADE_UP,), (REAL, MADE_UP), ("-c", MADE_UP)):
        answer = call("validate", "--on", "2017-12-01", *arguments)
        assert (answer.code, answer.err) == (0, "")
        assert "No errors" in answer.out


def test_all_faults_of_all_files_in_one_run(call: Call, faulty: str) -> None:
    answer = call("validate", faulty, REAL, "--on", "2026-11-23", columns=100)
    assert (answer.code, answer.err) == (1, "")
    assert f"{faulty}:" in answer.out
    assert "[wrong-weekday]" in answer.out
    assert "[unknown-key]" in answer.out
    assert "2 errors" in answer.out.splitlines()[-2] + answer.out.splitlines()[-3]
    assert answer.out.splitlines()[-1].startswith("One rule at length: peercycle explain ")


def test_formats(call: Call, faulty: str) -> None:
    answer = call("validate", faulty, "--output-format", "json", "--on", "2026-11-23")
    assert answer.code == 1
    found = json.loads(answer.out)
    assert list(found[0])[:9] == [
        "file", "line", "column", "end_line", "end_column", "rule", "severity", "message", "hint",
    ]  # fmt: skip
    assert {"wrong-weekday", "unknown-key"} <= rules(answer.out)
    github = call("validate", faulty, "--output-format", "github", "--on", "2026-11-23")
    assert github.code == 1
    assert all(line.startswith(("::error ", "::warning ", "::notice ")) for line in github.out.splitlines())


def test_a_rule_left_out(call: Call, faulty: str) -> None:
    one = call(
        "validate", faulty, "--ignore", "wrong-weekday", "--output-format", "json", "--on", "2026-11-23"
    )
    assert one.code == 1
    assert "wrong-weekday" not in rules(one.out)
    ignored = ("--ignore", "wrong-weekday", "--ignore", "unknown-key")
    both = call("validate", faulty, *ignored, "--output-format", "json", "--on", "2026-11-23")
    assert both.code == 0
    assert "unknown-key" not in rules(both.out)


def test_strict_fails_for_a_warning(call: Call) -> None:
    plain = call("validate", REAL, "--on", "2017-12-01", "--output-format", "json")
    severities = {item["severity"] for item in json.loads(plain.out)}
    assert "error" not in severities
    assert "warning" in severities
    assert plain.code == 0
    strict = call("validate", REAL, "--on", "2017-12-01", "--output-format", "json", "--strict")
    assert (strict.code, strict.out) == (1, plain.out)


def test_a_file_that_is_not_there_does_not_hide_the_others(call: Call, faulty: str) -> None:
    answer = call("validate", "nope.yaml", faulty)
    assert answer.code == 2
    assert "[wrong-weekday]" in answer.out
    assert answer.err == "peercycle: nope.yaml: there is no such file\n"


def test_the_default_is_every_file_in_cycles(
    call: Call, faulty: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    nothing = call("validate")
    assert (nothing.code, nothing.out) == (2, "")
    assert nothing.err.startswith("peercycle: no file is named, and there is none in cycles/\n")
    monkeypatch.setenv("PEERCYCLE_CYCLE", faulty)
    assert call("validate").code == 1
    (tmp_path / "cycles").mkdir()
    (tmp_path / "cycles" / "good.yaml").write_bytes((ROOT / MADE_UP).read_bytes())
    assert call("validate").code == 0
    assert call("-c", faulty, "validate").code == 1
    assert call("validate", "cycles/good.yaml", "cycles/good.yaml").code == 0


@pytest.mark.parametrize("command", [("status",), ("timeline",), ("questions",), ("render", "checklist")])
def test_no_other_command_uses_a_file_with_errors(call: Call, faulty: str, command: tuple[str, ...]) -> None:
    answer = call(*command, "-c", faulty, "--on", "2026-11-23")
    assert (answer.code, answer.out) == (1, "")
    assert "[wrong-weekday]" in answer.err
    assert f"{faulty} has 2 errors; nothing was done." in answer.err
    assert answer.err.endswith(f"Mend the file first: peercycle validate {faulty}\n")
