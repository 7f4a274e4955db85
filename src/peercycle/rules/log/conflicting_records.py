"""Two records cannot both be true, or one speaks of a record that is not there.

Two lines with one id that say different things; a meeting recorded as held on two days; an undoing of, or an outcome for,
something that is not in the log. Somebody has edited a line, or two people have recorded the same meeting in different
words. Which is right only they can say; until then the first by date, and by time of writing, counts.

What is compared
  The ids of all lines; the days on which one meeting was held; the ids that
  undoes and closes name. The same thing recorded twice on one day is kept, and
  is no conflict.

See also: torn-log, record-out-of-order
"""

from collections.abc import Iterator

from peercycle.diagnostics.fault import Fault, Mark, Severity
from peercycle.model.when import long_date
from peercycle.progress.record import Record
from peercycle.rules.log.logged import Logged, at

ID = "conflicting-records"
SEVERITY: Severity = "warning"


def check(logged: Logged) -> Iterator[Fault]:
    """Yield meetings held on two days, and records that take back or close what is not there."""
    held: dict[str, Record] = {}
    for record in logged.records:
        if record.what == "held" and record.event:
            first = held.setdefault(record.event, record)
            if first.date != record.date:
                related = Mark(at(first, "date").place, f"held on {long_date(first.date)}")
                message = f"{record.event} is recorded as held on another day, too: {long_date(record.date)}"
                yield Fault(message, at(record, "date"), "Take one of them back.", (related,))
    findings = {record.id for record in logged.every if record.finding}
    for record in logged.every:
        if record.what == "undone" and record.undoes not in logged.ids:
            yield _missing(record, "undoes", record.undoes)
        elif record.what == "closed" and record.closes not in logged.ids:
            yield _missing(record, "closes", record.closes)
        elif record.what == "closed" and record.closes not in findings:
            message = f"{record.closes} is no finding, so it cannot be closed"
            yield Fault(message, at(record, "closes"), "Take this record back.")


def _missing(record: Record, key: str, missing: str) -> Fault:
    hint = "If another clone has it, merge that; else take this line out."
    return Fault(f"no record in this log has the id {missing}", at(record, key), hint)
