"""The screen of `status`: a reader who stops anywhere has read the most urgent part."""

from collections.abc import Iterable, Iterator
from typing import Final

from peercycle.cli.screen import Line, beside, wrap
from peercycle.model.when import long_date, long_when
from peercycle.schedule import names
from peercycle.schedule.arrangements import Arrangements, arrangements
from peercycle.schedule.papers import Step
from peercycle.schedule.plan import Meeting, Task
from peercycle.schedule.questions import OpenQuestion, open_questions
from peercycle.schedule.status import STATES, Standing, Status
from peercycle.schedule.timeline import Row, timeline

COLUMN: Final = 36
STYLE: Final = {"overdue": "late", "blocked": "warning", "due": "due", "done": "good"}
NOTHING: Final = (
    'Nothing is recorded yet. "Overdue" means only: past its date, and nobody has written down that it happened. '
    "It does not say that anyone is late."
)
NEXT: Final = 3


def status_lines(status: Status, columns: int) -> Iterator[Line]:
    """Yield the screen of a whole cycle on a day."""
    yield from _head(status, columns)
    yield from _counts(status, columns)
    yield from _next(status, columns)
    yield from _overdue(status, columns)
    yield from _due(status, columns)
    yield from _unsure(status, columns)
    yield from _questions(status, columns)


def _head(status: Status, columns: int) -> Iterator[Line]:
    cycle = status.plan.cycle
    title, day = f"{cycle.title}, {cycle.cycle}", long_date(status.on)
    if len(title) + len(day) + 2 <= columns:
        yield [(title, "bold"), (day.rjust(columns - len(title)), "bold")]
    else:
        yield from ([(line, "bold")] for line in wrap(title, columns))
        yield [(day, "bold")]
    yield from _plain(_now(status), columns)
    if status.ahead:
        phase = cycle.phases[status.ahead]
        yield from _plain(f"Ahead: {phase.title}, {long_when(phase.when)}", columns)
    yield []


def _now(status: Status) -> str:
    cycle = status.plan.cycle
    if status.phases:
        phases = (cycle.phases[key] for key in status.phases)
        return "Now: " + "; ".join(f"{phase.title}, {long_when(phase.when)}" for phase in phases)
    if cycle.runs.earliest and status.on < cycle.runs.earliest:
        return f"Not begun: the cycle runs {long_when(cycle.runs)}"
    if cycle.runs.latest and status.on > cycle.runs.latest:
        after = (
            f"; the {cycle.next_cycle.cycle} cycle begins {long_when(cycle.next_cycle.begins)}"
            if cycle.next_cycle
            else ""
        )
        return f"Ended: the cycle ran {long_when(cycle.runs)}{after}"
    return "Now: between phases"


def _counts(status: Status, columns: int) -> Iterator[Line]:
    yield from _plain(NOTHING, columns)
    yield []
    line: list[tuple[str, str]] = []
    for state in STATES:
        count = status.counts[state]
        line += [(f"{count} {state}", STYLE.get(state, "") if count else "dim"), ("   ", "")]
    yield line[:-1]


def _next(status: Status, columns: int) -> Iterator[Line]:
    ahead = [m for m in status.plan.meetings if m.date.day and m.date.day >= status.on]
    ahead = sorted(ahead, key=lambda m: m.date.day or status.on)[:NEXT]
    if not ahead:
        return
    yield from _heading("Next")
    facts = [arrangements(status.plan, meeting) for meeting in ahead]
    shared = len(ahead) > 1 and len({(fact.hours, fact.where, fact.open) for fact in facts}) == 1
    for meeting, fact in zip(ahead, facts, strict=True):
        yield from beside(
            meeting.date.text,
            f"{names.meeting(status.plan, meeting)} ({_days_to(status, meeting)})",
            2,
            COLUMN,
            columns,
        )
        if not shared and (detail := _arranged(fact)):
            yield from beside("", detail, 2, COLUMN, columns, ("", "open" if not fact.where else ""))
    if shared and (detail := _arranged(facts[0], "All in ")):
        yield from _plain(detail, columns, indent=2)


def _arranged(fact: Arrangements, lead: str = "") -> str:
    known = ", ".join(filter(None, (fact.hours, fact.where)))
    unsure = f"To be confirmed: {', '.join(fact.open)}." if fact.open else ""
    if known:
        known = f"{lead if not fact.hours else ''}{known}" + ("." if unsure else "")
    return f"{known} {unsure}".strip()


def _days_to(status: Status, meeting: Meeting) -> str:
    days = (meeting.date.day - status.on).days if meeting.date.day else 0
    return "today" if days == 0 else "tomorrow" if days == 1 else f"in {days} days"


