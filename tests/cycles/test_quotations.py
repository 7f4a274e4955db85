"""The quotations of the real cycle are the source document's words, and together they are all of them."""

import re
from collections.abc import Iterator

import pytest

from tests.cycles.files import REAL, SOURCE, data, scalars

TEXT = " ".join(SOURCE.read_text(encoding="utf-8").split())


def quotations() -> Iterator[tuple[str, str]]:
    """Yield the place and the words of every quotation, the document's title too."""
    for place, text in scalars(data(REAL)):
        if place == ("source", "title") or (place[0] != "source" and "source" in place[-2:]):
            yield "/".join(place), text


def words(text: str) -> list[str]:
    """Return the words and marks of a text, each by itself."""
    return re.findall(r"\w+|[^\w\s]", text)


QUOTATIONS = dict(quotations())
WORDS = words(TEXT)


def spans(quotation: str) -> list[range]:
    """Return where a quotation stands in the source, as ranges of whole words and marks."""
    quoted = words(quotation)
    return [
        range(first, first + len(quoted))
        for first in range(len(WORDS))
        if WORDS[first : first + len(quoted)] == quoted
    ]


def test_the_real_cycle_quotes() -> None:
    assert len(QUOTATIONS) > 59
    assert QUOTATIONS["source/title"] == "Peer Challenge Process in the North West - 2017/18"
    assert QUOTATIONS["phases/support/actions/secure-diaries/source"] == "Diaries to be secured."


@pytest.mark.parametrize("place", QUOTATIONS)
def test_a_quotation_is_word_for_word(place: str) -> None:
    assert QUOTATIONS[place] in TEXT
    assert spans(QUOTATIONS[place]), "it begins or ends within a word"


def test_together_they_leave_no_word_out() -> None:
    # A quotation that stands in the source more than once could be any of these, so it accounts for none of them.
    found = [spans(quotation) for quotation in QUOTATIONS.values()]
    quoted = {position for where in found if len(where) == 1 for position in where[0]}
    assert " ".join(word for position, word in enumerate(WORDS) if position not in quoted) == ""


def test_the_misprinted_year_is_kept_in_the_quotations() -> None:
    printed = [quotation for quotation in QUOTATIONS.values() if "January 2017" in quotation]
    assert [quotation[:15] for quotation in printed] == [
        "10 January 2017",
        "11 January 2017",
        "12 January 2017",
    ]


def test_every_event_and_action_quotes_or_says_that_it_is_suggested() -> None:
    phases = data(REAL)["phases"]
    entries = {
        key: entry
        for phase in phases.values()
        for section in ("events", "actions")
        for key, entry in phase.get(section, {}).items()
    }
    assert [key for key, entry in entries.items() if ("source" in entry) == ("suggested" in entry)] == []
