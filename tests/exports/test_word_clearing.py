"""What a coordinator's own house file holds for itself and no paper takes over."""

from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx.document import Document as Opened
from docx.enum.section import WD_SECTION
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn

from peercycle.exports import Page, exporter
from peercycle.exports.word_parts import WORD, local, parsed
from tests.exports.test_word_house import PNG, made, own, restyled

PRIVATE = "Not for others"
KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
NOTES = f'<w:footnotes xmlns:w="{WORD[0]}"><w:footnote w:id="2"><w:p><w:r><w:t>{PRIVATE}</w:t></w:r></w:p></w:footnote></w:footnotes>'
LOOSE = parsed(f'<w:footnotePr xmlns:w="{WORD[0]}"><w:footnote w:id="2"/></w:footnotePr>'.encode())


def lived_in(document: Opened) -> None:
    """Leave in a house file what a body brings with it: a picture, a link, a comment, a footnote and data."""
    paragraph = document.add_paragraph(PRIVATE)
    paragraph.add_run().add_picture(BytesIO(PNG))
    document.add_comment(paragraph.runs, PRIVATE, author="A post")
    document.part.relate_to(
        f"https://northmere.example/{PRIVATE}", RELATIONSHIP_TYPE.HYPERLINK, is_external=True
    )
    for name, kind, content in (
        ("/word/footnotes.xml", RELATIONSHIP_TYPE.FOOTNOTES, NOTES),
        ("/customXml/item1.xml", RELATIONSHIP_TYPE.CUSTOM_XML, f"<data>{PRIVATE}</data>"),
    ):
        part = Part(PackURI(name), KIND, content.encode(), document.part.package)
        document.part.relate_to(part, kind)
    document.settings.element.append(LOOSE)
    document.sections[0].header.paragraphs[0].add_run().add_picture(BytesIO(PNG + b"logo"))


def test_what_a_body_brings_with_it_is_left_out_with_it() -> None:
    parts = parts_of(lived_in)
    assert [name for name, content in parts.items() if PRIVATE.encode() in content] == []
    assert [content for name, content in parts.items() if name.startswith("word/media/")] == [PNG + b"logo"]
    assert b"footnote" not in parts["word/settings.xml"]


