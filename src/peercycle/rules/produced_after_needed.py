"""A paper is needed before it is produced.

A meeting or an action lists it under `needs`, and everything that lists it under `produces` comes later.

Wrong::

    issue-questions:
      due: 15 working days after nwadcs-november   # Thursday 14 December 2017
      produces: [data-pack]
    forum:
      date:
        december:
          cluster-moor: Tuesday 12 December 2017
      needs: [data-pack]

Right::

    issue-questions:
      due: nwadcs-november                         # Thursday 23 November 2017
      produces: [data-pack]

What is compared
    The earliest day the paper can be there with the latest day it is
    needed: an error only if it is too late whatever is decided. A day to be
    confirmed is left to tbc-after-use. A paper of each authority is compared
    authority by authority. The same day is well: a paper may be handed over
    at the meeting. Suggested and untracked actions produce papers, too.
If this is meant
    Waive it for one place, with a reason and an end:
      waivers:
        late-pack: {rule: produced-after-needed, about: issue-questions,
                    because: "...", until: Thursday 14 December 2017}

See also: never-produced, tbc-after-use, dependency-loop
"""

from collections.abc import Iterator
from datetime import date, timedelta

from peercycle.diagnostics.fault import Fault, Mark, Severity
from peercycle.model.due import Due
from peercycle.model.points import long_date
from peercycle.model.working_days import shift
from peercycle.rules.examined import Examined
from peercycle.schedule.deadline import length
from peercycle.schedule.handover import Delivery, earlier, failing, handovers, listings, needing
from peercycle.schedule.origins import due_of, key_of, place_of_day
from peercycle.schedule.plan import Meeting, Plan
from peercycle.schedule.wording import in_sentence, is_several

ID = "produced-after-needed"
SEVERITY: Severity = "error"
_SHOWN = 4
_TRIED = 1000
_ONE = timedelta(days=1)


def check(examined: Examined) -> Iterator[Fault]:
    """Yield a fault for each paper that comes too late whatever is decided."""
    plan = examined.plan
    for handover in handovers(plan, settled=True):
        deliveries = [each for _, found in failing(plan, handover, _is_late) for each in found]
        if deliveries:
            yield _fault(plan, deliveries)


def _is_late(delivery: Delivery) -> bool:
    made, needed = delivery.made, delivery.needed
    if made.tbc or needed.tbc or made.earliest is None or needed.latest is None:
        return False
    return made.earliest > needed.latest


def _fault(plan: Plan, deliveries: list[Delivery]) -> Fault:
    soonest = min(deliveries, key=lambda each: each.made.earliest or date.max)
    place = place_of_day(plan, soonest.maker)
    mine = [each for each in deliveries if place_of_day(plan, each.maker) == place]
    title = plan.cycle.documents[soonest.document].title
    plural = is_several(title)
    needers = list(dict.fromkeys(key_of(each.needer) for each in deliveries))
    message = f"the {in_sentence(plan.cycle, title)} {'are' if plural else 'is'} produced after {needing(plan, needers, plural=plural)}"
    return Fault(message, Mark(place, _note(plan, soonest)), _hint(plan, mine), _related(plan, mine))


def _note(plan: Plan, delivery: Delivery) -> str:
    due = due_of(plan, delivery.maker)
    if delivery.made.earliest is None or (due and due.when and due.when.day):
        return ""
    return f"= {'' if delivery.made.day else 'not before '}{long_date(delivery.made.earliest)}"


def _related(plan: Plan, deliveries: list[Delivery]) -> tuple[Mark, ...]:
    maker, document = key_of(deliveries[0].maker), deliveries[0].document
    marks = [
        Mark(each.place, "produced here", words=each.words)
        for each in listings(plan, "produces")
        if each.entry.id == maker and each.document == document
    ][:1]
    places = {place_of_day(plan, each.needer): each for each in reversed(deliveries)}
    for place, each in sorted(places.items(), key=lambda item: item[1].needed.latest or date.max)[:_SHOWN]:
        said = "needed here" if len(marks) < 2 else "and here"
        marks.append(Mark(place, f"{said}, {earlier(plan, each)}"))
    if len(places) > _SHOWN:
        marks[-1] = marks[-1]._replace(message=f"{marks[-1].message}, and in {len(places) - _SHOWN} more")
    return tuple(marks)


def _limit(delivery: Delivery) -> date:
    """Return the last day on which a paper is in good time: the day before a meeting, the last day of an action."""
    day = delivery.needed.latest or date.max
    return day - _ONE if isinstance(delivery.needer, Meeting) else day


def _hint(plan: Plan, deliveries: list[Delivery]) -> str:
    """Return the latest deadline that fits: in the file's own terms where it is a sum, else as a day."""
    limit = min(_limit(each) for each in deliveries)
    maker = deliveries[0].maker
    due = due_of(plan, maker)
    if due and due.anchor and due.amount:
        base = plan.resolve(due._replace(amount=0, relation="on", tbc=False), maker.subject).day
        if base and (fitting := _fitting(plan, due, base, limit)):
            return f"Counted from {long_date(base)}. The latest that fits: {fitting}."
    return f"The latest that fits: {long_date(plan.calendar.add(limit + _ONE, -1))}."


def _fitting(plan: Plan, due: Due, base: date, limit: date) -> str:
    """Return the sum that leads to the last day up to a limit, with that day; "" where no sum of a usual size does."""
    name = due.anchor.words if due.anchor else ""
    most = -due.amount - 1
    if due.relation == "after":
        most = min(due.amount - 1, max((limit - base).days, -1))  # a unit is a day at least
    for amount in range(most, -_TRIED, -1):
        day = shift(base, amount, due.unit, plan.calendar)
        if day <= limit:
            sum_ = (
                f"{length(amount, due.unit)} {'after' if amount > 0 else 'before'} {name}" if amount else name
            )
            return f"{sum_}, which is {long_date(day)}"
    return ""
