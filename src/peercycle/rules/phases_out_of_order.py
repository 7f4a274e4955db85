"""A phase begins before the one that stands above it.

Documents and screens show the phases in the order of the file, so a reader would meet the later one first.

Wrong::

    phases:
      support:
        when: October 2017 to March 2018

Right::

    phases:
      support:
        when: February 2018 to March 2018

What is compared
    The first days that each phase and the one above it can begin on. Phases may
    overlap and may begin together. A phase without a known beginning is passed
    over.
If this is meant
    Waive it, with a reason and an end:
        waivers:
          early-support: {rule: phases-out-of-order, about: support,
                          because: "...", until: March 2018}

See also: date-outside-phase
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from peercycle.diagnostics.fault import Fault, Mark, Severity
from peercycle.model.when import When
from peercycle.rules.examined import Examined

ID: Final = "phases-out-of-order"
SEVERITY: Final[Severity] = "warning"


def check(examined: Examined) -> Iterator[Fault]:
    """Yield each phase that begins before the one above it."""
    begun = [
        (key, phase.when)
        for key, phase in examined.cycle.phases.items()
        if phase.when.earliest and not examined.outside(phase.when)
    ]
    for (above, first), (key, second) in pairwise(begun):
        if first.earliest and second.earliest and second.earliest < first.earliest:
            yield Fault(
                f"phase '{key}' begins ({_beginning(second)}) before phase '{above}' above it ({_beginning(first)})",
                Mark(("phases", key, "when")),
                f"Move it above {above}, or correct one of the two periods.",
                (Mark(("phases", above, "when"), f"when '{above}' lies"),),
            )


def _beginning(when: When) -> str:
    return when.words.partition(" to ")[0] if when.form == "range" else when.words
