"""Markdown to blocks: each convention once, each refusal with its line."""

from typing import Any

import pytest

from peercycle.documents.blocks import Refused, plain_markdown, read_blocks

TITLE = "# T\n\n"


def run(text: str, **style: object) -> dict[str, Any]:
    """Return a run of text."""
    return {"text": text, **style}


READ = [
    ("## {#x} H", [{"kind": "heading", "level": 2, "runs": [run("{#x} H")]}]),
    ("{id=here}\n## H", [{"kind": "heading", "level": 2, "id": "here", "runs": [run("H")]}]),
    ("a **b *c*** d\ne", [{"kind": "paragraph", "runs": [
        run("a "), run("b ", bold=True), run("c", bold=True, italic=True), run(" d e")]}]),
    ("{id=here}\n[x](https://a.example/b) [y](mailto:a@b.example) [z](#here)", [{"kind": "paragraph", "id": "here", "runs": [
        run("x", link="https://a.example/b"), run(" "), run("y", link="mailto:a@b.example"), run(" "),
        run("z", link="#here")]}]),
    ("a\\\nb", [{"kind": "paragraph", "runs": [run("a"), {"break": True}, run("b")]}]),
    ("- [ ]{id=send} Send\n- [x]{id=got} Got", [{"kind": "list", "ordered": False, "start": 1, "items": [
        [{"kind": "paragraph", "runs": [{"tick": "send", "done": False}, run(" Send")]}],
        [{"kind": "paragraph", "runs": [{"tick": "got", "done": True}, run(" Got")]}]]}]),
    ("3. a\n4. b\n   - c", [{"kind": "list", "ordered": True, "start": 3, "items": [
        [{"kind": "paragraph", "runs": [run("a")]}],
        [{"kind": "paragraph", "runs": [run("b")]},
         {"kind": "list", "ordered": False, "start": 1, "items": [[{"kind": "paragraph", "runs": [run("c")]}]]}]]}]),
    ("Term\n: one\n: two", [{"kind": "metadata", "entries": [{"term": [run("Term")], "blocks": [
        {"kind": "paragraph", "runs": [run("one")]}, {"kind": "paragraph", "runs": [run("two")]}]}]}]),
    ("{.caption}\nC\n\n{id=t}\n| a | b |\n| --- | --: |\n| 1 | |\n| x \\| y | **z** |", [
        {"kind": "table", "number": 1, "id": "t", "caption": [run("C")],
         "columns": [{"align": "left", "runs": [run("a")]}, {"align": "right", "runs": [run("b")]}],
         "rows": [[[run("1")], []], [[run("x | y")], [run("z", bold=True)]]]}]),
    ("> note", [{"kind": "note", "blocks": [{"kind": "paragraph", "runs": [run("note")]}]}]),
    ("::: local-notes\nn\n:::", [
        {"kind": "box", "name": "local-notes", "blocks": [{"kind": "paragraph", "runs": [run("n")]}]}]),
    ("---\n\n{.page-break}\n---", [{"kind": "rule"}, {"kind": "rule", "role": "page-break"}]),
    ("{.provenance}\nMade from x", [{"kind": "paragraph", "role": "provenance", "runs": [run("Made from x")]}]),
    ("&lt;b&gt; &#92;| \\*x\\*", [{"kind": "paragraph", "runs": [run("<b> \\| *x*")]}]),
]  # fmt: skip
LITERAL = [
    "<script>alert(1)</script>",
    "<b onclick=x>",
    "`code`",
    "```",
    "    indented",
    "<https://a.example>",
    "https://a.example",
    "[x][y]",
    "[y]: https://a.example",
    "Heading\n====",
    "~~gone~~",
    "$x$",
    "[^1]",
]


@pytest.mark.parametrize(("markdown", "expected"), READ, ids=[text[:24] for text, _ in READ])
def test_each_convention(markdown: str, expected: list[dict[str, Any]]) -> None:
    assert read_blocks(TITLE + markdown)[1:] == expected


