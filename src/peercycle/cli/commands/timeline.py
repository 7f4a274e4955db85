"""`peercycle timeline`: everything with a date, in order."""

from typing import Annotated

import typer

from peercycle.cli.asking import CycleOption, Format, OnOption, ask, picked
from peercycle.cli.screen import put, width

EXAMPLES = """\b
Examples:
  peercycle timeline
  peercycle timeline --on 2017-12-01    (with a line at that day)
  peercycle timeline --for bpn-trafford"""


def timeline(
    ctx: typer.Context,
    cycle: CycleOption = None,
    on: OnOption = None,
    only: Annotated[
        str | None, typer.Option("--for", metavar="ID", help="Only what concerns this id.")
    ] = None,
    output_format: Format = "text",
) -> int:
    """Show everything with a date, in order, phase by phase."""
    from peercycle.cli.screens.timeline import timeline_json, timeline_lines
    from peercycle.schedule.timeline import timeline as in_order

    asked = ask(ctx, cycle, on)
    shown = in_order(asked.plan, picked(asked.plan, only))
    if output_format == "json":
        print(timeline_json(shown))
    else:
        put(timeline_lines(asked.plan, shown, asked.on if on else None, width()))
    return 0
