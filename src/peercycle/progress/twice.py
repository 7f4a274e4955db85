"""Records that stand twice in a log, and different records with one id."""

from collections.abc import Mapping, Sequence

from peercycle.diagnostics.fault import Related, Severity, Span
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
        self._within = {number for lines in conflicts for number in lines}
        self._damage = damage

    def once(self) -> tuple[Record, ...]:
        """Return every record once, and note each that stands twice or has the id of another."""
        seen: dict[str, int] = {}
        kept = []
        for at, record in enumerate(self._records):
            first = seen.setdefault(record.id, at)
            differs = first != at and self._records[first]._replace(line=record.line) != record
            if first == at or differs:
                kept.append(record)
            if first != at:
                self._note(first, at, differs=differs)
        return tuple(kept)

    def _note(self, first: int, at: int, *, differs: bool) -> None:
        record = self._records[at]
        if self._damage.full:
            self._damage.more()
        elif differs:
            self._damage.conflicting(self._id(at), record.id, self._id(first))
        elif record.line not in self._within:
            # An accident where it stands right after itself; elsewhere merges leave such lines.
            severity: Severity = "warning" if self._records[at - 1].id == record.id else "info"
            related = (Related(self._id(first), "it stands here first"),)
            hint = "It counts once. Take one of them out."
            self._damage.torn(self._id(at), "this record stands twice in the log", hint, related, severity)

    def _id(self, at: int) -> Span:
        number = self._records[at].line
        return at_key(self._lines[number - 1], number, self._starts.get(at, 0), "id")
