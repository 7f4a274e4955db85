"""What is past its date, and what each cause holds up: causes are listed, what waits for them is counted under them."""

from collections.abc import Iterator

from peercycle.cli.screen import Line, beside
from peercycle.cli.screens.dated import COLUMN, dated, heading, work
from peercycle.model.when import long_date
from peercycle.schedule.papers import Step
from peercycle.schedule.status import Standing, Status
from peercycle.schedule.timeline import Row, timeline


def causes_lines(status: Status, columns: int) -> Iterator[Line]:
    """Yield the overdue tasks and the meetings not recorded as held, by their date, with what each blocks."""
    overdue = {s.task.id: s for s in status.standings if s.state == "overdue"}
    past = [meeting for meeting in status.plan.meetings if status.past(meeting)]
    if not overdue and not past:
        return
    yield from heading(f"{'Overdue' if overdue else 'Not recorded as held'}, with what each blocks", "late")
    steps: list[Step] = [*past, *(standing.task for standing in overdue.values())]
    rows = timeline(status.plan, steps).rows
    above = ""
    for row in sorted(rows, key=lambda row: (row.date.latest or status.on, not row.meeting)):
        text = not_held(row) if row.meeting else _owed(status, row, overdue)
        yield from dated(row.date, text, columns, after=above)
        above = row.date.brief
        if blocks := _blocks(status, row.ids):
            yield from beside("", f"blocks {blocks}", 2, COLUMN, columns, ("", "warning"))


def not_held(row: Row) -> str:
    """Return what is said of past meetings: "spd-meeting is not recorded as held"."""
    if len(row.ids) == 1:
        return f"{row.ids[0]} is not recorded as held"
    return f"{row.what[0]} ({len(row.ids)}): not recorded as held"


def waiting(status: Status, standing: Standing) -> str:
    """Return what a task waits for, in few words: "waiting on spd-meeting since Thursday 16 November 2017"."""
    meetings = {meeting.id for meeting in status.plan.meetings}
    causes = dict.fromkeys(root if root in meetings else root.partition("/")[0] for root in standing.roots)
    since = f" since {long_date(standing.since)}" if standing.since else ""
    return f"waiting on {', '.join(causes)}{since}" if causes else ""


def _owed(status: Status, row: Row, overdue: dict[str, Standing]) -> str:
    waits = waiting(status, overdue[row.ids[0]])
    return ", ".join(filter(None, (work(row, len(status.plan.cycle.authorities)), waits)))


def _blocks(status: Status, causes: tuple[str, ...]) -> str:
    held: dict[str, int] = {}
    wanted = set(causes)
    for standing in status.standings:
        if standing.state == "blocked" and wanted.intersection(standing.roots):
            action = standing.task.action
            held[action] = held.get(action, 0) + (standing.task.subject.count or 1)
    return ", ".join(f"{action} ({count})" for action, count in held.items())
