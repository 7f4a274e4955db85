"""`peercycle explain`: what a rule means and how to satisfy it."""

from typing import Annotated

import typer

from peercycle.cli.ending import Ending, nearest_or
from peercycle.cli.screen import put, width

EXAMPLES = """\b
Examples:
  peercycle explain
  peercycle explain wrong-weekday"""


def explain(
    rule: Annotated[
        str | None, typer.Argument(metavar="[RULE]", help="The rule's id; none lists them all.")
    ] = None,
) -> int:
    """Show what a rule means, a wrong and a right example, and how to waive it."""
    from peercycle.cli.screens.manual import list_lines, page_lines
    from peercycle.rules.manual import all_ids, page
    from peercycle.schedule.choosing import nearest

    if rule is None:
        put(list_lines([page(key) for key in all_ids()], width()))
        return 0
    if rule not in all_ids():
        close = nearest(rule, list(all_ids()))
        raise Ending(2, f"no rule is called '{rule}'", nearest_or(close, "peercycle explain lists them."))
    put(page_lines(page(rule), width()))
    return 0
