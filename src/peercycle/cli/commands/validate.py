"""`peercycle validate`: find every fault of all files in one run."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from peercycle.cli.asking import OnOption, day
from peercycle.cli.ending import Ending
from peercycle.cli.screen import put, width

EXAMPLES = """\b
Examples:
  peercycle validate
  peercycle validate cycles/2017-18.yaml
  peercycle validate --strict --output-format github
  peercycle explain wrong-weekday"""


def validate(
    ctx: typer.Context,
    files: Annotated[
        list[Path] | None, typer.Argument(metavar="[FILE ...]", help="Cycle files [default: cycles/*.yaml].")
    ] = None,
    on: OnOption = None,
    output_format: Annotated[
        Literal["text", "json", "github"], typer.Option("--output-format", help="How to print what is found.")
    ] = "text",
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 1 for warnings too.")] = False,  # noqa: FBT002
    ignore: Annotated[
        list[str] | None, typer.Option("--ignore", metavar="RULE", help="Leave a rule out; may be repeated.")
    ] = None,
) -> int:
    """Find every fault in cycle files: all of them in one run, sorted by place."""
    from peercycle.cli import reporting
    from peercycle.rules import errors, remarks
    from peercycle.rules.manual import all_ids
    from peercycle.schedule.choosing import nearest
    from peercycle.workspace.files import FileTrouble
    from peercycle.workspace.finding import cycle_files
    from peercycle.workspace.opening import open_cycle

    for rule in ignore or ():
        if rule not in all_ids():
            close = nearest(rule, list(all_ids()))
            raise Ending(
                2, f"--ignore: no rule is called '{rule}'", f"Nearest: {', '.join(close)}" if close else ""
            )
    asked = day(ctx, on)
    chosen = files or [Path(ctx.obj.cycle)] if files or ctx.obj.cycle else cycle_files(Path())
    if not chosen:
        raise Ending(2, "no file is named, and there is none in cycles/", "Name one: peercycle validate FILE")
    opened, troubles = [], []
    for path in dict.fromkeys(chosen):
        try:
            opened.append(open_cycle(path, asked, (errors, remarks)))
        except FileTrouble as trouble:
            troubles.append(str(trouble))
    found = [item for each in opened for item in each.diagnostics if item.rule not in (ignore or ())]
    if output_format == "text":
        put(reporting.text_report(found, {each.reading.name: each.reading.text for each in opened}, width()))
        put(reporting.summary(found, opened, width()))
    else:
        print(reporting.AS[output_format](found))
    if troubles:
        raise Ending(2, "; ".join(troubles))
    severities = {item.severity for item in found}
    return int("error" in severities or (strict and "warning" in severities))
