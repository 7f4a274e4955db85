"""Word documents: blocks written into the house file with its own styles."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from peercycle.documents.templates import Specimen
from peercycle.exports import Page
from peercycle.exports.word_body import Body, attribute, text_of
from peercycle.exports.word_clearing import BODY, TITLE
from peercycle.exports.word_house import House, opened
from peercycle.exports.word_running import run_on

_HYPERLINK: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


def export(pages: Sequence[Page], house: Specimen) -> list[bytes]:
    """Return the bytes of each page; raises TemplateTrouble."""
    ready = opened(house)
    return [_packed(dict(_filled(ready, page))) for page in pages]


def _filled(house: House, page: Page) -> Iterator[tuple[str, bytes]]:
    """Yield every part of a document by name."""
    body = Body(house)
    written = body.written(page.blocks)
    folder, slash, file = house.document.rpartition("/")
    related = f"{folder}{slash}_rels/{file}.rels"
    for name, content in house.parts.items():
        if name == house.document:
            yield name, content.replace(f"<!--{BODY}-->".encode(), written.encode())
        elif name == house.numbering:
            yield name, _before_end(content, "".join(_restarts(house, body.restarts)))
        elif name == related:
            yield name, _before_end(content, "".join(_links(body.links)))
        elif name == house.properties:
            yield name, content.replace(TITLE.encode(), text_of(page.title).encode())
        elif name in house.running:
            yield name, run_on(content, page.running)
        else:
            yield name, content


def _before_end(content: bytes, added: str) -> bytes:
    start = content.rindex(b"</")
    return content[:start] + added.encode() + content[start:]


def _restarts(house: House, starts: Sequence[int]) -> Iterator[str]:
    """Yield a list of its own for each numbered one: in Word, one that is not told to begin again counts on."""
    for number, start in enumerate(starts, house.first_free):
        yield (
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="{house.figures}"/>'
            f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
        )


def _links(links: Sequence[str]) -> Iterator[str]:
    for number, link in enumerate(links, 1):
        yield f'<Relationship Id="link{number}" Type="{_HYPERLINK}" Target={attribute(link)} TargetMode="External"/>'


def _packed(parts: dict[str, bytes]) -> bytes:
    """Return a package with the time of day left out of it."""
    buffer = BytesIO()
    with ZipFile(buffer, "w") as packed:
        for name, content in parts.items():
            entry = ZipInfo(name)
            entry.compress_type = ZIP_DEFLATED
            packed.writestr(entry, content)
    return buffer.getvalue()
