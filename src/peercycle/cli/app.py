"""The table of commands, and how a run ends: 0 well, 1 faults found, 2 wrong usage or file, 3 a defect here."""

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Annotated, Any, Final, NamedTuple

import typer
from typer.core import TyperGroup

import peercycle
from peercycle.cli.ending import Ending

COMMANDS: Final[dict[str, dict[str, str]]] = {
    "Ask": {
        "status": "where the cycle stands: who owes what, what is next",
        "timeline": "everything with a date, in order",
        "questions": "everything still open, and who can answer it",
    },
    "Make": {
        "render": "checklists for authorities, agendas for meetings",
    },
    "The file": {
        "validate": "find every fault in a cycle file",
        "explain": "what a rule means and how to satisfy it",
    },
}
SUMMARY: Final = "One peer challenge cycle in one file: who owes what, by when, and every document."
COMMON: Final = (
    ("-c, --cycle FILE", "the cycle file [default: the one running that day]"),
    ("--on DATE", "the day to ask about [default: today]"),
    ("-h, --help", "this text, or a command's with examples"),
    ("--version", "the version of peercycle"),
)
CONTEXT: Final = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


class Common(NamedTuple):
    """The options given before the command, taken where the command itself has none."""

    cycle: str | None = None
    on: str | None = None


class Commands(TyperGroup):
    """The group of commands, each imported only when it is called."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002
        """Return the names of all commands, in the order of the help."""
        return [name for section in COMMANDS.values() for name in section]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Return a command by name, None where there is none."""
        if cmd_name not in self.list_commands(ctx):
            return None
        module = import_module(f"peercycle.cli.commands.{cmd_name}")
        app = typer.Typer(add_completion=False, rich_markup_mode=None, context_settings=CONTEXT)
        app.command(cmd_name, epilog=module.EXAMPLES)(getattr(module, cmd_name))
        return typer.main.get_command(app)

    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002
        """Write the help: commands by what one wants, then the options that all share."""
        formatter.write(f"Usage: peercycle COMMAND [OPTIONS]\n\n{SUMMARY}\n\n")
        for section, commands in COMMANDS.items():
            formatter.write(f"{section}\n")
            for name, summary in commands.items():
                formatter.write(f"  {name:<12} {summary}\n")
        formatter.write("\nOptions\n")
        for option, meaning in COMMON:
            formatter.write(f"  {option:<18} {meaning}\n")
        formatter.write("\nStart with: peercycle status\n")


def _version(value: bool) -> None:  # noqa: FBT001 - typer calls it so
    if value:
        typer.echo(f"peercycle {peercycle.__version__}")
        raise typer.Exit


def _common(
    ctx: typer.Context,
    cycle: Annotated[str | None, typer.Option("--cycle", "-c", metavar="FILE")] = None,
    on: Annotated[str | None, typer.Option("--on", metavar="DATE")] = None,
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True)] = False,  # noqa: ARG001, FBT002
) -> None:
    ctx.obj = Common(cycle, on)
    if ctx.invoked_subcommand is None:
        typer.echo(ctx.get_help())


def run(arguments: Sequence[str]) -> int:
    """Run a command and return its exit code; nothing a person does ends in a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    app = typer.Typer(cls=Commands, add_completion=False, rich_markup_mode=None, context_settings=CONTEXT)
    app.callback(invoke_without_command=True)(_common)
    command = typer.main.get_command(app)
    try:
        code = _ended(command, arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code


def _ended(command: Any, arguments: Sequence[str]) -> int:
    try:
        return int(command.main(args=list(arguments), prog_name="peercycle", standalone_mode=False) or 0)
    except Ending as ending:
        ending.show()
        return ending.code
    except (BrokenPipeError, KeyboardInterrupt, SystemExit):
        raise
    except Exception as error:
        if hasattr(error, "exit_code") and hasattr(error, "show"):  # what typer says of wrong usage
            error.show()
            return int(error.exit_code)
        if os.environ.get("PEERCYCLE_TRACEBACK"):
            raise
        Ending(3, f"this is a defect in peercycle itself, not in your file ({type(error).__name__}).",
               "Set PEERCYCLE_TRACEBACK=1 and run it again to see where.").show()  # fmt: skip
        return 3
