"""Every system call of an append made to fail, and the program killed at each: nothing acknowledged is lost."""

import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from peercycle.progress.append import append
from tests.progress.made import ids, line, log_of

CHILD = Path(__file__).with_name("child.py")
BEFORE = {"no log": b"", "a sound log": f"{line('a')}\n{line('b')}\n".encode(), "a torn log": f"{line('a')}\n{line('b')}\n{line('x')[:50]}".encode() + b"\0\0"}  # fmt: skip
FILLING = ("openat", "write", "fsync", "ftruncate")
"""The calls that can find the disk full."""
MAY_BE = "this may be recorded or not"


def traced(folder: Path, *inject: str) -> tuple[subprocess.CompletedProcess[str], list[str]]:
    """Run an append of one record under strace; return how it went, and the calls about the log, its lock and folder."""
    log = folder / "2026-27.progress.jsonl"
    only = [part for path in (log, folder / ".2026-27.progress.lock", folder) for part in ("-P", str(path))]
    command = [
        "strace",
        "-qq",
        "-o",
        str(folder.parent / "calls"),
        *only,
        *(part for each in inject for part in ("-e", each)),
    ]
    done = subprocess.run([*command, sys.executable, str(CHILD), str(log), line("new")], capture_output=True, text=True, check=False)  # fmt: skip
    return done, re.findall(r"^(\w+)\(", (folder.parent / "calls").read_text(encoding="utf-8"), re.MULTILINE)


def calls(tmp_path: Path, before: bytes) -> list[tuple[str, int]]:
    """Return every call of an append: its name, and the how manieth of that name it is."""
    _, made = traced(folder_with(tmp_path, before))
    counted: Counter[str] = Counter()
    found = []
    for name in made:
        counted[name] += 1
        found.append((name, counted[name]))
    return found


def folder_with(tmp_path: Path, before: bytes) -> Path:
    """Return a folder that holds a log, made anew; no log where there is nothing before."""
    folder = tmp_path / "cycles"
    folder.mkdir(exist_ok=True)
    for path in folder.iterdir():
        path.unlink()
    if before:
        (folder / "2026-27.progress.jsonl").write_bytes(before)
    return folder


def check(folder: Path, before: bytes, said: str, where: object) -> None:
    """Check that all of before is there and what was acknowledged, that nothing is that was refused, and go on."""
    log = folder / "2026-27.progress.jsonl"
    held = log_of(log.read_bytes() if log.exists() else b"")
    old = ids(log_of(before))
    expected = {"ok": [f"{old} new"], "no": [old], "": [old, f"{old} new"]}[
        "" if MAY_BE in said else said[:2]
    ]
    assert ids(held) in [each.strip() for each in expected], where
    append(log, [line("next")])
    assert ids(log_of(log.read_bytes())) == f"{ids(held)} next".strip(), where


@pytest.mark.strace
@pytest.mark.parametrize("before", BEFORE.values(), ids=BEFORE)
@pytest.mark.parametrize("error", ["EIO", "ENOSPC"])
def test_a_call_that_fails(before: bytes, error: str, tmp_path: Path) -> None:
    made = calls(tmp_path, before)
    assert {"openat", "write", "fsync", "close"} <= {name for name, _ in made}
    if error == "ENOSPC":
        made = [(name, number) for name, number in made if name in FILLING]
    refused = 0
    for name, number in made:
        folder = folder_with(tmp_path, before)
        done, _ = traced(folder, f"inject={name}:error={error}:when={number}")
        assert done.stderr == "", (name, number)
        assert re.fullmatch(r"ok\n|no .*: nothing was recorded: .*\n", done.stdout), (
            name,
            number,
            done.stdout,
        )
        refused += done.returncode == 2
        check(folder, before, done.stdout, (name, number))
    assert refused >= 4


@pytest.mark.strace
@pytest.mark.parametrize("before", BEFORE.values(), ids=BEFORE)
def test_killed_at_each_call(before: bytes, tmp_path: Path) -> None:
    made = calls(tmp_path, before)
    for name, number in made:
        folder = folder_with(tmp_path, before)
        done, _ = traced(folder, f"inject={name}:signal=KILL:when={number}")
        assert done.returncode == -9
        assert done.stdout == ""
        check(folder, before, "", (name, number))


@pytest.mark.strace
@pytest.mark.parametrize("failing", ["write", "fsync"])
def test_a_write_that_fails_and_cannot_be_taken_back(failing: str, tmp_path: Path) -> None:
    before = BEFORE["a sound log"]
    folder = folder_with(tmp_path, before)
    done, _ = traced(folder, f"inject={failing}:error=EIO:when=1+", "inject=ftruncate:error=EIO:when=1+")
    assert done.returncode == 2
    assert f"{MAY_BE}, see peercycle history: the log cannot be written (input/output error), then the log" in done.stdout  # fmt: skip
    check(folder, before, done.stdout, failing)


@pytest.mark.strace
def test_a_log_that_never_comes_back_from_being_full_is_as_it_was(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, BEFORE["a sound log"])
    done, _ = traced(folder, "inject=write:error=ENOSPC:when=1+")
    assert done.stdout == f"no {folder}/2026-27.progress.jsonl: nothing was recorded: the disk is full\n"
    assert (folder / "2026-27.progress.jsonl").read_bytes() == BEFORE["a sound log"]
