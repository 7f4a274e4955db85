"""The records in a line of a log that is not one object and nothing else: all that stand whole in it are read."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from peercycle.diagnostics.fault import Related, Span
from peercycle.progress.damage import ATTRIBUTES, Damage, whole
from peercycle.progress.objects import BROKEN, Doubled, Found, Seeker, may_be_record, may_begin_record, scan
from peercycle.progress.record import Record
from peercycle.progress.wire import Malformed, read_record

_MARKER: Final = re.compile(r"(<{7}|\|{7}|={7}|>{7})(?: .*)?")
_NUL: Final = "\0"
_BOM: Final = "\ufeff"
_NOTHING: Final = f" \t{_NUL}{_BOM}"
_LONGEST_SPREAD: Final = 200
_MOST_IN_VAIN: Final = 10_000
"""How many odd lines without a record are looked into; more of them are no log, and looking takes time."""
_MEND: Final = (
    "end it if you can see what it said, or record it again with peercycle record; then take it out."
)


class Salvaged(NamedTuple):
    """What was read from a line: records, each with the offset at which it begins, and how many lines were taken."""

    records: list[tuple[Record, int]]
    taken: int = 1


class Salvage:
    """Reads the odd lines of one log, in their order, and notes what is wrong with each."""

    def __init__(self, lines: Sequence[str], damage: Damage) -> None:
        self._lines = lines
        self._damage = damage
        self._seeker = Seeker()
        self._in_vain = 0
        self._markers: list[int] = []
        self.conflicts: list[range] = []
        """The lines of each conflict that git left, marks included."""

    def line(self, number: int) -> Salvaged:
        """Read a line by its number."""
        line = self._lines[number - 1]
        if self._in_vain < _MOST_IN_VAIN:
            salvaged = self._line(line, number)
            self._in_vain += not salvaged.records
            return salvaged
        if line.strip():
            self._damage.more()
        return Salvaged([])

    def finish(self) -> None:
        """Note the conflict that is still open at the end of the log."""
        if self._markers:
            self._close()

    def _line(self, line: str, number: int) -> Salvaged:
        if marker := _MARKER.fullmatch(line):
            self._marker(number, marker[1][0])
            return Salvaged([])
        if not line.strip(_NOTHING):
            self._empty(line, number)
            return Salvaged([])
        found = self._found(line)
        if not found and (spread := self._spread(number)):
            return spread
        if not found and _NUL in line:  # as where UTF-16 was written into the file
            line = line.replace(_NUL, "")
            found = self._found(line)
            if found:
                hint = "The record is read as if they were not there. Take them out."
                self._damage.torn(whole(line, number), "NUL characters stand within this line", hint)
        if found:
            self._beside(line, number, found)
        else:
            self._no_record(line, number)
        return Salvaged([(record, each.start) for each in found for record in self._read(each, line, number)])

    def _found(self, text: str) -> list[Found]:
        """Return the one object that a text is, with nothing beside it; else every record that stands in it."""
        start = len(text) - len(text.lstrip(_NOTHING))
        try:
            data, end = scan(text, start)
        except BROKEN:
            return list(self._seeker.records(text))
        alone = isinstance(data, dict) and not text[end:].strip(_NOTHING)
        return [Found(start, end, data)] if alone else list(self._seeker.records(text))

    def _read(self, found: Found, line: str, number: int) -> list[Record]:
        if isinstance(found.data, Doubled):
            self._damage.key_twice(line, number, found.start)
        try:
            return [read_record(found.data, number)]
        except Malformed as trouble:
            self._damage.malformed(trouble, line, number, found.start)
            return []

    def _empty(self, line: str, number: int) -> None:
        if count := line.count(_NUL):
            signs = f"{count:,} NUL characters" if count > 1 else "a NUL character"
            message = f"this line holds {signs}, as a crash or a full disk leaves them"
            hint = (
                "They say nothing. Take them out; at the end of the file the next record does so by itself."
            )
            self._damage.torn(whole(line, number), message, hint)
        elif _BOM in line:
            message, hint = "a byte order mark stands alone on this line", "It says nothing. Take it out."
            self._damage.torn(whole(line, number), message, hint)

    def _no_record(self, line: str, number: int) -> None:
        self._damage.unread.add(number)
        if "{" in line:
            message, hint = "this record is cut off or damaged, and cannot be read", f"M{_MEND}"
        else:
            message, hint = (
                "this line is no record",
                'A record begins with {"id": and ends with }. Take this out.',
            )
        self._damage.torn(whole(line, number), message, hint)

    def _beside(self, line: str, number: int, found: Sequence[Found]) -> None:
        """Note the first thing that stands beside whole records, and else what else is odd with their line."""
        starts = [0, *(each.end for each in found)]
        ends = [*(each.start for each in found), len(line)]
        for start, end in zip(starts, ends, strict=True):
            if rest := line[start:end].strip(_NOTHING):
                at = line.index(rest, start)
                self._damage.unread.add(number)
                message, hint = (
                    "this stands beside a whole record, and is none",
                    f"The record is read. As for this: m{_MEND}",
                )
                self._damage.torn(Span(number, at + 1, number, at + len(rest) + 1), message, hint)
                return
        if len(found) > 1:
            span = Span(number, found[0].start + 1, number, found[-1].end + 1)
            hint = "All are read. Give each a line of its own."
            self._damage.torn(span, f"{len(found)} records stand on one line", hint)
        elif _NUL in line or _BOM in line:
            signs = "NUL characters stand" if _NUL in line else "a byte order mark stands"
            hint = "The record is read. Take out what stands beside it."
            self._damage.torn(whole(line, number), f"{signs} beside this record", hint)

    def _spread(self, number: int) -> Salvaged | None:
        """Return the one record that begins on a line and ends on a later one, as where an editor laid it out."""
        if not self._lines[number - 1].strip().endswith(("{", ",", "[")):
            return None
        lines = self._lines[number - 1 : number - 1 + _LONGEST_SPREAD]
        end = next((at for at, line in enumerate(lines, 1) if line.rstrip() in ("}", "},")), 0)
        if any(may_begin_record(line) for line in lines[1:end]):
            return None
        found = self._found("\n".join(lines[:end]))
        if len(found) != 1 or found[0].start or not may_be_record(found[0].data):
            return None
        span = Span(number, 1, number + end - 1, len(lines[end - 1]) + 1)
        hint = "It is read. Put it on one line, for git merges the log line by line."
        self._damage.torn(span, f"one record stands on {end} lines", hint)
        return Salvaged([(record, 0) for record in self._read(found[0], lines[0], number)], end)

    def _marker(self, number: int, sign: str) -> None:
        if sign == "<" and self._markers:
            self._close()
        self._markers.append(number)
        if sign == ">":
            self._close()

    def _close(self) -> None:
        first, *others = self._markers
        self.conflicts.append(range(first, self._markers[-1] + 1))
        self._markers = []
        message = "git left a conflict here; the records between its marks are read"
        hint = f"Take out the marks and keep all else. So that git does so, .gitattributes needs the line: {ATTRIBUTES}"
        marks = tuple(Related(whole(self._lines[line - 1], line), "a mark of git") for line in others)
        self._damage.torn(whole(self._lines[first - 1], first), message, hint, marks)
