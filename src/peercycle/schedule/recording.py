"""What a record can be about: the tasks or the meeting that words on the command line mean, or why they mean none."""

from collections.abc import Iterable, Sequence

from peercycle.schedule import names
from peercycle.schedule.choosing import meant, nearest
from peercycle.schedule.plan import Item, Meeting, Plan, Task
from peercycle.schedule.wording import listed

EVERYONE = "all"
_SHOWN = 4


class Unrecordable(Exception):
    """Words that no record can be made of: what is wrong, and what would be right."""

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice


def is_event(plan: Plan, key: str) -> bool:
    """Whether an id is an event's or a meeting's rather than an action's or a task's; raises Unrecordable for neither."""
    first = key.partition("/")[0]
    if first in plan.events:
        return True
    if first in plan.actions:
        return False
    close = nearest(first, [*plan.actions, *plan.events])
    message = f"this cycle has no action and no event called '{key}'"
    raise Unrecordable(message, f"Nearest: {', '.join(close)}" if close else "peercycle timeline names them.")


def meetings_meant(plan: Plan, key: str, whose: Sequence[str]) -> tuple[Meeting, ...]:
    """Return the meetings of an event that were held: by its id, or by the authorities or groups whose they are."""
    held = _under(plan.meetings_of(key.partition("/")[0]), key)
    if not held:
        raise _no_such(key, [m.id for m in plan.meetings_of(key.partition("/")[0])])
    if not whose:
        if len(held) == 1:
            return held
        raise Unrecordable(f"{key} is held {len(held)} times: name one", _ids(held))
    return tuple(dict.fromkeys(_meeting_of(plan, held, key, word) for word in whose))


def _meeting_of(plan: Plan, held: Sequence[Meeting], key: str, word: str) -> Meeting:
    who = meant(plan, word)
    subject = plan.cast.authorities.get(who)
    own = [m for m in held if who in (m.subject.authority, m.subject.group, m.subject.round)]
    if subject and not own:
        own = [m for m in held if m.subject.authority is None and m.subject.agrees(subject)]
    if len(own) == 1:
        return own[0]
    if not own:
        raise (
            _unknown(plan, word)
            if not _is_party(plan, who)
            else Unrecordable(f"{key} has no meeting of {who}", _ids(held))
        )
    raise Unrecordable(f"{key} has {len(own)} meetings that can be of {who}: name one", _ids(own))


def tasks_meant(plan: Plan, key: str, whose: Sequence[str]) -> tuple[Task, ...]:
    """Return the tasks of an action: by the id of a whole task, or by the authorities, groups or rounds whose they are.

    Every word must name somebody who has the task; a task of several that are not yet named is nobody's to record.
    """
    every = plan.tasks_of(key.partition("/")[0])
    tasks = _under(every, key)
    if not tasks:
        raise _no_such(key, [task.id for task in every])
    if not whose:
        if len(tasks) > 1:
            example = next((task.authority for task in tasks if task.authority), None)
            advice = f"Name the authorities, as in: {key} {example}; or all" if example else _ids(tasks)
            raise Unrecordable(f"{key} is {len(tasks)} tasks: whose was it?", advice)
        return _named(plan, tasks, key)
    found: dict[str, Task] = {}
    for word in whose:
        found.update((task.id, task) for task in _of(plan, tasks, key, word))
    return tuple(found.values())


def _of(plan: Plan, tasks: Sequence[Task], key: str, word: str) -> tuple[Task, ...]:
    who = meant(plan, word)
    if who == EVERYONE:
        return _named(plan, tasks, key)
    if who in plan.cycle.authorities:
        return _of_authority(plan, tasks, key, who)
    if not _is_party(plan, who):
        raise _unknown(plan, word)
    own = tuple(
        t for t in tasks if not t.authority and who in (t.subject.group, t.subject.round, t.owner.body)
    )
    members = {a for a, s in plan.cast.authorities.items() if who in (s.group, s.round)}
    found = own or tuple(task for task in tasks if task.authority in members)
    if not found:
        raise Unrecordable(f"{who} has nothing to do with {key}")
    if len(own) > 1 and who not in plan.cycle.rounds:
        raise Unrecordable(f"{key} is {len(own)} tasks of {who}: name one", _ids(own))
    return _named(plan, found, key)


