"""Which cycle file is meant, and which workspace it belongs to."""

from datetime import date
from pathlib import Path

import pytest

from peercycle.workspace.files import FileTrouble
from peercycle.workspace.finding import choose, cycle_files, workspace_of

ON = date(2017, 12, 1)
RUNNING, LATEST = "as the one running that day", "as the latest, since none runs that day"


def workspace(folder: Path, **runs: str) -> Path:
    (folder / "cycles").mkdir()
    for name, line in runs.items():
        (folder / "cycles" / f"{name}.yaml").write_text(f"format: 1\n{line}\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("runs", "on", "name", "how"),
    [
        ({"a": "runs: summer 2017 to April 2018", "b": "runs: summer 2018 to April 2019"}, ON, "a", RUNNING),
        ({"a": "runs: summer 2017 to April 2018"}, date(2017, 6, 1), "a", RUNNING),
        ({"a": "runs: summer 2017 to April 2018"}, date(2018, 4, 30), "a", RUNNING),
        ({"a": "runs: summer 2017 to April 2018"}, date(2018, 5, 1), "a", LATEST),
        ({"b": "runs: summer 2016 to April 2017", "a": "runs: summer 2018 to May 2019"}, ON, "a", LATEST),
        ({"a": "runs: 'summer 2017 to April 2018'  # as printed"}, ON, "a", RUNNING),
        ({"a": 'runs: "summer 2017 to April 2018"'}, ON, "a", RUNNING),
        ({"a": "runs: from summer 2017"}, date(2040, 1, 1), "a", RUNNING),
        ({"a": "runs: nonsense", "b": "title: no runs at all"}, ON, "b", LATEST),
        ({"a": "runs: TBC summer 2017 to April 2018", "b": "runs: nonsense"}, ON, "a", RUNNING),
    ],
)
def test_the_one_that_runs_else_the_latest(
    tmp_path: Path, runs: dict[str, str], on: date, name: str, how: str
) -> None:
    chosen = choose(None, on, workspace(tmp_path, **runs))
    assert chosen == (Path("cycles") / f"{name}.yaml", how)


def test_a_file_named_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = workspace(tmp_path, a="runs: summer 2017 to April 2018")
    monkeypatch.setenv("PEERCYCLE_CYCLE", "given.yaml")
    assert choose("named.yaml", ON, folder) == (Path("named.yaml"), "")
    assert choose(None, ON, folder) == (Path("given.yaml"), "from PEERCYCLE_CYCLE")
    monkeypatch.setenv("PEERCYCLE_CYCLE", "")
    assert choose(None, ON, folder).path == Path("cycles/a.yaml")


def test_no_file_at_all(tmp_path: Path) -> None:
    with pytest.raises(
        FileTrouble, match=r"no cycle file is named, and there is none in cycles/; name one with -c FILE"
    ):
        choose(None, ON, tmp_path)


def test_a_file_that_cannot_be_read_is_passed_over(tmp_path: Path) -> None:
    folder = workspace(tmp_path, b="runs: summer 2017 to April 2018")
    (folder / "cycles" / "c.yaml").mkdir()
    (folder / "cycles" / "d.yaml").write_bytes(b"\xff\xfe\x00runs")
    assert choose(None, ON, folder) == (Path("cycles/b.yaml"), RUNNING)


def test_a_byte_order_mark_is_harmless(tmp_path: Path) -> None:
    folder = workspace(tmp_path)
    (folder / "cycles" / "a.yaml").write_bytes(b"\xef\xbb\xbfruns: summer 2017 to April 2018\r\n")
    assert choose(None, ON, folder).how == RUNNING


def test_which_files_are_cycle_files(tmp_path: Path) -> None:
    folder = workspace(tmp_path, b="", a="")
    for name in ("c.yml", ".#a.yaml", "a.yaml.bak", "a.progress.jsonl", "d.yxml", "e.yaml~"):
        (folder / "cycles" / name).write_text("", encoding="utf-8")
    assert [path.name for path in cycle_files(folder)] == ["a.yaml", "b.yaml", "c.yml"]
    assert cycle_files(tmp_path / "nowhere") == []


@pytest.mark.parametrize(
    ("path", "workspace_"),
    [
        ("region/cycles/2017-18.yaml", "region"),
        ("region/2017-18.yaml", "region"),
        ("cycles/2017-18.yaml", ""),
    ],
)
def test_the_workspace_of_a_file(path: str, workspace_: str) -> None:
    assert workspace_of(Path(path)) == Path(workspace_).absolute()
