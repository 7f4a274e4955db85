"""The tracker: one row for each authority and milestone, one for each meeting, as a spreadsheet holds them."""

from collections.abc import Mapping
from datetime import date
from typing import Final, NamedTuple

from peercycle.diagnostics.show import show
from peercycle.model.cycle import Cycle
from peercycle.schedule import names
from peercycle.schedule.milestones import Milestones
from peercycle.schedule.plan import Meeting, Plan
from peercycle.schedule.recorded import Recorded, records_of
from peercycle.schedule.status import Standing, Status

READ_ME: Final = "Read me"
TRACKER: Final = "Tracker"
MEETINGS: Final = "Meetings"
NOT_NEEDED: Final = "not needed"
"""What stands where a role has nothing to sign."""
MEETING_STATES: Final = ("upcoming", "tbc", "past", "held", "postponed")
Value = str | date | None
_SIGNED: Final = "signed "


class Column(NamedTuple):
    """A column by its id and its header; a signature's id names the role that signs: `signed dcs`."""

    id: str
    header: str

    @property
    def role(self) -> str:
        """The role whose signatures it holds, "" for any other column."""
        return self.id.removeprefix(_SIGNED) if self.id.startswith(_SIGNED) else ""

    @property
    def day(self) -> bool:
        """Whether days are filled into it."""
        return self.id in ("sent", "done", "held") or bool(self.role)

    @property
    def fixed(self) -> bool:
        """Whether nobody is to change it."""
        return self.id in ("authority", "action", "owner", "meeting", "planned", "due", "key")


class Row(NamedTuple):
    """A task or a meeting by its id, with what stands in its cells by the ids of their columns."""

    key: str
    values: Mapping[str, Value]


class Sheet(NamedTuple):
    """A sheet by its name, with its columns and rows in order."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


MEETING_COLUMNS: Final = (
    Column("meeting", "Meeting"),
    Column("planned", "Planned for"),
    Column("state", "State"),
    Column("held", "Held on"),
    Column("note", "Note"),
    Column("key", "Key"),
)


def tracker_columns(plan: Plan) -> tuple[Column, ...]:
    """Return the columns of the milestones, with one for each role or body that signs what authorities do."""
    signing: dict[str, None] = {}
    for key, (action, _) in plan.actions.items():
        if any(task.authority and task.about is None and plan.counted(task) for task in plan.tasks_of(key)):
            signing.update(dict.fromkeys(role for step in action.sign_off for role in step))
    return (
        Column("authority", "Authority"),
        Column("action", "Action"),
        Column("owner", "Who does it"),
        Column("due", "Due"),
        Column("state", "State"),
        Column("sent", "Sent on"),
        *_signatures(plan.cycle, tuple(signing)),
        Column("done", "Done on"),
        Column("note", "Note"),
        Column("key", "Key"),
    )


def _signatures(cycle: Cycle, roles: tuple[str, ...]) -> list[Column]:
    """Return a column for each role; two that are called alike are told apart by their ids."""
    called = {role: plain(f"{names.signatory(cycle, role)} signed on") for role in roles}
    alike = [header.casefold() for header in called.values()]
    return [
        Column(_SIGNED + role, header if alike.count(header.casefold()) == 1 else f"{header} ({role})")
        for role, header in called.items()
    ]


def sheets(status: Status) -> tuple[Sheet, Sheet]:
    """Return the rows of all milestones, authority by authority, and those of all meetings."""
    milestones = Milestones(status).all
    rows = [
        _milestone(status, milestone.standings[key])
        for key in status.plan.cycle.authorities
        for milestone in milestones
        if key in milestone.standings
    ]
    meetings = [_meeting(status, meeting) for meeting in status.plan.meetings]
    return (
        Sheet(TRACKER, tracker_columns(status.plan), tuple(rows)),
        Sheet(MEETINGS, MEETING_COLUMNS, tuple(meetings)),
    )


def _milestone(status: Status, standing: Standing) -> Row:
    task, plan = standing.task, status.plan
    signing = {role for step in plan.action(task).sign_off for role in step}
    columns = [column for column in tracker_columns(plan) if column.role]
    unwanted = {column.id: NOT_NEEDED for column in columns if column.role not in signing}
    notes = [record.note for record in records_of(task, status.progress) if record.note]
    return Row(
        task.id,
        {
            "authority": plain(plan.cycle.authorities[task.authority or ""].name),
            "action": plain(plan.action(task).title or plan.action(task).do),
            "owner": plain(names.owner(plan, task)),
            "due": task.due.exact or plain(task.due.brief),
            "state": standing.state,
            **days_of(standing.recorded),
            **unwanted,
            "note": plain(notes[-1]) if notes else None,
            "key": task.id,
        },
    )


def days_of(recorded: Recorded) -> dict[str, date]:
    """Return the days on record of a task, by the ids of their columns."""
    signed = {_SIGNED + role: day for role, day in recorded.signed}
    days = {"sent": recorded.sent, **signed, "done": recorded.done}
    return {key: day for key, day in days.items() if day}


def _meeting(status: Status, meeting: Meeting) -> Row:
    held = status.progress.held.get(meeting.id)
    return Row(
        meeting.id,
        {
            "meeting": plain(_called(status.plan, meeting)),
            "planned": meeting.date.exact or plain(meeting.date.brief),
            "state": status.meeting_state(meeting),
            "held": held.date if held else None,
            "note": plain(held.note) if held and held.note else None,
            "key": meeting.id,
        },
    )


def _called(plan: Plan, meeting: Meeting) -> str:
    """Return a meeting's name, with its round where there is one: "Forum, Coast cluster, December"."""
    of = meeting.subject
    rounds = of.round if of.round and not of.authority and (of.group or of.body) else ""
    return f"{names.meeting(plan, meeting)}{f', {names.round_name(rounds)}' if rounds else ''}"


def plain(text: str) -> str:
    """Return a text on one line, single-spaced, what is invisible in it made visible."""
    return show(" ".join(text.split()))
