"""A house file of Word's: a coordinator's own is taken as it is, and refused with a reason where it cannot be."""

import shutil
import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from runpy import run_path
from zipfile import ZipFile

import pytest
from docx import Document
from docx.document import Document as Opened
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from peercycle.documents.blocks import read_blocks
from peercycle.documents.templates import Specimen, TemplateTrouble, shipped_specimen
from peercycle.exports import HOUSES, Page, exporter
from peercycle.exports.word_parts import WORD, local
from tests.exports.test_docx import body, exported, read_back
from tests.exports.test_html import EVERYTHING

SHIPPED = shipped_specimen(HOUSES["docx"]).content
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8cfc000000301010018dd8db00000000049454e44ae426082"
)


def own(content: bytes) -> Specimen:
    """Return a workspace's own house file."""
    return Specimen("templates/house.docx", content, own=True)


def made(content: bytes) -> Opened:
    """Return a document laid out by an own house file."""
    page = Page("Title", ("For us only.", "Made from x"), read_blocks(EVERYTHING))
    return read_back(exporter("docx")([page], own(content))[0])


def header_text(content: bytes) -> str:
    """Return what stands in the header of a document laid out by an own house file."""
    return "".join(made(content).sections[0].header.part.element.itertext())


def restyled(change: Callable[[Opened], object]) -> bytes:
    """Return the shipped house file with something changed by python-docx."""
    document = Document(BytesIO(SHIPPED))
    change(document)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def with_part(name: str, content: bytes, within: bytes = SHIPPED) -> bytes:
    """Return a house file with one more part, or another in its place."""
    buffer = BytesIO()
    with ZipFile(BytesIO(within)) as old, ZipFile(buffer, "w") as new:
        for each in old.namelist():
            if each != name:
                new.writestr(each, old.read(each))
        new.writestr(name, content)
    return buffer.getvalue()


def test_the_shipped_file_is_what_its_script_writes() -> None:
    script = run_path(str(Path(__file__).parents[2] / "scripts" / "house_docx.py"))
    assert script["package"]() == SHIPPED


def test_other_styles_and_a_logo_are_kept() -> None:
    def change(document: Opened) -> None:
        document.styles["Title"].font.size = Pt(30)
        document.styles["Normal"].font.name = "Georgia"
        document.sections[0].header.paragraphs[0].add_run().add_picture(BytesIO(PNG))
        document.add_paragraph("This text of the house file is not part of any paper.")

    document = made(restyled(change))
    assert document.styles["Title"].font.size == Pt(30)
    assert document.styles["Normal"].font.name == "Georgia"
    assert len(document.sections[0].header.part.package.image_parts._image_parts) == 1
    assert body(document) == body(read_back(exported(EVERYTHING)))


def test_a_file_that_says_nothing_of_its_pages_will_do() -> None:
    def change(document: Opened) -> None:
        document.element.body.remove(document.element.body.sectPr)

    document = made(restyled(change))
    assert body(document) == body(read_back(exported(EVERYTHING)))
    assert [each.text for each in document.sections[0].footer.paragraphs] == [
        "For us only.",
        "Made from x",
        "",
    ]


@pytest.mark.parametrize(
    ("item", "plain", "expected"), [(9, 6, None), (6, 6, None), (0, 8, 8), (0, None, 10)]
)
def test_a_list_ends_as_the_styles_of_the_house_would_have_it(
    item: int, plain: int | None, expected: int | None
) -> None:
    def change(document: Opened) -> None:
        document.styles["List Number"].paragraph_format.space_after = Pt(item)
        document.styles["Normal"].paragraph_format.space_after = None if plain is None else Pt(plain)
        document.styles.element.find(f".//{qn('w:pPrDefault')}//{qn('w:spacing')}").set(qn("w:after"), "200")

    (last,) = (each for each in made(restyled(change)).paragraphs if each.text == "three")
    assert last.paragraph_format.space_after == (None if expected is None else Pt(expected))


def test_every_style_is_british_english() -> None:
    def change(document: Opened) -> None:
        for name in ("Normal", "Note", "Paper Table"):
            letters = document.styles[name].element.get_or_add_rPr()
            letters.append(OxmlElement("w:lang", {qn("w:val"): "de-DE", qn("w:eastAsia"): "ja-JP"}))

    assert languages(made(restyled(change))) == [("rPrDefault", "en-GB")]


def test_styles_that_say_nothing_of_themselves_are_british_english() -> None:
    def change(document: Opened) -> None:
        document.styles.element.remove(document.styles.element.find(qn("w:docDefaults")))

    assert languages(made(restyled(change))) == [("rPrDefault", "en-GB")]


