"""The Word document read back: real styles and lists, marked header rows, tick boxes, and nothing in it that comes alive."""

import re
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document
from docx.document import Document as Opened
from docx.oxml.ns import qn
from docx.shared import Pt

from peercycle.documents.blocks import read_blocks
from peercycle.documents.templates import shipped_specimen
from peercycle.exports import HOUSES, Page, exporter
from peercycle.exports.columns import widths
from tests.documents.made import MADE_UP, REAL, blocks, edition
from tests.exports.test_html import EVERYTHING
from tests.hostile import PAYLOADS

SPECIMEN = shipped_specimen(HOUSES["docx"])
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
LIVE = re.compile(
    rb"fldSimple|altChunk|oleObject|w:object|attachedTemplate|vbaProject|w:control|w:subDoc|w:pict|INCLUDE|DDE"
)
LISTS = "# Title\n\n1. one\n2. two\n\nBetween.\n\n1. first\n   - inner\n2. second\n\nAgain.\n\n4. fourth\n"


def exported(
    markdown: str, *, title: str = "Title", running: tuple[str, ...] = ("For us only.", "Made from x")
) -> bytes:
    """Return the Word document of a Markdown text."""
    return exporter("docx")([Page(title, running, read_blocks(markdown))], SPECIMEN)[0]


def read_back(raw: bytes) -> Opened:
    """Return a Word document as python-docx reads it."""
    return Document(BytesIO(raw))


def body(document: Opened) -> list[tuple[str, str]]:
    """Return the style and text of each paragraph outside tables, those of content controls too, and each table's rows."""
    found = []
    for element in document.element.body.iter(qn("w:p"), qn("w:tbl")):
        if any(parent.tag == qn("w:tc") for parent in element.iterancestors()):
            continue
        if element.tag == qn("w:tbl"):
            rows = [[text(cell) for cell in row.iter(qn("w:tc"))] for row in element.iter(qn("w:tr"))]
            found.append(("table", " / ".join(" | ".join(row) for row in rows)))
        else:
            style = element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
            found.append((style.get(qn("w:val")) if style is not None else "", text(element)))
    return found


def text(element: Any) -> str:
    """Return all the text of an element, a tab as ⇥ and a line break as ↵."""
    marks = {qn("w:tab"): "⇥", qn("w:br"): "↵"}
    parts = element.iter(qn("w:t"), qn("w:tab"), qn("w:br"))
    return "".join(
        marks.get(part.tag, part.text or "") for part in parts if part.getparent().tag != qn("w:tabs")
    )


def test_every_block_has_a_style_of_its_own() -> None:
    assert body(read_back(exported(EVERYTHING))) == [
        ("Title", "Title"),
        ("Particulars", "Term⇥one"),
        ("Particulars", "⇥two"),
        ("", "Text bold slanted link↵next line"),
        ("Heading1", "Heading"),
        ("ListTick", "☐⇥To do: Do"),
        ("ListTick", "☒⇥Done: Did"),
        ("ListBullet", "plain"),
        ("ListBullet", "nested"),
        ("ListContinue", "more"),
        ("ListNumber", "three"),
        ("Note", "note"),
        ("LocalNotes", "Your notes"),
        ("LocalNotes", ""),
        ("LocalNotes", ""),
        ("LocalNotes", ""),
        ("LocalNotes", ""),
        ("Caption", "Caption"),
        ("table", "Name | Number / a | 1"),
        ("", ""),
        ("", ""),
    ]


