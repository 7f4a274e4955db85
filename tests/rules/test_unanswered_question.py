"""What is still open: questions of the file, and each TBC that none of them is about."""

import pytest

from peercycle.rules import unanswered_question
from tests.rules.examples import Found, Marked, faults

QUESTION = """
forum:
  room: TBC
questions:
  venue:
    ask: Which room?
    about: forum room
"""


def found(fragment: str) -> list[Found]:
    return faults("unanswered-question", fragment)


def test_a_question_of_the_file_stands_at_its_key() -> None:
    assert unanswered_question.SEVERITY == "info"
    assert found(QUESTION) == [Found("questions/venue", "venue", "Which room?", line=130, column=3)]


@pytest.mark.parametrize(
    ("more", "hint"),
    [
        ("who: sli-team", "To be answered by Improvement team."),
        ("by: nwadcs-november", "Wanted by Thursday 23 November 2017."),
        (
            "who: larkmoor\n    by: by November 2017\n    meanwhile: The hall.",
            "To be answered by Larkmoor, wanted by November 2017. Meanwhile: The hall.",
        ),
        ("by: before 1 December 2017", "Wanted before Friday 1 December 2017."),
        ("meanwhile: The hall", "Meanwhile: The hall."),
    ],
)
def test_who_can_answer_and_what_holds_meanwhile(more: str, hint: str) -> None:
    (fault,) = found(QUESTION.rstrip() + f"\n    {more}\n")
    assert fault.hint == hint


def test_a_tbc_without_a_question_stands_where_it_is() -> None:
    (fault,) = found("forum:\n  room: TBC")
    assert (fault.place, fault.marked) == ("phases/challenge/events/forum/room", "TBC")
    assert "forum room" in fault.message


def test_the_same_key_of_a_grid_is_one_question() -> None:
    (fault,) = found("forum:\n  room: {december: TBC, january: TBC}")
    assert fault.place == "phases/challenge/events/forum/room/december"
    assert fault.related == (Marked("TBC", ""),)


def test_an_answered_question_does_not_hide_what_is_still_tbc() -> None:
    (fault,) = found(QUESTION.rstrip() + "\n    answer: The hall\n")
    assert fault.place == "phases/challenge/events/forum/room"


def test_what_could_not_be_read_is_not_asked_about() -> None:
    assert found("nwadcs-november:\n  date: soon") == []


def test_no_fault_where_everything_is_known() -> None:
    assert found("forum:\n  room: The hall") == []
