"""The rules for progress logs, and the manual pages of what reading finds in one; all of them warnings.

What happened is never refused, so no record stops a command. Rules yield places of a line and a key.
"""

from collections.abc import Iterator
from typing import Final, Protocol

from peercycle.diagnostics.fault import Fault, Severity
from peercycle.rules.log.logged import Logged

LOG_FAULTS: Final = ("torn-log", "malformed-record")
"""What reading a log finds by itself; conflicting-records is found by reading and by its rule."""


class LogRule(Protocol):
    """A module that finds one kind of fault in a log."""

    ID: str
    SEVERITY: Severity

    def check(self, logged: Logged) -> Iterator[Fault]:
        """Yield every fault of this kind, at places of a line and a key."""
        ...


def log_rules() -> tuple[LogRule, ...]:
    """Return the rules for logs; from one record no second fault follows: the later rules pass it over."""
    from peercycle.rules.log import (
        conflicting_records,
        future_record,
        record_out_of_order,
        unknown_action,
        wrong_signatory,
    )

    return (unknown_action, wrong_signatory, future_record, record_out_of_order, conflicting_records)


def check_log(logged: Logged) -> Iterator[tuple[str, Severity, Fault]]:
    """Yield what all rules find in a log, each with its rule and severity."""
    for rule in log_rules():
        for fault in rule.check(logged):
            logged.faulty.add(int(fault.at.place[0]))
            yield rule.ID, rule.SEVERITY, fault
