"""What typer says of wrong usage, in peercycle's words."""

from difflib import get_close_matches
from typing import Any

from peercycle.cli.ending import Ending, nearest_or


def no_command(name: str, names: list[str]) -> Ending:
    """Return how a run with a command that does not exist ends."""
    close = tuple(get_close_matches(name.lower(), names, 3, 0.5))
    return Ending(2, f"there is no command '{name}'", nearest_or(close, "peercycle --help lists them."))


def explained(error: Any, command: str) -> Ending:
    """Return how a run ends that typer refused; `command` is the one that was called, "" for none."""
    called = f"peercycle {command}" if command else "peercycle"
    advice = f"How it is used: {called} --help"
    if close := getattr(error, "possibilities", None):
        advice = nearest_or(tuple(sorted(close)))
    return Ending(2, _sentence(error, command or "peercycle"), advice)


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
    _, extra, words = error.message.partition("unexpected extra argument(s) (")
    if extra:
        return f"{called} can do nothing with '{words.removesuffix(')')}'"
    text: str = error.format_message()
    return text
