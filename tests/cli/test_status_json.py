"""`status --output-format json`: the contract other programs rely on, key by key."""

import json
from datetime import date, timedelta
from typing import Any

import pytest

from tests.cli.conftest import MADE_UP, REAL, Call

STATES = ["done", "overdue", "blocked", "due", "upcoming", "undated"]
TEXT, NUMBER, NOTHING = str, int, type(None)
TASK: dict[str, tuple[type, ...]] = {
    "id": (TEXT,),
    "action": (TEXT,),
    "authority": (TEXT, NOTHING),
    "group": (TEXT, NOTHING),
    "round": (TEXT, NOTHING),
    "count": (NUMBER, NOTHING),
    "event": (TEXT, NOTHING),
    "phase": (TEXT,),
    "owner": (TEXT,),
    "state": (TEXT,),
    "due": (TEXT, NOTHING),
    "due_by": (TEXT, NOTHING),
    "due_text": (TEXT,),
    "done": (TEXT, NOTHING),
    "sent": (TEXT, NOTHING),
    "signed": (dict,),
    "unsigned": (list,),
    "waiting_on": (TEXT, NOTHING),
    "since": (TEXT, NOTHING),
    "blocked_by": (list,),
    "days_late": (NUMBER, NOTHING),
}
EVENT: dict[str, tuple[type, ...]] = {
    "id": (TEXT,),
    "title": (TEXT,),
    "date": (TEXT, NOTHING),
    "date_text": (TEXT,),
    "state": (TEXT,),
}
QUESTION: dict[str, tuple[type, ...]] = {
    "id": (TEXT,),
    "ask": (TEXT,),
    "who": (TEXT, NOTHING),
    "by": (TEXT, NOTHING),
    "by_text": (TEXT, NOTHING),
    "meanwhile": (TEXT, NOTHING),
    "about": (list,),
    "stated": (bool,),
}
DAYS = [
    (REAL, "2017-05-01"), (REAL, "2017-06-01"), (REAL, "2017-10-27"), (REAL, "2017-12-01"), (REAL, "2018-01-11"),
    (REAL, "2018-04-30"), (REAL, "2018-09-01"), (MADE_UP, "2026-09-01"), (MADE_UP, "2026-11-23"), (MADE_UP, "2027-06-30"),
]  # fmt: skip


def answer(call: Call, *arguments: str) -> dict[str, Any]:
    got = call("status", "--output-format", "json", *arguments)
    assert (got.code, got.err) == (0, "")
    assert got.out.isascii()
    assert got.out.endswith("}\n")
    data: dict[str, Any] = json.loads(got.out)
    return data


def of_shape(item: dict[str, Any], shape: dict[str, tuple[type, ...]], *more: str) -> None:
    assert set(shape) <= set(item) <= set(shape) | set(more), item
    for key, kinds in shape.items():
        assert type(item[key]) in kinds, (item["id"], key)


@pytest.mark.parametrize(("cycle", "day"), DAYS)
def test_every_key_has_its_type(call: Call, cycle: str, day: str) -> None:
    data = answer(call, "-c", cycle, "--on", day)
    assert list(data) == [
        "cycle", "on", "phase", "ahead", "recorded", "counts", "tasks", "events", "questions", "findings", "state", "version",
    ]  # fmt: skip
    assert data["cycle"] == ("2017-18" if cycle == REAL else "2026-27")
    assert data["on"] == day
    assert data["recorded"] is (cycle == MADE_UP and day > "2026-09-03")
    assert list(data["counts"]) == STATES
    for task in data["tasks"]:
        of_shape(task, TASK, "suggested", "tracked")
        assert task.get("suggested", True) is True
        assert task.get("tracked", False) is False
    for event in data["events"]:
        of_shape(event, EVENT)
    for question in data["questions"]:
        of_shape(question, QUESTION)


@pytest.mark.parametrize(("cycle", "day"), DAYS)
def test_what_the_values_promise(call: Call, cycle: str, day: str) -> None:
    data = answer(call, "-c", cycle, "--on", day)
    on = date.fromisoformat(day)
    ids = {task["id"] for task in data["tasks"]} | {event["id"] for event in data["events"]}
    assert len(ids) == len(data["tasks"]) + len(data["events"])
    for task in data["tasks"]:
        assert task["state"] in STATES
        assert set(task["blocked_by"]) <= ids
        assert (task["days_late"] is not None) == (task["state"] == "overdue")
        if task["days_late"] is not None:
            assert date.fromisoformat(task["due_by"]) + timedelta(days=task["days_late"]) == on
        if task["due"] is not None:
            assert task["due"] == task["due_by"]
            assert "confirmed" not in task["due_text"]
        if task["state"] == "blocked":
            assert task["blocked_by"]
            assert task["waiting_on"]
        if task.get("suggested") or "tracked" in task:
            assert task["state"] not in ("overdue", "blocked")
    for event in data["events"]:
        assert event["state"] in ("upcoming", "tbc", "past", "held", "postponed")
        if event["state"] == "past" and event["date"]:
            assert date.fromisoformat(event["date"]) < on


