"""What people call things: authorities, bodies, owners and meetings in words rather than ids."""

from peercycle.model.cycle import Cycle
from peercycle.schedule.outlines import LEAD_CHALLENGER
from peercycle.schedule.plan import Meeting, Plan, Task
from peercycle.schedule.subject import Subject
from peercycle.schedule.wording import counted, listed, several

NOBODY = "nobody named"


def body(cycle: Cycle, key: str, *, full: bool = False) -> str:
    """Return a body's short name where it has one, else its name; the id for what is no body."""
    held = cycle.bodies.get(key)
    return key if held is None else held.name if full or not held.short else held.short


def role(cycle: Cycle, key: str) -> str:
    """Return a role in words, the id for one the file does not know."""
    return cycle.roles[key].name if key in cycle.roles else key


def post(cycle: Cycle, body_id: str, key: str) -> str:
    """Return a post of a body, or a role, in words."""
    held = cycle.bodies.get(body_id)
    return held.posts[key] if held and key in held.posts else role(cycle, key)


def authorities(cycle: Cycle, count: int | None) -> str:
    """Return a number of authorities in the region's word: "12 authorities"; "some authorities" for no number."""
    word = cycle.words.authority
    return f"some {several(word)}" if count is None else counted(count, word)


def round_name(key: str) -> str:
    """Return a round by the name of its id: "December"."""
    return key.replace("-", " ").capitalize()


def subject(cycle: Cycle, who: Subject) -> str:
    """Return whom a subject stands for: "Bolton", "BPN Trafford", "12 authorities, not yet named"."""
    if who.authority:
        return cycle.authorities[who.authority].name
    group = cycle.groups[who.group].name if who.group in cycle.groups else who.group
    if who.unnamed:
        return f"{authorities(cycle, who.count)}{f' of {group}' if group else ''}, not yet named"
    if who.body:
        return body(cycle, who.body)
    return group or (f"{round_name(who.round)} round" if who.round else NOBODY)


def owner(plan: Plan, task: Task) -> str:
    """Return whose move a task is: "Lead Member of Bolton", "SLI team", "nobody named"."""
    party = plan.action(task).owner
    if party.role == LEAD_CHALLENGER:
        challenged = subject(plan.cycle, task.subject)
        leads = subject(plan.cycle, task.owner) if task.owner.authority else ""
        return f"{leads}, lead challenger of {challenged}" if leads else f"lead challenger of {challenged}"
    who = subject(plan.cycle, task.owner)
    if not party.role:
        return who
    key = "" if party.many else party.who
    return f"{post(plan.cycle, key, party.role)} of {who}"


def signatory(cycle: Cycle, key: str) -> str:
    """Return a role or a body that signs, in words."""
    return body(cycle, key) if key in cycle.bodies else role(cycle, key)


def signatories(plan: Plan, task: Task, keys: tuple[str, ...]) -> str:
    """Return who signs a task: "Lead Member and Chief Executive of Bolton"; a body by its own name."""
    cycle = plan.cycle
    bodies = [body(cycle, key) for key in keys if key in cycle.bodies]
    roles = listed([role(cycle, key) for key in keys if key not in cycle.bodies])
    if roles and task.authority:
        roles = f"{roles} of {cycle.authorities[task.authority].name}"
    return listed([*filter(None, [roles]), *bodies])


def meeting(plan: Plan, held: Meeting) -> str:
    """Return a meeting's title, with the group or authority it is for."""
    title = plan.event(held).title
    named = held.subject.named and plan.event(held).for_
    return f"{title}, {subject(plan.cycle, held.subject)}" if named else title


def anyone(cycle: Cycle, key: str | None) -> str:
    """Return a body, a post or an authority named as able to answer, in words."""
    if key is None or key == "TBC":
        return NOBODY
    if key in cycle.authorities:
        return cycle.authorities[key].name
    return body(cycle, key)
