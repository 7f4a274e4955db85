"""Why a house file of Word is not opened: what it holds or reaches for that no house file does."""

import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any, Final
from zipfile import BadZipFile, ZipFile

from lxml.etree import QName, XMLParser, XMLSyntaxError, fromstring  # type: ignore[import-untyped]  # it has no types

SAVE: Final = "Save it in Word as a Word document (.docx)"
DAMAGED: Final = f"this is no Word file, or it is damaged. {SAVE}"
MOST_UNPACKED: Final = 16 * 1024 * 1024
_MOST_PARTS: Final = 1000
_OLD: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_NOT_HERE: Final = {
    "vbaproject.bin": "it holds macros",
    "word/embeddings/": "it holds other files",
    "word/activex/": "it holds ActiveX controls",
}
_RELATED: Final = {
    "attachedtemplate": "it is linked to another template",
    "afchunk": "it holds other documents",
    "subdocument": "it holds other documents",
    "mailmergesource": "it is set up for a mail merge",
}
_REACHING: Final = re.compile(
    r"\b(DATABASE|DDE|DDEAUTO|IMPORT|INCLUDE|INCLUDEPICTURE|INCLUDETEXT|LINK)\b", re.IGNORECASE
)
_FIELD: Final = "a field of it takes in other files"


def refused(content: bytes) -> list[str]:
    """Return why a file is not opened at all, nothing where it is."""
    if not content:
        return ["this file is empty"]
    if content.startswith(_OLD):
        return [f"this file has a password, or is of an old kind (.doc). {SAVE}, without a password"]
    try:
        with ZipFile(BytesIO(content)) as packed:
            entries = packed.infolist()
            if len(entries) > _MOST_PARTS or sum(entry.file_size for entry in entries) > MOST_UNPACKED:
                return ["this file would unpack to far more than any house file"]
            parts = {entry.filename.casefold(): packed.read(entry) for entry in entries}
            return [f"{why}. {SAVE}" for why in dict.fromkeys(_hostile(parts))]
    except (BadZipFile, OSError, ValueError, NotImplementedError, EOFError, RuntimeError, XMLSyntaxError):
        return [DAMAGED]


def _hostile(parts: Mapping[str, bytes]) -> Iterator[str]:
    """Yield what a file holds or reaches for that no house file does; raises XMLSyntaxError."""
    yield from (why for part, why in _NOT_HERE.items() if any(part in name for name in parts))
    for name, content in parts.items():
        part = _read(content, wanted=name.endswith((".xml", ".rels")))
        if part is None:
            continue
        if part.getroottree().docinfo.doctype:
            yield "it holds a document type, as no Word file does"
        yield from _reached(part)
        if _takes_in(part):
            yield _FIELD


def _read(content: bytes, *, wanted: bool) -> Any:
    """Return a part as XML, None where it is something else, a picture say; what is `wanted` raises XMLSyntaxError."""
    try:
        return fromstring(content, XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    except (XMLSyntaxError, ValueError):
        if wanted:
            raise
        return None


def _reached(part: Any) -> Iterator[str]:
    """Yield what is wrong with the files and addresses that a part leads to: web and mail links alone are fine."""
    for relation in _named(part, "Relationship"):
        kind = relation.get("Type", "").rpartition("/")[2].casefold()
        if kind in _RELATED:
            yield _RELATED[kind]
        elif relation.get("TargetMode", "").casefold() == "external" and kind != "hyperlink":
            yield "it is linked to other files"


def _takes_in(part: Any) -> bool:
    """Whether a field of a part takes in another file; its words may be split over runs, and a field may be in a field."""
    told = [
        value
        for each in _named(part, "fldSimple")
        for key, value in each.items()
        if QName(key).localname == "instr"
    ]
    words = [
        each.text or "" if QName(each).localname != "fldChar" else "\n"
        for each in _named(part, "instrText", "delInstrText", "fldChar")
    ]
    texts = (*told, "".join(words), "".join(word for word in words if word != "\n"))
    return any(_REACHING.search(text) for text in texts)


def _named(part: Any, *names: str) -> Iterator[Any]:
    """Yield the elements of these names, whatever their prefix or namespace."""
    yield from part.iter(*(f"{{*}}{name}" for name in names))
