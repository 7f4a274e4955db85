"""How a command ends early: a sentence on stderr and an exit code."""

import sys
from collections.abc import Sequence
from typing import Final

from peercycle.diagnostics.show import show

_SHORT: Final = 12
_LONG: Final = 40
"""How many ids are listed one by one, and how many of what they begin with."""


class Ending(Exception):
    """A command that cannot go on: what is wrong, what to do about it, and the exit code."""

    def __init__(self, code: int, message: str, advice: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.advice = advice

    def show(self) -> None:
        """Print it to stderr, cleaned; where nobody listens it is lost."""
        try:
            print(f"peercycle: {show(self.message)}", file=sys.stderr)
            if self.advice:
                print(show(self.advice), file=sys.stderr)
            sys.stderr.flush()
        except OSError:
            return


def nearest_or(close: tuple[str, ...], otherwise: str = "") -> str:
    """Return the advice after a misspelt id: the nearest ones, or something else where none is near."""
    return f"Nearest: {', '.join(close)}" if close else otherwise


def there_is(ids: Sequence[str]) -> str:
    """Return the advice after an id that names nothing: what there is, of many ids only what they begin with."""
    found = list(ids)
    if len(found) > _SHORT:
        found = list(dict.fromkeys(key.partition("/")[0] for key in ids))
    more = len(found) - _LONG
    said = ", ".join(found[:_LONG]) + (f" and {more} more" if more > 0 else "")
    return f"There {'is' if len(found) == 1 else 'are'}: {said}" if found else ""
