"""Bytes from disk and onto it, and a sentence for every failure."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from peercycle.workspace.contacts import contacts_of
from peercycle.workspace.files import LARGEST, FileTrouble, expect_folder, read, read_if_there, write
from peercycle.workspace.logs import open_log
from peercycle.workspace.notes import notes_for
from peercycle.workspace.own_templates import template_for
from peercycle.workspace.revisions import Revisions
from tests.schedule.small_cycles import cycle_of

AS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
needs_limits = pytest.mark.skipif(AS_ROOT or os.name == "nt", reason="needs a user who may not do everything")
needs_pipes = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes with names")


def test_bytes_are_read_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "cycle.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: b\r\n\0")
    assert read(path) == b"\xef\xbb\xbfa: b\r\n\0"


def test_not_more_is_read_than_shows_that_it_is_too_much(tmp_path: Path) -> None:
    path = tmp_path / "cycle.yaml"
    with path.open("wb") as file:
        file.truncate(LARGEST * 3)
    assert len(read(path)) == LARGEST + 1


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("nope.yaml", "there is no such file"),
        ("", "this is a folder, a cycle file is wanted"),
        ("there/nope.yaml", "there is no such file"),
        ("a\0b", "cannot be read (embedded null byte)"),
        ("x" * 5000, "cannot be read (file name too long)"),
        ("file/below", "cannot be read (not a directory)"),
    ],
)
def test_what_cannot_be_read_is_said_in_a_sentence(name: str, sentence: str, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(FileTrouble) as trouble:
        read(tmp_path / name)
    assert str(trouble.value) == f"{tmp_path / name}: {sentence}"


@needs_limits
def test_what_may_not_be_read_is_said_in_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "cycle.yaml"
    path.touch(0)
    with pytest.raises(FileTrouble, match="this file may not be read"):
        read(path)


def test_a_refusal_for_a_folder_is_told_from_one_for_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows says that a folder may not be read rather than that it is one."""

    def refuse(*_: object) -> None:
        raise PermissionError

    (tmp_path / "file").touch()
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(FileTrouble, match="this is a folder"):
        read(tmp_path)
    with pytest.raises(FileTrouble, match="this file may not be read"):
        read(tmp_path / "file")


def test_a_file_is_written_into_folders_made_for_it(tmp_path: Path) -> None:
    written = write(tmp_path / "out" / "deep", "a.md", b"one")
    assert written == tmp_path / "out" / "deep" / "a.md"
    assert written.read_bytes() == b"one"
    write(tmp_path / "out" / "deep", "a.md", b"two")
    assert written.read_bytes() == b"two"
    assert [path.name for path in written.parent.iterdir()] == ["a.md"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_a_written_file_can_be_read_by_whom_the_system_says(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        assert write(tmp_path, "a.md", b"").stat().st_mode & 0o777 == 0o640
        assert os.umask(0o027) == 0o027
    finally:
        os.umask(before)


@pytest.mark.parametrize("name", ["", ".", "..", "../x", "a/b", "a\\b", "c:x", "a\0b"])
def test_a_name_that_leads_elsewhere_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(FileTrouble, match="is no name for a file"):
        write(tmp_path / "out", name, b"")
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "a.md").mkdir()
    for folder, name in ((tmp_path / "folder", "a.md"), (tmp_path, "x" * 300)):
        with pytest.raises(FileTrouble) as trouble:
            write(folder, name, b"one")
        assert str(trouble.value).startswith(f"{folder / name}: cannot be written (")
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a.md", "file", "folder"]


@pytest.mark.parametrize("name", ["file", "file/below", "file/below/deep", "nowhere", "nowhere/below"])
def test_a_file_in_the_place_of_a_folder_is_named(name: str, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "nowhere").symlink_to(tmp_path / "gone")
    first = name.partition("/")[0]
    kind = "a file" if first == "file" else "a link that leads nowhere"
    for call in (lambda folder: write(folder, "a.md", b"one"), expect_folder):
        with pytest.raises(FileTrouble) as trouble:
            call(tmp_path / name)
        assert str(trouble.value) == f"{tmp_path / first}: this is {kind}; a folder is wanted"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "nowhere"]


def test_a_folder_that_is_there_a_link_to_one_and_one_to_be_made_are_right(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "folder")
    for name in ("folder", "link", "link/below", "new/deep"):
        expect_folder(tmp_path / name)
    assert (
        write(tmp_path / "link" / "below", "a.md", b"one").resolve() == tmp_path / "folder" / "below" / "a.md"
    )


@needs_pipes
def test_a_pipe_to_which_nobody_writes_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(FileTrouble) as trouble:
        read(tmp_path / "pipe")
    assert str(trouble.value) == (
        f"{tmp_path / 'pipe'}: this is not a file but a pipe to which nobody writes, a cycle file is wanted"
    )


def test_what_need_not_be_there_is_read_where_it_is(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"one")
    (tmp_path / "link").symlink_to("nowhere")
    assert read_if_there(tmp_path / "file") == b"one"
    assert read_if_there(tmp_path / "nope") is None
    assert read_if_there(tmp_path / "link") is None
    assert read_if_there(tmp_path / "file" / "below") is None
    for name, sentence in (
        ("", "this is a folder, a file of notes is wanted"),
        ("x" * 5000, "cannot be read (file name too long)"),
    ):
        with pytest.raises(FileTrouble) as trouble:
            read_if_there(tmp_path / name, wanted="a file of notes")
        assert str(trouble.value) == f"{tmp_path / name}: {sentence}"


READERS: list[tuple[str, str, Callable[[Path], object]]] = [
    ("cycle.progress.jsonl", "a progress log", open_log),
    ("cycle.calendar.json", "a record of calendars", Revisions),
    ("contacts.local.yaml", "a file of contacts", lambda path: contacts_of(path, cycle_of("actions: {}"))),
    ("notes/checklist/ash.md", "a file of notes", lambda path: notes_for(path, "checklist", "ash")),
    ("templates/agenda.md.j2", "a template", lambda path: template_for(path, "agenda.md.j2")),
]


@needs_pipes
@pytest.mark.parametrize(("name", "wanted", "reader"), READERS, ids=[name for name, _, _ in READERS])
def test_nothing_of_a_workspace_is_read_out_of_a_pipe(
    name: str, wanted: str, reader: Callable[[Path], object], tmp_path: Path
) -> None:
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    os.mkfifo(tmp_path / name)
    with pytest.raises(FileTrouble) as trouble:
        reader(tmp_path / "cycle.yaml")
    assert str(trouble.value) == f"{tmp_path / name}: this is no ordinary file, {wanted} is wanted"


@needs_pipes
@pytest.mark.parametrize("command", ["cat whole > pipe", "exec 3> pipe; sleep 1.5; cat whole >&3"])
def test_what_somebody_writes_to_a_pipe_is_read_to_its_end(tmp_path: Path, command: str) -> None:
    os.mkfifo(tmp_path / "pipe")
    content = b"format: 1\n" * 50_000
    (tmp_path / "whole").write_bytes(content)
    writer = subprocess.Popen(["sh", "-c", command], cwd=tmp_path)
    try:
        assert read(tmp_path / "pipe") == content
        assert writer.wait(10) == 0
    finally:
        writer.kill()


def test_a_reader_sees_the_old_file_until_the_new_one_is_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "a.md", b"old")

    def cut(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", cut)
    with pytest.raises(KeyboardInterrupt):
        write(tmp_path, "a.md", b"new")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a.md", b"old")]
