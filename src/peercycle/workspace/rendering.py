"""Documents made: view, content, blocks, house, bytes; all of them before the first is written."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

from peercycle.documents.blocks import Block, Refused, plain_markdown, read_blocks
from peercycle.documents.edition import Edition
from peercycle.documents.kinds import KINDS
from peercycle.documents.limits import blamed, texts
from peercycle.documents.templates import (
    LARGEST,
    Specimen,
    Template,
    TemplateTrouble,
    shipped,
    shipped_specimen,
)
from peercycle.exports import EXPORTS, Page, exporter, house
from peercycle.workspace.files import read
from peercycle.workspace.finding import workspace_of

FORMATS: Final = ("md", *EXPORTS)
BINARY: Final = ".docx"


class Made(NamedTuple):
    """A document ready to be written: a file name without folders, and its bytes."""

    name: str
    content: bytes


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
    path = workspace_of(cycle_file) / "templates" / name
    if not path.is_file():
        return None
    raw = read(path)
    if len(raw) > LARGEST:
        raise TemplateTrouble(str(path), None, "this file is too large for a template")
    return str(path), raw


def house_for(cycle_file: Path, suffix: str) -> Template | Specimen:
    """Return the house template of a format; raises FileTrouble, ExtraMissing."""
    name = house(suffix)
    return specimen_for(cycle_file, name) if name.endswith(BINARY) else template_for(cycle_file, name)


def make(
    edition: Edition, cycle_file: Path, kind: str, subjects: Sequence[str], formats: Sequence[str]
) -> list[Made]:
    """Return the documents of one kind about these subjects in each format; raises TemplateTrouble, FileTrouble."""
    views = [KINDS[kind].view(edition, subject) for subject in subjects]
    template = template_for(cycle_file, f"{kind}.md.j2")
    written = texts(template, "markdown", views)
    pages = list(_pages(template, views, written))
    stems = _stems(f"{edition.cycle.cycle} {kind}", subjects)
    made = []
    for suffix in formats:
        contents = _in_format(suffix, written, pages, cycle_file)
        made += [Made(f"{stem}.{suffix}", content) for stem, content in zip(stems, contents, strict=True)]
    return made


def _pages(template: Template, views: Sequence[dict[str, Any]], written: Sequence[str]) -> Iterator[Page]:
    for view, text in zip(views, written, strict=True):
        yield Page(view["title"], tuple(view["running"]), _blocks(template, view, text))


def _blocks(template: Template, view: dict[str, Any], text: str) -> list[Block]:
    """Return a document's blocks; what is not in the conventions is laid at the template's line."""
    try:
        return read_blocks(text)
    except Refused as refused:
        line = blamed(template, "markdown", view, refused.line)
        raise TemplateTrouble(template.name, line, refused.message) from None


def _in_format(suffix: str, written: Sequence[str], pages: Sequence[Page], cycle_file: Path) -> list[bytes]:
    if suffix == "md":
        return [plain_markdown(text).encode() for text in written]
    return exporter(suffix)(pages, house_for(cycle_file, suffix))


def _stems(lead: str, subjects: Sequence[str]) -> list[str]:
    """Return a file name without its suffix for each subject; two that would be the same are told apart by a number."""
    found: list[str] = []
    for subject in subjects:
        stem = file_part(f"{lead} {subject}")
        found.append(stem if stem not in found else f"{stem}-{found.count(stem) + 1}")
    return found


def file_part(text: str) -> str:
    """Return a text as part of a file name that any council's file store takes."""
    plain = "".join(c if c.isascii() and c.isalnum() else " " for c in text)
    return "-".join(plain.split()).lower() or "cycle"