@pytest.mark.parametrize("markdown", LITERAL)
def test_what_a_document_has_no_use_for_is_only_text(markdown: str) -> None:
    (block,) = read_blocks(TITLE + markdown)[1:]
    assert block == {"kind": "paragraph", "runs": [run(" ".join(markdown.split()))]}


REFUSED = [
    ("", 1, "the first heading has to be the title, # and a space"),
    ("a\n\n## b", 3, "the first heading has to be the title, # and a space"),
    (TITLE + "# b", 3, "there is a second title; write ## for a heading"),
    (TITLE + "### b", 3, "this heading skips a level; write ##"),
    (TITLE + "[x](javascript:alert(1))", 3, "a link leads to a web page, a mailbox or a heading, not to 'javascript:alert(1)'"),
    (TITLE + "[x](b.html)", 3, "a link leads to a web page, a mailbox or a heading, not to 'b.html'"),
    (TITLE + "[x](#a){.c}", 3, "a link leads to a web page, a mailbox or a heading, not to '#a'"),
    (TITLE + "{id=a}\n[x](#a)\n\n- [y](#b)", 6, "this link leads to #b, and nothing here has that id"),
    (TITLE + "- [ ]{id=a}\n- [ ]{id=a}", 4, "the id 'a' stands here a second time"),
    (TITLE + "{id=a}\n## x\n\n{id=a}\n## y", 7, "the id 'a' stands here a second time"),
    (TITLE + "[ ]{.a}", 3, "brackets followed by braces are for ticks: write {{ tick(id, false) }}"),
    (TITLE + "[y]{id=a}", 3, "brackets followed by braces are for ticks: write {{ tick(id, false) }}"),
    (TITLE + "[ ]{id=a onclick=x}", 3, "brackets followed by braces are for ticks: write {{ tick(id, false) }}"),
    (TITLE + "{.red}\nx", 4, "{class=red} means nothing here"),
    (TITLE + "{onclick=x}\nx", 4, "{onclick=x} means nothing here"),
    (TITLE + "::: other\nx\n:::", 3, "there is no box called 'other'; there is local-notes and sign-off"),
    (TITLE + "{.caption}\nC\n\nx", 4, "a caption has to stand directly before a table"),
    (TITLE + "{.caption}\nC", 4, "a caption has to stand directly before a table"),
    (TITLE + "> {.caption}\n> C", 4, "a caption has to stand directly before a table"),
    (TITLE + "| a |\n| --- |\n| 1 |", 3, "a table needs a caption: {.caption} above the paragraph before it"),
    (TITLE + "{.caption}\nC\n\n| a | |\n| --- | --- |\n| 1 | 2 |", 6, "every column of a table needs a heading"),
]  # fmt: skip


@pytest.mark.parametrize(("markdown", "line", "message"), REFUSED)
def test_what_is_refused_is_told_with_its_line(markdown: str, line: int, message: str) -> None:
    with pytest.raises(Refused) as caught:
        read_blocks(markdown)
    assert (caught.value.line, caught.value.message) == (line, message)


def test_reading_twice_reads_the_same() -> None:
    text = TITLE + "\\*a\\* &amp; **b**\n\n\\*a\\* &amp; **b**"
    first, second = read_blocks(text)[1:], read_blocks(text)[1:]
    assert first == second
    assert first[0] == first[1] == {"kind": "paragraph", "runs": [run("*a* & "), run("b", bold=True)]}


def test_the_md_file_is_without_ids_and_classes() -> None:
    text = (
        "# T\n\n\n\n{.caption}\nC\n\n{id=t}\n| a |\n| --- |\n| [ ]{id=a} \\{.b} |\n\n{.provenance}\nMade\n\n"
    )
    assert plain_markdown(text) == "# T\n\nC\n\n| a |\n| --- |\n| [ ] \\{.b} |\n\nMade\n"
