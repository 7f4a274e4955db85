"""Which deadlines come of an exception made for one authority: between it and the team, and told to nobody else."""

from collections.abc import Sequence
from datetime import date

from peercycle.schedule.origins import leans
from peercycle.schedule.papers import Step
from peercycle.schedule.plan import Plan, Task


def told(plan: Plan, steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """Return the steps without the deadlines that only authorities with an exception have, as a day or as a month."""
    made = [
        (action, key)
        for action, (held, _) in plan.actions.items()
        for key, exemption in held.except_.items()
        if exemption.due and key in plan.cycle.authorities
    ]
    tasks = [step for step in steps if isinstance(step, Task)]
    excepted = {task.id for task in tasks if _excepted(plan, task, made)}
    if not excepted:
        return steps
    common = {_due_by(task) for task in tasks if task.id not in excepted}
    alone = {task.id for task in tasks if task.id in excepted and _due_by(task) not in common}
    return tuple(step for step in steps if not (isinstance(step, Task) and step.id in alone))


def _excepted(plan: Plan, task: Task, made: Sequence[tuple[str, str]]) -> bool:
    """Whether a task is of an authority for which an exception was made, of the action or of what the action leans on."""
    return any(
        authority in (task.owner.authority, task.subject.authority)
        and (task.action == action or leans(plan, task.action, action))
        for action, authority in made
    )


def _due_by(task: Task) -> tuple[str, date | None, bool, str]:
    """Return the action of a task and its deadline, which is the same for all that are due at once."""
    day = task.due.day
    return task.action, day, task.due.tbc, "" if day else task.due.text
