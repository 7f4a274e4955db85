"""Documents made: view, content, blocks, house, bytes; all of them before the first is written."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from peercycle.documents.blocks import plain_markdown, read_blocks
from peercycle.documents.environment import render_content
from peercycle.documents.kinds import KINDS
from peercycle.documents.templates import bundled
from peercycle.exports import EXPORTS, exporter
from peercycle.schedule.status import Status
from peercycle.workspace.finding import workspace_of

FORMATS = ("md", *EXPORTS)


class Made(NamedTuple):
    """A document ready to be written: a file name without folders, and its bytes."""

    name: str
    content: bytes


def template_folders(cycle_file: Path) -> list[Path]:
    """Return where templates are looked for: the workspace's own folder first, then the shipped one."""
    own = workspace_of(cycle_file) / "templates"
    shipped = Path(str(bundled()))
    return [
        folder for folder in (own, shipped) if folder.is_dir() and not (folder == own and _same(own, shipped))
    ] or [shipped]


def _same(own: Path, shipped: Path) -> bool:
    return own.resolve() == shipped.resolve()


def make(
    status: Status,
    kind: str,
    subjects: Iterable[str],
    formats: Sequence[str],
    state: str,
    folders: Sequence[Path],
) -> Iterator[Made]:
    """Yield the documents of one kind, in each format, for these subjects."""
    label = status.plan.cycle.cycle
    for subject in subjects:
        view = KINDS[kind].view(status, subject, state)
        markdown = render_content(kind, view, folders)
        stem = f"{file_part(label)}-{kind}-{file_part(subject)}"
        for suffix in formats:
            yield Made(f"{stem}.{suffix}", in_format(suffix, markdown, view, folders))


def in_format(suffix: str, markdown: str, view: dict[str, object], folders: Sequence[Path]) -> bytes:
    """Return a document's bytes in one format."""
    if suffix == "md":
        return plain_markdown(markdown).encode()
    meta = {"title": view["title"], "handling": view.get("handling"), "language": "en-GB"}
    return exporter(suffix)(read_blocks(markdown), meta, folders)


def file_part(text: str) -> str:
    """Return a text as part of a file name that any council's file store takes."""
    return (
        "-".join("".join(c if c.isascii() and c.isalnum() else " " for c in text).split()).lower() or "cycle"
    )
