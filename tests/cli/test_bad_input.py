"""Hostile and broken files through the commands, as programs of their own: a sentence with a place, and nothing raw.

On Linux the system holds each run to `SECONDS` of the processor and `MEMORY` bytes.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, Answer, Call
from tests.cli.season import begin

# Measuring coverage slows a program down, and is no program of anyone's.
SECONDS, MEMORY = 20 if "coverage" in sys.modules else 5, 500 * 1024 * 1024
REAL = (ROOT / "cycles" / "2017-18.yaml").read_text(encoding="utf-8")
COMMANDS = (("validate",), ("status",), ("questions",), ("timeline",), ("render", "checklist"))
DAY = ("--on", "2017-12-01")
RAW = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def changed(old: str, new: str) -> str:
    """Return the real cycle with one text replaced."""
    assert old in REAL
    return REAL.replace(old, new, 1)


def bomb() -> str:
    """Return a file whose aliases stand for a milliard of values."""
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    lines += [f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]" for a, b in zip("abcdefgh", "bcdefghi", strict=True)]
    return "\n".join(lines)


REFUSED: dict[str, tuple[str | bytes, str]] = {
    "empty": (b"", ":1:1: error: the file is empty  [unreadable-file]"),
    "binary": (bytes(range(256)) * 400, ":1:1: error: the file holds a NUL character"),
    "a Word file": (b"PK\x03\x04" + bytes(500), ":1:1: error: this is a Word, Excel or zip file"),
    "UTF-16": (REAL.encode("utf-16"), ":1:1: error: the file is written in UTF-16"),
    "Latin-1": (changed("region: North West", "region: Môn").encode("latin-1", "replace"), ":7:10: error: the file is not"),
    "NUL": (changed("region: North West", "region: No\0rth"), ":7:11: error: the file holds a NUL character"),
    "a line of 10 MB": ("format: 1\ntitle: " + "x" * 10_000_000, ":2:1: error: this line is 10,000,007 bytes long"),
    "20 MB of lines": ("# remark\n" * 2_222_222, ":1:1: error: the file has more than 16 MiB"),
    "a million values": ("a:\n" + "- x\n" * 1_000_000, ":1:1: error: the file has more than 500,000 keys"),
    "100,000 brackets": ("a: " + "[" * 100_000, ":1:1: error: this line is 100,003 bytes long"),
    "100,000 brackets on many lines": ("a: " + ("[" * 50 + "\n") * 2000, ":1:44: error: this is nested more than 40"),
    "100,000 closed brackets": ("a: [" + ("[" * 50 + "\n ") * 2000 + "]" * 50, ":1:44: error: this is nested more than 40"),
    "50,000 braces": ("{a:\n" * 50_000, ": error: this is nested more than 40 levels deep  [nested-too-deeply]"),
    "an alias bomb": (bomb(), ":1:4: error: a cycle file has no YAML anchors: '&a'"),
    "a merge key": (changed("authorities:\n", "authorities:\n  <<: *x\n"), ": error: a cycle file has no merge keys: '<<'"),
    "a tag as a value": (
        changed("region: North West", "region: !!python/object/apply:os.system [echo]"),
        ":7:9: error: a cycle file has no YAML tags: '!!python/object/apply:os.system'",
    ),
    "two documents": (REAL + "\n---\n" + REAL, ": error: a second document begins here"),
    "a key twice": (changed("region: North West", "region: A\nregion: B"), ":8:1: error: 'region' stands twice in the file"),
    "100,000 keys twice": (REAL + "region: x\n" * 100_000, ": error: more than 500 faults: reading stopped here"),
    "a misspelt key": (changed("sign-off:", "signoff:"), ": error: an action has no key 'signoff'  [unknown-key]"),
    "escape sequences": (changed("region: North West", "region: \x1b[2J\x1b]0;x\x07"), ":7:9: error: an invisible control"),
    "escape sequences in quotation marks": (changed("region: North West", r'region: "\e[2J"'), ":7:9: error: an invisible"),
    "text turned round": (changed("region: North West", "region: \u202etseW"), ":7:9: error: an invisible control"),
    "a path as an id": (changed("  bury:", "  ../../x:"), ": error: '../../x' cannot be an id"),
    "markup as an id": (changed("  bury:", "  '[bold]<script>{{7*7}}':"), ": error: '[bold]<script>{{7*7}}' cannot be an id"),
    "a template as a value": (changed("region: North West", "region: {{7*7}}"), ": error: a key is one text, not a mapping"),
    "a very long id": (changed("  bury:", f"  {'B' * 1000}:"), "  [malformed-id]"),
    "a very long deadline": (changed("due: Friday 27 October 2017", "due: " + "week of " * 8000), "[malformed-d"),
    "a very long number": (changed("due: Friday 27 October 2017", f"due: {'1' * 60_000}"), ": error: nothing is called '1111"),
    "a year too far": (changed("due: Friday 27 October 2017", "due: winter 9999"), ": error: 9999 cannot be the year"),
    "only a list": ("- a\n- b\n", ":1:1: error: a cycle file consists of keys and values; this one holds a list"),
    "only a text": ("hello\n", ":1:1: error: a cycle file consists of keys and values; this one holds a text"),
    "another program's file": ("on: [push]\njobs: {}\n", ":1:1: error: this is no cycle file: it has no format"),
    "quotation marks": ("a: " + '"' * 60_000, " [yaml-syntax]"),
    "question marks": ("? " * 30_000, ": error: this is nested more than 40 levels deep"),
    "every value a list": (re.sub(r"(?m)^( +[a-z-]+):$", r"\1: [[]]", REAL), " [yaml-syntax]"),
}  # fmt: skip

HARMLESS: dict[str, str | bytes] = {
    "a byte order mark": b"\xef\xbb\xbf" + REAL.encode(),
    "CRLF": REAL.replace("\n", "\r\n"),
    "accents": changed("region: North West", "region: Ynys Môn a'r Gogledd-Orllewin 日本"),
    "comments": "# é\n" + REAL.replace("\n\n", "\n# remark\n\n") + "# the end",
    "%YAML 1.2": "%YAML 1.2\n---\n" + REAL,
    "markup in a text": changed("region: North West", "region: '[bold red]x[/] :tada: {{7*7}} <script>alert(1)</script>'"),
}  # fmt: skip


BOUNDED = f"""
import resource, runpy, sys
resource.setrlimit(resource.RLIMIT_AS, ({MEMORY}, {MEMORY}))
resource.setrlimit(resource.RLIMIT_CPU, ({SECONDS}, {SECONDS}))
runpy.run_module("peercycle", run_name="__main__", alter_sys=True)
"""


def run(folder: Path, *arguments: str) -> Answer:
    """Run peercycle in a folder as a program of its own, held to its bounds."""
    start = ["-c", BOUNDED] if sys.platform == "linux" else ["-m", "peercycle"]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PEERCYCLE_")}
    done = subprocess.run(
        [sys.executable, *start, *arguments], cwd=folder, capture_output=True, timeout=60, check=False,
        env=environment | {"PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip
    return Answer(done.returncode, done.stdout.decode(), done.stderr.decode())


def file(folder: Path, content: str | bytes) -> str:
    """Write a cycle file into a folder of its own and return its path."""
    path = folder / "work" / "cycle.yaml"
    path.parent.mkdir()
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return str(path)


def untouched(folder: Path) -> bool:
    """Whether a folder holds the cycle file and nothing else."""
    return [path.name for path in folder.rglob("*")] == ["work", "cycle.yaml"]


@pytest.mark.parametrize("name", REFUSED)
def test_a_bad_file_gets_a_sentence_with_a_place(name: str, tmp_path: Path) -> None:
    content, sentence = REFUSED[name]
    path = file(tmp_path, content)
    answer = run(tmp_path, "validate", path, *DAY)
    assert (answer.code, answer.err) == (1, "")
    assert sentence in answer.out
    assert answer.out.startswith(f"{path}:")
    assert not RAW.search(answer.out)
    assert len(answer.out) < 250_000
    assert untouched(tmp_path)


@pytest.mark.parametrize("name", REFUSED)
def test_no_command_works_with_a_bad_file(name: str, tmp_path: Path, call: Call) -> None:
    content, sentence = REFUSED[name]
    path = file(tmp_path, content)
    answer = call("status", "-c", path, *DAY)
    assert (answer.code, answer.out) == (1, "")
    assert sentence in answer.err
    assert "nothing was done" in answer.err
    assert not RAW.search(answer.err)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("name", ["empty", "UTF-16", "an alias bomb", "escape sequences", "a path as an id"])
def test_every_command_refuses_it(command: tuple[str, ...], name: str, tmp_path: Path) -> None:
    content, sentence = REFUSED[name]
    path = file(tmp_path, content)
    answer = run(tmp_path, "-c", path, *DAY, *command)
    assert answer.code == 1
    assert sentence in answer.out + answer.err
    assert "Traceback" not in answer.err
    assert not RAW.search(answer.out + answer.err)
    assert untouched(tmp_path)


@pytest.mark.parametrize("name", HARMLESS)
def test_what_is_harmless_is_accepted(name: str, tmp_path: Path) -> None:
    path = file(tmp_path, HARMLESS[name])
    answer = run(tmp_path, "validate", path, *DAY)
    assert (answer.code, answer.err) == (0, "")
    assert "No errors" in answer.out


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_harmless_file_works_everywhere_and_shows_nothing_raw(
    command: tuple[str, ...], tmp_path: Path
) -> None:
    path = file(tmp_path, HARMLESS["markup in a text"])
    answer = run(tmp_path, "-c", path, *DAY, *command)
    assert answer.code == 0
    assert answer.out
    assert not RAW.search(answer.out + answer.err)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_file_that_cannot_be_read_is_wrong_usage(command: tuple[str, ...], tmp_path: Path) -> None:
    for name, sentence in (
        ("nope.yaml", "there is no such file"),
        (".", "this is a folder, a cycle file is wanted"),
    ):
        answer = run(tmp_path, "-c", name, *DAY, *command)
        assert (answer.code, answer.out) == (2, "")
        assert answer.err.startswith(f"peercycle: {name}: {sentence}")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes with names")
def test_a_pipe_that_nobody_writes_to_is_wrong_usage(tmp_path: Path, call: Call) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    sentence = "this is not a file but a pipe to which nobody writes, a cycle file is wanted"
    assert call("status", "-c", str(path), *DAY) == Answer(2, "", f"peercycle: {path}: {sentence}\n")


@pytest.mark.parametrize(
    "command", [("calendar",), ("chase",), ("render", "all"), ("tracker", "export")], ids=" ".join
)
def test_a_file_where_a_folder_is_wanted_is_named(
    command: tuple[str, ...], tmp_path: Path, call: Call
) -> None:
    season = begin(tmp_path, call)
    (tmp_path / "out").write_text("mine", encoding="utf-8")
    for folder in ("out", "out/below"):
        answer = season.run(*command, "--out", str(tmp_path / folder))
        assert answer == Answer(2, "", "peercycle: ~/out: this is a file; a folder is wanted\n")
    assert (tmp_path / "out").read_text(encoding="utf-8") == "mine"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_wrong_usage(tmp_path: Path, call: Call) -> None:
    path = Path(file(tmp_path, REAL))
    path.chmod(0)
    answer = call("validate", str(path))
    assert (answer.code, answer.out, answer.err) == (2, "", f"peercycle: {path}: this file may not be read\n")


@pytest.mark.parametrize("name", ["\x1b[2J.yaml", "\u202e.yaml", "x" * 5000])
def test_the_name_of_a_file_is_shown_cleaned(name: str, tmp_path: Path) -> None:
    answer = run(tmp_path, "validate", name)
    assert (answer.code, answer.out) == (2, "")
    assert not RAW.search(answer.err)
    assert "Traceback" not in answer.err


def test_a_source_outside_the_folder_is_not_opened(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("not to be read", encoding="utf-8")
    text = changed("file: sources/2017-18.txt", "file: ../secret.txt")
    answer = run(tmp_path, "validate", file(tmp_path, text), *DAY)
    assert answer.code == 0
    assert "not to be read" not in answer.out


@pytest.mark.parametrize("form", ["json", "github"])
def test_programs_get_nothing_raw_either(form: str, tmp_path: Path) -> None:
    content, _ = REFUSED["escape sequences"]
    answer = run(tmp_path, "validate", file(tmp_path, content), "--output-format", form)
    assert answer.code == 1
    assert not RAW.search(answer.out)
    assert "[2J" not in answer.out
