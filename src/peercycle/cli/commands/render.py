"""`peercycle render`: checklists for authorities, agendas for meetings."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from peercycle.cli.asking import CycleOption, OnOption, ask
from peercycle.cli.ending import Ending
from peercycle.cli.screen import put

if TYPE_CHECKING:
    from peercycle.schedule.status import Status

EXAMPLES = """\b
Kinds:
  checklist   what one authority must do, and by when    AUTHORITY
  agenda      the order of a meeting                     EVENT, or --next
\b
Examples:
  peercycle render checklist bolton
  peercycle render agenda --next --to html --out papers
  peercycle render checklist --to md,html --out out"""


def render(
    ctx: typer.Context,
    kind: Annotated[str, typer.Argument(metavar="KIND", help="What to make: checklist or agenda.")],
    subjects: Annotated[
        list[str] | None, typer.Argument(metavar="[SUBJECT ...]", help="For whom or what; none: all.")
    ] = None,
    to: Annotated[str, typer.Option("--to", metavar="FORMAT[,...]", help="md, html.")] = "md",
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="DIR", help="Write files here; without it, text to the terminal."),
    ] = None,
    upcoming: Annotated[bool, typer.Option("--next", help="The next meeting, for agenda.")] = False,  # noqa: FBT002
    cycle: CycleOption = None,
    on: OnOption = None,
) -> int:
    """Make a document, or one for every subject when none is named."""
    from peercycle.schedule.status import Status
    from peercycle.workspace.files import FileTrouble, write
    from peercycle.workspace.rendering import make, template_folders

    formats = _formats(to, out)
    asked = ask(ctx, cycle, on)
    status = Status(asked.plan, asked.on)
    chosen = _subjects(status, kind, subjects or [], upcoming=upcoming)
    made = list(make(status, kind, chosen, formats, asked.state, template_folders(asked.opened.path)))
    if out is None:
        put([[(line, "")] for document in made for line in document.content.decode().splitlines()])
        return 0
    try:
        for document in made:
            write(out, document.name, document.content)
    except FileTrouble as trouble:
        raise Ending(2, str(trouble)) from None
    put([[(f"{len(made)} document{'' if len(made) == 1 else 's'} written to {out}", "")]])
    return 0


def _formats(to: str, out: Path | None) -> list[str]:
    from peercycle.workspace.rendering import FORMATS

    formats = [part.strip().lower().lstrip(".") for part in to.split(",") if part.strip()]
    unknown = [part for part in formats if part not in FORMATS]
    if unknown or not formats:
        raise Ending(
            2, f"--to: '{', '.join(unknown) or to}' is not a format", f"Formats: {', '.join(FORMATS)}"
        )
    if out is None and formats != ["md"]:
        raise Ending(2, f"--to {to} makes files; say where", "Add --out DIR.")
    return list(dict.fromkeys(formats))


def _subjects(status: "Status", kind: str, named: list[str], *, upcoming: bool) -> tuple[str, ...]:
    from peercycle.documents.kinds import KINDS
    from peercycle.schedule.choosing import nearest

    if kind not in KINDS:
        close = nearest(kind, list(KINDS))
        raise Ending(
            2,
            f"'{kind}' is not a kind of document",
            f"Nearest: {close[0]}" if close else f"Kinds: {', '.join(KINDS)}",
        )
    possible = KINDS[kind].subjects(status.plan)
    if upcoming:
        return (_next(status),) if kind == "agenda" and not named else _misused()
    found: list[str] = []
    for name in named:
        under = [subject for subject in possible if subject == name or subject.startswith(name + "/")]
        if not under:
            close = nearest(name, list(possible))
            raise Ending(
                2, f"no {kind} can be made of '{name}'", f"Nearest: {', '.join(close)}" if close else ""
            )
        found += under
    return tuple(dict.fromkeys(found)) or possible


def _next(status: "Status") -> str:
    ahead = [
        meeting for meeting in status.plan.meetings if meeting.date.day and meeting.date.day >= status.on
    ]
    if not ahead:
        raise Ending(2, "no meeting with a day lies ahead", "Name one: peercycle render agenda EVENT")
    return min(ahead, key=lambda meeting: meeting.date.day or status.on).id


def _misused() -> tuple[str, ...]:
    raise Ending(2, "--next is for one agenda, without naming a meeting")
