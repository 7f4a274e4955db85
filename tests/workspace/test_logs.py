"""The log beside a cycle file: where it is, what may stand in its place, and what is said of lines that cannot be read."""

from pathlib import Path

import pytest

from peercycle.progress.log import LARGEST
from peercycle.workspace.files import FileTrouble
from peercycle.workspace.logs import log_of, open_log, unread
from tests.progress.made import ids, line


@pytest.fixture
def cycle(tmp_path: Path) -> Path:
    """Return the path of a cycle file, which need not be there."""
    return tmp_path / "2026-27.yaml"


def test_it_has_the_name_of_the_cycle_file(cycle: Path) -> None:
    assert log_of(cycle) == cycle.with_name("2026-27.progress.jsonl")


def test_where_there_is_none_nothing_is_recorded(cycle: Path) -> None:
    log = open_log(cycle)
    assert (log.name, log.text, log.records, log.diagnostics) == (str(log_of(cycle)), "", (), [])


def test_it_is_read(cycle: Path) -> None:
    log_of(cycle).write_text(f"{line('a')}\n{line('b')}", encoding="utf-8")
    assert ids(open_log(cycle)) == "a b"


@pytest.mark.parametrize(
    ("content", "remark"),
    [
        (f"{line('a')}\n", ""),
        (f"{line('a')}\n{line('a')}\r\n", ""),
        (f"{line('a')}\n{line('b')[:50]}\n", "1 line of {} cannot be read; peercycle validate says which and why"),
        (f"x\n{line('a', date='soon')}\n", "2 lines of {} cannot be read; peercycle validate says which and why"),
    ],
    ids=["whole", "odd but whole", "one", "two"],
)  # fmt: skip
def test_what_cannot_be_read_is_said_in_one_line(content: str, remark: str, cycle: Path) -> None:
    log_of(cycle).write_bytes(content.encode())
    assert unread(open_log(cycle)) == remark.format(log_of(cycle))


def test_a_folder_in_its_place_is_refused(cycle: Path) -> None:
    log_of(cycle).mkdir()
    with pytest.raises(FileTrouble, match="this is a folder, a progress log is wanted"):
        open_log(cycle)


def test_a_link_that_leads_nowhere_is_refused(cycle: Path) -> None:
    log_of(cycle).symlink_to("nowhere")
    with pytest.raises(FileTrouble, match="there is no such file"):
        open_log(cycle)


def test_a_log_larger_than_any_is_refused(cycle: Path) -> None:
    with log_of(cycle).open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(FileTrouble, match="this file has more than 64 MiB, more than any progress log has"):
        open_log(cycle)
