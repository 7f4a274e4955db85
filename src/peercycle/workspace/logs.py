"""The progress log of a cycle: where it is, and opening it."""

from pathlib import Path
from typing import Final

from peercycle.diagnostics.fault import Diagnostic
from peercycle.progress.log import LARGEST, Log
from peercycle.schedule.plan import Plan
from peercycle.workspace.files import FileTrouble, read_if_there

SUFFIX: Final = ".progress.jsonl"


def log_of(cycle_file: Path) -> Path:
    """Return the path of a cycle's log: `cycles/2017-18.progress.jsonl` for `cycles/2017-18.yaml`."""
    return cycle_file.with_suffix(SUFFIX)


def open_log(cycle_file: Path) -> Log:
    """Read the log of a cycle, an empty one where there is none; raises FileTrouble."""
    path = log_of(cycle_file)
    raw = _read(path)
    if not raw:
        return Log(str(path), "", (), [])
    from peercycle.progress.lines import read_log
    from peercycle.progress.locking import wait_for_writer

    if not raw.endswith(b"\n"):  # somebody may be writing just now
        wait_for_writer(path.resolve())
        raw = _read(path)
    return read_log(str(path), raw)


def _read(path: Path) -> bytes:
    if path.is_symlink() and not path.exists():  # what was recorded may be where it led
        raise FileTrouble(f"{path}: there is no such file")
    raw = read_if_there(path, LARGEST, "a progress log") or b""
    if len(raw) > LARGEST:
        raise FileTrouble(
            f"{path}: this file has more than {LARGEST >> 20} MiB, more than any progress log has"
        )
    return raw


def faults_of(log: Log, plan: Plan | None) -> list[Diagnostic]:
    """Return every fault of a log in the order of its lines; without a plan only what reading it found."""
    if plan is None or not log.records:
        return log.diagnostics
    from peercycle.progress.places import located
    from peercycle.rules.log import check_log
    from peercycle.rules.log.logged import Logged

    found = [located(log, *item) for item in check_log(Logged(plan, log.records))]
    return sorted([*log.diagnostics, *found], key=lambda item: (item.span.line, item.span.column, item.rule))


def unread(log: Log) -> str:
    """Return the remark on lines that cannot be read, "" where all can."""
    if not log.unread:
        return ""
    number = "1 line" if len(log.unread) == 1 else f"{len(log.unread)} lines"
    return f"{number} of {log.name} cannot be read; peercycle validate says which and why"
