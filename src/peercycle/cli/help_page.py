"""The help of the program and of each command: what one wants first, then how to write it, then what to try."""

from collections.abc import Iterator, Mapping, Sequence
from inspect import cleandoc
from typing import Any, Final

from peercycle.cli.screen import Line, beside, wrap

SUMMARY: Final = "One peer challenge cycle in one file: who owes what, by when, and every document."
COMMON: Final = (
    ("-c, --cycle FILE", "the cycle file [default: the one running that day]"),
    ("--on DATE", "the day to ask about [default: today]"),
    ("-h, --help", "this text, or a command's with examples"),
    ("--version", "the version of peercycle"),
)
HELP: Final = ("-h, --help", "this text")


def program_help(commands: Mapping[str, Mapping[str, str]], columns: int) -> Iterator[Line]:
    """Yield the help of the program: its commands by what one wants, and the options all of them share."""
    yield [("Usage: peercycle COMMAND [OPTIONS]", "")]
    yield []
    yield from ([(line, "")] for line in wrap(SUMMARY, columns))
    yield []
    for section, listed in commands.items():
        yield [(section, "bold")]
        yield from _rows(tuple(listed.items()), columns, 15)
    yield from _section("Options", COMMON, columns)
    yield []
    yield [("Start with: peercycle status", "")]


def command_help(
    path: str, summary: str, parameters: Sequence[Any], more: str, columns: int
) -> Iterator[Line]:
    """Yield the help of one command; `more` is its further sections and examples, each under an unindented heading."""
    arguments = [each for each in parameters if each.param_type_name == "argument"]
    options = [each for each in parameters if each.param_type_name == "option"]
    usage = " ".join([path, *(each.metavar for each in arguments), "[OPTIONS]"])
    yield from ([(line, "")] for line in wrap(f"Usage: {usage}", columns))
    yield []
    yield from ([(line, "")] for line in wrap(cleandoc(summary), columns))
    named = [(each.metavar, _meaning(each)) for each in arguments]
    if more.startswith("\b\nKinds"):
        named = []
    rows = [(_written(each), _meaning(each)) for each in options]
    extra, examples = _parts(more)
    yield from _lines(extra)
    if named:
        yield from _section("What to name", named, columns)
    yield from _section("Options", [*rows, HELP], columns)
    yield from _lines(examples)


def parts_help(path: str, summary: str, parts: Mapping[str, str], more: str, columns: int) -> Iterator[Line]:
    """Yield the help of a command that has several parts; `more` is its examples."""
    yield [(f"Usage: {path} COMMAND [OPTIONS]", "")]
    yield []
    yield from ([(line, "")] for line in wrap(summary, columns))
    yield from _section("Commands", tuple(parts.items()), columns)
    yield from _section("Options", [HELP], columns)
    yield from _lines(_parts(more)[1])


def _written(option: Any) -> str:
    names = ", ".join(sorted(option.opts, key=len))
    return f"{names} {option.metavar}" if option.metavar else names


def _meaning(parameter: Any) -> str:
    text = (parameter.help or "").rstrip(".")
    return text[:1].lower() + text[1:] if text[1:2].islower() or text[1:2] == " " else text


def _parts(more: str) -> tuple[list[str], list[str]]:
    """Part the sections that come before the options from the examples, which come after them."""
    lines = [line for line in more.splitlines() if line != "\b"]
    first = lines.index("Examples:") if "Examples:" in lines else len(lines)
    return lines[:first], lines[first:]


def _lines(lines: Sequence[str]) -> Iterator[Line]:
    for line in lines:
        if line.endswith(":") and not line.startswith(" "):
            yield []
            yield [(line[:-1], "bold")]
        else:
            yield [(line, "")]


def _section(heading: str, rows: Sequence[tuple[str, str]], columns: int) -> Iterator[Line]:
    yield []
    yield [(heading, "bold")]
    yield from _rows(rows, columns, min(32, 5 + max(len(name) for name, _ in rows)))


def _rows(rows: Sequence[tuple[str, str]], columns: int, column: int) -> Iterator[Line]:
    for name, meaning in rows:
        yield from beside(name, meaning, 2, column, columns, ("name", ""))
