"""Whole documents, to be read: of the real cycle, where much is open, and of the made-up one, where it is settled."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.documents.made import MADE_UP, REAL, edition, markdown, web_page

Document = tuple[Path, str, str, str]

DOCUMENTS: dict[str, Document] = {
    "real-checklist-bolton": (REAL, "2017-12-01", "checklist", "bolton"),
    "real-agenda-forum-trafford-december": (REAL, "2017-12-01", "agenda", "forum/december/bpn-trafford"),
    "real-agenda-nwadcs-november": (REAL, "2017-11-17", "agenda", "nwadcs-november"),
    "real-agenda-board-february": (REAL, "2017-12-01", "agenda", "board-february"),
    "real-agenda-conversation-bolton": (REAL, "2017-12-01", "agenda", "conversation/bolton"),
    "made-up-checklist-quillmere": (MADE_UP, "2026-11-23", "checklist", "quillmere"),
    "made-up-agenda-forum-coast-december": (MADE_UP, "2026-11-23", "agenda", "forum/december/cluster-coast"),
}
PAGES = ("real-checklist-bolton", "made-up-agenda-forum-coast-december")
"""One of each kind; the house is the same for all."""


@pytest.mark.parametrize(("name", "document"), DOCUMENTS.items(), ids=DOCUMENTS)
def test_documents_in_markdown(name: str, document: Document, golden: Callable[[str, str], None]) -> None:
    path, on, kind, subject = document
    golden(f"documents/{name}.md", markdown(edition(path, on), kind, subject))


@pytest.mark.parametrize("name", PAGES)
def test_documents_as_web_pages(name: str, golden: Callable[[str, str], None]) -> None:
    path, on, kind, subject = DOCUMENTS[name]
    golden(f"documents/{name}.html", web_page(edition(path, on), kind, subject))
