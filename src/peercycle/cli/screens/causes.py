"""What is past its date, and what each cause holds up: causes are listed, what waits for them is counted under them."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from peercycle.cli.screen import Line, beside
from peercycle.cli.screens.dated import COLUMN, UNSURE, dated, heading, work
from peercycle.model.when import long_date
from peercycle.schedule import names
from peercycle.schedule.papers import Step
from peercycle.schedule.plan import Meeting, Task
from peercycle.schedule.status import Standing, Status
from peercycle.schedule.timeline import Row, timeline


def causes_lines(status: Status, columns: int) -> Iterator[Line]:
    """Yield the overdue tasks and the meetings not recorded as held, by their date, with what each blocks.

    What waits for several causes is counted under the first of them.
    """
    overdue = {s.task.id: s for s in status.standings if s.state == "overdue"}
    past = [meeting for meeting in status.plan.meetings if status.late(meeting)]
    if not overdue and not past:
        return
    yield from heading(f"{'Overdue' if overdue else 'Not recorded as held'}, with what each blocks", "late")
    rows = [(row.date, row.ids, _owed(status, row, overdue)) for row in _rows(status, overdue)]
    rows += [(group[0].date, _ids(group), _not_held(status, group)) for group in _together(past)]
    blocked, above = Blocked(status), ""
    for due, ids, text in sorted(rows, key=lambda row: (row[0].latest or status.on, row[1][0] in overdue)):
        yield from dated(due, text, columns, after=above)
        above = due.brief
        if held_up := blocked.told(ids):
            yield from beside("", f"blocks {held_up}", 2, COLUMN, columns, ("", "warning"))


def _rows(status: Status, overdue: dict[str, Standing]) -> Iterator[Row]:
    """Yield the overdue tasks as lines; what waits for different things is never on one line."""
    by_cause: dict[tuple[str, ...], list[Task]] = {}
    for standing in overdue.values():
        causes = dict.fromkeys(root.partition("/")[0] for root in standing.roots)
        by_cause.setdefault(tuple(causes), []).append(standing.task)
    for tasks in by_cause.values():
        yield from timeline(status.plan, tasks).rows


def _ids(meetings: list[Meeting]) -> tuple[str, ...]:
    return tuple(meeting.id for meeting in meetings)


def _together(meetings: list[Meeting]) -> list[list[Meeting]]:
    """Return meetings gathered by event and round, each group by its dates."""
    gathered: dict[tuple[str, str | None], list[Meeting]] = {}
    for meeting in sorted(meetings, key=lambda meeting: meeting.date.latest or date.max):
        gathered.setdefault((meeting.event, meeting.subject.round), []).append(meeting)
    return list(gathered.values())


def _not_held(status: Status, meetings: list[Meeting]) -> str:
    """Return what is said of past meetings: "spd-meeting is not recorded as held", "forum/december: 3 ... "."""
    first, last = meetings[0], meetings[-1]
    if len(meetings) == 1:
        return f"{first.id} is not recorded as held"
    prefix = "/".join(filter(None, (first.event, first.subject.round)))
    of = sum(meeting.id.startswith(f"{prefix}/") for meeting in status.plan.meetings)
    many = f"{len(meetings)} of {of}" if of > len(meetings) else "both" if of == 2 else f"all {of}"
    until = (
        f", the last on {last.date.brief.removesuffix(UNSURE)}"
        if last.date.latest != first.date.latest
        else ""
    )
    return f"{prefix}: {many} not recorded as held{until}"


def waiting(status: Status, standings: Sequence[Standing]) -> str:
    """Return what tasks wait for, in few words: "waiting on spd-meeting since Thursday 16 November 2017"."""
    causes = dict.fromkeys(
        root if root.partition("/")[0] in status.plan.events else root.partition("/")[0]
        for standing in standings
        for root in standing.roots
    )
    if not causes:
        return ""
    days = [standing.since for standing in standings if standing.since]
    since = f" since {long_date(min(days))}" if days else ""
    return f"waiting on {', '.join(_shortened(list(causes)))}{since}"


def _shortened(ids: list[str]) -> list[str]:
    """Return ids, with one prefix for several under it: "forum/december" for all its meetings."""
    parents = [key.rpartition("/")[0] for key in ids]
    return list(
        dict.fromkeys(
            parent if parent and parents.count(parent) > 1 else key
            for key, parent in zip(ids, parents, strict=True)
        )
    )


def _owed(status: Status, row: Row, overdue: dict[str, Standing]) -> str:
    waits = waiting(status, [overdue[key] for key in row.ids])
    return ", ".join(filter(None, (work(row, len(status.plan.cycle.authorities)), waits)))


class Blocked:
    """What waits for each cause: tasks, and once there is a log the meetings ahead and what is overdue itself.

    Each is told under one cause only.
    """

    def __init__(self, status: Status) -> None:
        self.status = status
        self._told: set[str] = set()
        self._held_up: dict[str, list[Step]] = {}
        self._overdue: set[str] = set()
        for standing in status.standings:
            late = standing.state == "overdue" and bool(status.progress.records)
            if standing.state == "blocked" or late:
                for root in standing.roots:
                    self._held_up.setdefault(root, []).append(standing.task)
            if late:
                self._overdue.add(standing.task.id)
        for meeting in status.plan.meetings if status.progress.records else ():
            if meeting.date.day and not status.past(meeting) and not status.settled(meeting):
                for root in status.roots(meeting):
                    if root != meeting.id:
                        self._held_up.setdefault(root, []).append(meeting)

    def told(self, causes: Sequence[str]) -> str:
        """Return what waits for these causes and has not been told before, tasks with their number; "" for nothing."""
        counts: dict[tuple[str, str], int] = {}
        for step in (step for cause in causes for step in self._held_up.get(cause, ())):
            if step.id not in self._told:
                self._told.add(step.id)
                late = ", overdue" if step.id in self._overdue else ""
                name = step.action if isinstance(step, Task) else _ahead(self.status, step)
                number = step.subject.count or 1 if isinstance(step, Task) else 0
                counts[name, late] = counts.get((name, late), 0) + number
        texts = [f"{name} ({count}{late})" if count else name for (name, late), count in counts.items()]
        return ("; " if any("," in text for text in texts) else ", ").join(texts)


def _ahead(status: Status, meeting: Meeting) -> str:
    return f"{names.meeting(status.plan, meeting)}, {meeting.date.brief}"


class NotHeld(NamedTuple):
    """Meetings of one event and round past their day: the day of the first, what is said of them, their ids."""

    day: str
    text: str
    ids: tuple[str, ...]


def not_held(status: Status, past: Sequence[Meeting]) -> Iterator[NotHeld]:
    """Yield the meetings not recorded as held, those of one event and round together."""
    for group in _together(list(past)):
        yield NotHeld(group[0].date.brief.removesuffix(UNSURE), _not_held(status, group), _ids(group))
