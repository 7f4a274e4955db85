"""Documents made: view, content, notes by hand, blocks, house, bytes; all of them before the first is written."""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import Any, Final, NamedTuple

from peercycle.documents.blocks import Block, Refused, plain_markdown
from peercycle.documents.by_hand import Spliced, spliced
from peercycle.documents.edition import Edition
from peercycle.documents.kinds import KINDS
from peercycle.documents.limits import blamed, texts
from peercycle.documents.templates import Template, TemplateTrouble
from peercycle.exports import EXPORTS, Page, exporter
from peercycle.workspace.notes import notes_for
from peercycle.workspace.own_templates import house_for, template_for

FORMATS: Final = ("md", *EXPORTS)


class Made(NamedTuple):
    """A document ready to be written: a file name without folders, its bytes, and what it is about.

    `kind` and `subject` are "" of what no template makes, such as the tracker; `readers` says for whom alone it is, "" where
    it is for all. `vacant` says whose calendar it is, of one in which nothing stands. `says` is a hash of what a paper says,
    the same in every format, "" of all else.
    """

    name: str
    content: bytes
    kind: str = ""
    subject: str = ""
    title: str = ""
    readers: str = ""
    vacant: str = ""
    says: str = ""


def make(
    edition: Edition, cycle_file: Path, kind: str, subjects: Sequence[str], formats: Sequence[str]
) -> Iterator[Made]:
    """Yield the documents of one kind about these subjects, format by format.

    Raises TemplateTrouble, NotesTrouble, FileTrouble and ExtraMissing.
    """
    views = [KINDS[kind].view(edition, subject) for subject in subjects]
    template = template_for(cycle_file, f"{kind}.md.j2")
    written = [
        spliced(text, notes_for(cycle_file, kind, subject))
        for subject, text in zip(subjects, texts(template, "markdown", views), strict=True)
    ]
    pages = list(_pages(template, views, written))
    names = stems(f"{edition.cycle.cycle} {kind}", subjects)
    says = [_says(page, text) for page, text in zip(pages, written, strict=True)]
    for suffix in formats:
        contents = _in_format(suffix, written, pages, cycle_file)
        for stem, subject, view, said, content in zip(names, subjects, views, says, contents, strict=True):
            name = f"{stem}.{suffix}"
            yield Made(name, content, kind, subject, view["title"], view["readers"], says=said)


def _says(page: Page, text: Spliced) -> str:
    """Return a hash of what a paper says in whatever format."""
    return sha256("\n".join((page.title, *page.running, text.text)).encode()).hexdigest()[:16]


def to_write(made: Iterable[Made], folder: Path) -> list[Made]:
    """Return what is written into a folder: a calendar in which nothing stands only in the place of an earlier one.

    Whoever subscribed to that one would otherwise keep what is no longer so.
    """
    return [each for each in made if not each.vacant or (folder / each.name).is_file()]


def _pages(template: Template, views: Sequence[dict[str, Any]], written: Sequence[Spliced]) -> Iterator[Page]:
    for view, text in zip(views, written, strict=True):
        yield Page(view["title"], tuple(view["running"]), _blocks(template, view, text))


def _blocks(template: Template, view: dict[str, Any], text: Spliced) -> list[Block]:
    """Return a document's blocks; what is not in the conventions is laid at the template's line."""
    try:
        return text.blocks()
    except Refused as refused:
        line = blamed(template, "markdown", view, refused.line)
        raise TemplateTrouble(template.name, line, refused.message) from None


def _in_format(
    suffix: str, written: Sequence[Spliced], pages: Sequence[Page], cycle_file: Path
) -> list[bytes]:
    if suffix == "md":
        return [plain_markdown(each.text).encode() for each in written]
    return exporter(suffix)(pages, house_for(cycle_file, suffix))


def stems(lead: str, subjects: Sequence[str]) -> list[str]:
    """Return a file name without its suffix for each subject; two that would be the same are told apart by a number."""
    found: dict[str, None] = {}
    for subject in subjects:
        stem = file_part(f"{lead} {subject}")
        found[next(name for name in _numbered(stem) if name not in found)] = None
    return list(found)


def _numbered(stem: str) -> Iterator[str]:
    yield stem
    yield from (f"{stem}-{number}" for number in count(2))


def file_part(text: str) -> str:
    """Return a text as part of a file name that any council's file store takes."""
    plain = "".join(c if c.isascii() and c.isalnum() else " " for c in text)
    return "-".join(plain.split()).lower() or "cycle"
