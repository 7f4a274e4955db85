"""The faults a cycle can have once it reads: one rule a file, listed here, independent of one another.

A rule's docstring is its manual page. Rules yield places, never lines; reading turns places into lines and columns.
"""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple, Protocol

from peercycle.diagnostics.fault import Fault, Severity
from peercycle.model.place import Place
from peercycle.rules.examined import Examined
from peercycle.rules.waiving import waived

MISDATED: Final = ("wrong-weekday", "date-outside-cycle", "date-outside-phase")
"""The rules that find dates which cannot be right: they come first, and the others take these dates as unknown."""


class Rule(Protocol):
    """A module that finds one kind of fault."""

    ID: str
    SEVERITY: Severity

    def check(self, examined: Examined) -> Iterator[Fault]:
        """Yield every fault of this kind."""
        ...


class Found(NamedTuple):
    """A fault with the rule that found it."""

    rule: str
    severity: Severity
    fault: Fault


def errors() -> tuple[Rule, ...]:
    """Return the rules whose faults stop every command but `validate`."""
    from peercycle.rules import (
        date_outside_cycle,
        date_outside_phase,
        misquoted_source,
        wrong_weekday,
    )

    return (
        # dates
        wrong_weekday,
        date_outside_cycle,
        date_outside_phase,
        # the file
        misquoted_source,
    )


def remarks() -> tuple[Rule, ...]:
    """Return the rules whose faults are warnings or information; stale-waiver comes after all that can be waived."""
    from peercycle.rules import (
        bank_holiday_date,
        date_in_prose,
        phases_out_of_order,
        stale_question,
        stale_waiver,
        unanswered_question,
        unchecked_source,
        weekend_date,
    )

    return (
        # dates
        phases_out_of_order,
        weekend_date,
        bank_holiday_date,
        # the file
        unchecked_source,
        date_in_prose,
        unanswered_question,
        stale_question,
        stale_waiver,
    )


def check(examined: Examined, rules: Iterable[Rule]) -> Iterator[Found]:
    """Yield what these rules find, less what is waived and less what follows from a part that could not be read."""
    for rule in rules:
        for fault in rule.check(examined):
            if not examined.spoilt(fault) and not waived(examined, rule.ID, fault.at.place):
                yield Found(rule.ID, rule.SEVERITY, fault)
                if rule.ID in MISDATED:
                    examined.doubt(_dates(examined, fault))
        examined.ran.add(rule.ID)


def _dates(examined: Examined, fault: Fault) -> Iterator[Place]:
    """Yield the dates of meetings and actions that a fault is about."""
    places = {mark.place for mark in (fault.at, *fault.related)}
    for stated in examined.dates:
        if stated.place in places and stated.use in ("meeting", "deadline", "start"):
            yield stated.place
