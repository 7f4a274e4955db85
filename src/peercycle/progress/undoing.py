"""Taking back what was recorded: a further record, dated as the one it takes back, so that it holds for every day."""

from collections.abc import Iterable
from difflib import get_close_matches

from peercycle.model.when import long_date
from peercycle.progress.record import CHANGING, Record

_DASHES = 3
"""How many there are in an id, before the number of those that share it."""


class NotUndone(Exception):
    """What cannot be taken back, why, and what to do instead."""

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice


def undoing(records: Iterable[Record], key: str) -> list[tuple[Record, Record]]:
    """Return each record that an id, or the part that all of one command share, stands for, with the one that undoes it.

    The undoing record has no id yet. Raises NotUndone.
    """
    known = {record.id: record for record in records}
    shared = key.count("-") == _DASHES
    meant = [r for id_, r in known.items() if id_ == key or (shared and id_.startswith(f"{key}-"))]
    if not meant:
        close = get_close_matches(key, known, 3, 0.8)
        nearest = f"Nearest: {', '.join(close)}" if close else "peercycle history shows them."
        raise NotUndone(f"nothing is recorded under '{key}'", nearest)
    undone = {record.undoes: record for record in known.values() if record.what == "undone"}
    open_ = [record for record in meant if record.id not in undone]
    if not open_:
        by = undone[meant[0].id]
        raise NotUndone(f"'{key}' is taken back already, by {by.by}", "Record it anew if it did happen.")
    for record in open_:
        if record.what == "undone":
            again = f"Record anew what happened; it was taken back on {long_date(record.date)}."
            raise NotUndone(f"'{key}' takes something back, and stays", again)
        if record.what in CHANGING:
            advice = f"Put the old value back with the same command; peercycle history {record.id} shows it."
            raise NotUndone(f"'{key}' changed the cycle file", advice)
    return [(record, _undone(record)) for record in open_]


def _undone(record: Record) -> Record:
    about = (record.action, record.event, record.authority, record.about, record.role)
    return Record("", "", "", "undone", record.date, *about, undoes=record.id)