def test_its_properties_say_what_it_is_and_not_when_it_was_made() -> None:
    raw = exported(EVERYTHING, title='"Children & Families" <x>')
    properties = read_back(raw).core_properties
    assert (properties.title, properties.language) == ('"Children & Families" <x>', "en-GB")
    assert (properties.author, properties.created, properties.modified) == ("", None, None)
    with ZipFile(BytesIO(raw)) as packed:
        assert {entry.date_time for entry in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b'<w:lang w:val="en-GB"/>' in packed.read("word/styles.xml")


def test_what_stands_on_every_page_is_in_the_footer_alone() -> None:
    document = read_back(exported(EVERYTHING))
    assert [each.text for each in document.sections[0].footer.paragraphs] == [
        "For us only.",
        "Made from x",
        "Page 1 of 1",
    ]
    codes = [each.text.strip() for each in document.sections[0].footer._element.iter(qn("w:instrText"))]
    assert codes == ["PAGE", "NUMPAGES"]
    assert all("Made from x" not in said for _, said in body(document))


def test_each_numbered_list_begins_anew() -> None:
    document = read_back(exported(LISTS))
    numbers = {num.get(qn("w:numId")): num for num in document.part.numbering_part.element.iter(qn("w:num"))}
    used = [
        (
            text(each),
            each.find(f".//{qn('w:ilvl')}").get(qn("w:val")),
            each.find(f".//{qn('w:numId')}").get(qn("w:val")),
        )
        for each in document.element.body.iter(qn("w:p"))
        if each.find(f".//{qn('w:numId')}") is not None
    ]
    assert used == [
        ("one", "0", "3"), ("two", "0", "3"), ("first", "0", "4"), ("inner", "1", "1"), ("second", "0", "4"),
        ("fourth", "0", "5"),
    ]  # fmt: skip
    starts = [numbers[key].find(f".//{qn('w:startOverride')}").get(qn("w:val")) for key in ("3", "4", "5")]
    assert starts == ["1", "1", "4"]


def test_what_follows_a_list_keeps_the_distance_of_a_paragraph() -> None:
    markdown = "# Title\n\n- one\n- two\n  - inner\n\nAfter.\n\n1. first\n\n   more\n\n- [ ]{id=do} Do\n"
    spaced = [
        (each.text, each.paragraph_format.space_after)
        for each in read_back(exported(markdown)).paragraphs
        if each.paragraph_format.space_after is not None
    ]
    assert spaced == [("inner", Pt(6)), ("more", Pt(6)), ("\tTo do: Do", Pt(6))]


def test_ticks_are_boxes_that_can_be_clicked() -> None:
    document = read_back(exported(EVERYTHING))
    found = []
    for control in document.element.body.iter(qn("w:sdt")):
        box = control.find(f".//{W14}checkbox/{W14}checked")
        tag, alias = (
            control.find(f"{qn('w:sdtPr')}/{qn(name)}").get(qn("w:val")) for name in ("w:tag", "w:alias")
        )
        found.append((tag, alias, box.get(f"{W14}val") if box is not None else None))
    assert found == [("do", "To do", "0"), ("did", "Done", "1"), ("local-notes", "Local Notes", None)]


def test_tables_have_a_marked_header_row_and_no_merged_cell() -> None:
    document = read_back(exported(EVERYTHING))
    (table,) = document.tables
    assert table.style is not None
    assert table.style.name == "Paper Table"
    marked = [row._tr.find(f".//{qn('w:tblHeader')}") is not None for row in table.rows]
    assert marked == [True, False]
    assert all(row._tr.find(f".//{qn('w:cantSplit')}") is not None for row in table.rows)
    assert not [*table._tbl.iter(qn("w:gridSpan"), qn("w:vMerge"))]
    assert [cell.paragraphs[0].alignment for cell in table.rows[1].cells] == [None, 2]
    assert table._tbl.find(f".//{qn('w:tblCaption')}").get(qn("w:val")) == "Caption"


def test_links_lead_where_they_say() -> None:
    raw = exported(
        "# Title\n\n[page](https://a.example/?a=1&b=2) [post](mailto:a@b.example) [on](#one)\n\n{id=one}\n## One\n"
    )
    document = read_back(raw)
    links = list(document.element.body.iter(qn("w:hyperlink")))
    related = [document.part.rels[link.get(qn("r:id"))].target_ref for link in links[:2]]
    assert related == ["https://a.example/?a=1&b=2", "mailto:a@b.example"]
    assert links[2].get(qn("w:anchor")) == "one"
    assert [mark.get(qn("w:name")) for mark in document.element.body.iter(qn("w:bookmarkStart"))] == ["one"]


def test_bookmarks_that_word_would_take_for_one_another_have_names_of_their_own() -> None:
    long = "x" * 40
    idents = [f"{long}-one", f"{long}-two", long, "Two", "two"]
    links = " ".join(f"[to](#{ident})" for ident in reversed(idents))
    document = read_back(
        exported(f"# Title\n\n{links}\n" + "".join(f"\n{{id={ident}}}\n## {ident}\n" for ident in idents))
    )
    anchors = [link.get(qn("w:anchor")) for link in document.element.body.iter(qn("w:hyperlink"))]
    names = [mark.get(qn("w:name")) for mark in document.element.body.iter(qn("w:bookmarkStart"))]
    assert names == ["x" * 38 + "-3", "x" * 38 + "-2", long, "Two-2", "two"]
    assert anchors == names[::-1]


def test_a_page_break_stands_before_what_follows_it() -> None:
    document = read_back(exported("# Title\n\nOne.\n\n{.page-break}\n---\n\n## Two\n\nThree.\n"))
    breaks = [each.paragraph_format.page_break_before for each in document.paragraphs]
    assert breaks == [None, None, True, None]


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("a\x00b\x1fc", "a\ufffdb\ufffdc"),
        ("\ud800", "\ufffd"),
        ("]]>&lt;", "]]>&lt;"),
        (" two  spaces ", " two  spaces "),
    ],
)
def test_what_xml_cannot_hold_is_shown(said: str, kept: str) -> None:
    page = Page("T", (said,), [{"kind": "paragraph", "runs": [{"text": said}]}])
    document = read_back(exporter("docx")([page], SPECIMEN)[0])
    assert (document.paragraphs[0].text, document.sections[0].footer.paragraphs[0].text) == (kept, kept)


