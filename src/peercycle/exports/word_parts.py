"""The parts of a Word file read as XML, so that names and values are what Word takes them for, however they are spelt."""

import re
from collections.abc import Iterator
from typing import Any, Final

from lxml import etree  # type: ignore[import-untyped]

WORD: Final = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
"""The namespaces of Word's own elements: the usual one, and that of files saved as strict."""
DRAWING: Final = (
    "http://schemas.openxmlformats.org/drawingml/2006/main",
    "http://purl.oclc.org/ooxml/drawingml/main",
)
VML: Final = "urn:schemas-microsoft-com:vml"
OFFICE: Final = "urn:schemas-microsoft-com:office:office"
"""The namespaces of drawings: of both kinds of file, and of the old kind that Word still writes."""
RELATIONS: Final = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}",
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}",
    f"{{{OFFICE}}}relid",
)
"""How the names of attributes begin by which an element uses what its part leads to."""
_ILLEGAL: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
Broken = etree.XMLSyntaxError


def parsed(content: bytes) -> Any:
    """Return the root of a part; raises Broken where it is no XML.

    Comments are left out, since they would cut a text in two.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    return etree.fromstring(content, parser)


def serialised(root: Any) -> bytes:
    """Return a part's bytes."""
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def elements(root: Any) -> Iterator[Any]:
    """Yield an element and all within it, in the order of the file."""
    yield from root.iter(etree.Element)


def local(element: Any) -> str:
    """Return an element's name without its namespace."""
    return str(etree.QName(element).localname)


def namespace(element: Any) -> str:
    """Return an element's namespace, "" where it has none."""
    return etree.QName(element).namespace or ""


def own(element: Any, name: str) -> dict[str, str]:
    """Return the values of Word's own attribute of a name, by its namespace: one of the same name elsewhere is another."""
    return {
        space: str(element.get(f"{{{space}}}{name}"))
        for space in WORD
        if f"{{{space}}}{name}" in element.attrib
    }


def given(element: Any, name: str) -> str:
    """Return an attribute's value by its full name, "" where there is none."""
    return str(element.get(name, ""))


def legal(text: str) -> str:
    """Return a text with what XML cannot hold shown as a replacement character."""
    return _ILLEGAL.sub("\ufffd", text)


def comment(text: str) -> Any:
    """Return a comment."""
    return etree.Comment(text)
