"""The bytes of a log read into records; what is no record is told with its line, and nothing else is lost by it."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Final

from peercycle.diagnostics.fault import Span
from peercycle.progress.damage import RESTORE, Damage
from peercycle.progress.decoding import LINE_END, decoded
from peercycle.progress.log import Log
from peercycle.progress.objects import BROKEN, scan
from peercycle.progress.record import Record
from peercycle.progress.salvage import Salvage
from peercycle.progress.twice import Twice
from peercycle.progress.wire import read_record

MOST_LINES: Final = 500_000
"""The most lines of a log that are read."""


def read_log(name: str, raw: bytes) -> Log:
    """Read the bytes of a log: every record that stands whole in it, once."""
    damage = Damage(name)
    text, lines = _split(decoded(raw, damage), damage)
    salvage = Salvage(lines, damage)
    with _without_collecting():
        records, starts = _records(lines, salvage)
        salvage.finish()
        kept = Twice(lines, records, starts, salvage.conflicts, damage).once()
    return Log(name, text, kept, damage.diagnostics(), frozenset(damage.unread))


def _split(text: str, damage: Damage) -> tuple[str, list[str]]:
    """Return a text and its lines; of one that has more lines than any log, the beginning."""
    lines = LINE_END.split(text, MOST_LINES) if "\r" in text else text.split("\n", MOST_LINES)
    if len(lines) > MOST_LINES and (rest := lines.pop()):
        text = text.removesuffix(rest)
        number = MOST_LINES + 1
        damage.unread.add(number)
        message = f"the log has more than {MOST_LINES:,} lines; from here on it is not read"
        damage.torn(Span(number, 1, number, 1), message, RESTORE)
    return text, lines


def _records(lines: Sequence[str], salvage: Salvage) -> tuple[list[Record], dict[int, int]]:
    """Return the records of all lines; and, by its position, where on its line one begins that is on an odd one."""
    records: list[Record] = []
    starts: dict[int, int] = {}
    done = 0
    for number, line in enumerate(lines, 1):
        if not line or number <= done:
            continue
        try:
            data, end = scan(line)
            if end == len(line) and type(data) is dict:
                records.append(read_record(data, number))
                continue
        except BROKEN:
            pass
        salvaged = salvage.line(number)
        starts |= {len(records) + at: start for at, (_, start) in enumerate(salvaged.records)}
        records += (record for record, _ in salvaged.records)
        done = number - 1 + salvaged.taken
    return records, starts


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Keep the collector of garbage from going through all records over and over while they are made."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
