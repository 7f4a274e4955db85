"""Changes that Word has kept track of in what papers take over: taken as made, so that no paper says who made them."""

from typing import TYPE_CHECKING, Any, Final

from peercycle.exports.word_edges import edges
from peercycle.exports.word_parts import WORD, elements, local, namespace

if TYPE_CHECKING:
    from docx.document import Document as Opened

_STRUCK: Final = {"del", "moveFrom"}
"""Text, or a row of a table, that somebody has deleted or moved away."""
_ADDED: Final = {"ins", "moveTo"}
_MARKS: Final = {"cellIns", "cellDel", "cellMerge", "permStart", "permEnd", "rsid"}
_ENDS: Final = ("Change", "RangeStart", "RangeEnd")
"""How the names end of what was before a change, and of the places where moved or commented text begins and ends."""
_SAVED: Final = f"{{{WORD[0]}}}rsid"
"""How the names of attributes begin that say when something was last saved."""


def settle(document: "Opened") -> None:
    """Take every change as made in the document, its styles and lists, and its headers and footers."""
    parts = (document.element, document.styles.element, document.part.numbering_part.element)
    for root in (*parts, *(edge.element for edge in edges(document))):
        for element in list(elements(root))[1:]:
            _settle(element)


def _settle(element: Any) -> None:
    for key in [key for key in element.attrib if key.startswith(_SAVED)]:
        del element.attrib[key]
    if namespace(element) not in WORD:
        return
    name, around = local(element), element.getparent()
    row = around.getparent() if local(around) == "trPr" else None
    if name in _STRUCK and row is not None and row.getparent() is not None:
        row.getparent().remove(row)
    elif name in _STRUCK or name in _MARKS or name.endswith(_ENDS):
        around.remove(element)
    elif name in _ADDED:
        for each in element:
            element.addprevious(each)
        around.remove(element)
