"""A record is about something that the cycle file does not have.

Such a record changes nothing: the task it was meant for is still shown as open, and somebody will be asked for what they have
sent. It comes of a typing error in a log that was edited by hand, or of an id that was changed in the cycle file afterwards.

What is compared
  The action or event of each record, its authority, and whether that authority
  has a task of the action; the placements, stages, enablers, owners and readers
  that a finding names. What was taken back is not looked at.

Such as
  {"what": "sent", "action": "submit-selfview", "authority": "orrinshaw", ...}
  The action is called submit-self-view.

See also: wrong-signatory, conflicting-records
"""

from collections.abc import Iterator

from peercycle.diagnostics.fault import Fault, Severity
from peercycle.progress.record import DOING, Record
from peercycle.rules.log.logged import Logged, at
from peercycle.schedule.choosing import nearest
from peercycle.schedule.sharing import ALL

ID = "unknown-action"
SEVERITY: Severity = "warning"


def check(logged: Logged) -> Iterator[Fault]:
    """Yield each record in force that names what the cycle does not have, at the first such name."""
    for record in logged.records:
        fault = next(_faults(logged, record), None)
        if fault:
            yield fault


def _faults(logged: Logged, record: Record) -> Iterator[Fault]:
    cycle = logged.plan.cycle
    if record.authority and record.authority not in cycle.authorities:
        yield _unknown(record, "authority", record.authority, list(cycle.authorities), cycle.words.authority)
    if record.what in DOING and record.action:
        yield from _of_action(logged, record, record.action)
    if record.what in ("held", "postponed") and record.event and record.event not in logged.meetings:
        yield _unknown(record, "event", record.event, list(logged.meetings), "meeting")
    if record.finding:
        yield from _of_finding(logged, record)


def _of_action(logged: Logged, record: Record, action: str) -> Iterator[Fault]:
    plan, first = logged.plan, action.partition("/")[0]
    if first not in plan.actions:
        yield _unknown(record, "action", action, list(plan.actions), "action")
    elif not logged.tasks_of(record):
        whose = record.authority
        if whose:
            name = plan.cycle.authorities[whose].name
            hint = "Take the record back, or change who owes it in the cycle file."
            yield Fault(f"{name} has nothing to do with {action}", at(record, "authority"), hint)
        else:
            ids = [task.id for task in plan.tasks_of(first)]
            yield _unknown(record, "action", action, ids, "task")


def _of_finding(logged: Logged, record: Record) -> Iterator[Fault]:
    cycle, finding = logged.plan.cycle, record.finding
    if finding is None:
        return
    parties = [*cycle.authorities, *cycle.groups, *cycle.bodies]
    stages = list(cycle.journey.stages) if cycle.journey else []
    if finding.kind == "placement" and finding.text not in stages:
        yield _unknown(record, "text", finding.text, stages, "stage of the journey")
    for key, value, known, kind in (
        ("judged", finding.judged, list(cycle.journey.placements) if cycle.journey else [], "placement"),
        ("enabler", finding.enabler, list(cycle.journey.enablers) if cycle.journey else [], "enabler"),
        ("owner", finding.owner, parties, "authority, group or body"),
    ):
        if value and value not in known:
            yield _unknown(record, key, value, known, kind)
    for value in finding.shared_with:
        if value != ALL and value not in parties:
            yield _unknown(record, "shared-with", value, parties, "authority, group or body")


def _unknown(record: Record, key: str, value: str, known: list[str], kind: str) -> Fault:
    close = nearest(value, known)
    hint = f"Nearest: {', '.join(close)}" if close else "Take the record back, or mend the name in it."
    return Fault(f"this cycle has no {kind} called '{value}'", at(record, key, value), hint)
