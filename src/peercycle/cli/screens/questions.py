"""The screens of `questions`: what is open by the day an answer is wanted, and one question in full."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from peercycle.cli.screen import Line, beside, flow
from peercycle.cli.screens.status_json import question_data
from peercycle.diagnostics.json_rows import listed
from peercycle.model.cycle import Cycle
from peercycle.schedule import names
from peercycle.schedule.questions import OpenQuestion

WIDEST: Final = 24


def questions_json(questions: tuple[OpenQuestion, ...]) -> str:
    """Return the open questions as a JSON array."""
    return listed([question_data(question) for question in questions])


def questions_lines(
    cycle: Cycle, questions: tuple[OpenQuestion, ...], on: date, columns: int
) -> Iterator[Line]:
    """Yield every open question: those with a day in full, the others by id under who can answer."""
    dated = [question for question in questions if question.by and question.by.latest]
    yield from flow(_head(questions, dated, on), columns)
    by_day: dict[str, list[OpenQuestion]] = {}
    for question in sorted(dated, key=lambda q: (q.by and q.by.latest) or date.max):
        by_day.setdefault(question.by.text if question.by else "", []).append(question)
    if dated:
        yield []
    for day, group in by_day.items():
        yield from _wanted(cycle, day, group, on, columns)
    yield from _undated(cycle, [question for question in questions if question not in dated], columns)


def _head(questions: tuple[OpenQuestion, ...], dated: list[OpenQuestion], on: date) -> Line:
    late = sum(question.wanted_before(on) for question in questions)
    line = [(f"{len(questions)} question{'' if len(questions) == 1 else 's'} open", "bold")]
    if late:
        line += [(": ", ""), (f"{late} past the day an answer was wanted", "late")]
    if len(dated) > late:
        line.append((f"{', ' if late else ': '}{len(dated) - late} with a day to come", ""))
    return line


def _wanted(cycle: Cycle, day: str, group: list[OpenQuestion], on: date, columns: int) -> Iterator[Line]:
    asked = {names.anyone(cycle, question.who) for question in group}
    alone = f"; {next(iter(asked))} can answer" if len(asked) == 1 and len(group) > 1 else ""
    yield from flow([(f"Wanted by {day}", "bold"), (_ago(group[0], on), "late"), (alone, "")], columns)
    column = min(WIDEST, 4 + max(len(question.key) for question in group))
    for question in group:
        who = "" if alone else f"{names.anyone(cycle, question.who)}: "
        yield from beside(question.key, who + question.ask, 2, column, columns, ("bold", ""))


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
    gathered: dict[tuple[str, bool], list[str]] = {}
    for question in sorted(questions, key=lambda question: not question.stated):
        key = names.anyone(cycle, question.who), question.stated
        gathered.setdefault(key, []).append(question.key)
    column = min(WIDEST, 4 + max(len(who) for who, _ in gathered))
    for (who, stated), keys in gathered.items():
        text = f"{len(keys)}{'' if stated else ', marked TBC without a question'}: {', '.join(keys)}"
        yield from beside(who, text, 2, column, columns, ("open" if who == names.NOBODY else "", "dim"))


def question_lines(
    cycle: Cycle, question: OpenQuestion, places: list[str], closing: str, columns: int
) -> Iterator[Line]:
    """Yield one question in full: what it asks, the reading in force, who can answer, and where it stands.

    `places` are the files and lines of its TBCs, `closing` the one under which its answer goes, "" for a TBC alone.
    """
    yield from flow([(question.key, "bold"), (f": {question.ask}", "")], columns)
    by = f", by {question.by.text}" if question.by else ""
    about = ", ".join(question.about) + (f" ({'; '.join(places)})" if places else "")
    facts = (
        ("meanwhile", question.meanwhile),
        ("who", names.anyone(cycle, question.who) + by),
        ("about", about),
    )
    for label, text in facts:
        if text:
            yield from beside(label, text, 2, 14, columns)
    close = (
        f"To close it, add `answer` under {closing}."
        if closing
        else "To close it, write what is known for its TBC."
    )
    yield from flow([(close, "dim")], columns)
