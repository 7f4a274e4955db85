"""Makes logs of any length for the made-up cycle, to measure with: signatures of authorities, one after another."""

from datetime import date, timedelta
from itertools import cycle, islice, product
from pathlib import Path

from peercycle.progress.record import Record
from peercycle.progress.wire import written
from peercycle.workspace.opening import open_cycle

ROOT = Path(__file__).parent.parent
MADE_UP = ROOT / "examples" / "made-up" / "cycles" / "2026-27.yaml"
FIRST = date(2026, 9, 7)


def large_log(records: int) -> str:
    """Return the text of a log with this many records: each authority's three signatures, on days of two months."""
    made_up = open_cycle(MADE_UP, FIRST, ()).reading.cycle
    authorities = tuple(made_up.authorities) if made_up else ()
    signed = cycle(product(authorities, ("dcs", "lead-member", "chief-executive")))
    lines = [
        written(_record(number, authority, role))
        for number, (authority, role) in enumerate(islice(signed, records))
    ]
    return "".join(f"{line}\n" for line in lines)


def _record(number: int, authority: str, role: str) -> Record:
    day = FIRST + timedelta(number % 60)
    at = f"{day}T{9 + number % 8:02}:{number % 60:02}:00.000+00:00"
    made = Record(f"{day}-{number:08x}", at, "the coordinator", "signed", day)
    return made._replace(action="return-mou", authority=authority, role=role, note="By email.")
