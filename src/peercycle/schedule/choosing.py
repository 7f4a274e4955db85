"""What `--for ID` picks: an authority, a group, a round, a body, a role, an action, an event or one meeting."""

from difflib import get_close_matches

from peercycle.schedule.attendance import coming
from peercycle.schedule.papers import Step
from peercycle.schedule.plan import Plan, Task
from peercycle.schedule.subject import Subject


class NothingCalled(LookupError):
    """An id that names nothing that has tasks or meetings; `nearest` are the closest ones that do."""

    def __init__(self, key: str, nearest: tuple[str, ...]) -> None:
        super().__init__(f"nothing in this cycle is called '{key}'")
        self.nearest = nearest


def nearest(key: str, ids: list[str]) -> tuple[str, ...]:
    """Return the ids closest to a misspelt one, best first."""
    return tuple(get_close_matches(key.lower(), ids, 3, 0.6))


def meant(plan: Plan, written: str) -> str:
    """Return the id a person means: in any capitals, or by the name of an authority, a group or a body."""
    key = " ".join(written.split()).rstrip("/").lower()
    if key not in known(plan):
        for held in (plan.cycle.authorities, plan.cycle.groups, plan.cycle.bodies):
            named = (each for each, entry in held.items() if entry.name.lower() == key)
            if found := next(named, None):
                return found
    return key


def chosen(plan: Plan, key: str) -> tuple[Step, ...]:
    """Return the meetings and tasks an id stands for, a prefix for all under it; raises NothingCalled."""
    cycle = plan.cycle
    steps: tuple[Step, ...] = (*plan.meetings, *plan.tasks)
    if key in cycle.authorities:
        subject = plan.cast.authorities[key]
        return tuple(step for step in steps if concerns(step, subject))
    if key in cycle.groups or key in cycle.rounds:
        members = {a for a, s in plan.cast.authorities.items() if key in (s.group, s.round)}
        return tuple(step for step in steps if _within(step, key, members))
    if key in cycle.bodies:
        return tuple(
            step
            for step in steps
            if (isinstance(step, Task) and step.owner.body == key) or _held_by(plan, step, key)
        )
    if key in cycle.roles:
        return tuple(
            step for step in plan.tasks if plan.action(step).owner.role == key or _signs(plan, step, key)
        )
    if found := tuple(step for step in steps if step.id == key or step.id.startswith(key + "/")):
        return found
    if key in plan.events or key in plan.actions:
        return ()
    raise NothingCalled(key, nearest(key, [*known(plan), *(step.id for step in steps)]))


def known(plan: Plan) -> list[str]:
    """Return every id that has tasks or meetings of its own, those of single meetings and tasks left out."""
    cycle = plan.cycle
    named = (
        cycle.authorities,
        cycle.groups,
        cycle.rounds,
        cycle.bodies,
        cycle.roles,
        plan.events,
        plan.actions,
    )
    return [key for held in named for key in held]


def concerns(step: Step, authority: Subject) -> bool:
    """Whether a step is an authority's own, or may be once what is open is known; the whole region's meetings too.

    What a body does for nobody in particular is not; what a group does is its members'.
    """
    owner = step.owner if isinstance(step, Task) else step.subject
    whose = (step.subject.authority, owner.authority)
    if authority.authority in whose:
        return True
    if any(whose):
        return False
    if step.subject.unnamed:
        return _may_be_among(authority, step.subject)
    if isinstance(step, Task):
        return step.subject.group is not None and step.subject.group == authority.group
    return step.subject.agrees(authority._replace(round=None) if step.subject.group else authority)


def _may_be_among(authority: Subject, unnamed: Subject) -> bool:
    """Whether an authority may be one of those not yet named: whose group or round is known has a line of its own."""
    return (unnamed.group is None or authority.group is None) and (
        unnamed.round is None or authority.round is None
    )


def _within(step: Step, key: str, members: set[str]) -> bool:
    owner = step.owner.authority if isinstance(step, Task) else None
    return key in (step.subject.group, step.subject.round) or not members.isdisjoint(
        {step.subject.authority, owner}
    )


def _held_by(plan: Plan, step: Step, key: str) -> bool:
    """Whether a body holds a meeting or comes to it, as itself or by who sits on another that does."""
    if isinstance(step, Task):
        return False
    whose = [plan.event(step).held_by, *(line.party for line in coming(plan, step))]
    return any(party is not None and party.who == key for party in whose)


def _signs(plan: Plan, task: Task, key: str) -> bool:
    return any(key in step for step in plan.action(task).sign_off)
