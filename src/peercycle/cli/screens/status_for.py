"""The screen of `status --for ID`: one authority, group, round, body, role, action or event."""

from collections.abc import Iterator, Sequence
from typing import Final

from peercycle.cli.screen import Line, beside
from peercycle.cli.screens.causes import Blocked, waiting
from peercycle.cli.screens.dated import (
    COLUMN,
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
from peercycle.cli.screens.matrix import matrix_lines
from peercycle.cli.screens.overdue import late_lines, so_far
from peercycle.cli.screens.status import MEANING, NOTHING, arranged, unnamed
from peercycle.model.when import long_date
from peercycle.schedule import names
from peercycle.schedule.arrangements import arrangements
from peercycle.schedule.deadline import TO_BE_CONFIRMED, spread
from peercycle.schedule.papers import Step
from peercycle.schedule.plan import Meeting, Plan, Task
from peercycle.schedule.status import Standing, State, Status
from peercycle.schedule.timeline import Row, timeline
from peercycle.schedule.wording import listed

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
        if not status.progress.records:
            yield from plain(f"{NOTHING} {MEANING}" if counts["overdue"] else NOTHING, columns)
            yield []
        yield from counted(counts, columns, all_of_them=False)
    yield from _unsigned(status, key, standings, columns)
    for state in HEADINGS:
        chosen = [standing for standing in tracked if standing.state == state]
        if chosen:
            yield from _section(status, key, state, chosen, columns)
    yield from _done(status, key, [standing for standing in tracked if standing.state == "done"], columns)
    yield from _table(status, key, columns)
    rest = [s.task for s in standings if s not in tracked and not status.past(s.task) and not s.recorded.done]
    if rest:
        yield from heading("To plan, not counted")
        yield from plans(status.plan, rest, columns)
    yield from finding_lines(status.plan, status.progress, status.on, columns, key)
    yield from _meetings(status, key, [step for step in steps if isinstance(step, Meeting)], columns)


def _done(status: Status, key: str, standings: Sequence[Standing], columns: int) -> Iterator[Line]:
    """Yield what is done, by the day it was done; of many authorities only how many have done each."""
    if not standings:
        return
    yield from heading("Done", "good")
    if key in status.plan.cycle.authorities:
        for standing in sorted(standings, key=lambda s: s.recorded.done or status.on):
            day = long_date(standing.recorded.done) if standing.recorded.done else ""
            yield from beside(day, f"{standing.task.action}{_how(status, standing)}", 2, COLUMN, columns)
        return
    counts: dict[str, int] = {}
    for standing in standings:
        counts[standing.task.action] = counts.get(standing.task.action, 0) + (
            standing.task.subject.count or 1
        )
    yield from plain(", ".join(f"{action} ({count})" for action, count in counts.items()), columns, indent=2)


def _how(status: Status, standing: Standing) -> str:
    """Return how something came to be done: ", sent, signed by the Lead Member", or through what else."""
    recorded = standing.recorded
    if recorded.through:
        return f", by {recorded.through.partition('/')[0]}"
    signed = {role for role, _ in recorded.signed}
    steps = status.plan.action(standing.task).sign_off
    roles = [f"the {names.signatory(status.plan.cycle, r)}" for step in steps for r in step if r in signed]
    parts = [*(["sent"] if recorded.sent else []), *([f"signed by {listed(roles)}"] if roles else [])]
    return "".join(f", {part}" for part in parts)


def _table(status: Status, key: str, columns: int) -> Iterator[Line]:
    """Yield the table of a group's or a round's authorities, once anything is recorded."""
    members = [
        a for a, subject in status.plan.cast.authorities.items() if key in (subject.group, subject.round)
    ]
    if members and status.progress.records:
        yield from matrix_lines(status, columns, members)


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
        for standing in sorted(standings, key=lambda standing: -(standing.days_late or 0)):
            by_cause.setdefault(_cause(status, standing), []).append(standing)
        for cause, chosen in by_cause.items():
            yield from long_heading(f"{text}, {cause}", columns, style)
            yield from _detailed(status, key, chosen, columns)
    elif state == "overdue" and status.progress.records:
        yield from late_lines(status, standings, Blocked(status), columns)
    else:
        yield from heading(text, style)
        yield from _rows(status, key, standings, columns)


def _unsigned(status: Status, key: str, standings: Sequence[Standing], columns: int) -> Iterator[Line]:
    """Yield the tasks that wait for a role's or a body's signature, with since when."""
    waits = [standing for standing in standings if key in standing.recorded.turn]
    if waits:
        yield from long_heading(
            f"Waiting for the {names.signatory(status.plan.cycle, key)}", columns, "warning"
        )
    for standing in waits:
        whose = names.subject(status.plan.cycle, standing.task.owner)
        yield from beside(whose, f"{standing.task.action}: {so_far(status, standing)}", 2, COLUMN, columns)


def _cause(status: Status, standing: Standing) -> str:
    """Return what joins tasks under one heading: the day they were due and whose move it is, or what they wait for."""
    if standing.state == "blocked":
        return waiting(status, [standing])
    if status.progress.records:
        days = standing.days_late or 0
        late = f"{days} day{'' if days == 1 else 's'} late (due {standing.task.due.brief})"
        return f"{late}, {_turn(status, standing)}"
    return ", ".join(filter(None, (f"due {standing.task.due.brief}", waiting(status, [standing]))))


def _turn(status: Status, standing: Standing) -> str:
    """Return whose move an overdue task is: what it waits for, who signs next, or the owner."""
    if standing.roots:
        return waiting(status, [standing])
    turn = [f"the {names.signatory(status.plan.cycle, role)}" for role in standing.recorded.turn]
    return f"waiting on {listed(turn) or standing.waiting_on}"


def _detailed(status: Status, key: str, standings: Sequence[Standing], columns: int) -> Iterator[Line]:
    column = min(WIDEST_ID, max(len(standing.task.action) for standing in standings) + 4)
    for standing in standings:
        task, action = standing.task, status.plan.action(standing.task)
        who = names.owner(status.plan, task)
        own = task.owner.authority == key and not action.owner.role
        text = (action.title or action.do) if own else f"{who}: {action.title or action.do}"
        if standing.recorded.last:
            text += f": {so_far(status, standing)}"
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
    far = "; ".join(_signing(status, held[key], picked) for key in row.ids if held[key].recorded.last)
    return ", ".join(filter(None, (text, far, waiting(status, [held[key] for key in row.ids]))))


def _signing(status: Status, standing: Standing, picked: str) -> str:
    """Return how far a task has come that is not done, with whose it is where several stand on one row."""
    whose = standing.task.authority
    lead = f"{status.plan.cycle.authorities[whose].name} " if whose and whose != picked else ""
    return f"{lead}{so_far(status, standing)}"


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
        more = [part for part in (known, _held(status, first)) if part]
        yield from dated(
            row.date, row.what[0] + count, columns, after=above, more="".join(f"; {part}" for part in more)
        )
        yield from below(row.date, columns)
        above = row.date.brief


def _held(status: Status, meeting: Meeting) -> str:
    """Return whether a meeting was held, or should have been; "" for one ahead."""
    if record := status.progress.held.get(meeting.id):
        return "held" if record.date == meeting.date.day else f"held on {long_date(record.date)}"
    state = status.meeting_state(meeting)
    return {"past": "not recorded as held", "postponed": "put off"}.get(state, "")
