"""Diagnostics for programs, word for word as other programs rely on them."""

import json

import pytest

from peercycle.diagnostics.fault import Diagnostic, Related, Severity, Span
from peercycle.diagnostics.outputs import as_github, as_json

FOUND = Diagnostic(
    "cycles/2017-18.yaml", Span(374, 40, 374, 55), "date-outside-cycle", "error", "10 January 2017 is before the cycle",
    "Write 2018.", "phases/challenge/events/forum/date", (Related(Span(72, 5, 72, 9), "round 'january'"),),
    "did you mean 2018?",
)  # fmt: skip


def test_a_diagnostic_in_json_is_as_the_contract_has_it() -> None:
    assert (
        as_json([FOUND])
        == """\
[
  {"file": "cycles/2017-18.yaml", "line": 374, "column": 40, "end_line": 374, "end_column": 55, \
"rule": "date-outside-cycle", "severity": "error", "message": "10 January 2017 is before the cycle", \
"hint": "did you mean 2018? Write 2018.", "place": "phases/challenge/events/forum/date", \
"related": [{"line": 72, "column": 5, "message": "round 'january'"}]}
]"""
    )


def test_nothing_found_is_an_empty_array() -> None:
    assert json.loads(as_json([])) == []
    assert as_github([]) == ""


@pytest.mark.parametrize(
    ("note", "hint", "told"),
    [
        ("", "", ""),
        ("first here", "", "first here"),
        ("", "Write it.", "Write it."),
        ("and again here", "Take it out.", "and again here. Take it out."),
        ("did you mean due?", "Write due.", "did you mean due? Write due."),
    ],
)
def test_programs_find_the_note_in_the_hint(note: str, hint: str, told: str) -> None:
    (item,) = json.loads(as_json([FOUND._replace(note=note, hint=hint)]))
    assert item["hint"] == told


def test_json_is_ascii_and_steers_no_terminal() -> None:
    made = as_json([FOUND._replace(message="\x1b[31m \u202e é")])
    assert made.isascii()
    assert "\x1b" not in made
    assert json.loads(made)[0]["message"] == "\x1b[31m \u202e é"


def test_a_command_for_github() -> None:
    assert as_github([FOUND]) == (
        "::error file=cycles/2017-18.yaml,line=374,endLine=374,col=40,endColumn=55,title=date-outside-cycle"
        "::10 January 2017 is before the cycle%0Adid you mean 2018? Write 2018."
    )


@pytest.mark.parametrize(
    ("severity", "command"), [("error", "error"), ("warning", "warning"), ("info", "notice")]
)
def test_github_knows_three_severities(severity: Severity, command: str) -> None:
    assert as_github([FOUND._replace(severity=severity)]).startswith(f"::{command} file=")


def test_columns_are_left_out_where_a_fault_has_several_lines() -> None:
    made = as_github([FOUND._replace(span=Span(3, 1, 5, 2), note="", hint="")])
    assert (
        made
        == "::error file=cycles/2017-18.yaml,line=3,endLine=5,title=date-outside-cycle::10 January 2017 is before the cycle"
    )


def test_nothing_in_a_file_can_speak_to_github() -> None:
    made = as_github(
        [FOUND._replace(file="a,b:c%.yaml", message="x\n::error::\r50% \x1b[31m", note="", hint="")]
    )
    assert "\n" not in made
    assert "file=a%2Cb%3Ac%25.yaml," in made
    assert made.endswith("::x ::error:: 50%25 \\x1b[31m")
