"""The lines that stand on every page of a Word paper: where the house has them, and how they are put there."""

from collections.abc import Sequence
from copy import deepcopy
from typing import TYPE_CHECKING, Any, Final

from docx.opc.oxml import serialize_part_xml
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn

if TYPE_CHECKING:
    from docx.document import Document as Opened
    from docx.section import _Footer, _Header

MARK: Final = "{running}"
"""What stands in a header or footer where the lines go; without it they go on top of the footer."""
PLACE: Final = "peercycle-running"
"""What stands there once the house is ready: one run holds all of it, and nothing else is called so."""
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"


def prepare(document: "Opened") -> None:
    """Make sure that the last section has headers and footers of its own, and in one of them a place for the lines."""
    _inherit(document)
    section = document.sections[-1]
    kinds = [(section.header, section.footer)]
    if section.different_first_page_header_footer:
        kinds.append((section.first_page_header, section.first_page_footer))
    if document.settings.odd_and_even_pages_header_footer:
        kinds.append((section.even_page_header, section.even_page_footer))
    for header, footer in kinds:
        placed = [_placed(each._element) for each in (header, footer) if not each.is_linked_to_previous]  # noqa: SLF001
        if not any(placed):
            _on_top(footer, document.styles["Footer"].style_id)


def _inherit(document: "Opened") -> None:
    """Let the last section, the only one that is kept, have what Word shows there from the sections before it."""
    *before, last = (section._sectPr for section in document.sections)  # noqa: SLF001
    for tag in ("w:footerReference", "w:headerReference"):
        for kind in ("default", "first", "even"):
            found = [
                ref
                for each in (*before, last)
                for ref in each.findall(qn(tag))
                if ref.get(qn("w:type")) == kind
            ]
            if found and found[-1].getparent() is not last:
                last.insert(0, deepcopy(found[-1]))


def _placed(part: Any) -> bool:
    """Put the place where the mark is, in tables and content controls too; whether there is any."""
    found = [_marked(paragraph) for paragraph in part.iter(qn("w:p"))]
    return any(found)


def _marked(paragraph: Any) -> bool:
    """Put the place for the mark in a paragraph, which Word may have split over runs."""
    texts = [each for each in paragraph.iter(qn("w:t")) if next(each.iterancestors(qn("w:p"))) is paragraph]
    found = False
    while (at := "".join(each.text or "" for each in texts).find(MARK)) >= 0:
        found = True
        _replace(texts, at)
    return found


def _replace(texts: Sequence[Any], at: int) -> None:
    """Put the place for the mark that begins at a letter of these texts into the text in which it begins."""
    left, begun = len(MARK), False
    for each in texts:
        said = each.text or ""
        if not begun and at >= len(said):
            at -= len(said)
            continue
        cut = min(left, len(said) - at)
        each.text = said[:at] + ("" if begun else PLACE) + said[at + cut :]
        each.set(_SPACE, "preserve")
        left, at, begun = left - cut, 0, True
        if not left:
            return


def _on_top(footer: "_Footer | _Header", style: str) -> None:
    footer.is_linked_to_previous = False
    paragraph, run = OxmlElement("w:p"), OxmlElement("w:r")
    properties, named = OxmlElement("w:pPr"), OxmlElement("w:pStyle")
    named.set(qn("w:val"), style)
    properties.append(named)
    run.append(_text(PLACE))
    paragraph.extend((properties, run))
    footer._element.insert(0, paragraph)  # noqa: SLF001 - python-docx adds paragraphs at the end only


def run_on(content: bytes, lines: Sequence[str]) -> bytes:
    """Return a header or footer with the lines, of letters that XML can hold, in their place, one below the other."""
    part = parse_xml(content)
    for text in list(part.iter(qn("w:t"))):
        if PLACE in (said := text.text or ""):
            text.text, *others = said.replace(PLACE, "\n".join(lines)).split("\n")
            for line in reversed(others):
                text.addnext(_text(line))
                text.addnext(OxmlElement("w:br"))
    return bytes(serialize_part_xml(part))


def _text(said: str) -> Any:
    text = OxmlElement("w:t")
    text.text = said
    text.set(_SPACE, "preserve")
    return text
