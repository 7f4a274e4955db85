"""The order of a checklist's rows: by their days, and nothing before what it comes after."""

import pytest

from peercycle.documents.ordering import Placed, in_order, leaned_on
from peercycle.model.when import read_when
from peercycle.schedule.deadline import UNKNOWN, of_when
from tests.documents.made import MADE_UP, REAL, edition, edition_of, markdown, section
from tests.schedule.small_cycles import NAMED, OPEN, plan_of

A, B = "Tuesday 1 December 2026", "Wednesday 2 December 2026"
ORDERS = [
    ([("a", B, ""), ("b", A, "")], "ba"),
    ([("a", "TBC", ""), ("b", B, ""), ("c", A, "")], "cba"),
    ([("a", A, "b"), ("b", B, "")], "ba"),
    ([("a", B, ""), ("b", A, "c"), ("c", "TBC", "")], "acb"),
    ([("a", "TBC", "b"), ("b", "TBC", "c"), ("c", "TBC", "")], "cba"),
    ([("a", "TBC", "bc"), ("b", B, ""), ("c", "TBC", "")], "bac"),
    ([("a", A, "x"), ("b", A, "a")], "ab"),
    ([("a", A, "a")], "a"),
    ([("a", A, "b"), ("b", A, "a"), ("c", B, "")], "abc"),
]


@pytest.mark.parametrize(("rows", "expected"), ORDERS)
def test_rows_stand_by_their_days_and_behind_what_they_come_after(
    rows: list[tuple[str, str, str]], expected: str
) -> None:
    placed = [
        Placed(UNKNOWN if day == "TBC" else of_when(read_when(day)), {"name": key}, (key,), tuple(after))
        for key, day, after in rows
    ]
    assert "".join(row["name"] for row in in_order(placed)) == expected


PROGRAMME = """
events:
  again:
    title: Second talk
    for: each authority
    date: TBC after own talk
  talk:
    title: Talk
    for: each authority
    date: TBC after own forum
  forum:
    title: Forum
    for: each group in each round
    date: TBC
    attends: {each authority in own group: all}
actions:
  answer: {do: Answer, owner: each authority, due: 10 working days after own forum}
  reply: {do: Reply, owner: each authority, due: 3 days after answer}
  ready: {do: Get ready, owner: each authority, due: before own forum}
  speak: {do: Speak, owner: each authority, due: own talk}
  close: {do: Close, owner: each authority, due: with answer}
"""
PAIRS = [
    ("Get ready", "Your own forum"), ("Your own forum", "Answer"), ("Answer", "Reply"), ("Your own forum", "Talk"),
    ("Talk", "Speak"), ("Talk", "Second talk"),
]  # fmt: skip


@pytest.mark.parametrize(("first", "then"), PAIRS)
def test_nothing_stands_before_the_meeting_or_the_task_it_follows(first: str, then: str) -> None:
    text = markdown(edition_of(plan_of(PROGRAMME), "2026-10-01"), "checklist", "ash")
    whats = [row.split(" | ")[1].strip("*") for row in section(text, "Later").splitlines() if " | " in row]
    places = [next(i for i, what in enumerate(whats) if what.startswith(name)) for name in (first, then)]
    assert places[0] < places[1]


LEANINGS = [
    ("ready", ()),
    ("close", ()),
    ("answer", ("forum/winter-turn/coast",)),
    ("reply", ("answer/ash",)),
    ("speak", ("talk/ash",)),
]


@pytest.mark.parametrize(("action", "expected"), LEANINGS)
def test_a_deadline_comes_after_what_it_falls_on_or_follows(action: str, expected: tuple[str, ...]) -> None:
    of = edition_of(plan_of(PROGRAMME), "2026-10-01")
    (task,) = [task for task in of.plan.tasks_of(action) if task.authority == "ash"]
    due = of.due_of(task)
    assert due is not None
    assert leaned_on(of.plan, due, task.subject) == expected


@pytest.mark.parametrize("people", [NAMED, OPEN])
def test_a_follow_up_stands_behind_what_it_follows_whatever_is_known(people: str) -> None:
    text = markdown(edition_of(plan_of(PROGRAMME, people), "2026-10-01"), "checklist", "ash")
    assert text.index("| Talk |") < text.index("| Second talk |")


def test_the_conversation_stands_before_its_follow_up_on_every_checklist() -> None:
    for on in ("2017-12-01", "2018-02-02", "2018-04-01"):
        for authority in ("bolton", "trafford"):
            rows = section(markdown(edition(REAL, on), "checklist", authority), "Later")
            assert rows.index("| Ofsted Annual Conversation |") < rows.index("| Follow-up conversation,")


def test_what_follows_a_forum_whose_day_is_to_be_confirmed_stands_at_that_day() -> None:
    rows = section(markdown(edition(REAL, "2017-12-01"), "checklist", "bolton"), "Later")
    forum, forward, march = (
        rows.index(text)
        for text in ("| January peer challenge forum of", "| After the January", "| Thursday 22 March")
    )
    assert forum < forward < march


def test_deadlines_stand_behind_the_own_forum_they_count_from() -> None:
    for authority in ("hollinsea", "skerriby"):
        rows = section(markdown(edition(MADE_UP, "2026-11-01"), "checklist", authority), "Later")
        assert rows.index("**Your own peer challenge forum**") < rows.index("Return comments on the notes")
