"""One writer at a time: the lock beside a log, on this machine and wherever the folder is shared with locks."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

PATIENCE: Final = 60.0
"""How many seconds a writer waits for the others; each of them takes a few hundredths of one."""
_POLL: Final = 0.01


class Busy(Exception):
    """Others have been writing for longer than one waits."""


def lock_of(log: Path) -> Path:
    """Return the path of a log's lock file: `.2026-27.progress.lock` beside `2026-27.progress.jsonl`."""
    return log.with_name(f".{log.name.removesuffix('.jsonl')}.lock")


@contextmanager
def alone(log: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Be the only one to write to a log; raises Busy after `patience` seconds, OSError where nothing can be locked.

    The lock is the system's, so it ends with the process that holds it, however that ends; the file stays.
    """
    from filelock import FileLock, Timeout

    lock = FileLock(lock_of(log))
    try:
        lock.acquire(timeout=patience, poll_interval=_POLL)
    except Timeout:
        raise Busy from None
    try:
        yield
    finally:
        with suppress(OSError):  # what is written is written; the end of the process frees the lock, too
            lock.release()


def wait_for_writer(log: Path, patience: float = 2.0) -> None:
    """Wait until nobody is writing to a log, or `patience` seconds are over; never raises for want of a lock."""
    if lock_of(log).exists():
        with suppress(OSError, Busy), alone(log, patience):
            pass
