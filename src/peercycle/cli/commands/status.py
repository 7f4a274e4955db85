"""`peercycle status`: where the cycle stands on a day."""

from typing import Annotated

import typer

from peercycle.cli.asking import CycleOption, Format, ForOption, OnOption, ask, picked
from peercycle.cli.screen import put, width
from peercycle.cli.streams import say

EXAMPLES = """\b
Examples:
  peercycle status
  peercycle status -c cycles/2017-18.yaml --on 2017-12-01
  peercycle status --for bolton
  peercycle status --output-format json
  peercycle status --check    # exit code 1 if anything is overdue"""


def status(
    ctx: typer.Context,
    cycle: CycleOption = None,
    on: OnOption = None,
    only: ForOption = None,
    output_format: Format = "text",
    check: Annotated[bool, typer.Option("--check", help="Exit with 1 if anything is overdue.")] = False,
) -> int:
    """Show where the cycle stands: who owes what, what is next, what is open."""
    from peercycle.cli.screens.status_for import counts_for, status_for_lines
    from peercycle.schedule.status import Status

    asked = ask(ctx, cycle, on)
    found = Status(asked.plan, asked.on)
    steps = picked(asked.plan, only)
    ids = None if steps is None else {step.id for step in steps}
    tasks = [standing for standing in found.standings if ids is None or standing.task.id in ids]
    counts = counts_for(found, only or "", tasks)
    if output_format == "json":
        from peercycle.cli.screens.status_json import status_json

        meetings = [meeting for meeting in asked.plan.meetings if ids is None or meeting.id in ids]
        say(status_json(found, counts, tasks, meetings, asked.state) + "\n")
    elif steps is not None:
        put(status_for_lines(found, only or "", steps, width()))
    else:
        from peercycle.cli.screens.status import status_lines

        put(status_lines(found, width()))
    return int(check and counts["overdue"] > 0)
