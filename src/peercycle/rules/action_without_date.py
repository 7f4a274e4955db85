"""A deadline is counted from something that its owner does not have.

It is not to be confirmed, and yet there is no day: the meeting is never held for this authority, or there is none in the
round that is named. The action would never be due.

Wrong::

    nwadcs-february:
      for: [larkmoor, orrinshaw]
    prepare-for-own-forum:
      due: before own nwadcs-february

Right::

    nwadcs-february:
      for: [larkmoor, orrinshaw]
    prepare-for-own-forum:
      owner: each authority in cluster-moor
      due: before own nwadcs-february

What is compared
    Each task's deadline, worked out. A deadline that is still to be confirmed, or that leans on a day which is, is a
    question; an action without the key has a fault of form: missing-key; a grid without a row is left to incomplete-grid.

See also: action-without-owner, incomplete-grid, missing-key
"""

from collections.abc import Iterator

from peercycle.diagnostics.fault import Fault, Mark, Severity
from peercycle.model.due import Due
from peercycle.model.place import Place
from peercycle.rules.examined import Examined
from peercycle.schedule import names
from peercycle.schedule.origins import due_of, place_of_day
from peercycle.schedule.plan import Plan, Task
from peercycle.schedule.subject import Subject
from peercycle.schedule.wording import listed

ID = "action-without-date"
SEVERITY: Severity = "warning"
_NAMED = 3


def check(examined: Examined) -> Iterator[Fault]:
    """Yield a fault for each deadline that leaves tasks without a day."""
    plan = examined.plan
    bare: dict[Place, tuple[Due, list[Task]]] = {}
    for task in plan.tasks:
        due = None if task.due.known else due_of(plan, task)
        if due and not due.tbc and not due.when and _leans_on_nothing(plan, due, task.subject):
            bare.setdefault(place_of_day(plan, task), (due, []))[1].append(task)
    for place, (due, tasks) in bare.items():
        yield _fault(plan, place, due, tasks)


def _leans_on_nothing(plan: Plan, due: Due, subject: Subject) -> bool:
    """Whether what a deadline leans on is in the file, and not there for this subject."""
    ref = due.with_action or (due.anchor.ref if due.anchor else "")
    if any(ref in loop for loop in plan.loops):
        return False
    if ref in plan.actions:
        tasks = plan.tasks_of(ref)  # none at all: nobody's, and the fault is there
        return bool(tasks) and not any(task.subject.agrees(subject) for task in tasks)
    if ref not in plan.events or due.with_action or due.anchor is None:
        return False
    if due.anchor.which in ("first", "last"):
        round_ = due.anchor.round
        if round_ and round_ not in plan.cycle.rounds:
            return False
        return not any(not round_ or meeting.subject.round == round_ for meeting in plan.meetings_of(ref))
    return not plan.own(ref, subject)


def _fault(plan: Plan, place: Place, due: Due, tasks: list[Task]) -> Fault:
    ref = due.with_action or (due.anchor.ref if due.anchor else "")
    who = list(dict.fromkeys(names.subject(plan.cycle, task.subject) for task in tasks))
    shown = who if len(who) <= _NAMED else [*who[: _NAMED - 1], f"{len(who) - _NAMED + 1} more"]
    what = "no task" if ref in plan.actions else "no meeting"
    return Fault(
        f"{listed(shown)} {'has' if len(who) == 1 else 'have'} {what} '{ref}' to count from",
        Mark(place, words=ref),
        "Add a deadline under except:, or lean on something that everyone has.",
    )
