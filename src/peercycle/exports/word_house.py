"""The house file of Word papers: opened, refused where it is no plain Word file, and made ready to be filled in."""

from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from zipfile import ZipFile

from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from peercycle.documents.templates import Specimen, TemplateTrouble
from peercycle.exports import LANGUAGE
from peercycle.exports.word_clearing import clear
from peercycle.exports.word_edges import edges, foot, inherit
from peercycle.exports.word_reading import DamagedFile, read
from peercycle.exports.word_refusals import DAMAGED, refused
from peercycle.exports.word_running import marked
from peercycle.exports.word_tracked import settle
from peercycle.schedule.wording import listed

if TYPE_CHECKING:
    from docx.document import Document as Opened
    from docx.opc.part import Part

STYLES: Final = (
    "Title", "Heading 1", "Heading 2", "Heading 3", "List Bullet", "List Number", "List Continue", "List Tick", "Particulars",
    "Paper Table", "Table Text", "Caption", "Note", "Local Notes", "Sign-off", "Hyperlink", "Footer",
)  # fmt: skip
"""The styles that a house file has to have, by the names Word shows."""
_KINDS: Final = {"Hyperlink": WD_STYLE_TYPE.CHARACTER, "Paper Table": WD_STYLE_TYPE.TABLE}
"""What those are styles of that are none of paragraphs."""
_LISTS: Final = ("List Bullet", "List Number", "List Continue", "List Tick")
_TWIP: Final = 635
"""A twentieth of a point in the units of python-docx."""
_A4, _MARGIN = 11906 * _TWIP, 1134 * _TWIP


class House(NamedTuple):
    """A house file ready to be filled in: its parts by name, and the ids of its styles by their names.

    `document`, `numbering` and `properties` are the names of the parts that are written to.
    `bullets` is the list that bulleted items below the first level are of, `figures` the kind of list that numbered ones
    are of, `first_free` the first number no list has; `width` is the room for text, in twentieths of a point;
    `below` is how far the text after a list keeps from its last item, by the item's style, where the style keeps less;
    `running` are the headers and footers in which lines go that stand on every page.
    """

    parts: dict[str, bytes]
    document: str
    numbering: str
    properties: str
    styles: dict[str, str]
    bullets: int
    figures: int
    first_free: int
    width: int
    below: dict[str, int]
    running: frozenset[str]


@lru_cache(maxsize=2)
def opened(specimen: Specimen) -> House:
    """Return a house file ready to be filled in; raises TemplateTrouble with every style that it lacks."""
    for reason in refused(specimen.content):
        raise TemplateTrouble(specimen.name, None, reason)
    try:
        document = read(specimen.content)
    except DamagedFile:
        raise TemplateTrouble(specimen.name, None, DAMAGED) from None
    return _ready(specimen.name, document)


def _ready(name: str, document: "Opened") -> House:
    styles = _styles(name, document)
    bullets, figures = (_list_of(name, document, style) for style in ("List Bullet", "List Number"))
    free = max(int(num.get(qn("w:numId"))) for num in _numbering(document).findall(qn("w:num"))) + 1
    document.element.body.get_or_add_sectPr()  # a file may leave it to Word what its pages are like
    page = document.sections[-1]
    width = (page.page_width or _A4) - (page.left_margin or _MARGIN) - (page.right_margin or _MARGIN)
    _speak(document)
    settle(document)  # before the place of the lines is looked for: it may be in what was moved away
    inherit(document)
    foot(document)
    clear(document)
    _end_in_lists(document)
    core = document.part.package.part_related_by(RELATIONSHIP_TYPE.CORE_PROPERTIES)
    return House(
        _parts(document),
        document=_named(document.part),
        numbering=_named(document.part.numbering_part),
        properties=_named(core),
        styles=styles,
        bullets=bullets[0],
        figures=figures[1],
        first_free=free,
        width=int(width) // _TWIP,
        below=dict(_below(document)),
        running=frozenset(_named(part) for part in edges(document) if marked(part.element)),
    )


def _styles(name: str, document: "Opened") -> dict[str, str]:
    """Return the ids of the styles by their names; raises TemplateTrouble where some are missing or of another kind."""
    styles = {style.name: style for style in document.styles if style.name and style.style_id}
    missing = [f"'{wanted}'" for wanted in STYLES if wanted not in styles]
    if missing:
        noun, them = ("style", "it") if len(missing) == 1 else ("styles", "them")
        raise TemplateTrouble(name, None, f"it has no {noun} {listed(missing)}; make {them} in Word")
    for wanted in STYLES:
        kind = _KINDS.get(wanted, WD_STYLE_TYPE.PARAGRAPH)
        if styles[wanted].type != kind:
            what = f"is no style of {kind.name.lower()}s; make it one in Word"
            raise TemplateTrouble(name, None, f"its style '{wanted}' {what}")
    return {each: style.style_id for each, style in styles.items()}


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


def _below(document: "Opened") -> Iterator[tuple[str, int]]:
    """Yield each style of lists that keeps less distance from what follows it than a plain paragraph does."""
    usual = _after(document, document.styles.default(WD_STYLE_TYPE.PARAGRAPH))
    for style in _LISTS:
        if _after(document, document.styles[style]) < usual:
            yield style, usual


def _after(document: "Opened", style: Any) -> int:
    """Return how much room a style leaves below a paragraph, in twentieths of a point."""
    if style is None:
        path = "/".join(map(qn, ("w:docDefaults", "w:pPrDefault", "w:pPr", "w:spacing")))
        usual = document.styles.element.find(path)
        return int(getattr(usual, "after", None) or 0) // _TWIP
    room = style.paragraph_format.space_after
    return _after(document, style.base_style) if room is None else int(room) // _TWIP


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


def _end_in_lists(document: "Opened") -> None:
    """Take out of the lists what has to stand behind them all: more are put at the end."""
    for last in _numbering(document).findall(qn("w:numIdMacAtCleanup")):
        last.getparent().remove(last)


def _named(part: "Part") -> str:
    """Return the name of a part, which need not be the usual one: Word in a browser writes document2.xml."""
    return str(part.partname).lstrip("/")


def _parts(document: "Opened") -> dict[str, bytes]:
    buffer = BytesIO()
    document.save(buffer)
    with ZipFile(buffer) as packed:
        return {name: packed.read(name) for name in packed.namelist()}
