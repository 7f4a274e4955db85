"""What `validate` prints of a file with many faults, and how it closes."""

from collections.abc import Callable
from pathlib import Path
from shutil import copytree
from types import SimpleNamespace
from typing import Any

import pytest

from peercycle.cli.reporting import COUNTED, summary, text_report
from peercycle.diagnostics.fault import Diagnostic, Span
from tests.cli.conftest import ROOT, Call

FAULTS = (
    ("  bury:                      {", "  bolton:                    {"),
    ("lead: trafford}", "lead: Trafford Council, of Stretford}"),
    ("due: Friday 27 October 2017", "due: Thursday 27 October 2017"),
    ("signed off by Lead Member, sent", "signed off by the Lead Member, sent"),
    ("sign-off: [dcs, chief-executive", "signoff: [dcs, chief-executive"),
    ("due: nwadcs-november", "due: nwadcs-novmber"),
    ("            bpn-rochdale: Thursday 14 December 2017\n", ""),
    ("TBC Wednesday 10 January 2018", "10 January 2017"),
    ("TBC Thursday 11 January 2018", "11 January 2017"),
    ("TBC Friday 12 January 2018", "12 January 2017"),
    ("date: TBC March 2018", "date: 30 February 2018"),
)


@pytest.mark.parametrize("columns", [100, 60])
def test_many_faults_of_one_file(
    columns: int,
    call: Call,
    golden: Callable[[str, str], None],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    copytree(ROOT / "cycles", tmp_path / "cycles")
    path = tmp_path / "cycles" / "2017-18.yaml"
    text = path.read_text(encoding="utf-8")
    for right, wrong in FAULTS:
        assert right in text
        text = text.replace(right, wrong, 1)
    path.write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    answer = call("validate", "--on", "2017-11-01", columns=columns)
    assert (answer.code, answer.err) == (1, "")
    golden(f"cli/validate-faults-{columns}.txt", answer.out)


def found(**counts: int) -> list[Diagnostic]:
    """Return so many diagnostics of each severity; `questions` are those that are only counted."""
    item = Diagnostic("a.yaml", Span(1, 1, 1, 2), "some-rule", "info", "wrong", "", "", ())
    severities = {name: item._replace(severity=name) for name in ("error", "warning", "info")}
    severities["questions"] = item._replace(rule=COUNTED, severity="warning")
    return [severities[name] for name, count in counts.items() for _ in range(count)]


def printed(lines: Any) -> list[str]:
    return ["".join(text for text, _ in line) for line in lines]


@pytest.mark.parametrize(
    ("counts", "files", "sentence"),
    [
        ({}, 1, "No errors."),
        ({"warning": 1}, 1, "No errors, 1 warning."),
        ({"warning": 2, "info": 1}, 1, "No errors, 2 warnings, 1 remark."),
        (
            {"warning": 1, "questions": 39},
            1,
            "No errors, 1 warning. 39 questions open (peercycle questions).",
        ),
        ({"questions": 1}, 2, "No errors in 2 files. 1 question open (peercycle questions)."),
        ({"error": 1}, 1, "1 error. Until the errors are gone, no other command uses this file."),
        (
            {"error": 12, "warning": 2},
            2,
            "12 errors and 2 warnings in 2 files. Until the errors are gone, no other command uses these files.",
        ),
        (
            {"error": 2, "warning": 1, "info": 3},
            1,
            "2 errors, 1 warning and 3 remarks. Until the errors are gone, no other command uses this file.",
        ),
    ],
)
def test_the_closing_sentence(counts: dict[str, int], files: int, sentence: str) -> None:
    opened: Any = [SimpleNamespace()] * files
    first, *rest = printed(summary(found(**counts), opened, 120))
    assert first == sentence
    assert rest == (["One rule at length: peercycle explain some-rule"] if "error" in counts else [])


def test_questions_are_counted_and_not_shown() -> None:
    lines = printed(text_report(found(error=1, questions=5), {"a.yaml": "a: b", "b.yaml": ""}))
    assert lines == ["a.yaml:1:1: error: wrong  [some-rule]", " 1 | a: b", "   | ^", ""]
