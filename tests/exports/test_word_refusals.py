"""What a house file of Word's may not bring in from outside, however it is spelt, and what it may hold all the same."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from peercycle.documents.templates import TemplateTrouble
from peercycle.exports.word_fields import takes_in_files
from peercycle.exports.word_parts import parsed
from tests.exports.test_word_house import SAVE, SHIPPED, header_text, made, with_part

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
S = "http://purl.oclc.org/ooxml/wordprocessingml/main"
O = "urn:schemas-microsoft-com:office:office"  # noqa: E741 - as Word calls it
SCHEMAS = "http://schemas.openxmlformats.org/schemaLibrary/2006/main"
X = "urn:nobody"
"""A namespace that is none of Word's."""
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
LINKED = "it is linked to other files"
FIELD = "a field of it takes in other files"
HEADER, RELATED = "word/header1.xml", "word/_rels/header1.xml.rels"
BEGIN, SEPARATE, END = (
    f'<w:r><w:fldChar w:fldCharType="{turn}"/></w:r>' for turn in ("begin", "separate", "end")
)


def header(inside: str) -> bytes:
    """Return a header that holds something besides."""
    return f'<w:hdr xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="{MC}" xmlns:a="{A}" xmlns:x="{X}" xmlns:s="{S}" xmlns:o="{O}"><w:p>{inside}</w:p></w:hdr>'.encode()


def relations(inside: str) -> bytes:
    """Return the relations of a part."""
    return f'<Relationships xmlns="{PACKAGE}" xmlns:x="{X}">{inside}</Relationships>'.encode()


def told(*pieces: str) -> str:
    """Return the pieces of what a field is told, each in a run of its own."""
    return "".join(f'<w:r><w:instrText xml:space="preserve">{piece}</w:instrText></w:r>' for piece in pieces)


def svg(inside: str, before: str = "") -> bytes:
    """Return a picture that is XML."""
    return f'{before}<svg xmlns="http://www.w3.org/2000/svg" xmlns:l="http://www.w3.org/1999/xlink">{inside}</svg>'.encode()


