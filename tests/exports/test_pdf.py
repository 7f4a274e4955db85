"""The PDF read back: tagged for everyone, with title, language and bookmarks, and nothing in it that comes alive."""

import re
import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from peercycle.documents.blocks import read_blocks
from peercycle.documents.templates import Template, bundled, shipped
from peercycle.exports import HOUSES, Page, exporter
from peercycle.exports.pdf_fonts import characters, fonts_in, shown
from tests.documents.made import MADE_UP, REAL, blocks, edition
from tests.exports.test_html import EVERYTHING
from tests.hostile import PAYLOADS

HOUSE = shipped(HOUSES["pdf"])
FONTS = tuple(fonts_in(bundled() / "fonts"))
KNOWN = characters(FONTS)
RUNNING = ("For us only.", "Made from x")


def exported(*markdown: str, title: str = "Title", of: Template = HOUSE) -> list[bytes]:
    """Return the PDF of each Markdown text."""
    return exporter("pdf")([Page(title, RUNNING, read_blocks(text)) for text in markdown], of)


def opened(raw: bytes) -> pikepdf.Pdf:
    """Return a PDF as pikepdf reads it."""
    return pikepdf.open(BytesIO(raw))


def structure(pdf: pikepdf.Pdf) -> list[str]:
    """Return the kinds of the tagged elements that mean something, in order."""
    found: list[str] = []

    def walk(node: Any) -> None:
        if isinstance(node, pikepdf.Array):
            for child in node:
                walk(child)
        elif isinstance(node, pikepdf.Dictionary):
            if "/S" in node:
                found.append(str(node["/S"])[1:])
            walk(node.get("/K"))

    walk(pdf.Root.StructTreeRoot.K)
    return [
        kind
        for kind in found
        if kind
        not in (
            "Document",
            "P",
            "Strong",
            "Em",
            "Span",
            "Div",
            "NonStruct",
            "Part",
            "Lbl",
            "LBody",
            "THead",
            "TBody",
        )
    ]


def bookmarks(pdf: pikepdf.Pdf) -> list[str]:
    """Return the titles of the bookmarks, the inner ones indented."""
    with pdf.open_outline() as outline:
        return [line for item in outline.root for line in _titles(item, 0)]


def _titles(item: pikepdf.OutlineItem, depth: int) -> list[str]:
    return [
        "  " * depth + item.title,
        *(line for child in item.children for line in _titles(child, depth + 1)),
    ]


def text(raw: bytes, tmp_path: Path) -> str:
    """Return the text of a PDF in the order it is read."""
    path = tmp_path / "x.pdf"
    path.write_bytes(raw)
    done = subprocess.run(["pdftotext", "-raw", str(path), "-"], capture_output=True, check=True)
    return done.stdout.decode()


needs_poppler = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs poppler (pdftotext)")


def test_it_is_tagged_and_says_what_it_is() -> None:
    pdf = opened(exported(EVERYTHING, title='"Children & Families" <x>')[0])
    assert (bool(pdf.Root.MarkInfo.Marked), str(pdf.Root.Lang)) == (True, "en-GB")
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
    with pdf.open_metadata() as metadata:
        assert metadata["dc:title"] == '"Children & Families" <x>'
        assert metadata["pdfuaid:part"] == "1"
        assert "xmp:CreateDate" not in metadata
    assert "/CreationDate" not in pdf.docinfo


def test_its_parts_are_what_they_look_like() -> None:
    assert structure(opened(exported(EVERYTHING)[0])) == [
        "H1", "L", "LI", "Link", "H2", "L", "LI", "LI", "LI", "L", "LI", "L", "LI", "Table", "Caption", "TR", "TH", "TH",
        "TR", "TD", "TD",
    ]  # fmt: skip


def test_its_headings_are_bookmarks() -> None:
    pdf = opened(exported("# Title\n\n## One\n\n### Inner\n\n## Two\n")[0])
    assert bookmarks(pdf) == ["Title", "  One", "    Inner", "  Two"]


def test_its_fonts_are_inside() -> None:
    pdf = opened(exported(EVERYTHING)[0])
    fonts = [font for page in pdf.pages for font in page.Resources.Font.values()]
    assert fonts
    for font in fonts:
        inner = font.DescendantFonts[0]
        assert "AtkinsonHyperlegible" in str(inner.BaseFont)
        assert {"/FontFile2", "/FontFile3"} & set(inner.FontDescriptor.keys())


@needs_poppler
def test_it_says_everything_once_in_the_order_it_is_read(tmp_path: Path) -> None:
    assert " ".join(text(exported(EVERYTHING)[0], tmp_path).split()) == (
        "Title Term one two Text bold slanted link next line Heading To do: Do Done: Did • plain • nested more 3. three "
        "note Your notes Caption Name Number a 1 For us only. Made from x Page 1 of 1"
    )


