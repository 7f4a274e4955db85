"""`peercycle answer`: close a question of the cycle file with its answer."""

from typing import Annotated

import typer

from peercycle.cli.asking import CycleOption, OnOption, ask
from peercycle.cli.ending import Ending, nearest_or
from peercycle.cli.recording import ByOption, NoteOption, text
from peercycle.cli.screen import put, width

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
    from peercycle.schedule.choosing import nearest
    from peercycle.schedule.questions import open_questions

    asked = ask(ctx, cycle, on)
    given = text("TEXT", words)
    if not given:
        raise Ending(2, "the answer is empty", f"As in: peercycle answer {question} 'The answer in words'")
    key = question.strip().lower()
    found = {item.key: item for item in open_questions(asked.plan)}
    stated = asked.plan.cycle.questions.get(key)
    if stated and stated.answer is not None:
        raise Ending(2, f"{key} is answered already: {stated.answer}", "Change the answer in the cycle file.")
    if key not in found:
        raise Ending(2, f"no open question is called '{question}'", nearest_or(nearest(key, list(found))))
    if not found[key].stated:
        where = "".join(asked.where(found[key].places))
        first = key.partition(" ")[0]
        known = first in asked.plan.events and key.partition(" ")[2] in ("date", "time", "place", "room")
        advice = f"peercycle confirm {first}, or write the value" if known else "Write the value"
        raise Ending(2, f"'{key}' is a TBC, which its value answers", f"{advice} in its place: {where}")
    setting = Setting(("questions", key, "answer"), given, ("ask", "about", "who", "by", "meanwhile"))
    record = Record("", "", "", "answered", asked.on)
    done = carry_out(asked, [setting], [record], by, note)
    put(changed_lines(done, f"Answered {key}", [], width()))
    return 0
