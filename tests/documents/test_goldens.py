"""Whole documents, to be read: of the real cycle, where much is open, and of the made-up one, where it is settled."""

from collections.abc import Callable
from pathlib import Path

import pytest

from peercycle.documents.kinds import KINDS
from peercycle.documents.templates import shipped
from peercycle.exports import Page, exporter, house
from tests.documents.made import MADE_UP, REAL, blocks, edition, markdown

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


@pytest.mark.parametrize(("name", "document"), DOCUMENTS.items(), ids=DOCUMENTS)
def test_documents_in_markdown_and_html(
    name: str, document: Document, golden: Callable[[str, str | bytes], None]
) -> None:
    path, on, kind, subject = document
    of = edition(path, on)
    golden(f"documents/{name}.md", markdown(of, kind, subject))
    view = KINDS[kind].view(of, subject)
    page = Page(view["title"], tuple(view["running"]), blocks(of, kind, subject))
    golden(f"documents/{name}.html", exporter("html")([page], shipped(house("html")))[0])
