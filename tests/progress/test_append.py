"""Lines put at the end of a log, however it ended before, and whatever stands in its place."""

import os
import re
import secrets
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from peercycle.progress.append import NotWritten, append, new_ids
from peercycle.progress.locking import alone, lock_of, wait_for_writer
from peercycle.progress.log import LARGEST

ENDINGS = {
    "no log": (None, b"new\n"),
    "empty": (b"", b"new\n"),
    "a line": (b"old\n", b"old\nnew\n"),
    "no line end": (b"old", b"old\nnew\n"),
    "half a line": (b'old\n{"id": "x', b'old\n{"id": "x\nnew\n'),
    "NUL tail": (b"old\n\0\0\0", b"old\nnew\n"),
    "NULs after half a line": (b"old\nha\0\0", b"old\nha\nnew\n"),
    "NULs in the middle": (b"old\0\0\nhe", b"old\0\0\nhe\nnew\n"),
    "only NULs": (b"\0" * 200_000, b"new\n"),
    "many NULs": (b"old\n" + b"\0" * 200_000, b"old\nnew\n"),
    "CRLF": (b"old\r\n", b"old\r\nnew\n"),
    "CR": (b"old\r", b"old\r\nnew\n"),
    "blank lines": (b"old\n\n", b"old\n\nnew\n"),
    "something of a person's": (b"old\n  wait for Monday", b"old\n  wait for Monday\nnew\n"),
}


@pytest.mark.parametrize(("before", "after"), ENDINGS.values(), ids=ENDINGS)
def test_a_line_stands_on_a_line_of_its_own(before: bytes | None, after: bytes, tmp_path: Path) -> None:
    log = tmp_path / "2026-27.progress.jsonl"
    if before is not None:
        log.write_bytes(before)
    append(log, ["new"])
    assert log.read_bytes() == after


def test_the_lines_of_one_command_stand_together_in_their_order(tmp_path: Path) -> None:
    log = tmp_path / "2026-27.progress.jsonl"
    append(log, ["one", "zwei \N{EURO SIGN}"])
    append(log, ["three"])
    assert log.read_text(encoding="utf-8") == "one\nzwei \N{EURO SIGN}\nthree\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        ".2026-27.progress.lock",
        "2026-27.progress.jsonl",
    ]


def test_nothing_to_append_changes_nothing(tmp_path: Path) -> None:
    log = tmp_path / "2026-27.progress.jsonl"
    log.write_bytes(b"old\n")
    append(log, [])
    assert log.read_bytes() == b"old\n"


def test_a_write_that_takes_only_a_part_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda file, data: write(file, bytes(data[:3])))
    log = tmp_path / "2026-27.progress.jsonl"
    append(log, ["a long line", "another"])
    assert log.read_bytes() == b"a long line\nanother\n"


def test_a_write_that_takes_nothing_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "write", lambda _file, _data: 0)
    with pytest.raises(NotWritten, match="nothing was recorded"):
        append(tmp_path / "x.progress.jsonl", ["new"])
    assert not (tmp_path / "x.progress.jsonl").exists()


