"""Which findings hold on a day, which are open, and which are late."""

from datetime import date

import pytest

from peercycle.progress.record import Record
from peercycle.schedule.findings import (
    answers,
    conversation_days,
    days_late,
    holding,
    immediate,
    is_open,
    of_authority,
    open_counts,
    owned_by,
)
from peercycle.schedule.status import Status
from peercycle.schedule.subject import Subject
from tests.schedule.notes import PROGRAMME, closed, cycle, noted, progress

PLAN = cycle()


def ids(*records: Record, on: str | None = None) -> str:
    """Return the ids of the findings that hold."""
    return " ".join(found.record.id for found in holding(progress(*records, on=on)))


@pytest.mark.parametrize(
    ("records", "hold"),
    [
        # headlines and the like stand side by side, whatever they say
        ([noted("ash", "headline", "A"), noted("ash", "headline", "A", "b")], "a b"),
        ([noted("ash", "immediate-action", "A"), noted("ash", "immediate-action", "B")], "a b"),
        # of a focus, a day and a placement the last holds: by date, not by line
        (
            [
                noted("ash", "focus", "both", "a", "2026-12-09"),
                noted("ash", "focus", "education", "b", "2026-12-01"),
            ],
            "a",
        ),
        ([noted("ash", "focus", "both", "a"), noted("birch", "focus", "both", "b")], "a b"),
        (
            [
                noted("ash", "conversation-date", "2027-02-01", "a"),
                noted("ash", "conversation-date", "2027-02-02", "b"),
            ],
            "b",
        ),
        # a placement by each judgement, and for each enabler
        (
            [
                noted("ash", "placement", "Fair to good", "a", judged="placement-self"),
                noted("ash", "placement", "Fair to good", "b", judged="placement-preliminary"),
                noted(
                    "ash",
                    "placement",
                    "Fair to good",
                    "c",
                    judged="placement-self",
                    enabler="Engaging partners",
                ),
                noted("ash", "placement", "Poor to fair", "d", judged="placement-self"),
            ],
            "b c d",
        ),
    ],
)
def test_what_holds(records: list[Record], hold: str) -> None:
    assert ids(*records) == hold


def test_what_holds_on_a_past_day() -> None:
    log = [
        noted("ash", "focus", "both", "a", "2026-12-01"),
        noted("ash", "focus", "education", "b", "2026-12-09"),
    ]
    assert ids(*log, on="2026-11-30") == ""
    assert ids(*log, on="2026-12-08") == "a"
    assert ids(*log, on="2026-12-09") == "b"


def test_the_findings_of_an_authority_open_ones_first_in_the_order_of_their_kinds() -> None:
    log = progress(
        noted("ash", "follow-up", "A"),
        noted("ash", "headline", "B"),
        noted("birch", "headline", "C"),
        noted("ash", "headline", "D"),
        noted("ash", "question", "E"),
        closed("b", "Done"),
    )
    own = of_authority(holding(log), "ash")
    assert [(found.record.id, is_open(found)) for found in own] == [
        ("d", True), ("e", True), ("a", True), ("b", False),
    ]  # fmt: skip


def test_a_closed_finding_is_open_until_the_day_it_was_closed() -> None:
    log = [noted("ash", "headline", "A"), closed("a", "Done", "2026-12-20")]
    assert [is_open(found) for found in holding(progress(*log, on="2026-12-19"))] == [True]
    assert [is_open(found) for found in holding(progress(*log, on="2026-12-20"))] == [False]


def test_immediate_actions_by_their_day_then_those_without_one_then_closed_ones() -> None:
    log = progress(
        noted("ash", "immediate-action", "A"),
        noted("ash", "immediate-action", "B", due=date(2027, 1, 5)),
        noted("ash", "immediate-action", "C", due=date(2026, 12, 18)),
        noted("ash", "immediate-action", "D", due=date(2026, 12, 1)),
        noted("ash", "headline", "E"),
        closed("d", "Done"),
    )
    assert [found.record.id for found in immediate(holding(log))] == ["c", "b", "a", "d"]


