"""House files that are not opened: what holds or reaches for more than the look of papers, each with its reason."""

import re
import sys
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any, Final
from zipfile import ZipFile

from peercycle.exports.office_package import DAMAGE, MOST_MARKS, OLD, too_large
from peercycle.exports.word_fields import takes_in_files
from peercycle.exports.word_parts import (
    DRAWING,
    OFFICE,
    RELATIONS,
    VML,
    WORD,
    Broken,
    elements,
    given,
    local,
    namespace,
    parsed,
)

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
_HELD: Final = {
    **{
        f"{{{space}}}{name}": why
        for space in WORD
        for name, why in (
            ("altChunk", _DOCUMENTS),
            ("subDoc", _DOCUMENTS),
            ("mailMerge", _MERGE),
            ("objectEmbed", _FILES),
            ("objectLink", _FILES),
            ("control", _CONTROLS),
        )
    },
    f"{{{OFFICE}}}OLEObject": _FILES,
    "{http://schemas.microsoft.com/office/word/2012/wordprocessingDrawing}webVideoPr": _LINKED,
}
"""What no part holds, by its full name: an element of the same name elsewhere is another."""
_LINKS: Final = {
    *(f"{{{space}}}hyperlink" for space in WORD),
    *(f"{{{space}}}{name}" for space in DRAWING for name in ("hlinkClick", "hlinkHover", "hlinkMouseOver")),
}
"""What somebody has to click on before anything is opened."""
_FETCHING: Final = ("src", f"{{{OFFICE}}}href", f"{{{OFFICE}}}althref")
"""Attributes of an old drawing that name a picture; `href` does so only of what is painted, elsewhere it is a link."""
_SCHEMAS: Final = "http://schemas.openxmlformats.org/schemaLibrary/2006/main"
_FETCHED_BY_WORD: Final = {f"{{{_SCHEMAS}}}{name}" for name in ("manifestLocation", "schemaLocation")}
_PAINTED: Final = {"imagedata", "fill", "stroke"}
_RELATIONSHIPS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_KINDS: Final = "[content_types].xml"
_SVG: Final = {"", "http://www.w3.org/2000/svg"}
_ADDRESSES: Final = {"href", "src", "base"}
"""How attributes are called that say where something is, whatever namespace a program reads them in."""
_ESCAPED: Final = re.compile(r"\\([0-9a-f]{1,6})\s?|\\(.)", re.IGNORECASE)
"""A character of a style sheet as its code, or as itself behind a stroke."""
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
    names, ends = _declared(parts)
    roots = [
        (name, root)
        for name, content in parts
        if (root := _root(content, has_to_be=name in names or name.endswith(ends))) is not None
    ]
    outside: dict[str, set[str]] = {}
    for name, root in roots:
        if root.getroottree().docinfo.internalDTD is not None and not _is_drawing(root):
            yield _TYPED
        for relation in elements(root):
            if relation.tag == f"{{{_RELATIONSHIPS}}}Relationship":
                yield from _reached(relation, outside.setdefault(_owner(name), set()))
    for name, root in roots:
        yield from _held(root, outside.get(name, set()))
        if _is_drawing(root):
            yield from _drawn_in(root)


def _declared(parts: Sequence[tuple[str, bytes]]) -> tuple[set[str], tuple[str, ...]]:
    """Return the names of parts that have to be XML, and how the names of such parts end."""
    names, ends = set[str](), {".xml", ".rels"}
    for kind in (kind for name, content in parts if name == _KINDS for kind in elements(parsed(content))):
        if given(kind, "ContentType").strip().casefold().endswith("xml"):
            names.add(given(kind, "PartName").lstrip("/").casefold())
            if extension := given(kind, "Extension").casefold():
                ends.add(f".{extension}")
    return names, tuple(ends)


def _root(content: bytes, *, has_to_be: bool) -> Any:
    """Return the root of a part, None where it is something else, such as a picture; raises Broken where it has to be XML."""
    try:
        return parsed(content)
    except Broken:
        if has_to_be:
            raise
        return None


def _is_drawing(root: Any) -> bool:
    return local(root) == "svg" and namespace(root) in _SVG


def _owner(relations: str) -> str:
    """Return the name of the part that relations are of."""
    folder, _, file = relations.rpartition("_rels/")
    return folder + file.removesuffix(".rels")


def _reached(relation: Any, outside: set[str]) -> Iterator[str]:
    """Yield what is wrong with what a part leads to, and note the links, which alone are fine: somebody clicks on them."""
    name = given(relation, "Type").rpartition("/")[2].strip().casefold()
    if name in _RELATED:
        yield _RELATED[name]
    elif (given(relation, "TargetMode") or "Internal").strip().casefold() != "internal":
        outside.add(given(relation, "Id"))
        if name != "hyperlink":
            yield _LINKED


def _held(root: Any, outside: set[str]) -> Iterator[str]:
    """Yield what a part holds that brings in something from outside; `outside` are the ids of its links."""
    if takes_in_files(root):
        yield "a field of it takes in other files"
    for element in elements(root):
        if element.tag in _HELD:
            yield _HELD[element.tag]
        used = {held for key, held in element.attrib.items() if key.startswith(RELATIONS)}
        if (used & outside and element.tag not in _LINKS) or not _FETCHED_BY_WORD.isdisjoint(element.keys()):
            yield _LINKED
        if namespace(element) in (VML, OFFICE):
            painted = ("href",) if local(element) in _PAINTED else ()
            yield from (_LINKED for name in (*_FETCHING, *painted) if given(element, name))


def _drawn_in(root: Any) -> Iterator[str]:
    """Yield what is wrong with a picture that is XML: what it shows has to be in it."""
    kind = root.getroottree().docinfo.internalDTD
    if kind is not None and any(kind.iterentities()):
        yield _TYPED
    for element in elements(root):
        addresses = [held.strip() or "#" for key, held in element.attrib.items() if _bare(key) in _ADDRESSES]
        said = _ESCAPED.sub(_character, " ".join((*element.attrib.values(), element.text or "")))
        shown = local(element) != "a" and not all(each.startswith(("#", "data:")) for each in addresses)
        if shown or _FETCHED.search(said):
            yield _LINKED


def _bare(name: str) -> str:
    """Return an attribute's name without its namespace."""
    return name.rpartition("}")[2]


def _character(escaped: re.Match[str]) -> str:
    return chr(min(int(escaped[1], 16), sys.maxunicode)) if escaped[1] else escaped[2]
