"""Which cycle file is meant, and which workspace it belongs to."""

from datetime import date
from pathlib import Path

import pytest

from peercycle.workspace.files import FileTrouble
from peercycle.workspace.finding import choose, cycle_files, files_like, workspace_of

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


FIRST, SECOND = "runs: summer 2017 to April 2018", "runs: autumn 2017 to December 2018"


@pytest.mark.parametrize(
    ("files", "on", "name", "how"),
    [
        (
            {"b": f"cycle: 2017-18\n{FIRST}", "a": f"cycle: 2017-19\n{SECOND}"}, ON, "a",
            "as the one that began last of 2 running that day",
        ),
        (
            {"a": FIRST, "b": FIRST}, ON, "b",
            "as the one that began last of 2 running that day",
        ),
        ({"a": f"cycle: x\n{FIRST}", "b": f"cycle: x\n{SECOND}"}, date(2018, 6, 1), "b", RUNNING),
        ({"a": f"cycle: x\n{FIRST}", "b": f"cycle: y\n{SECOND}"}, date(2030, 1, 1), "b", LATEST),
    ],
)  # fmt: skip
def test_of_several_cycles_the_one_that_began_last(
    tmp_path: Path, files: dict[str, str], on: date, name: str, how: str
) -> None:
    assert choose(None, on, workspace(tmp_path, **files)) == (Path("cycles") / f"{name}.yaml", how)


@pytest.mark.parametrize("on", [ON, date(2030, 1, 1)])
@pytest.mark.parametrize(
    ("copies", "message"),
    [
        (
            {"copy of 2017-18": "cycle: '2017-18'  # mine"},
            "two files give the cycle 2017-18: cycles/2017-18.yaml and cycles/copy of 2017-18.yaml; name one with -c",
        ),
        (
            {"2017-18 b": "cycle: 2017-18", "c": 'cycle: "2017-18"'},
            "3 files give the cycle 2017-18: cycles/2017-18 b.yaml, cycles/2017-18.yaml and cycles/c.yaml; name one with -c",
        ),
    ],
)
def test_a_copy_is_never_taken_in_silence(
    tmp_path: Path, copies: dict[str, str], message: str, on: date
) -> None:
    files = {"2017-18": "cycle: 2017-18", **copies}
    folder = workspace(tmp_path, **{name: f"{line}\n{FIRST}" for name, line in files.items()})
    with pytest.raises(FileTrouble) as trouble:
        choose(None, on, folder)
    assert str(trouble.value).replace("\\", "/") == message
    assert choose("cycles/old.yaml", on, folder).path == Path("cycles/old.yaml")


@pytest.mark.parametrize(
    ("path", "meant"),
    [
        ("cycles/2017-18.yml", ["cycles/2017-18.yaml"]),
        ("cycles/2017-18", ["cycles/2017-18.yaml"]),
        ("2017-18.yaml", ["cycles/2017-18.yaml"]),
        ("cycles/2017-81.yaml", ["cycles/2017-18.yaml"]),
        ("elsewhere/2018-19.yaml", ["cycles/2018-19.yml"]),
        ("nope.yaml", []),
        ("no\0pe.yaml", []),
        ("x" * 5000, []),
        ("", []),
    ],
)
def test_which_files_a_path_to_none_may_mean(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str, meant: list[str]
) -> None:
    monkeypatch.chdir(workspace(tmp_path, **{"2017-18": FIRST}))
    Path("cycles/2018-19.yml").write_text("", encoding="utf-8")
    assert files_like(Path(path)) == [Path(each) for each in meant]
