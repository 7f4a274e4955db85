"""Whatever a cycle says stays literal text in every document: no markup, no link, no script, nothing invisible."""

import html as entities
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import cycle
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from peercycle.documents.blocks import Block, plain_markdown, read_blocks
from peercycle.documents.escaping import clean
from peercycle.documents.kinds import KINDS
from peercycle.documents.limits import texts
from peercycle.documents.templates import Template, shipped
from peercycle.exports import HOUSES, Page, exporter
from peercycle.model.cycle import Cycle
from peercycle.schedule.plan import Plan
from tests.cycles.files import MADE_UP, REAL, data
from tests.documents.made import edition_of
from tests.hostile import PAYLOADS

POSITIONS = Template(
    "positions.md.j2",
    "# {{ x }} and {{ x }}\n\n{{ x }}\n: {{ x }}\n\n{{ x }}\n\n**{{ x }}** _{{ x }}_\n\n## {{ x }}\n\n- {{ x }}\n- a {{ x }} b\n\n"
    "1. {{ x }}\n\n> {{ x }}\n\n{.caption}\n{{ x }}\n\n{id=t}\n| {{ x }} | b |\n| --- | --- |\n| {{ x }} | **{{ x }}** |\n\n"
    "::: local-notes\n{{ x }}\n:::\n\n{.provenance}\n{{ x }}\n",
)
"""Every place in which a template can print a text."""


def runs(value: Any) -> Iterator[dict[str, Any]]:
    """Yield every run of a document."""
    if isinstance(value, dict):
        if "text" in value or "tick" in value or "break" in value:
            yield value
        for part in value.values():
            yield from runs(part)
    elif isinstance(value, list):
        for part in value:
            yield from runs(part)


def shape(value: Any) -> Any:
    """Return blocks with every text replaced by one letter: what is left is the markup alone."""
    if isinstance(value, dict):
        return {key: "t" if key == "text" else shape(part) for key, part in value.items()}
    return [shape(part) for part in value] if isinstance(value, list) else value


def pages(view: dict[str, Any]) -> tuple[list[Block], str]:
    """Return the blocks and the web page of the view with a text in every position."""
    (text,) = texts(POSITIONS, "markdown", [view])
    blocks = read_blocks(text)
    page = Page(view["x"], (view["x"],), blocks)
    return blocks, exporter("html")([page], shipped(HOUSES["html"]))[0].decode()


PLAIN_SHAPE = shape(pages({"x": "plain"})[0])
WORDS = st.text(
    st.sampled_from("ab1 .)-+#*_[](){}<>|`~:=&;!\\\"'\n\t\u00a0\u202e\x1b/xé"), max_size=24
) | st.text(max_size=12)


@example("0 #")
@example("\x1b*")
@given(WORDS.filter(lambda text: bool(clean(text))))
def test_no_text_becomes_markup_in_any_position(text: str) -> None:
    blocks, page = pages({"x": text})
    assert shape(blocks) == PLAIN_SHAPE
    said = {run["text"] for run in runs(blocks)}
    assert said == {clean(text), f"{clean(text)} and {clean(text)}", f"a {clean(text)} b", "b", " "}
    assert entities.escape(clean(text)).replace("&quot;", "&#34;").replace("&#x27;", "&#39;") in page


class Tags(HTMLParser):
    """The tags and attributes of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, tuple[str, ...]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag with the names of its attributes."""
        self.found.append((tag, tuple(name for name, _ in attrs)))


def tags(page: str) -> list[tuple[str, tuple[str, ...]]]:
    """Return the tags of a page in order, with the names of their attributes."""
    parser = Tags()
    parser.feed(page)
    return parser.found


def poisoned(value: Any, text: str, path: tuple[str, ...] = ()) -> Any:
    """Return the data of a cycle with a text put before everything in it that is prose."""
    if isinstance(value, dict):
        return {key: poisoned(part, text, (*path, key)) for key, part in value.items()}
    if isinstance(value, list):
        return [poisoned(part, text, path) for part in value]
    prose = path[-1:] and path[-1] in (
        "title", "name", "do", "ask", "meanwhile", "item", "lead", "place", "room", "including", "note",
        "handling", "suggested", "region", "short", "words",
    )  # fmt: skip
    grid = any(key in ("place", "room") for key in path)
    inside_words = path[:1] == ("words",)
    return f"{text} {value}" if (prose or grid) and value != "TBC" and not inside_words else value


@pytest.mark.parametrize(
    ("text", "path"),
    list(zip(PAYLOADS, cycle((REAL, MADE_UP)), strict=False)),
    ids=[text[:16] for text in PAYLOADS],
)
def test_a_hostile_cycle_makes_harmless_documents(path: Any, text: str) -> None:
    on = "2017-12-01" if path == REAL else "2026-11-23"
    read = Cycle.read(poisoned(data(path), text))
    of = edition_of(Plan(read), on)
    for subject, kind in _subjects(read):
        view = KINDS[kind].view(of, subject)
        (written,) = texts(shipped(f"{kind}.md.j2"), "markdown", [view])
        blocks = read_blocks(written)
        page = exporter("html")(
            [Page(view["title"], tuple(view["running"]), blocks)], shipped(HOUSES["html"])
        )[0].decode()
        assert clean(text) in " ".join(run.get("text", "") for run in runs(blocks))
        assert not any("link" in run for run in runs(blocks))
        assert {tag for tag, _ in tags(page)} <= ALLOWED
        assert {name for _, names in tags(page) for name in names} <= ALLOWED_ATTRIBUTES
        assert not re.search("[\u202e\u200b\x1b]", page + plain_markdown(written))
        assert {run["tick"] for run in runs(blocks) if "tick" in run}.isdisjoint({"evil"})


ALLOWED = {
    "html", "head", "meta", "title", "style", "body", "a", "main", "footer", "h1", "h2", "h3", "p", "dl", "div", "dt", "dd",
    "ul", "ol", "li", "span", "strong", "em", "table", "caption", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
ALLOWED_ATTRIBUTES = {
    "lang", "charset", "http-equiv", "content", "name", "class", "href", "id", "role", "tabindex", "aria-labelledby",
    "aria-hidden", "scope",
}  # fmt: skip


def _subjects(cycle: Cycle) -> list[tuple[str, str]]:
    plan = Plan(cycle)
    meetings = {meeting.event: meeting.id for meeting in plan.meetings}
    found = [
        *((next(iter(cycle.authorities)), kind) for kind, held in KINDS.items() if held.about == "AUTHORITY"),
        *((subject, "agenda") for subject in meetings.values()),
    ]
    for kind in ("invitation", "market-place", "board-paper", "overview", "questions", "programme"):
        subjects = {subject.partition("/")[0]: subject for subject in KINDS[kind].subjects(plan)}
        found += [(subject, kind) for subject in subjects.values()]
    return found
