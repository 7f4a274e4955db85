"""A day still to be confirmed may fall after the paper is needed.

A paper is needed on a certain day, and what produces it has no certain day yet: it may come too late, or would on the day
pencilled in. Whoever settles the day should know the limit.

Wrong::

    issue-questions:
      due: TBC 15 working days after nwadcs-november

Right::

    issue-questions:
      due: TBC before prepare-for-own-forum

What is compared
    The last day the paper can be there with the last day it is needed, where one of the two is TBC and bounded. Days
    counted from one another are left out: they keep their order.

See also: produced-after-needed
"""

from collections.abc import Iterator
from datetime import date

from peercycle.diagnostics.fault import Fault, Mark, Severity
from peercycle.model.points import long_date
from peercycle.rules.examined import Examined
from peercycle.schedule.handover import Delivery, earlier, failing, handovers, needing
from peercycle.schedule.origins import due_of, key_of, leans, place_of_day
from peercycle.schedule.plan import Meeting, Plan
from peercycle.schedule.wording import in_sentence, is_several

ID = "tbc-after-use"
SEVERITY: Severity = "warning"
_SHOWN = 4


def check(examined: Examined) -> Iterator[Fault]:
    """Yield a fault for each paper that may come too late because a day is not settled."""
    plan = examined.plan
    for handover in handovers(plan, settled=False):
        found = failing(plan, handover, lambda each: _is_late(plan, each))
        deliveries = [each for _, group in found for each in group]
        if any(each.made.tbc or each.needed.tbc for each in deliveries):
            yield _fault(plan, deliveries)


def _is_late(plan: Plan, delivery: Delivery) -> bool:
    """Whether a paper may come after it is needed; what is late whatever is decided is no question of TBC."""
    made, needed = delivery.made, delivery.needed
    if not (made.tbc or needed.tbc) or made.latest is None or needed.latest is None:
        return False
    due = due_of(plan, delivery.needer)
    pencilled = needed.tbc and due is not None and due.when is not None
    limit = needed.earliest if pencilled and needed.earliest else needed.latest
    if made.latest <= limit:
        return False
    maker, needer = key_of(delivery.maker), key_of(delivery.needer)
    return not leans(plan, maker, needer) and not leans(plan, needer, maker)


def _fault(plan: Plan, deliveries: list[Delivery]) -> Fault:
    chief = min(deliveries, key=lambda each: (not each.made.tbc, each.needed.latest or date.max))
    mine = [each for each in deliveries if key_of(each.maker) == key_of(chief.maker)]
    title = plan.cycle.documents[chief.document].title
    plural = is_several(title)
    needers = list(dict.fromkeys(key_of(each.needer) for each in mine))
    certain = chief.made.earliest and chief.needed.latest and chief.made.earliest > chief.needed.latest
    verb = "would be ready" if certain else "may come"
    message = f"the {in_sentence(plan.cycle, title)} {verb} after {needing(plan, needers, plural=plural)}"
    if chief.made.tbc:
        return Fault(message, _made(plan, chief), _hint(plan, chief), _needed(plan, mine))
    return Fault(
        message,
        Mark(
            place_of_day(plan, chief.needer),
            f"{key_of(chief.needer)}, which needs {'them' if plural else 'it'}",
        ),
        f"Confirm a day on or after {_day(chief.made.latest)}.",
        (_made(plan, chief),),
    )


def _made(plan: Plan, delivery: Delivery) -> Mark:
    paper = "them" if is_several(plan.cycle.documents[delivery.document].title) else "it"
    said = f"{key_of(delivery.maker)}, which produces {paper}"
    if delivery.made.day is None:
        said += f": up to {_day(delivery.made.latest)}"
    return Mark(place_of_day(plan, delivery.maker), said)


def _needed(plan: Plan, deliveries: list[Delivery]) -> tuple[Mark, ...]:
    places = {place_of_day(plan, each.needer): each for each in reversed(deliveries)}
    marks = []
    for place, each in sorted(places.items(), key=lambda item: item[1].needed.latest or date.max)[:_SHOWN]:
        paper = "them" if is_several(plan.cycle.documents[each.document].title) else "it"
        sooner = f" {earlier(plan, each)}" if each.made.day else ""
        marks.append(Mark(place, f"{key_of(each.needer)} needs {paper}{sooner}"))
    return tuple(marks)


def _hint(plan: Plan, delivery: Delivery) -> str:
    needer = key_of(delivery.needer)
    own = isinstance(delivery.needer, Meeting) and plan.event(delivery.needer).for_
    text = f"TBC before {'own ' if own and delivery.maker.subject.named else 'first ' if own else ''}{needer}"
    day = _day(delivery.needed.latest)
    if delivery.made.day:
        return f"Confirm a day before {day}, or write: {text}"
    return f"Once a day is known, name one before {day}. Until then: {text}"


def _day(day: date | None) -> str:
    return long_date(day) if day else "it"
