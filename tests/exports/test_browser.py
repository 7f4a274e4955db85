"""The web pages in a real browser, judged by axe at the width of a desk and of a telephone, and on paper."""

import json
import re
import shutil
import subprocess
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from peercycle.documents.kinds import KINDS
from peercycle.workspace.pack import packed
from peercycle.workspace.rendering import Made, make
from tests.documents.made import MADE_UP, REAL, edition, web_page
from tests.documents.rich_log import rich
from tests.exports.keyboard import opened

pytestmark = pytest.mark.browser

QUIET = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--hide-scrollbars",
)  # fmt: skip
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
JUDGE = """
addEventListener("load", async () => {
  const wide = document.documentElement;
  const told = {width: wide.clientWidth, overflow: wide.scrollWidth - wide.clientWidth};
  told.scrolling = [...document.querySelectorAll(".scroll")].filter(box => box.scrollWidth > box.clientWidth).length;
  const found = await axe.run(document);
  told.violations = found.violations.map(rule => [rule.id, rule.nodes.map(node => node.html)]);
  told.passes = found.passes.map(rule => rule.id);
  parent.postMessage(JSON.stringify(told), "*");
});"""
FRAME = """<!DOCTYPE html><html lang="en"><title>Frame</title><body>
<iframe title="page" src="judged.html" style="width: {width}px; height: 900px; border: 0"></iframe>
<script>addEventListener("message", event => {{
  const told = document.createElement("pre"); told.id = "told"; told.textContent = event.data;
  document.body.append(told);
}});</script>"""
DOCUMENTS = [
    (REAL, "2017-12-01", "checklist", "bolton"),
    (REAL, "2017-12-01", "agenda", "forum/december/bpn-trafford"),
    (REAL, "2017-11-17", "agenda", "nwadcs-november"),
    (REAL, "2017-12-01", "agenda", "conversation/bolton"),
    (MADE_UP, "2026-11-23", "checklist", "quillmere"),
    (MADE_UP, "2026-11-23", "agenda", "forum/december/cluster-coast"),
    (MADE_UP, "2026-11-23", "invitation", "forum/december/cluster-coast/each-authority"),
    (MADE_UP, "2027-01-28", "market-place", "network-february"),
    (MADE_UP, "2027-03-11", "board-paper", "board-march"),
    (MADE_UP, "2026-09-07", "self-view", "quillmere"),
    (MADE_UP, "2026-09-07", "mou", "quillmere"),
    (MADE_UP, "2026-11-30", "headlines", "inglestone"),
    (REAL, "2017-12-01", "forum-notes", "bolton"),
    (MADE_UP, "2026-11-23", "conversation-pack", "quillmere"),
    (REAL, "2017-12-01", "overview", "quality-meeting"),
    (REAL, "2017-12-01", "questions", "2017-18"),
    (REAL, "2017-12-01", "programme", "2017-18"),
]
WITH_FINDINGS = ("market-place", "board-paper")
IDS = ["-".join((kind, subject.replace("/", "-"))) for _, _, kind, subject in DOCUMENTS]


def page(document: tuple[Path, str, str, str]) -> str:
    """Return the web page of a document."""
    path, on, kind, subject = document
    return web_page(rich(on) if kind in WITH_FINDINGS else edition(path, on), kind, subject)


def run(chromium: str, tmp_path: Path, *arguments: str) -> str:
    """Return what the browser prints."""
    command = [chromium, *QUIET, f"--user-data-dir={tmp_path / 'profile'}", *arguments]
    return subprocess.run(command, capture_output=True, check=True, timeout=120).stdout.decode()


def judged(chromium: str, axe: str, text: str, width: int, tmp_path: Path) -> dict[str, Any]:
    """Return what axe finds in a page shown in a frame of a width, and how far the page is wider than the frame."""
    script = f"<script>{axe}</script><script>{JUDGE}</script></head>"
    copy = POLICY.sub("", text).replace("</head>", script, 1)  # the page itself lets no script run
    assert copy.count(JUDGE) == 1
    (tmp_path / "judged.html").write_text(copy, encoding="utf-8")
    frame = tmp_path / "frame.html"
    frame.write_text(FRAME.format(width=width), encoding="utf-8")
    printed = run(
        chromium, tmp_path, "--allow-file-access-from-files", "--window-size=1200,1000", "--virtual-time-budget=20000",
        "--dump-dom", frame.as_uri(),
    )  # fmt: skip
    told = re.search(r'<pre id="told">(.*?)</pre>', printed, re.DOTALL)
    assert told, printed[-2000:]
    found: dict[str, Any] = json.loads(unescape(told[1]))
    return found


@pytest.mark.parametrize("width", [1100, 320], ids=["desk", "telephone"])
@pytest.mark.parametrize("document", DOCUMENTS, ids=IDS)
def test_axe_finds_no_fault(
    document: tuple[Path, str, str, str], width: int, chromium: str, axe: str, tmp_path: Path
) -> None:
    found = judged(chromium, axe, page(document), width, tmp_path)
    assert found["violations"] == []
    assert found["width"] == width
    assert found["overflow"] <= 0, "the page itself scrolls sideways"
    assert {"color-contrast", "heading-order", "html-has-lang", "skip-link", "region"} <= set(found["passes"])


