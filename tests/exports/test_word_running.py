"""The lines that stand on every page, in a house file of Word's whose header and footer a coordinator has changed."""

from collections.abc import Callable
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from docx.document import Document as Opened
from docx.enum.section import WD_SECTION
from docx.oxml.ns import qn

from peercycle.exports import Page, exporter
from peercycle.exports.word_parts import WORD, parsed
from peercycle.exports.word_running import run_on
from tests.exports.test_word_house import made, own, restyled, with_part

LINES = ("One & all.", "Two")
APP = b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Company>{running}</Company></Properties>'
RUN = "<w:r><w:t>{running}</w:t></w:r>"
PAGE = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
BOX = "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>{running}</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>"


def footer(inside: str) -> bytes:
    """Return a footer."""
    return f'<w:ftr xmlns:w="{WORD[0]}">{inside}</w:ftr>'.encode()


def paragraph(inside: str) -> str:
    """Return a paragraph of a footer."""
    return f'<w:p><w:pPr><w:jc w:val="right"/></w:pPr>{inside}</w:p>'


def said(content: bytes) -> list[str]:
    """Return the text of each paragraph, a line break as ↵, a tab as ⇥ and what a field is told in brackets."""
    marks = {qn("w:br"): "↵", qn("w:tab"): "⇥"}
    found = []
    for each in parsed(content).iter(qn("w:p")):
        texts = each.iter(qn("w:t"), qn("w:br"), qn("w:tab"), qn("w:instrText"))
        own = [piece for piece in texts if next(piece.iterancestors(qn("w:p"))) is each]
        found.append(
            "".join(
                f"[{p.text}]" if p.tag == qn("w:instrText") else marks.get(p.tag, p.text or "") for p in own
            )
        )
    return found  # fmt: skip


PLACES = [
    (paragraph(RUN), ["One & all.", "Two"]),
    (paragraph(f"{RUN}<w:r><w:tab/><w:t>Page </w:t></w:r>{PAGE}"), ["One & all.↵Two⇥Page [PAGE]"]),
    (paragraph(f'{RUN}<w:fldSimple w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>'), ["One & all.↵Two1"]),
    (paragraph("<w:r><w:t>For: {run</w:t></w:r><w:proofErr/><w:r><w:t>ning} now</w:t></w:r>"), ["For: One & all.↵Two now"]),
    (paragraph("<w:r><w:t>{</w:t></w:r><w:r><w:t>running</w:t></w:r><w:r><w:t>}</w:t></w:r>"), ["One & all.", "Two"]),
    (f"<w:tbl><w:tr><w:tc>{paragraph(RUN)}</w:tc><w:tc>{paragraph(PAGE)}</w:tc></w:tr></w:tbl>", ["One & all.", "Two", "[PAGE]"]),
    (f"<w:sdt><w:sdtContent>{paragraph(RUN)}</w:sdtContent></w:sdt>", ["One & all.", "Two"]),
    (paragraph(f"<w:sdt><w:sdtContent>{RUN}</w:sdtContent></w:sdt>"), ["One & all.", "Two"]),
    (paragraph(BOX), ["", "One & all.", "Two"]),
    (paragraph(f"{RUN}{BOX}"), ["One & all.↵Two", "One & all.", "Two"]),
    (paragraph("<w:r><w:t>{running} and {running}</w:t></w:r>"), ["One & all.↵Two and One & all.↵Two"]),
    (paragraph("<w:r><w:t>{running}{run</w:t></w:r><w:r><w:t>ning}{running}</w:t></w:r>"), ["One & all.↵TwoOne & all.↵TwoOne & all.↵Two"]),
    (paragraph("<w:r><w:t>{run</w:t><w:tab/><w:t>ning}</w:t></w:r>"), ["{run⇥ning}"]),
    (paragraph("<w:r><w:t>{Running}</w:t></w:r>"), ["{Running}"]),
]  # fmt: skip


@pytest.mark.parametrize(("inside", "expected"), PLACES)
def test_the_mark_alone_makes_way_for_the_lines(inside: str, expected: list[str]) -> None:
    assert said(run_on(footer(inside), LINES)) == expected


def test_the_spaces_beside_a_mark_that_word_has_split_stay() -> None:
    split = "<w:r><w:t>{run</w:t></w:r><w:r><w:t>ning} Page 3</w:t></w:r>"
    texts = parsed(run_on(footer(paragraph(split)), LINES)).iter(qn("w:t"))
    assert [(each.text, each.get(qn("xml:space"))) for each in texts] == [
        ("One & all.", "preserve"),
        ("Two", "preserve"),
        (" Page 3", "preserve"),
    ]


def test_what_the_lines_say_is_no_mark() -> None:
    made = run_on(footer(paragraph(RUN)), ("{running}", "\x00 {running}"))
    assert said(made) == ["{running}", "\ufffd {running}"]


def test_without_lines_their_place_is_empty() -> None:
    assert said(run_on(footer(paragraph(RUN)), ())) == [""]


