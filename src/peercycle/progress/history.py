"""A log told in the order in which things happened, with what was taken back by whom."""

from collections.abc import Iterable
from typing import NamedTuple

from peercycle.progress.record import Record


class Told(NamedTuple):
    """A record, and the one that takes it back, None where none does."""

    record: Record
    undone: Record | None


def told_in_order(records: Iterable[Record]) -> list[Told]:
    """Return every record once, in order, except those that only take others back."""
    known: dict[str, Record] = {}
    for record in sorted(records, key=lambda record: record.order):
        known.setdefault(record.id, record)
    undoing: dict[str, Record] = {}
    for record in known.values():
        if record.what == "undone":
            undoing.setdefault(record.undoes, record)
    return [Told(record, undoing.get(record.id)) for record in known.values() if record.what != "undone"]
