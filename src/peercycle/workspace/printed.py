"""Whether a coordinator's own house prints what papers say: tried on papers, since nothing in it shows it beforehand."""

import re
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser
from typing import Any, Final

from peercycle.diagnostics.show import show
from peercycle.documents.blocks import parts
from peercycle.documents.templates import Specimen, Template
from peercycle.exports import Page, module_of

_TITLE: Final = "this house does not print the title"
_BODY: Final = "this house does not print the body"
_UNSEEN: Final = ("title", "style", "script", "template")
_TELLING: Final = 12
"""Letters of a text that no page has by chance."""
_MOST: Final = 60
"""Letters that are told of a text that is missing."""
_LETTER: Final = re.compile(r"\w")


def unprinted(
    suffix: str, house: Template | Specimen, pages: Sequence[Page], made: Sequence[bytes]
) -> list[str]:
    """Return what a house leaves out of the pages that it made; raises TemplateTrouble.

    A Word file leaves out nothing: whatever it is, all of a paper is written into it.
    """
    if suffix == "html":
        return list(_unread(pages, made))
    return list(_undrawn(pages[0], house)) if suffix == "pdf" and pages else []


def _unread(pages: Sequence[Page], made: Sequence[bytes]) -> Iterator[str]:
    """Yield what is nowhere to be read on one web page at least."""
    untitled, missing, telling = False, list[str](), set[str]()
    for page, content in zip(pages, made, strict=True):
        read, (title, body) = _read(content), parts(page.blocks)
        untitled |= any(_plain(text) not in read for text in _texts(title))
        said = [_plain(text) for text in _texts(body)]
        elsewhere = _plain(" ".join((page.title, *page.running)))
        telling |= {text for text in said if len(text) >= _TELLING and text not in elsewhere}
        missing += [text for text in said if text not in read]
    if untitled:
        yield _TITLE
    if telling and telling <= {*missing}:
        yield _BODY
    elif missing:
        yield f"this house does not print all of the body: '{missing[0][:_MOST]}' is missing"


def _read(content: bytes) -> str:
    """Return what somebody reads of a web page."""
    reader = _Reader()
    reader.feed(content.decode())
    reader.close()
    return _plain("".join(reader.said))


class _Reader(HTMLParser):
    """A web page being read, without what is in it for programs."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 - as HTMLParser calls it
        self._unseen += tag in _UNSEEN

    def handle_endtag(self, tag: str) -> None:
        self._unseen -= tag in _UNSEEN

    def handle_data(self, data: str) -> None:
        if self._unseen <= 0:
            self.said.append(data)


def _undrawn(page: Page, house: Any) -> Iterator[str]:
    """Yield what can be said otherwise without changing how a page looks."""
    title, body = parts(page.blocks)
    headed = [
        {**block, "runs": _otherwise(title)} if block.get("level") == 1 else block for block in page.blocks
    ]
    told = [_otherwise(block) if block in body else block for block in page.blocks]
    as_it_is, otherwise, other = module_of("pdf").drawn(
        [page, page._replace(title=_otherwise(page.title), blocks=headed), page._replace(blocks=told)], house
    )
    if as_it_is == otherwise:
        yield _TITLE
    if as_it_is == other:
        yield _BODY


def _otherwise(value: Any) -> Any:
    """Return something that is said with other letters, and as many."""
    if isinstance(value, str):
        return _LETTER.sub(lambda letter: "n" if letter[0] == "o" else "o", value)
    if isinstance(value, list):
        return [_otherwise(part) for part in value]
    if not isinstance(value, dict):
        return value
    return {
        key: _otherwise(part) if key == "text" or not isinstance(part, str) else part
        for key, part in value.items()
    }


def _texts(value: Any) -> Iterator[str]:
    """Yield every text of blocks or runs."""
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _texts(part)
    if isinstance(value, dict) and "text" in value:
        yield value["text"]


def _plain(text: str) -> str:
    return " ".join(show(text).split())
