"""What a coordinator's own house file holds for itself and no paper takes over."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from docx.document import Document as Opened
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn

from peercycle.exports import Page, exporter
from peercycle.exports.word_parts import WORD, parsed
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
    page = Page("Title", (), [])
    raw = exporter("docx")([page], own(restyled(lived_in)))[0]
    with ZipFile(BytesIO(raw)) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    assert [name for name, content in parts.items() if PRIVATE.encode() in content] == []
    assert [content for name, content in parts.items() if name.startswith("word/media/")] == [PNG + b"logo"]
    assert b"footnote" not in parts["word/settings.xml"]


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
