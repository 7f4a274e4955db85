"""The help of the program and of each command; what it shows as an example runs as it stands."""

import shlex
import shutil
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

import pytest

import peercycle
from peercycle.cli.app import COMMANDS
from tests.cli.conftest import MADE_UP, REAL, ROOT, Call

Golden = Callable[[str, str], None]
NAMES = [name for section in COMMANDS.values() for name in section]
PARTS = [("tracker", "export"), ("tracker", "import"), ("templates", "check")]


def examples() -> Iterator[str]:
    """Yield every example of every command's help."""
    for name in NAMES:
        text: str = import_module(f"peercycle.cli.commands.{name}").EXAMPLES
        lines = text.partition("Examples:\n")[2].splitlines()
        yield from (line.strip() for line in lines if line.strip())


def test_the_program(call: Call, golden: Golden) -> None:
    answer = call("--help", columns=80)
    assert (answer.code, answer.err) == (0, "")
    golden("cli/help.txt", answer.out)
    for others in ((), ("-h",), ("--on", "2017-12-01")):
        assert call(*others, columns=80) == answer


@pytest.mark.parametrize("name", NAMES)
def test_a_command(call: Call, golden: Golden, name: str) -> None:
    answer = call(name, "--help", columns=80)
    assert (answer.code, answer.err) == (0, "")
    golden(f"cli/help-{name}.txt", answer.out)
    assert call(name, "-h", columns=80) == answer
    if name not in dict(PARTS):
        assert call(name, "anything", "--help", columns=80) == answer


@pytest.mark.parametrize("part", PARTS, ids=" ".join)
def test_a_part_of_a_command(call: Call, golden: Golden, part: tuple[str, str]) -> None:
    answer = call(*part, "--help", columns=80)
    assert (answer.code, answer.err) == (0, "")
    golden(f"cli/help-{'-'.join(part)}.txt", answer.out)
    assert call(*part, "-h", columns=80) == answer
    assert call(*part, "anything", "--help", columns=80) == answer


def test_a_command_of_parts_alone_shows_its_help(call: Call) -> None:
    assert call("tracker", columns=80) == call("tracker", "--help", columns=80)
    modules = {name: import_module(f"peercycle.cli.commands.{name}") for name in NAMES}
    assert [(name, part) for name in NAMES for part in getattr(modules[name], "PARTS", ())] == PARTS


def test_in_colour(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("COLORTERM", raising=False)
    out = call("--help", columns=80).out
    assert "\x1b[1mAsk\x1b[0m\n\x1b[36m  status" in out
    assert "\x1b[1mExamples\x1b[0m\n" in call("status", "--help", columns=80).out


def test_the_version(call: Call) -> None:
    assert call("--version") == (0, f"peercycle {peercycle.__version__}\n", "")


@pytest.mark.parametrize("name", NAMES)
def test_every_command_has_a_file_and_examples(name: str) -> None:
    assert (ROOT / "src/peercycle/cli/commands" / f"{name}.py").is_file()
    assert any(shlex.split(line, comments=True)[1] == name for line in examples())


def test_every_file_is_a_command() -> None:
    files = {path.stem for path in (ROOT / "src/peercycle/cli/commands").glob("*.py")} - {"__init__"}
    assert files == set(NAMES)


@pytest.mark.parametrize("line", list(examples()))
def test_an_example_runs_as_it_stands(call: Call, line: str, tmp_path: Path) -> None:
    program, *arguments = shlex.split(line, comments=True)
    assert program == "peercycle"
    if "--out" in arguments:
        arguments[arguments.index("--out") + 1] = str(tmp_path / "out")
    if arguments[:2] == ["tracker", "import"]:
        call("tracker", "export", "-c", MADE_UP, "--on", "2026-12-21", "--out", str(tmp_path / "outbox"))
        arguments[2] = str(tmp_path / arguments[2])
    if arguments[0] in {
        *COMMANDS["Write down"],
        "chase",
        "tracker",
    }:  # on a copy of the made-up cycle, and on a day within it
        shutil.copytree((ROOT / MADE_UP).parent, tmp_path / "cycles")
        arguments += ["-c", str(tmp_path / "cycles" / "2026-27.yaml"), "--on", "2026-12-21"]
    if arguments[0] in ("render", "calendar"):  # what is published is kept beside the cycle file
        (tmp_path / "cycles").mkdir()
        shutil.copy(ROOT / REAL, tmp_path / "cycles")
        arguments += ["-c", str(tmp_path / "cycles" / "2017-18.yaml")]
    if "--next" in arguments:  # the shipped cycle is over today, and has no next meeting
        arguments += ["--on", "2017-12-01"]
    answer = call(*arguments)
    assert answer.code == (1 if "--check" in arguments or "--strict" in arguments else 0), answer.err
    assert answer.out
