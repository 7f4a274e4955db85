"""A role or post that the file does not know.

Who signs, attends or owns is said by role: those that each authority has stand in `roles`, the posts of a body in its own
`posts`. A misspelt role is nobody's: the signature is never asked for.

Wrong::

    submit-self-view:
      sign-off: [lead-membre]

Right::

    submit-self-view:
      sign-off: [lead-member]

What is compared
    Roles in `attends`, `members`, `sign-off` and `reminders`, and the first word of phrases such as `lead-member of each
    authority` or `coordinator of sli-team`. Bodies may sign; `lead-challenger` and `signatory` need no entry.

See also: unknown-reference
"""

from collections.abc import Iterator
from typing import NamedTuple

from peercycle.diagnostics.fault import Fault, Mark, Severity
from peercycle.model.cycle import Cycle
from peercycle.model.programme import Action
from peercycle.rules.examined import Examined
from peercycle.schedule.entries import entries, within
from peercycle.schedule.mentions import phrases
from peercycle.schedule.wording import Likeness, listed, one

ID = "unknown-role"
SEVERITY: Severity = "error"
BUILT_IN = frozenset({"lead-challenger"})
_SHOWN = 5


class _Use(NamedTuple):
    role: str
    body: str
    mark: Mark
    others: frozenset[str] = frozenset()


def check(examined: Examined) -> Iterator[Fault]:
    """Yield a fault for each role, and each post of a body, that is not in the file."""
    cycle = examined.cycle
    parties = {*cycle.authorities, *cycle.groups, *cycle.rounds}
    missing: dict[tuple[str, str], list[_Use]] = {}
    for use in _uses(cycle):
        held = cycle.bodies.get(use.body)
        if use.role in cycle.roles or use.role in use.others or (held and use.role in held.posts):
            continue
        if use.body and not held and use.body not in parties:
            continue  # whose post it is, is not known either
        if use.role not in examined.lost_ids and ("roles",) not in examined.lost:
            missing.setdefault((use.role, use.body if held else ""), []).append(use)
    likeness = Likeness()
    for (role, body), uses in missing.items():
        yield _fault(cycle, role, body, uses, likeness)


def _uses(cycle: Cycle) -> Iterator[_Use]:
    for phrase in phrases(cycle):
        body = "" if phrase.party.many else phrase.party.who
        if phrase.party.role:
            mark = Mark(phrase.place, words=phrase.party.role, on=phrase.on)
            yield _Use(phrase.party.role, body, mark, BUILT_IN)
        for seat in phrase.seats:
            yield _Use(seat.role, body, Mark(phrase.place, words=seat.role), BUILT_IN)
    signing = BUILT_IN | cycle.bodies.keys()
    for entry in entries(cycle):
        if isinstance(entry.held, Action):
            signers = [role for step in entry.held.sign_off for role in step]
            owner = cycle.bodies.get(entry.held.owner.who)
            others = signing | owner.posts.keys() if owner else signing
            for position, role in enumerate(signers):
                mark = within((*entry.place, "sign-off"), signers, position)
                yield _Use(role, "", mark, others)
    for position, reminder in enumerate(cycle.reminders):
        role, _, body = reminder.to.partition(" of ")
        mark = Mark(("reminders", str(position), "to"), words=role)
        yield _Use(role, body, mark, signing | {"signatory"})


def _fault(cycle: Cycle, role: str, body: str, uses: list[_Use], likeness: Likeness) -> Fault:
    held = cycle.bodies.get(body)
    posts = [*held.posts] if held else []
    near = likeness.nearest(role, [*posts, *cycle.roles, *uses[0].others])
    there = [*posts] if held else [*cycle.roles]
    message = f"{held.short or held.name} has no post '{role}'" if held else f"no role is called '{role}'"
    hint = ""
    if not near and there:
        hint = f"There {'is' if len(there) == 1 else 'are'}: {listed(there)}."
    elif not near:
        section = "posts" if held else "roles"
        hint = f"Add it, as in {section}: {{{role}: {role.replace('-', ' ').capitalize()}}}."
    elif near in cycle.bodies and near not in posts:
        hint = f"{near} is {one('body')}."
    first, *others = (use.mark for use in uses)
    related = [mark._replace(message="and here") for mark in others[: _SHOWN - 1]]
    if len(uses) > _SHOWN:
        related[-1] = related[-1]._replace(message=f"and here, and in {len(uses) - _SHOWN} more places")
    return Fault(
        message, first._replace(message=f"did you mean {near}?" if near else ""), hint, tuple(related)
    )
