"""The web page: whole in itself, readable by everyone, and nothing in it that runs or fetches."""

import re
from html.parser import HTMLParser

import pytest

from peercycle.documents.blocks import read_blocks
from peercycle.documents.templates import shipped
from peercycle.exports import HOUSES, Page, exporter
from peercycle.exports.html import css_string
from tests.documents.made import MADE_UP, REAL, blocks, edition

EVERYTHING = """# Title

Term
: one
: two

Text **bold** *slanted* [link](https://a.example/?a=1&b=2)\\
next line

## Heading

- [ ]{id=do} Do
- [x]{id=did} Did
- plain
  - nested

  more

3. three

> note

::: local-notes
Your notes
:::

{.caption}
Caption

{id=one}
| Name | Number |
| --- | --: |
| a | **1** |

---

{.page-break}
---

{.provenance}
Made from x
"""
HOUSE = shipped(HOUSES["html"])


def page(markdown: str, running: tuple[str, ...] = ("For us only.", "Made from x")) -> str:
    """Return the web page of a Markdown text."""
    return exporter("html")([Page("Title & <more>", running, read_blocks(markdown))], HOUSE)[0].decode()


def body(text: str) -> list[str]:
    """Return the lines of a page from its main part on."""
    return text.partition("<main")[2].splitlines()


def test_each_block_has_its_element() -> None:
    assert body(page(EVERYTHING)) == [
        ' id="content">',
        "<h1>Title</h1>",
        "<dl>", "<div>", "<dt>Term</dt>", "<dd>one</dd>", "<dd>two</dd>", "</div>", "</dl>",
        '<p>Text <strong>bold</strong> <em>slanted</em> <a href="https://a.example/?a=1&amp;b=2">link</a><br>next line</p>',
        "<h2>Heading</h2>",
        "<ul>",
        '<li class="ticked"><span class="tick" id="do"><span class="box" aria-hidden="true"></span>To do:</span> Do</li>',
        '<li class="ticked"><span class="tick" id="did"><span class="box" aria-hidden="true">&#10003;</span>Done:</span> Did</li>',
        "<li><p>plain</p>", "<ul>", "<li>nested</li>", "</ul>", "<p>more</p>", "</li>",
        "</ul>",
        '<ol start="3">', "<li>three</li>", "</ol>",
        '<div class="note">', "<p>note</p>", "</div>",
        '<div class="local-notes">', "<p>Your notes</p>", "</div>",
        '<div class="scroll" role="region" tabindex="0" aria-labelledby="table-1-caption">',
        '<table id="one">', '<caption id="table-1-caption">Caption</caption>',
        "<thead>", "<tr>", '<th scope="col">Name</th>', '<th scope="col" class="number">Number</th>', "</tr>", "</thead>",
        "<tbody>", "<tr>", '<th scope="row">a</th>', '<td class="number"><strong>1</strong></td>', "</tr>", "</tbody>",
        "</table>", "</div>",
        "<hr>",
        '<div class="page-break"></div>',
        "</main>",
        "<footer>", "<p>For us only.</p>", "<p>Made from x</p>", "</footer>",
        "</body>", "</html>",
    ]  # fmt: skip


def test_the_head_says_language_title_and_that_nothing_may_be_fetched() -> None:
    text = page(EVERYTHING)
    assert text.startswith('<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n')
    assert "<title>Title &amp; &lt;more&gt;</title>" in text
    policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
    assert f'<meta http-equiv="Content-Security-Policy" content="{policy}">' in text
    assert '<meta name="viewport" content="width=device-width, initial-scale=1">' in text
    assert '<a class="skip" href="#content">' in text


def test_every_sheet_of_paper_says_for_whom_it_is_and_what_it_was_made_from() -> None:
    paper = page("# T").partition("@page {")[2].partition("@media print")[0]
    assert '@bottom-left { content: "For us only\\2e " "\\a " "Made from x"; ' in paper
    assert '@bottom-right { content: "Page " counter(page) " of " counter(pages);' in paper


