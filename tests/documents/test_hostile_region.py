"""What findings say stays literal text in the papers of meetings, where it stands in tables beside authorities."""

from datetime import date
from typing import Any

import pytest

from peercycle.documents.blocks import read_blocks
from peercycle.documents.escaping import clean
from peercycle.progress.record import Record
from tests.documents.made import laid_out, web_page
from tests.documents.test_findings import edition
from tests.documents.test_hostile import ALLOWED, ALLOWED_ATTRIBUTES, runs, tags
from tests.hostile import PAYLOADS
from tests.schedule.notes import noted

EVERYONE: dict[str, Any] = {"shared_with": ("all", "board")}


def records(text: str) -> list[Record]:
    """Return findings of every kind that these papers show, with a text in all of them."""
    late = date(2026, 12, 10)
    return [
        noted("ash", "support-request", text, "s1", theme=text, **EVERYONE),
        noted("elm", "support-request", text, "s2", theme=text, **EVERYONE),
        noted("elm", "good-practice", text, "g1", theme=text, answers="s1", **EVERYONE),
        noted("fir", "good-practice", text, "g2", theme=text, **EVERYONE),
        noted("ash", "headline", text, "h1", theme=text, **EVERYONE),
        noted("ash", "placement", text, "p1", judged="placement-preliminary"),
        noted("ash", "immediate-action", text, "a1", owner="coast", due=late, **EVERYONE),
    ]


@pytest.mark.parametrize("text", PAYLOADS, ids=[text[:16] for text in PAYLOADS])
@pytest.mark.parametrize(("kind", "subject"), [("market-place", "market"), ("board-paper", "board-meeting")])
def test_hostile_findings_make_harmless_papers(kind: str, subject: str, text: str) -> None:
    of = edition(records(text))
    found = list(runs(read_blocks(laid_out(of, kind, subject))))
    plain = " ".join(clean(text).split()).rstrip(".")
    said = " ".join(run.get("text", "") for run in found)
    assert said.count(plain or clean(text)) >= 4
    assert not any("link" in run or "tick" in run for run in found)
    page = web_page(of, kind, subject)
    assert {tag for tag, _ in tags(page)} <= ALLOWED
    assert {name for _, names in tags(page) for name in names} <= ALLOWED_ATTRIBUTES
