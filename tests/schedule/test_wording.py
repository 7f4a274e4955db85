"""How messages speak: nouns, titles inside a sentence, ids much alike."""

import pytest

from peercycle.schedule.wording import (
    Likeness,
    alike,
    counted,
    duration,
    in_sentence,
    is_several,
    listed,
    one,
    several,
)
from tests.rules.examples import cycle_with


@pytest.mark.parametrize(
    ("word", "plural"),
    [
        ("authority", "authorities"),
        ("day", "days"),
        ("BPN", "BPNs"),
        ("body", "bodies"),
        ("series", "series"),
        ("round", "rounds"),
    ],
)
def test_plurals(word: str, plural: str) -> None:
    assert several(word) == plural


@pytest.mark.parametrize(
    ("word", "text"), [("authority", "an authority"), ("BPN", "a BPN"), ("event", "an event")]
)
def test_articles(word: str, text: str) -> None:
    assert one(word) == text


@pytest.mark.parametrize(
    ("minutes", "text"),
    [
        (0, "0 minutes"),
        (1, "1 minute"),
        (60, "1 hour"),
        (150, "2 hours 30 minutes"),
        (121, "2 hours 1 minute"),
    ],
)
def test_lengths_of_time(minutes: int, text: str) -> None:
    assert duration(minutes) == text


def test_lists_and_numbers() -> None:
    assert listed(["a"]) == "a"
    assert listed(["a", "b", "c"]) == "a, b and c"
    assert listed(["a", "b"], "or") == "a or b"
    assert [counted(number, "authority") for number in (0, 1, 12)] == [
        "0 authorities",
        "1 authority",
        "12 authorities",
    ]


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Data pack", "data pack"),
        ("NWADCS profile", "NWADCS profile"),
        ("Isos grid", "Isos grid"),
        ("Ofsted letter", "Ofsted letter"),
        ("Strategic Performance and Data group", "Strategic Performance and Data group"),
        ("Notes of the Annual Conversation", "notes of the Annual Conversation"),
        ("A list", "a list"),
        ("", ""),
    ],
)
def test_a_title_in_a_sentence_keeps_the_capitals_of_names(title: str, text: str) -> None:
    cycle = cycle_with("abbreviations: {Isos: Isos Partnership}\nbodies:\n  ofsted: {name: Ofsted}")
    assert in_sentence(cycle, title) == text


@pytest.mark.parametrize(
    ("title", "plural"),
    [
        ("Data pack", False),
        ("Isos grid", False),
        ("Notes of the forum, for comment", True),
        ("Challenge headlines and questions", True),
        ("Memorandum of understanding, signed", False),
        ("Actions agreed by the sub-regional groups", True),
        ("General themes raised", True),
        ("Place on the improvement journey, the authority's own judgement", False),
        ("Analysis", False),
        ("Progress", False),
        ("Minutes: of the Board", True),
        ("Agreed", False),
        ("", False),
    ],
)
def test_titles_in_the_plural(title: str, plural: bool) -> None:  # noqa: FBT001
    assert is_several(title) is plural


@pytest.mark.parametrize(
    ("key", "closeness", "found"),
    [
        ("nwadcs-novmber", 0.6, "nwadcs-november"),
        ("NWADCS-November", 0.6, "nwadcs-november"),
        ("forumm", 0.6, "forum"),
        ("forumm", 0.95, ""),
        ("x", 0.6, ""),
        ("", 0.6, ""),
        ("forum" * 100, 0.0, ""),
    ],
)
def test_the_id_most_like_another(key: str, closeness: float, found: str) -> None:
    assert alike(key, ["forum", "nwadcs-november", "board"], closeness) == found


def test_after_so_many_comparisons_nothing_more_is_looked_for() -> None:
    likeness = Likeness(compared=3)
    assert [likeness.nearest("forumm", ["forum", "board"]) for _ in range(3)] == ["forum", "forum", ""]
    assert likeness.spent
