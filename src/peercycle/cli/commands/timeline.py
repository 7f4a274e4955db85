"""`peercycle timeline`: everything with a date, in order."""

import typer

from peercycle.cli.asking import CycleOption, Format, ForOption, OnOption, ask, picked
from peercycle.cli.screen import put, width
from peercycle.cli.streams import say

EXAMPLES = """\b
Examples:
  peercycle timeline
  peercycle timeline --on 2017-12-01    # with a line at that day
  peercycle timeline --for bpn-trafford"""


def timeline(
    ctx: typer.Context,
    cycle: CycleOption = None,
    on: OnOption = None,
    only: ForOption = None,
    output_format: Format = "text",
) -> int:
    """Show everything with a date, in order, phase by phase."""
    from peercycle.cli.screens.timeline import timeline_json, timeline_lines
    from peercycle.schedule.timeline import timeline as in_order

    asked = ask(ctx, cycle, on)
    today = None if on is None and ctx.obj.on is None else asked.on
    plan = asked.status.plan
    about = picked(asked, plan, only)
    shown = in_order(plan, about.steps if about else None, in_words=True)
    if output_format == "json":
        say(timeline_json(shown) + "\n")
    else:
        put(timeline_lines(plan, shown, today, width()))
    return 0
