"""The template of a document: the workspace's own before the one peercycle ships."""

from pathlib import Path
from typing import Final

from peercycle.documents.templates import (
    LARGEST,
    Specimen,
    Template,
    TemplateTrouble,
    shipped,
    shipped_specimen,
)
from peercycle.exports import HOUSES
from peercycle.workspace.files import read_if_there
from peercycle.workspace.finding import workspace_of

FOLDER: Final = "templates"
BINARY: Final = ".docx"


def template_for(cycle_file: Path, name: str) -> Template:
    """Return a template of the workspace, or the shipped one where it has none that differs; raises FileTrouble."""
    ours = shipped(name)
    held = _of_workspace(cycle_file, name)
    if held is None:
        return ours
    path, raw = held
    try:
        source = raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise TemplateTrouble(path, line, "this is not UTF-8 text; save it as UTF-8") from None
    return ours if source == ours.source else Template(path, source, own=True)


def specimen_for(cycle_file: Path, name: str) -> Specimen:
    """Return a house template that is no text, of the workspace before the shipped one; raises FileTrouble."""
    ours = shipped_specimen(name)
    held = _of_workspace(cycle_file, name)
    return ours if held is None or held[1] == ours.content else Specimen(*held, own=True)


def _of_workspace(cycle_file: Path, name: str) -> tuple[str, bytes] | None:
    path = workspace_of(cycle_file) / FOLDER / name
    raw = read_if_there(path, wanted="a template")
    if raw is None:
        return None
    if len(raw) > LARGEST:
        raise TemplateTrouble(str(path), None, "this file is too large for a template")
    return str(path), raw


def house_for(cycle_file: Path, suffix: str) -> Template | Specimen:
    """Return the house template of a format; raises FileTrouble."""
    name = HOUSES[suffix]
    return specimen_for(cycle_file, name) if name.endswith(BINARY) else template_for(cycle_file, name)
