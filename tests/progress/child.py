"""A program of its own that appends to a log, for tests that kill it or fail its calls: LOG LINE ..., or LOG wait LINE ...

It says `ok` for each line once it is acknowledged, `no SENTENCE` where it is refused. With `wait` it says `ready` first and
goes on when a line comes in.
"""

import sys
from pathlib import Path

from peercycle.progress.append import NotWritten, append


def main(log: str, *lines: str) -> int:
    """Append each line by itself; return the exit code."""
    if lines[0] == "wait":
        said("ready")
        sys.stdin.readline()
        lines = lines[1:]
    for line in lines:
        try:
            append(Path(log), [line])
        except NotWritten as trouble:
            said(f"no {trouble}")
            return 2
        said("ok")
    return 0


def said(words: str) -> None:
    """Say something at once."""
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
