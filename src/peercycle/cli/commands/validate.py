"""`peercycle validate`: find every fault of all files in one run."""

import os
from itertools import zip_longest
from pathlib import Path
from typing import Annotated, Literal

import typer

from peercycle.cli.asking import CycleOption, OnOption, day, did_you_mean
from peercycle.cli.ending import Ending, nearest_or
from peercycle.cli.screen import put, width
from peercycle.cli.streams import say

EXAMPLES = """\b
Examples:
  peercycle validate
  peercycle validate cycles/2017-18.yaml
  peercycle validate --strict --output-format github
  peercycle validate --ignore weekend-date"""


def validate(
    ctx: typer.Context,
    files: Annotated[
        list[Path] | None, typer.Argument(metavar="[FILE ...]", help="Cycle files [default: cycles/*.yaml].")
    ] = None,
    cycle: CycleOption = None,
    on: OnOption = None,
    output_format: Annotated[
        Literal["text", "json", "github"],
        typer.Option(
            "--output-format", metavar="text|json|github", help="How to print what is found [default: text]."
        ),
    ] = "text",
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 1 for warnings too.")] = False,
    ignore: Annotated[
        list[str] | None, typer.Option("--ignore", metavar="RULE", help="Leave a rule out; may be repeated.")
    ] = None,
) -> int:
    """Find every fault in cycle files and their progress logs: all of them in one run, sorted by place."""
    from peercycle.cli import reporting
    from peercycle.rules import errors, remarks
    from peercycle.workspace.files import FileTrouble
    from peercycle.workspace.logs import faults_of, open_log
    from peercycle.workspace.opening import open_cycle

    _known(ignore or [])
    asked = day(ctx, on)
    opened, logs, troubles, advice = [], [], [], list[str]()
    for path in _files(files or [], ctx.obj.cycle if cycle is None else cycle):
        try:
            opened.append(open_cycle(path, asked, (errors, remarks)))
            logs.append(open_log(path))
        except FileTrouble as trouble:
            troubles.append(str(trouble))
            advice += _advice(path)
    found = [
        item
        for each, log in zip_longest(opened, logs)
        for item in (*each.diagnostics, *(faults_of(log, each.plan if each.sound else None) if log else ()))
        if item.rule not in (ignore or ())
    ]
    if output_format != "text":
        say(reporting.AS[output_format](found).removesuffix("\n") + "\n")
    elif opened:
        texts = {
            name: text
            for each, log in zip_longest(opened, logs)
            for name, text in (
                (each.reading.name, each.reading.text),
                *([(log.name, log.text)] if log else []),
            )
        }
        put(reporting.text_report(found, texts, width()))
        put(reporting.summary(found, opened, width()))
    if troubles:
        raise Ending(2, "; ".join(troubles), " ".join(dict.fromkeys(advice)))
    severities = {item.severity for item in found}
    return int("error" in severities or (strict and "warning" in severities))


def _known(ignored: list[str]) -> None:
    if not ignored:
        return
    from peercycle.rules.manual import all_ids
    from peercycle.schedule.choosing import nearest

    for rule in ignored:
        if rule not in all_ids():
            close = nearest(rule, list(all_ids()))
            raise Ending(
                2, f"--ignore: no rule is called '{rule}'", nearest_or(close, "peercycle explain lists them.")
            )


def _advice(path: Path) -> list[str]:
    """Return what to do about a path that cannot be read: a folder, or a file of nearly the name of another."""
    if os.path.isdir(path):  # noqa: PTH112 - Path.is_dir raises for a name too long to be one
        return ["Without a file, peercycle validate takes every file in cycles/."]
    return did_you_mean(path)


def _files(named: list[Path], cycle: str | None) -> list[Path]:
    """Return the files to look at, each once: those named, else all in `cycles/`, else PEERCYCLE_CYCLE."""
    from peercycle.workspace.finding import cycle_files

    chosen = [*named, *([Path(cycle)] if cycle is not None else [])] or cycle_files(Path())
    if not chosen and (given := os.environ.get("PEERCYCLE_CYCLE")):
        chosen = [Path(given)]
    if not chosen:
        raise Ending(2, "no file is named, and there is none in cycles/", "Name one: peercycle validate FILE")
    return list(dict.fromkeys(_cycle_of(path) for path in chosen))


def _cycle_of(path: Path) -> Path:
    """Return the cycle file beside a progress log, any other path as it is."""
    from peercycle.workspace.logs import SUFFIX

    if not path.name.endswith(SUFFIX):
        return path
    stem = path.name.removesuffix(SUFFIX)
    return next(
        (p for p in (path.with_name(f"{stem}{end}") for end in (".yaml", ".yml")) if p.exists()), path
    )
