"""The screen of `status`: a reader who stops anywhere has read the most urgent part."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from peercycle.cli.screen import Line, beside, flow
from peercycle.cli.screens.causes import causes_lines
from peercycle.cli.screens.dated import COLUMN, counted, dated, heading, joined, plain, plans, title, work
from peercycle.model.when import long_date, long_when
from peercycle.schedule import names
from peercycle.schedule.arrangements import Arrangements, arrangements
from peercycle.schedule.plan import Meeting, Plan
from peercycle.schedule.questions import OpenQuestion, open_questions
from peercycle.schedule.status import Status
from peercycle.schedule.timeline import timeline

NOTHING: Final = "Nothing is recorded yet."
MEANING: Final = (
    '"Overdue" means only: past its date, and nobody has written down that it happened. '
    "It does not say that anyone is late."
)
NEXT: Final = 3


def status_lines(status: Status, columns: int) -> Iterator[Line]:
    """Yield the screen of a whole cycle on a day."""
    recorded = status.progress.records
    yield from _head(status, columns)
    yield []
    if not recorded:
        yield from plain(f"{NOTHING} {MEANING}" if status.counts["overdue"] else NOTHING, columns)
        yield []
    yield from counted(status.counts, columns, all_of_them=True)
    if recorded:
        from peercycle.cli.screens.findings import immediate_lines
        from peercycle.cli.screens.overdue import overdue_lines

        yield from overdue_lines(status, columns)
        yield from immediate_lines(status.plan, status.progress, status.on, columns)
        yield from _due(status, columns)
        yield from _next(status, columns)
    else:
        yield from _next(status, columns)
        yield from causes_lines(status, columns)
        yield from _due(status, columns)
    yield from _uncounted(status, columns)
    yield from _closing(status, columns)


def _closing(status: Status, columns: int) -> Iterator[Line]:
    """Yield the table of authorities, or why there is none, and the questions."""
    questions = open_questions(status.plan)
    closing = ["Each question in full: peercycle questions"] if questions else []
    if _alike(status):
        who = names.authorities(status.plan.cycle, len(status.plan.cycle.authorities))
        closing.insert(0, f"All {who} stand alike, so there is no table of them.")
    elif status.progress.records:
        from peercycle.cli.screens.matrix import matrix_lines

        yield from matrix_lines(status, columns)
    if questions:
        yield from _questions(status, questions, columns)
    if closing:
        yield []
    for line in closing:
        yield from plain(line, columns, style="dim")


def _head(status: Status, columns: int) -> Iterator[Line]:
    cycle = status.plan.cycle
    yield from title(f"{cycle.title}, {cycle.cycle}", long_date(status.on), columns)
    for lead, text in _now(status):
        yield from plain(f"{lead}: {text}", columns)
    if latest := status.progress.latest:
        number = len(status.progress.records)
        yield from plain(
            f"{number:,} record{'' if number == 1 else 's'}, latest {long_date(latest)}", columns
        )


def _now(status: Status) -> Iterator[tuple[str, str]]:
    cycle = status.plan.cycle
    for number, key in enumerate(status.phases):
        phase = cycle.phases[key]
        yield "Also" if number else "Now", f"{phase.title}, {long_when(phase.when)}"
    if not status.phases and cycle.runs.earliest and status.on < cycle.runs.earliest:
        yield "Not begun", f"the cycle runs {long_when(cycle.runs)}"
    elif not status.phases and cycle.runs.latest and status.on > cycle.runs.latest:
        yield "Ended", f"the cycle ran {long_when(cycle.runs)}"
    elif not status.phases:
        yield "Now", "between phases"
    if status.ahead:
        phase = cycle.phases[status.ahead]
        yield "Ahead", f"{phase.title}, {long_when(phase.when)}"
    elif cycle.next_cycle:
        yield "Next cycle", f"{cycle.next_cycle.cycle}, from {long_when(cycle.next_cycle.begins)}"


def _next(status: Status, columns: int) -> Iterator[Line]:
    ahead = _ahead(status)[:NEXT]
    if ahead:
        yield from heading("Next")
    facts = {meeting.id: arrangements(status.plan, meeting) for meeting in ahead}
    for _, group in groupby(ahead, key=lambda m: (m.event, m.subject.round, facts[m.id])):
        alike = list(group)
        for meeting in alike:
            name, days = names.meeting(status.plan, meeting), _days_to(status, meeting)
            fits = meeting is ahead[0] or len(name) + len(days) <= columns - COLUMN
            yield from dated(meeting.date, name, columns, more=days if fits else "")
        fact, whom = facts[alike[0].id], unnamed(status.plan, alike[0])
        if len(alike) > 1:
            lead = "Both in " if len(alike) == 2 else "All in "
            yield from plain(arranged(fact, whom, lead), columns, indent=2)
        elif fact.where or fact.open or whom or fact.hours not in status.plan.event(alike[0]).title:
            yield from beside(
                "", arranged(fact, whom), 2, COLUMN, columns, ("", "" if fact.where else "open")
            )


def _ahead(status: Status) -> list[Meeting]:
    """Return the meetings to come by their first possible day, those that no day or month is known of left out."""
    bounded = [
        (max(meeting.date.earliest, status.on), meeting)
        for meeting in status.plan.meetings
        if meeting.date.earliest
        and meeting.date.latest
        and not status.past(meeting)
        and not status.settled(meeting)
    ]
    return [meeting for _, meeting in sorted(bounded, key=lambda pair: pair[0])]


def unnamed(plan: Plan, meeting: Meeting) -> tuple[str, ...]:
    """Return whom a round still has to name: ("the 12 authorities",), nothing where all are known."""
    missing = plan.cast.unnamed(meeting.subject.round) if meeting.subject.round else 0
    if missing == 0:
        return ()
    return (f"the {names.authorities(plan.cycle, missing).removeprefix('some ')}",)


def arranged(fact: Arrangements, whom: tuple[str, ...], lead: str = "") -> str:
    """Return the hours and the place of a meeting as far as known, and what is to be confirmed, `whom` included."""
    known = ", ".join(filter(None, (fact.hours, fact.where)))
    unsure = ", ".join((*whom, *fact.open))
    if known and not fact.hours:
        known = lead + known
    return ". ".join(filter(None, (known, f"To be confirmed: {unsure}." if unsure else "")))


def _days_to(status: Status, meeting: Meeting) -> str:
    if meeting.date.day is None:
        return ""
    days = (meeting.date.day - status.on).days
    return {0: " (today)", 1: " (tomorrow)"}.get(days, f" (in {days} days)")


def _due(status: Status, columns: int) -> Iterator[Line]:
    due = [s.task for s in status.standings if s.state == "due" and status.plan.counted(s.task)]
    if due:
        yield from heading(f"Due by {long_date(status.notice_ends)}", "due")
        above = ""
        for row in sorted(timeline(status.plan, due).rows, key=lambda row: row.sort):
            yield from dated(row.date, work(row, len(status.plan.cycle.authorities)), columns, after=above)
            above = row.date.brief


def _uncounted(status: Status, columns: int) -> Iterator[Line]:
    """Yield what the coordinator plans in the notice period though it is in no count: untracked or only suggested."""
    near = [
        standing.task
        for standing in status.standings
        if standing.state == "due"
        and not status.plan.counted(standing.task)
        and not status.past(standing.task)
    ]
    if near:
        yield from heading("To plan, not counted")
        yield from plans(status.plan, near, columns)


def _questions(status: Status, questions: Sequence[OpenQuestion], columns: int) -> Iterator[Line]:
    late = [q for q in questions if q.wanted_before(status.on)]
    soon = [q for q in questions if q.by and q.by.latest and status.on <= q.by.latest <= status.notice_ends]
    passed = f", {len(late)} of them past the day an answer was wanted" if late else ""
    yield []
    text = f" {len(questions)} open{passed}"
    yield from flow([("Questions:", "bold"), (text, "late" if late else "")], columns)
    for label, asked in _by_day([*late, *soon]).items():
        for number, line in enumerate(joined(_by_person(status, asked), columns - COLUMN)):
            yield from beside("" if number else label, line, 2, COLUMN, columns)


def _by_day(questions: list[OpenQuestion]) -> dict[str, list[OpenQuestion]]:
    gathered: dict[str, list[OpenQuestion]] = {}
    for question in questions:
        gathered.setdefault(question.by.brief if question.by else "", []).append(question)
    return gathered


def _by_person(status: Status, questions: list[OpenQuestion]) -> Iterator[str]:
    gathered: dict[str, list[str]] = {}
    for question in questions:
        gathered.setdefault(names.anyone(status.plan.cycle, question.who), []).append(question.key)
    yield from (f"{who}: {', '.join(keys)}" for who, keys in gathered.items())


def _alike(status: Status) -> bool:
    """Whether every authority has the same tasks in the same state, so that a table of them would say nothing."""
    rows: dict[str, set[tuple[str, str, str]]] = {key: set() for key in status.plan.cycle.authorities}
    for standing in status.standings:
        if standing.task.subject.authority:
            row = standing.task.action, standing.state, standing.task.due.text
            rows[standing.task.subject.authority].add(row)
    return len(rows) > 1 and len({frozenset(row) for row in rows.values()}) == 1
