"""The screens of `questions`: what is open by the day an answer is wanted, and one question in full."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Final

from peercycle.cli.screen import Line, beside, wrap
from peercycle.cli.screens.status_json import question_data
from peercycle.model.cycle import Cycle
from peercycle.schedule import names
from peercycle.schedule.questions import OpenQuestion

COLUMN: Final = 16
NOT_PUT: Final = "nobody named"


def questions_json(questions: tuple[OpenQuestion, ...]) -> str:
    """Return the open questions as a JSON array."""
    return json.dumps([question_data(question) for question in questions], indent=2)


def questions_lines(
    cycle: Cycle, questions: tuple[OpenQuestion, ...], on: date, columns: int
) -> Iterator[Line]:
    """Yield every open question: those with a day in full, the others by id under who can answer."""
    late = sum(question.wanted_before(on) for question in questions)
    dated = [question for question in questions if question.by and question.by.latest]
    line: list[tuple[str, str]] = [
        (f"{len(questions)} question{'' if len(questions) == 1 else 's'} open", "bold")
    ]
    if late:
        line.append((f": {late} past the day an answer was wanted", "late"))
    yield line
    by_day: dict[str, list[OpenQuestion]] = {}
    for question in sorted(dated, key=lambda q: (q.by and q.by.latest) or date.max):
        by_day.setdefault(question.by.text if question.by else "", []).append(question)
    for day, group in by_day.items():
        yield from _wanted(cycle, day, group, on, columns)
    yield from _undated(cycle, [question for question in questions if question not in dated], columns)


def _wanted(cycle: Cycle, day: str, group: list[OpenQuestion], on: date, columns: int) -> Iterator[Line]:
    asked = {names.anyone(cycle, question.who) for question in group}
    alone = f"; {asked.copy().pop()} can answer" if len(asked) == 1 else ""
    yield []
    yield [(f"Wanted by {day}", "bold"), (_ago(group[0], on), "late"), (alone, "")]
    for question in group:
        who = "" if alone else f"{names.anyone(cycle, question.who)}: "
        yield from beside(question.key, who + question.ask, 2, COLUMN, columns, ("bold", ""))


def _ago(question: OpenQuestion, on: date) -> str:
    if not question.wanted_before(on) or not question.by or not question.by.latest:
        return ""
    days = (on - question.by.latest).days
    return f", {days} day{'' if days == 1 else 's'} ago"


def _undated(cycle: Cycle, questions: list[OpenQuestion], columns: int) -> Iterator[Line]:
    if not questions:
        return
    yield []
    yield [(f"No day named ({len(questions)})", "bold")]
    by_who: dict[str, list[str]] = {}
    for question in questions:
        who = names.anyone(cycle, question.who) if question.stated else NOT_PUT
        by_who.setdefault(who, []).append(question.key)
    for who, keys in by_who.items():
        style = "open" if who == NOT_PUT else ""
        yield from beside(who, f"{len(keys)}: {', '.join(keys)}", 2, COLUMN, columns, (style, "dim"))


def question_lines(cycle: Cycle, question: OpenQuestion, places: list[str], columns: int) -> Iterator[Line]:
    """Yield one question in full: what it asks, the reading in force, who can answer, what it is about."""
    for position, line in enumerate(wrap(f"{question.key}: {question.ask}", columns)):
        head = len(question.key) if position == 0 else 0
        yield [(line[:head], "bold"), (line[head:], "")]
    who = names.anyone(cycle, question.who)
    by = f", by {question.by.text}" if question.by else ""
    for label, text in (
        ("meanwhile", question.meanwhile),
        ("who", who + by),
        ("about", ", ".join(question.about)),
    ):
        if text:
            yield from beside(label, text, 2, COLUMN, columns)
    for place in places:
        yield from beside("", place, 2, COLUMN, columns, ("", "dim"))
