"""`peercycle questions`: everything still open, and who can answer it."""

from typing import Annotated

import typer

from peercycle.cli.asking import CycleOption, Format, OnOption, ask
from peercycle.cli.ending import Ending, nearest_or
from peercycle.cli.screen import put, width
from peercycle.cli.streams import say

EXAMPLES = """\b
Examples:
  peercycle questions
  peercycle questions january-year
  peercycle questions --output-format json"""


def questions(
    ctx: typer.Context,
    question: Annotated[str | None, typer.Argument(metavar="[ID]", help="One question, in full.")] = None,
    cycle: CycleOption = None,
    on: OnOption = None,
    output_format: Format = "text",
) -> int:
    """Show everything still open, and who can answer it."""
    from peercycle.cli.screens.questions import question_lines, questions_json, questions_lines
    from peercycle.cli.usage import cycle_path, with_option
    from peercycle.schedule.choosing import nearest
    from peercycle.schedule.questions import open_questions

    asked = ask(ctx, cycle, on)
    found = open_questions(asked.plan)
    if question is not None:
        ids = [item.key for item in found]
        found = tuple(item for item in found if item.key == question.lower())
        if not found:
            path = cycle_path(question)
            advice = with_option("peercycle questions", path) if path else nearest_or(nearest(question, ids))
            raise Ending(2, f"no open question is called '{question}'", advice)
    if output_format == "json":
        say(questions_json(found) + "\n")
    elif question is not None:
        closing = asked.where((("questions", found[0].key),))[0] if found[0].stated else ""
        put(question_lines(asked.plan.cycle, found[0], asked.where(found[0].places), closing, width()))
    else:
        put(questions_lines(asked.plan.cycle, found, asked.on, width()))
    return 0
