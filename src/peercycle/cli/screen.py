"""Lines of styled text put on stdout: plain when piped, through rich on a terminal, cleaned either way."""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from shutil import get_terminal_size
from typing import Final, TextIO

from peercycle.cli.streams import say
from peercycle.diagnostics.show import show

Run = tuple[str, str]
"""Text and its style: one of the keys of `STYLES`."""
Line = Sequence[Run]

STYLES: Final = {
    "": "",
    "bold": "bold",
    "dim": "dim",
    "error": "red",
    "late": "red",
    "warning": "yellow",
    "open": "yellow",
    "info": "cyan",
    "due": "cyan",
    "related": "cyan",
    "name": "cyan",
    "bold late": "bold red",
    "bold warning": "bold yellow",
    "bold due": "bold cyan",
    "good": "green",
}
NARROWEST, WIDEST, PIPED, NARROW = 40, 120, 100, 28


def width(stream: TextIO | None = None) -> int:
    """Return how many columns there are: the terminal's, else COLUMNS, else 100."""
    columns = os.environ.get("COLUMNS", "")
    if columns.isdigit() and int(columns) > 0:
        wanted = int(columns)
    else:
        wanted = get_terminal_size().columns if (stream or sys.stdout).isatty() else PIPED
    return max(NARROWEST, min(wanted, WIDEST))


def coloured(stream: TextIO) -> bool:
    """Whether a stream takes colour: a terminal does unless NO_COLOR is set, a pipe only if FORCE_COLOR is."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def put(lines: Iterable[Line], stream: TextIO | None = None) -> None:
    """Print lines, every text cleaned of what a terminal would obey."""
    out = stream or sys.stdout
    clean = [[(show(text), style) for text, style in line] for line in lines]
    if coloured(out):
        _rich(clean, out)
    else:
        say("".join("".join(text for text, _ in line).rstrip() + "\n" for line in clean), out)


def _rich(lines: list[list[Run]], out: TextIO) -> None:
    from rich.console import Console
    from rich.text import Text

    file = out if out.isatty() else StringIO()
    console = Console(
        file=file, force_terminal=True, highlight=False, markup=False, emoji=False, soft_wrap=True
    )
    for line in lines:
        console.print(Text.assemble(*((text, STYLES[style]) for text, style in line), end=""))
    if isinstance(file, StringIO):
        say(file.getvalue(), out)


def wrap(text: str, room: int) -> list[str]:
    """Return a text broken at spaces into lines of at most `room` characters; a longer word stands alone."""
    lines, line = [], ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > room:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return [*lines, line]


def cut(text: str, room: int) -> str:
    """Return a text of at most `room` characters, with an ellipsis for what is left out at its end."""
    return text if len(text) <= room else f"{text[: room - 1].rstrip()}…"


def flow(line: Line, columns: int) -> Iterator[Line]:
    """Yield a line of styled texts broken at spaces into lines of at most `columns` characters."""
    text = "".join(part for part, _ in line)
    start = 0
    for piece in wrap(text, columns):
        start = text.index(piece, start)
        yield list(_cut(line, start, start + len(piece)))
        start += len(piece)


def _cut(line: Line, start: int, end: int) -> Iterator[Run]:
    """Yield what stands between two characters of a line."""
    at = 0
    for text, style in line:
        piece = text[max(start - at, 0) : max(end - at, 0)]
        if piece:
            yield piece, style
        at += len(text)


def beside(
    label: str, text: str, indent: int, column: int, columns: int, styles: tuple[str, str] = ("", "")
) -> list[Line]:
    """Return a label in a column of its own with its text wrapped beside it.

    A label too long for the column gets its own line; where the screen is too narrow for both, the text stands below.
    """
    lines: list[Line] = []
    lead = " " * indent + label
    if columns - column < NARROW:
        column = indent + 2
    if label and len(lead) >= column:
        lines += [[(line, styles[0])] for line in hung(lead, columns, indent)]
        lead = ""
    for part in wrap(text, columns - column):
        lines.append([(lead.ljust(column), styles[0]), (part, styles[1])])
        lead = ""
    return lines


def hung(text: str, columns: int, indent: int) -> list[str]:
    """Return a text wrapped with each line indented."""
    return [" " * indent + line for line in wrap(text, columns - indent)]
