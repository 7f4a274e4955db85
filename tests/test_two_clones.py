"""Two people record in two clones of one repository: git merges, nothing is lost or doubled, and both see the same."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
CYCLE = "cycles/2026-27.yaml"
LOG = "cycles/2026-27.progress.jsonl"
ON = ("-c", CYCLE, "--on", "2026-11-23")

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")


def surroundings(who: str) -> dict[str, str]:
    """Return an environment in which git knows this person and nothing of the machine's own settings."""
    own = {
        "PEERCYCLE_BY": who,
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_NAME": who,
        "GIT_AUTHOR_EMAIL": f"{who}@northmere.example",
        "GIT_COMMITTER_NAME": who,
        "GIT_COMMITTER_EMAIL": f"{who}@northmere.example",
    }
    return {**os.environ, **own}


def git(folder: Path, *arguments: str, who: str = "coordinator") -> str:
    command = ["git", "-C", str(folder), *arguments]
    done = subprocess.run(command, capture_output=True, check=True, text=True, env=surroundings(who))
    return done.stdout


def peercycle(folder: Path, *arguments: str, who: str = "coordinator") -> str:
    command = [sys.executable, "-m", "peercycle", *arguments, *ON]
    done = subprocess.run(
        command, capture_output=True, check=True, text=True, cwd=folder, env=surroundings(who)
    )
    return done.stdout


@pytest.fixture
def clones(tmp_path: Path) -> tuple[Path, Path]:
    """Return two clones of a repository that holds the made-up cycle and no log, with this project's attributes."""
    first = tmp_path / "first"
    (first / "cycles").mkdir(parents=True)
    shutil.copy(ROOT / "examples" / "made-up" / CYCLE, first / CYCLE)
    shutil.copy(ROOT / ".gitattributes", first)
    git(first, "init", "-q", "-b", "main")
    peercycle(first, "record", "send-template", "--sent", "--date", "2026-09-03")
    commit(first, "coordinator")
    git(tmp_path, "clone", "-q", "--bare", str(first), str(tmp_path / "shared"))
    for name in ("coordinator", "analyst"):
        git(tmp_path, "clone", "-q", str(tmp_path / "shared"), str(tmp_path / name))
    return tmp_path / "coordinator", tmp_path / "analyst"


def commit(folder: Path, who: str) -> None:
    git(folder, "add", CYCLE, LOG, ".gitattributes", who=who)
    git(folder, "commit", "-q", "-m", "Record", who=who)


def record_as(folder: Path, who: str, *lines: str) -> None:
    for line in lines:
        peercycle(folder, "record", *line.split(), who=who)
    commit(folder, who)


def test_both_record_both_push_and_nothing_is_lost(clones: tuple[Path, Path]) -> None:
    coordinator, analyst = clones
    record_as(
        coordinator,
        "coordinator",
        "submit-self-view quillmere --sent --signed lead-member --date 2026-10-16",
        "return-mou quillmere --signed dcs --date 2026-10-12",
        "issue-questions all --sent --date 2026-11-23",
    )
    record_as(
        analyst,
        "analyst",
        "prepare-data --done --date 2026-11-05",
        "performance-meeting --held --date 2026-11-12",
        "return-mou quillmere --signed lead-member --date 2026-10-14",
        "submit-self-view quillmere --sent --signed lead-member --date 2026-10-16",
    )
    git(coordinator, "push", "-q", who="coordinator")
    git(analyst, "pull", "-q", "--no-rebase", "--no-edit", who="analyst")
    git(analyst, "push", "-q", who="analyst")
    git(coordinator, "pull", "-q", "--no-rebase", "--no-edit", who="coordinator")

    lines = (coordinator / LOG).read_text(encoding="utf-8").splitlines()
    assert len(lines) == len(set(lines)) == 1 + 1 + 1 + 24 + 4
    assert (analyst / LOG).read_bytes() == (coordinator / LOG).read_bytes()
    assert not git(analyst, "status", "--porcelain", LOG)
    for arguments in (("status",), ("status", "--for", "quillmere"), ("history",)):
        assert peercycle(analyst, *arguments) == peercycle(coordinator, *arguments)
    assert "31 records" in peercycle(coordinator, "status")
    assert "2 of 3 signed, waiting on the Chief Executive" in " ".join(
        peercycle(coordinator, "status", "--for", "quillmere").split()
    )
    validated = peercycle(analyst, "validate", CYCLE, "--strict")
    assert validated == "No errors. 1 question open (peercycle questions).\n"


def test_the_same_correction_in_both_clones_counts_once(clones: tuple[Path, Path]) -> None:
    coordinator, analyst = clones
    (drawn,) = (line for line in peercycle(analyst, "history").splitlines() if "send-template" in line)
    for folder, who in ((coordinator, "coordinator"), (analyst, "analyst")):
        record_as(folder, who, f"--undo {drawn.split()[0]}")
    git(coordinator, "push", "-q", who="coordinator")
    git(analyst, "pull", "-q", "--no-rebase", "--no-edit", who="analyst")
    assert len((analyst / LOG).read_text(encoding="utf-8").splitlines()) == 3
    assert "0 done" in peercycle(analyst, "status")
    assert "No errors." in peercycle(analyst, "validate", CYCLE, "--strict")
