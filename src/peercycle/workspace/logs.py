"""The progress log of a cycle: where it is, and opening it."""

from pathlib import Path
from typing import Final

from peercycle.progress.lines import Log, read_log
from peercycle.workspace.files import read

LARGEST: Final = 64 * 1024 * 1024
SUFFIX: Final = ".progress.jsonl"


def log_of(cycle_file: Path) -> Path:
    """Return the path of a cycle's log: `cycles/2017-18.progress.jsonl` for `cycles/2017-18.yaml`."""
    return cycle_file.with_suffix(SUFFIX)


def open_log(cycle_file: Path) -> Log:
    """Read the log of a cycle, an empty one where there is none; raises FileTrouble."""
    path = log_of(cycle_file)
    raw = read(path, LARGEST, "a progress log") if path.exists() or path.is_symlink() else b""
    return read_log(str(path), raw)


def unread(log: Log) -> str:
    """Return the remark on lines that cannot be read, "" where all can."""
    lines = len(
        {found.span.line for found in log.diagnostics if found.rule in ("torn-log", "malformed-record")}
    )
    if not lines:
        return ""
    number = "1 line" if lines == 1 else f"{lines} lines"
    return f"{number} of {log.name} cannot be read as they should; peercycle validate says which and why"