def languages(document: Opened) -> list[tuple[str, str]]:
    """Return where in the styles a language is named, and which."""
    found = document.styles.element.iter(qn("w:lang"))
    return [(local(each.getparent().getparent()), each.get(qn("w:val"))) for each in found]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice (soffice)")
def test_a_restyled_file_saved_again_by_libreoffice_still_does(tmp_path: Path) -> None:
    def change(document: Opened) -> None:
        document.styles["Title"].font.size = Pt(30)
        document.sections[0].header.paragraphs[0].add_run().add_picture(BytesIO(PNG))

    (tmp_path / "house.docx").write_bytes(restyled(change))
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(tmp_path / "out"), str(tmp_path / "house.docx")]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    document = made((tmp_path / "out" / "house.docx").read_bytes())
    assert [said for _, said in body(document)] == [said for _, said in body(read_back(exported(EVERYTHING)))]
    assert [each.text for each in document.sections[0].footer.paragraphs[:2]] == [
        "For us only.",
        "Made from x",
    ]
    assert document.styles["Title"].font.size == Pt(30)
    assert len(document.sections[0].header.part.package.image_parts._image_parts) == 1


def renamed(old: str, new: str) -> bytes:
    """Return the shipped house file with another name for one of its parts."""
    buffer = BytesIO()
    with ZipFile(BytesIO(SHIPPED)) as held, ZipFile(buffer, "w") as written:
        for name in held.namelist():
            content = held.read(name)
            if name.endswith(".rels") or name == "[Content_Types].xml":
                content = content.replace(old.encode(), new.encode())
            written.writestr(name.replace(old, new), content)
    return buffer.getvalue()


@pytest.mark.parametrize("name", ["document", "numbering", "core"])
def test_parts_may_have_other_names_than_the_usual(name: str) -> None:
    document = made(renamed(f"{name}.xml", f"{name}2.xml"))
    assert body(document) == body(read_back(exported(EVERYTHING)))
    assert document.core_properties.title == "Title"
    assert document.part.numbering_part.element.findall(qn("w:num"))[-1].get(qn("w:numId")) == "3"


def test_new_lists_stand_before_what_has_to_be_last() -> None:
    def change(document: Opened) -> None:
        document.part.numbering_part.element.append(OxmlElement("w:numIdMacAtCleanup"))

    assert local(made(restyled(change)).part.numbering_part.element[-1]) == "num"


def without(*names: str) -> bytes:
    """Return the shipped house file without some styles."""

    def change(document: Opened) -> None:
        for name in names:
            document.styles[name].delete()

    return restyled(change)


def in_a_circle(document: Opened) -> None:
    """Base a style on one that is based on it."""
    for each, base in (("List Bullet", "List Number"), ("List Number", "List Bullet")):
        document.styles[each].paragraph_format.space_after = None
        document.styles[each].element.find(qn("w:basedOn")).set(qn("w:val"), base.replace(" ", ""))


def with_page(name: str, key: str, told: str, leads: str = "") -> Callable[[Opened], None]:
    """Return the change that tells the pages something else."""

    def change(document: Opened) -> None:
        element = document.element.body.sectPr.find(qn(f"w:{name}"))
        element.set(qn(f"w:{key}"), told)
        if leads:
            element.set(qn("r:id"), leads)

    return change


def of_another_kind(document: Opened) -> None:
    """Make a style of paragraphs one of characters."""
    document.styles["List Tick"].element.set(qn("w:type"), "character")


def prefixed(name: str) -> bytes:
    """Return the shipped house file with another prefix for Word's elements in one part."""
    with ZipFile(BytesIO(SHIPPED)) as held:
        content = held.read(name)
    for old, new in ((b"xmlns:w=", b"xmlns:q="), (b"<w:", b"<q:"), (b"</w:", b"</q:"), (b" w:", b" q:")):
        content = content.replace(old, new)
    return with_part(name, content)


def related(kind: str, target: str, mode: str = ' TargetMode="External"') -> bytes:
    """Return the relations of a part that leads somewhere."""
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://x/{kind}" Target="{target}"{mode}/></Relationships>'.encode()


