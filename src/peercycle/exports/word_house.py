"""The house file of Word papers: opened, refused where it is no plain Word file, and made ready to be filled in."""

from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from zipfile import ZipFile

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from peercycle.documents.templates import Specimen, TemplateTrouble
from peercycle.exports import LANGUAGE
from peercycle.exports.word_refusals import DAMAGED, refused
from peercycle.exports.word_running import RUNNING, marked
from peercycle.schedule.wording import listed

if TYPE_CHECKING:
    from docx.document import Document as Opened
    from docx.section import _BaseHeaderFooter

STYLES: Final = (
    "Title", "Heading 1", "Heading 2", "Heading 3", "List Bullet", "List Number", "List Continue", "List Tick", "Particulars",
    "Paper Table", "Table Text", "Caption", "Note", "Local Notes", "Sign-off", "Hyperlink", "Footer",
)  # fmt: skip
"""The styles that a house file has to have, by the names Word shows."""
TITLE: Final = "peercycle-title"
BODY: Final = "peercycle-body"
_EDGES: Final = (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER)
_TWIP: Final = 635
"""A twentieth of a point in the units of python-docx."""
_A4, _MARGIN = 11906 * _TWIP, 1134 * _TWIP


class House(NamedTuple):
    """A house file ready to be filled in: its parts by name, and the ids of its styles by their names.

    `bullets` is the list that bulleted items below the first level are of, `figures` the kind of list that numbered ones
    are of, `first_free` the first number no list has; `width` is the room for text, in twentieths of a point;
    `running` are the headers and footers in which lines go that stand on every page.
    """

    parts: dict[str, bytes]
    styles: dict[str, str]
    bullets: int
    figures: int
    first_free: int
    width: int
    running: frozenset[str]


@lru_cache(maxsize=2)
def opened(specimen: Specimen) -> House:
    """Return a house file ready to be filled in; raises TemplateTrouble with every style that it lacks."""
    for reason in refused(specimen.content):
        raise TemplateTrouble(specimen.name, None, reason)
    try:
        return _ready(specimen.name, Document(BytesIO(specimen.content)))
    except TemplateTrouble:
        raise
    except Exception:  # noqa: BLE001 - whatever python-docx trips over, the file is at fault
        raise TemplateTrouble(specimen.name, None, DAMAGED) from None


def _ready(name: str, document: "Opened") -> House:
    styles = {style.name: style.style_id for style in document.styles if style.name}
    missing = [f"'{wanted}'" for wanted in STYLES if wanted not in styles]
    if missing:
        noun = "style" if len(missing) == 1 else "styles"
        raise TemplateTrouble(
            name,
            None,
            f"it has no {noun} {listed(missing)}; make {'it' if len(missing) == 1 else 'them'} in Word",
        )
    bullets, figures = (_list_of(name, document, style) for style in ("List Bullet", "List Number"))
    free = max(int(num.get(qn("w:numId"))) for num in _numbering(document).findall(qn("w:num"))) + 1
    page = document.sections[-1]
    width = (page.page_width or _A4) - (page.left_margin or _MARGIN) - (page.right_margin or _MARGIN)
    _speak(document)
    _inherit(document)
    _foot(document)
    _empty(document)
    _untold(document)
    return House(
        _parts(document), styles, bullets[0], figures[1], free, int(width) // _TWIP, _running(document)
    )


def _numbering(document: "Opened") -> Any:
    return document.part.numbering_part.element


def _list_of(name: str, document: "Opened", style: str) -> tuple[int, int]:
    """Return the number of the list a style counts by, and of what kind it is."""
    found = document.styles[style].element.find(f".//{qn('w:numId')}")
    number = found.get(qn("w:val")) if found is not None else None
    for num in _numbering(document).findall(qn("w:num")):
        if num.get(qn("w:numId")) == number:
            return int(number), int(num.find(qn("w:abstractNumId")).get(qn("w:val")))
    raise TemplateTrouble(name, None, f"its style '{style}' has no bullet or number; give it one in Word")


def _speak(document: "Opened") -> None:
    """Make the language of all text British English, whatever the file and its styles were saved in."""
    letters = document.styles.element
    for old in list(letters.iter(qn("w:lang"))):
        old.getparent().remove(old)
    for name in ("w:docDefaults", "w:rPrDefault", "w:rPr"):
        if letters.find(qn(name)) is None:
            letters.insert(0, OxmlElement(name))
        letters = letters.find(qn(name))
    letters.append(OxmlElement("w:lang", {qn("w:val"): LANGUAGE}))


def _inherit(document: "Opened") -> None:
    """Give the last section, which alone is kept, the headers and footers that it takes over from those before it."""
    body = document.element.body
    before, last = body.findall(f".//{qn('w:pPr')}/{qn('w:sectPr')}"), body.find(qn("w:sectPr"))
    for section in reversed(before):
        for kind in ("w:headerReference", "w:footerReference"):
            held = {each.get(qn("w:type")) for each in last.iterchildren(qn(kind))}
            for each in section.findall(qn(kind)):
                if each.get(qn("w:type")) not in held:
                    last.insert(0, each)


def _foot(document: "Opened") -> None:
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
    paragraph = document.add_paragraph(RUNNING, "Footer")
    return paragraph._p  # noqa: SLF001 - a paragraph made elsewhere cannot be put into a footer otherwise


def _running(document: "Opened") -> frozenset[str]:
    """Return the names of the headers and footers that have a place for those lines."""
    parts = [each.target_part for each in document.part.rels.values() if each.reltype in _EDGES]
    return frozenset(part.partname.lstrip("/") for part in parts if marked(part.element))


def _empty(document: "Opened") -> None:
    """Leave nothing in the body but a mark where the blocks go, and the last section's page."""
    body = document.element.body
    for child in list(body):
        if child.tag != qn("w:sectPr"):
            body.remove(child)
    document.add_paragraph(BODY)


def _untold(document: "Opened") -> None:
    """Take out of the file's properties who made it and when: each paper has its own title, and no date of making."""
    properties = document.core_properties
    element = properties._element  # noqa: SLF001 - there is no other way to take one out
    for child in list(element):
        element.remove(child)
    properties.title, properties.language = TITLE, LANGUAGE


def _parts(document: "Opened") -> dict[str, bytes]:
    buffer = BytesIO()
    document.save(buffer)
    with ZipFile(buffer) as packed:
        return {name: packed.read(name) for name in packed.namelist()}
