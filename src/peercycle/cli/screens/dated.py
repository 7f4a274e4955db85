"""What the screens share: one column of dates through all sections, who does what beside it, headings and counts."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from operator import attrgetter
from typing import Final

from peercycle.cli.screen import Line, beside, hung
from peercycle.model.cycle import Cycle
from peercycle.model.when import long_date, long_when
from peercycle.schedule.deadline import TO_BE_CONFIRMED, WHICH, Deadline
from peercycle.schedule.plan import Plan, Task
from peercycle.schedule.status import STATES, State
from peercycle.schedule.timeline import Row

COLUMN: Final = 36
UNSURE: Final = f" ({TO_BE_CONFIRMED})"
LEAD: Final = re.compile(r"^(?:\d+ [a-z ]+ )?(?:after|before) ")
STYLE: Final = {"overdue": "late", "blocked": "warning", "due": "due", "done": "good"}


def outside(cycle: Cycle, day: date) -> str:
    """Return the sentence that a day lies outside a cycle, "" for one within it."""
    runs = cycle.runs
    if (runs.earliest or day) <= day <= (runs.latest or day):
        return ""
    return f"{long_date(day)} lies outside the cycle ({long_when(runs)})."


def outside_lines(cycle: Cycle, day: date) -> Iterator[Line]:
    """Yield a warning that a day lies outside a cycle, nothing for one within it."""
    if said := outside(cycle, day):
        yield [(f"warning: {said}", "warning")]


def dated(
    date: Deadline,
    text: str,
    columns: int,
    styles: tuple[str, str] = ("", ""),
    *,
    after: str = "",
    more: str = "",
) -> list[Line]:
    """Return what falls on a date beside it, then `more`; a date that would repeat `after`, the one above, is left out.

    A "(to be confirmed)" that would burst the column of dates is said behind the text.
    """
    label = date.brief
    if label.endswith(UNSURE) and len(label) + 2 >= COLUMN:
        label, text = label.removesuffix(UNSURE), text + UNSURE
    if date.brief == after:
        label = ""
    return beside(label, text + more, 2, COLUMN, columns, styles)


def work(row: Row, total: int | None = None) -> str:
    """Return who does what: "23 of 23 authorities: write-self-view" where there are `total`, "SLI team: send-notes (12)"."""
    counted = "" if row.count is None or row.who.startswith(str(row.count)) else f" ({row.count})"
    number, _, rest = row.who.partition(" ")
    who = f"{number} of {number} {rest}" if total is not None and number == str(total) else row.who
    return f"{who}: {', '.join(row.what)}{counted}"


def plans(plan: Plan, tasks: Sequence[Task], columns: int) -> Iterator[Line]:
    """Yield what is in no count, by its first date; actions that come several times say so once."""
    days: dict[str, dict[Deadline, None]] = {}
    for task in tasks:
        days.setdefault(task.action, {})[task.due] = None
    alike: dict[tuple[tuple[Deadline, ...], bool], list[str]] = {}
    for action, dues in days.items():
        suggested = plan.actions[action][0].suggested is not None
        alike.setdefault((tuple(sorted(dues, key=attrgetter("order"))), suggested), []).append(action)
    by_date: dict[tuple[str, bool], list[str]] = {}
    first: dict[str, Deadline] = {}
    for (dates, suggested), actions in alike.items():
        first[dates[0].brief] = dates[0]
        repeats = f" (the first of {len(dates)} dates)" if len(dates) > 1 else ""
        by_date.setdefault((dates[0].brief, suggested), []).append(", ".join(actions) + repeats)
    for (brief, suggested), texts in sorted(by_date.items(), key=lambda pair: first[pair[0][0]].order):
        text = ", ".join(texts)
        yield from dated(first[brief], f"suggested: {text}" if suggested else text, columns)


def below(date: Deadline, columns: int) -> list[Line]:
    """Return the line below what falls on a date that says how it comes about: the sum, or the days it leans on."""
    text = date.sum or (date.detail.lstrip(",: ") if date.known else "")
    if text.startswith(WHICH.lstrip(", ")):
        text = f"{_leant_on(date)} is {text.removeprefix(WHICH.lstrip(', '))}"
    return bracketed(text, columns)


def _leant_on(date: Deadline) -> str:
    """Return the name of what a date leans on: "own forum" of "4 weeks after own forum (to be confirmed)"."""
    return LEAD.sub("", date.brief.removesuffix(UNSURE))


def bracketed(text: str, columns: int) -> list[Line]:
    """Return a remark below what falls on a date, nothing where there is none."""
    return beside("", f"({text})", 2, COLUMN, columns, ("", "dim")) if text else []


def counted(counts: dict[State, int], columns: int, *, all_of_them: bool) -> Iterator[Line]:
    """Yield the counts, of every state or of those that occur, on one line where there is room."""
    line: list[tuple[str, str]] = []
    for state in STATES:
        text, style = f"{counts[state]} {state}", STYLE.get(state, "") if counts[state] else "dim"
        if not counts[state] and not all_of_them:
            continue
        if line and sum(len(part) for part, _ in line) + 3 + len(text) > columns:
            yield line
            line = []
        line += [("   ", ""), (text, style)] if line else [(text, style)]
    yield line or [("nothing that is counted", "dim")]


def heading(text: str, style: str = "") -> Iterator[Line]:
    """Yield a heading with a blank line before it."""
    yield []
    yield [(text, f"bold {style}".strip())]


def long_heading(text: str, columns: int, style: str) -> Iterator[Line]:
    """Yield a heading of several lines where it needs them, with a blank line before it."""
    yield []
    yield from plain(text, columns, style=f"bold {style}".strip())


def plain(text: str, columns: int, indent: int = 0, style: str = "") -> Iterator[Line]:
    """Yield a paragraph."""
    yield from ([(line, style)] for line in hung(text, columns, indent))


def title(text: str, day: str, columns: int) -> Iterator[Line]:
    """Yield the first line: what is shown on the left, the day on the right; one below the other where both are long."""
    if len(text) + len(day) + 2 <= columns:
        yield [(text, "bold"), (day.rjust(columns - len(text)), "bold")]
    else:
        yield from plain(text, columns, style="bold")
        yield [(day, "bold")]


def joined(parts: Iterable[str], room: int) -> list[str]:
    """Return sentences on one line if they fit, else each on its own."""
    listed = list(parts)
    line = ". ".join(listed)
    return [line] if len(line) <= room else listed
