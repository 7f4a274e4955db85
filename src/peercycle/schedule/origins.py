"""Where in the file the day of a meeting or a task stands, and what it leans on."""

from collections.abc import Iterator

from peercycle.model.due import Due
from peercycle.model.fields import Grid
from peercycle.model.place import Place
from peercycle.schedule.outlines import ids
from peercycle.schedule.papers import Step
from peercycle.schedule.plan import Meeting, Plan, Task, cell
from peercycle.schedule.subject import Subject


def due_of(plan: Plan, step: Step, subject: Subject | None = None) -> Due | None:
    """Return the deadline or date of the file that gives a step its day, None where there is none."""
    who = subject or step.subject
    if isinstance(step, Meeting):
        grid: Grid = plan.event(step).date
    else:
        grid = plan.action(step).due
        exemption = plan.action(step).except_.get(_exempted(plan, step))
        if exemption and exemption.due:
            return exemption.due
    found: Due | None = cell(grid, who)
    return found


def _exempted(plan: Plan, task: Task) -> str:
    """Return under which key of `except` a task has a deadline of its own, "" for none."""
    held = plan.action(task).except_
    keys = (*reversed(ids(task.subject)), task.owner.authority)
    return next((key for key in keys if key and key in held and held[key].due), "")


def place_of(plan: Plan, key: str, field: str, subject: Subject) -> Place:
    """Return where the value of an event or an action that holds for a subject stands: the cell of a grid."""
    held = plan.events[key][0] if key in plan.events else plan.actions[key][0]
    return plan.place(key, field, *_path(getattr(held, field), subject))


def place_of_day(plan: Plan, step: Step) -> Place:
    """Return where in the file the day of a step stands."""
    if isinstance(step, Meeting):
        return place_of(plan, step.event, "date", step.subject)
    if key := _exempted(plan, step):
        return plan.place(step.action, "except", key, "due")
    return place_of(plan, step.action, "due", step.subject)


def _path(grid: Grid, subject: Subject) -> tuple[str, ...]:
    path: list[str] = []
    while grid.cells is not None:
        key = next((key for key in ids(subject) if key in grid.cells), None)
        if key is None:
            break
        path.append(key)
        grid = grid.cells[key]
    return tuple(path)


def key_of(step: Step) -> str:
    """Return the id of the event or the action that a step belongs to."""
    return step.event if isinstance(step, Meeting) else step.action


def leans(plan: Plan, key: str, on: str) -> bool:
    """Whether the day of an event or an action is counted, at once or by others, from that of another."""
    seen, ahead = {key}, [key]
    while ahead:
        for ref in _anchors(plan, ahead.pop()):
            if ref == on:
                return True
            if ref not in seen:
                seen.add(ref)
                ahead.append(ref)
    return False


def _anchors(plan: Plan, key: str) -> Iterator[str]:
    """Yield the ids of what the day of an event or an action leans on."""
    dues: list[Due | None] = []
    if key in plan.events:
        dues = [due for _, due in plan.events[key][0].date.leaves()]
    elif key in plan.actions:
        action = plan.actions[key][0]
        dues = [due for _, due in action.due.leaves()]
        dues += [exemption.due for exemption in action.except_.values()]
    for due in filter(None, dues):
        if ref := due.with_action or due.each or (due.anchor.ref if due.anchor else ""):
            yield ref
