"""A waiver waives nothing, has run out, or names no rule.

A waiver sets one rule aside for one place, with a reason and an end. One that has nothing to set aside hides the next fault of
that kind there; one that has run out no longer holds, and the fault is reported again.

Wrong::

    waivers:
      saturday-meeting:
        rule: weekend-date
        about: nwadcs-november
        because: The Directors asked for it.
        until: November 2017

Right::

    nwadcs-november:
      date: Saturday 25 November 2017
    waivers:
      saturday-meeting:
        rule: weekend-date
        about: nwadcs-november
        because: The Directors asked for it.
        until: November 2017

What is compared
    The rule and the place of each waiver with what is found there, and the last
    day of `until` with the day asked about. Faults of form cannot be waived.

See also: unanswered-question
"""

from collections.abc import Iterator
from typing import Final

from peercycle.diagnostics.fault import Fault, Mark, Severity
from peercycle.model.cycle import Waiver
from peercycle.model.points import long_date
from peercycle.rules.examined import Examined
from peercycle.rules.waiving import holds

ID: Final = "stale-waiver"
SEVERITY: Final[Severity] = "warning"


def check(examined: Examined) -> Iterator[Fault]:
    """Yield each waiver that does not do what it says; the rules it may waive have run before."""
    for key, waiver in examined.cycle.waivers.items():
        fault = (
            _no_rule(key, waiver)
            or _run_out(examined, key, waiver)
            or (None if key in examined.used_waivers or waiver.rule == ID else _unused(examined, key, waiver))
        )
        if fault:
            yield fault


def _no_rule(key: str, waiver: Waiver) -> Fault | None:
    from peercycle.rules.manual import all_ids, is_form_fault

    place = ("waivers", key, "rule")
    if is_form_fault(waiver.rule):
        return Fault(
            f"'{waiver.rule}' is a fault of form and cannot be waived",
            Mark(place),
            "Mend the fault, and take the waiver out.",
        )
    if waiver.rule in all_ids():
        return None
    from difflib import get_close_matches

    near = get_close_matches(waiver.rule, all_ids(), 1, 0.6)
    note = f"did you mean {near[0]}?" if near else ""
    hint = "" if near else "peercycle explain lists the rules."
    return Fault(f"no rule is called '{waiver.rule}'", Mark(place, note), hint)


def _run_out(examined: Examined, key: str, waiver: Waiver) -> Fault | None:
    if holds(waiver, examined) or waiver.until.latest is None:
        return None
    return Fault(
        f"waiver '{key}' ran out after {long_date(waiver.until.latest)}",
        Mark(("waivers", key, "until")),
        "Take it out, or give it a later end if the reason still holds.",
    )


def _unused(examined: Examined, key: str, waiver: Waiver) -> Fault | None:
    """Return the fault of a waiver without use, None where that cannot be told."""
    if waiver.rule not in examined.ran or examined.lost:
        return None
    return Fault(
        f"waiver '{key}' waives nothing: there is no {waiver.rule} at {waiver.about}",
        Mark(("waivers", key), on="key"),
        "Take it out.",
    )
