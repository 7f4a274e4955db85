"""What stands last in a document: how many questions are open in it, and what it was made from."""

from typing import Any

import pytest

from peercycle.documents.glossary import closing
from peercycle.documents.kinds import KINDS
from peercycle.documents.wording import Wording
from tests.documents.made import MADE_UP, edition, markdown
from tests.documents.test_findings import edition as small
from tests.schedule.notes import noted

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
        ({"open_elsewhere": 39}, f"Draft: 39 questions open. {MADE}"),
    ],
)
def test_a_document_with_open_questions_is_a_draft(view: dict[str, Any], provenance: str) -> None:
    of = edition(MADE_UP, "2026-11-23")
    made = closing(of, view, "the Board", Wording(of.cycle))
    assert made["provenance"] == provenance
    assert made["running"] == ["Northmere is a made-up region.", "For the Board.", provenance]


@pytest.mark.parametrize("kind", ["agenda", "market-place"])
def test_a_paper_with_what_all_who_come_may_see_is_for_them_alone(kind: str) -> None:
    shared = noted("ash", "good-practice", "An offer", "g1", "2026-12-14", shared_with=("all",))
    made, without = (markdown(small(log), kind, "market") for log in ([shared], []))
    for_alone = "For those who come to the meeting only."
    pages = [KINDS[kind].view(small(log), "market")["running"] for log in ([shared], [])]
    assert [for_alone in lines for lines in pages] == [True, False]
    if kind == "agenda":
        assert "\nFor\n: Those who come to the meeting only\n" in made
        assert "\nFor\n" not in without
