"""A deadline that is worked out falls before the cycle begins or after it ends.

Nobody sees it where it is written: the sum is right, and its day lies in another year's cycle, where no calendar of this one
shows it.

Wrong::

    prepare-for-own-forum:
      due: 100 working days after own forum

Right::

    prepare-for-own-forum:
      due: 10 working days after own forum

What is compared
    Deadlines and dates of meetings that are counted in days, weeks or months from something else, with `runs`. One that
    can still lie in the cycle is well. What is counted from such a day, and so lies outside too, is not reported again.
    A day that the file states outright is left to date-outside-cycle.
If this is meant
    Make `runs` long enough to hold the day, or waive it for the action.

See also: date-outside-cycle, deadline-after-phase, deadline-not-working-day
"""

from collections.abc import Iterator
from datetime import date

from peercycle.diagnostics.fault import Fault, Mark, Severity
from peercycle.model.due import Due
from peercycle.model.place import Place
from peercycle.model.points import long_date
from peercycle.rules.examined import Examined
from peercycle.schedule.deadline import Deadline
from peercycle.schedule.origins import due_of, place_of_day
from peercycle.schedule.papers import Step, when
from peercycle.schedule.plan import Meeting

ID = "deadline-outside-cycle"
SEVERITY: Severity = "warning"


def check(examined: Examined) -> Iterator[Fault]:
    """Yield a fault for each sum in the file that leads out of the cycle, whomever it is for."""
    plan = examined.plan
    found: dict[Place, list[tuple[Deadline, Due]]] = {}
    steps: list[Step] = [*plan.meetings, *plan.tasks]
    for step in steps:
        side = examined.beyond(when(step))
        due = due_of(plan, step) if side else None
        if due and due.amount and examined.beyond(_base(examined, step, due)) != side:
            found.setdefault(place_of_day(plan, step), []).append((when(step), due))
    for place, ends in found.items():
        yield _fault(examined, place, ends)


def _base(examined: Examined, step: Step, due: Due) -> Deadline:
    """Return the days that a sum is counted from."""
    event = None if isinstance(step, Meeting) else step.event
    return examined.plan.resolve(due._replace(amount=0, relation="on", tbc=False), step.subject, event)


def _fault(examined: Examined, place: Place, ends: list[tuple[Deadline, Due]]) -> Fault:
    held, due = ends[0]
    side, runs = examined.beyond(held), examined.cycle.runs
    edge = f"begins ({runs.points[0].words})" if side == "before" else f"ends ({runs.points[-1].words})"
    day = held.latest if side == "before" else held.earliest
    others = len({end.earliest for end, _ in ends}) - 1
    more = f", and {others} more such {'day' if others == 1 else 'days'}" if others else ""
    return Fault(
        f"{due.words.removeprefix('TBC ')} is {side} the cycle {edge}",
        Mark(place, f"= {_shown(held, day)}{more}"),
        "Correct the number or its unit, or make the cycle long enough under runs.",
        (Mark(("runs",), "when the cycle runs"),),
    )


def _shown(held: Deadline, day: date | None) -> str:
    """Return the day a sum leads to with the sum, or the first of its days where there are several."""
    if held.day:
        return f"{long_date(held.day)} ({held.sum})"
    return f"{long_date(day)} at the {'latest' if day == held.latest else 'earliest'}" if day else held.brief
