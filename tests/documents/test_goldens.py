"""Whole documents, to be read: of the real cycle, where much is open, and of the made-up one, where it is settled."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.documents.made import MADE_UP, REAL, edition, markdown, web_page
from tests.documents.rich_log import rich

Document = tuple[Path, str, str, str]

DOCUMENTS: dict[str, Document] = {
    "real-checklist-bolton": (REAL, "2017-12-01", "checklist", "bolton"),
    "real-agenda-forum-trafford-december": (REAL, "2017-12-01", "agenda", "forum/december/bpn-trafford"),
    "real-agenda-nwadcs-november": (REAL, "2017-11-17", "agenda", "nwadcs-november"),
    "real-agenda-board-february": (REAL, "2017-12-01", "agenda", "board-february"),
    "real-agenda-conversation-bolton": (REAL, "2017-12-01", "agenda", "conversation/bolton"),
    "real-invitation-forum-trafford": (
        REAL,
        "2017-12-01",
        "invitation",
        "forum/december/bpn-trafford/each-authority",
    ),
    "real-invitation-conversation-ofsted": (REAL, "2017-12-01", "invitation", "conversation/bolton/ofsted"),
    "real-market-place": (REAL, "2017-12-01", "market-place", "nwadcs-february"),
    "real-board-paper": (REAL, "2017-12-01", "board-paper", "board-february"),
    "real-overview": (REAL, "2017-12-01", "overview", "quality-meeting"),
    "real-self-view-bolton": (REAL, "2017-10-02", "self-view", "bolton"),
    "real-mou-bolton": (REAL, "2017-10-02", "mou", "bolton"),
    "real-headlines-bolton": (REAL, "2017-12-01", "headlines", "bolton"),
    "real-forum-notes-bolton": (REAL, "2017-12-01", "forum-notes", "bolton"),
    "real-conversation-pack-bolton": (REAL, "2017-12-01", "conversation-pack", "bolton"),
    "real-questions": (REAL, "2017-12-01", "questions", "2017-18"),
    "real-programme": (REAL, "2017-12-01", "programme", "2017-18"),
    "made-up-checklist-quillmere": (MADE_UP, "2026-11-23", "checklist", "quillmere"),
    "made-up-agenda-forum-coast-december": (MADE_UP, "2026-11-23", "agenda", "forum/december/cluster-coast"),
    "made-up-invitation-forum-coast": (
        MADE_UP,
        "2026-11-23",
        "invitation",
        "forum/december/cluster-coast/each-authority",
    ),
    "made-up-invitation-network-february": (
        MADE_UP,
        "2026-11-23",
        "invitation",
        "network-february/each-authority",
    ),
    "made-up-self-view-quillmere": (MADE_UP, "2026-09-07", "self-view", "quillmere"),
    "made-up-mou-quillmere": (MADE_UP, "2026-09-07", "mou", "quillmere"),
    "made-up-conversation-pack-quillmere": (MADE_UP, "2026-11-23", "conversation-pack", "quillmere"),
    "made-up-questions": (MADE_UP, "2026-11-23", "questions", "2026-27"),
    "made-up-programme": (MADE_UP, "2026-11-23", "programme", "2026-27"),
}
NEAR_THE_END = {
    "made-up-headlines-inglestone": ("2026-11-30", "headlines", "inglestone"),
    "made-up-forum-notes-inglestone": ("2027-01-28", "forum-notes", "inglestone"),
    "made-up-market-place": ("2027-01-28", "market-place", "network-february"),
    "made-up-board-paper": ("2027-03-11", "board-paper", "board-march"),
}
"""Documents that come to life only with findings on record."""
PAGES = ("real-checklist-bolton", "made-up-agenda-forum-coast-december")
"""One of each kind; the house is the same for all."""


@pytest.mark.parametrize(("name", "document"), DOCUMENTS.items(), ids=DOCUMENTS)
def test_documents_in_markdown(name: str, document: Document, golden: Callable[[str, str], None]) -> None:
    path, on, kind, subject = document
    golden(f"documents/{name}.md", markdown(edition(path, on), kind, subject))


@pytest.mark.parametrize(("name", "document"), NEAR_THE_END.items(), ids=NEAR_THE_END)
def test_documents_near_the_end_of_a_cycle(
    name: str, document: tuple[str, str, str], golden: Callable[[str, str], None]
) -> None:
    on, kind, subject = document
    golden(f"documents/{name}.md", markdown(rich(on), kind, subject))


@pytest.mark.parametrize("name", PAGES)
def test_documents_as_web_pages(name: str, golden: Callable[[str, str], None]) -> None:
    path, on, kind, subject = DOCUMENTS[name]
    golden(f"documents/{name}.html", web_page(edition(path, on), kind, subject))
