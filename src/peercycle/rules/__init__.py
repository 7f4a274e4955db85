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
        authority_not_in_existence,
        date_outside_cycle,
        date_outside_phase,
        dependency_loop,
        duplicate_id,
        incomplete_grid,
        lead_not_in_own_group,
        misquoted_source,
        produced_after_needed,
        round_size,
        same_authority_twice,
        unknown_reference,
        unknown_role,
        wrong_weekday,
    )

    return (
        # dates
        wrong_weekday,
        date_outside_cycle,
        date_outside_phase,
        # who
        duplicate_id,
        same_authority_twice,
        unknown_reference,
        unknown_role,
        authority_not_in_existence,
        lead_not_in_own_group,
        round_size,
        incomplete_grid,
        # work
        produced_after_needed,
        dependency_loop,
        # the file
        misquoted_source,
    )


def remarks() -> tuple[Rule, ...]:
    """Return the rules whose faults are warnings or information; stale-waiver comes after all that can be waived."""
    from peercycle.rules import (
        action_without_date,
        action_without_owner,
        agenda_overruns,
        bank_holiday_date,
        date_in_prose,
        deadline_after_phase,
        deadline_not_working_day,
        deadline_outside_cycle,
        event_for_nobody,
        missing_place,
        never_produced,
        phases_out_of_order,
        same_name_twice,
        stale_question,
        stale_waiver,
        tbc_after_use,
        unanswered_question,
        unassigned_authority,
        unchecked_source,
        unexplained_entry,
        weekend_date,
    )

    return (
        # dates
        phases_out_of_order,
        weekend_date,
        bank_holiday_date,
        deadline_after_phase,
        deadline_outside_cycle,
        # who
        same_name_twice,
        unassigned_authority,
        event_for_nobody,
        missing_place,
        agenda_overruns,
        # work
        action_without_owner,
        action_without_date,
        deadline_not_working_day,
        never_produced,
        tbc_after_use,
        # the file
        unchecked_source,
        unexplained_entry,
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
