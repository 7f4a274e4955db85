"""Records that stand twice in a log, and different records with one id."""

from collections.abc import Mapping, Sequence

from peercycle.diagnostics.fault import Related, Span
from peercycle.progress.damage import Damage, at_key
from peercycle.progress.record import Record


class Twice:
    """Compares the records of one log by their ids.

    `starts` holds the offset in its line of a record, by its position, where it may not be the line's first character.
    `conflicts` are the stretches of lines in which git left the lines of both sides.
    """

    def __init__(
        self,
        lines: Sequence[str],
        records: Sequence[Record],
        starts: Mapping[int, int],
        conflicts: Sequence[range],
        damage: Damage,
    ) -> None:
        self._lines = lines
        self._records = records
        self._starts = starts
        self._conflicts = conflicts
        self._damage = damage

    def once(self) -> tuple[Record, ...]:
        """Return every record once, and note each that stands twice or has the id of another."""
        seen: dict[str, int] = {}
        kept = []
        for at, record in enumerate(self._records):
            first = seen.setdefault(record.id, at)
            if first == at:
                kept.append(record)
            elif self._records[first]._replace(line=record.line) != record:
                self._damage.conflicting(self._id(at), record.id, self._id(first))
                kept.append(record)
            elif not any(record.line in lines for lines in self._conflicts):
                # An accident where it stands right after itself; elsewhere merges leave such lines.
                accident = self._records[at - 1].id == record.id
                related = (Related(self._id(first), "it stands here first"),)
                self._damage.torn(
                    self._id(at),
                    "this record stands twice in the log",
                    "It counts once. Take one of them out.",
                    related,
                    "warning" if accident else "info",
                )
        return tuple(kept)

    def _id(self, at: int) -> Span:
        number = self._records[at].line
        return at_key(self._lines[number - 1], number, self._starts.get(at, 0), "id")
