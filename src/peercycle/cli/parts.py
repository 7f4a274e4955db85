"""A command that has several parts, such as `tracker export` and `tracker import`."""

from collections.abc import Callable, Mapping
from types import ModuleType
from typing import Any, NoReturn

import typer
from typer.core import TyperCommand, TyperGroup


class Parts(TyperGroup):
    """A command with several parts, with help of its own."""

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Return a part by name; raises Ending where there is none."""
        if cmd_name not in self.commands:
            from peercycle.cli.usage import no_part

            raise no_part(ctx.command_path, cmd_name, list(self.commands))
        return self.commands[cmd_name]

    def get_help(self, ctx: Any) -> NoReturn:
        """Print the help of the command and leave."""
        from peercycle.cli.help_page import parts_help
        from peercycle.cli.screen import put, width

        summaries = {name: _summary(part.help) for name, part in self.commands.items()}
        put(parts_help(ctx.command_path, self.help or "", summaries, self.epilog or "", width()))
        raise typer.Exit


def _summary(text: str | None) -> str:
    sentence = (text or "").rstrip(".")
    return sentence[:1].lower() + sentence[1:]


def with_parts(
    app: typer.Typer, cls: type[TyperCommand], parts: Mapping[str, Callable[..., int]], module: ModuleType
) -> Any:
    """Return the command that a module is, each of its parts with those of the module's examples that are its own."""
    title, _, lines = module.EXAMPLES.partition("Examples:\n")
    for name, function in parts.items():
        own = [line for line in lines.splitlines() if line.split()[2:3] == [name]]
        app.command(name, cls=cls, epilog="\n".join([f"{title}Examples:", *own]))(function)
    callback = app.callback(
        cls=Parts, invoke_without_command=True, help=module.SUMMARY, epilog=module.EXAMPLES
    )
    callback(_alone)
    return typer.main.get_command(app)


def _alone(ctx: typer.Context) -> None:
    if ctx.invoked_subcommand is None:
        ctx.get_help()
