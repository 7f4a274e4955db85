"""How a command ends early: a sentence on stderr and an exit code."""

import sys

from peercycle.diagnostics.show import show


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
