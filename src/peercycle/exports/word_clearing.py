"""What a Word house file holds for itself and no paper takes over: its body, what belongs to it, its properties and settings."""

from typing import TYPE_CHECKING, Any, Final

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from peercycle.exports import LANGUAGE
from peercycle.exports.word_edges import edges
from peercycle.exports.word_parts import RELATIONS, comment, elements, local

if TYPE_CHECKING:
    from docx.document import Document as Opened

TITLE: Final = "peercycle-title"
BODY: Final = "peercycle-body"
_KEPT: Final = (RELATIONSHIP_TYPE.OFFICE_DOCUMENT, RELATIONSHIP_TYPE.CORE_PROPERTIES)
_LOOK: Final = {"styles", "numbering", "settings", "fontTable", "theme"}
"""What a document leads to that gives it its look and no words."""
_SHOWN: Final = {"header", "footer", "image"}
"""What it leads to that stands on its pages, where one of them has it."""
_SETTINGS: Final = {
    "embedTrueTypeFonts", "embedSystemFonts", "saveSubsetFonts",
    "mirrorMargins", "alignBordersAndEdges", "bordersDoNotSurroundHeader", "bordersDoNotSurroundFooter", "gutterAtTop",
    "evenAndOddHeaders", "bookFoldRevPrinting", "bookFoldPrinting", "bookFoldPrintingSheets", "displayBackgroundShape",
    "autoHyphenation", "consecutiveHyphenLimit", "hyphenationZone", "doNotHyphenateCaps",
    "defaultTabStop", "defaultTableStyle", "characterSpacingControl", "noPunctuationKerning",
    "strictFirstAndLastChars", "noLineBreaksAfter", "noLineBreaksBefore",
    "hdrShapeDefaults", "shapeDefaults", "compat", "themeFontLang", "clrSchemeMapping", "decimalSymbol", "listSeparator",
}  # fmt: skip
"""The settings that papers take over: how pages, lines and drawings are laid out, and nothing of who wrote the file or when."""
_CORE: Final = "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"
"""How Word names the properties that hold the title, where a content control shows one of them."""


def clear(document: "Opened") -> None:
    """Leave nothing in a house file but its look, with marks where blocks and title go."""
    _empty(document)
    _cut_off(document)
    _forget(document)
    _unbind(document)
    _untold(document)


def _empty(document: "Opened") -> None:
    """Leave nothing in the body but a mark where the blocks go, and the last section's page."""
    body = document.element.body
    for child in list(body):
        if child.tag != qn("w:sectPr"):
            body.remove(child)
    body.insert(0, comment(BODY))


def _cut_off(document: "Opened") -> None:
    """Leave of what the document, its headers and its footers lead to only the look, and what their pages show."""
    relations, used = document.part.rels, _used(document.element)
    for ident, relation in list(relations.items()):
        kind = relation.reltype.rpartition("/")[2]
        if kind not in _LOOK and not (kind in _SHOWN and ident in used):
            del relations[ident]
    for element in list(elements(document.element))[1:]:
        if not _used(element, within=False) <= relations.keys():  # such as what the printer was told
            element.getparent().remove(element)
    for edge in edges(document):
        for ident in edge.rels.keys() - _used(edge.element):
            del edge.rels[ident]


def _used(root: Any, *, within: bool = True) -> set[str]:
    """Return the ids by which an element, and all `within` it, uses what its part leads to."""
    return {
        held
        for element in (elements(root) if within else [root])
        for key, held in element.attrib.items()
        if key.startswith(RELATIONS)
    }


def _forget(document: "Opened") -> None:
    """Leave out of the settings whatever papers do not take over: variables, protection, tracking, notes of the body."""
    settings = document.settings.element
    for told in list(settings):
        if told.tag not in {qn(f"w:{name}") for name in _SETTINGS}:
            settings.remove(told)
    document.part.part_related_by(RELATIONSHIP_TYPE.SETTINGS).rels.clear()


def _unbind(document: "Opened") -> None:
    """Let content controls stay as they are that would show a property or data of the house: only a title is a paper's, too."""
    for part in edges(document):
        for element in [each for each in elements(part.element) if local(each) == "dataBinding"]:
            if not _shows_title(element):
                element.getparent().remove(element)


def _shows_title(binding: Any) -> bool:
    shown = str(binding.get(qn("w:xpath"), ""))
    return (
        binding.tag == qn("w:dataBinding")
        and binding.get(qn("w:storeItemID")) == _CORE
        and ":title[" in shown
    )


def _untold(document: "Opened") -> None:
    """Take out of the file's properties who made it and when: each paper has its own title, and no date of making."""
    package = document.part.package
    for ident, relation in list(package.rels.items()):
        if relation.reltype not in _KEPT:
            del package.rels[ident]
    properties = document.core_properties
    element = properties._element  # noqa: SLF001 - there is no other way to take one out
    for child in list(element):
        element.remove(child)
    properties.title, properties.language = TITLE, LANGUAGE