@pytest.mark.parametrize("payload", PAYLOADS, ids=[each[:16] for each in PAYLOADS])
def test_no_text_comes_alive(payload: str) -> None:
    run = {"text": payload}
    made: list[dict[str, Any]] = [
        {"kind": "heading", "level": 1, "runs": [run]},
        {"kind": "paragraph", "runs": [{**run, "bold": True}, {**run, "link": "https://a.example/"}]},
        {"kind": "metadata", "entries": [{"term": [run], "blocks": [{"kind": "paragraph", "runs": [run]}]}]},
        {"kind": "list", "ordered": False, "start": 1, "items": [[{"kind": "paragraph", "runs": [{"tick": "x", "done": False}, run]}]]},
        {"kind": "table", "number": 1, "caption": [run], "columns": [{"align": "left", "runs": [run]}], "rows": [[[run]]]},
    ]  # fmt: skip
    pdf = opened(exporter("pdf")([Page(payload, (payload,), made)], HOUSE)[0])
    addresses = {str(note.A.URI) for page in pdf.pages for note in page.get("/Annots", []) if "/A" in note}
    assert addresses == {"https://a.example/"}
    assert structure(pdf).count("H1") == 1
    names = {str(key) for held in pdf.objects if isinstance(held, pikepdf.Dictionary) for key in held}
    assert names.isdisjoint(
        {"/JS", "/JavaScript", "/OpenAction", "/AA", "/EmbeddedFiles", "/Launch", "/AcroForm"}
    )
    with pdf.open_metadata() as metadata:
        said = shown(payload, KNOWN)
        assert re.sub(r"\s+", " ", str(metadata["dc:title"])).strip() == re.sub(r"\s+", " ", said).strip()


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("Naïve café \u2013 \u201cquoted\u201d £5", "Naïve café \u2013 \u201cquoted\u201d £5"),
        ("\U0001f600 and 漢", "[U+1F600] and [U+6F22]"),
        ("\ufb01ne \uff21", "fine A"),
        ("a\x00b\ud800", "a[U+0000]b[U+D800]"),
        ("tab\tand\nline", "tab\tand\nline"),
        ("Llŷn, Clŵyd, ẁ", "Llŷn, Clŵyd, ẁ"),
        ("self\u2011view \u2192 notes \u2714\ufe0f", "self-view -> notes [U+2714]"),
    ],
)
def test_a_character_that_no_font_has_is_shown_by_its_number(said: str, kept: str) -> None:
    assert shown(said, KNOWN) == kept
    assert exporter("pdf")(
        [Page(said, (said,), [{"kind": "heading", "level": 1, "runs": [{"text": said}]}])], HOUSE
    )


def test_the_fonts_are_read_as_they_are() -> None:
    assert [path.name for path in FONTS] == [
        "AtkinsonHyperlegible-Bold.ttf", "AtkinsonHyperlegible-BoldItalic.ttf", "AtkinsonHyperlegible-Italic.ttf",
        "AtkinsonHyperlegible-Regular.ttf",
    ]  # fmt: skip
    assert {"A", "z", "é", "£", "€", "\u2013", "\u2019", "•"} <= KNOWN
    assert KNOWN.isdisjoint({"→", "漢", "\U0001f600", "\uffff"})


def test_the_same_pages_give_the_same_bytes() -> None:
    first = exported(EVERYTHING, "# Other\n")
    assert first == exported(EVERYTHING, "# Other\n")
    assert first[0] == exported(EVERYTHING)[0]


@pytest.mark.parametrize(
    ("of", "kind", "subject", "pages"),
    [
        (edition(REAL, "2017-12-01"), "checklist", "bolton", 3),
        (edition(MADE_UP, "2026-11-23"), "checklist", "quillmere", 2),
        (edition(MADE_UP, "2026-11-23"), "agenda", "forum/december/cluster-coast", 2),
    ],
    ids=["real checklist", "checklist", "agenda"],
)
def test_whole_documents(of: Any, kind: str, subject: str, pages: int) -> None:
    made = blocks(of, kind, subject)
    pdf = opened(exporter("pdf")([Page("T", RUNNING, made)], HOUSE)[0])
    assert len(pdf.pages) == pages
    heads = ["".join(run["text"] for run in block["runs"]) for block in made if block["kind"] == "heading"]
    assert [title.strip() for title in bookmarks(pdf)] == heads
    assert structure(pdf).count("Table") == sum(block["kind"] == "table" for block in made)
