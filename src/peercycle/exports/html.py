"""One web page a document, complete in itself: nothing is fetched, nothing is run."""

from collections.abc import Sequence
from typing import Any

from peercycle.documents.limits import texts
from peercycle.documents.templates import NOTHING, Template, TemplateTrouble
from peercycle.exports import LANGUAGE, Page


def export(pages: Sequence[Page], house: Template) -> list[bytes]:
    """Return the bytes of each page; raises TemplateTrouble."""
    made = texts(house, "html", [_view(page) for page in pages])
    if not all(text.strip() for text in made):
        raise TemplateTrouble(house.name, None, NOTHING)
    return [(text.strip() + "\n").encode() for text in made]


def _view(page: Page) -> dict[str, Any]:
    return {
        "title": page.title,
        "language": LANGUAGE,
        "running": [{"text": line, "css": css_string(line)} for line in page.running],
        "blocks": page.blocks,
    }


def css_string(text: str) -> str:
    r"""Return a text for a quoted string of a style sheet, all but letters, digits and spaces as `\20ac `."""
    return "".join(c if c.isascii() and (c.isalnum() or c == " ") else f"\\{ord(c):x} " for c in text)
