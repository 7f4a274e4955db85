"""The bytes of a log read into records; what is no record is told with its line, and nothing else is lost by it."""

import json
from typing import Final, NamedTuple

from peercycle.diagnostics.fault import Diagnostic
from peercycle.progress.record import Record
from peercycle.progress.wire import Malformed, read_record

LARGEST: Final = 64 * 1024 * 1024
"""The most bytes of a log."""


class Log(NamedTuple):
    """A log as read: its name, its text, its records in the order of their lines, and what is wrong with its lines."""

    name: str
    text: str
    records: tuple[Record, ...]
    diagnostics: list[Diagnostic]


def read_log(name: str, raw: bytes) -> Log:
    """Read the bytes of a log."""
    text = raw.decode("utf-8-sig", errors="replace")
    records = []
    for number, line in enumerate(text.split("\n"), 1):
        try:
            if line.strip():
                records.append(read_record(json.loads(line), number))
        except (Malformed, json.JSONDecodeError):
            continue
    return Log(name, text, tuple(records), [])