@pytest.mark.parametrize(
    ("due", "on", "closing", "late"),
    [
        ("2026-12-18", "2026-12-18", [], None),
        ("2026-12-18", "2026-12-19", [], 1),
        ("2026-12-18", "2027-01-08", [], 21),
        ("2026-12-18", "2026-12-20", [closed("a", "Done", "2026-12-20")], None),
        (None, "2027-01-08", [], None),
    ],
)
def test_days_late(due: str | None, on: str, closing: list[Record], late: int | None) -> None:
    action = noted("ash", "immediate-action", "A", due=date.fromisoformat(due) if due else None)
    (found,) = progress(action, *closing, on=on).findings
    assert days_late(found, date.fromisoformat(on)) == late


@pytest.mark.parametrize(
    ("owner", "whose", "owned"),
    [
        ("ash", Subject("ash", "coast"), True),
        ("coast", Subject("ash", "coast"), True),
        ("moor", Subject("ash", "coast"), False),
        ("board", Subject(body="board"), True),
        ("", Subject("ash"), False),
    ],
)
def test_who_owns_an_action(owner: str, whose: Subject, *, owned: bool) -> None:
    (found,) = progress(noted("birch", "immediate-action", "A", owner=owner)).findings
    assert owned_by(found, whose) is owned


def test_offers_stand_beside_the_request_they_answer() -> None:
    log = progress(
        noted("ash", "support-request", "Help"),
        noted("elm", "good-practice", "Panel", answers="help"),
        noted("fir", "good-practice", "Letter"),
    )
    assert [found.record.id for found in answers(log.findings, log.findings[0])] == ["panel"]


def test_how_many_are_open_kind_by_kind() -> None:
    log = progress(
        noted("ash", "immediate-action", "A", owner="ash"),
        noted("ash", "headline", "B"),
        noted("ash", "headline", "C"),
        noted("ash", "support-request", "D"),
        noted("ash", "support-request", "E"),
        noted("ash", "focus", "both"),
        noted("ash", "question", "F"),
        noted("elm", "question", "G"),
        closed("f"),
    )
    assert open_counts(holding(log), "ash") == ["2 headlines", "2 requests for support", "1 immediate action"]


def test_a_noted_conversation_is_on_its_day() -> None:
    log = progress(
        noted("ash", "conversation-date", "2027-01-20", "a"),
        noted("ash", "conversation-date", "2027-02-10", "b"),
    )
    assert conversation_days(PLAN, log) == {"conversation/ash": date(2027, 2, 10)}
    status = Status(PLAN, date(2026, 12, 21), log)
    found = {meeting.id: meeting.date.text for meeting in status.plan.meetings_of("conversation")}
    assert found["conversation/ash"] == "Wednesday 10 February 2027"
    assert found["conversation/elm"] == "after Wednesday 9 December 2026 (to be confirmed)"
    tasks = {task.id: task.due.text for task in status.plan.tasks_of("prepare")}
    assert tasks["prepare/ash"] == "Friday 5 February 2027"


def test_a_day_in_the_cycle_file_goes_before_the_one_noted() -> None:
    plan = cycle(
        programme=PROGRAMME.replace("TBC after own forum", "{ash: 25 February 2027, birch: TBC 4 March 2027}")
    )
    log = progress(
        noted("ash", "conversation-date", "2027-02-10", "a"),
        noted("birch", "conversation-date", "2027-02-11", "b"),
    )
    assert conversation_days(plan, log) == {"conversation/birch": date(2027, 2, 11)}


def test_a_day_without_a_conversation_in_the_cycle_changes_nothing() -> None:
    plan = cycle(programme="actions: {a: {do: A, owner: team, due: 6 November 2026}}")
    log = progress(noted("ash", "conversation-date", "2027-01-20"))
    assert conversation_days(plan, log) == {}
    assert Status(plan, date(2026, 12, 21), log).plan is plan
