"""What documents are made from, as one hash: the same hash means the same documents."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from hashlib import sha256
from os.path import relpath
from pathlib import Path
from typing import Final

import peercycle
from peercycle.documents.templates import bundled
from peercycle.workspace.contacts import NAME as CONTACTS
from peercycle.workspace.files import LARGEST, read
from peercycle.workspace.finding import workspace_of
from peercycle.workspace.logs import log_of
from peercycle.workspace.notes import FOLDER as NOTES
from peercycle.workspace.notes import files_of
from peercycle.workspace.own_templates import FOLDER as TEMPLATES
from peercycle.workspace.revisions import SUFFIX as PUBLISHED

_PROGRAM: Final = Path(peercycle.__file__).parent
_LIBRARIES: Final = (
    "icalendar", "jinja2", "lxml", "markdown_it_py", "mdit_py_plugins", "openpyxl", "python_docx", "typst",
)  # fmt: skip
"""What documents are made with; an extra that is installed since makes more of them."""


def inputs_of(cycle_file: Path, asked: Sequence[str]) -> str:
    """Return the hash of all that goes into documents but `published`, and of what was asked for; raises FileTrouble."""
    digest = sha256("\n".join([peercycle.__version__, *_libraries(), *asked]).encode())
    for path in _program():
        state = path.stat()
        digest.update(f"\n{path.parent.name} {path.name} {state.st_size} {state.st_mtime_ns}".encode())
    workspace = workspace_of(cycle_file)
    for path in _workspace(cycle_file):
        name = relpath(path, workspace)  # the same from wherever it is asked for
        digest.update(f"\n{name} {sha256(read(path, LARGEST)).hexdigest()}".encode())
    return digest.hexdigest()


def published(cycle_file: Path) -> str:
    """Return the hash of the record of calendars, which making documents itself changes; raises FileTrouble."""
    record = cycle_file.with_suffix(PUBLISHED)
    return sha256(read(record, LARGEST)).hexdigest() if record.is_file() else ""


def _program() -> Iterator[Path]:
    """Yield the files of peercycle itself, whose version stays the same while it is being worked on."""
    yield from sorted(_PROGRAM.rglob("*.py"))
    yield from files_of(bundled())


def _libraries() -> Iterator[str]:
    """Yield each library with its version, by the folder that its installer left: "openpyxl-3.1.5.dist-info".

    The standard library would read files for that, and take longer than all else here.
    """
    for folder in sys.path:
        with suppress(OSError):
            left = [name for name in os.listdir(folder or ".") if name.endswith("-info")]  # noqa: PTH208 - names will do
            yield from sorted(name for name in left if _plain(name.partition("-")[0]) in _LIBRARIES)


def _plain(name: str) -> str:
    """Return a library's name as newer installers write it."""
    return name.lower().replace(".", "_")


def _workspace(cycle_file: Path) -> Iterator[Path]:
    workspace = workspace_of(cycle_file)
    yield from (path for path in (cycle_file, log_of(cycle_file), workspace / CONTACTS) if path.is_file())
    for folder in (TEMPLATES, NOTES):
        yield from files_of(workspace / folder)
