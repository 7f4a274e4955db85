"""What a log comes to on a day, line by line: the input stands beside what is in force."""

from datetime import date

import pytest

from peercycle.progress.fold import NOTHING, Progress, fold
from peercycle.progress.record import Record
from tests.progress.made import record

HELD = {"what": "held", "action": None, "authority": None, "event": "forum"}
NOTED = {"what": "noted", "action": None, "kind": "headline", "text": "Calm."}
CLOSED = {"what": "closed", "action": None, "authority": None}


def undone(id_: str, undoes: str, **changed: object) -> Record:
    """Return the record that takes another one back."""
    return record(id_, what="undone", action=None, undoes=undoes, **changed)


def in_force(*records: Record, on: str | None = None) -> str:
    """Return the ids of what is in force on a day, in order."""
    return " ".join(each.id for each in fold(records, date.fromisoformat(on) if on else None).records)


def in_any_order(*records: Record) -> list[Progress]:
    """Return what records come to in their order, and in the reverse of it."""
    return [fold(records), fold(records[::-1])]


def test_nothing_recorded_is_nothing() -> None:
    assert fold([]).records == NOTHING.records == ()
    assert NOTHING.latest is None
    assert (NOTHING.held, NOTHING.postponed, NOTHING.findings, NOTHING.chased) == ({}, {}, (), {})


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"date": "2026-11-20"}, {"date": "2026-11-21", "at": "2020-01-01T00:00:00.000+00:00"}),
        ({"at": "2026-11-23T09:00:00.000+00:00"}, {"at": "2026-11-23T09:00:00.001+00:00"}),
        ({"at": "2026-11-23T09:59:00.000+01:00"}, {"at": "2026-11-23T09:00:00.000+00:00"}),
        ({"at": "2026-11-24T00:30:00.000+01:00"}, {"at": "2026-11-23T23:45:00.000Z"}),
        ({"at": "2026-11-23T09:00:00Z"}, {"at": "2026-11-23T09:00:00.500+00:00"}),
        ({"at": "2026-11-23T20:00:00.000-05:00"}, {"at": "2026-11-24T01:00:00.001+00:00"}),
        ({"id_": "2026-11-23-b"}, {"id_": "2026-11-23-c"}),
    ],
)
def test_the_order_is_by_date_then_moment_then_id_never_by_line(
    first: dict[str, str], second: dict[str, str]
) -> None:
    one, other = record(**{"id_": "x", **first}), record(**{"id_": "w", **second})
    for progress in in_any_order(one, other):
        assert progress.records == (one, other)
        assert progress.latest == other.date


def test_a_day_knows_what_happened_up_to_it_whenever_it_was_written_down() -> None:
    early = record("early", date="2026-11-20", at="2026-12-24T09:00:00.000+00:00")
    late = record("late", date="2026-11-21")
    assert in_force(early, late) == "early late"
    assert in_force(early, late, on="2026-11-21") == "early late"
    assert in_force(early, late, on="2026-11-20") == "early"
    assert in_force(early, late, on="2026-11-19") == ""


def test_what_is_undone_never_happened_on_any_day() -> None:
    sent = record("a", date="2026-11-20")
    back = undone("u", "a", date="2026-11-20", at="2026-12-01T09:00:00.000+00:00")
    assert in_force(sent, back) == in_force(back, sent) == in_force(sent, back, on="2026-11-20") == ""
    assert in_force(sent, record("b"), back) == "b"


def test_what_undoes_something_else_takes_nothing_back() -> None:
    assert in_force(record("a"), undone("u", "of another log")) == "a"


def test_an_undoing_record_is_no_record_of_anything() -> None:
    progress = fold([undone("u", "a"), record("b")])
    assert [each.id for each in progress.of_task("submit-self-view", "tarnwick")] == ["b"]


def test_a_line_that_stands_twice_counts_once_and_of_two_with_one_id_the_earlier_counts() -> None:
    first, second = record("a", date="2026-11-20"), record("a", date="2026-11-21", note="other")
    assert in_force(first, first, record("b")) == "a b"
    for progress in in_any_order(first, second):
        assert progress.records == (first,)
    assert in_force(first, second, undone("u", "a")) == ""


