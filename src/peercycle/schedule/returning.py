"""A filled-in tracker compared with the log as it is now: what is to be recorded, and what is not and why."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final, Literal, NamedTuple

from peercycle.progress.fold import fold
from peercycle.progress.record import Record
from peercycle.schedule.cells import Grid, letters
from peercycle.schedule.drafting import Happened, drafts, remarks
from peercycle.schedule.filled import Filled, Filling
from peercycle.schedule.papers import Step
from peercycle.schedule.plan import Task
from peercycle.schedule.recorded import account, records_of
from peercycle.schedule.returned_rows import STAMP, Fault, Line, at, faults_of_stamp, rows_of, stamp_of
from peercycle.schedule.status import STATES, Status
from peercycle.schedule.tracking import (
    MEETING_COLUMNS,
    MEETING_STATES,
    MEETINGS,
    READ_ME,
    TRACKER,
    Column,
    days_of,
    plain,
    tracker_columns,
)
from peercycle.schedule.wording import listed

SHEETS: Final = (TRACKER, MEETINGS, STAMP)
"""The sheets of a workbook that are read."""
Kind = Literal["new", "note", "differs", "emptied", "taken back", "follows", "unkept"]
_FINISHED: Final = ("done", "held")
_SHOWN: Final = 6
_AT: Final = "T23:59:59+00:00"


class Entry(NamedTuple):
    """One cell that says something else than the log: where on its sheet, its column, the day in it and the one on record."""

    address: str
    header: str
    kind: Kind
    day: date | None = None
    recorded: date | None = None
    text: str = ""


class Change(NamedTuple):
    """What one row says that the log does not, what is recorded of it, and what is to be remarked of that."""

    step: Step
    row: str
    entries: tuple[Entry, ...]
    happenings: tuple[Happened, ...]
    remarks: tuple[str, ...] = ()


class Comparison(NamedTuple):
    """A workbook beside the log: where it has faults, nothing of it is recorded. `made` says what it was made from."""

    made: Mapping[str, str]
    faults: tuple[Fault, ...] = ()
    changes: tuple[Change, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def happenings(self) -> list[tuple[Step, Happened]]:
        """What happened to which task or meeting, in the order of the rows."""
        return [(change.step, what) for change in self.changes for what in change.happenings]

    @property
    def records(self) -> list[Record]:
        """What is to be put at the end of the log, in order, without ids."""
        return [record for step, what in self.happenings for record in drafts(step, what)]


def compare(status: Status, grids: Iterable[Grid], others: Sequence[str] = ()) -> Comparison:
    """Return what a workbook says beside what is on record on the day of a status; `others` are its further sheets."""
    pages = {grid.name: grid for grid in grids}
    stamp = stamp_of(pages.get(STAMP))
    if wrong := tuple(faults_of_stamp(stamp, status.plan.cycle.cycle)):
        return Comparison(stamp.made, wrong)
    plan = status.plan
    tasks: dict[str, Step] = {task.id: task for task in plan.tasks}
    meetings: dict[str, Step] = {meeting.id: meeting for meeting in plan.meetings}
    faults: list[Fault] = []
    own = [name for name in others if name != READ_ME]
    said = [f"Sheets of your own, not read: {listed(own)}"] if own else []
    changes: list[Change] = []
    for name, columns, states, steps in (
        (TRACKER, tracker_columns(plan), STATES, tasks),
        (MEETINGS, MEETING_COLUMNS, MEETING_STATES, meetings),
    ):
        stood = {key: was for key, was in stamp.stood.items() if columns[0].id in was}
        rows = rows_of(pages.get(name), name, columns, stood)
        faults += rows.faults
        said += rows.remarks
        filling = Filling(columns, rows.columns, states, plan.cycle, status.on)
        set_by_hand: list[str] = []
        for line in rows.lines:
            step, was = steps.get(line.key), stood[line.key]
            if step is None:
                faults.append(_no_more(line, filling))
                continue
            says = filling.read(line, was)
            faults += says.faults
            change = _change(status, step, _Seen(line, was, says, filling))
            faults += _unfinished(status, change, line, says)
            changes += [change] if change.entries else []
            if says.state and says.state not in _FINISHED and says.state in states:
                set_by_hand.append(f"{letters(rows.columns['state'])}{line.number}")
        said += _not_read(name, set_by_hand)
    faults.sort(key=lambda fault: (SHEETS.index(fault.sheet), fault.row, fault.column))
    return Comparison(stamp.made, tuple(faults), tuple(_remarked(status, changes)), tuple(said))


def _not_read(name: str, cells: Sequence[str]) -> Iterator[str]:
    if cells:
        more = f" and {len(cells) - _SHOWN} more" if len(cells) > _SHOWN else ""
        shown = f"{', '.join(cells[:_SHOWN])}{more}"
        yield f"{name}: states follow from the days, so what was written there is not read: {shown}"


def _no_more(line: Line, filling: Filling) -> Fault:
    message = f"the cycle file has no '{line.key}' any more"
    return Fault(
        line.sheet, line.number, filling.places["key"], message, "Take the row out, or export again."
    )


class _Seen(NamedTuple):
    """A row with what stood in it, what it says, and what it was read by."""

    line: Line
    was: Mapping[str, str]
    says: Filled
    filling: Filling


def _change(status: Status, step: Step, seen: _Seen) -> Change:
    """Return what a row says that the log does not."""
    recorded = _on_record(status, step)
    kinds: dict[str, Kind] = {}
    for column in seen.filling.columns:
        if column.day and column.id in seen.filling.places and column.id not in seen.says.unread:
            given, known = seen.says.days.get(column.id), recorded.get(column.id)
            if kind := _kind(given, known, seen.was.get(column.id, "")):
                kinds[column.id] = kind
    new = {key: seen.says.days[key] for key, kind in kinds.items() if kind == "new"}
    happenings = _happenings(new, seen.filling.columns)
    if isinstance(step, Task) and "done" in new:
        settled = _settled(status, step, [what for what in happenings if what.what != "done"])
        if settled:
            happenings = [what for what in happenings if what.what != "done"]
            if settled != new["done"]:
                kinds["done"], recorded["done"] = "follows", settled
    entries = [
        _entry(seen, column, kinds[column.id], recorded.get(column.id))
        for column in seen.filling.columns
        if column.id in kinds
    ]
    if note := _note(status, step, seen):
        column = next(column for column in seen.filling.columns if column.id == "note")
        entries.append(_entry(seen, column, "note" if happenings else "unkept", None, note))
        happenings = [what._replace(note=note) for what in happenings[:1]] + happenings[1:]
    row = f"{seen.line.sheet}, row {seen.line.number}"
    return Change(step, row, tuple(entries), tuple(happenings))


def _on_record(status: Status, step: Step) -> dict[str, date]:
    """Return the days on record by the ids of their columns."""
    if isinstance(step, Task):
        return days_of(status.accounts.of(step))
    held = status.progress.held.get(step.id)
    return {"held": held.date} if held else {}


def _kind(given: date | None, recorded: date | None, was: str) -> Kind | None:
    """Return how a day that was filled in stands to the one on record and to what stood there; None where it is no news.

    What nobody touched is no news, whatever was recorded since.
    """
    if given == recorded:
        return None
    if given is None:
        return "emptied" if was == (recorded or date.min).isoformat() else None
    if given.isoformat() == was:
        return None if recorded else "taken back"
    return "differs" if recorded else "new"


def _happenings(new: Mapping[str, date], columns: Sequence[Column]) -> list[Happened]:
    """Return what happened, day by day: what was sent with those who signed it that day, and last what is done."""
    found = []
    for day in sorted({day for key, day in new.items() if key not in _FINISHED}):
        roles = tuple(column.role for column in columns if column.role and new.get(column.id) == day)
        found.append(Happened("sent" if new.get("sent") == day else "signed", day, roles))
    if "done" in new:
        found.append(Happened("done", new["done"]))
    if "held" in new:
        found.append(Happened("held", new["held"]))
    return found


def _settled(status: Status, task: Task, happenings: Iterable[Happened]) -> date | None:
    """Return the day from which a task is done once these things are recorded, None where it is not."""
    further = [record for what in happenings for record in drafts(task, what)]
    records = sorted([*records_of(task, status.progress), *further], key=lambda record: record.date)
    return account(status.plan.action(task).sign_off, records).done


def _note(status: Status, step: Step, seen: _Seen) -> str:
    """Return the note of a row where it is a new one."""
    if isinstance(step, Task):
        held = records_of(step, status.progress)
    else:
        held = tuple(record for record in status.progress.records if record.event == step.id)
    known = {seen.was.get("note", ""), *(plain(record.note) for record in held)}
    return "" if plain(seen.says.note) in known else seen.says.note


def _entry(seen: _Seen, column: Column, kind: Kind, recorded: date | None, text: str = "") -> Entry:
    address = f"{letters(seen.filling.places[column.id])}{seen.line.number}"
    return Entry(address, column.header, kind, seen.says.days.get(column.id), recorded, text)


def _unfinished(status: Status, change: Change, line: Line, says: Filled) -> Iterator[Fault]:
    """Yield that a row was set to done, or to held, with no day that says so."""
    if says.state not in _FINISHED or status.settled(change.step):
        return
    done = any(what.what in _FINISHED for what in change.happenings)
    if not done and isinstance(change.step, Task):
        done = _settled(status, change.step, change.happenings) is not None
    if not done:
        column = "Held on" if says.state == "held" else "Done on"
        message = f"the state was set to {says.state}, but no day says so"
        yield at(line.cells["state"], message, f"Write the day in the column {column}.")


def once_recorded(status: Status, comparison: Comparison) -> Status:
    """Return where the cycle stands once what a workbook says is recorded."""
    return _with(status, comparison.records)


def _with(status: Status, records: Iterable[Record]) -> Status:
    numbered = [
        record._replace(id=f"new-{number}", at=f"{record.date.isoformat()}{_AT}")
        for number, record in enumerate(records)
    ]
    return Status(status.plan, status.on, fold([*status.progress.records, *numbered], status.on))


def _remarked(status: Status, changes: Sequence[Change]) -> Iterator[Change]:
    """Yield the changes with what is to be remarked of them, each row's later days with its earlier ones on record."""
    layers = [status]
    rounds = max((len(change.happenings) for change in changes), default=0)
    for number in range(1, rounds):
        earlier = [
            record
            for change in changes
            for what in change.happenings[:number]
            for record in drafts(change.step, what)
        ]
        layers.append(_with(status, earlier))
    for change in changes:
        found = [
            remark
            for layer, what in zip(layers, change.happenings, strict=False)
            for remark in remarks(layer, change.step, what)
        ]
        yield change._replace(remarks=tuple(dict.fromkeys(found)))
