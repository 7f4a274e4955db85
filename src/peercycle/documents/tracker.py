"""The tracker as a workbook: a page that says how it is filled in, a sheet of milestones, one of meetings, and its stamp."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final, Literal, NamedTuple

from peercycle.documents.edition import Edition
from peercycle.documents.glossary import provenance
from peercycle.documents.readership import team_alone
from peercycle.documents.wording import cycle_label
from peercycle.model.when import long_date
from peercycle.schedule.returned_rows import LAYOUT, STAMP
from peercycle.schedule.status import STATES
from peercycle.schedule.tracking import (
    MEETING_STATES,
    NOT_NEEDED,
    TRACKER,
    Column,
    Row,
    Sheet,
    Value,
    plain,
    sheets,
)

Kind = Literal["fixed", "state", "day", "note", "key"]
Style = Literal["title", "heading", "text", "fine"]
_FIRST: Final = date(1900, 3, 1)
_PROMPTS: Final[Mapping[str, str]] = {
    "sent": "The day it was sent. Leave it empty until it has happened.",
    "done": "The day it was done, where no days of sending and signing say so.",
    "held": "The day the meeting was held. Leave it empty until it has happened.",
    "state": "Follows from the days in this row; it is worked out anew by peercycle.",
    "note": "Kept with a day that you fill in on this row. A note alone is not kept.",
}


class Heading(NamedTuple):
    """A column of a workbook: its header, what it holds, the prompt shown in its cells, and the words it takes."""

    header: str
    kind: Kind
    prompt: str = ""
    choices: tuple[str, ...] = ()


class Page(NamedTuple):
    """A sheet that is one table; a hidden one is for the program that reads it back."""

    name: str
    headings: tuple[Heading, ...]
    rows: tuple[tuple[Value, ...], ...]
    hidden: bool = False


class Book(NamedTuple):
    """A workbook: `opening` are the paragraphs of its first sheet; two lines stand on each page that is printed.

    Days filled in lie between `first` and the day of filling in; `made` is the day it holds for.
    """

    title: str
    opening: tuple[tuple[Style, str], ...]
    pages: tuple[Page, ...]
    handling: str
    provenance: str
    first: date
    made: date


def tracker_book(edition: Edition) -> Book:
    """Return the tracker of a cycle on a day."""
    listed = sheets(edition.status)
    cycle = edition.cycle
    title = plain(f"{cycle.region}: peer challenge tracker, {cycle_label(cycle.cycle)}")
    handling = plain(f"For {team_alone(edition)}. {cycle.handling or ''}")
    made = plain(provenance(edition))
    pages = (*map(_page, listed), _stamp(edition, listed))
    first = cycle.runs.earliest or _FIRST
    return Book(title, tuple(_opening(edition, title, listed)), pages, handling, made, first, edition.on)


def _page(sheet: Sheet) -> Page:
    states = STATES if sheet.name == TRACKER else MEETING_STATES
    headings = tuple(_heading(column, states) for column in sheet.columns)
    rows = tuple(tuple(row.values.get(column.id) for column in sheet.columns) for row in sheet.rows)
    return Page(sheet.name, headings, rows)


def _heading(column: Column, states: tuple[str, ...]) -> Heading:
    if column.day:
        prompt = _PROMPTS.get(column.id, "The day of this signature. Leave it empty until it has happened.")
        return Heading(column.header, "day", prompt)
    if column.id == "state":
        return Heading(column.header, "state", _PROMPTS["state"], states)
    if column.id == "note":
        return Heading(column.header, "note", _PROMPTS["note"])
    return Heading(column.header, "key" if column.id == "key" else "fixed")


def _stamp(edition: Edition, listed: tuple[Sheet, ...]) -> Page:
    """Return what a filled-in copy is compared with: what it was made from, and what stood in each cell."""
    made = {
        "layout": LAYOUT,
        "cycle": edition.cycle.cycle,
        "state": edition.state,
        "on": edition.on.isoformat(),
    }
    rows = [("", what, value) for what, value in made.items()]
    rows += [cell for sheet in listed for row in sheet.rows for cell in _cells(row)]
    headings = tuple(Heading(header, "fixed") for header in ("Key", "What", "Value"))
    return Page(STAMP, headings, tuple(rows), hidden=True)


def _cells(row: Row) -> Iterator[tuple[str, str, str]]:
    for column, value in row.values.items():
        if value and column != "key":
            yield row.key, column, value.isoformat() if isinstance(value, date) else value


def _opening(edition: Edition, title: str, listed: tuple[Sheet, Sheet]) -> Iterator[tuple[Style, str]]:
    tracker, meetings = listed
    yield "title", title
    yield "heading", plain(f"For {team_alone(edition)}")
    yield "text", "It shows how every authority stands. Send it to nobody else."
    if handling := plain(edition.cycle.handling or ""):
        yield "text", handling
    yield "heading", "What this is"
    yield (
        "text",
        (
            f"Where the cycle stands on {long_date(edition.on)}. The sheet {tracker.name} has one row for each authority and "
            f"action ({len(tracker.rows)}), the sheet {meetings.name} one for each meeting ({len(meetings.rows)})."
        ),
    )
    if not edition.status.progress.records:
        yield (
            "text",
            (
                "Nothing is recorded yet. Until something is, the state overdue says no more than that the day has passed."
            ),
        )
    yield "heading", "How to fill it in"
    yield from (("text", line) for line in _filling_in(tracker, edition.on))
    yield "heading", "How it is read back"
    yield (
        "text",
        (
            "Save it as an Excel workbook (.xlsx), without macros or formulas. Then peercycle tracker import FILE shows each "
            "difference, and peercycle tracker import FILE --apply records it."
        ),
    )
    yield "heading", "What the states mean"
    yield from (("text", f"{state}: {meaning}") for state, meaning in _MEANINGS.items())
    yield "fine", plain(provenance(edition))


def _filling_in(tracker: Sheet, on: date) -> Iterator[str]:
    filled = [column.header for column in tracker.columns if column.day]
    fixed = [column.header for column in tracker.columns if column.fixed and column.id != "key"]
    yield f"Columns for you to fill in: {', '.join(filled)}, Held on and Note. Leave all others as they are."
    yield (
        f"Write the day on which it happened, as in {on:%d/%m/%Y} or {on.day} {on:%B %Y}, always with four figures for "
        "the year. Leave a cell empty until it has happened: a day still to come is not taken."
    )
    yield (
        f"Where a cell says {NOT_NEEDED}, that role does not sign this action. Something is done once it is sent and every "
        "signature is there; write Done on yourself only where it is done without them."
    )
    yield (
        "A note is kept with a day that is new in its row, as the remark on what happened. A note without one is not kept: "
        "reading it back says so."
    )
    yield (
        "Rows may be sorted, filtered and left out, columns moved, and columns of your own added. Emptying a cell takes "
        "nothing back: that is done with peercycle record --undo."
    )
    yield f"Not read back, and not to be changed: {', '.join(fixed)}, Meeting and Planned for."


_MEANINGS: Final[Mapping[str, str]] = {
    "done": "recorded as done, or sent with every signature.",
    "overdue": "its last day has passed, and it is not recorded as done.",
    "blocked": "it waits for something else whose day has passed.",
    "due": "its day is near.",
    "upcoming": "its day is further off.",
    "undated": "no day is known yet.",
    "past, held, postponed, tbc": "of a meeting: its day has passed; it was held; it was put off; its day is to be confirmed.",
}
