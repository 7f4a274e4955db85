"""The table of authorities by milestones: a word in each cell, the colour besides, folded where the screen is narrow."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from peercycle.cli.screen import Line, Run, cut
from peercycle.cli.screens.dated import plain
from peercycle.schedule import names
from peercycle.schedule.deadline import Deadline
from peercycle.schedule.milestones import Milestone, Milestones
from peercycle.schedule.plan import Meeting
from peercycle.schedule.recorded import signatures, unsent
from peercycle.schedule.status import Standing, Status

STYLES: Final = {"overdue": "late", "blocked": "warning", "due": "due", "done": ""}
GAP: Final = 2
WIDEST: Final = 36
"""The most letters of a name in the table: as many as the longest name of an English authority has, and one more."""
_FAR: Final = timedelta(days=300)


class Column(NamedTuple):
    """A column: its head in one or several lines, its first cell, and the cell of each authority."""

    head: str
    total: str
    cells: dict[str, Run]

    @property
    def width(self) -> int:
        """The widest of its cells and of the pieces its head can be broken into."""
        pieces = self.head.replace("-", "- ").split()
        return max(len(text) for text in (*pieces, self.total, *(text for text, _ in self.cells.values())))

    def heads(self) -> list[str]:
        """Return its head in lines, broken at hyphens and spaces, no wider than the column."""
        lines = [""]
        for piece in self.head.replace("-", "-\0").replace(" ", " \0").split("\0"):
            if lines[-1] and len((lines[-1] + piece).rstrip()) > self.width:
                lines.append("")
            lines[-1] += piece
        return [line.strip() for line in lines]


def matrix_lines(status: Status, columns: int, only: Sequence[str] = ()) -> Iterator[Line]:
    """Yield the table of all authorities, or of some, and which actions are finished or not begun."""
    milestones = Milestones(status)
    rows = tuple(only) or tuple(status.plan.cycle.authorities)
    begun = [milestone for milestone in milestones.all if milestone.begun]
    waiting = _waiting(status, begun, rows)
    meetings = [_meetings(status, event, own) for event, own in milestones.meetings.items()]
    kept = [*(_column(status, m, rows) for m in begun), *meetings, *([waiting] if waiting else [])]
    lead = _names(status, rows, columns)
    room = columns - lead
    folded: list[str] = []
    if _width(kept) > room and waiting:
        kept.remove(waiting)
    for milestone in begun:
        if _width(kept) > room and milestone.finished:
            kept = [column for column in kept if column.head != milestone.action]
            folded.append(milestone.action)
    for band in _bands(kept, room):
        yield []
        yield from _band(status, band, rows, lead)
    yield from _summary(milestones, folded, columns)


def _width(held: Sequence[Column]) -> int:
    return sum(column.width + GAP for column in held)


def _names(status: Status, rows: Sequence[str], columns: int) -> int:
    """Return how wide the column of names is: the authorities', indented below their groups.

    It takes no more than half of the screen, and no more than the longest real name needs.
    """
    wanted = max(len("Done of 24"), *(len(status.plan.cycle.authorities[key].name) + 2 for key in rows))
    return min(wanted, WIDEST + 2, columns // 2) + 1


def _bands(kept: Sequence[Column], room: int) -> Iterator[list[Column]]:
    """Yield the columns in bands, each no wider than the room, at least one column in each."""
    band: list[Column] = []
    for column in kept:
        if band and _width([*band, column]) > room:
            yield band
            band = []
        band.append(column)
    if band:
        yield band


def _band(status: Status, band: Sequence[Column], rows: Sequence[str], lead: int) -> Iterator[Line]:
    heads = [column.heads() for column in band]
    height = max(map(len, heads))
    for level in range(height):
        cells = [([""] * (height - len(head)) + head)[level] for head in heads]
        yield _row("", lead, [(text, "bold") for text in cells], band)
    if any(column.total for column in band):
        yield _row(f"Done of {len(rows)}", lead, [(column.total, "") for column in band], band)
    for group, members in _by_group(status, rows).items():
        if group:
            yield [(cut(group, lead + _width(band)), "bold")]
        for key in members:
            name = cut(f"  {status.plan.cycle.authorities[key].name}", lead - 1)
            yield _row(name, lead, [column.cells.get(key, ("-", "dim")) for column in band], band)


def _row(name: str, lead: int, cells: Sequence[Run], band: Sequence[Column]) -> Line:
    line: list[Run] = [(name.ljust(lead), "")]
    for (text, style), column in zip(cells, band, strict=True):
        line += [(" " * GAP, ""), (text.ljust(column.width), style)]
    while line and not line[-1][0].strip():
        line.pop()
    text, style = line[-1] if line else ("", "")
    return [*line[:-1], (text.rstrip(), style)]


def _by_group(status: Status, rows: Sequence[str]) -> dict[str, list[str]]:
    """Return the authorities by their groups' names, those of no known group last, under the region's word."""
    cycle, found = status.plan.cycle, dict[str, list[str]]()
    if not cycle.groups:
        return {"": list(rows)}
    for group, held in cycle.groups.items():
        members = [key for key in rows if status.plan.cast.authorities[key].group == group]
        if members:
            found[held.name] = members
    placed = {key for members in found.values() for key in members}
    if rest := [key for key in rows if key not in placed]:
        found[f"{cycle.words.group} to be confirmed"] = rest
    return found


def _column(status: Status, milestone: Milestone, rows: Sequence[str]) -> Column:
    held = {key: milestone.standings[key] for key in rows if key in milestone.standings}
    done = sum(standing.state == "done" for standing in held.values())
    return Column(
        milestone.action, str(done), {key: cell(status, standing) for key, standing in held.items()}
    )


def cell(status: Status, standing: Standing) -> Run:
    """Return a standing in a few letters: "sent 14 Oct", "2 of 3 signed", "38 days late", "by 26 Nov"."""
    recorded, due = standing.recorded, standing.task.due
    style = STYLES.get(standing.state, "dim")
    if recorded.done:
        return f"{'sent' if recorded.sent else 'done'} {short(recorded.done, status.on)}", style
    if standing.state == "overdue":
        days = standing.days_late or 0
        return f"{days} day{'' if days == 1 else 's'} late", style
    if standing.state == "blocked":
        return "blocked", style
    if recorded.last:
        signed = signatures(status.plan.action(standing.task).sign_off, recorded)
        return ("signed, not sent" if signed and unsent(recorded) else signed or "begun"), style or "due"
    return _due(due, status.on), style


def _due(due: Deadline, on: date) -> str:
    if due.latest is None:
        return "TBC" if due.earliest is None else f"from {short(due.earliest, on)}"
    if due.limit:
        return f"before {short(due.latest + timedelta(days=1), on)}"
    return f"by {short(due.latest, on)}"


def short(day: date, on: date) -> str:
    """Return a day with its month in three letters, and with its year only where that is far from the day asked about."""
    return f"{day.day} {day:%b}" + (f" {day.year}" if abs(day - on) > _FAR else "")


def _meetings(status: Status, event: str, own: dict[str, Meeting]) -> Column:
    cells: dict[str, Run] = {}
    for key, meeting in own.items():
        state, day = status.meeting_state(meeting), meeting.date.day
        if state == "held":
            cells[key] = f"held {short(status.progress.held[meeting.id].date, status.on)}", ""
        elif state == "postponed":
            cells[key] = "put off", "warning"
        else:
            unsure = "?" if day and meeting.date.tbc else ""
            cells[key] = (
                (short(day, status.on) + unsure if day else "TBC"),
                "late" if state == "past" else "dim",
            )
    return Column(f"own {event}", "", cells)


def _waiting(status: Status, begun: Sequence[Milestone], rows: Sequence[str]) -> Column | None:
    """Return the column that says whose move each authority's first overdue thing is, None where nothing is overdue."""
    cells: dict[str, Run] = {}
    for key in rows:
        late = [m.standings[key] for m in begun if key in m.standings and m.standings[key].state == "overdue"]
        if late:
            turn = late[0].recorded.turn
            whose = [names.signatory(status.plan.cycle, role) for role in turn] or [late[0].waiting_on]
            cells[key] = cut(", ".join(whose), WIDEST), "warning"
    if not cells:
        return None
    return Column("waiting on", "", {key: cells.get(key, ("", "")) for key in rows})


def _summary(milestones: Milestones, folded: Sequence[str], columns: int) -> Iterator[Line]:
    """Yield which actions are finished and not shown, which are under way, and which have not begun."""
    finished, begun, waiting = list(folded), [], []
    for action, standings in milestones.others():
        done = sum(standing.state == "done" for standing in standings)
        if done == len(standings):
            finished.append(action)
        elif done or any(standing.state not in {"upcoming", "undated"} for standing in standings):
            begun.append(f"{action} ({done} of {len(standings)})" if len(standings) > 1 else action)
        else:
            waiting.append(action)
    waiting += [milestone.action for milestone in milestones.all if not milestone.begun]
    order = {action: number for number, action in enumerate(milestones.status.plan.actions)}
    parts = [
        f"{label}: {', '.join(sorted(actions, key=lambda a: order[a.partition(' ')[0]]))}."
        for label, actions in (("Finished", finished), ("Under way", begun), ("Not begun", waiting))
        if actions
    ]
    if parts:
        yield []
        for part in parts:
            yield from plain(part, columns, style="dim")
