"""The screen of `timeline`: one line a day, under its phase."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from peercycle.cli.screen import Line, beside, wrap
from peercycle.model.when import long_date, long_when
from peercycle.schedule.plan import Plan
from peercycle.schedule.timeline import Row, Timeline

COLUMN: Final = 36


def timeline_lines(plan: Plan, shown: Timeline, today: date | None, columns: int) -> Iterator[Line]:
    """Yield the timeline; a rule stands at `today` if it is given."""
    cycle = plan.cycle
    yield [(f"{cycle.title}, {cycle.cycle}", "bold")]
    label = ""
    for phase_id, phase in cycle.phases.items():
        rows = [row for row in shown.rows if row.phase == phase_id]
        if not rows:
            continue
        yield []
        yield from ([(line, "bold")] for line in wrap(f"{phase.title}, {long_when(phase.when)}", columns))
        label = ""
        for row in rows:
            if today and row.sort[0] > today:
                yield _today(today, columns)
                today, label = None, ""
            yield from _row(row, label, columns)
            label = row.date.brief
    if today:
        yield _today(today, columns)
    yield from _end(plan, shown, columns)


def _row(row: Row, label: str, columns: int) -> Iterator[Line]:
    counted = row.count is not None and not row.who.startswith(str(row.count))
    text = ", ".join(row.what) + (f" ({row.count})" if counted else "")
    style = "bold" if row.meeting else "open" if row.who.startswith("nobody") else ""
    date_style = "open" if row.date.tbc else ""
    shown = "" if row.date.brief == label else row.date.brief
    yield from beside(
        shown, text if row.meeting else f"{row.who}: {text}", 2, COLUMN, columns, (date_style, style)
    )


def _today(today: date, columns: int) -> Line:
    label = f"-- {long_date(today)} "
    return [(label + "-" * (columns - len(label)), "info")]


def _end(plan: Plan, shown: Timeline, columns: int) -> Iterator[Line]:
    following = plan.cycle.next_cycle
    if following:
        yield []
        yield [(f"{long_when(following.begins)}: the {following.cycle} cycle begins", "")]
    left = [(shown.untracked, "not tracked"), (shown.suggested, "only suggested")]
    said = [f"{count} action{'' if count == 1 else 's'} {what}" for count, what in left if count]
    if said:
        yield []
        yield from ([(line, "dim")] for line in wrap(f"Left out: {', '.join(said)}.", columns))


def timeline_json(shown: Timeline) -> str:
    """Return the timeline as a JSON array of rows."""
    return json.dumps([_data(row) for row in shown.rows], indent=2)


def _data(row: Row) -> dict[str, Any]:
    when = row.date
    return {
        "phase": row.phase,
        "kind": "meeting" if row.meeting else "work",
        "what": list(row.what),
        "who": row.who or None,
        "count": row.count,
        "ids": list(row.ids),
        "date": when.exact.isoformat() if when.exact else None,
        "earliest": when.earliest.isoformat() if when.earliest else None,
        "latest": when.latest.isoformat() if when.latest else None,
        "to_be_confirmed": when.tbc,
        "text": when.text,
    }
