"""`peercycle render`: the papers of a cycle, for authorities, for meetings and for the whole of it."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from peercycle.cli.asking import CycleOption, OnOption, ask
from peercycle.cli.ending import Ending
from peercycle.cli.screen import put

EXAMPLES = """\b
Kinds:
  checklist          what one authority must do, and by when   AUTHORITY
  self-view          a self-view to be written on              AUTHORITY
  mou                who signs the memorandum                  AUTHORITY
  headlines          headlines, questions and places           AUTHORITY
  forum-notes        what is written down at the forum         AUTHORITY
  conversation-pack  papers for the Annual Conversation        AUTHORITY
  agenda             the order of a meeting                    EVENT, or --next
  invitation         what those invited must know              EVENT/WHO
  market-place       offers of help beside requests for it     EVENT
  board-paper        headlines and placements for the Board    EVENT
  overview           the region in numbers, and what is open   EVENT
  questions          everything open, by who can say           the cycle
  programme          the whole cycle on two pages              the cycle
  all                everything, with calendars and tracker, in folders with an index
\b
Examples:
  peercycle render checklist bolton
  peercycle render agenda --next --to html --out papers
  peercycle render all --to html,docx,pdf --out pack"""


def render(
    ctx: typer.Context,
    kind: Annotated[
        str, typer.Argument(metavar="KIND", help="What to make: a kind, several with commas between, or all.")
    ],
    subjects: Annotated[
        list[str] | None, typer.Argument(metavar="[SUBJECT ...]", help="For whom or what; none: all.")
    ] = None,
    to: Annotated[str, typer.Option("--to", metavar="FORMAT[,...]", help="md, html, docx, pdf.")] = "md",
    folder: Annotated[
        str | None,
        typer.Option("--out", metavar="DIR", help="Write files here; without it, text to the terminal."),
    ] = None,
    upcoming: Annotated[bool, typer.Option("--next", help="The next meeting, for its papers.")] = False,
    force: Annotated[
        bool, typer.Option("--force", help="Write over documents that somebody changed since.")
    ] = False,
    cycle: CycleOption = None,
    on: OnOption = None,
) -> int:
    """Make a document, or one for every subject when none is named."""
    from peercycle.cli.making import Order, filed, printed
    from peercycle.cli.screens.dated import outside_lines
    from peercycle.cli.subjects import formats_of

    if folder is not None and not folder.strip():
        raise Ending(2, "--out names no folder", "Write --out DIR, or --out . for the folder you are in.")
    out = None if folder is None else Path(folder)
    order = Order(kind, tuple(subjects or ()), tuple(formats_of(to, out)), upcoming)
    asked = ask(ctx, cycle, on)
    code = 0
    if out is None:
        put(printed(asked, order))
    else:
        code = filed(asked, order, out, force=force)
    put(outside_lines(asked.plan.cycle, asked.on), sys.stderr)
    return code