@pytest.mark.parametrize("payload", PAYLOADS, ids=[each[:16] for each in PAYLOADS])
def test_no_text_comes_alive(payload: str) -> None:
    run = {"text": payload}
    made: list[dict[str, Any]] = [
        {"kind": "heading", "level": 1, "runs": [run]},
        {"kind": "paragraph", "runs": [{**run, "bold": True}, {**run, "link": "https://a.example/"}]},
        {"kind": "metadata", "entries": [{"term": [run], "blocks": [{"kind": "paragraph", "runs": [run]}]}]},
        {"kind": "list", "ordered": False, "start": 1, "items": [[{"kind": "paragraph", "runs": [{"tick": payload, "done": False}, run]}]]},
        {"kind": "table", "number": 1, "caption": [run], "columns": [{"align": "left", "runs": [run]}], "rows": [[[run]]]},
    ]  # fmt: skip
    raw = exporter("docx")([Page(payload, (payload,), made)], SPECIMEN)[0]
    document = read_back(raw)
    shown = re.sub("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", payload)
    plain = "".join(said for _, said in body(document)).replace("\r", "\n")
    assert plain.count(re.sub("\r\n?", "\n", shown)) >= 8
    assert len([*document.element.body.iter(qn("w:tbl"))]) == 1
    with ZipFile(BytesIO(raw)) as packed:
        assert not LIVE.search(
            b"".join(
                re.sub(rb"<w:t[^>]*>[^<]*</w:t>|w:val=(\"[^\"]*\"|'[^']*')", b"", packed.read(n))
                for n in packed.namelist()
                if n != "docProps/core.xml"
            )
        )
        external = re.findall(
            rb'Target="([^"]*)" TargetMode="External"', packed.read("word/_rels/document.xml.rels")
        )
    assert external == [b"https://a.example/"]


def test_the_same_pages_give_the_same_bytes() -> None:
    assert exported(EVERYTHING) == exported(EVERYTHING)


WIDTHS = [
    (["When", "What"], [["Friday 1 December 2017", "x " * 60]], 9000, [2714, 6286]),
    (["A", "B"], [["a", "b"]], 9000, [4500, 4500]),
    (["Who", "Name", "Date"], [["Lead Member", "", ""]], 9000, [1548, 3726, 3726]),  # M is a wide letter
    (["Stage", "Coast"], [["Poor to fair", "1"]], 2000, [1300, 700]),
    (["A", "B", "C"], [["w" * 200, "w" * 200, "c"]], 9000, [3000, 3000, 3000]),
]  # fmt: skip


@pytest.mark.parametrize(("heads", "rows", "total", "expected"), WIDTHS)
def test_columns_are_as_wide_as_their_text(
    heads: list[str], rows: list[list[str]], total: int, expected: list[int]
) -> None:
    def cells(row: list[str]) -> list[list[dict[str, str]]]:
        return [[{"text": each}] for each in row]

    assert widths(cells(heads), [cells(row) for row in rows], total) == expected


@pytest.mark.parametrize(
    ("of", "kind", "subject"),
    [
        (edition(REAL, "2017-12-01"), "checklist", "bolton"),
        (edition(MADE_UP, "2026-11-23"), "agenda", "forum/december/cluster-coast"),
    ],
    ids=["checklist", "agenda"],
)
def test_whole_documents_say_in_word_what_they_say_in_markdown(of: Any, kind: str, subject: str) -> None:
    made = blocks(of, kind, subject)
    document = read_back(exporter("docx")([Page("T", ("x",), made)], SPECIMEN)[0])
    heads = [said for style, said in body(document) if style.startswith(("Title", "Heading"))]
    assert heads == [
        "".join(run["text"] for run in block["runs"]) for block in made if block["kind"] == "heading"
    ]
    assert len(document.tables) == sum(block["kind"] == "table" for block in made)
