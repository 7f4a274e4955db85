"""Days that are named in sentences."""

import pytest

from tests.rules.examples import Found, every_fault, faults

MESSAGE = "a date inside a sentence goes stale when the day moves"


def found(fragment: str) -> list[Found]:
    return faults("date-in-prose", fragment)


def test_the_meeting_of_that_day_is_named() -> None:
    assert found("issue-questions:\n  do: Give each authority the pack of 1 February 2018") == [
        Found(
            "phases/questions/actions/issue-questions/do",
            "1 February 2018",
            MESSAGE,
            "the day of nwadcs-february",
            "Name the meeting instead: Directors' meeting in February.",
            line=72,
            column=45,
        )
    ]


def test_a_meeting_of_one_group_is_named_with_it() -> None:
    (fault,) = found("issue-questions:\n  note: Before 12 December.")
    assert fault.note == "the day of forum/december/cluster-moor"
    assert fault.hint == "Name the meeting instead: Peer challenge forum, Moor cluster."


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("by 20 November 2017.", "20 November 2017"),
        ("by 20 November", "20 November"),
        ("by the 20th of November, 2017", "20th of November, 2017"),
        ("by 20 Nov. 2017", "20 Nov. 2017"),
        ("by 3 Sept", "3 Sept"),
        ("by November 20, 2017", "November 20, 2017"),
        ("by November 20", "November 20"),
        ("by 2017-11-20", "2017-11-20"),
        ("by 20/11/2017", "20/11/2017"),
        ("by 20.11.17", "20.11.17"),
        ("by 99 November 2017", "99 November 2017"),
        ("between 8 and 20 November", "20 November"),
    ],
)
def test_the_ways_to_write_a_day(text: str, marked: str) -> None:
    (fault,) = found(f'issue-questions:\n  note: "Wanted {text}"')
    assert (fault.marked, fault.note) == (marked, "")
    assert fault.hint == "Name the meeting or the action, and let its own entry say the day."


def test_each_day_of_a_sentence_is_a_fault() -> None:
    faulty = found("issue-questions:\n  note: >-\n    From 1 November\n    to 20\n    November.")
    assert [fault.marked.split() for fault in faulty] == [["1", "November"], ["20", "November"]]


@pytest.mark.parametrize(
    ("fragment", "key"),
    [
        ("issue-questions:\n  title: Packs by 20 November", "title"),
        ("issue-questions:\n  suggested: Wanted by 20 November.", "suggested"),
        ("submit-self-view:\n  except:\n    larkmoor: {excused: true, because: Inspected on 20 November}", "because"),
        ("waivers:\n  w: {rule: weekend-date, about: forum, because: Agreed on 20 November, until: 2018-01-01}", "because"),
        ("questions:\n  q: {ask: Where?, about: forum room, meanwhile: The hall of 20 November}", "meanwhile"),
        ("forum:\n  agenda:\n    - {item: Welcome, note: As on 20 November}", "note"),
        ("abbreviations:\n  LA: {note: Used since 20 November}", "note"),
    ],
)  # fmt: skip
def test_every_key_that_holds_a_sentence(fragment: str, key: str) -> None:
    assert [fault.place.split("/")[-1] for fault in found(fragment)] == [key]


@pytest.mark.parametrize(
    "fragment",
    [
        "issue-questions:\n  note: The self-views of 2016/17, and 10 working days for November 2017.",
        "issue-questions:\n  note: From 9.30 to 4pm in November, the 3 May councils and 12 marchers",
        "issue-questions:\n  source: Questions are put on 20 November 2017.",
        "issue-questions:\n  including: [the results of 20 November]",
        "questions:\n  q: {ask: Was it 20 November?, about: forum date, meanwhile: 20 November}",
        "questions:\n  q: {ask: When?, about: [forum room, issue-questions due], meanwhile: 20 November}",
    ],
    ids=["years and months", "numbers", "source", "including", "about a date", "about a deadline"],
)
def test_no_fault(fragment: str) -> None:
    assert [fault.marked for fault in found(fragment) if fault.marked != "3 May"] == []


def test_a_day_that_cannot_be_is_no_reason_to_fail() -> None:
    assert (
        every_fault('issue-questions:\n  note: "On 0 November 0000, 2017-99-99 and 31.31.31"')
        == ["date-in-prose"] * 3
    )
