"""A Word house file read by python-docx, and known to be whole before anything of ours is done with it."""

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.exceptions import OpcError
from docx.oxml.exceptions import XmlchemyError
from docx.oxml.ns import qn

from peercycle.exports.word_edges import edges
from peercycle.exports.word_parts import WORD, Broken

if TYPE_CHECKING:
    from docx.document import Document as Opened

_TRIPS: Final = (
    Broken, OpcError, XmlchemyError, KeyError, ValueError, AttributeError, TypeError, NotImplementedError,
)  # fmt: skip
"""What python-docx raises at a part that is not there or is another than it is called, and at a value that is none."""


class DamagedFile(Exception):
    """A file that python-docx cannot read, or in which something is missing that Word always writes."""


def read(content: bytes) -> "Opened":
    """Return a file read; raises DamagedFile. Nothing that is asked of it later trips over what stands in it."""
    try:
        document = Document(BytesIO(content))
        whole = all(_whole(document))
    except _TRIPS:
        raise DamagedFile from None
    if not whole:
        raise DamagedFile
    return document


def _whole(document: "Opened") -> Iterator[bool]:
    """Yield whether each thing that is asked of a file later is as it has to be; python-docx raises `_TRIPS` at others."""
    numbering = document.part.numbering_part.element
    # What is written into these names its elements as Word does.
    yield all(root.nsmap.get("w") == WORD[0] for root in (document.element, numbering))
    yield document.element.tag == qn("w:document") and document.element.body is not None
    yield document.settings.element.tag == qn("w:settings")
    yield document.core_properties.title is not None
    for relation in document.part.package.iter_rels():
        yield all(isinstance(told, str) for told in (relation.rId, relation.reltype, relation.target_ref))
    for num in numbering.num_lst:
        yield num.numId >= 0 and num.abstractNumId.val >= 0
    for style in document.styles:
        yield (style.name is None or isinstance(style.name, str)) and _has_end(style)
    yield _has_end(document.styles.default(WD_STYLE_TYPE.PARAGRAPH))
    for part in (*edges(document), *_referred_to(document)):
        yield part.element is not None
    yield all(length is None or isinstance(length, int) for length in _lengths(document))


def _lengths(document: "Opened") -> Iterator[object]:
    """Yield every length that is counted with later, None for one that is left to Word."""
    for page in document.sections:
        yield from (page.page_width, page.left_margin, page.right_margin)
    for spacing in document.styles.element.iter(qn("w:spacing")):
        yield spacing.after


def _has_end(style: Any) -> bool:
    """Whether a style is one, and is based on others that do not go round in a circle."""
    met = set[str]()
    while style is not None and style.style_id not in met:
        met.add(style.style_id)
        style = style.base_style if style.type in (WD_STYLE_TYPE.PARAGRAPH, WD_STYLE_TYPE.CHARACTER) else None
    return style is None


def _referred_to(document: "Opened") -> Iterator[Any]:
    """Yield the part of every header and footer that a section names."""
    for reference in document.element.iter(qn("w:headerReference"), qn("w:footerReference")):
        yield document.part.related_parts[reference.rId]
