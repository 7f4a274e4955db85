"""The house file of Word papers: opened, refused where it is no plain Word file, and made ready to be filled in."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from zipfile import BadZipFile, ZipFile

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from peercycle.documents.templates import Specimen, TemplateTrouble
from peercycle.exports import LANGUAGE
from peercycle.schedule.wording import listed

if TYPE_CHECKING:
    from docx.document import Document as Opened

STYLES: Final = (
    "Title", "Heading 1", "Heading 2", "Heading 3", "List Bullet", "List Number", "List Continue", "List Tick", "Particulars",
    "Paper Table", "Table Text", "Caption", "Note", "Local Notes", "Sign-off", "Hyperlink", "Footer",
)  # fmt: skip
"""The styles that a house file has to have, by the names Word shows."""
RUNNING: Final = "{running}"
"""What stands in a footer where the lines go that stand on every page; without it they go on top of the footer."""
TITLE: Final = "peercycle-title"
BODY: Final = "peercycle-body"
MOST_UNPACKED: Final = 16 * 1024 * 1024
_TWIP: Final = 635
"""A twentieth of a point in the units of python-docx."""
_A4, _MARGIN = 11906 * _TWIP, 1134 * _TWIP
_SAVE: Final = "Save it in Word as a Word document (.docx)"
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
_MOST_PARTS: Final = 1000
_RELATION: Final = re.compile(rb"<Relationship\b[^>]*>")
_TYPE: Final = re.compile(rb"""\bType\s*=\s*["'][^"']*/([^"'/]*)["']""")
_EXTERNAL: Final = re.compile(rb"""\bTargetMode\s*=\s*["']External["']""")
_FIELD: Final = re.compile(rb"<w:instrText[^>]*>([^<]*)</w:instrText>")
_REACHING: Final = re.compile(
    rb"\b(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|LINK|IMPORT|DATABASE)\b", re.IGNORECASE
)


class House(NamedTuple):
    """A house file ready to be filled in: its parts by name, and the ids of its styles by their names.

    `bullets` is the list that bulleted items below the first level are of, `figures` the kind of list that numbered ones
    are of, `first_free` the first number no list has; `width` is the room for text, in twentieths of a point.
    """

    parts: dict[str, bytes]
    styles: dict[str, str]
    bullets: int
    figures: int
    first_free: int
    width: int


@lru_cache(maxsize=2)
def opened(specimen: Specimen) -> House:
    """Return a house file ready to be filled in; raises TemplateTrouble with every style that it lacks."""
    for reason in _refused(specimen.content):
        raise TemplateTrouble(specimen.name, None, reason)
    try:
        return _ready(specimen.name, Document(BytesIO(specimen.content)))
    except TemplateTrouble:
        raise
    except Exception:  # noqa: BLE001 - whatever python-docx trips over, the file is at fault
        raise TemplateTrouble(
            specimen.name, None, f"this is no Word file, or it is damaged. {_SAVE}"
        ) from None


def _refused(content: bytes) -> list[str]:
    """Return why a file is not opened at all, nothing where it is."""
    if not content:
        return ["this file is empty"]
    if content.startswith(_OLD):
        return [f"this file has a password, or is of an old kind (.doc). {_SAVE}, without a password"]
    try:
        with ZipFile(BytesIO(content)) as packed:
            entries = packed.infolist()
            if len(entries) > _MOST_PARTS or sum(entry.file_size for entry in entries) > MOST_UNPACKED:
                return ["this file would unpack to far more than any house file"]
            parts = {entry.filename.casefold(): packed.read(entry).replace(b"\0", b"") for entry in entries}
    except (BadZipFile, OSError, ValueError, NotImplementedError, EOFError, RuntimeError):
        return [f"this is no Word file, or it is damaged. {_SAVE}"]
    return [f"{why}. {_SAVE}" for why in dict.fromkeys(_hostile(parts))]


def _hostile(parts: Mapping[str, bytes]) -> Iterator[str]:
    """Yield what a file holds or reaches for that no house file does."""
    yield from (why for part, why in _NOT_HERE.items() if any(part in name for name in parts))
    for name, content in parts.items():
        if name.endswith((".xml", ".rels")) and b"<!DOCTYPE" in content:
            yield "it holds a document type, as no Word file does"
        if name.endswith(".rels"):
            yield from _reached(content)
        elif _REACHING.search(b"".join(_FIELD.findall(content))):
            yield "a field of it takes in other files"


def _reached(relations: bytes) -> Iterator[str]:
    """Yield what is wrong with the files and addresses that a part leads to: web and mail links alone are fine."""
    for relation in _RELATION.findall(relations):
        kind = _TYPE.search(relation)
        name = kind[1].decode("ascii", "replace").casefold() if kind else ""
        if name in _RELATED:
            yield _RELATED[name]
        elif _EXTERNAL.search(relation) and name != "hyperlink":
            yield "it is linked to other files"


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
    _foot(document)
    _empty(document)
    _untold(document)
    return House(_parts(document), styles, bullets[0], figures[1], free, int(width) // _TWIP)


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
    """Make the language of all text British English, whatever the file was saved in."""
    defaults = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    for letters in [defaults] if defaults is not None else []:
        for old in letters.findall(qn("w:lang")):
            letters.remove(old)
        language = OxmlElement("w:lang")
        language.set(qn("w:val"), LANGUAGE)
        letters.append(language)


def _foot(document: "Opened") -> None:
    """Make sure that every footer has a place for the lines that stand on every page."""
    for section in document.sections:
        for footer in (section.footer, section.first_page_footer, section.even_page_footer):
            if footer is not section.footer and footer.is_linked_to_previous:
                continue
            footer.is_linked_to_previous = False
            if not any(RUNNING in paragraph.text for paragraph in footer.paragraphs):
                paragraph = footer.paragraphs[0].insert_paragraph_before(RUNNING)
                paragraph.style = document.styles["Footer"]
            for paragraph in footer.paragraphs:
                if RUNNING in paragraph.text:
                    paragraph.text = RUNNING


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
