"""What a Word house file holds for itself and no paper takes over: its body, all that belongs to it, and its properties."""

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
_LOOK: Final = {"styles", "stylesWithEffects", "numbering", "settings", "webSettings", "fontTable", "theme"}
"""What a document leads to that gives it its look and no words."""
_NOTES: Final = ("w:footnotePr", "w:endnotePr")
_CORE: Final = "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"
"""How Word names the properties that hold the title, where a content control shows one of them."""


def clear(document: "Opened") -> None:
    """Leave nothing in a house file but its look, with marks where blocks and title go."""
    _empty(document)
    _unbind(document)
    _untold(document)


def _empty(document: "Opened") -> None:
    """Leave nothing in the body but a mark where the blocks go, and the last section's page; and nothing that it led to."""
    body = document.element.body
    for child in list(body):
        if child.tag != qn("w:sectPr"):
            body.remove(child)
    body.insert(0, comment(BODY))
    used = {
        held
        for element in elements(document.element)
        for key, held in element.attrib.items()
        if key.startswith(RELATIONS)
    }
    for ident, relation in list(document.part.rels.items()):
        if ident not in used and relation.reltype.rpartition("/")[2] not in _LOOK:
            del document.part.rels[ident]
    for name in _NOTES:  # they name footnotes that stood in the body
        for told in document.settings.element.findall(qn(name)):
            document.settings.element.remove(told)


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
