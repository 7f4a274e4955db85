"""Quotations that are not the words of the source document."""

import pytest

from tests.rules.examples import SOURCE, Found, faults

PLACE = "phases/questions/events/nwadcs-november/source"
MESSAGE = "these are not the words of the source document"
SUGGEST = (
    "Quote sources/2017-18.txt word for word. What it does not say is marked suggested:, with the reason."
)


def found(quotation: str, source: str | None = SOURCE) -> list[Found]:
    return faults("misquoted-source", f"nwadcs-november:\n  source: {quotation}", source=source)


def test_the_first_word_that_differs_is_marked_and_the_source_is_shown() -> None:
    assert found("The Directors meet on 24 November 2017.") == [
        Found(
            PLACE,
            "24",
            MESSAGE,
            "not in the source",
            'sources/2017-18.txt:4 says: "Directors meet on 23 November 2017. Each authority receives"',
            line=69,
            column=39,
        )
    ]


@pytest.mark.parametrize(
    ("quotation", "marked", "note"),
    [
        ("The Directors all meet on 23 November 2017.", "all", "not in the source"),
        ("The Directors on 23 November 2017.", "on", "the source has 'meet' before this"),
        ("the Directors meet on 23 November 2017.", "the", "not in the source"),
        ("The Directors meet on 23 November 2017!", "2017!", "not in the source"),
        ("Forums are held in December and on January.", "on", "not in the source"),
        ("Forums are held in December and held in January.", "held in January.", "not in the source"),
        (">-\n    The Directors\n    meet on the 23 November 2017.", "the", "not in the source"),
        ('"The Directors\' meet on 23 November 2017."', "Directors'", "not in the source"),
    ],
)
def test_what_is_marked(quotation: str, marked: str, note: str) -> None:
    (fault,) = found(quotation)
    assert (fault.marked, fault.note) == (marked, note)


@pytest.mark.parametrize("quotation", ["Nothing of the kind is there.", "Nothing", "'...'"])
def test_what_is_nowhere_in_the_source_is_marked_whole(quotation: str) -> None:
    (fault,) = found(quotation)
    assert (fault.message, fault.note, fault.hint) == (MESSAGE, "", SUGGEST)


def test_each_quotation_of_a_list_is_compared() -> None:
    faulty = found("\n    - Questions are put in November.\n    - Questions are asked in November.")
    assert [(fault.place, fault.marked) for fault in faulty] == [(f"{PLACE}/1", "asked")]


@pytest.mark.parametrize(
    "fragment",
    [
        "bodies:\n  nwadcs: {name: Directors' Network, source: Some words}",
        "next-cycle:\n  source: Some words",
        "rounds:\n  december: {title: December round, when: December 2017, authorities: 2, source: Some words}",
        "phases:\n  support:\n    source: Some words",
        "submit-self-view:\n  source: Some words",
        "journey:\n  title: Journey\n  source: Some words",
        "agendas:\n  day: {items: [Welcome], source: Some words}",
    ],
)
def test_every_entry_that_quotes_is_looked_at(fragment: str) -> None:
    assert [fault.message for fault in faults("misquoted-source", fragment)] == [MESSAGE]


@pytest.mark.parametrize(
    "quotation",
    [
        "The Directors meet on 23 November 2017.",
        "Directors  meet",
        ">-\n    and 13 December\n    and on 10 and 11 January.",
    ],
    ids=["whole", "part", "over a line end"],
)
def test_white_space_does_not_count(quotation: str) -> None:
    assert found(quotation) == []


def test_nothing_is_said_without_a_source_to_compare_with() -> None:
    assert found("Some words", source=None) == []
    assert PLACE in [fault.place for fault in found("Some words", source="")]


def test_a_hopeless_file_is_not_searched_for_ever() -> None:
    quotation = "word " * 2000 + "other"
    lines = "".join(f"\n    - {quotation} {number}" for number in range(20))
    faulty = [fault for fault in found(lines, source="word " * 200_000) if fault.place.startswith(PLACE)]
    assert [fault.hint for fault in faulty] == [SUGGEST] * 20
