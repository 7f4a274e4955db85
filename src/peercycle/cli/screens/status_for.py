"""The screen of `status --for ID`: one authority, group, round, body, role, action or event."""

from collections.abc import Iterator, Sequence
from typing import Final

from peercycle.cli.screen import Line, beside
from peercycle.cli.screens.causes import waiting
from peercycle.cli.screens.dated import (
    below,
    counted,
    dated,
    heading,
    long_heading,
    plain,
    plans,
    title,
    work,
)
from peercycle.cli.screens.findings import finding_lines
from peercycle.cli.screens.status import MEANING, NOTHING, arranged, unnamed
from peercycle.model.when import long_date
from peercycle.schedule import names
from peercycle.schedule.arrangements import arrangements
from peercycle.schedule.deadline import TO_BE_CONFIRMED, spread
from peercycle.schedule.papers import Step
from peercycle.schedule.plan import Meeting, Plan, Task
from peercycle.schedule.status import Standing, State, Status
from peercycle.schedule.timeline import Row, timeline

HEADINGS: Final[dict[State, tuple[str, str]]] = {
    "overdue": ("Overdue", "late"),
    "blocked": ("Blocked", "warning"),
    "due": ("Due by {notice}", "due"),
    "upcoming": ("Later", ""),
    "undated": ("No day yet", ""),
}
WIDEST_ID: Final = 30


def counts_for(status: Status, key: str, standings: Sequence[Standing]) -> dict[State, int]:
    """Return how many tasks of what was picked are in each state; for an authority, each of its own once.

    What is due by round and whose round is open stands in the plan once a round: an authority has one of them.
    """
    if key not in status.plan.cycle.authorities:
        return status.counted(standings)
    counts = status.counted(())
    seen: set[str] = set()
    for standing in standings:
        task = standing.task
        if status.plan.counted(task) and task.action not in seen:
            counts[standing.state] += 1
            if _by_round(task):
                seen.add(task.action)
    return counts


def _by_round(task: Task) -> bool:
    """Whether a task stands for those of a round who are not yet named."""
    subject = task.subject
    return subject.round is not None and subject.authority is None and subject.group is None


def _if_in_round(task: Task) -> str:
    """Return the condition under which a task of those not yet named is an authority's, "" for any other task."""
    round_ = task.subject.round if _by_round(task) else None
    return f", if in the {names.round_name(round_)} round" if round_ else ""


def status_for_lines(status: Status, key: str, steps: tuple[Step, ...], columns: int) -> Iterator[Line]:
    """Yield the screen of what concerns one id on a day."""
    yield from title(named(status.plan, key), long_date(status.on), columns)
    if key in status.plan.cycle.authorities:
        yield from _own(status.plan, key, columns)
    ids = {step.id for step in steps}
    standings = [standing for standing in status.standings if standing.task.id in ids]
    tracked = [standing for standing in standings if status.plan.counted(standing.task)]
    if standings:
        counts = counts_for(status, key, standings)
        yield []
        yield from plain(f"{NOTHING} {MEANING}" if counts["overdue"] else NOTHING, columns)
        yield []
        yield from counted(counts, columns, all_of_them=False)
    for state in HEADINGS:
        chosen = [standing for standing in tracked if standing.state == state]
        if chosen:
            yield from _section(status, key, state, chosen, columns)
    rest = [s.task for s in standings if s not in tracked and not status.past(s.task)]
    if rest:
        yield from heading("To plan, not counted")
        yield from plans(status.plan, rest, columns)
    yield from finding_lines(status.plan, status.progress, status.on, columns, key)
    yield from _meetings(status, key, [step for step in steps if isinstance(step, Meeting)], columns)


def named(plan: Plan, key: str) -> str:
    """Return what an id stands for, as the first line says it."""
    cycle = plan.cycle
    if key in cycle.authorities:
        subject = plan.cast.authorities[key]
        known = [cycle.groups[subject.group].name] if subject.group in cycle.groups else []
        known += [f"{names.round_name(subject.round)} round"] if subject.round else []
        unsure = " and ".join(
            what
            for what, there, value in (
                (cycle.words.group, cycle.groups, subject.group),
                ("round", cycle.rounds, subject.round),
            )
            if there and not value
        )
        said = ", ".join([*known, *([f"{unsure} {TO_BE_CONFIRMED}"] if unsure else [])])
        return cycle.authorities[key].name + (f": {said}" if said else "")
    if key in plan.actions:
        return f"{key}: {plan.actions[key][0].title or plan.actions[key][0].do}"
    if key in plan.events:
        return f"{key}: {plan.events[key][0].title}"
    meeting = next((meeting for meeting in plan.meetings if meeting.id == key), None)
    if meeting:
        return names.meeting(plan, meeting)
    for held in (cycle.groups, cycle.bodies, cycle.roles):
        if key in held:
            return held[key].name
    return cycle.rounds[key].title if key in cycle.rounds else key


