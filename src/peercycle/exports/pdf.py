"""PDF documents for everyone (PDF/UA-1): tagged, with title, language and bookmarks, laid out by typst."""

import json
import re
from base64 import b64decode
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from peercycle.documents.limits import in_child
from peercycle.documents.templates import Template, bundled
from peercycle.exports import Page
from peercycle.exports.columns import widths
from peercycle.exports.pdf_fonts import characters, fonts_in, shown
from peercycle.exports.typesetting import typeset

FONTS: Final = "fonts"
CHILD: Final = "peercycle.exports.typesetting"
WIDTH: Final = 9640
"""The room for the columns of a table, in twentieths of a point."""
_UNBROKEN: Final = re.compile(r"[^\s/-]{5,}")
"""Letters among which typst breaks no line, as many as may be too wide for a narrow column."""


def export(pages: Sequence[Page], house: Template) -> list[bytes]:
    """Return the bytes of each page; a user's own house is laid out in a child process; raises TemplateTrouble.

    An own house may use what lies beside it: pictures, and fonts in a folder `fonts`.
    """
    return _laid_out(pages, house, "pdf")


def drawn(pages: Sequence[Page], house: Template) -> list[bytes]:
    """Return what can be seen of each page, and nothing else: two are the same that look the same; raises TemplateTrouble."""
    return _laid_out(pages, house, "svg")


def _laid_out(pages: Sequence[Page], house: Template, form: str) -> list[bytes]:
    beside = Path(house.name).parent if house.own else bundled()
    folders = [folder for folder in dict.fromkeys((bundled() / FONTS, beside / FONTS)) if folder.is_dir()]
    known = characters(tuple(font for folder in folders for font in fonts_in(folder)))
    request = {
        "name": house.name,
        "source": house.source,
        "root": str(beside),
        "fonts": [str(folder) for folder in folders],
        "pages": [json.dumps(_said(page, known)) for page in pages],
        "form": form,
    }
    if house.own:
        return [b64decode(each) for each in in_child(CHILD, house.name, request)]
    return typeset(request)


def _said(page: Page, known: frozenset[str]) -> dict[str, Any]:
    """Return what a page says as the house gets it: every character can be shown, every column has its width.

    A run of which a word may be too wide for its place says how many letters it has, as `longest`.
    """
    said = {"title": page.title, "running": list(page.running), "blocks": page.blocks}
    return {key: _plain(part, known) for key, part in said.items()}


def _plain(value: Any, known: frozenset[str]) -> Any:
    if isinstance(value, str):
        return shown(value, known)
    if isinstance(value, list):
        return [_plain(part, known) for part in value]
    if not isinstance(value, dict):
        return value
    made = {key: _plain(part, known) for key, part in value.items()}
    if found := _UNBROKEN.findall(made.get("text", "")):
        made["longest"] = max(map(len, found))
    if made.get("kind") == "table":
        made["widths"] = widths([column["runs"] for column in made["columns"]], made["rows"], WIDTH)
    return made
