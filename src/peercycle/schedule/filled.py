"""What one row of a filled-in tracker says, cell by cell, and what in it cannot be read."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from peercycle.model.cycle import Cycle
from peercycle.progress.wire import LONGEST_TEXT
from peercycle.schedule.cells import Cell, Doubtful, day_of
from peercycle.schedule.returned_rows import Fault, Line, at
from peercycle.schedule.tracking import NOT_NEEDED, Column, plain
from peercycle.schedule.wording import listed

_SHOWN = 60


class Filled(NamedTuple):
    """A row as it was filled in: its days by the ids of their columns, its note, and its state where that was changed.

    `unread` are the columns of days whose cells cannot be read.
    """

    days: Mapping[str, date]
    unread: frozenset[str]
    note: str
    state: str
    faults: tuple[Fault, ...]


class Filling(NamedTuple):
    """What the rows of one sheet are read by: the columns, the words for states, and when a day can be."""

    columns: Sequence[Column]
    places: Mapping[str, int]
    states: Sequence[str]
    cycle: Cycle
    on: date

    def read(self, line: Line, was: Mapping[str, str]) -> Filled:
        """Return what a row says; `was` is what stood in its cells when it was exported."""
        faults = [*self._fixed(line, was)]
        days: dict[str, date] = {}
        unread = set()
        for column in self.columns:
            cell = line.cells.get(column.id)
            if not column.day or cell is None or cell.plain == was.get(column.id) == NOT_NEEDED:
                continue
            try:
                days[column.id] = self._day(cell, column, was)
            except Doubtful as doubt:
                faults.append(at(cell, doubt.message, doubt.advice))
                unread.add(column.id)
        note, state = self._text(line, "note", faults), self._text(line, "state", faults)
        if len(note) > LONGEST_TEXT:
            message = f"this note has {len(note):,} characters; a note has at most {LONGEST_TEXT:,}"
            faults.append(at(line.cells["note"], message))
        state = " ".join(state.split()).casefold()
        if state and state not in self.states:
            advice = f"Leave it as it was; the states are {listed(self.states)}."
            faults.append(at(line.cells["state"], f"'{_short(state)}' is no state", advice))
        changed = state if state != was.get("state") else ""
        return Filled(days, frozenset(unread), note, changed, tuple(faults))

    def _day(self, cell: Cell, column: Column, was: Mapping[str, str]) -> date:
        if cell.kind == "formula":
            raise Doubtful(*_FORMULA)
        if was.get(column.id) == NOT_NEEDED:
            raise Doubtful("nobody signs here: this action does not need that signature", "Empty the cell.")
        return day_of(cell, self.cycle, self.on)

    def _fixed(self, line: Line, was: Mapping[str, str]) -> Iterator[Fault]:
        """Yield what was changed in the columns that nobody is to change, and formulas in them."""
        for column in self.columns:
            if not column.fixed or column.id == "key" or column.id not in self.places:
                continue
            cell, stood = line.cells.get(column.id), was.get(column.id, "")
            if cell is not None and cell.kind == "formula":
                yield at(cell, *_FORMULA)
            elif (plain(cell.plain) if cell else "") != stood:
                now = f"'{_short(cell.plain)}'" if cell else "nothing"
                message = f"{column.header} was '{_short(stood)}' when it was exported, and is {now} now"
                yield Fault(line.sheet, line.number, self.places[column.id], message, _SORTED)

    def _text(self, line: Line, column: str, faults: list[Fault]) -> str:
        cell = line.cells.get(column)
        if cell is None:
            return ""
        if cell.kind == "formula":
            faults.append(at(cell, *_FORMULA))
            return ""
        return cell.day.isoformat() if cell.day else cell.text.strip()


_FORMULA = ("this is a formula, and only what is written is read", "Write what it comes to.")
_SORTED = "Was a part of the rows sorted without the rest? Change it back, or export the tracker again."


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}..."
