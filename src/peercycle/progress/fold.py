"""What a log comes to on a day: the records in force, found by what they are about."""

from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import Final, NamedTuple

from peercycle.progress.finding import Finding
from peercycle.progress.record import DOING, Record


class Noted(NamedTuple):
    """A finding with the record that noted it and, once it is closed, the record that closed it."""

    record: Record
    finding: Finding
    closed: Record | None

    @property
    def authority(self) -> str:
        """The authority it is about."""
        return self.record.authority or ""


class Progress:
    """The records in force on a day: those dated up to it and not undone, by date, time of writing and id.

    Where several lines have one id the first in order counts, so that a line that stands twice changes nothing.
    """

    def __init__(self, records: Iterable[Record]) -> None:
        self.records = tuple(records)

    @cached_property
    def latest(self) -> date | None:
        """The day of the latest thing recorded, None with nothing recorded."""
        return self.records[-1].date if self.records else None

    @cached_property
    def _doing(self) -> dict[tuple[str, str | None], list[Record]]:
        found: dict[tuple[str, str | None], list[Record]] = {}
        for record in self.records:
            if record.what in DOING and record.action:
                found.setdefault((record.action, record.authority), []).append(record)
        return found

    def of_task(
        self, action: str, authority: str | None, event: str | None = None, about: str | None = None
    ) -> tuple[Record, ...]:
        """Return what was recorded of a task: of an action and its authority, or of a whole task's id and None.

        A record that names a meeting, or another authority, is of the task for that one alone.
        """
        found = self._doing.get((action, authority), ())
        return tuple(r for r in found if r.event in (None, event) and r.about in (None, about))

    @cached_property
    def held(self) -> dict[str, Record]:
        """The first record of each meeting that was held, by its id."""
        found: dict[str, Record] = {}
        for record in self.records:
            if record.what == "held" and record.event:
                found.setdefault(record.event, record)
        return found

    @cached_property
    def postponed(self) -> dict[str, Record]:
        """The last record of each meeting that was put off or given a day, by its id, if it was put off last."""
        found: dict[str, Record] = {}
        for record in self.records:
            if record.event and record.what in ("postponed", "confirmed", "moved", "held"):
                found[record.event] = record
        return {key: record for key, record in found.items() if record.what == "postponed"}

    @cached_property
    def findings(self) -> tuple[Noted, ...]:
        """Every finding, in order, open or closed."""
        closed = {record.closes: record for record in reversed(self.records) if record.closes}
        return tuple(
            Noted(record, record.finding, closed.get(record.id)) for record in self.records if record.finding
        )

    @cached_property
    def chased(self) -> dict[str, tuple[Record, ...]]:
        """The records of reminders sent, by the id of each task they were about."""
        found: dict[str, tuple[Record, ...]] = {}
        for record in self.records:
            for task in record.tasks if record.what == "chased" else ():
                found[task] = (*found.get(task, ()), record)
        return found


NOTHING: Final = Progress(())


def fold(records: Iterable[Record], on: date | None = None) -> Progress:
    """Return what records come to on a day, or in all where none is given; what is undone never happened."""
    gathered: dict[str, Record] = {}
    for record in sorted(records, key=lambda record: record.order):
        gathered.setdefault(record.id, record)
    undone = {record.undoes for record in gathered.values() if record.what == "undone"}
    return Progress(
        record
        for record in gathered.values()
        if record.what != "undone" and record.id not in undone and (on is None or record.date <= on)
    )