PICTURE = f'Id="p" Type="{R}/image"'
OUTSIDE = [
    (RELATED, relations(f'<Relationship {PICTURE} Target="https://a.example/a>b.png" TargetMode="External"/>'), LINKED),
    (RELATED, relations(f'<Relationship {PICTURE} Target="https://a.example/" TargetMode="Extern&#97;l"/>'), LINKED),
    (RELATED, relations(f'<Relationship {PICTURE} Target="https://a.example/" TargetMode=" external"/>'), LINKED),
    (RELATED, f'<q:Relationships xmlns:q="{PACKAGE}"><q:Relationship {PICTURE} Target="//a/b" TargetMode="External"/></q:Relationships>'.encode(), LINKED),
    (RELATED, relations(f'<Relationship {PICTURE} Target="//a/b" TargetMode="External"/>').decode().encode("utf-16"), LINKED),
    ("word/_rels/settings.xml.rels", relations(f'<Relationship Id="t" Type="{R}/attached&#84;emplate" Target="t.dotm"/>'), "it is linked to another template"),
    ("_rels/.rels", relations('<Relationship Id="t" Type="http://schemas.microsoft.com/office/2011/relationships/webextensiontaskpanes" Target="t.xml"/>'), "it holds add-ins"),
    (RELATED, relations(f'<Relationship Id="o" Type="{R}/oleObject" Target="elsewhere/o.bin"/>'), "it holds other files"),
    (RELATED, relations(f'<Relationship Id="p" x:Type="{R}/hyperlink" Type="{R}/image" Target="//a/b" TargetMode="External"/>'), LINKED),
    (RELATED, relations(f'<Relationship {PICTURE} Target="//a/b" x:TargetMode="Internal" TargetMode="External"/>'), LINKED),
    (RELATED, relations(f'<Relationship Id="t" x:Type="{R}/image" Type="{R}/oleObject" Target="o.bin"/>'), "it holds other files"),
    ("word/settings.xml", f'<w:settings xmlns:w="{W}"><w:mailMerge><w:connectString w:val="DSN=x"/></w:mailMerge></w:settings>'.encode(), "it is set up for a mail merge"),
    ("word/settings.xml", f'<!DOCTYPE x [<!ENTITY a "b">]><w:settings xmlns:w="{W}"/>'.encode(), "it holds a document type, as no Word file does"),
    ("word/HEADER1.xml", header(told("DDE a b")), FIELD),
    ("word/other.part", header(told("DDE a b")), FIELD),
    (HEADER, header('<w:fldSimple w:instr="INCLUDEPICTURE &quot;https://a.example/&quot;"/>'), FIELD),
    (HEADER, header('<w:fldSimple w:instr="INCLUDE&#84;EXT x"/>'), FIELD),
    (HEADER, header(told("DDE&#65;UTO c:\\x")), FIELD),
    (HEADER, header(told("DD<!-- x -->E c:\\x")), FIELD),
    (HEADER, header(told("<![CDATA[LINK Excel.Sheet]]>")), FIELD),
    (HEADER, f'<q:hdr xmlns:q="{W}"><q:p><q:r><q:instrText>DATABASE x</q:instrText></q:r></q:p></q:hdr>'.encode(), FIELD),
    (HEADER, header(f"<w:pict><v:shape xmlns:v='urn:schemas-microsoft-com:vml'><v:imagedata src='https://a.example/'/></v:shape></w:pict>{told('PAGE')}"), LINKED),
    (HEADER, header("<w:pict><v:shape xmlns:v='urn:schemas-microsoft-com:vml'><v:imagedata x:src='' src='https://a.example/'/></v:shape></w:pict>"), LINKED),
    (HEADER, header("<w:pict><v:image xmlns:v='urn:schemas-microsoft-com:vml' src='https://a.example/'/></w:pict>"), LINKED),
    (HEADER, header("<w:pict><v:rect xmlns:v='urn:schemas-microsoft-com:vml'><o:top src='https://a.example/'/></v:rect></w:pict>"), LINKED),
    (HEADER, header('<w:r><w:drawing><p:webVideoPr xmlns:p="http://schemas.microsoft.com/office/word/2012/wordprocessingDrawing" embeddedHtml="x"/></w:drawing></w:r>'), LINKED),
    (HEADER, header('<w:r><w:object><w:objectLink w:progId="Excel.Sheet"/></w:object></w:r>'), "it holds other files"),
    (HEADER, header('<w:fldSimple x:instr="PAGE" w:instr="LINK x"/>'), FIELD),
    ("word/settings.xml", f'<w:settings xmlns:w="{W}" xmlns:l="{SCHEMAS}"><l:schemaLibrary><l:schema l:uri="x" l:manifestLocation="//a/b"/></l:schemaLibrary></w:settings>'.encode(), LINKED),
    ("word/media/logo.svg", svg('<image l:href="https://a.example/"/>'), LINKED),
    ("word/media/logo.svg", f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="{X}" xmlns:l="http://www.w3.org/1999/xlink"><image x:href="#a" l:href="//a/b"/></svg>'.encode(), LINKED),
    ("word/media/logo.svg", svg('<image l:href="#a" href="https://a.example/"/>'), LINKED),
    ("word/media/logo.svg", svg('<image href="#a" l:href="https://a.example/"/>'), LINKED),
    ("word/media/logo.svg", f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="{X}"><image href="#a" x:href="https://a.example/"/></svg>'.encode(), LINKED),
    ("word/media/logo.svg", svg('<g xml:base="https://a.example/"><image l:href="#a"/></g>'), LINKED),
    ("word/media/logo.svg", svg('<path fill="u\\72l(https://a.example/)"/>'), LINKED),
    ("word/media/logo.svg", svg('<style>@import "https://a.example/";</style>'), LINKED),
    ("word/media/logo.svg", svg("<image href='&e;'/>", '<!DOCTYPE svg [<!ENTITY e "https://a.example/">]>'), "it holds a document type, as no Word file does"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "content", "message"), OUTSIDE)
def test_what_brings_in_something_from_outside_is_refused(name: str, content: bytes, message: str) -> None:
    with pytest.raises(TemplateTrouble) as caught:
        made(with_part(name, content))
    assert str(caught.value) == f"templates/house.docx: {message}. {SAVE}"


def test_a_link_s_address_is_no_place_to_fetch_a_picture_from() -> None:
    link = relations(
        f'<Relationship Id="x" Type="{R}/hyperlink" Target="https://a.example/" TargetMode="External"/>'
    )
    shown = '<w:r><w:drawing><a:blip r:link="x"/></w:drawing></w:r>'
    linked = '<w:hyperlink r:id="x"><w:r><w:t>Northmere</w:t></w:r></w:hyperlink>'
    assert "Northmere" in header_text(with_part(RELATED, link, with_part(HEADER, header(linked))))
    with pytest.raises(TemplateTrouble, match=LINKED):
        made(with_part(RELATED, link, with_part(HEADER, header(linked + shown))))


@pytest.mark.parametrize("uses", ['x:link="" r:link="x"', 'o:relid="x"'])
def test_a_picture_is_no_link_whatever_it_is_reached_by(uses: str) -> None:
    link = relations(
        f'<Relationship Id="x" Type="{R}/hyperlink" Target="https://a.example/" TargetMode="External"/>'
    )
    shown = f'<w:pict><v:imagedata xmlns:v="urn:schemas-microsoft-com:vml" {uses}/></w:pict>'
    with pytest.raises(TemplateTrouble, match=LINKED):
        made(with_part(RELATED, link, with_part(HEADER, header(shown))))


def test_what_only_is_called_a_link_is_none() -> None:
    link = relations(
        f'<Relationship Id="x" Type="{R}/hyperlink" Target="https://a.example/" TargetMode="External"/>'
    )
    with pytest.raises(TemplateTrouble, match=LINKED):
        made(with_part(RELATED, link, with_part(HEADER, header('<a:hyperlink r:link="x"/>'))))


def test_relations_belong_to_the_part_that_they_lie_beside() -> None:
    link = relations(
        f'<Relationship Id="x" Type="{R}/hyperlink" Target="https://a.example/" TargetMode="External"/>'
    )
    shown = header('<w:r><w:drawing><a:blip r:link="x"/></w:drawing></w:r>')
    house = with_part("word/my_rels/header9.xml", shown)
    with pytest.raises(TemplateTrouble, match=LINKED):
        made(with_part("word/my_rels/_rels/header9.xml.rels", link, house))


@pytest.mark.parametrize(
    "kind",
    ['<Override PartName="/word/Theme.part" ContentType="a/theme+xml"/>', '<Default Extension="PART" ContentType="text/xml"/>'],
)  # fmt: skip
def test_what_is_said_to_be_xml_has_to_be(kind: str) -> None:
    with ZipFile(BytesIO(SHIPPED)) as packed:
        kinds = packed.read("[Content_Types].xml").replace(b"</Types>", f"{kind}</Types>".encode())
    deep = b"<x>" * 300 + b"</x>" * 300
    assert made(with_part("word/theme.part", deep)).paragraphs
    with pytest.raises(TemplateTrouble, match="it is damaged"):
        made(with_part("word/theme.part", deep, with_part("[Content_Types].xml", kinds)))


def test_of_two_parts_with_one_name_each_is_looked_at() -> None:
    buffer = BytesIO(SHIPPED)
    with ZipFile(buffer, "a") as packed:
        for inside in (told("DDE a b"), ""):
            with pytest.warns(UserWarning, match="Duplicate name"):
                packed.writestr(HEADER, header(inside))
    with pytest.raises(TemplateTrouble, match=FIELD):
        made(buffer.getvalue())


FIELDS = [
    (told("PAGE"), False),
    (BEGIN + told(" PAGE ") + SEPARATE + "<w:r><w:t>LINK</w:t></w:r>" + END, False),
    (BEGIN + told(' HYPERLINK "https://a.example/" ') + SEPARATE + END, False),
    (BEGIN + told(" IF ") + BEGIN + told("PAGE") + END + told("= 1 a b") + SEPARATE + END, False),
    (BEGIN + told("TOC") + SEPARATE + BEGIN + told("PAGEREF x") + SEPARATE + END + END, False),
    (BEGIN + told("IF x = 1 include third") + END, False),
    (BEGIN + told("D") + END + BEGIN + told("DE x") + END, False),
    (f"<mc:AlternateContent><mc:Choice>{BEGIN}{told('PAGE')}{END}</mc:Choice></mc:AlternateContent>", False),
    (BEGIN + told(' HYPERLINK "https://a.example/database/dde/link" ') + SEPARATE + END, False),
    (BEGIN + told(" DOCPROPERTY Link ") + END + '<w:fldSimple w:instr=" STYLEREF &quot;Database&quot; "/>', False),
    (BEGIN + told("PAGE ") + "<x:instrText>DDE x</x:instrText><x:t>LINK</x:t>" + END, False),
    ('<x:fldSimple x:instr="LINK x"/><w:fldSimple instr="LINK x" x:instr="LINK x" w:instr="PAGE"/>', False),
    (f'{BEGIN}{told("PAGE")}{SEPARATE}<w:r><mc:AlternateContent><mc:Choice><w:p>{BEGIN}{told("PAGE")}{END}</w:p></mc:Choice></mc:AlternateContent></w:r>{END}', False),
    (BEGIN + told("D", "DE", "AUTO c:\\x") + END, True),
    (BEGIN + told("D") + '<x:fldChar w:fldCharType="end"/><x:fldChar fldCharType="end"/>' + told("DE x") + END, True),
    (BEGIN + told("D") + '<w:fldChar x:fldCharType="end" w:fldCharType="x"/><w:fldChar fldCharType="end"/>' + told("DE x") + END, True),
    (BEGIN.replace("w:fldCharType", 'x:fldCharType="end" w:fldCharType') + told("D", "DE x") + END, True),
    (BEGIN + told("D") + '<w:fldChar s:fldCharType="end"/>' + told("DE x") + END, True),
    (BEGIN + told("D") + "<s:instrText>x</s:instrText>" + told("DE x") + END, True),
    (BEGIN + told("D") + "<x:t>x</x:t><x:instrText>x</x:instrText>" + told("DE x") + END, True),
    (BEGIN + told("D<x:y>x</x:y>DE x") + END, True),
    (BEGIN + told("D") + "<w:r><w:t>x</w:t></w:r>" + told("DE x") + END, True),
    (BEGIN + told("R") + BEGIN + told("QUOTE D") + END + told(" x") + END, True),
    (BEGIN + told("&quot;D") + BEGIN + told("QUOTE DE") + END + told(" x") + END, True),
    (BEGIN + told("D") + "<w:del><w:r><w:delInstrText>x</w:delInstrText></w:r></w:del>" + BEGIN + told("QUOTE DE") + END + told(" x") + END, True),
    ('<w:fldSimple x:instr="PAGE" w:instr="RD x"/>', True),
    (BEGIN + "<w:r><w:t>D</w:t></w:r>" + told("DE x") + END, True),
    (BEGIN + told("D") + "<w:del><w:r><w:delInstrText>x</w:delInstrText></w:r></w:del>" + told("DE x") + END, True),
    (BEGIN + told("IF 1 = 1 ") + BEGIN + told("IncludeText x") + END + END, True),
    (BEGIN + BEGIN + told("QUOTE DD") + END + told("E x") + END, True),
    (BEGIN + told("D") + BEGIN + told("QUOTE D") + END + told("E x") + END, True),
    (BEGIN + told("D") + f"<mc:AlternateContent><mc:Choice>{told('x')}</mc:Choice></mc:AlternateContent>" + told("DE x") + END, True),
    (BEGIN + f"<mc:AlternateContent>{SEPARATE}</mc:AlternateContent>" + told("PAGE") + END, True),
    (BEGIN + SEPARATE + told("DDE x") + END, True),
    (told("D", "DE x"), True),
    (told(" RD x"), True),
    (told("INCLUDE x"), True),
]  # fmt: skip


@pytest.mark.parametrize(("inside", "reaches"), FIELDS)
def test_a_field_is_judged_by_all_that_it_is_told(inside: str, reaches: bool) -> None:  # noqa: FBT001
    assert takes_in_files(parsed(header(inside))) is reaches


KEPT = [
    ("word/media/logo.svg", svg('<a l:href="https://a.example/"><path fill="url(#shade)"/></a>')),
    ("word/media/logo.svg", svg("", '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/svg11.dtd">')),
    ("word/media/logo.png", b"<not XML"),
    (HEADER, header('<x:altChunk r:id="a"/><x:OLEObject/><x:mailMerge/>')),
    ("word/extra.xml", f'<l:schemaLibrary xmlns:l="{SCHEMAS}"><l:schema l:uri="x"/></l:schemaLibrary>'.encode()),
    (HEADER, header("<x:imagedata src='https://a.example/' o:href='https://a.example/'/>")),
    (RELATED, relations(f'<x:Relationship Type="{R}/oleObject" Target="//a/b" TargetMode="External"/>')),
    ("word/media/logo.svg", svg('<path fill="\\23 fff" style="font-family: \\41rial; fill: \\ffffff"/>')),
    (HEADER, header(BEGIN + told(" PAGE ") + END + '<w:fldSimple w:instr=" NUMPAGES "/>')),
]  # fmt: skip


@pytest.mark.parametrize(("name", "content"), KEPT)
def test_what_a_house_file_may_hold_is_let_through(name: str, content: bytes) -> None:
    assert made(with_part(name, content)).paragraphs
