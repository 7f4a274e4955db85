"""`peercycle answer`: close a question of the cycle file with its answer."""

from typing import TYPE_CHECKING, Annotated

import typer

from peercycle.cli.asking import Asked, CycleOption, OnOption, ask
from peercycle.cli.ending import Ending, nearest_or
from peercycle.cli.recording import ByOption, NoteOption, text
from peercycle.cli.screen import put, width

if TYPE_CHECKING:
    from peercycle.schedule.questions import OpenQuestion

EXAMPLES = """\b
Examples:
  peercycle answer conversation-dates "One by one, by email"
  peercycle answer conversation-dates "In March" --note 'Email of 8 January'"""


def answer(
    ctx: typer.Context,
    question: Annotated[str, typer.Argument(metavar="QUESTION", help="The question, by its id.")],
    words: Annotated[str, typer.Argument(metavar="TEXT", help="The answer, in words.")],
    note: NoteOption = None,
    by: ByOption = None,
    cycle: CycleOption = None,
    on: OnOption = None,
) -> int:
    """Write the answer to a question into the cycle file, which closes it, and into the log that it was answered."""
    from peercycle.cli.changing import carry_out
    from peercycle.cli.screens.changed import changed_lines
    from peercycle.progress.record import Record
    from peercycle.reading.splicing import Setting
    from peercycle.schedule.questions import open_questions

    asked = ask(ctx, cycle, on)
    given = text("TEXT", words)
    if given in ("", "TBC"):
        message = "TBC is no answer" if given else "the answer is empty"
        raise Ending(2, message, f"As in: peercycle answer {question} 'The answer in words'")
    key = question.strip().lower()
    found = {item.key: item for item in open_questions(asked.plan)}
    stated = asked.plan.cycle.questions.get(key)
    if stated and stated.answer is not None:
        raise Ending(2, f"{key} is answered already: {stated.answer}", "Change the answer in the cycle file.")
    if key not in found:
        raise _not_asked(asked, question, key)
    if not found[key].stated:
        raise _of_value(asked, found[key])
    setting = Setting(("questions", key, "answer"), given, ("ask", "about", "who", "by", "meanwhile"))
    record = Record("", "", "", "answered", asked.on)
    done = carry_out(asked, [setting], [record], by, note)
    put(changed_lines(done, f"Answered {key}", [], width()))
    return 0


def _not_asked(asked: Asked, written: str, key: str) -> Ending:
    """Return what to say of a question that nobody has put: the one that a TBC belongs to, or the nearest."""
    from peercycle.schedule.choosing import nearest
    from peercycle.schedule.questions import open_questions, subject_of

    found = open_questions(asked.plan)
    for item in found:
        if any(" ".join(subject_of(place)[::2]) == key for place in item.places):
            message = f"'{key}' is a TBC, which belongs to the question {item.key}"
            return Ending(2, message, f"{_way(asked, item, key)}; then: peercycle answer {item.key} TEXT")
    return Ending(
        2, f"no open question is called '{written}'", nearest_or(nearest(key, [item.key for item in found]))
    )


def _of_value(asked: Asked, item: "OpenQuestion") -> Ending:
    """Return what to say of a TBC that nobody has put in words: its value is what is wanted."""
    return Ending(2, f"'{item.key}' is a TBC, which its value answers", _way(asked, item, item.key))


def _way(asked: Asked, item: "OpenQuestion", key: str) -> str:
    """Return how a value that is TBC is set: by a command where there is one, else in its place."""
    from peercycle.schedule.questions import subject_of

    places = tuple(place for place in item.places if " ".join(subject_of(place)[::2]) == key)
    where = "".join(asked.where(places))
    entry, section, name = subject_of(places[0])
    command = ""
    if section == "authorities" and name in ("group", "round"):
        command = f"assign {entry} --{name} ID"
    elif section == "events" and name in ("date", "time", "place", "room"):
        command = f"confirm {entry} --{name} {'DATE' if name == 'date' else 'TEXT'}"
    elif section == "actions" and name == "due":
        command = f"confirm {entry} --date DEADLINE"
    return (
        f"peercycle {command}, or write the value in its place: {where}"
        if command
        else f"Write the value in its place: {where}"
    )
