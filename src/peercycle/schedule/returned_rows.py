"""The rows of a filled-in tracker, found by their hidden keys and the headers of their columns, never by where they stand."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from peercycle.schedule.cells import Cell, Grid, letters
from peercycle.schedule.tracking import Column
from peercycle.schedule.wording import counted, listed

STAMP: Final = "peercycle"
"""The hidden sheet that says what a workbook was made from, and what stood in each cell."""
LAYOUT: Final = "1"
"""What tells this arrangement of columns and keys from later ones."""
_SEARCHED: Final = 20
"""Rows in which the headers are looked for: somebody may have put a line above them."""
_AGAIN: Final = "Export the tracker again, and fill that copy in."


class Fault(NamedTuple):
    """What is wrong in a workbook, where, and what to do; row and column are 0 for a whole sheet."""

    sheet: str
    row: int
    column: int
    message: str
    advice: str = ""

    @property
    def address(self) -> str:
        """Where it is: "Tracker!F12", or the sheet alone."""
        return f"{self.sheet}!{letters(self.column)}{self.row}" if self.row else self.sheet


class Stamp(NamedTuple):
    """What the hidden sheet of a workbook says: what it was made from, and what stood in each cell of each row by its key."""

    made: Mapping[str, str]
    stood: Mapping[str, Mapping[str, str]]


class Line(NamedTuple):
    """One row: its sheet, its number there, its key, and the cells that are not empty by the ids of their columns."""

    sheet: str
    number: int
    key: str
    cells: Mapping[str, Cell]


class Rows(NamedTuple):
    """What was found on a sheet: its rows, where each column stands, what is wrong, and what is worth saying."""

    lines: tuple[Line, ...] = ()
    columns: Mapping[str, int] = {}
    faults: tuple[Fault, ...] = ()
    remarks: tuple[str, ...] = ()


def at(cell: Cell, message: str, advice: str = "") -> Fault:
    """Return what is wrong with a cell."""
    return Fault(cell.sheet, cell.row, cell.column, message, advice)


def stamp_of(grid: Grid | None) -> Stamp:
    """Return what the hidden sheet says; nothing where there is none."""
    made: dict[str, str] = {}
    stood: dict[str, dict[str, str]] = {}
    for row in grid.rows if grid else ():
        cells = {cell.column: cell.plain for cell in row if cell.kind != "formula"}
        key, what, value = (cells.get(column, "") for column in (1, 2, 3))
        if key and what:
            stood.setdefault(key, {})[what] = value
        elif what:
            made[what] = value
    stood.pop("Key", None)
    return Stamp(made, stood)


def faults_of_stamp(stamp: Stamp, cycle: str) -> Iterator[Fault]:
    """Yield why a workbook is none of this cycle's that can be read here."""
    if not stamp.made.get("layout") or not stamp.made.get("cycle"):
        advice = f"Fill in a copy of the whole file that was exported. {_AGAIN}"
        yield Fault(STAMP, 0, 0, "the hidden sheet that every tracker has is not there or is empty", advice)
    elif stamp.made["cycle"] != cycle:
        message = f"this is the tracker of cycle {stamp.made['cycle']}, not of {cycle}"
        yield Fault(STAMP, 0, 0, message, "Name the other cycle with -c.")
    elif stamp.made["layout"] != LAYOUT:
        message = f"this tracker has layout {stamp.made['layout']}; this peercycle reads layout {LAYOUT}"
        yield Fault(STAMP, 0, 0, message, _AGAIN)