def parts_of(change: Callable[[Opened], object]) -> dict[str, bytes]:
    """Return the parts of a paper laid out by a house file that something was changed in."""
    raw = exporter("docx")([Page("Title", ("For us only.",), [])], own(restyled(change)))[0]
    with ZipFile(BytesIO(raw)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def test_only_the_headers_of_the_last_section_go_into_papers() -> None:
    def change(document: Opened) -> None:
        document.sections[0].header.paragraphs[0].text = PRIVATE
        last = document.add_section(WD_SECTION.NEW_PAGE)
        last.header.is_linked_to_previous = False
        last.header.paragraphs[0].text = "Northmere"

    parts = parts_of(change)
    assert [name for name, content in parts.items() if PRIVATE.encode() in content] == []
    assert [name for name in parts if "header" in name and b"Northmere" in parts[name]] == [
        "word/header2.xml"
    ]
    assert [name for name in parts if "header" in name] == ["word/header2.xml"]


R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@pytest.mark.parametrize(
    ("kind", "uses"),
    [
        (f"{R}/printerSettings", '<w:printerSettings r:id="{}"/>'),
        (f"{R}/glossaryDocument", ""),
        (f"{R}/webSettings", ""),
        (f"{R}/image", ""),
        ("http://schemas.microsoft.com/office/2011/relationships/people", ""),
        ("http://schemas.microsoft.com/office/2018/08/relationships/commentsExtensible", ""),
    ],
)
def test_what_the_document_leads_to_is_left_out_unless_its_pages_show_it(kind: str, uses: str) -> None:
    def change(document: Opened) -> None:
        part = Part(PackURI("/word/more.bin"), "application/x", PRIVATE.encode(), document.part.package)
        ident = document.part.relate_to(part, kind)
        if uses:
            element = f'<w:sectPr xmlns:w="{WORD[0]}" xmlns:r="{R}">{uses.format(ident)}</w:sectPr>'
            document.element.body.sectPr.append(parsed(element.encode())[0])

    parts = parts_of(change)
    assert [name for name, content in parts.items() if PRIVATE.encode() in content] == []
    assert b"printerSettings" not in parts["word/document.xml"]
    assert b"headerReference" in parts["word/document.xml"]


def test_what_a_header_leads_to_is_left_out_unless_it_shows_it() -> None:
    def change(document: Opened) -> None:
        header = document.sections[0].header
        header.paragraphs[0].add_run().add_picture(BytesIO(PNG + b"logo"))
        part = Part(PackURI("/word/media/old.png"), "image/png", PRIVATE.encode(), document.part.package)
        header.part.relate_to(part, RELATIONSHIP_TYPE.IMAGE)

    parts = parts_of(change)
    assert [content for name, content in parts.items() if "media" in name] == [PNG + b"logo"]


W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
SETTINGS = [
    ('<w:docVars><w:docVar w:name="a" w:val="Not for others"/></w:docVars>', False),
    ('<w:documentProtection w:edit="readOnly" w:enforcement="1"/>', False),
    ('<w:writeProtection w:recommended="1"/>', False),
    ("<w:trackRevisions/>", False),
    ('<w:rsids><w:rsidRoot w:val="00A00000"/></w:rsids>', False),
    ('<w:attachedSchema w:val="urn:northmere"/>', False),
    ('<w14:docId w14:val="00A00000"/>', False),
    ("<w:mirrorMargins/>", True),
    ("<w:evenAndOddHeaders/>", True),
    ('<w:defaultTabStop w:val="720"/>', True),
    ('<w:clrSchemeMapping w:bg1="light1"/>', True),
]


@pytest.mark.parametrize(("setting", "kept"), SETTINGS)
def test_papers_take_over_settings_of_how_they_look_alone(setting: str, kept: bool) -> None:  # noqa: FBT001
    wrapped = f'<w:settings xmlns:w="{WORD[0]}" xmlns:w14="{W14}">{setting}</w:settings>'
    (element,) = parsed(wrapped.encode())
    name = element.tag

    def change(document: Opened) -> None:
        document.settings.element.insert(0, element)

    settings = parsed(parts_of(change)["word/settings.xml"])
    assert [each.tag for each in settings if each.tag == name] == ([name] if kept else [])
    assert [local(each) for each in settings if each.tag != name] == ["themeFontLang", "compat"]


CORE, OTHERS = "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}", "{6668398D-A668-4E3E-A5EB-62B293D839F1}"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"


@pytest.mark.parametrize(
    ("element", "store", "path", "kept"),
    [
        ("w:dataBinding", CORE, "/ns1:coreProperties[1]/ns0:title[1]", True),
        ("w:dataBinding", CORE, "/ns1:coreProperties[1]/ns0:subject[1]", False),
        ("w:dataBinding", OTHERS, "/ns0:Properties[1]/ns0:Company[1]", False),
        ("w:dataBinding", "{1}", "/ns0:title[1]", False),
        ("w15:dataBinding", CORE, "/ns1:coreProperties[1]/ns0:title[1]", False),
    ],
)
def test_a_content_control_keeps_its_text_where_the_house_alone_knows_better(
    element: str,
    store: str,
    path: str,
    kept: bool,  # noqa: FBT001
) -> None:
    control = (
        f'<w:sdt xmlns:w="{WORD[0]}" xmlns:w15="{W15}"><w:sdtPr><{element} w:xpath="{path}" w:storeItemID="{store}"/></w:sdtPr>'
        "<w:sdtContent><w:r><w:t>Northmere</w:t></w:r></w:sdtContent></w:sdt>"
    )

    def change(document: Opened) -> None:
        document.sections[0].header.paragraphs[0]._p.append(parsed(control.encode()))

    header = made(restyled(change)).sections[0].header.part.element
    assert "Northmere" in "".join(header.itertext())
    assert bool(list(header.iter(qn("w:dataBinding"), f"{{{W15}}}dataBinding"))) is kept


BY = 'w:id="1" w:author="Not for others" w:date="2026-01-01T00:00:00Z"'
TRACKED = [
    (f"<w:ins {BY}><w:r><w:t>North</w:t></w:r><w:r><w:t>mere</w:t></w:r></w:ins>", "Northmere"),
    (f"<w:del {BY}><w:r><w:delText>Not for others</w:delText></w:r></w:del><w:r><w:t>Northmere</w:t></w:r>", "Northmere"),
    (f'<w:moveFromRangeStart {BY} w:name="x"/><w:moveFrom {BY}><w:r><w:t>{{running}}</w:t></w:r></w:moveFrom><w:moveFromRangeEnd w:id="1"/>', ""),
    (f"<w:moveTo {BY}><w:r><w:t>Northmere</w:t></w:r></w:moveTo>", "Northmere"),
    (f"<w:r><w:rPr><w:ins {BY}/><w:b/><w:rPrChange {BY}><w:rPr/></w:rPrChange></w:rPr><w:t>Northmere</w:t></w:r>", "Northmere"),
    ('<w:permStart w:id="1" w:ed="Not for others"/><w:r w:rsidR="00A00000"><w:t>Northmere</w:t></w:r><w:permEnd w:id="1"/>', "Northmere"),
    (f"<w:txbxContent><w:tbl><w:tr><w:trPr><w:del {BY}/></w:trPr><w:tc/></w:tr><w:tr><w:trPr><w:ins {BY}/></w:trPr><w:tc><w:t>Northmere</w:t></w:tc></w:tr></w:tbl></w:txbxContent>", "Northmere"),
]  # fmt: skip


@pytest.mark.parametrize(("inside", "text"), TRACKED)
def test_what_was_changed_in_a_header_is_taken_as_made_and_by_nobody(inside: str, text: str) -> None:
    paragraph = f'<w:hdr xmlns:w="{WORD[0]}"><w:p>{inside}</w:p></w:hdr>'

    def change(document: Opened) -> None:
        document.sections[0].header.part.element.append(parsed(paragraph.encode())[0])
        del document.sections[0].footer.part.element[:]

    parts = parts_of(change)
    header = parts["word/header1.xml"]
    assert b"For us only." in parts["word/footer1.xml"], "the lines have their place in what is there still"
    assert "".join(parsed(header).itertext()) == text
    assert [
        mark for mark in (PRIVATE.encode(), b"rsid", b"Change", b"w:ins", b"<w:tr/>") if mark in header
    ] == []


def test_changes_of_styles_lists_and_pages_are_by_nobody_too() -> None:
    def change(document: Opened) -> None:
        letters = document.styles["Note"].element.get_or_add_rPr()
        level = document.part.numbering_part.element.find(f".//{qn('w:lvl')}")
        for element, kind in (
            (letters, "rPr"),
            (level, "numbering"),
            (document.element.body.sectPr, "sectPr"),
        ):
            changed = f'<w:x xmlns:w="{WORD[0]}"><w:{kind}Change {BY}/></w:x>'
            element.append(parsed(changed.encode())[0])

    parts = parts_of(change)
    assert [name for name, content in parts.items() if PRIVATE.encode() in content] == []
    assert b"w:pgSz" in parts["word/document.xml"]
