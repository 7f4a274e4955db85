"""An action is due after the phase it stands in has ended.

It can be meant, since signatures and thanks often follow soon after; as often the deadline was left behind when dates moved.

Wrong::

    submit-self-view:
      due: Friday 10 November 2017     # the phase is: summer to October 2017

Right::

    submit-self-view:
      due: Friday 27 October 2017

What is compared
    The first day the deadline can mean with the last day of the `when` of
    its phase. What leans on a meeting or an action is not compared. A
    deadline before its phase, and a meeting outside it, are never meant:
    date-outside-phase finds them.
If this is meant
    Make the `when` of the phase long enough, or waive it for the action:
      waivers:
        late-signatures: {rule: deadline-after-phase, about: sign-notes,
                          because: "...", until: Monday 15 January 2018}

See also: date-outside-phase, date-outside-cycle
"""

from collections.abc import Iterator
from typing import Final

from peercycle.diagnostics.fault import Fault, Mark, Severity
from peercycle.model.when import long_when
from peercycle.rules.examined import Examined, Stated

ID: Final = "deadline-after-phase"
SEVERITY: Final[Severity] = "warning"


def check(examined: Examined) -> Iterator[Fault]:
    """Yield a fault for each action with deadlines after its phase."""
    gathered: dict[tuple[str, ...], list[Stated]] = {}
    for stated in examined.dates:
        if stated.use == "deadline" and not examined.outside(stated.when) and _is_late(examined, stated):
            gathered.setdefault(stated.place[:4], []).append(stated)
    for late in gathered.values():
        yield _fault(examined, late)


def _is_late(examined: Examined, stated: Stated) -> bool:
    period = examined.cycle.phases[stated.phase].when
    first, end = stated.when.earliest, period.latest
    return bool(first and end and first > end and not examined.outside(period))


def _fault(examined: Examined, late: list[Stated]) -> Fault:
    first, *others = late
    period = examined.cycle.phases[first.phase].when
    return Fault(
        f"{long_when(first.when)} is after phase '{first.phase}' ends ({period.points[-1].words})",
        Mark(first.place),
        "Correct the deadline or the when of the phase, or waive it if it is meant.",
        (
            Mark(("phases", first.phase, "when"), f"when phase '{first.phase}' lies"),
            *(Mark(stated.place, "and so is this" if len(others) == 1 else "") for stated in others),
        ),
    )
