"""A log as read. Apart from the reading itself, which a cycle without a log has no use for."""

from typing import Final, NamedTuple

from peercycle.diagnostics.fault import Diagnostic
from peercycle.progress.record import Record

LARGEST: Final = 64 * 1024 * 1024
"""The most bytes of a log."""


class Log(NamedTuple):
    """A log as read: its name, its text, its records in the order of their lines, and what is wrong with its lines.

    `unread` are the numbers of the lines of which something could not be read.
    """

    name: str
    text: str
    records: tuple[Record, ...]
    diagnostics: list[Diagnostic]
    unread: frozenset[int] = frozenset()
