"""Bytes from disk and onto it: reading with a sentence for every failure, writing through a temporary name."""

import os
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Final

LARGEST: Final = 16 * 1024 * 1024


class FileTrouble(Exception):
    """A file or folder that cannot be read or written; its text is a sentence for the person who asked."""


def read(path: Path, largest: int = LARGEST, wanted: str = "a cycle file") -> bytes:
    """Return a file's bytes, one more than `largest` at most; raises FileTrouble, naming what is `wanted`."""
    try:
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


def write(folder: Path, name: str, content: bytes) -> Path:
    """Write a file into a folder, which is made where it is missing, and return its path; raises FileTrouble.

    The bytes go to a temporary name first and are moved into place, so a reader never sees half a file.
    """
    if name in ("", ".", "..") or any(mark in name for mark in "/\\:\0"):
        raise FileTrouble(f"{name!r} is no name for a file")
    target = folder / name
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
