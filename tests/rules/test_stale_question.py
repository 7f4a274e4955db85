"""Questions about what is settled, and answers that have not been put into the file."""

import pytest

from tests.rules.examples import Found, Marked, faults


def found(fragment: str) -> list[Found]:
    return faults("stale-question", fragment)


def question(about: str, more: str = "") -> str:
    return f"questions:\n  venue: {{ask: Where?, about: {about}{more}}}\n"


def test_a_question_about_what_is_no_longer_tbc() -> None:
    assert found(question("forum place")) == [
        Found(
            "questions/venue/about",
            "forum place",
            "forum place is no longer TBC",
            "yet this is still asked",
            "Close the question with answer:, or take it out.",
            line=129,
            column=31,
        )
    ]


@pytest.mark.parametrize(
    ("about", "message"),
    [
        ("[forum place, forum time]", "forum place and forum time are no longer TBC"),
        ("[forum, forum place, forum time]", "forum, forum place and forum time are no longer TBC"),
        ("forum", "forum is no longer TBC"),
        ("challenge", "challenge is no longer TBC"),
        ("challenge when", "challenge when is no longer TBC"),
        ("larkmoor round", "larkmoor round is no longer TBC"),
        ("authorities group", "authorities group is no longer TBC"),
        ("next-cycle begins", "next-cycle begins is no longer TBC"),
        ("runs", "runs is no longer TBC"),
        ("events", "events is no longer TBC"),
    ],
)
def test_whatever_it_is_about(about: str, message: str) -> None:
    faulty = found(question(about))
    assert [fault.message for fault in faulty] == ([] if about == "events" else [message])


def test_an_answer_that_has_not_been_put_into_the_file() -> None:
    fragment = (
        question("forum room", ", answer: The hall") + "forum:\n  room: {december: TBC, january: TBC}\n"
    )
    (fault,) = found(fragment)
    assert fault == Found(
        "questions/venue/answer",
        "The hall",
        "question 'venue' is answered, and the file still says TBC",
        hint="Put the answer there, too.",
        related=(Marked("TBC", "to be confirmed"), Marked("TBC", "")),
        line=130,
        column=51,
    )


def test_a_question_about_nothing() -> None:
    (fault,) = found("questions:\n  venue: {ask: Where?}")
    assert fault.message == "question 'venue' does not say what it is about"
    assert (fault.place, fault.marked) == ("questions/venue", "venue")
    assert fault.hint == "Write about: with an id, or an id and one of its keys, as in forum date."


@pytest.mark.parametrize(
    "fragment",
    [
        question("forum room") + "forum:\n  room: TBC\n",
        question("[forum place, forum room]") + "forum:\n  room: TBC\n",
        question("forum") + "forum:\n  chair: TBC\n",
        question("challenge") + "forum:\n  chair: TBC\n",
        question("forum date") + "forum:\n  date:\n    january:\n      cluster-moor: TBC Wednesday 10 January 2018\n",
        question("authorities round") + "authorities:\n  larkmoor: {name: Larkmoor, group: cluster-moor, round: TBC}\n",
        question("forum place", ", meanwhile: Larkmoor"),
        question("forum place", ", answer: Larkmoor"),
        question("forum chair"),
        question("self-view shown-to"),
        question("abbreviations BPN"),
        question("nowhere room"),
        question("forum place") + "nwadcs-november:\n  place: Hollinsea\n".replace("Hollinsea", "Pellbridge")
        + "questions:\n  venue: {ask: Where?, about: forum room, by: {a: b}}\n",
    ],
    ids=["tbc", "one tbc", "a key of it", "an entry of it", "in a grid", "in a section", "meanwhile", "answered",
         "not in the file", "of a paper", "no such entry", "no such id", "not readable"],
)  # fmt: skip
def test_no_fault(fragment: str) -> None:
    assert found(fragment) == []
