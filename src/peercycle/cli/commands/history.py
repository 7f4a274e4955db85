"""`peercycle history`: what has been recorded."""

from typing import Annotated

import typer

from peercycle.cli.asking import Asked, CycleOption, Format, OnOption, ask, one_day
from peercycle.cli.ending import Ending, nearest_or
from peercycle.cli.screen import put, width
from peercycle.cli.streams import say

EXAMPLES = """\b
Examples:
  peercycle history
  peercycle history --for bolton --since 2017-11-01
  peercycle history --what chased
  peercycle history --output-format json"""


def history(
    ctx: typer.Context,
    record: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="One record, or all of one command, in full.")
    ] = None,
    only: Annotated[
        str | None,
        typer.Option("--for", metavar="ID", help="Only of this authority, group, round, action or event."),
    ] = None,
    what: Annotated[
        str | None, typer.Option("--what", metavar="WHAT", help="Only of this kind, as sent, held or noted.")
    ] = None,
    by: Annotated[
        str | None, typer.Option("--by", metavar="WHO", help="Only what this person wrote.")
    ] = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DATE", help="Only what happened from this day.")
    ] = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="DATE", help="Only what happened up to this day.")
    ] = None,
    cycle: CycleOption = None,
    on: OnOption = None,
    output_format: Format = "text",
) -> int:
    """Show what has been recorded, in the order in which it happened; what was taken back is said to be."""
    from peercycle.cli.screens.history import history_json, history_lines, record_lines
    from peercycle.progress.history import Told, told_in_order

    asked = ask(ctx, cycle, on)
    told = told_in_order(asked.log.records)
    wanted = _kind(what)
    first = one_day("--since", since) if since else None
    last = one_day("--until", until) if until else None
    concerned = _concerned(asked, only)

    def kept(item: Told) -> bool:
        entry = item.record
        return (
            wanted in (None, entry.what)
            and (by is None or entry.by.casefold() == by.strip().casefold())
            and (first is None or entry.date >= first)
            and (last is None or entry.date <= last)
            and (concerned is None or not concerned.isdisjoint(entry.names))
        )

    chosen = [item for item in told if kept(item)]
    if record is not None:
        key = record.strip().lower()
        chosen = [item for item in chosen if item.record.id == key or item.record.id.startswith(f"{key}-")]
        if not chosen:
            raise Ending(2, f"nothing is recorded under '{record}'", "peercycle history shows the ids.")
    if output_format == "json":
        say(history_json(chosen) + "\n")
    elif record is not None:
        put(record_lines(asked.plan, chosen, width()))
    else:
        put(history_lines(asked.plan, chosen, len(told), width()))
    return 0


def _kind(what: str | None) -> str | None:
    from peercycle.progress.record import WHATS
    from peercycle.schedule.choosing import nearest

    if what is None or what in WHATS:
        return what
    close = nearest(what, list(WHATS))
    raise Ending(2, f"--what: no record is called '{what}'", nearest_or(close, f"One of: {', '.join(WHATS)}"))


def _concerned(asked: Asked, only: str | None) -> set[str] | None:
    """Return the ids that a record must name one of; None without --for."""
    from peercycle.cli.asking import picked
    from peercycle.schedule.choosing import meant

    if only is None:
        return None
    key = meant(asked.plan, only)
    parts = {key}
    if key in asked.plan.cycle.groups or key in asked.plan.cycle.rounds:
        members = asked.plan.cast.authorities.items()
        parts |= {authority for authority, subject in members if key in (subject.group, subject.round)}
    elif key not in asked.plan.cycle.questions:
        picked(asked, asked.plan, [only])
    return parts