SAVE = "Save it in Word as a Word document (.docx)"
BROKEN = SHIPPED[:60] + b"\xff" * 8 + SHIPPED[68:]
BOMB = with_part("word/media/bomb.bin", b"\0" * (17 * 1024 * 1024))
REFUSED = [
    (without("Note"), "it has no style 'Note'; make it in Word"),
    (without("Note", "List Tick", "Sign-off"), "it has no styles 'List Tick', 'Note' and 'Sign-off'; make them in Word"),
    (restyled(of_another_kind), "its style 'List Tick' is no style of paragraphs; make it one in Word"),
    (b"", "this file is empty"),
    (b"# Not Word at all", f"this is no Word file, or it is damaged. {SAVE}"),
    (SHIPPED[:2000], f"this is no Word file, or it is damaged. {SAVE}"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, f"this file has a password, or is of an old kind (.doc). {SAVE}, without a password"),
    (with_part("word/vbaProject.bin", b"x"), f"it holds macros. {SAVE}"),
    (with_part("word/embeddings/oleObject1.bin", b"x"), f"it holds other files. {SAVE}"),
    (with_part("word/activeX/activeX1.xml", b"<x/>"), f"it holds ActiveX controls. {SAVE}"),
    (with_part("word/styles.xml", b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'), f"it holds a document type, as no Word file does. {SAVE}"),
    (with_part("word/_rels/settings.xml.rels", related("attachedTemplate", "file:///x.dotm")),
        f"it is linked to another template. {SAVE}"),
    (with_part("word/_rels/header1.xml.rels", related("image", "https://evil.example/x.png")), f"it is linked to other files. {SAVE}"),
    (with_part("word/_rels/document.xml.rels", related("subDocument", "file:///x.docx")), f"it holds other documents. {SAVE}"),
    (with_part("word/_rels/document.xml.rels", related("aFChunk", "other.html", mode="")), f"it holds other documents. {SAVE}"),
    (with_part("word/_rels/settings.xml.rels", related("mailMergeSource", "file:///x.csv")), f"it is set up for a mail merge. {SAVE}"),
    (with_part("word/header1.xml", f'<w:hdr xmlns:w="{WORD[0]}"><w:instrText>DD</w:instrText><w:instrText>EAUTO c:\\x</w:instrText></w:hdr>'.encode()), f"a field of it takes in other files. {SAVE}"),
    (with_part("word/extra.xml", "<!DOCTYPE x []><x/>".encode("utf-16")), f"it holds a document type, as no Word file does. {SAVE}"),
    (with_part("word/styles.xml", b"<broken"), f"this is no Word file, or it is damaged. {SAVE}"),
    (with_part("word/styles.xml", b"<x/>"), f"this is no Word file, or it is damaged. {SAVE}"),
    (prefixed("word/document.xml"), f"this is no Word file, or it is damaged. {SAVE}"),
    (prefixed("word/numbering.xml"), f"this is no Word file, or it is damaged. {SAVE}"),
    (with_part("word/numbering.xml", b"<x/>"), f"this is no Word file, or it is damaged. {SAVE}"),
    (with_part("word/settings.xml", b"<x/>"), f"this is no Word file, or it is damaged. {SAVE}"),
    (with_part("docProps/core.xml", b"<x/>"), f"this is no Word file, or it is damaged. {SAVE}"),
    (with_part("[Content_Types].xml", b"<x/>"), f"this is no Word file, or it is damaged. {SAVE}"),
    (with_part("word/_rels/document.xml.rels", related("styles", "styles.xml", mode="")), f"this is no Word file, or it is damaged. {SAVE}"),
    (restyled(with_page("pgSz", "w", "wide")), f"this is no Word file, or it is damaged. {SAVE}"),
    (restyled(with_page("headerReference", "type", "x", leads="nowhere")), f"this is no Word file, or it is damaged. {SAVE}"),
    (restyled(in_a_circle), f"this is no Word file, or it is damaged. {SAVE}"),
    (BROKEN, f"this is no Word file, or it is damaged. {SAVE}"),
    (with_part("customXml/item1.xml", b"<x>" + b"<y/>" * 800_000 + b"</x>"), "this file would unpack to far more than any house file"),
    (BOMB, "this file would unpack to far more than any house file"),
]  # fmt: skip


@pytest.mark.parametrize(("content", "message"), REFUSED, ids=[message[:40] for _, message in REFUSED])
def test_what_is_no_house_file_is_refused_with_a_reason(content: bytes, message: str) -> None:
    with pytest.raises(TemplateTrouble) as caught:
        made(content)
    assert str(caught.value) == f"templates/house.docx: {message}"


def test_a_list_style_without_its_mark_is_refused() -> None:
    def change(document: Opened) -> None:
        element = document.styles["List Number"].element
        numbers = element.find(".//{*}numPr")
        numbers.getparent().remove(numbers)

    with pytest.raises(
        TemplateTrouble, match="its style 'List Number' has no bullet or number; give it one in Word"
    ):
        made(restyled(change))


def test_a_defect_of_ours_is_not_told_as_a_damaged_file(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(document: Opened) -> None:
        raise AttributeError(document)

    monkeypatch.setattr("peercycle.exports.word_house.clear", broken)
    with pytest.raises(AttributeError):
        made(restyled(lambda document: document.add_paragraph("never seen before")))
