"""Bytes from disk and onto it: reading with a sentence for every failure, writing through a temporary name."""

import os
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Final

LARGEST: Final = 16 * 1024 * 1024
_PATIENCE: Final = 1.0
"""Seconds in which something must come out of a pipe that nobody holds open for writing."""


class FileTrouble(Exception):
    """A file or folder that cannot be read or written; its text is a sentence for the person who asked."""


def read(path: Path, largest: int = LARGEST, wanted: str = "a cycle file") -> bytes:
    """Return a file's bytes, one more than `largest` at most; raises FileTrouble, naming what is `wanted`."""
    try:
        if path.is_fifo():
            return _out_of_pipe(path, largest + 1, wanted)
        with path.open("rb") as file:
            return file.read(largest + 1)
    except FileNotFoundError:
        raise FileTrouble(f"{path}: there is no such file") from None
    except IsADirectoryError:
        raise FileTrouble(f"{path}: this is a folder, {wanted} is wanted") from None
    except PermissionError:
        kind = f"this is a folder, {wanted} is wanted" if path.is_dir() else "this file may not be read"
        raise FileTrouble(f"{path}: {kind}") from None
    except (OSError, ValueError) as error:
        raise FileTrouble(f"{path}: cannot be read ({_reason(error)})") from None


def read_if_there(path: Path, largest: int = LARGEST, wanted: str = "a file") -> bytes | None:
    """Return the bytes of a file that need not be there, as `read` does, and None where nothing is; raises FileTrouble.

    Nothing but a file may be there: of a pipe there would be no end. A link that leads nowhere is none.
    """
    try:
        path.stat()
        odd = not path.is_file() and not path.is_dir()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError:
        odd = False  # reading says what is wrong
    if odd:
        raise FileTrouble(f"{path}: this is no ordinary file, {wanted} is wanted")
    return read(path, largest, wanted)


def _out_of_pipe(path: Path, most: int, wanted: str) -> bytes:
    """Return what comes out of a pipe; raises FileTrouble for one that nobody writes to, which would be waited for for ever.

    `<(...)` of a shell is such a pipe, too, with a writer at its other end from the start. To one with a name a writer may
    come only when there is a reader, so it is given a moment.
    """
    from select import select

    with os.fdopen(os.open(path, os.O_RDONLY | os.O_NONBLOCK), "rb") as pipe:
        select([pipe], [], [], _PATIENCE)
        try:
            first = os.read(pipe.fileno(), most)
        except BlockingIOError:  # somebody holds it open, and takes their time
            os.set_blocking(pipe.fileno(), True)
            return pipe.read(most)
        if not first:
            raise FileTrouble(
                f"{path}: this is not a file but a pipe to which nobody writes, {wanted} is wanted"
            )
        os.set_blocking(pipe.fileno(), True)
        return first + pipe.read(most - len(first))


def expect_folder(folder: Path) -> None:
    """Make sure that a folder is there or can be made; raises FileTrouble, naming the file that stands in its place."""
    with suppress(OSError):  # what may not be looked at says so once it is written to
        for each in (folder, *folder.parents):
            if each.is_dir():
                return
            if os.path.lexists(each):
                kind = "a file" if each.exists() else "a link that leads nowhere"
                raise FileTrouble(f"{each}: this is {kind}; a folder is wanted")


def write(folder: Path, name: str, content: bytes) -> Path:
    """Write a file into a folder, which is made where it is missing, and return its path; raises FileTrouble.

    The bytes go to a temporary name first and are moved into place, so a reader never sees half a file.
    """
    if name in ("", ".", "..") or any(mark in name for mark in "/\\:\0"):
        raise FileTrouble(f"{name!r} is no name for a file")
    target = folder / name
    expect_folder(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _moved_into_place(target, content, 0o666 & ~_umask(), synced=False)
    except OSError as error:
        raise FileTrouble(f"{target}: cannot be written ({_reason(error)})") from None
    return target


def replace(target: Path, content: bytes) -> None:
    """Put bytes in the place of a file's, on disk when this returns, its rights as they were; raises FileTrouble.

    A file that nobody may write to is left alone, though its folder would let it be replaced.
    """
    try:
        mode = target.stat().st_mode
        if not mode & 0o222 or not os.access(target, os.W_OK):
            raise FileTrouble(f"{target}: cannot be written (it is write-protected)")
        _moved_into_place(target, content, mode, synced=True)
    except OSError as error:
        raise FileTrouble(f"{target}: cannot be written ({_reason(error)})") from None


def _moved_into_place(target: Path, content: bytes, mode: int, *, synced: bool) -> None:
    with NamedTemporaryFile(dir=target.parent, prefix=".", suffix=".part", delete=False) as file:
        part = Path(file.name)
        try:
            file.write(content)
            if synced:
                file.flush()
                os.fsync(file.fileno())
            file.close()
            part.chmod(mode)
            part.replace(target)
            if synced:
                _sync_folder(target.parent)
        except BaseException:
            part.unlink(missing_ok=True)
            raise


def _sync_folder(folder: Path) -> None:
    """Put on disk that a file was moved into place; where the system cannot, the file is in place all the same."""
    from peercycle.progress.append import sync_folder

    with suppress(OSError):
        sync_folder(folder)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _reason(error: Exception) -> str:
    return (getattr(error, "strerror", None) or str(error)).lower()
