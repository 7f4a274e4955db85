"""Cells of a filled-in workbook: what stands in them and where, and the day that one means or why it means none."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Final, Literal, NamedTuple

from peercycle.model.cycle import Cycle
from peercycle.model.phrase import Misread
from peercycle.model.points import month_length
from peercycle.model.when import long_date, read_when

Kind = Literal["text", "day", "number", "time", "truth", "error", "formula"]
ONE_DAY: Final = "Write one day, as in: 20/11/2026, 2026-11-20 or 20 November 2026."
_SLASHES: Final = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
_SHORT_YEAR: Final = re.compile(r"[0-9]{1,2}[-/. ]([0-9]{1,2}|[A-Za-z]{3,9})[-/. ][0-9]{2}")
_LONGEST: Final = 60


class Cell(NamedTuple):
    """What stands in a cell: a text as it is, the day of a date, and anything else by its kind; rows count from 1."""

    sheet: str
    row: int
    column: int
    kind: Kind
    text: str = ""
    day: date | None = None

    @property
    def plain(self) -> str:
        """What stands in it, as it is compared with what stood there: a day as 2026-11-20."""
        return self.day.isoformat() if self.day else " ".join(self.text.split())


class Grid(NamedTuple):
    """A sheet by its name with the cells that are not empty, row by row."""

    name: str
    rows: Sequence[Sequence[Cell]]


class Doubtful(Exception):
    """A cell that means no day for certain: what is wrong with it, and what to write."""

    def __init__(self, message: str, advice: str = ONE_DAY) -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice


def letters(column: int) -> str:
    """Return the letters of a column, counted from 1: A, Z, AA."""
    found = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        found = chr(ord("A") + rest) + found
    return found


def day_of(cell: Cell, cycle: Cycle, on: date) -> date:
    """Return the day that a cell means; raises Doubtful for one in doubt, still to come or before the cycle."""
    day = cell.day if cell.kind == "day" else _read(cell)
    assert day is not None  # noqa: S101 - a cell of this kind has one
    if day > on:
        raise Doubtful(
            f"{long_date(day)} is still to come: the day asked about is {long_date(on)}",
            "Leave it empty until it has happened.",
        )
    if cycle.runs.earliest and day < cycle.runs.earliest:
        raise Doubtful(
            f"{long_date(day)} is before the cycle {cycle.cycle} begins ({cycle.runs.words})",
            "Is the year right?",
        )
    return day


def _read(cell: Cell) -> date:
    if cell.kind == "number":
        raise Doubtful(f"{cell.text} is a number, not a day")
    if cell.kind != "text":
        kinds = {"time": "a time of day", "truth": "yes or no", "error": "an error"}
        raise Doubtful(f"{cell.text} is {kinds.get(cell.kind, cell.kind)}, not a day")
    text = " ".join(cell.text.split())
    if slashes := _SLASHES.fullmatch(text):
        return _slashed(text, *map(int, slashes.groups()))
    shown = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}..."
    if _SHORT_YEAR.fullmatch(text):
        raise Doubtful(f"'{shown}' has a year of two figures")
    try:
        when = read_when(text)
    except Misread:
        raise Doubtful(f"'{shown}' is no day that can be read for certain") from None
    if when.day is None or when.tbc:
        raise Doubtful(f"'{shown}' is not one day")
    weekday = when.points[0].weekday
    if weekday and not long_date(when.day).startswith(weekday):
        raise Doubtful(f"{shown} is not a {weekday}", f"Write {long_date(when.day)}, or another day.")
    return when.day


def _slashed(text: str, day: int, month: int, year: int) -> date:
    if month > 12 >= day > 0:
        raise Doubtful(f"'{text}' has its month first, as Americans write it", "Write the day first.")
    if year < 1 or not 1 <= month <= 12 or not 1 <= day <= month_length(year, month):
        raise Doubtful(f"there is no day '{text}'")
    return date(year, month, day)
