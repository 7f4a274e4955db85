"""A deadline that is worked out falls on a day when nobody works.

Counting days, weeks or months may end on a weekend, a bank holiday of England or a day on which the cycle is closed. The day
is kept as it is; whoever counts should know.

Wrong::

    issue-questions:
      due: 2 days after nwadcs-november

Right::

    issue-questions:
      due: 2 working days after nwadcs-november

What is compared
    Deadlines and dates of meetings that are counted in days, weeks or months from something else. A day that the file
    states outright is left to weekend-date and bank-holiday-date, one outside the cycle to deadline-outside-cycle.

See also: weekend-date, bank-holiday-date
"""

from collections.abc import Iterator
from datetime import date

from peercycle.diagnostics.fault import Fault, Mark, Severity
from peercycle.model.due import Due
from peercycle.model.place import Place
from peercycle.model.points import long_date
from peercycle.rules.examined import Examined
from peercycle.schedule.deadline import length
from peercycle.schedule.origins import due_of, place_of_day
from peercycle.schedule.papers import Step, when
from peercycle.schedule.plan import Plan

ID = "deadline-not-working-day"
SEVERITY: Severity = "warning"


def check(examined: Examined) -> Iterator[Fault]:
    """Yield a fault for each sum in the file that ends on such a day, whomever it is for."""
    plan = examined.plan
    found: dict[Place, list[tuple[date, Step, Due]]] = {}
    steps: list[Step] = [*plan.meetings, *plan.tasks]
    for step in steps:
        day = when(step).day
        if day is None or plan.calendar.is_working(day) or examined.beyond(when(step)):
            continue
        due = due_of(plan, step)
        if due and due.amount:
            found.setdefault(place_of_day(plan, step), []).append((day, step, due))
    for place, ends in found.items():
        yield _fault(plan, place, ends)


def _fault(plan: Plan, place: Place, ends: list[tuple[date, Step, Due]]) -> Fault:
    day, step, due = min(ends, key=lambda end: end[0])
    others = len({end[0] for end in ends}) - 1
    note = f"= {long_date(day)} ({when(step).sum})"
    if others:
        note += f", and {others} more such {'day' if others == 1 else 'days'}"
    return Fault(
        f"{due.words.removeprefix('TBC ')} falls on {plan.calendar.reason(day)}",
        Mark(place, note),
        f"It is kept. The working day before is {long_date(plan.calendar.add(day, -1))}{_counted(plan, step, due, day)}.",
    )


def _counted(plan: Plan, step: Step, due: Due, day: date) -> str:
    """Return how the working day before is written as a sum, "" where it cannot be."""
    base = plan.resolve(due._replace(amount=0, relation="on", tbc=False), step.subject).day
    if base is None or due.anchor is None:
        return ""
    number = plan.calendar.count(base, plan.calendar.add(day, -1))
    if not number or (number > 0) != (due.relation == "after"):
        return ""
    return f": {length(number, 'working day')} {due.relation} {due.anchor.words}"