def rows_of(grid: Grid | None, name: str, columns: Sequence[Column], stood: Mapping[str, object]) -> Rows:
    """Return the rows of a sheet; `stood` are the keys that it was exported with."""
    if grid is None:
        message = f"there is no sheet {name}: was it renamed?"
        return Rows(faults=(Fault(name, 0, 0, message, "Give it its name back."),))
    header = _header(grid, columns)
    if header is None:
        message = "there is no row of headers with Key among them"
        return Rows(faults=(Fault(name, 0, 0, message, f"Leave the row of headers as it was. {_AGAIN}"),))
    places, faults, own = _places(grid, header, columns)
    lines: dict[str, Line] = {}
    for row in grid.rows if "key" in places else ():
        line = _line(row, places) if row[0].row > header[0].row else None
        if line is None:
            continue
        fault = _wrong_key(line, places, stood, lines)
        if fault:
            faults.append(fault)
        else:
            lines[line.key] = line
    gone = [] if faults else [key for key in stood if key not in lines]
    remarks = [*_own(name, own), *_gone(name, gone)]
    return Rows(tuple(lines.values()), places, tuple(faults), tuple(remarks))


def _header(grid: Grid, columns: Sequence[Column]) -> Sequence[Cell] | None:
    """Return the row of headers: the first that holds most of them."""
    wanted = {_spoken(column.header) for column in columns}
    rows = list(grid.rows[:_SEARCHED])
    best = max(rows, key=lambda row: len(wanted & {_spoken(cell.text) for cell in row}), default=None)
    return best if best and len(wanted & {_spoken(cell.text) for cell in best}) > 1 else None


def _spoken(header: str) -> str:
    return " ".join(header.split()).casefold()


def _places(
    grid: Grid, header: Sequence[Cell], columns: Sequence[Column]
) -> tuple[dict[str, int], list[Fault], list[str]]:
    """Return where each column stands, what is wrong with the headers, and the headers that are the user's own."""
    ids = {_spoken(column.header): column.id for column in columns}
    places: dict[str, int] = {}
    faults, own = [], []
    for cell in header:
        id_ = ids.get(_spoken(cell.text), "")
        if id_ in places:
            first = f"{letters(places[id_])}{cell.row}"
            faults.append(at(cell, f"the column {cell.plain} stands here and at {first}", "Take one out."))
        elif id_:
            places[id_] = cell.column
        else:
            own.append(cell.plain)
    for column in columns:
        if column.id not in places:
            message = f"there is no column {column.header}: was it renamed or taken out?"
            faults.append(Fault(grid.name, header[0].row, 1, message, "Give it its header back."))
    return places, faults, own


def _line(row: Sequence[Cell], places: Mapping[str, int]) -> Line | None:
    """Return a row with what stands in the columns known; None where nothing does."""
    by_column = {cell.column: cell for cell in row}
    cells = {id_: by_column[place] for id_, place in places.items() if place in by_column}
    if not cells:
        return None
    key = cells.pop("key", None)
    return Line(row[0].sheet, row[0].row, key.plain if key and key.kind == "text" else "", cells)


def _wrong_key(
    line: Line, places: Mapping[str, int], stood: Mapping[str, object], lines: Mapping[str, Line]
) -> Fault | None:
    """Return what is wrong with the key of a row, None where it is one that was exported and stands once."""
    if line.key in lines:
        message = f"this row stands twice: its key '{line.key}' is that of row {lines[line.key].number}, too"
        return Fault(line.sheet, line.number, places["key"], message, "Take one of them out.")
    if line.key in stood:
        return None
    if not line.key:
        message, advice = (
            "there is no key here: this row was not in the tracker that was exported",
            "Take it out.",
        )
    else:
        message, advice = f"'{line.key}' is no key of this tracker: it was changed", _AGAIN
    return Fault(line.sheet, line.number, places["key"], message, advice)


def _own(name: str, own: Sequence[str]) -> Iterator[str]:
    if own:
        yield f"{name}: columns of your own, not read: {listed(own)}"


def _gone(name: str, gone: Sequence[str]) -> Iterator[str]:
    if gone:
        shown = ", ".join(gone[:4]) + (f" and {len(gone) - 4} more" if len(gone) > 4 else "")
        yield f"{name}: {counted(len(gone), 'row')} left out, and so left as on record: {shown}"
