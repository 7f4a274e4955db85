"""`status` as JSON: the contract other programs rely on."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import peercycle
from peercycle.diagnostics.json_rows import keyed
from peercycle.schedule import names
from peercycle.schedule.plan import Meeting
from peercycle.schedule.questions import OpenQuestion, open_questions
from peercycle.schedule.status import Standing, State, Status


def status_json(
    status: Status,
    counts: dict[State, int],
    tasks: Sequence[Standing],
    meetings: Sequence[Meeting],
    state: str,
) -> str:
    """Return the status of a cycle, or of what was picked from it, as one JSON object; `state` is the file's hash."""
    answer = {
        "cycle": status.plan.cycle.cycle,
        "on": status.on.isoformat(),
        "phase": list(status.phases),
        "ahead": status.ahead,
        "recorded": bool(status.progress.records),
        "counts": counts,
        "tasks": [_task(status, standing) for standing in tasks],
        "events": [_event(status, meeting) for meeting in meetings],
        "questions": [question_data(question) for question in open_questions(status.plan)],
        "findings": _findings(status),
        "state": state,
        "version": peercycle.__version__,
    }
    return keyed(answer)


def _findings(status: Status) -> list[dict[str, Any]]:
    if not status.progress.records:
        return []
    from peercycle.cli.screens.findings import findings_data

    return findings_data(status.plan, status.progress, status.on)


def _task(status: Status, standing: Standing) -> dict[str, Any]:
    task, action = standing.task, status.plan.action(standing.task)
    subject, due = task.subject, task.due
    data: dict[str, Any] = {
        "id": task.id,
        "action": task.action,
        "authority": task.authority,
        "group": subject.group,
        "round": subject.round,
        "count": subject.count,
        "event": task.event,
        "phase": task.phase,
        "owner": names.owner(status.plan, task),
        "state": standing.state,
        "due": due.exact.isoformat() if due.exact else None,
        "due_by": due.latest.isoformat() if due.latest else None,
        "due_text": due.text,
        "done": _day(standing.recorded.done),
        "sent": _day(standing.recorded.sent),
        "signed": {role: day.isoformat() for role, day in standing.recorded.signed},
        "unsigned": list(standing.recorded.unsigned),
        "waiting_on": standing.waiting_on or None,
        "since": _day(standing.since),
        "blocked_by": list(standing.roots),
        "days_late": standing.days_late,
    }
    if task.about:
        data["about"] = task.about
    if action.suggested is not None:
        data["suggested"] = True
    if not action.tracked:
        data["tracked"] = False
    return data


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _event(status: Status, meeting: Meeting) -> dict[str, Any]:
    return {
        "id": meeting.id,
        "title": names.meeting(status.plan, meeting),
        "date": _day(meeting.date.day),
        "date_text": meeting.date.text,
        "state": status.meeting_state(meeting),
    }


def question_data(question: OpenQuestion) -> dict[str, Any]:
    """Return an open question as JSON data."""
    return {
        "id": question.key,
        "ask": question.ask,
        "who": question.who,
        "by": question.by.latest.isoformat() if question.by and question.by.latest else None,
        "by_text": question.by.text if question.by else None,
        "meanwhile": question.meanwhile,
        "about": list(question.about),
        "stated": question.stated,
    }
