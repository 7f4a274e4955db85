"""What documents are made from, as one hash: the same hash means the same documents."""

from collections.abc import Iterator, Sequence
from hashlib import sha256
from importlib.util import find_spec
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
_LIBRARIES: Final = ("docx", "icalendar", "jinja2", "lxml", "markdown_it", "openpyxl", "typst")
"""What documents are made with; an extra that is installed since makes more of them."""


def inputs_of(cycle_file: Path, asked: Sequence[str]) -> str:
    """Return the hash of all that goes into documents but `published`, and of what was asked for; raises FileTrouble."""
    digest = sha256("\n".join([peercycle.__version__, *asked]).encode())
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
    """Yield the files of peercycle itself, whose version stays the same while it is being worked on, and of libraries."""
    yield from sorted(_PROGRAM.rglob("*.py"))
    yield from files_of(bundled())
    for library in _LIBRARIES:
        spec = find_spec(library)
        if spec and spec.origin:
            yield Path(spec.origin)


def _workspace(cycle_file: Path) -> Iterator[Path]:
    workspace = workspace_of(cycle_file)
    yield from (path for path in (cycle_file, log_of(cycle_file), workspace / CONTACTS) if path.is_file())
    for folder in (TEMPLATES, NOTES):
        yield from files_of(workspace / folder)
