"""Ids that stand for two things."""

from tests.rules.examples import Found, Marked, faults

RULE = "duplicate-id"


def test_an_id_in_two_sections() -> None:
    fragment = "groups:\n  larkmoor: {name: Larkmoor cluster, lead: larkmoor}"
    assert faults(RULE, fragment) == [
        Found(
            "authorities/larkmoor",
            "larkmoor",
            "'larkmoor' stands for a cluster and an authority",
            "and again here, an authority",
            "An id names one thing in the whole file. Call the cluster cluster-larkmoor.",
            (Marked("larkmoor", "first here, a cluster"),),
            34,
            3,
        )
    ]


def test_two_events_in_two_phases() -> None:
    (fault,) = faults(RULE, "phases:\n  support:\n    events:\n      forum: {title: Again, date: TBC}")
    assert fault.message == "'forum' stands for 2 events"
    assert fault.place == "phases/support/events/forum"
    assert fault.hint.endswith("Give one of them another, there and wherever it is referred to.")


def test_three_things_are_one_fault() -> None:
    (fault,) = faults(
        RULE, "bodies:\n  forum: {name: Forum}\nquestions:\n  forum: {ask: What?, about: larkmoor}"
    )
    assert fault.message == "'forum' stands for a body, a question and an event"
    assert [mark.message for mark in fault.related] == ["first here, a body", "and here, an event"]


def test_posts_of_two_bodies_may_be_called_the_same() -> None:
    assert faults(RULE, "bodies:\n  board: {name: Board, posts: {chair: Chair}}") == []
