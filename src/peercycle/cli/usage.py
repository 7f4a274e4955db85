"""What typer says of wrong usage, in peercycle's words."""

import re
from difflib import get_close_matches
from typing import Any, Final

from peercycle.cli.ending import Ending, nearest_or

_ELSEWHERE: Final = dict.fromkeys(("--format", "--formats", "--output-format", "--type", "-f", "-t"), "--to")
"""What other programs call an option; letters are much alike in others that are not meant."""


def no_command(name: str, names: list[str]) -> Ending:
    """Return how a run with a command that does not exist ends."""
    if name.lower() == "help":
        return Ending(
            2, f"there is no command '{name}'", "Help: peercycle --help, or peercycle COMMAND --help"
        )
    close = tuple(get_close_matches(name.lower(), names, 3, 0.5))
    return Ending(2, f"there is no command '{name}'", nearest_or(close, "peercycle --help lists them."))


def no_part(called: str, name: str, names: list[str]) -> Ending:
    """Return how a run ends with a part that a command does not have."""
    close = tuple(get_close_matches(name.lower(), names, 3, 0.5))
    return Ending(2, f"there is no '{called} {name}'", nearest_or(close, f"There are: {', '.join(names)}"))


def explained(error: Any, command: str) -> Ending:
    """Return how a run ends that typer refused; `command` is the one that was called, "" for none."""
    if error.ctx is not None and error.ctx.command_path.startswith(f"peercycle {command} "):
        command = error.ctx.command_path.partition(" ")[2]  # a part of it, such as tracker import
    called = f"peercycle {command}" if command else "peercycle"
    advice = f"How it is used: {called} --help"
    if meant := _meant(error):
        advice = nearest_or((meant,))
    elif close := getattr(error, "possibilities", None):
        advice = nearest_or(tuple(sorted(close)))
    elif (path := cycle_path(_surplus(error))) and _takes_cycle(error):
        advice = with_option(called, path)
    return Ending(2, _sentence(error, command or "peercycle"), advice)


def _meant(error: Any) -> str:
    """Return the option of this command that goes by the name written elsewhere, "" for none."""
    meant = _ELSEWHERE.get(getattr(error, "option_name", ""), "")
    there = error.ctx is not None and any(meant in each.opts for each in error.ctx.command.params)
    return meant if there else ""


def _surplus(error: Any) -> str:
    """Return the arguments that a command can do nothing with, "" for any other wrong usage."""
    words: str = error.message.partition("unexpected extra argument(s) (")[2]
    return words.removesuffix(")")


def with_option(called: str, path: str) -> str:
    """Return how a cycle file is named that stands where a command takes none."""
    return f"A cycle file is named with -c: {called} -c {path}"


def cycle_path(words: str) -> str:
    """Return the path of a cycle file that is the first of these arguments, "" where they do not look like one."""
    if found := re.match(r"[^\n]*?\.ya?ml(?!\S)", words):
        return f'"{found[0]}"' if " " in found[0] else found[0]
    first = words.partition(" ")[0]
    return first if "/" in first or "\\" in first else ""


def _takes_cycle(error: Any) -> bool:
    return error.ctx is not None and any("--cycle" in each.opts for each in error.ctx.command.params)


def _sentence(error: Any, called: str) -> str:
    match type(error).__name__:
        case "NoSuchOption":
            return f"{called} has no option {error.option_name}"
        case "BadOptionUsage":
            without = "not take a value" in error.message
            return f"{error.option_name} {'takes no value' if without else 'wants a value after it'}"
        case "MissingParameter":
            return f"{error.param.metavar or error.param.name} is missing"
        case "BadParameter" if error.param is not None:
            choices = error.param.type_descriptor.choices
            wanted = f"one of {', '.join(choices)} is wanted" if choices else error.message
            return f"{max(error.param.opts, key=len)}: {wanted}"
        case _:
            pass
    if words := _surplus(error):
        return f"{called} can do nothing with '{words}'"
    text: str = error.format_message()
    return text