def _of_authority(plan: Plan, tasks: Sequence[Task], key: str, who: str) -> tuple[Task, ...]:
    found = tuple(task for task in tasks if task.authority == who)
    name, subject = plan.cycle.authorities[who].name, plan.cast.authorities[who]
    if len(found) == 1:
        return found
    if found:
        raise Unrecordable(f"{key} is {len(found)} tasks of {name}: name one", _ids(found))
    exempt = plan.actions[key.partition("/")[0]][0].except_
    excused = next((exempt[k] for k in (who, subject.group, subject.round) if k in exempt), None)
    if excused and excused.excused:
        raise Unrecordable(f"{name} is excused from {key}: {excused.because}")
    if any(task.subject.unnamed and task.subject.agrees(subject) for task in tasks):
        raise _not_placed(plan, key, who)
    raise Unrecordable(f"{name} has nothing to do with {key}", f"Those who have: {_whose(tasks)}")


def _named(plan: Plan, tasks: Sequence[Task], key: str) -> tuple[Task, ...]:
    """Return tasks each of which is somebody's; raises Unrecordable where one stands for those not yet named."""
    if unnamed := [task for task in tasks if task.owner.unnamed or task.subject.unnamed]:
        message = f"{key} stands for {names.subject(plan.cycle, unnamed[0].subject)}"
        raise Unrecordable(message, "Name the authority, once its group and round are in the cycle file.")
    return tuple(tasks)


def _not_placed(plan: Plan, key: str, who: str) -> Unrecordable:
    cycle, subject = plan.cycle, plan.cast.authorities[who]
    gaps = [
        (word, option, known)
        for word, option, known, held in (
            (cycle.words.group, "--group", subject.group, cycle.groups),
            ("round", "--round", subject.round, cycle.rounds),
        )
        if held and not known
    ]
    missing = listed([word for word, _, _ in gaps]) or "part"
    options = " ".join(f"{option} {word.upper()}" for word, option, _ in gaps)
    message = f"which {key} is {cycle.authorities[who].name}'s is not known: {missing} to be confirmed"
    return Unrecordable(message, f"Write it into the file first: peercycle assign {who} {options}")


def _under(items: Iterable[Item], key: str) -> tuple[Item, ...]:
    return tuple(item for item in items if item.id == key or item.id.startswith(f"{key}/"))


def _no_such(key: str, ids: list[str]) -> Unrecordable:
    close = nearest(key, ids) or tuple(ids[:_SHOWN])
    return Unrecordable(f"there is no '{key}'", f"Nearest: {', '.join(close)}" if close else "")


def _unknown(plan: Plan, word: str) -> Unrecordable:
    parties = [*plan.cycle.authorities, *plan.cycle.groups, *plan.cycle.rounds]
    close = nearest(word, parties)
    kind = plan.cycle.words.authority
    return Unrecordable(f"no {kind} is called '{word}'", f"Nearest: {', '.join(close)}" if close else "")


def _is_party(plan: Plan, who: str) -> bool:
    cycle = plan.cycle
    return any(who in held for held in (cycle.authorities, cycle.groups, cycle.rounds, cycle.bodies))


def _ids(items: Sequence[Meeting | Task]) -> str:
    shown = [item.id for item in items[:_SHOWN]]
    more = f" and {len(items) - _SHOWN} more" if len(items) > _SHOWN else ""
    return f"One of: {', '.join(shown)}{more}"


def _whose(tasks: Sequence[Task]) -> str:
    held = list(dict.fromkeys(task.authority or task.id for task in tasks))
    more = f" and {len(held) - _SHOWN} more" if len(held) > _SHOWN else ""
    return ", ".join(held[:_SHOWN]) + more


def signatory(plan: Plan, task: Task, word: str) -> str:
    """Return the role that a word on the command line means, where it signs this task; raises Unrecordable."""
    steps = plan.action(task).sign_off
    signing = [role for step in steps for role in step]
    called = {names.role(plan.cycle, role).casefold(): role for role in signing}
    called |= {names.body(plan.cycle, role).casefold(): role for role in signing}
    said = " ".join(word.split()).casefold()
    role = said if said in signing else called.get(said)
    if role:
        return role
    if not signing:
        raise Unrecordable(f"nobody signs {task.action}", "Leave --signed out.")
    whose = listed([f"{names.signatory(plan.cycle, role)} ({role})" for role in signing])
    known = said in plan.cycle.roles or said in plan.cycle.bodies
    lead = (
        f"the {names.signatory(plan.cycle, said)} does not sign"
        if known
        else f"'{word}' is no role that signs"
    )
    raise Unrecordable(f"{lead} {task.action}", f"It is signed by: {whose}")
