"""Wrong usage: a plain sentence on stderr, nothing on stdout, exit code 2."""

from datetime import date
from pathlib import Path

import pytest
import typer

from peercycle.cli import asking
from peercycle.cli.usage import explained
from tests.cli.conftest import REAL, Call


@pytest.mark.parametrize(
    ("arguments", "message", "advice"),
    [
        (("statu",), "there is no command 'statu'", "Nearest: status"),
        (("Status",), "there is no command 'Status'", "Nearest: status"),
        (("xyzzy",), "there is no command 'xyzzy'", "peercycle --help lists them."),
        (("",), "there is no command ''", "peercycle --help lists them."),
        (("--frob",), "peercycle has no option --frob", "Nearest: --on"),
        (("-z",), "peercycle has no option -z", "How it is used: peercycle --help"),
        (("status", "--fro"), "status has no option --fro", "Nearest: --for, --on"),
        (
            ("status", "--frobnicate"),
            "status has no option --frobnicate",
            "How it is used: peercycle status --help",
        ),
        (("status", "--on"), "--on wants a value after it", "How it is used: peercycle status --help"),
        (("--cycle",), "--cycle wants a value after it", "How it is used: peercycle --help"),
        (("status", "--check=1"), "--check takes no value", "How it is used: peercycle status --help"),
        (
            ("status", "--output-format", "xml"),
            "--output-format: one of text, json is wanted",
            "How it is used: peercycle status --help",
        ),
        (
            ("validate", "--output-format", "yaml"),
            "--output-format: one of text, json, github is wanted",
            "How it is used: peercycle validate --help",
        ),
        (
            ("status", "bolton"),
            "status can do nothing with 'bolton'",
            "How it is used: peercycle status --help",
        ),
        (("render",), "KIND is missing", "How it is used: peercycle render --help"),
        (
            ("explain", "a", "b"),
            "explain can do nothing with 'b'",
            "How it is used: peercycle explain --help",
        ),
        (
            ("explain", "wrong-wekday"),
            "no rule is called 'wrong-wekday'",
            "Nearest: wrong-weekday, wrong-type",
        ),
        (("explain", "xyzzy"), "no rule is called 'xyzzy'", "peercycle explain lists them."),
        (
            ("validate", "--ignore", "wrong-wekday", REAL),
            "--ignore: no rule is called 'wrong-wekday'",
            "Nearest: wrong-weekday, wrong-type",
        ),
        (("status", "-c", "nope.yaml"), "nope.yaml: there is no such file", ""),
        (("status", "-c", ""), ".: this is a folder, a cycle file is wanted", ""),
        (("status", "-c", "cycles"), "cycles: this is a folder, a cycle file is wanted", ""),
        (("validate", "nope.yaml"), "nope.yaml: there is no such file", ""),
    ],
)
def test_a_sentence_and_what_to_do(call: Call, arguments: tuple[str, ...], message: str, advice: str) -> None:
    answer = call(*arguments)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.rstrip("\n").split("\n") == [f"peercycle: {message}", *([advice] if advice else [])]


def test_what_is_typed_is_shown_harmless(call: Call) -> None:
    for arguments in (
        ("\x1b[31mred",),
        ("status", "--\x1b[31mred"),
        ("status", "--for", "\u202egnp"),
        ("status", "\x07"),
    ):
        answer = call(*arguments, *(("-c", REAL) if "--for" in arguments else ()))
        assert answer.code == 2
        assert answer.err.replace("\n", "").isprintable()


@pytest.mark.parametrize(
    ("given", "day"),
    [
        ("2017-12-01", "2017-12-01"),
        ("1 December 2017", "2017-12-01"),
        ("Friday 1 December 2017", "2017-12-01"),
        ("  1   December 2017 ", "2017-12-01"),
    ],
)
def test_a_day_as_the_file_writes_it(call: Call, given: str, day: str) -> None:
    for arguments in (
        ("status", "--on", given),
        ("--on", given, "status"),
        ("--on", "2001-01-01", "status", "--on", given),
    ):
        answer = call("-c", REAL, *arguments, "--output-format", "json")
        assert answer.code == 0
        assert f'"on": "{day}"' in answer.out


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ("2017-13-01", "--on: there is no month 13"),
        ("30 February 2018", "--on: February 2018 has 28 days"),
        ("Thursday 1 December 2017", "--on: Thursday 1 December 2017 is not a Thursday"),
        ("December 2017", "--on: 'December 2017' is not one day"),
        ("1 to 3 December 2017", "--on: '1 to 3 December 2017' is not one day"),
        ("TBC 1 December 2017", "--on: 'TBC 1 December 2017' is not one day"),
        ("TBC", "--on: 'TBC' is not one day"),
        ("yesterday", "--on: 'yesterday' is not a date"),
        ("1/12/2017", "--on: '1/12/2017' is not a date"),
        ("", "--on: a date is wanted here"),
    ],
)
def test_a_day_that_is_none(call: Call, given: str, message: str) -> None:
    for arguments in (("status", "--on", given, "-c", REAL), ("--on", given, "-c", REAL, "timeline")):
        answer = call(*arguments)
        assert (answer.code, answer.out) == (2, "")
        assert answer.err.startswith(f"peercycle: {message}")
        assert len(answer.err.splitlines()) == 2


def test_today_unless_a_day_is_given(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    class Clock(date):
        @classmethod
        def today(cls) -> "Clock":
            return cls(2017, 12, 1)

    monkeypatch.setattr(asking, "date", Clock)
    answer = call("status")
    assert answer.err == f"{REAL}, taken as the one running that day\n"
    assert answer.out == call("status", "-c", REAL, "--on", "2017-12-01").out


def test_the_output_says_which_cycle_was_taken(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    assert (
        call("status", "--on", "2030-01-01").err == f"{REAL}, taken as the latest, since none runs that day\n"
    )
    monkeypatch.setenv("PEERCYCLE_CYCLE", REAL)
    assert call("status").err == f"{REAL}, taken from PEERCYCLE_CYCLE\n"
    assert call("status", "-c", REAL).err == call("-c", REAL, "status").err == ""
    monkeypatch.setenv("PEERCYCLE_CYCLE", "nope.yaml")
    assert call("status").err.splitlines() == [
        "peercycle: nope.yaml: there is no such file",
        "This file was taken from PEERCYCLE_CYCLE.",
    ]


def test_the_option_after_the_command_wins(call: Call) -> None:
    made_up = "examples/made-up/cycles/2026-27.yaml"
    assert '"cycle": "2026-27"' in call("-c", REAL, "status", "-c", made_up, "--output-format", "json").out


def test_no_cycle_at_all(call: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert call("status") == (
        2,
        "",
        "peercycle: no cycle file is named, and there is none in cycles/; name one with -c FILE\n",
    )


def test_whatever_else_typer_says_is_passed_on() -> None:
    ending = explained(typer.BadParameter("it is odd", param_hint="'--that'"), "")
    assert (ending.code, ending.message) == (2, "Invalid value for '--that': it is odd")
    assert ending.advice == "How it is used: peercycle --help"