def test_the_lines_look_as_the_run_in_which_the_mark_begins() -> None:
    bold = "<w:r><w:rPr><w:b/></w:rPr><w:t>{run</w:t></w:r><w:r><w:t>ning}</w:t></w:r>"
    first, second = parsed(run_on(footer(paragraph(bold)), LINES))
    for each in (first, second):
        assert each.find(f"{qn('w:pPr')}/{qn('w:jc')}") is not None
        assert each.find(f"{qn('w:r')}/{qn('w:rPr')}/{qn('w:b')}") is not None


def edges(document: Opened, *kinds: str) -> list[list[str]]:
    """Return the texts of a document's headers or footers by their names."""
    return [[each.text for each in getattr(document.sections[-1], kind).paragraphs] for kind in kinds]


def without_place(document: Opened) -> Any:
    """Return the footer of a house file, emptied."""
    element = document.sections[0].footer.part.element
    for child in list(element):
        element.remove(child)
    return element


def test_a_footer_without_a_place_for_them_gets_the_lines_on_top() -> None:
    def change(document: Opened) -> None:
        without_place(document)
        document.sections[0].footer.add_paragraph("Northmere")

    assert edges(made(restyled(change)), "footer") == [["For us only.", "Made from x", "Northmere"]]


def test_the_style_of_a_footer_may_be_written_as_libreoffice_does() -> None:
    def change(document: Opened) -> None:
        without_place(document)
        style = document.styles["Footer"].element
        style.set(qn("w:styleId"), "Foot")
        style.find(qn("w:name")).set(qn("w:val"), "Footer")

    document = made(restyled(change))
    assert edges(document, "footer") == [["For us only.", "Made from x"]]
    styles = [each.style.style_id for each in document.sections[0].footer.paragraphs if each.style]
    assert styles == ["Foot", "Foot"]


def test_a_footer_that_is_one_content_control_gets_the_lines_on_top() -> None:
    def change(document: Opened) -> None:
        control = "<w:sdt xmlns:w='{}'><w:sdtContent>{}</w:sdtContent></w:sdt>"
        without_place(document).append(parsed(control.format(WORD[0], paragraph(PAGE)).encode()))

    document = made(restyled(change))
    assert edges(document, "footer") == [["For us only.", "Made from x"]]
    assert len([*document.sections[0].footer.part.element.iter(qn("w:instrText"))]) == 1


def test_a_footer_leaves_to_the_header_what_it_has_a_place_for() -> None:
    def change(document: Opened) -> None:
        without_place(document)
        document.sections[0].footer.add_paragraph("Northmere")
        document.sections[0].header.paragraphs[0].text = "{running}"

    document = made(restyled(change))
    assert edges(document, "header", "footer") == [["For us only.", "Made from x"], ["Northmere"]]


def first(document: Opened) -> None:
    """Give a house file a first page of its own, with a place for the lines."""
    document.sections[0].different_first_page_header_footer = True
    document.sections[0].first_page_footer.paragraphs[0].text = "Page one of {running} words"


def first_without(document: Opened) -> None:
    """Give a house file a first page of its own, with no footer."""
    document.sections[0].different_first_page_header_footer = True


def even_without(document: Opened) -> None:
    """Give a house file left-hand pages of their own, with no footer."""
    document.settings.odd_and_even_pages_header_footer = True


PAGES = [
    (first, "first_page_footer", ["Page one of For us only.\nMade from x words"]),
    (first_without, "first_page_footer", ["For us only.", "Made from x", ""]),
    (even_without, "even_page_footer", ["For us only.", "Made from x", ""]),
]


@pytest.mark.parametrize(("change", "kind", "expected"), PAGES)
def test_pages_of_their_own_have_the_lines_too(
    change: Callable[[Opened], None], kind: str, expected: list[str]
) -> None:
    assert edges(made(restyled(change)), kind) == [expected]


def test_what_a_last_section_takes_over_from_those_before_it_is_kept() -> None:
    def change(document: Opened) -> None:
        document.sections[0].header.paragraphs[0].text = "Northmere"
        document.add_section(WD_SECTION.NEW_PAGE)

    document = made(restyled(change))
    assert len(document.sections) == 1
    assert edges(document, "header", "footer") == [
        ["Northmere"],
        ["For us only.", "Made from x", "Page 1 of 1"],
    ]


def test_the_properties_of_the_house_stay_at_home() -> None:
    house = with_part("docProps/app.xml", APP)
    with ZipFile(BytesIO(house)) as packed:
        related, kinds = packed.read("_rels/.rels"), packed.read("[Content_Types].xml")
    led = b'<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties" Target="docProps/app.xml"/></Relationships>'
    kind = b'<Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>'
    house = with_part("_rels/.rels", related.replace(b"</Relationships>", led), house)
    house = with_part("[Content_Types].xml", kinds.replace(b"</Types>", kind), house)
    raw = exporter("docx")([Page("Title", LINES, [])], own(house))[0]
    with ZipFile(BytesIO(raw)) as packed:
        assert {"docProps/app.xml", "docProps/core.xml"} & {*packed.namelist()} == {"docProps/core.xml"}