def _overdue(status: Status, columns: int) -> Iterator[Line]:
    overdue = {s.task.id: s for s in status.standings if s.state == "overdue"}
    past = [m for m in status.plan.meetings if status.past(m)]
    if not overdue and not past:
        return
    yield from _heading("Overdue, with what each blocks", "late")
    steps: list[Step] = [*past, *(s.task for s in overdue.values())]
    rows = sorted(
        timeline(status.plan, steps).rows, key=lambda row: (row.date.latest or status.on, not row.meeting)
    )
    label = ""
    for row in rows:
        text = _not_held(row) if row.meeting else _owed(status, row, overdue)
        yield from beside("" if row.date.brief == label else row.date.brief, text, 2, COLUMN, columns)
        label = row.date.brief
        if blocks := _blocks(status, row.ids):
            yield from beside("", f"blocks {blocks}", 2, COLUMN, columns, ("", "warning"))


def _not_held(row: Row) -> str:
    if len(row.ids) == 1:
        return f"{row.ids[0]} is not recorded as held"
    return f"{row.what[0]} ({len(row.ids)}): not recorded as held"


def _owed(status: Status, row: Row, overdue: dict[str, Standing]) -> str:
    text = _work(status, row)
    roots = dict.fromkeys(root for key in row.ids for root in overdue[key].roots)
    if not roots:
        return text
    first = overdue[row.ids[0]]
    since = f" since {long_date(first.since)}" if first.since else ""
    return f"{text}, waiting on {', '.join(_brief(status, roots))}{since}"


def _brief(status: Status, roots: Iterable[str]) -> list[str]:
    """Return causes in few words: a meeting by its id, tasks by their action."""
    meetings = {meeting.id for meeting in status.plan.meetings}
    return list(dict.fromkeys(root if root in meetings else root.partition("/")[0] for root in roots))


def _work(status: Status, row: Row) -> str:
    counted = "" if row.count is None or row.who.startswith(str(row.count)) else f" ({row.count})"
    total = len(status.plan.cycle.authorities)
    who = (
        row.who.replace(f"{total} ", f"{total} of {total} ", 1)
        if row.who.startswith(f"{total} ")
        else row.who
    )
    return f"{who}: {', '.join(row.what)}{counted}"


def _blocks(status: Status, causes: tuple[str, ...]) -> str:
    held: dict[str, int] = {}
    wanted = set(causes)
    for standing in status.standings:
        if standing.state == "blocked" and wanted.intersection(standing.roots):
            held[standing.task.action] = held.get(standing.task.action, 0) + (
                standing.task.subject.count or 1
            )
    return ", ".join(f"{action} ({count})" for action, count in held.items())


def _due(status: Status, columns: int) -> Iterator[Line]:
    due = [s.task for s in status.standings if s.state == "due" and status.plan.counted(s.task)]
    if due:
        yield from _heading(f"Due by {long_date(status.notice_ends)}", "due")
        for row in timeline(status.plan, due).rows:
            yield from beside(row.date.brief, _work(status, row), 2, COLUMN, columns)


def _unsure(status: Status, columns: int) -> Iterator[Line]:
    """Yield what is not counted and falls in the notice period: preparing, and what the file only suggests."""
    near = [
        s.task
        for s in status.standings
        if s.state == "due" and not status.plan.counted(s.task) and not status.past(s.task)
    ]
    for heading, suggested in (("To prepare, not counted", False), ("Suggested, not in the source", True)):
        chosen = [task for task in near if (status.plan.action(task).suggested is not None) == suggested]
        if chosen:
            yield from _heading(heading)
            yield from _gathered(status, chosen, columns)


def _gathered(status: Status, tasks: list[Task], columns: int) -> Iterator[Line]:
    by_date: dict[str, dict[str, None]] = {}
    for task in tasks:
        by_date.setdefault(task.due.brief, {})[task.action] = None
    for date, actions in by_date.items():
        yield from beside(date, ", ".join(actions), 2, COLUMN, columns)


def _questions(status: Status, columns: int) -> Iterator[Line]:
    questions = open_questions(status.plan)
    late = [q for q in questions if q.wanted_before(status.on)]
    soon = [
        q for q in questions if q not in late and q.by and q.by.latest and q.by.latest <= status.notice_ends
    ]
    yield []
    passed = f", {len(late)} of them past the day an answer was wanted" if late else ""
    yield [("Questions: ", "bold"), (f"{len(questions)} open{passed}", "late" if late else "")]
    for (label, who), keys in _by_day(status, [*late, *soon]).items():
        yield from beside(label, f"{who}: {', '.join(keys)}", 2, COLUMN, columns)
    yield []
    yield [("Each question in full: peercycle questions", "dim")]


def _by_day(status: Status, questions: list[OpenQuestion]) -> dict[tuple[str, str], list[str]]:
    gathered: dict[tuple[str, str], list[str]] = {}
    for question in sorted(questions, key=lambda q: (q.by.latest or status.on) if q.by else status.on):
        who = names.anyone(status.plan.cycle, question.who)
        gathered.setdefault((question.by.brief if question.by else "", who), []).append(question.key)
    return gathered


def _heading(text: str, style: str = "") -> Iterator[Line]:
    yield []
    yield [(text, style or "bold")]


def _plain(text: str, columns: int, indent: int = 0) -> Iterator[Line]:
    yield from ([(" " * indent + line, "")] for line in wrap(text, columns - indent))
