"""Lines put at the end of a log: once this returns, they are on disk; where it raises, nothing of them is left."""

import os
import secrets
from collections.abc import Collection, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from datetime import date
from errno import EINVAL, EIO, ENOSPC, ENOTSUP
from pathlib import Path
from typing import Final

from peercycle.progress.locking import PATIENCE, Busy, alone
from peercycle.progress.log import LARGEST

_ALPHABET: Final = "23456789bcdfghjkmnpqrstvwxyz"
_BLOCK: Final = 64 * 1024
_FOLDERS_SYNC: Final = os.name != "nt"
_MOST_REPLACED: Final = 10
# A pipe in the log's place must not make the program wait, a terminal there must not become its own.
_QUIETLY: Final = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)
_OPEN: Final = os.O_RDWR | os.O_CREAT | os.O_APPEND | _QUIETLY | getattr(os, "O_BINARY", 0)


class NotWritten(Exception):
    """What was to be recorded is not; its text is a sentence for the person who asked."""


def new_ids(on: date, count: int, taken: Collection[str]) -> list[str]:
    """Return the ids of the records of one command: the day and a part drawn by lot, with `-1`, `-2` ... for several.

    None of them is taken, nor shares its part with one that is.
    """
    begun = {"-".join(id_.split("-")[:4]) for id_ in taken}
    while True:
        shared = f"{on.isoformat()}-{''.join(secrets.choice(_ALPHABET) for _ in range(8))}"
        if shared not in begun:
            return [shared] if count == 1 else [f"{shared}-{number}" for number in range(1, count + 1)]


def append(path: Path, lines: Sequence[str], around: AbstractContextManager[None] | None = None) -> None:
    """Put lines, given without their line ends, at the end of a log; raises NotWritten.

    What is to be done `around` it is begun and ended while nobody else writes; where it raises, nothing is written.

    They are on disk when this returns, each on a line of its own, however the log ended before; a log that is not there
    is made. Where git or an editor puts another file in the log's place meanwhile, they are put into that one.
    """
    log = Path(os.path.realpath(path))
    try:
        _refuse_odd(log)
        with alone(log), around or nullcontext():
            _append(log, lines)
    except NotWritten as trouble:
        raise NotWritten(f"{path}: nothing was recorded: {trouble}") from None
    except Busy:
        reason = f"others have been writing to this log for {PATIENCE:.0f} seconds"
        raise NotWritten(f"{path}: nothing was recorded: {reason}") from None
    except _Stuck as trouble:
        raise NotWritten(f"{path}: this may be recorded or not, see peercycle history: {trouble}") from None
    except OSError as error:
        raise NotWritten(f"{path}: nothing was recorded: {_reason(error)}") from None


class _Stuck(Exception):
    """A write failed, and so did taking it back."""


def _refuse_odd(log: Path) -> None:
    """Refuse what cannot be a log; a log that is not there is none of that."""
    if log.exists() and not log.is_file():
        kind = "a folder" if log.is_dir() else "no ordinary file"
        raise NotWritten(f"this is {kind}, a progress log is wanted")


def _append(log: Path, lines: Sequence[str]) -> None:
    """Put lines into what the log's path names, and again for as long as that is another file afterwards."""
    for attempt in range(_MOST_REPLACED):
        with _opened(log) as file:
            if _put(file, log, _missing(file, lines) if attempt else lines):
                return
    raise NotWritten("another program keeps replacing this log")


@contextmanager
def _opened(log: Path) -> Iterator[int]:
    """Open a log, and make it where it is missing; one that was made and came to nothing is removed again."""
    made = not log.exists()
    file = os.open(log, _OPEN, 0o666)
    try:
        yield file
    except BaseException:
        with suppress(OSError):
            if made and _is_still(file, log):
                log.unlink()
        raise
    finally:
        with suppress(OSError):  # what matters is synced before
            os.close(file)


def _put(file: int, log: Path, lines: Sequence[str]) -> bool:
    """Put lines at the end of an open file, and that on disk; whether it is the log still."""
    size = os.fstat(file).st_size
    if size > LARGEST:
        raise NotWritten(f"the log has more than {LARGEST >> 20} MiB, and cannot be read any more")
    end, line_ended = _end(file, size)
    data = "".join(f"{line}\n" for line in ([] if line_ended else [""]) + list(lines)).encode()
    if end + len(data) > LARGEST:
        raise NotWritten(f"the log would have more than {LARGEST >> 20} MiB, the most that is read")
    if not end:
        sync_folder(log.parent)  # first, so that a log with a line in it is sure to be found again
    with _taken_back(file, end):
        if end < size:
            os.ftruncate(file, end)
        _write(file, data)
        os.fsync(file)
        return _is_still(file, log)


def _end(file: int, size: int) -> tuple[int, bool]:
    """Return where the text of a file ends, before any NULs, and whether it ends with a line end, or is empty."""
    while size > 0:
        start = max(0, size - _BLOCK)
        os.lseek(file, start, os.SEEK_SET)
        if kept := os.read(file, size - start).rstrip(b"\0"):
            return start + len(kept), kept.endswith(b"\n")
        size = start
    return 0, True


@contextmanager
def _taken_back(file: int, end: int) -> Iterator[None]:
    """Cut a file to its former end where anything fails; raises _Stuck where that fails, too."""
    try:
        yield
    except BaseException as error:
        try:
            os.ftruncate(file, end)
        except OSError as again:
            raise _Stuck(f"{_reason(error)}, then {_reason(again)}") from None
        with suppress(OSError):
            os.fsync(file)
        raise


def _write(file: int, data: bytes) -> None:
    """Write all of the data, at once wherever the system lets it."""
    left = memoryview(data)
    while left:
        taken = os.write(file, left)
        if not taken:
            raise OSError(EIO, os.strerror(EIO))
        left = left[taken:]


def _missing(file: int, lines: Sequence[str]) -> list[str]:
    """Return those lines that a file does not hold: who replaced the log may have read them there."""
    with os.fdopen(os.dup(file), "rb") as opened:
        opened.seek(0)
        held = set(opened.read(LARGEST).splitlines())
    return [line for line in lines if line.encode() not in held]


def _is_still(file: int, log: Path) -> bool:
    """Whether an open file is the one that the log's path names."""
    try:
        return os.path.samestat(os.fstat(file), log.stat())
    except FileNotFoundError:
        return False


def sync_folder(folder: Path) -> None:
    """Put on disk what stands in a folder, where the system knows such a thing."""
    if not _FOLDERS_SYNC:
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    except OSError as error:
        if error.errno not in (EINVAL, ENOTSUP):  # some shared folders have nothing to sync
            raise
    finally:
        os.close(opened)


def _reason(error: BaseException) -> str:
    if not isinstance(error, OSError):
        return "it was interrupted"
    if error.errno == ENOSPC:
        return "the disk is full"
    return f"the log cannot be written ({(error.strerror or str(error)).lower()})"