def _own(plan: Plan, key: str, columns: int) -> Iterator[Line]:
    """Yield when and where the authority's own meetings are: those of its group in its round."""
    subject = plan.cast.authorities[key]
    for event in plan.events:
        options = plan.own(event, subject)
        if not options or not options[0].subject.group or options[0].subject.authority:
            continue
        label = f"Own {event.replace('-', ' ')}: "
        found = spread([meeting.date for meeting in options], event)
        text = found.detail.removeprefix(",").removeprefix(" which is on ").strip() or found.brief
        if len(options) > 1 and not text.endswith(TO_BE_CONFIRMED):
            text += f", {TO_BE_CONFIRMED}"
        fact = arrangements(plan, options[0])
        if len(options) == 1 and fact.hours:
            text += f", {fact.hours}"
        yield from beside(label.rstrip(), text, 0, len(label), columns)
        if fact.where and len({arrangements(plan, meeting).where for meeting in options}) == 1:
            yield from beside("", fact.where, 0, len(label), columns)


def _section(
    status: Status, key: str, state: State, standings: Sequence[Standing], columns: int
) -> Iterator[Line]:
    text, style = HEADINGS[state]
    text = text.format(notice=long_date(status.notice_ends))
    if key in status.plan.cycle.authorities and state in ("overdue", "blocked"):
        by_cause: dict[str, list[Standing]] = {}
        for standing in standings:
            by_cause.setdefault(_cause(status, standing), []).append(standing)
        for cause, chosen in by_cause.items():
            yield from long_heading(f"{text}, {cause}", columns, style)
            yield from _detailed(status, key, chosen, columns)
    else:
        yield from heading(text, style)
        yield from _rows(status, key, standings, columns)


def _cause(status: Status, standing: Standing) -> str:
    """Return what joins tasks under one heading: the day they were due, or what they wait for."""
    if standing.state == "blocked":
        return waiting(status, [standing])
    return ", ".join(filter(None, (f"due {standing.task.due.brief}", waiting(status, [standing]))))


def _detailed(status: Status, key: str, standings: Sequence[Standing], columns: int) -> Iterator[Line]:
    column = min(WIDEST_ID, max(len(standing.task.action) for standing in standings) + 4)
    for standing in standings:
        task, action = standing.task, status.plan.action(standing.task)
        who = names.owner(status.plan, task)
        own = task.owner.authority == key and not action.owner.role
        text = (action.title or action.do) if own else f"{who}: {action.title or action.do}"
        yield from beside(task.action, text + _if_in_round(task), 2, column, columns)
        if standing.state == "blocked":
            yield from beside("", f"due {task.due.text}", 2, column, columns, ("", "dim"))


def _rows(status: Status, key: str, standings: Sequence[Standing], columns: int) -> Iterator[Line]:
    held = {standing.task.id: standing for standing in standings}
    rows = timeline(status.plan, [standing.task for standing in standings]).rows
    above = ""
    for row in sorted(rows, key=lambda row: row.sort):
        yield from dated(row.date, _work(status, key, row, held), columns, after=above)
        above = row.date.brief
        yield from below(row.date, columns)


def _work(status: Status, picked: str, row: Row, held: dict[str, Standing]) -> str:
    cycle, task = status.plan.cycle, held[row.ids[0]].task
    text = work(row, len(cycle.authorities))
    if picked in cycle.authorities and _by_round(task):
        who = cycle.authorities[picked].name if task.owner == task.subject else row.who
        text = f"{who}: {', '.join(row.what)}{_if_in_round(task)}"
    return ", ".join(filter(None, (text, waiting(status, [held[key] for key in row.ids]))))


def _meetings(status: Status, key: str, meetings: Sequence[Meeting], columns: int) -> Iterator[Line]:
    if not meetings:
        return
    yield from heading("Meetings")
    above = ""
    for row in sorted(timeline(status.plan, meetings).rows, key=lambda row: row.sort):
        first = next(meeting for meeting in meetings if meeting.id == row.ids[0])
        fact = arrangements(status.plan, first)
        count = f" ({row.count})" if row.count is not None else ""
        known = ", ".join(filter(None, (fact.hours, fact.where)))
        if key not in status.plan.cycle.authorities:
            known = arranged(fact, unnamed(status.plan, first)).rstrip(".")
        more = [part for part in (known, "not recorded as held" if status.past(first) else "") if part]
        yield from dated(
            row.date, row.what[0] + count, columns, after=above, more="".join(f"; {part}" for part in more)
        )
        yield from below(row.date, columns)
        above = row.date.brief
