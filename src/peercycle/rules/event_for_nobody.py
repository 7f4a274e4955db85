"""A meeting is held for nobody.

Its `for` names a group or a round with no authority in it, or the groups of a cycle that has none. It then stands in the
timetable as a meeting of authorities not yet named, and no checklist will ever have it.

Wrong::

    forum:
      for: own cluster

Right::

    forum:
      for: each cluster in each round

What is compared
    Whom `for` means, worked out: a fault only if nothing in it means anybody.
    Who is still to be confirmed (`for: TBC`, `for: some authorities`) is a
    question, and an id that is not in the file is an unknown-reference.

See also: action-without-owner, unknown-reference
"""

from collections.abc import Iterator

from peercycle.diagnostics.fault import Fault, Severity
from peercycle.rules.examined import Examined
from peercycle.schedule.entries import entries, within
from peercycle.schedule.nobody import why_nobody

ID = "event-for-nobody"
SEVERITY: Severity = "warning"


def check(examined: Examined) -> Iterator[Fault]:
    """Yield a fault for each event of which nothing under `for` means anybody."""
    for entry in entries(examined.cycle) if examined.everyone_read else ():
        parties = entry.held.for_
        if entry.kind == "event" and parties:
            reasons = [why_nobody(examined.plan, party, repeated=False) for party in parties]
            if all(reasons):
                words = [party.words for party in parties]
                yield Fault(
                    f"'{words[0]}' is nobody: {reasons[0]}",
                    within((*entry.place, "for"), words, 0),
                    "Say for whom it is held, or take for: away.",
                )
