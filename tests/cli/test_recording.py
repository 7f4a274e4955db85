"""Who writes something down, when nothing says so: git's name, else the login."""

import getpass
import os
from pathlib import Path

import pytest

from peercycle.cli.ending import Ending
from peercycle.cli.recording import recorder


@pytest.fixture
def nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder in which git knows no name."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("LOGNAME", "analyst")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_option_goes_before_the_variable_before_git(
    nobody: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (nobody / "gitconfig").write_text("[user]\n\tname = Known To Git\n", encoding="utf-8")
    assert recorder(None) == "Known To Git"
    monkeypatch.setenv("PEERCYCLE_BY", "the analyst")
    assert recorder(None) == "the analyst"
    assert recorder(" the coordinator ") == "the coordinator"


@pytest.mark.usefixtures("nobody")
def test_without_git_the_login(monkeypatch: pytest.MonkeyPatch) -> None:
    assert recorder(None) == "analyst"
    monkeypatch.setenv("PATH", os.devnull)
    assert recorder(None) == "analyst"


@pytest.mark.usefixtures("nobody")
def test_nobody_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown() -> str:
        raise KeyError

    monkeypatch.setattr(getpass, "getuser", unknown)
    with pytest.raises(Ending) as ended:
        recorder(None)
    assert (ended.value.code, ended.value.message) == (2, "the login names nobody")
