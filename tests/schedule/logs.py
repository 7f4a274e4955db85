"""Small logs written as lines of text: `2026-10-14 sent send ash lead-member`."""

from datetime import date

from peercycle.progress.fold import Progress, fold
from peercycle.progress.record import DOING, Record

AT = "2027-07-01T09:00:00.000+01:00"


def record(text: str, number: int = 1) -> Record:
    """Return the record of a line: day, what, the id of an action or a meeting, then the authority and the role, or -."""
    day, what, thing, *more = text.split()
    authority, role = (*(None if word == "-" else word for word in more), None, None)[:2]
    event = None if what in DOING else thing
    action = thing if what in DOING else None
    made = Record(f"r{number}", AT, "coordinator", what, date.fromisoformat(day))  # type: ignore[arg-type]
    return made._replace(action=action, event=event, authority=authority, role=role)


def records_of(text: str) -> list[Record]:
    """Return the records of a table, one a line, with the ids r1, r2 and so on."""
    lines = [line for line in text.strip().splitlines() if line.strip()]
    return [record(line, number) for number, line in enumerate(lines, 1)]


def progress_of(text: str, on: str = "2027-07-31") -> Progress:
    """Return what the records of a table come to on a day."""
    return fold(records_of(text), date.fromisoformat(on))
