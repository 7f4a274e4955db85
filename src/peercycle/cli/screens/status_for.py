"""The screen of `status --for ID`: one authority, group, round, body, role, action or event."""

from collections.abc import Iterator
from typing import Final

from peercycle.cli.screen import Line, beside, wrap
from peercycle.cli.screens.status import NOTHING, STYLE
from peercycle.model.when import long_date
from peercycle.schedule import names
from peercycle.schedule.arrangements import arrangements
from peercycle.schedule.papers import Step
from peercycle.schedule.plan import Meeting
from peercycle.schedule.status import STATES, Standing, Status

COLUMN: Final = 36
HEADINGS: Final = {
    "overdue": "Overdue",
    "blocked": "Blocked",
    "due": "Due by {notice}",
    "upcoming": "Later",
    "undated": "To be confirmed",
}


def status_for_lines(status: Status, key: str, steps: tuple[Step, ...], columns: int) -> Iterator[Line]:
    """Yield the screen of what concerns one id on a day."""
    title, day = _title(status, key), long_date(status.on)
    yield [(title, "bold"), (day.rjust(max(columns - len(title), len(day) + 2)), "bold")]
    ids = {step.id for step in steps}
    standings = [standing for standing in status.standings if standing.task.id in ids]
    if standings:
        yield from ([(line, "")] for line in wrap(NOTHING, columns))
        yield []
        yield _counts(status, standings)
    for state, heading in HEADINGS.items():
        chosen = [standing for standing in standings if standing.state == state]
        if chosen:
            yield []
            yield [(heading.format(notice=long_date(status.notice_ends)), STYLE.get(state, "bold"))]
            for standing in chosen:
                yield from _line(status, standing, columns)
    yield from _meetings(status, [step for step in steps if isinstance(step, Meeting)], columns)


def _title(status: Status, key: str) -> str:
    plan, cycle = status.plan, status.plan.cycle
    if key in cycle.authorities:
        subject = plan.cast.authorities[key]
        group = cycle.groups[subject.group].name if subject.group in cycle.groups else ""
        round_ = f"{subject.round} round" if subject.round else ""
        known = ", ".join(filter(None, (group, round_))) or f"{cycle.words.group} and round to be confirmed"
        return f"{cycle.authorities[key].name}: {known}"
    if key in plan.actions:
        return f"{key}: {plan.actions[key][0].do}"
    if key in plan.events:
        return f"{key}: {plan.events[key][0].title}"
    if key in cycle.groups:
        return cycle.groups[key].name
    return (
        cycle.rounds[key].title
        if key in cycle.rounds
        else names.role(cycle, key)
        if key in cycle.roles
        else names.anyone(cycle, key)
    )


def _counts(status: Status, standings: list[Standing]) -> Line:
    counts = status.counted(standings)
    line = [(f"{counts[state]} {state}", STYLE.get(state, "")) for state in STATES if counts[state]]
    return [part for item in line for part in (item, ("   ", ""))][:-1] or [
        ("nothing that is counted", "dim")
    ]


def _line(status: Status, standing: Standing, columns: int) -> Iterator[Line]:
    task, action = standing.task, status.plan.action(standing.task)
    who = names.owner(status.plan, task)
    text = (
        f"{action.title or action.do} ({task.id})"
        if len(task.id) < 40
        else f"{action.title or action.do} ({task.action})"
    )
    remark = " (suggested)" if action.suggested is not None else "" if action.tracked else " (not counted)"
    yield from beside(task.due.brief, f"{who}: {text}{remark}", 2, COLUMN, columns)
    if task.due.detail:
        yield from beside("", task.due.detail.lstrip(", :"), 2, COLUMN, columns, ("", "dim"))
    if task.due.sum:
        yield from beside("", task.due.sum, 2, COLUMN, columns, ("", "dim"))
    if standing.roots:
        since = f" since {long_date(standing.since)}" if standing.since else ""
        yield from beside(
            "", f"waiting on {', '.join(standing.roots)}{since}", 2, COLUMN, columns, ("", "warning")
        )
    elif standing.days_late:
        yield from beside("", f"{standing.days_late} days past", 2, COLUMN, columns, ("", "late"))


def _meetings(status: Status, meetings: list[Meeting], columns: int) -> Iterator[Line]:
    if not meetings:
        return
    yield []
    yield [("Meetings", "bold")]
    for meeting in sorted(meetings, key=lambda m: (m.date.latest is None, m.date.latest or status.on)):
        fact = arrangements(status.plan, meeting)
        details = ", ".join(filter(None, (fact.hours, fact.where)))
        state = {"past": "not recorded as held"}.get(status.meeting_state(meeting), "")
        text = "; ".join(filter(None, (names.meeting(status.plan, meeting), details, state)))
        yield from beside(meeting.date.brief, text, 2, COLUMN, columns)
