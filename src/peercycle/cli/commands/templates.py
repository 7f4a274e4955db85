"""`peercycle templates`: which templates there are, what they may use, and what is wrong with them."""

from typing import Final

import typer

from peercycle.cli.asking import CycleOption, OnOption, ask
from peercycle.cli.screen import put, width

SUMMARY = (
    "Look over the templates that papers are laid out by, those of this workspace before the shipped ones."
)
EXAMPLES = """\b
Examples:
  peercycle templates check"""


def check(ctx: typer.Context, cycle: CycleOption = None, on: OnOption = None) -> int:
    """List each template, where it comes from, what it may use, and every fault; all papers are laid out with it."""
    from peercycle.cli.screens.templates import template_lines
    from peercycle.documents.edition import Edition
    from peercycle.workspace.checking import checked, strays

    asked = ask(ctx, cycle, on)
    found = list(checked(Edition(asked.status, asked.state), asked.opened.path))
    astray = list(strays(asked.opened.path))
    put(template_lines(found, astray, width()))
    if astray or any(each.faults for each in found):
        return 1
    return 2 if any(each.lacking for each in found) else 0


PARTS: Final = {"check": check}
