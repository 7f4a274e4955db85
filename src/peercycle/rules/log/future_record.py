"""A record is dated after the day on which it was written down.

What is planned stands in the cycle file; the log holds what has happened. Until its day comes the record is left out of
every status, and then it speaks of something that nobody has seen happen.

What is compared
  The date of each record with the day of its time of writing, which is local.
  `record` refuses a day that is still to come, so this comes of editing by hand
  or of a clock that was wrong.

Such as
  {"at": "2026-11-23T09:30:00.000+00:00", "date": "2027-11-20", ...}
  The year was mistyped.

See also: record-out-of-order
"""

from collections.abc import Iterator

from peercycle.diagnostics.fault import Fault, Severity
from peercycle.model.when import long_date
from peercycle.rules.log.logged import Logged, at

ID = "future-record"
SEVERITY: Severity = "warning"


def check(logged: Logged) -> Iterator[Fault]:
    """Yield each record in force that is dated after the day of its time of writing."""
    for record in logged.records:
        if record.date.isoformat() > record.at[:10]:
            message = (
                f"{long_date(record.date)} is after the day on which this was written down, {record.at[:10]}"
            )
            yield Fault(message, at(record, "date"), "Take it back, and record it when it has happened.")
