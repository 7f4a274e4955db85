"""The headers and footers of a Word house file: kept where its body is not, with a place for the lines of every page."""

from typing import TYPE_CHECKING, Any, Final, cast

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from peercycle.exports.word_running import RUNNING, marked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document as Opened
    from docx.opc.part import XmlPart
    from docx.section import _BaseHeaderFooter

_EDGES: Final = (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER)


def inherit(document: "Opened") -> None:
    """Give the last section, which alone is kept, the headers and footers that it takes over from those before it."""
    body = document.element.body
    before, last = body.findall(f".//{qn('w:pPr')}/{qn('w:sectPr')}"), body.find(qn("w:sectPr"))
    for section in reversed(before):
        for kind in ("w:headerReference", "w:footerReference"):
            held = {each.get(qn("w:type")) for each in last.iterchildren(qn(kind))}
            for each in section.findall(qn(kind)):
                if each.get(qn("w:type")) not in held:
                    last.insert(0, each)


def foot(document: "Opened") -> None:
    """Make sure that every page has a place for the lines that stand on every page."""
    section = document.sections[-1]
    pairs: list[tuple[_BaseHeaderFooter, _BaseHeaderFooter]] = [(section.header, section.footer)]
    if section.different_first_page_header_footer:
        pairs.append((section.first_page_header, section.first_page_footer))
    if document.settings.odd_and_even_pages_header_footer:
        pairs.append((section.even_page_header, section.even_page_footer))
    for header, footer in pairs:
        if not any(marked(each.part.element) for each in (header, footer) if not each.is_linked_to_previous):
            footer.is_linked_to_previous = False
            footer.part.element.insert(0, _line(document))


def _line(document: "Opened") -> Any:
    """Return a paragraph that is the place for those lines."""
    paragraph = document.add_paragraph(RUNNING)
    # By its name alone python-docx would not find it in a file of LibreOffice's, which writes it with a capital.
    paragraph.style = next(each for each in document.styles if each.name == "Footer")
    return paragraph._p  # noqa: SLF001 - a paragraph made elsewhere cannot be put into a footer otherwise


def edges(document: "Opened") -> "Iterator[XmlPart]":
    """Yield every header and footer."""
    for each in document.part.rels.values():
        if each.reltype in _EDGES:
            yield cast("XmlPart", each.target_part)