def test_records_are_found_by_their_task() -> None:
    sent = record("a")
    signed = record("b", what="signed", role="dcs")
    at_forum = record("c", event="forum/december/coast")
    about_ash = record("d", about="ash")
    whole = record("e", what="done", action="take-forward/december", authority=None)
    other = record("f", authority="orrinshaw")
    progress = fold([sent, signed, at_forum, about_ash, whole, other, record("g", **HELD)])

    def found(*asked: str | None) -> str:
        return " ".join(each.id for each in progress.of_task(*asked))  # type: ignore[arg-type]

    assert found("submit-self-view", "tarnwick") == "a b"
    assert found("submit-self-view", "tarnwick", "forum/december/coast") == "a b c"
    assert found("submit-self-view", "tarnwick", "forum/january/coast") == "a b"
    assert found("submit-self-view", "tarnwick", None, "ash") == "a b d"
    assert found("submit-self-view", "tarnwick", "forum/december/coast", "ash") == "a b c d"
    assert found("take-forward/december", None) == "e"
    assert found("submit-self-view", "orrinshaw") == "f"
    assert found("submit-self-view", None) == found("return-mou", "tarnwick") == ""


def test_a_meeting_is_held_on_the_first_day_recorded() -> None:
    first, again = record("a", **HELD, date="2026-12-08"), record("b", **HELD, date="2026-12-09")
    for progress in in_any_order(first, again):
        assert progress.held == {"forum": first}


@pytest.mark.parametrize(
    ("whats", "postponed"),
    [
        ("postponed", True),
        ("postponed confirmed", False),
        ("postponed moved", False),
        ("postponed held", False),
        ("confirmed postponed", True),
        ("postponed confirmed postponed", True),
        ("confirmed", False),
        ("postponed answered", True),
        ("postponed sent", True),
    ],
)
def test_a_meeting_is_postponed_until_it_has_a_day_again(whats: str, *, postponed: bool) -> None:
    records = [
        record(f"{at}", what=what, event="forum", date=f"2026-11-2{at}")
        for at, what in enumerate(whats.split())
    ]
    for progress in in_any_order(*records):
        assert ("forum" in progress.postponed) == postponed


def test_a_meeting_put_off_later_was_not_put_off_before() -> None:
    put_off = record("a", **HELD | {"what": "postponed"}, date="2026-11-23")
    assert fold([put_off], date(2026, 11, 22)).postponed == {}
    assert fold([put_off], date(2026, 11, 23)).postponed == {"forum": put_off}


def test_a_finding_is_open_until_it_is_closed() -> None:
    noted = record("n", **NOTED, date="2026-11-20")
    closed = record("c", **CLOSED, closes="n", outcome="Done.", date="2026-11-24")
    for records in ([noted, closed], [closed, noted]):
        (finding,) = fold(records).findings
        assert (finding.record, finding.finding, finding.closed) == (noted, noted.finding, closed)
        assert finding.authority == "tarnwick"
        (before,) = fold(records, date(2026, 11, 23)).findings
        assert before.closed is None
    (reopened,) = fold([noted, closed, undone("u", "c", date="2026-11-24")]).findings
    assert reopened.closed is None
    assert fold([noted, closed, undone("u", "n", date="2026-11-20")]).findings == ()


def test_a_finding_closed_twice_was_closed_the_first_time() -> None:
    noted = record("n", **NOTED, date="2026-11-20")
    first = record("z", **CLOSED, closes="n", date="2026-11-21")
    again = record("c", **CLOSED, closes="n", date="2026-11-22")
    for progress in in_any_order(noted, first, again):
        assert [finding.closed for finding in progress.findings] == [first]


def test_findings_are_in_the_order_of_their_days() -> None:
    one, other = record("b", **NOTED, date="2026-11-20"), record("a", **NOTED, date="2026-11-21")
    for progress in in_any_order(one, other):
        assert [finding.record.id for finding in progress.findings] == ["b", "a"]


def test_each_task_knows_its_reminders_in_order() -> None:
    chasing = {"what": "chased", "action": None, "role": "dcs"}
    first = record("b", **chasing, step=1, tasks=["x/tarnwick", "y/tarnwick"], date="2026-11-20")
    second = record("a", **chasing, step=2, tasks=["x/tarnwick"], date="2026-11-23")
    for progress in in_any_order(first, second):
        assert progress.chased == {"x/tarnwick": (first, second), "y/tarnwick": (first,)}
