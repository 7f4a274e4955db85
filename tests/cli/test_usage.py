"""Wrong usage: a plain sentence on stderr, nothing on stdout, exit code 2."""

from datetime import date
from pathlib import Path

import pytest
import typer

from peercycle.cli import asking
from peercycle.cli.usage import explained
from tests.cli.conftest import REAL, ROOT, Call

ONE_DAY = "Write one day, as in: --on 2017-12-01, or --on '1 December 2017'."


@pytest.mark.parametrize(
    ("arguments", "message", "advice"),
    [
        (("statu",), "there is no command 'statu'", "Nearest: status"),
        (("Status",), "there is no command 'Status'", "Nearest: status, templates"),
        (("xyzzy",), "there is no command 'xyzzy'", "peercycle --help lists them."),
        (("",), "there is no command ''", "peercycle --help lists them."),
        (("help",), "there is no command 'help'", "Help: peercycle --help, or peercycle COMMAND --help"),
        (
            ("Help", "status"),
            "there is no command 'Help'",
            "Help: peercycle --help, or peercycle COMMAND --help",
        ),
        (
            ("render", "all", "--format", "html"),
            "render has no option --format",
            "Nearest: --to",
        ),
        (("render", "all", "-f", "html"), "render has no option -f", "Nearest: --to"),
        (
            ("status", "--format", "csv"),
            "status has no option --format",
            "Nearest: --for, --output-format",
        ),
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
            "--output-format: one of text, json, csv is wanted",
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
        (
            ("status", REAL),
            f"status can do nothing with '{REAL}'",
            f"A cycle file is named with -c: peercycle status -c {REAL}",
        ),
        (
            ("timeline", "copy of x.yml", "y.yaml"),
            "timeline can do nothing with 'copy of x.yml y.yaml'",
            'A cycle file is named with -c: peercycle timeline -c "copy of x.yml"',
        ),
        (
            ("status", r"cycles\2017-18", "b"),
            r"status can do nothing with 'cycles\2017-18 b'",
            r"A cycle file is named with -c: peercycle status -c cycles\2017-18",
        ),
        (
            ("explain", "a", "b/c.yaml"),
            "explain can do nothing with 'b/c.yaml'",
            "How it is used: peercycle explain --help",
        ),
        (
            ("questions", REAL, "-c", REAL),
            f"no open question is called '{REAL}'",
            f"A cycle file is named with -c: peercycle questions -c {REAL}",
        ),
        (
            ("status", "--for", "bolton", "--for", "bury", "-c", REAL),
            "--for takes one id",
            "Ask for one after the other.",
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
        (("status", "-c", "x" * 300), f"{'x' * 300}: cannot be read (file name too long)", ""),
        (("validate", "nope.yaml"), "nope.yaml: there is no such file", ""),
        (
            ("status", "-c", "cycles/2017-18.yml"),
            f"{Path('cycles/2017-18.yml')}: there is no such file",
            f"Did you mean {Path(REAL)}?",
        ),
        (
            ("validate", "cycles/2017-81.yaml"),
            f"{Path('cycles/2017-81.yaml')}: there is no such file",
            f"Did you mean {Path(REAL)}?",
        ),
        (
            ("validate", "cycles", "cycles"),
            "cycles: this is a folder, a cycle file is wanted",
            "Without a file, peercycle validate takes every file in cycles/.",
        ),
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
    ("given", "message", "advice"),
    [
        (
            "2017-13-01", "there is no month 13",
            "Month and day may be the wrong way round: Friday 13 January 2017.",
        ),
        (
            "30 February 2018", "February 2018 has 28 days, so there is no '30 February 2018'",
            "Write Wednesday 28 February 2018 or Thursday 1 March 2018.",
        ),
        ("1 December 9999", "9999 cannot be the year of a cycle", "A year lies between 1900 and 2199."),
        (
            "Thursday 1 December 2017", "Thursday 1 December 2017 is not a Thursday",
            "Write Friday 1 December 2017, or another day.",
        ),
        ("December 2017", "'December 2017' is not one day", ONE_DAY),
        ("1 to 3 December 2017", "'1 to 3 December 2017' is not one day", ONE_DAY),
        ("TBC 1 December 2017", "'TBC 1 December 2017' is not one day", ONE_DAY),
        ("TBC", "'TBC' is not one day", ONE_DAY),
        ("tbc", "'tbc' is not a date", ONE_DAY),
        ("Dec 2017", "'Dec 2017' is not a date", ONE_DAY),
        ("yesterday", "'yesterday' is not a date", ONE_DAY),
        ("", "a date is wanted here", ONE_DAY),
        ("1/12/2017", "'1/12/2017' is not a date", "Write Friday 1 December 2017."),
        ("1 Dec 2017 5pm", "'1 Dec 2017 5pm' is not a date", "Write Friday 1 December 2017."),
        (
            "Monday 1 Dec 2017", "'Monday 1 Dec 2017' is not a date",
            "Write Friday 1 December 2017, or Monday 4 December 2017 if the weekday is right.",
        ),
    ],
)  # fmt: skip
def test_a_day_that_is_none(call: Call, given: str, message: str, advice: str) -> None:
    for arguments in (("status", "--on", given, "-c", REAL), ("--on", given, "-c", REAL, "timeline")):
        answer = call(*arguments)
        assert (answer.code, answer.out) == (2, "")
        assert answer.err == f"peercycle: --on: {message}\n{advice}\n"


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


def test_a_copy_beside_the_cycle_is_not_taken_in_silence(
    call: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("cycles").mkdir()
    for name in ("2017-18.yaml", "copy of 2017-18.yaml"):
        Path("cycles", name).write_bytes((ROOT / REAL).read_bytes())
    first, second = Path(REAL), Path("cycles/copy of 2017-18.yaml")
    for day in ("2017-12-01", "2030-01-01"):
        assert call("status", "--on", day) == (
            2, "", f"peercycle: two files give the cycle 2017-18: {first} and {second}; name one with -c\n",
        )  # fmt: skip
    assert call("status", "-c", REAL, "--on", "2017-12-01").code == 0


def test_a_file_of_the_environment_that_is_nearly_there(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PEERCYCLE_CYCLE", "2017-18.yaml")
    assert call("status").err.splitlines() == [
        "peercycle: 2017-18.yaml: there is no such file",
        f"This file was taken from PEERCYCLE_CYCLE. Did you mean {Path(REAL)}?",
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
