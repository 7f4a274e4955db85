"""The market place: what nobody answers first, pairs as somebody noted them, and only what all who come may see."""

import re

import pytest
from hypothesis import given

from peercycle.progress.record import Record
from tests.documents.made import edition_of, markdown, section
from tests.documents.rich_log import rich
from tests.documents.test_confidential import AUTHORITIES, UNHURRIED, allowed, logs
from tests.documents.test_findings import edition
from tests.schedule.notes import PROGRAMME, closed, cycle, noted

ALL = ("all",)
NOTHING = (
    "No offer and no request is marked as shared with everyone who comes. Expected on a day to be confirmed."
)


def rows(records: list[Record], heading: str = "") -> list[str]:
    """Return the rows of the table under a heading of the small cycle's market place, the first table for none."""
    text = markdown(edition(records), "market-place", "market")
    part = section(text, heading) if heading else text.partition("\n## ")[0]
    return [line for line in part.splitlines() if line.startswith("| ")][2:]


REQUEST = noted("ash", "support-request", "Panel wanted.", "s1", theme="Plans", shared_with=ALL)
OFFER = noted("elm", "good-practice", "A panel", "g1", shared_with=ALL, answers="s1")
FIRST, PAIRS, MORE, ALONE = "", "Offers beside requests", "More offers", "Offers"
TABLES: list[tuple[list[Record], dict[str, list[str]]]] = [
    ([REQUEST], {FIRST: ["| Plans | Panel wanted | Ash |"], PAIRS: [], MORE: [], ALONE: []}),
    (
        [REQUEST, OFFER],
        {FIRST: [], PAIRS: ["| Plans | **Elm**: A panel | **Ash**: Panel wanted |"], MORE: [], ALONE: []},
    ),
    # an offer answers a request that is not for everyone: the offer stands alone, and the request stays unsaid
    (
        [noted("ash", "support-request", "Panel", "s1"), OFFER],
        {FIRST: [], PAIRS: [], MORE: [], ALONE: ["| None noted | A panel | Elm |"]},
    ),
    # and the other way round: that there is an offer is not said, either
    (
        [REQUEST, noted("elm", "good-practice", "A panel", "g1", answers="s1")],
        {FIRST: ["| Plans | Panel wanted | Ash |"], PAIRS: [], MORE: [], ALONE: []},
    ),
    # two offers beside one request, whose theme is the offer's where it has none itself
    (
        [
            noted("ash", "support-request", "Panel", "s1", shared_with=ALL),
            noted("elm", "good-practice", "One", "g1", theme="Plans", shared_with=ALL, answers="s1"),
            noted("fir", "good-practice", "Two", "g2", shared_with=ALL, answers="s1"),
        ],
        {FIRST: [], PAIRS: ["| Plans | **Elm**: One. **Fir**: Two | **Ash**: Panel |"], MORE: [], ALONE: []},
    ),
    # what is closed is gone, and an offer to a closed request is free again
    (
        [REQUEST, OFFER, closed("s1")],
        {FIRST: [], PAIRS: [], MORE: [], ALONE: ["| None noted | A panel | Elm |"]},
    ),
    # by theme, what has none last
    (
        [
            noted("ash", "support-request", "A", "s1", shared_with=ALL),
            noted("elm", "support-request", "B", "s2", theme="school", shared_with=ALL),
            noted("fir", "support-request", "C", "s3", theme="Homes", shared_with=ALL),
            noted("fir", "good-practice", "D", "g1", shared_with=ALL),
        ],
        {
            FIRST: ["| Homes | C | Fir |", "| school | B | Elm |", "| None noted | A | Ash |"],
            PAIRS: [],
            MORE: ["| None noted | D | Fir |"],
            ALONE: [],
        },
    ),
]


@pytest.mark.parametrize(("records", "expected"), TABLES)
def test_each_finding_stands_in_one_table(records: list[Record], expected: dict[str, list[str]]) -> None:
    assert {heading: rows(records, heading) for heading in expected} == expected


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (1, "**Start with this request: no offer stands beside it yet.**"),
        (2, "**Start with these two requests: no offer stands beside them yet.**"),
        (0, NOTHING),
    ],
)
def test_where_to_begin(count: int, expected: str) -> None:
    records = [
        noted("ash", "support-request", f"Wish {number}", f"s{number}", shared_with=ALL)
        for number in range(count)
    ]
    text = markdown(edition(records), "market-place", "market")
    assert expected in text
    assert (NOTHING in text) == (count == 0)


def test_what_is_not_for_everyone_stays_away() -> None:
    text = markdown(rich("2027-01-28"), "market-place", "network-february")
    assert "Somebody to talk to" not in text
    assert "its own cluster alone" not in text
    assert "Persistent absence" not in text, "a headline is no offer"
    assert "Poor to fair" not in text


def test_where_offers_come_from_and_when() -> None:
    programme = PROGRAMME.replace(
        "[support-request, immediate-actions]", "[support-request, immediate-actions, good-practice]"
    )
    text = markdown(edition_of(cycle(programme=programme), "2027-03-20"), "market-place", "market")
    assert "It was expected from the four forums, Tuesday 8 December 2026 to Wednesday 10 March 2027." in text
    assert "Where\n: To be confirmed" in text
    assert "When\n: Thursday 18 March 2027, time to be confirmed, in the market place" in text


def test_a_day_and_a_place_that_nobody_knows() -> None:
    programme = PROGRAMME.replace("date: Thursday 18 March 2027", "date: TBC")
    text = markdown(edition_of(cycle(programme=programme), "2026-11-02"), "market-place", "market")
    assert "When\n: To be confirmed, in the market place" in text


@UNHURRIED
@given(logs())
def test_no_word_that_one_of_those_who_come_may_not_know(log: list[Record]) -> None:
    words = set(re.findall(r"(?:text|theme|outcome)\d+x", markdown(edition(log), "market-place", "market")))
    for record in log:
        if record.finding and {f"text{record.id[1:]}x", f"theme{record.id[1:]}x"} & words:
            assert record.finding.kind in ("support-request", "good-practice")
            assert all(allowed(record.finding, record.authority or "", reader) for reader in AUTHORITIES)
    assert not any(word.startswith("outcome") for word in words)
