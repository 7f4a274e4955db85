"""`peercycle render`: checklists for authorities, agendas for meetings."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from peercycle.cli.asking import Asked, CycleOption, OnOption, ask
from peercycle.cli.ending import Ending
from peercycle.cli.screen import put

if TYPE_CHECKING:
    from peercycle.documents.edition import Edition
    from peercycle.workspace.rendering import Made

EXAMPLES = """\b
Kinds:
  checklist     what one authority must do, and by when   AUTHORITY
  agenda        the order of a meeting                    EVENT, or --next
  invitation    what those invited to a meeting must know EVENT/WHO
  market-place  offers of help beside requests for it     EVENT
  board-paper   headlines and placements for the Board    EVENT
  overview      the region in numbers, and what is open   EVENT
  questions     everything open, by who can say           the cycle
  programme     the whole cycle on two pages              the cycle
  all           every kind for every subject
\b
Examples:
  peercycle render checklist bolton
  peercycle render agenda --next --to html --out papers
  peercycle render checklist --to md,html --out out"""


def render(
    ctx: typer.Context,
    kind: Annotated[str, typer.Argument(metavar="KIND", help="What to make: checklist, agenda or all.")],
    subjects: Annotated[
        list[str] | None, typer.Argument(metavar="[SUBJECT ...]", help="For whom or what; none: all.")
    ] = None,
    to: Annotated[str, typer.Option("--to", metavar="FORMAT[,...]", help="md, html.")] = "md",
    folder: Annotated[
        str | None,
        typer.Option("--out", metavar="DIR", help="Write files here; without it, text to the terminal."),
    ] = None,
    upcoming: Annotated[bool, typer.Option("--next", help="The next meeting, for agenda.")] = False,
    cycle: CycleOption = None,
    on: OnOption = None,
) -> int:
    """Make a document, or one for every subject when none is named."""
    from peercycle.cli.subjects import formats_of, subjects_of
    from peercycle.documents.edition import Edition

    if folder is not None and not folder.strip():
        raise Ending(2, "--out names no folder", "Write --out DIR, or --out . for the folder you are in.")
    out = None if folder is None else Path(folder)
    formats = formats_of(to, out)
    asked = ask(ctx, cycle, on)
    status = asked.status
    wanted = subjects_of(status, kind, subjects or [], upcoming=upcoming)
    edition = Edition(status, asked.state)
    made = [
        document for one, about in wanted.items() for document in _made(asked, edition, one, about, formats)
    ]
    if out is None:
        put([[(line, "")] for document in made for line in document.content.decode().splitlines()])
    else:
        _write(out, made)
        put([[(f"{len(made)} document{'' if len(made) == 1 else 's'} written to {out}", "")]])
    return 0


def _made(
    asked: Asked, edition: "Edition", kind: str, about: Sequence[str], formats: Sequence[str]
) -> "list[Made]":
    """Return documents, none of them written yet; a template at fault ends the command with 1."""
    from peercycle.documents.templates import TemplateTrouble
    from peercycle.exports import ExtraMissing
    from peercycle.workspace.files import FileTrouble
    from peercycle.workspace.rendering import make

    try:
        return make(edition, asked.opened.path, kind, about, formats)
    except TemplateTrouble as trouble:
        raise Ending(
            1, str(trouble), "Nothing was written. Mend the template, or remove it to use the shipped one."
        ) from None
    except (ExtraMissing, FileTrouble) as trouble:
        raise Ending(2, str(trouble)) from None


def _write(out: Path, made: "list[Made]") -> None:
    from peercycle.workspace.files import FileTrouble, write

    try:
        for document in made:
            write(out, document.name, document.content)
    except FileTrouble as trouble:
        raise Ending(2, str(trouble)) from None
