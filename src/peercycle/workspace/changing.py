"""A cycle file changed and the change put in its log: both or neither, and nothing that the rules would refuse."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from peercycle.diagnostics.fault import Diagnostic
from peercycle.progress.append import NotWritten, append
from peercycle.reading.splicing import Setting, changed
from peercycle.rules import errors, remarks
from peercycle.workspace.files import FileTrouble, read, replace
from peercycle.workspace.logs import log_of
from peercycle.workspace.opening import Opened, examine

_MARK = b"\xef\xbb\xbf"


class Refused(Exception):
    """A change that would leave a file with errors it did not have; `opened` is the file as it would be."""

    def __init__(self, opened: Opened) -> None:
        super().__init__("the file would have errors")
        self.opened = opened


def tried(opened: Opened, on: date, settings: Sequence[Setting]) -> Opened:
    """Return a cycle file as it would be with these values set; raises Refused, and Unfit as `changed` does."""
    reading = opened.reading
    assert reading.loaded is not None  # noqa: S101 - a cycle was read from it
    text = changed(reading.text, reading.loaded, settings)
    after = examine(opened.path, text.encode(), on, (errors, remarks))
    if after.plan is None or not after.sound:
        raise Refused(after)
    return after


def warnings(before: Opened, after: Opened, on: date) -> list[Diagnostic]:
    """Return the warnings that a changed file has and had not before."""
    known = {
        (found.rule, found.message)
        for found in examine(before.path, before.reading.text.encode(), on, (errors, remarks)).diagnostics
    }
    return [
        found
        for found in after.diagnostics
        if found.severity == "warning" and (found.rule, found.message) not in known
    ]


def put(before: Opened, after: Opened, lines: Sequence[str]) -> None:
    """Put a changed cycle file in the place of the one that was read, and lines into its log; raises FileTrouble.

    The file comes first, and both while nobody else writes. Where the log cannot be written the file is put back; a stop
    between the two leaves the file changed and no line of it.
    """
    try:
        append(log_of(before.path), lines, _in_place(before, after))
    except NotWritten as trouble:
        raise FileTrouble(f"{trouble}; {before.path} is as it was") from None


@contextmanager
def _in_place(before: Opened, after: Opened) -> Iterator[None]:
    """Have a changed file in the place of the one that was read, which comes back where anything fails meanwhile."""
    path = Path(os.path.realpath(before.path))
    raw = read(path)
    if raw.removeprefix(_MARK) != before.reading.text.encode():
        raise NotWritten(f"{before.path} was changed meanwhile; run it again")
    replace(path, (_MARK if raw.startswith(_MARK) else b"") + after.reading.text.encode())
    try:
        yield
    except BaseException:
        try:
            replace(path, raw)
        except FileTrouble as trouble:
            message = (
                f"{before.path} was changed, but the log of it was not written, and it could not be put back"
            )
            raise FileTrouble(f"{message}: {trouble}") from None
        raise
