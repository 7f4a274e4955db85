"""What stands last in a document: how many questions are open in it, and what it was made from."""

from typing import Any

import pytest

from peercycle.documents.glossary import closing
from peercycle.documents.wording import Wording
from tests.documents.made import MADE_UP, edition

MADE = "Made from cycle file 2026-27, state abc123, as at Monday 23 November 2026."


@pytest.mark.parametrize(
    ("view", "provenance"),
    [
        ({}, MADE),
        ({"open": [], "settle": []}, MADE),
        ({"open": [{"who": "Ofsted can say", "points": ["When?"]}]}, f"Draft: 1 question open. {MADE}"),
        (
            {"open": [{"who": "", "points": ["When?", "Where?"]}], "settle": [{"ask": "Who?"}]},
            f"Draft: 3 questions open. {MADE}",
        ),
    ],
)
def test_a_document_with_open_questions_is_a_draft(view: dict[str, Any], provenance: str) -> None:
    of = edition(MADE_UP, "2026-11-23")
    made = closing(of, view, "the Board", Wording(of.cycle))
    assert made["provenance"] == provenance
    assert made["running"] == ["Northmere is a made-up region.", "For the Board.", provenance]
