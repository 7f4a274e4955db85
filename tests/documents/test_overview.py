"""The regional overview: numbers for those who come, names only where all of them may see them, and what is to come."""

import re
from datetime import date
from typing import Any

import pytest
from hypothesis import given

from peercycle.documents.kinds import KINDS
from peercycle.progress.record import Record
from peercycle.schedule.plan import Plan
from tests.cycles.files import MADE_UP, REAL, plan
from tests.documents.made import edition as of_file
from tests.documents.made import markdown, section
from tests.documents.test_confidential import UNHURRIED, logs
from tests.documents.test_findings import edition
from tests.schedule.notes import PAPERS, PROGRAMME, closed, cycle, noted

MEETING = """
  regional:
    title: Regional meeting
    date: Friday 7 May 2027
    attends: {ATTENDS}
    needs: [headlines]
    produces: [regional-overview]
  summer:
    title: Summer meeting
    date: Friday 2 July 2027
    attends: {board: all}
"""
PLACED = [
    noted("ash", "placement", "Fair to good", judged="placement-self", ident="p0"),
    noted("ash", "placement", "Good to great", judged="placement-preliminary", ident="p1"),
    noted("elm", "placement", "Poor to fair", judged="placement-preliminary", ident="p2"),
]


def with_overview(attends: str) -> Plan:
    """Return the plan of a small cycle whose regional meeting makes an overview."""
    meeting = MEETING.replace("ATTENDS", attends)
    return cycle(
        papers=PAPERS + "  regional-overview: {title: Overview}\n",
        programme=PROGRAMME.replace(
            "actions:", f"{meeting.lstrip()}actions:".replace("regional:", "  regional:", 1)
        ),
    )


def view(*records: Record, attends: str = "board: all", on: str = "2026-12-21") -> dict[str, Any]:
    """Return the view of its overview."""
    return KINDS["overview"].view(edition([*records], on, with_overview(attends)), "regional")


def test_the_last_judgement_counts_and_only_who_may_see_it_is_told_the_names() -> None:
    made = view(*PLACED)
    assert made["placements"]["table"]["columns"] == ["Coast", "Moor", "Region"]
    assert made["stages"] == ["Poor to fair: Elm.", "Good to great: Ash.", "None on record: Birch and Fir."]
    outside = view(*PLACED, attends="inspectors: all")
    assert outside["placements"]["table"] == {
        "columns": ["Region"],
        "rows": [
            {"name": "Poor to fair", "counts": [1]},
            {"name": "Fair to good", "counts": [0]},
            {"name": "Good to great", "counts": [1]},
            {"name": "None on record", "counts": [2]},
        ],
    }
    assert outside["stages"] == []
    said = [outside["placements"], outside["themes"], outside["support"], outside["actions"]]
    assert not any(name in str(said) for name in ("Ash", "Birch", "Elm", "Fir"))


SUPPORT: list[tuple[list[Record], str]] = [
    ([], "No request for support and no offer of good practice is open on record."),
    (
        [noted("ash", "support-request", "Panel", "s1")],
        "1 request for support and 0 offers of good practice are open. No offer stands beside 1 of the requests.",
    ),
    (
        [
            noted("ash", "support-request", "Panel", "s1"),
            noted("elm", "good-practice", "A panel", "g1", answers="s1"),
            noted("fir", "good-practice", "More", "g2"),
            closed("g2"),
        ],
        "1 request for support and 1 offer of good practice are open.",
    ),
]


@pytest.mark.parametrize(("records", "expected"), SUPPORT)
def test_offers_and_requests_are_counted(records: list[Record], expected: str) -> None:
    assert view(*records)["support"] == expected


def test_no_theme_stands_in_it_that_one_who_comes_may_not_see() -> None:
    hidden = noted("ash", "headline", "text1x", "h1", theme="theme1x")
    shared = noted("elm", "headline", "text2x", "h2", theme="Homes", shared_with=("inspectors",))
    bare = noted("fir", "headline", "text3x", "h3", shared_with=("inspectors",))
    assert view(hidden, attends="inspectors: all")["themes"] == {
        "missing": "1 headline is on record; not all who come may see it."
    }
    assert view(hidden, closed("h1"), attends="inspectors: all")["themes"] == {
        "missing": "Every headline on record is closed."
    }
    made = view(hidden, shared, bare, attends="inspectors: all")["themes"]
    assert made["table"]["rows"] == [{"name": "Homes", "counts": [0, 1, 1]}]
    assert made["beside"] == (
        "1 headline has no theme on record. 1 more headline is on record that not all who come may see."
    )


@UNHURRIED
@given(logs())
def test_nothing_a_finding_says_stands_in_it(log: list[Record]) -> None:
    made = markdown(edition(log, "2026-12-21", with_overview("inspectors: all")), "overview", "regional")
    words = set(re.findall(r"(?:text|theme|outcome)\d+x", made))
    for record in log:
        if record.finding and f"theme{record.id[1:]}x" in words:
            assert "inspectors" in record.finding.shared_with
        if record.finding and record.finding.kind != "placement":  # whose text is a stage, and is counted
            assert f"text{record.id[1:]}x" not in words
    assert not any(word.startswith("outcome") for word in words)


def test_immediate_actions_are_counted() -> None:
    action = noted("ash", "immediate-action", "text4x", "a1", owner="coast", due=date(2026, 12, 1))
    assert view(action, attends="inspectors: all")["actions"] == (
        "None of the four forums are recorded as held. Immediate actions: 1 open, past its date."
    )


def test_what_is_still_to_come_by_the_meeting() -> None:
    held = Record(
        "held",
        "2026-12-08T16:00:00.000+00:00",
        "x",
        "held",
        date(2026, 12, 8),
        event="forum/winter-turn/coast",
    )
    made = view(held, on="2026-12-09")
    assert [(row["when"], row["lead"]) for row in made["ahead"]] == [
        ("Tuesday 8 and Wednesday 9 December 2026", "Winter turn: forums"),
        ("Tuesday 9 and Wednesday 10 March 2027", "Spring turn: forums"),
        ("Thursday 18 March 2027", "Market place"),
        ("Thursday 25 March 2027", "Board"),
    ]


def test_the_real_one_names_nobody_and_asks_what_it_needs() -> None:
    text = markdown(of_file(REAL, "2017-12-01"), "overview", "quality-meeting")
    assert "On which day is the Regional Quality Assurance and action meeting?" in section(
        text, "Still to be confirmed"
    )
    assert "Bolton" not in text
    assert "NW SLI Board signs off" not in text, "what has no day is no more to come by then than after"


def test_only_a_cycle_that_settles_an_overview_has_one() -> None:
    assert KINDS["overview"].subjects(plan(REAL)) == ("quality-meeting",)
    assert KINDS["overview"].subjects(plan(MADE_UP)) == ()