def test_an_interrupted_write_is_taken_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    log = tmp_path / "x.progress.jsonl"
    log.write_bytes(b"old")

    def interrupted(_file: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        append(log, ["new"])
    assert log.read_bytes() == b"old"


def test_behind_a_link_the_log_itself_is_written_and_locked(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    link = tmp_path / "2026-27.progress.jsonl"
    link.symlink_to("shared/all.progress.jsonl")
    append(link, ["one"])
    append(link, ["two"])
    assert (tmp_path / "shared" / "all.progress.jsonl").read_bytes() == b"one\ntwo\n"
    assert lock_of(tmp_path / "shared" / "all.progress.jsonl").exists()
    assert not lock_of(link).exists()


def test_links_that_go_round_in_circles_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    with pytest.raises(NotWritten, match="nothing was recorded"):
        append(tmp_path / "a", ["new"])


def test_a_folder_in_its_place_is_refused(tmp_path: Path) -> None:
    log = tmp_path / "2026-27.progress.jsonl"
    log.mkdir()
    with pytest.raises(NotWritten) as refused:
        append(log, ["new"])
    assert str(refused.value) == f"{log}: nothing was recorded: this is a folder, a progress log is wanted"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes with names")
def test_a_pipe_in_its_place_is_refused_and_does_not_hang(tmp_path: Path) -> None:
    log = tmp_path / "2026-27.progress.jsonl"
    os.mkfifo(log)
    with pytest.raises(NotWritten, match=r"this is no ordinary file, a progress log is wanted$"):
        append(log, ["new"])
    assert [path.name for path in tmp_path.iterdir()] == ["2026-27.progress.jsonl"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_device_in_its_place_is_refused(tmp_path: Path) -> None:
    link = tmp_path / "2026-27.progress.jsonl"
    link.symlink_to("/dev/full")
    with pytest.raises(NotWritten, match=r"this is no ordinary file, a progress log is wanted$"):
        append(link, ["new"])


@pytest.mark.parametrize("refused", ["the log", "the lock"])
def test_what_may_not_be_written_is_refused(
    refused: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = tmp_path / "2026-27.progress.jsonl"
    log.write_bytes(b"old\n")
    closed, real = (log if refused == "the log" else lock_of(log)), os.open

    def opened(path: str | Path, *args: int) -> int:
        if Path(path) == closed:
            raise PermissionError(13, "Permission denied")
        return real(path, *args)

    monkeypatch.setattr(os, "open", opened)
    with pytest.raises(NotWritten) as found:
        append(log, ["new"])
    assert str(found.value) == f"{log}: nothing was recorded: the log cannot be written (permission denied)"
    assert log.read_bytes() == b"old\n"


def test_a_log_that_would_be_too_large_to_read_is_refused(tmp_path: Path) -> None:
    log = tmp_path / "2026-27.progress.jsonl"
    with log.open("wb") as file:
        file.seek(LARGEST - 5)
        file.write(b"x\n")
    append(log, ["ab"])
    with pytest.raises(NotWritten, match="the log would have more than 64 MiB"):
        append(log, ["c"])
    with log.open("ab") as file:
        file.write(b"\n")
    with pytest.raises(NotWritten, match="the log has more than 64 MiB"):
        append(log, [])


def test_while_others_write_one_waits_and_says_so_in_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = tmp_path / "2026-27.progress.jsonl"
    busy = "import sys; from pathlib import Path; from peercycle.progress.locking import alone\nwith alone(Path(sys.argv[1])): print('held', flush=True); sys.stdin.read()"  # fmt: skip
    with subprocess.Popen(
        [sys.executable, "-c", busy, str(log)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        monkeypatch.setattr("peercycle.progress.append.PATIENCE", 0.05)
        monkeypatch.setattr("peercycle.progress.append.alone", lambda path: alone(path, 0.05))
        with pytest.raises(
            NotWritten, match="nothing was recorded: others have been writing to this log for 0 seconds"
        ):
            append(log, ["new"])
        wait_for_writer(log, 0.05)  # gives up without a word
    monkeypatch.undo()
    append(log, ["new"])
    wait_for_writer(log)
    assert log.read_bytes() == b"new\n"


def replacing(log: Path, contents: list[bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    """Put other files in the log's place, as git and editors do, each time something has been written."""
    sync, left = os.fsync, list(contents)

    def synced(file: int) -> None:
        sync(file)
        if left and os.path.samestat(os.fstat(file), log.stat()):
            other = log.with_name("other")
            other.write_bytes(left.pop(0))
            other.replace(log)

    monkeypatch.setattr(os, "fsync", synced)


def test_where_the_log_is_replaced_meanwhile_the_record_goes_into_the_new_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = tmp_path / "2026-27.progress.jsonl"
    log.write_bytes(b"old\n")
    replacing(log, [b"old\nmerged\n", b"old\nmerged again"], monkeypatch)
    append(log, ["new", "more"])
    assert log.read_bytes() == b"old\nmerged again\nnew\nmore\n"


def test_what_the_new_file_holds_already_is_not_written_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = tmp_path / "2026-27.progress.jsonl"
    log.write_bytes(b"old\n")
    replacing(log, [b"old\nnew\n"], monkeypatch)
    append(log, ["new", "more"])
    assert log.read_bytes() == b"old\nnew\nmore\n"


def test_a_log_that_is_replaced_all_the_time_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = tmp_path / "2026-27.progress.jsonl"
    log.write_bytes(b"old\n")
    replacing(log, [b"old\n"] * 50, monkeypatch)
    with pytest.raises(NotWritten, match="nothing was recorded: another program keeps replacing this log"):
        append(log, ["new"])


def test_a_log_that_is_removed_meanwhile_is_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = tmp_path / "2026-27.progress.jsonl"
    log.write_bytes(b"old\n")
    sync, left = os.fsync, [log]

    def synced(file: int) -> None:
        sync(file)
        if left:
            left.pop().unlink()

    monkeypatch.setattr(os, "fsync", synced)
    append(log, ["new"])
    assert log.read_bytes() == b"new\n"


@pytest.mark.parametrize(
    ("error", "made"), [(22, True), (95, True), (5, False)], ids=["EINVAL", "ENOTSUP", "EIO"]
)
def test_a_folder_that_knows_no_syncing_is_as_good_as_synced(
    error: int, *, made: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sync, folder = os.fsync, tmp_path.stat()

    def synced(file: int) -> None:
        if os.path.samestat(os.fstat(file), folder):
            raise OSError(error, os.strerror(error))
        sync(file)

    monkeypatch.setattr(os, "fsync", synced)
    log = tmp_path / "2026-27.progress.jsonl"
    if made:
        append(log, ["new"])
    else:
        with pytest.raises(NotWritten, match="input/output error"):
            append(log, ["new"])
    assert log.exists() == made


def test_where_folders_cannot_be_opened_only_the_file_is_synced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("peercycle.progress.append._FOLDERS_SYNC", False)
    synced: list[int] = []
    monkeypatch.setattr(os, "fsync", synced.append)
    append(tmp_path / "2026-27.progress.jsonl", ["new"])
    assert len(synced) == 1


def test_one_id_is_its_day_and_a_part_by_lot() -> None:
    (found,) = new_ids(date(2026, 11, 23), 1, [])
    assert re.fullmatch("2026-11-23-[2-9bcdfghjkmnpqrstvwxyz]{8}", found)
    assert new_ids(date(2026, 11, 23), 1, []) != [found]


def test_the_ids_of_one_command_share_their_part() -> None:
    found = new_ids(date(2026, 11, 23), 11, [])
    shared = found[0].removesuffix("-1")
    assert found == [f"{shared}-{number}" for number in range(1, 12)]


def test_an_id_that_is_taken_is_drawn_again(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = iter("2" * 8 + "3" * 8 + "4" * 8 + "2" * 8 + "5" * 8)
    monkeypatch.setattr(secrets, "choice", lambda _letters: next(drawn))
    taken = ["2026-11-23-22222222", "2026-11-23-33333333-2", "an id of a person's own"]
    assert new_ids(date(2026, 11, 23), 1, taken) == ["2026-11-23-44444444"]
    assert new_ids(date(2026, 11, 24), 2, taken) == ["2026-11-24-22222222-1", "2026-11-24-22222222-2"]
