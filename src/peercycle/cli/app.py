"""The table of commands, and how a run ends: 0 well, 1 faults found, 2 wrong usage or file, 3 a defect here."""

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Annotated, Any, Final, NamedTuple, NoReturn

import typer
from typer.core import TyperCommand, TyperGroup

import peercycle
from peercycle.cli.ending import Ending
from peercycle.cli.streams import emptied, ready, say

COMMANDS: Final[dict[str, dict[str, str]]] = {
    "Ask": {
        "status": "where the cycle stands: who owes what, what is next",
        "timeline": "everything with a date, in order",
        "questions": "everything still open, and who can answer it",
        "history": "what has been recorded",
    },
    "Write down": {
        "record": "something was sent, signed or held",
        "note": "what was found, asked for and agreed; close it again",
        "assign": "an authority is in this group, or in this round",
        "confirm": "a meeting's day, hours, place or room",
        "answer": "a question is answered",
    },
    "Make": {
        "render": "every paper of the cycle, in the formats councils open",
        "calendar": "meetings and deadlines for the diary",
        "chase": "draft messages to those who owe something; sends nothing",
        "tracker": "the tracker for Excel, and a filled-in copy read back",
    },
    "The file": {
        "validate": "find every fault in a cycle file and its log",
        "explain": "what a rule means and how to satisfy it",
    },
}
CONTEXT: Final = {"help_option_names": ["-h", "--help"]}
PROGRAM: Final = "peercycle"


class Common(NamedTuple):
    """The options given before the command, taken where the command itself has none."""

    cycle: str | None = None
    on: str | None = None


class Command(TyperCommand):
    """One command, with help of its own."""

    def get_help(self, ctx: Any) -> NoReturn:
        """Print the help and leave."""
        from peercycle.cli.help_page import command_help
        from peercycle.cli.screen import put, width

        put(command_help(ctx.command_path, self.help or "", self.params, self.epilog or "", width()))
        raise typer.Exit


def loaded(name: str) -> Any:
    """Return one command, its module imported."""
    module = import_module(f"peercycle.cli.commands.{name}")
    app = typer.Typer(add_completion=False, rich_markup_mode=None, context_settings=CONTEXT)
    if parts := getattr(module, "PARTS", None):
        from peercycle.cli.parts import with_parts

        return with_parts(app, Command, parts, module)
    app.command(name, cls=Command, epilog=module.EXAMPLES)(getattr(module, name))
    return typer.main.get_command(app)


class Commands(TyperGroup):
    """The group of commands, each imported only when it is called."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002
        """Return the names of all commands, in the order of the help."""
        return [name for section in COMMANDS.values() for name in section]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Return a command by name; raises Ending where there is none."""
        names = self.list_commands(ctx)
        if cmd_name not in names:
            from peercycle.cli.usage import no_command

            raise no_command(cmd_name, names)
        return loaded(cmd_name)

    def get_help(self, ctx: Any) -> NoReturn:  # noqa: ARG002
        """Print the help of the program and leave."""
        from peercycle.cli.help_page import program_help
        from peercycle.cli.screen import put, width

        put(program_help(COMMANDS, width()))
        raise typer.Exit


def _version(value: bool) -> None:
    if value:
        say(f"peercycle {peercycle.__version__}\n")
        raise typer.Exit


def _common(
    ctx: typer.Context,
    cycle: Annotated[str | None, typer.Option("--cycle", "-c", metavar="FILE")] = None,
    on: Annotated[str | None, typer.Option("--on", metavar="DATE")] = None,
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True)] = False,  # noqa: ARG001
) -> None:
    ctx.obj = Common(cycle, on)
    if ctx.invoked_subcommand is None:
        ctx.get_help()


def run(arguments: Sequence[str]) -> int:
    """Run a command and return its exit code; nothing a person does ends in a traceback."""
    try:
        ready()
        code = _called(arguments)
    except Ending as ending:
        ending.show()
        code = ending.code
    except KeyboardInterrupt:
        code = 130
    except BrokenPipeError:
        code = 0
    except Exception as error:  # noqa: BLE001 - the last stop before a traceback
        code = _unforeseen(error, arguments)
    return code if sys.stdout is None else emptied(code)


def _called(arguments: Sequence[str]) -> int:
    first = arguments[0] if arguments else ""
    if any(first in section for section in COMMANDS.values()):
        # the usual case: nothing stands before the command, so the group need not be built
        return _invoked(loaded(first), f"{PROGRAM} {first}", arguments[1:], obj=Common())
    app = typer.Typer(cls=Commands, add_completion=False, rich_markup_mode=None, context_settings=CONTEXT)
    app.callback(invoke_without_command=True)(_common)
    return _invoked(typer.main.get_command(app), PROGRAM, arguments)


def _invoked(command: Any, path: str, arguments: Sequence[str], **extra: Any) -> int:
    try:
        with command.make_context(path, list(arguments), **extra) as context:
            return int(command.invoke(context) or 0)
    except typer.Exit as left:
        return left.exit_code


def _unforeseen(error: Exception, arguments: Sequence[str]) -> int:
    if hasattr(error, "format_message"):  # what typer says of wrong usage
        from peercycle.cli.usage import explained

        names = {name for section in COMMANDS.values() for name in section}
        ending = explained(error, next((word for word in arguments if word in names), ""))
    elif os.environ.get("PEERCYCLE_TRACEBACK"):
        raise error
    else:
        ending = Ending(
            3,
            f"this is a defect in peercycle itself, not in your file ({type(error).__name__}).",
            "Set PEERCYCLE_TRACEBACK=1 and run it again to see where.",
        )
    ending.show()
    return ending.code
