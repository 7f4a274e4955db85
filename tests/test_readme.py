"""Every `peercycle` command shown in the README is run, in its order, and prints what the README says it prints.

A line of `...` stands for lines left out. What goes to the error output stands before what goes to the other, as on a terminal,
but for the line that says which file was taken, which the README tells of once. `make golden` writes the outputs anew, those with `...` excepted.
"""

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from peercycle.cli.app import run

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)
LEFT_OUT = "..."
TAKEN = ", taken from PEERCYCLE_CYCLE"
DRAWN = re.compile(r"(\d{4}-\d\d-\d\d-)[2-9b-df-hj-np-tv-z]{8}")
"""The id of a record, whose last part is drawn by lot."""
SHELL = ("peercycle ", "mkdir -p ", "cp ", "export ")
"""What the commands of the README begin with that are run."""


class Shown(NamedTuple):
    """A command as the README shows it, with the output below it."""

    command: str
    output: str


def shown(text: str) -> Iterator[Shown]:
    """Yield every command of the console blocks of a text."""
    for block in BLOCK.findall(text):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            yield Shown(command, output.rstrip("\n"))


def agrees(output: str, made: str) -> bool:
    """Whether an output is the one shown, `...` standing for any lines, and an id for any of its day."""
    shown_ids, made_ids = (DRAWN.sub(r"\1drawn", text) for text in (output, made))
    parts = (re.escape(part) for part in re.split(rf"^{re.escape(LEFT_OUT)}$", shown_ids, flags=re.MULTILINE))
    return re.fullmatch(".*".join(parts), made_ids, re.DOTALL) is not None


def execute(words: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Run a command as the shell would."""
    match words:
        case ["peercycle", *arguments]:
            run(arguments)
        case ["mkdir", "-p", folder]:
            Path(folder).mkdir(parents=True, exist_ok=True)
        case ["cp", source, folder]:
            shutil.copy(source, folder)
        case ["export", *assignments]:
            for assignment in assignments:
                name, _, value = assignment.partition("=")
                monkeypatch.setenv(name, value)
        case _:
            pytest.fail(f"no command of the README may be {words}")


def printed(capsys: pytest.CaptureFixture[str]) -> str:
    """Return what a command said: warnings first, without the line that says which file was taken."""
    said = capsys.readouterr()
    warnings = (line for line in said.err.splitlines(keepends=True) if not line.endswith(f"{TAKEN}\n"))
    return "".join((*warnings, said.out))


def test_left_out_lines_stand_for_any() -> None:
    assert agrees("a\n...\nd", "a\nb\nc\nd")
    assert not agrees("a\n...\nd", "a\nb\nc\ne")
    assert agrees("--undo 2026-11-23-k7q2m4td", "--undo 2026-11-23-22222222")
    assert not agrees("--undo 2026-11-23-k7q2m4td", "--undo 2026-11-24-k7q2m4td")


def test_the_readme_shows_what_the_commands_print(
    request: pytest.FixtureRequest,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for folder in ("cycles", "examples"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    text = README.read_text(encoding="utf-8")
    tour = [step for step in shown(text) if step.command.startswith(SHELL)]
    assert len(tour) > 5
    for step in tour:
        execute(shlex.split(step.command), monkeypatch)
        made = printed(capsys).rstrip("\n")
        if agrees(step.output, made):
            continue
        if request.config.getoption("--update-golden") and LEFT_OUT not in step.output.splitlines():
            old = f"{step.output}\n" if step.output else ""
            text = text.replace(f"$ {step.command}\n{old}", f"$ {step.command}\n{made}\n")
            README.write_text(text, encoding="utf-8")
        else:
            assert agrees(step.output, made), f"{step.command}\n{made}"


def test_the_readme_shows_what_is_said_of_the_misprint(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(ROOT / "cycles", tmp_path / "cycles")
    monkeypatch.chdir(tmp_path)
    cycle = Path("cycles/2017-18.yaml")
    text = cycle.read_text(encoding="utf-8")
    assert text.count("TBC Wednesday 10 January 2018") == 1
    cycle.write_text(text.replace("TBC Wednesday 10 January 2018", "10 January 2017"), encoding="utf-8")
    assert run(["validate", str(cycle)]) == 1
    (said,) = (part for part in capsys.readouterr().out.split("\n\n") if "[date-outside-cycle]" in part)
    assert f"```text\n{said}\n```" in README.read_text(encoding="utf-8")


def test_the_cycle_file_in_the_readme_is_sound(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (example,) = re.findall(r"```yaml\n(format: 1\n.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    cycle = tmp_path / "example.yaml"
    cycle.write_text(example, encoding="utf-8")
    assert run(["validate", str(cycle)]) == 0
    assert capsys.readouterr().out == "No errors. 2 questions open (peercycle questions).\n"


def test_what_the_readme_adds_by_hand_is_laid_out_and_refused_without_its_caption(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (notes,) = re.findall(r"```markdown\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    shutil.copytree(ROOT / "examples" / "made-up" / "cycles", tmp_path / "cycles")
    path = tmp_path / "notes" / "agenda" / "forum" / "december" / "cluster-coast.md"
    path.parent.mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    order = [
        "render",
        "agenda",
        "forum/december/cluster-coast",
        "-c",
        "cycles/2026-27.yaml",
        "--on",
        "2026-11-23",
    ]
    for text, code in ((notes, 0), (notes.partition("\n\n")[2], 1)):
        path.write_text(text, encoding="utf-8")
        assert run(order) == code
        said = capsys.readouterr()
        assert ("| Hollinsea | Badges for everybody |" in said.out) is (code == 0)
        assert ("cluster-coast.md:1: a table needs a caption" in said.err) is (code == 1)
