"""House files that are not opened: what holds or reaches for more than the look of papers, each with its reason."""

import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any, Final
from zipfile import ZipFile

from peercycle.exports.office_package import DAMAGE, MOST_MARKS, OLD, too_large
from peercycle.exports.word_fields import takes_in_files
from peercycle.exports.word_parts import Broken, elements, local, namespace, parsed, value

SAVE: Final = "Save it in Word as a Word document (.docx)"
DAMAGED: Final = f"this is no Word file, or it is damaged. {SAVE}"
TOO_MUCH: Final = "this file would unpack to far more than any house file"
MOST_UNPACKED: Final = 16 * 1024 * 1024
_MACROS, _FILES, _CONTROLS = "it holds macros", "it holds other files", "it holds ActiveX controls"
_DOCUMENTS, _MERGE, _LINKED = (
    "it holds other documents",
    "it is set up for a mail merge",
    "it is linked to other files",
)
_TYPED: Final = "it holds a document type, as no Word file does"
_NOT_HERE: Final = {
    "vbaproject.bin": _MACROS,
    "word/embeddings/": _FILES,
    "word/activex/": _CONTROLS,
}
_RELATED: Final = {
    "attachedtemplate": "it is linked to another template",
    "afchunk": _DOCUMENTS,
    "subdocument": _DOCUMENTS,
    "mailmergesource": _MERGE,
    "vbaproject": _MACROS,
    "oleobject": _FILES,
    "package": _FILES,
    "control": _CONTROLS,
    "webextension": "it holds add-ins",
    "webextensiontaskpanes": "it holds add-ins",
}
_HELD: Final = {"altChunk": _DOCUMENTS, "subDoc": _DOCUMENTS, "mailMerge": _MERGE, "OLEObject": _FILES}
_LINKS: Final = {"hyperlink", "hlinkClick", "hlinkHover", "hlinkMouseOver"}
_RELATIONS: Final = "/relationships"
_DRAWN: Final = "urn:schemas-microsoft-com:vml"
_PAINTED: Final = {"imagedata", "fill", "stroke"}
_FETCHED: Final = re.compile(r"@import|url\(\s*[\"']?\s*(?!#|data:)[^\s\"')]", re.IGNORECASE)


def refused(content: bytes) -> list[str]:
    """Return why a file is not opened at all, nothing where it is."""
    if not content:
        return ["this file is empty"]
    if content.startswith(OLD):
        return [f"this file has a password, or is of an old kind (.doc). {SAVE}, without a password"]
    try:
        with ZipFile(BytesIO(content)) as packed:
            entries = packed.infolist()
            if too_large(entries, MOST_UNPACKED):
                return [TOO_MUCH]
            # Two parts may have one name: each is looked at, whichever Word takes.
            parts = [(entry.filename.casefold(), packed.read(entry)) for entry in entries]
        if sum(part.count(b"<") for _, part in parts) > MOST_MARKS:
            return [TOO_MUCH]
        return [f"{why}. {SAVE}" for why in dict.fromkeys(_hostile(parts))]
    except (Broken, *DAMAGE):
        return [DAMAGED]


def _hostile(parts: Sequence[tuple[str, bytes]]) -> Iterator[str]:
    """Yield what a file holds or reaches for that no house file does."""
    yield from (why for mark, why in _NOT_HERE.items() if any(mark in name for name, _ in parts))
    roots = [(name, root) for name, content in parts if (root := _root(name, content)) is not None]
    outside: dict[str, set[str]] = {}
    for name, root in roots:
        if root.getroottree().docinfo.internalDTD is not None and local(root) != "svg":
            yield _TYPED
        for relation in elements(root):
            if local(relation) == "Relationship":
                yield from _reached(relation, outside.setdefault(_owner(name), set()))
    for name, root in roots:
        yield from _drawn_in(root) if local(root) == "svg" else _held(root, outside.get(name, set()))


def _root(name: str, content: bytes) -> Any:
    """Return the root of a part, None where it is something else, such as a picture; what is named XML has to be."""
    try:
        return parsed(content)
    except Broken:
        if name.endswith((".xml", ".rels")):
            raise
        return None


def _owner(relations: str) -> str:
    """Return the name of the part that relations are of."""
    return relations.replace("_rels/", "").removesuffix(".rels")


def _reached(relation: Any, outside: set[str]) -> Iterator[str]:
    """Yield what is wrong with what a part leads to, and note the links: web and mail links alone are fine."""
    name = (value(relation, "Type") or "").rpartition("/")[2].strip().casefold()
    if name in _RELATED:
        yield _RELATED[name]
    elif (value(relation, "TargetMode") or "Internal").strip().casefold() != "internal":
        outside.add(value(relation, "Id") or "")
        if name != "hyperlink":
            yield _LINKED


def _held(root: Any, outside: set[str]) -> Iterator[str]:
    """Yield what a part holds that brings in something from outside; `outside` are the ids of its links."""
    if takes_in_files(root):
        yield "a field of it takes in other files"
    for element in elements(root):
        kind = local(element)
        if kind in _HELD:
            yield _HELD[kind]
        used = {held for key, held in element.attrib.items() if _RELATIONS in key}
        if used & outside and kind not in _LINKS:
            yield _LINKED
        if namespace(element) == _DRAWN and kind in _PAINTED:
            yield from (_LINKED for name in ("src", "href", "althref") if value(element, name))


def _drawn_in(root: Any) -> Iterator[str]:
    """Yield what is wrong with a picture that is XML: what it shows has to be in it."""
    kind = root.getroottree().docinfo.internalDTD
    if kind is not None and any(kind.iterentities()):
        yield _TYPED
    for element in elements(root):
        address = (value(element, "href") or value(element, "src") or "#").strip()
        said = " ".join((*element.attrib.values(), element.text or ""))
        if (local(element) != "a" and not address.startswith(("#", "data:"))) or _FETCHED.search(said):
            yield _LINKED
