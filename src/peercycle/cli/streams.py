"""The two streams of a run: made ready before it, emptied after it, silenced where nobody listens any more."""

import codecs
import os
import sys
from pathlib import Path
from typing import Final, TextIO

from peercycle.cli.ending import Ending

PLAIN: Final = "peercycle-plain"
SIMPLER: Final = {
    "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "-", "\u2212": "-", "\u2500": "-",
    "\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u2026": "...", "\u2022": "*", "\u00a0": " ",
    "\u00d7": "x", "\u2192": "->", "\u2610": "[ ]", "\u2611": "[x]", "\u00e6": "ae", "\u00c6": "AE",
    "\u00f8": "o", "\u00d8": "O", "\u0142": "l", "\u0141": "L", "\u00df": "ss",
}  # fmt: skip


def ready() -> None:
    """Make both streams fall back to plain characters where their encoding lacks one; raises Ending without stdout."""
    codecs.register_error(PLAIN, plainer)
    if sys.stderr is None:
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - for as long as the process runs
    if sys.stdout is None:
        raise Ending(2, "there is nowhere to write the answer: the standard output is closed")
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors=PLAIN)


def plainer(error: UnicodeError) -> tuple[str, int]:
    """Return ASCII for the characters an encoding lacks: dashes, quotes and dots of old, letters without accents."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(map(_plainer, error.object[error.start : error.end])), error.end


def _plainer(character: str) -> str:
    if character in SIMPLER:
        return SIMPLER[character]
    from unicodedata import normalize

    letters = normalize("NFKD", character).encode("ascii", "ignore").decode()
    return letters or "?"


def say(text: str, stream: TextIO | None = None) -> None:
    """Write a text to stdout; raises Ending where it cannot be written, and leaves a broken pipe to `run`."""
    try:
        (stream or sys.stdout).write(text)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _unwritten(error) from None


def emptied(code: int) -> int:
    """Write out what is still held back and return the exit code: 2 where the answer could not be written."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        silence()
    except OSError as error:
        silence()
        ending = _unwritten(error)
        ending.show()
        return ending.code
    return code


def silence() -> None:
    """Send stdout nowhere, so that what it still holds is not tried again when the process ends."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        return


def _unwritten(error: OSError) -> Ending:
    return Ending(2, f"the answer cannot be written ({(error.strerror or str(error)).lower()})")
