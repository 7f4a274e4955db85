"""The words of a PDF as they are read from it: every hostile text is text, and no word leaves its place."""

import html
import re
import subprocess
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest

from peercycle.exports import Page, exporter
from peercycle.exports.pdf_fonts import shown
from tests.exports.test_pdf import HOUSE, KNOWN, needs_poppler, text
from tests.hostile import PAYLOADS

EDGE = 595.28 - 56.7
"""The right edge of what is printed, in points: A4 less its margin of 2 cm."""
ADDRESS = "coordinator.childrens.services.improvement@improvement.example"
BREAK = {"kind": "rule", "role": "page-break"}


def paragraph(said: str) -> dict[str, Any]:
    """Return a paragraph of one run."""
    return {"kind": "paragraph", "runs": [{"text": said}]}


def table(*cells: str) -> dict[str, Any]:
    """Return a table of one row; its columns are headed A, B and so on."""
    columns = [{"align": "left", "runs": [{"text": chr(65 + at)}]} for at in range(len(cells))]
    rows = [[[{"text": cell}] for cell in cells]]
    return {"kind": "table", "number": 1, "caption": [{"text": "C"}], "columns": columns, "rows": rows}


def listed(said: str) -> dict[str, Any]:
    """Return a list of one item."""
    return {"kind": "list", "ordered": False, "start": 1, "items": [[paragraph(said)]]}


def particulars(said: str) -> dict[str, Any]:
    """Return a term and what is said of it."""
    return {"kind": "metadata", "entries": [{"term": [{"text": "Term"}], "blocks": [paragraph(said)]}]}


def heading(said: str, level: int = 1) -> dict[str, Any]:
    """Return a heading."""
    return {"kind": "heading", "level": level, "runs": [{"text": said}]}


def made(*blocks: dict[str, Any], running: str = "Running") -> bytes:
    """Return the PDF of these blocks."""
    return exporter("pdf")([Page("Title", (running,), list(blocks))], HOUSE)[0]


def bare(said: str) -> str:
    """Return a text without spaces and soft hyphens, letters and accents as one: lines may end anywhere in a PDF."""
    return re.sub(r"[\s\xad]+", "", normalize("NFC", said))


def places(raw: bytes, tmp_path: Path) -> list[tuple[str, float, float]]:
    """Return each word of the pages, with where it begins and ends from the left in points."""
    path = tmp_path / "x.pdf"
    path.write_bytes(raw)
    done = subprocess.run(["pdftotext", "-bbox", str(path), "-"], capture_output=True, check=True)
    found = re.findall(r'xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)".*?>(.*?)</word>', done.stdout.decode())
    return [(html.unescape(word), float(left), float(right)) for left, right, word in found]


@needs_poppler
def test_every_hostile_text_is_read_as_it_is_in_every_place(tmp_path: Path) -> None:
    blocks = [heading("Title")]
    for said in PAYLOADS:
        blocks += [paragraph("NEXT ONE"), paragraph(said), heading(said, 2), listed(said), particulars(said)]
        blocks += [table(said, "b"), BREAK]
    lines = re.sub(r"Running\nPage \d+ of \d+\n|Running Page \d+ of \d+\n", "", text(made(*blocks), tmp_path))
    parts = [bare(part) for part in lines.split("NEXT ONE")[1:]]
    assert len(parts) == len(PAYLOADS)
    lost = [
        said for said, part in zip(PAYLOADS, parts, strict=True) if part.count(bare(shown(said, KNOWN))) < 5
    ]
    assert lost == []


@needs_poppler
@pytest.mark.parametrize("said", [ADDRESS, "x" * 300, "W" * 200], ids=["address", "letters", "wide letters"])
@pytest.mark.parametrize(
    "block", [heading, paragraph, listed, particulars, table, lambda said: table(*[said] * 5)],
    ids=["heading", "paragraph", "list", "particulars", "table", "five columns"],
)  # fmt: skip
def test_a_word_too_wide_for_its_place_is_broken_and_still_itself(
    tmp_path: Path, said: str, block: Any
) -> None:
    raw = made(heading("Title"), block(said), running=said)
    assert [word for word, _, right in places(raw, tmp_path) if right > EDGE + 1] == []
    assert bare(text(raw, tmp_path)).count(said) >= 2 - (
        block(said)["kind"] == "table" and len(block(said)["columns"]) > 1
    )


@needs_poppler
def test_an_address_stays_in_its_column(tmp_path: Path) -> None:
    found = places(made(heading("Title"), table(*[ADDRESS] * 4, "Next")), tmp_path)
    (left,) = (left for word, left, _ in found if word == "Next")
    parts = [(begin, right) for word, begin, right in found if word in ADDRESS and begin < left]
    assert len(parts) > 8
    assert max(right for _, right in parts) < left


@needs_poppler
@pytest.mark.parametrize("word", ["institutionalisation", "responsibilities", "Blackburn"])
def test_a_word_that_its_column_was_made_for_stays_whole(tmp_path: Path, word: str) -> None:
    long = "a sentence that is long enough to take whatever room there is in a table of six columns, and more"
    found = places(made(heading("Title"), table(f"of {word} on", *[long] * 5)), tmp_path)
    assert [each for each, *_ in found].count(word) == 1


@needs_poppler
def test_wide_letters_stay_in_their_column_and_narrow_ones_are_not_broken(tmp_path: Path) -> None:
    wide, narrow = "M" * 11, "illimitability"
    found = places(made(heading("Title"), table(*[wide, narrow] * 3, "Next")), tmp_path)
    row = [(word, left, right) for word, left, right in found if {*word} <= {*wide} or word == narrow]
    assert [word for word, *_ in row].count(narrow) == 3
    starts = [left for word, left, _ in row if word == narrow]
    for word, left, right in row:
        if word != narrow:
            assert right < min(start for start in starts if start > left)
