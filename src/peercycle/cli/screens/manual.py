"""The screens of `explain`: one rule's manual page, and the list of all."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from peercycle.cli.screen import Line, beside, wrap

if TYPE_CHECKING:
    from peercycle.rules.manual import Page


def list_lines(pages: Iterable["Page"], columns: int) -> Iterator[Line]:
    """Yield every rule with its summary."""
    for page in pages:
        yield from beside(page.id, f"{page.severity}: {page.summary}", 0, 28, columns, ("bold", ""))


def page_lines(page: "Page", columns: int) -> Iterator[Line]:
    """Yield one rule's page: what it means, wrong, right, what is compared, how to waive it."""
    room = min(columns, 80)
    yield [(page.id, "bold"), (" (", ""), (page.severity, page.severity), (")", "")]
    yield []
    for paragraph in (page.summary, *page.paragraphs):
        yield from _text(paragraph, room)
        yield []
    for heading, example in (("Wrong", page.wrong), ("Right", page.right)):
        if example:
            yield [(heading, "bold")]
            yield from ([(f"    {line}", "")] for line in example.splitlines())
            yield []
    for heading, text in page.sections:
        yield [(heading, "bold")]
        for line in text.splitlines():
            yield [(f"  {line}", "")]
        yield []
    if page.see_also:
        yield from _text(f"See also: {', '.join(page.see_also)}", room)


def _text(text: str, room: int) -> Iterator[Line]:
    yield from ([(line, "")] for line in wrap(text, room))
