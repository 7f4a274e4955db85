"""The log on the screen: what happened, day by day, with the id by which each record is taken back."""

import json
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from peercycle.cli.screen import Line, beside
from peercycle.cli.screens.dated import plain
from peercycle.cli.screens.recorded import told
from peercycle.diagnostics.json_rows import listed
from peercycle.model.when import long_date
from peercycle.progress.history import Told
from peercycle.progress.record import CHANGING, Record
from peercycle.progress.wire import written
from peercycle.schedule import names
from peercycle.schedule.plan import Plan
from peercycle.schedule.wording import counted

COLUMN: Final = 26


def history_lines(plan: Plan, chosen: Sequence[Told], total: int, columns: int) -> Iterator[Line]:
    """Yield the records chosen of `total`, grouped by the day on which they happened."""
    if not total:
        yield from plain("Nothing is recorded yet.", columns)
        return
    if not chosen:
        yield from plain(f"None of the {counted(total, 'record')} is of that kind.", columns)
        return
    for day, items in groupby(chosen, key=lambda item: item.record.date):
        yield [(long_date(day), "bold")]
        for item in items:
            style = ("dim", "dim") if item.undone else ("dim", "")
            yield from beside(item.record.id, _short(plan, item), 2, COLUMN, columns, style)
        yield []
    shown = "" if len(chosen) == total else f"{len(chosen)} of "
    yield from plain(
        f"{shown}{counted(total, 'record')}. One in full: peercycle history ID", columns, style="dim"
    )


def record_lines(plan: Plan, chosen: Sequence[Told], columns: int) -> Iterator[Line]:
    """Yield records in full: every value, who wrote them and when, and what took them back."""
    for number, item in enumerate(chosen):
        if number:
            yield []
        yield [(item.record.id, "bold")]
        for label, text in _facts(plan, item):
            yield from beside(label, text, 2, 14, columns, ("dim", ""))


def history_json(chosen: Sequence[Told]) -> str:
    """Return records as JSON: what the log holds of each, and the id of the record that takes it back, if any."""
    return listed([
        json.loads(written(item.record)) | {"undone_by": item.undone.id if item.undone else None}
        for item in chosen
    ])  # fmt: skip


def _short(plan: Plan, item: Told) -> str:
    """Return what a record says without its day, which stands above, and what took it back."""
    record = item.record
    text = content(plan, record)
    if item.undone:
        return f"{text}; taken back by {item.undone.by}{_because(item.undone)}"
    return text + _because(record)


def _because(record: Record) -> str:
    return f" ({record.note})" if record.note else ""


def content(plan: Plan, record: Record) -> str:
    """Return what a record says, without its day."""
    if record.what in CHANGING:
        return _changed(plan, record)
    if record.what == "chased":
        whom = names.signatory(plan.cycle, record.role or "")
        actions = ", ".join(dict.fromkeys(task.partition("/")[0] for task in record.tasks))
        return f"{_whose(plan, record)}, reminder {record.step} to the {whom}: {actions}"
    if record.finding:
        about = record.finding.kind + (f", {record.finding.theme}" if record.finding.theme else "")
        judged = f" ({record.finding.judged})" if record.finding.judged else ""
        return f"{_whose(plan, record)}, {about}{judged}: {record.finding.text}"
    if record.what == "closed":
        return f"closed {record.closes}: {record.outcome}" if record.outcome else f"closed {record.closes}"
    return told(plan, record).removesuffix(f" on {long_date(record.date)}")


def _changed(plan: Plan, record: Record) -> str:
    changes = "; ".join(
        f"{change.place.rpartition('/')[2]} {change.was or 'nothing'} -> {change.now or 'nothing'}"
        for change in record.changes
    )
    return f"{_whose(plan, record) or record.event or record.action or ''} {record.what}: {changes}".strip()


def _whose(plan: Plan, record: Record) -> str:
    held = plan.cycle.authorities.get(record.authority or "")
    return held.name if held else record.authority or ""


def _facts(plan: Plan, item: Told) -> Iterator[tuple[str, str]]:
    record, undone = item.record, item.undone
    yield "what", content(plan, record)
    yield "happened", long_date(record.date)
    yield "written", f"{record.at} by {record.by}"
    for change in record.changes:
        yield "changed", f"{change.place}: {change.was or 'nothing'} -> {change.now or 'nothing'}"
    facts = (("note", record.note), ("where", record.ref), ("shown to", _shown(record)))
    yield from ((label, text) for label, text in facts if text)
    if undone:
        yield "taken back", f"{undone.at} by {undone.by}{_because(undone)}"


def _shown(record: Record) -> str:
    return ", ".join(record.finding.shared_with) if record.finding else ""
