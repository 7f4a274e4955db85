"""Days or papers wait for one another in a circle.

A deadline is counted from a meeting or an action, and that one, perhaps by way of others, from the first: none of them has a
day. Or each needs a paper that only the next produces: none can begin.

Wrong::

    nwadcs-november:
      date: 2 weeks before nwadcs-february
    nwadcs-february:
      date: 10 weeks after nwadcs-november

Right::

    nwadcs-november:
      date: Thursday 23 November 2017
    nwadcs-february:
      date: 10 weeks after nwadcs-november

What is compared
    Days by what they are counted from, and papers by `needs` and `produces`. A paper that something outside the circle
    produces, too, or that comes from elsewhere, makes no circle.

See also: produced-after-needed, never-produced
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from peercycle.diagnostics.fault import Fault, Mark, Severity
from peercycle.rules.examined import Examined
from peercycle.schedule.circles import circle_of_papers
from peercycle.schedule.plan import Plan
from peercycle.schedule.wording import in_sentence, listed

ID = "dependency-loop"
SEVERITY: Severity = "error"


def check(examined: Examined) -> Iterator[Fault]:
    """Yield a fault for each circle of days, and for the first of papers."""
    plan = examined.plan
    order = {key: position for position, key in enumerate((*plan.events, *plan.actions))}
    for *circle, _ in plan.loops:
        start = circle.index(min(circle, key=order.__getitem__))
        yield _of_days(plan, [*circle[start:], *circle[:start]])
    if circle_and_papers := circle_of_papers(plan):
        yield _of_papers(plan, *circle_and_papers)


def _of_days(plan: Plan, circle: Sequence[str]) -> Fault:
    first, *others = circle
    chain = ", which leans on ".join((*circle[1:], first))
    related = tuple(
        Mark(_day(plan, key), f"{key} leans on {onto}") for key, onto in pairwise((*others, first))
    )
    what = "on itself" if not others else f"on {chain}"
    return Fault(
        f"the day of {first} leans {what}",
        Mark(_day(plan, first), "" if not others else f"{first} leans on {circle[1]}"),
        "Give it a day of its own, or TBC." if not others else "Give one of them a day of its own, or TBC.",
        related,
    )


def _day(plan: Plan, key: str) -> tuple[str, ...]:
    return plan.place(key, "date" if key in plan.events else "due")


def _of_papers(plan: Plan, circle: Sequence[str], papers: Sequence[str]) -> Fault:
    """Return the fault of entries of which each needs a paper that the next produces."""
    titles = [in_sentence(plan.cycle, plan.cycle.documents[paper].title) for paper in papers]
    after = [*circle[1:], circle[0]]
    steps = [f"{key} needs the {title}" for key, title in zip(circle, titles, strict=True)]
    if len(circle) == 1:
        message = f"{steps[0]}, which it alone produces"
    else:
        message = ", ".join(f"{step} of {maker}" for step, maker in zip(steps, after, strict=True))
    marks = [
        Mark(plan.place(key, "needs"), f"produced by {maker}", words=paper)
        for key, maker, paper in zip(circle, after, papers, strict=True)
    ]
    begins = "It can never begin" if len(circle) == 1 else "None of them can begin"
    which = listed((f"the {title}" for title in titles), "or")
    hint = f"{begins}. Take one away from needs:, or say by comes-from: that {which} is there already."
    return Fault(message, marks[0], hint, tuple(marks[1:]))
