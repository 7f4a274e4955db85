"""Documents made for tests: of the two cycle files of the project, and of small cycles written as fragments."""

from datetime import date
from functools import cache
from pathlib import Path

from peercycle.documents.blocks import Block, plain_markdown, read_blocks
from peercycle.documents.edition import Edition
from peercycle.documents.kinds import KINDS
from peercycle.documents.limits import texts
from peercycle.documents.templates import shipped
from peercycle.exports import HOUSES, Page, exporter
from peercycle.schedule.plan import Plan
from peercycle.schedule.status import Status
from tests.cycles.files import MADE_UP, REAL, plan

__all__ = ["MADE_UP", "REAL", "blocks", "edition", "edition_of", "markdown"]


@cache
def edition(path: Path, on: str) -> Edition:
    """Return what all documents of one of the two cycle files share on a day."""
    return edition_of(plan(path), on)


def edition_of(worked_out: Plan, on: str) -> Edition:
    """Return what all documents of a plan share on a day; the state is the same whatever the file holds."""
    return Edition(Status(worked_out, date.fromisoformat(on)), "abc123")


def laid_out(of: Edition, kind: str, subject: str) -> str:
    """Return a document's Markdown as a house gets it."""
    (text,) = texts(shipped(f"{kind}.md.j2"), "markdown", [KINDS[kind].view(of, subject)])
    return text


def blocks(of: Edition, kind: str, subject: str) -> list[Block]:
    """Return a document's blocks."""
    return read_blocks(laid_out(of, kind, subject))


def markdown(of: Edition, kind: str, subject: str) -> str:
    """Return a document as the .md file a person reads."""
    text = laid_out(of, kind, subject)
    read_blocks(text)
    return plain_markdown(text)


def web_page(of: Edition, kind: str, subject: str) -> str:
    """Return a document as a web page."""
    view = KINDS[kind].view(of, subject)
    page = Page(view["title"], tuple(view["running"]), blocks(of, kind, subject))
    return exporter("html")([page], shipped(HOUSES["html"]))[0].decode()


def section(text: str, heading: str) -> str:
    """Return what stands under a heading of a Markdown text, "" where there is no such heading."""
    return text.partition(f"## {heading}\n")[2].partition("\n## ")[0].strip()
