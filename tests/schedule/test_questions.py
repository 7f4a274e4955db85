"""What is open: the questions a file puts, and every TBC that it puts none about."""

from datetime import date

import pytest

from peercycle.schedule.questions import OpenQuestion, covers, open_questions, subject_of, wanted_by
from tests.schedule.small_cycles import FORUM, OPEN, plan_of

PROGRAMME = """
events:
  talk:
    title: Talk
    date: TBC
    time: TBC
    room: {winter-turn: TBC, spring-turn: The hall}
    note: TBC by nobody, and this is prose
    suggested: TBC, and this is prose too
"""


def _open(questions: str, programme: str = PROGRAMME, people: str = "") -> dict[str, OpenQuestion]:
    plan = plan_of(programme, people or OPEN.replace("TBC", "coast"), more=f"questions:\n{questions}\n")
    return {question.key: question for question in open_questions(plan)}


QUESTIONS = [
    ("  q: {ask: When is it?}", ["q", "talk date", "talk time", "talk room"]),
    ("  q: {ask: When is it?, about: talk}", ["q", "talk date", "talk time", "talk room"]),
    ("  q: {ask: When is it?, about: talk, meanwhile: In May}", ["q", "talk date", "talk time", "talk room"]),
    ("  q: {ask: When is it?, about: talk date}", ["q", "talk time", "talk room"]),
    ("  q: {ask: When is it?, about: talk date, meanwhile: In May}", ["q", "talk time", "talk room"]),
    ("  q: {ask: When is it?, about: [talk date, events time, talk room]}", ["q"]),
    ("  q: {ask: When is it?, about: talk date, answer: In June}", ["talk date", "talk time", "talk room"]),
]


@pytest.mark.parametrize(("questions", "keys"), QUESTIONS)
def test_a_question_about_id_and_key_replaces_the_automatic_one(questions: str, keys: list[str]) -> None:
    assert list(_open(questions)) == keys


def test_an_automatic_question_says_what_and_where() -> None:
    found = _open("  q: {ask: Why?, by: TBC, who: board}")
    talk = found["talk room"]
    assert (talk.stated, talk.who, talk.by, talk.about) == (False, None, None, ("talk room",))
    assert talk.ask == "What is to be confirmed: talk room?"
    assert talk.places == (("phases", "work", "events", "talk", "room", "winter-turn"),)
    assert (found["q"].stated, found["q"].who, found["q"].by) == (True, "board", None)


def test_one_question_may_speak_for_a_whole_section() -> None:
    found = _open("  q: {ask: Who?, about: authorities group}", "events: {}\n", OPEN)
    assert list(found) == ["q", "ash round", "birch round", "elm round", "fir round"]
    assert found["q"].places == tuple(("authorities", key, "group") for key in ("ash", "birch", "elm", "fir"))


@pytest.mark.parametrize(
    ("by", "text"),
    [
        ("Friday 1 May 2026", "Friday 1 May 2026"),
        ("by April 2027", "by April 2027"),
        ("launch", "Thursday 1 October 2026"),
        ("forum", "Tuesday 8 December 2026"),
        ("before launch", "before Thursday 1 October 2026"),
        ("first forum in spring-turn", "Tuesday 9 March 2027"),
        ("send", "Friday 6 November 2026"),
        ("1 week before launch", "Thursday 24 September 2026"),
        ("unknown", "to be confirmed"),
        ("TBC", None),
        ("nothing-known", None),
        ("soon, we hope", None),
        (None, None),
    ],
)
def test_the_day_an_answer_is_wanted(by: str | None, text: str | None) -> None:
    plan = plan_of(
        FORUM
        + """
  launch: {title: Launch, date: Thursday 1 October 2026}
  unknown: {title: Unknown, date: TBC}
actions:
  send: {do: Send, owner: team, due: 6 November 2026}
"""
    )
    wanted = wanted_by(plan, by)
    assert (wanted.text if wanted else None) == text


def test_an_answer_is_late_after_the_day_it_was_wanted() -> None:
    found = _open("  q: {ask: Why?, by: by May 2026}\n  r: {ask: When?}")
    assert not found["q"].wanted_before(date(2026, 5, 31))
    assert found["q"].wanted_before(date(2026, 6, 1))
    assert not found["r"].wanted_before(date(2030, 1, 1))


@pytest.mark.parametrize(
    ("place", "subject"),
    [
        (("phases", "work", "events", "talk", "room", "spring"), ("talk", "events", "room")),
        (("phases", "work", "actions", "send"), ("send", "actions", "")),
        (("phases", "work", "when"), ("work", "phases", "when")),
        (("authorities", "ash", "round"), ("ash", "authorities", "round")),
        (("source", "title"), ("source", "source", "title")),
        (("runs",), ("runs", "runs", "")),
    ],
)
def test_the_entry_a_place_lies_in(place: tuple[str, ...], subject: tuple[str, str, str]) -> None:
    assert subject_of(place) == subject
    entry, section, key = subject
    assert covers(f"{entry} {key}".strip(), place)
    assert covers(f"{section} {key}".strip(), place)
    assert not covers(f"{entry} other", place)
