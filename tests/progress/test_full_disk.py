"""A disk that is full, and one that may only be read: records are refused with a sentence, and nothing is lost."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from peercycle.progress.append import NotWritten, append
from tests.progress.made import ids, line, log_of


@contextmanager
def mounted(folder: Path, options: str) -> Iterator[Path]:
    """Mount a tmpfs for as long as it is needed."""
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)], check=True)
    try:
        yield folder / "2026-27.progress.jsonl"
    finally:
        subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.tmpfs
def test_a_disk_that_becomes_full(tmp_path: Path) -> None:
    with mounted(tmp_path, "size=64k") as log:
        written = []
        with pytest.raises(NotWritten) as refused:  # noqa: PT012 - one of the many is refused
            for number in range(1000):
                append(log, [line(f"{number}-{part}", note="x" * 700) for part in range(5)])
                written += [f"{number}-{part}" for part in range(5)]
        assert str(refused.value) == f"{log}: nothing was recorded: the disk is full"
        assert len(written) > 20
        held = log_of(log.read_bytes())
        assert [each.id for each in held.records] == written
        assert held.diagnostics == []
        with pytest.raises(NotWritten, match="the disk is full"):
            append(log, [line("still", note="x" * 9000)])
        (tmp_path / "ballast").touch()
        lines = log.read_bytes().splitlines(keepends=True)
        log.write_bytes(b"".join(lines[:-20]))
        append(log, [line("again")])
        assert [each.id for each in log_of(log.read_bytes()).records] == [*written[:-20], "again"]


@pytest.mark.tmpfs
def test_a_full_disk_without_a_log_yet(tmp_path: Path) -> None:
    with mounted(tmp_path, "size=64k") as log:
        with pytest.raises(OSError, match="space"):
            (tmp_path / "ballast").write_bytes(b"x" * 100_000)
        with pytest.raises(NotWritten, match="the disk is full"):
            append(log, [line("a")])
        assert not log.exists()
        (tmp_path / "ballast").unlink()
        append(log, [line("a")])
        assert ids(log_of(log.read_bytes())) == "a"


@pytest.mark.tmpfs
def test_a_disk_that_may_only_be_read(tmp_path: Path) -> None:
    with mounted(tmp_path, "size=64k") as log:
        append(log, [line("a")])
        subprocess.run(["mount", "-o", "remount,ro", str(tmp_path)], check=True)
        with pytest.raises(NotWritten) as refused:
            append(log, [line("b")])
        assert (
            str(refused.value)
            == f"{log}: nothing was recorded: the log cannot be written (read-only file system)"
        )
        assert ids(log_of(log.read_bytes())) == "a"