def test_axe_would_find_a_fault(chromium: str, axe: str, tmp_path: Path) -> None:
    text = page(DOCUMENTS[0]).replace("#505a5f", "#cccccc").replace('lang="en-GB"', "")
    found = judged(chromium, axe, text, 1100, tmp_path)
    assert {"color-contrast", "html-has-lang"} <= {rule for rule, _ in found["violations"]}


def test_a_long_word_does_not_widen_the_page(chromium: str, axe: str, tmp_path: Path) -> None:
    text = page(DOCUMENTS[0]).replace("Bolton", "B" * 200)
    found = judged(chromium, axe, text, 320, tmp_path)
    assert found["overflow"] <= 0
    assert found["scrolling"] > 0


@pytest.mark.parametrize("document", DOCUMENTS, ids=IDS)
def test_no_table_scrolls_where_it_would_fit(
    document: tuple[Path, str, str, str], chromium: str, axe: str, tmp_path: Path
) -> None:
    assert judged(chromium, axe, page(document), 500, tmp_path)["scrolling"] == 0


@pytest.mark.parametrize("document", DOCUMENTS[:4], ids=IDS[:4])
def test_a_page_shown_at_200_percent_is_no_wider_than_a_desk(
    document: tuple[Path, str, str, str], chromium: str, axe: str, tmp_path: Path
) -> None:
    found = judged(chromium, axe, page(document), 640, tmp_path)  # 1280 pixels, each shown as four
    assert (found["violations"], found["overflow"] <= 0) == ([], True)


def test_letters_of_twice_the_size_fit(chromium: str, axe: str, tmp_path: Path) -> None:
    text = page(DOCUMENTS[0])
    larger = text.replace("font: 1.125rem/1.5", "font: 2.25rem/1.5")
    assert larger != text
    found = judged(chromium, axe, larger, 1100, tmp_path)
    assert (found["violations"], found["overflow"] <= 0) == ([], True)


def index_of_a_pack() -> str:
    """Return the index of a pack with up to three papers of each kind."""
    of = edition(MADE_UP, "2026-11-23")
    made = [
        document
        for kind, held in KINDS.items()
        for document in make(of, MADE_UP, kind, held.subjects(of.plan)[:3], ["md", "html"])
    ]
    *_, index = packed(of, MADE_UP, [*made, Made("c.ics", b"", title="Calendar: everyone")])
    return index.content.decode()


PAGES = {
    "checklist": lambda: page(DOCUMENTS[0]),
    "agenda": lambda: page(DOCUMENTS[5]),
    "index": index_of_a_pack,
}


@pytest.mark.parametrize("width", [1100, 320])
@pytest.mark.parametrize("name", PAGES)
def test_everything_can_be_reached_and_seen_with_the_keyboard_alone(
    name: str, width: int, chromium: str, tmp_path: Path
) -> None:
    text, source = PAGES[name](), tmp_path / "page.html"
    source.write_text(text, encoding="utf-8")
    body = text[text.index("<body") :]
    expected = [
        held[0] or unescape(held[1])
        for held in re.findall(r'<div class="(scroll)"|<a [^>]*href="([^"]*)"', body)
    ]
    with opened(chromium, source, width, tmp_path / "profile") as browser:
        found = [browser.press("Tab") for _ in expected]
        assert browser.press("Tab")["name"] == "BODY"
    assert [each["goal"] or each["name"] for each in found] == expected
    assert [each for each in found if each["outline"] != "solid" or not each["seen"]] == []


def test_the_keyboard_skips_to_the_content_and_moves_a_wide_table(chromium: str, tmp_path: Path) -> None:
    source = tmp_path / "page.html"
    source.write_text(page(DOCUMENTS[0]).replace("Bolton", "B" * 200), encoding="utf-8")
    with opened(chromium, source, 320, tmp_path / "profile") as browser:
        assert browser.press("Tab")["name"] == "skip"
        browser.press("Enter")
        inside = browser.press("Tab")
        assert (inside["name"], inside["inside"], inside["scrolled"]) == ("scroll", True, 0)
        browser.press("ArrowRight")
        assert browser.settled()["scrolled"] > 0


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs poppler (pdftotext)")
def test_on_paper_each_page_says_for_whom_it_is(chromium: str, tmp_path: Path) -> None:
    source, printed = tmp_path / "page.html", tmp_path / "page.pdf"
    source.write_text(page(DOCUMENTS[0]), encoding="utf-8")
    run(chromium, tmp_path, "--no-pdf-header-footer", f"--print-to-pdf={printed}", source.as_uri())
    done = subprocess.run(["pdftotext", "-layout", str(printed), "-"], capture_output=True, check=True)
    pages = done.stdout.decode().split("\f")[:-1]
    assert len(pages) == 3
    for number, text in enumerate(pages, 1):
        assert "For Bolton and the Regional Sector Led Improvement Team (SLI team) only." in text
        assert "Draft: 11 questions open. Made from cycle file 2017-18, state abc123" in text
        assert f"Page {number} of 3" in text
        assert "Skip to the content" not in text


@pytest.mark.parametrize("width", [1100, 320])
def test_axe_finds_no_fault_with_the_index_of_a_pack(
    width: int, chromium: str, axe: str, tmp_path: Path
) -> None:
    found = judged(chromium, axe, index_of_a_pack(), width, tmp_path)
    assert (found["violations"], found["overflow"] <= 0) == ([], True)
