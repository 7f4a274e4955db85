"""`peercycle status`: where the cycle stands on a day."""

import sys
from typing import Annotated, Literal

import typer

from peercycle.cli.asking import CycleOption, ForOption, OnOption, ask, picked
from peercycle.cli.screen import put, width
from peercycle.cli.streams import say

EXAMPLES = """\b
Examples:
  peercycle status
  peercycle status -c cycles/2017-18.yaml --on 2017-12-01
  peercycle status --for bolton
  peercycle status --output-format csv
  peercycle status --check    # exit code 1 if anything is overdue"""


def status(
    ctx: typer.Context,
    cycle: CycleOption = None,
    on: OnOption = None,
    only: ForOption = None,
    output_format: Annotated[
        Literal["text", "json", "csv"],
        typer.Option(
            "--output-format", metavar="text|json|csv", help="How to print the answer [default: text]."
        ),
    ] = "text",
    check: Annotated[bool, typer.Option("--check", help="Exit with 1 if anything is overdue.")] = False,
) -> int:
    """Show where the cycle stands: who owes what, what is next, what is open."""
    found = (asked := ask(ctx, cycle, on)).status
    about = picked(asked, found.plan, only)
    tasks, meetings, counts = found.standings, found.plan.meetings, found.counts
    if about is None:
        from peercycle.cli.screens.status import status_lines

        lines = status_lines(found, width())
    else:
        from peercycle.cli.screens.dated import outside_lines
        from peercycle.cli.screens.status_for import counts_for, status_for_lines

        ids = {step.id for step in about.steps}
        tasks = tuple(standing for standing in tasks if standing.task.id in ids)
        meetings = tuple(meeting for meeting in meetings if meeting.id in ids)
        counts = counts_for(found, about.key, tasks)
        lines = status_for_lines(found, about.key, about.steps, width())
        if output_format == "text":  # of the whole cycle the heading says so
            put(outside_lines(found.plan.cycle, asked.on), sys.stderr)
    if output_format == "json":
        from peercycle.cli.screens.status_json import status_json

        say(status_json(found, counts, tasks, meetings, asked.state) + "\n")
    elif output_format == "csv":
        from peercycle.cli.screens.status_csv import status_csv

        say(status_csv(found, tasks))
    else:
        put(lines)
    return int(check and counts["overdue"] > 0)
