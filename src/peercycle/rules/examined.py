"""What a rule is given to look at."""

from collections.abc import Iterable
from datetime import date
from functools import cached_property

from peercycle.diagnostics.fault import Fault
from peercycle.model.cycle import Cycle
from peercycle.model.place import Place
from peercycle.schedule.papers import Papers
from peercycle.schedule.plan import Plan


class Examined:
    """A cycle on a day, worked out once for all rules.

    `source_text` is the text of the source document, None where it is not beside the cycle. `lost` are the places of
    parts that could not be read and were left out: nothing that concerns them is reported again.
    """

    def __init__(
        self, cycle: Cycle, on: date, source_text: str | None = None, lost: Iterable[Place] = ()
    ) -> None:
        self.cycle = cycle
        self.on = on
        self.source_text = source_text
        self.lost = frozenset(lost)
        self.used_waivers: set[str] = set()

    @cached_property
    def plan(self) -> Plan:
        """The cycle worked out."""
        return Plan(self.cycle)

    @cached_property
    def papers(self) -> Papers:
        """Who produces and who needs each paper."""
        return Papers(self.plan)

    @cached_property
    def lost_ids(self) -> frozenset[str]:
        """The last keys of the parts left out, so that what refers to them is not called unknown."""
        return frozenset(place[-1] for place in self.lost if place)

    def spoilt(self, fault: Fault) -> bool:
        """Whether a fault stands on, or leans on, a part that was left out."""
        places = (fault.at.place, *(mark.place for mark in fault.related))
        return any(place[: len(gone)] == gone for gone in self.lost for place in places)
