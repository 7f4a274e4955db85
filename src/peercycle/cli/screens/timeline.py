"""The screen of `timeline`: one line a day, under its phase."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from peercycle.cli.screen import Line
from peercycle.cli.screens.dated import bracketed, dated, heading, plain, work
from peercycle.diagnostics.json_rows import listed
from peercycle.model.when import long_date, long_when
from peercycle.schedule.deadline import Deadline
from peercycle.schedule.plan import Plan
from peercycle.schedule.timeline import Row, Timeline, leans


def timeline_lines(plan: Plan, shown: Timeline, today: date | None, columns: int) -> Iterator[Line]:
    """Yield the timeline; a rule stands at `today` if it is given."""
    cycle = plan.cycle
    yield from plain(f"{cycle.title}, {cycle.cycle}", columns, style="bold")
    for phase_id, phase in cycle.phases.items():
        rows = [row for row in shown.rows if row.phase == phase_id]
        if not rows:
            continue
        yield []
        yield from plain(f"{phase.title}, {long_when(phase.when)}", columns, style="bold")
        above = ""
        for row in rows:
            if today and row.date.known and row.sort[0] > today:
                yield _today(today, columns)
                today, above = None, ""
            yield from _row(row, above, columns)
            above = row.date.brief
    if today:
        yield []
        yield _today(today, columns)
    yield from _end(plan, shown, columns)


def _row(row: Row, above: str, columns: int) -> Iterator[Line]:
    style = "bold" if row.meeting else "open" if row.who.startswith("nobody") else ""
    text = work(row)
    if row.meeting:
        text = ", ".join(row.what) + (f" ({row.count})" if row.count is not None else "")
    yield from dated(row.date, text, columns, ("open" if row.date.tbc else "", style), after=above)
    yield from bracketed(_days(row.date), columns)


def _days(when: Deadline) -> str:
    """Return the days that the file's words stand for, "" for a date by itself and where one side is open."""
    if when.day or when.limit or not (when.earliest and when.latest and leans(when)):
        return ""
    return f"between {long_date(when.earliest)} and {long_date(when.latest)}"


def _today(today: date, columns: int) -> Line:
    label = f"-- {long_date(today)} "
    return [(label + "-" * (columns - len(label)), "info")]


def _end(plan: Plan, shown: Timeline, columns: int) -> Iterator[Line]:
    following = plan.cycle.next_cycle
    if following:
        yield from heading(f"{long_when(following.begins)}: the {following.cycle} cycle begins")
    left = [(shown.untracked, "not tracked"), (shown.suggested, "the source does not name")]
    said = [f"{count} action{'' if count == 1 else 's'} {what}" for count, what in left if count]
    if said:
        yield []
        yield from plain(f"Left out: {', '.join(said)}.", columns, style="dim")


def timeline_json(shown: Timeline) -> str:
    """Return the timeline as a JSON array of rows."""
    return listed([_data(row) for row in shown.rows])


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