class Elements(HTMLParser):
    """The tags of a page and every attribute that could fetch something."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.fetched: list[tuple[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag and its references."""
        self.tags.append(tag)
        self.fetched += [
            (tag, value) for name, value in attrs if name in ("href", "src", "srcset", "data", "action")
        ]


DOCUMENTS = [
    (REAL, "2017-12-01", "checklist", "bolton"),
    (REAL, "2017-12-01", "agenda", "forum/december/bpn-trafford"),
    (REAL, "2017-11-17", "agenda", "nwadcs-november"),
    (MADE_UP, "2026-11-23", "checklist", "quillmere"),
    (MADE_UP, "2026-11-23", "agenda", "forum/december/cluster-coast"),
]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: "-".join(document[2:]).replace("/", "-"))
def test_a_document_fetches_nothing_and_its_headings_are_in_order(document: tuple) -> None:  # type: ignore[type-arg]
    path, on, kind, subject = document
    made = exporter("html")([Page("T", (), blocks(edition(path, on), kind, subject))], HOUSE)[0].decode()
    found = Elements()
    found.feed(made)
    assert found.fetched == [("a", "#content")]
    assert {"script", "link", "img", "iframe", "object", "style"} & set(found.tags) == {"style"}
    assert "url(" not in made
    assert "@import" not in made
    levels = [int(tag[1]) for tag in found.tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert set(levels[1:]) == {2}
    assert found.tags.count("table") == found.tags.count("caption")
    assert made.count('scope="col"') + made.count('scope="row"') == found.tags.count("th")


def test_the_same_blocks_give_the_same_bytes() -> None:
    assert page(EVERYTHING) == page(EVERYTHING)


CSS = [
    ("For Bolton only.", "For Bolton only\\2e "),
    ('"; } body { x', "\\22 \\3b  \\7d  body \\7b  x"),
    ("</style>", "\\3c \\2f style\\3e "),
    ("a\\b", "a\\5c b"),
    ("é", "\\e9 "),
]


@pytest.mark.parametrize(("text", "expected"), CSS)
def test_a_line_for_the_foot_of_the_page_cannot_leave_its_string(text: str, expected: str) -> None:
    assert css_string(text) == expected


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour, as WCAG 2.2 defines it."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def rules() -> list[tuple[str, dict[str, str]]]:
    """Return the rules of the house's style sheet: selector and declarations."""
    css = HOUSE.source.partition("<style>")[2].partition("</style>")[0]
    css = re.sub(r"{%.*?%}|{{.*?}}", "", css)
    found = re.findall(r"([^{}]+){([^{}]*)}", css)
    return [
        (
            selector.strip(),
            {name.strip(): value.strip() for name, _, value in (d.partition(":") for d in text.split(";"))},
        )
        for selector, text in found
    ]


PAPER = next(held["background"] for selector, held in rules() if selector == ":root")


def test_the_contrast_measure_is_right() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_text_stands_out_from_its_ground() -> None:
    texts = [
        (selector, held["color"], held.get("background", PAPER))
        for selector, held in rules()
        if "color" in held
    ]
    assert len(texts) >= 5
    for selector, ink, ground in texts:
        assert contrast(ink, ground) >= 4.5, selector


def test_focus_and_boxes_stand_out_from_their_ground() -> None:
    edges = [
        (selector, re.search("#[0-9a-f]{6}", value))
        for selector, held in rules()
        for name, value in held.items()
        if name in ("outline", "border")
        and selector in (":focus-visible", ".box", ".note, .local-notes, .sign-off")
    ]
    assert len(edges) == 3
    for selector, colour in edges:
        assert colour, selector
        assert contrast(colour[0], PAPER) >= 3, selector


def test_every_colour_is_written_so_that_it_is_measured() -> None:
    for _, held in rules():
        for name, value in held.items():
            if name in ("color", "background"):
                assert re.fullmatch("#[0-9a-f]{6}", value)