@pytest.mark.parametrize(("cycle", "day"), DAYS)
def test_counts_count_authorities(call: Call, cycle: str, day: str) -> None:
    data = answer(call, "-c", cycle, "--on", day)
    counts = dict.fromkeys(STATES, 0)
    for task in data["tasks"]:
        if not task.get("suggested") and task.get("tracked", True):
            counts[task["state"]] += task["count"] or 1
    assert counts == data["counts"]


@pytest.mark.parametrize("cycle", [REAL, MADE_UP])
def test_every_task_is_listed_on_any_day(call: Call, cycle: str) -> None:
    listed = {
        tuple((task["id"], task["due_text"]) for task in answer(call, "-c", cycle, "--on", day)["tasks"])
        for day in ("2000-01-01", "2017-12-01", "2026-12-10", "2100-12-31")
    }
    assert len(listed) == 1


def test_the_real_cycle_on_the_first_of_december(call: Call) -> None:
    data = answer(call, "-c", REAL, "--on", "2017-12-01")
    assert data["phase"] == ["challenge"]
    assert data["counts"]["done"] == 0
    assert (data["counts"]["overdue"], data["counts"]["blocked"]) == (93, 47)
    task = next(task for task in data["tasks"] if task["id"] == "submit-self-view/bolton")
    assert task == {
        "id": "submit-self-view/bolton", "action": "submit-self-view", "authority": "bolton", "group": None,
        "round": None, "count": 1, "event": None, "phase": "self-evaluation", "owner": "Bolton", "state": "overdue",
        "due": "2017-10-27", "due_by": "2017-10-27", "due_text": "Friday 27 October 2017", "waiting_on": "Bolton",
        "since": "2017-10-27", "blocked_by": [], "days_late": 35,
        "done": None, "sent": None, "signed": {}, "unsigned": ["lead-member"],
    }  # fmt: skip
    issue = next(task for task in data["tasks"] if task["id"] == "issue-questions/bolton")
    assert (issue["state"], issue["blocked_by"], issue["waiting_on"]) == (
        "overdue",
        ["spd-meeting"],
        "spd-meeting",
    )
    forums = [event for event in data["events"] if event["id"].startswith("forum/")]
    assert [(event["date"], event["state"]) for event in forums] == [
        ("2017-12-12", "upcoming"), ("2017-12-13", "upcoming"), ("2017-12-14", "upcoming"),
        ("2018-01-10", "tbc"), ("2018-01-11", "tbc"), ("2018-01-12", "tbc"),
    ]  # fmt: skip


def test_those_not_yet_named_stand_on_one_line(call: Call) -> None:
    tasks = answer(call, "-c", REAL, "--on", "2017-12-01")["tasks"]
    notes = [task for task in tasks if task["action"] == "send-notes"]
    assert [(task["authority"], task["round"], task["count"]) for task in notes] == [
        (None, "december", 12),
        (None, "january", 11),
    ]


def test_due_is_null_unless_exact(call: Call) -> None:
    tasks = {task["id"]: task for task in answer(call, "-c", REAL, "--on", "2017-12-01")["tasks"]}
    own = tasks["prepare-for-own-forum/bolton"]
    assert (own["due"], own["due_by"]) == (None, "2018-01-11")
    assert own["due_text"] == (
        "before own forum, which is on one of 6 days, 12 December 2017 to 12 January 2018"
    )
    before = tasks["send-lines-of-enquiry"]
    assert (before["due"], before["due_by"]) == (None, "2017-11-15")
    assert before["due_text"] == "before Thursday 16 November 2017"


def test_phases_overlap_and_may_be_none(call: Call) -> None:
    assert answer(call, "-c", REAL, "--on", "2017-05-01")["phase"] == []
    assert len(answer(call, "-c", REAL, "--on", "2018-01-11")["phase"]) == 2


def test_for_one_authority_only_its_own(call: Call) -> None:
    data = answer(call, "-c", MADE_UP, "--on", "2026-11-23", "--for", "orrinshaw")
    assert {task["authority"] for task in data["tasks"]} <= {"orrinshaw", None}
    counted = [task for task in data["tasks"] if not task.get("suggested") and task.get("tracked", True)]
    assert sum(data["counts"].values()) == len(counted)
