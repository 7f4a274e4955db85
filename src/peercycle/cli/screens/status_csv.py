"""`status` as CSV: one row a task, for a spreadsheet."""

import csv
from collections.abc import Sequence
from datetime import date
from io import StringIO
from typing import Final

from peercycle.schedule import names
from peercycle.schedule.status import Standing, Status

HEADER: Final = (
    *("id", "action", "authority", "group", "round", "count", "event", "owner", "state"),
    *("due", "due_by", "due_text", "done", "sent", "signed", "unsigned"),
    *("waiting_on", "since", "days_late", "blocked_by", "suggested", "tracked"),
)
FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula."""


def status_csv(status: Status, standings: Sequence[Standing]) -> str:
    """Return tasks as CSV with a header; the same values as in the JSON, lists with semicolons between."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEADER)
    writer.writerows(map(_plain, _row(status, standing)) for standing in standings)
    return out.getvalue()


def _row(status: Status, standing: Standing) -> tuple[object, ...]:
    task, action, recorded = standing.task, status.plan.action(standing.task), standing.recorded
    subject, due = task.subject, task.due
    return (
        *(task.id, task.action, task.authority, subject.group, subject.round, subject.count, task.event),
        *(names.owner(status.plan, task), standing.state, due.exact, due.latest, due.text),
        *(recorded.done, recorded.sent, "; ".join(f"{role} {day}" for role, day in recorded.signed)),
        *("; ".join(recorded.unsigned), standing.waiting_on, standing.since, standing.days_late),
        *("; ".join(standing.roots), _yes(action.suggested is not None), _yes(action.tracked)),
    )


def _yes(value: bool) -> str:
    return "true" if value else "false"


def _plain(value: object) -> str:
    """Return a value as text: an ISO date, "" for none, and nothing that a spreadsheet would work out."""
    text = "" if value is None else value.isoformat() if isinstance(value, date) else str(value)
    return f"'{text}" if text.startswith(FORMULA) else text
