"""A filled-in tracker on the screen: what each row says that the log does not, or what is wrong with which cell."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from peercycle.cli.screen import Line, beside, hung
from peercycle.cli.screens.dated import plain
from peercycle.model.when import long_date
from peercycle.schedule import names
from peercycle.schedule.papers import Step
from peercycle.schedule.plan import Plan, Task
from peercycle.schedule.returned_rows import Fault
from peercycle.schedule.returning import Change, Comparison, Entry, Kind
from peercycle.schedule.status import Status
from peercycle.schedule.wording import counted

_WIDEST: Final = 46
_LONGEST: Final = 300
_SAID: Final[Mapping[Kind, str]] = {
    "new": "{day}",
    "note": "{text}",
    "differs": "{day}, but {recorded} is on record and stays",
    "emptied": "emptied, but {recorded} stays on record; peercycle record --undo takes back",
    "taken back": "{day}, taken back since the export, and so not recorded again",
    "follows": "{day}, but what was sent and signed makes it {recorded}",
    "unkept": "not kept, since nothing else is new in this row: {text}",
}
_STYLES: Final = {"new": "good", "note": "good"}


def comparison_lines(
    before: Status, planned: Status, found: Comparison, file: tuple[str, str], columns: int
) -> Iterator[Line]:
    """Yield what a workbook was made from, what each row says beside the log, and how much of it is to be recorded."""
    yield from plain(_origin(*file, found), columns)
    was, then = _states(before), _states(planned)
    for change in found.changes:
        yield []
        moved = f": {was[change.step.id]} -> {then[change.step.id]}"
        same = was[change.step.id] == then[change.step.id]
        called = f"{_called(before.plan, change.step)}{'' if same else moved}"
        yield from plain(f"{called} ({change.row})", columns, style="bold")
        yield from _entries(change, columns)
    if found.remarks:
        yield []
    for remark in found.remarks:
        yield from plain(f"{remark}.", columns, style="dim")
    yield []
    yield from plain(_summary(found), columns)


def _origin(name: str, state: str, found: Comparison) -> str:
    made = found.made
    day = long_date(date.fromisoformat(made["on"])) if _is_day(made.get("on", "")) else "an unknown day"
    changed = (
        "" if made.get("state") == state else f"; the cycle file was changed since and has state {state}"
    )
    return f"{name}, exported on {day} from cycle file {made['cycle']}, state {made.get('state')}{changed}"


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _states(status: Status) -> dict[str, str]:
    states: dict[str, str] = {standing.task.id: standing.state for standing in status.standings}
    return states | {meeting.id: status.meeting_state(meeting) for meeting in status.plan.meetings}


def _called(plan: Plan, step: Step) -> str:
    if isinstance(step, Task):
        return f"{plan.cycle.authorities[step.authority or ''].name}, {step.action}"
    return names.meeting(plan, step)


def _entries(change: Change, columns: int) -> Iterator[Line]:
    labels = [f"{entry.address:<5} {entry.header}" for entry in change.entries]
    column = min(4 + max(map(len, labels)), _WIDEST)
    for label, entry in zip(labels, change.entries, strict=True):
        style = _STYLES.get(entry.kind, "warning")
        yield from beside(label, _says(entry), 2, column, columns, ("", style))
    for remark in change.remarks:
        yield from beside("", f"warning: {remark}.", 2, 2, columns, ("", "warning"))


def _says(entry: Entry) -> str:
    days = {"day": entry.day, "recorded": entry.recorded}
    written = {name: long_date(day) if day else "" for name, day in days.items()}
    return _SAID[entry.kind].format(**written, text=_short(entry.text))


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}..."


def _summary(found: Comparison) -> str:
    if not found.changes:
        return "Nothing in it that is not on record already."
    if not found.records:
        return "Nothing in it is to be recorded."
    rows = sum(bool(change.happenings) for change in found.changes)
    left = [entry for change in found.changes for entry in change.entries if entry.kind not in _STYLES]
    more = f"; {counted(len(left), 'cell')} left as on record" if left else ""
    return f"To record: {counted(len(found.records), 'record')} of {counted(rows, 'row')}{more}."


def fault_lines(faults: Sequence[Fault], columns: int) -> Iterator[Line]:
    """Yield what is wrong with which cell, and what to do about it."""
    for fault in faults:
        lead = f"{fault.address}: "
        for number, line in enumerate(hung(f"{lead}error: {fault.message}", columns, 0)):
            yield [(line, "" if number else "bold")]
        if fault.advice:
            yield from plain(fault.advice, columns, 2, "dim")
