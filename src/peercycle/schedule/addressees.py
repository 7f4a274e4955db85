"""Whose addresses are wanted: of everyone who is reminded of something, signs it, or comes to a meeting."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from peercycle.schedule.attendance import asked
from peercycle.schedule.chasing import SIGNATORY
from peercycle.schedule.plan import Plan

ALL: Final = "all"
"""What stands for a body itself where it is asked as a whole, as in `attends: {ofsted: all}`."""


class Addressees(NamedTuple):
    """The roles of each authority, in the file's order, and of each body that has any its posts, or `all` for itself."""

    roles: list[str]
    bodies: dict[str, list[str]]


def addressees(plan: Plan) -> Addressees:
    """Return whose addresses are wanted; without any role of an authority, the first of the file."""
    cycle, named = plan.cycle, set(_named(plan))
    of_authorities = {role for role, owner in named if owner not in cycle.bodies}
    roles = [role for role in cycle.roles if role in of_authorities] or list(cycle.roles)[:1]
    bodies = {}
    for key, body in cycle.bodies.items():
        asked_of = [role for role in cycle.roles if (role, key) in named and role not in body.posts]
        itself = ("", key) in named and not body.posts
        if posts := [*body.posts, *asked_of, *([ALL] if itself else ())]:
            bodies[key] = posts
    return Addressees(roles, bodies)


def _named(plan: Plan) -> Iterator[tuple[str, str]]:
    """Yield each role or post with whose it is: "" for every authority; a body itself with "" for its post."""
    cycle = plan.cycle
    yield from ((reminder.to, "") for reminder in cycle.reminders if reminder.to != SIGNATORY)
    for action, _ in plan.actions.values():
        yield (action.owner.role, action.owner.who)
        for key in (key for step in action.sign_off for key in step):
            yield ("", key) if key in cycle.bodies else (key, "")
    for meeting in plan.meetings:
        for who in asked(plan, meeting):
            role, of, owner = who.partition(" of ")
            body = None if of else cycle.bodies.get(who)
            if not (body and body.members):  # its members are asked by themselves
                yield (role, owner) if of else ("", who)
