"""Phrases that mean nobody: `each group` of a cycle without groups, `each authority in` a round that has none."""

from typing import Final

from peercycle.model.cycle import Cycle
from peercycle.model.owner import Many, Party
from peercycle.schedule.plan import Plan
from peercycle.schedule.wording import listed, noun, several

_NEEDED: Final = {
    "authorities": ("authority",),
    "groups": ("group",),
    "rounds": ("round",),
    "groups-in-rounds": ("group", "round"),
    "lead-authorities": ("group",),
}
"""What there must be for a phrase to mean anybody."""


def why_nobody(plan: Plan, party: Party, *, repeated: bool) -> str:
    """Return why a phrase means nobody, "" where it means someone or that is somebody else's fault."""
    cycle = plan.cycle
    if party.many:
        return _no_one(plan, party.many, repeated=repeated)
    if party.who in cycle.groups and not plan.cast.members(party.who) and _known(cycle, "group"):
        return f"no {cycle.words.authority} is in it"
    return ""


def _no_one(plan: Plan, many: Many, *, repeated: bool) -> str:
    cycle = plan.cycle
    if many.kind.startswith(("own", "challenged")):
        return "" if repeated else "it is not repeated, so nothing is its own"
    for kind in _NEEDED.get(many.kind, ()):
        if not getattr(cycle, several(kind)):
            return f"this cycle has no {several(noun(cycle, kind))}"
    if many.kind == "lead-authorities":
        return _no_leads(cycle)
    if many.within not in (*cycle.rounds, *cycle.groups):
        return ""
    party = Party(many.words, tbc=False, role="", who="", many=many)
    return "" if plan.cast.expand((party,)) else f"no {cycle.words.authority} is in it"


def _no_leads(cycle: Cycle) -> str:
    bare = [group.name for group in cycle.groups.values() if group.lead is None]
    return (
        ""
        if len(bare) < len(cycle.groups)
        else f"{listed(bare)} {'has' if len(bare) == 1 else 'have'} no lead"
    )


def _known(cycle: Cycle, kind: str) -> bool:
    return all(getattr(row, kind) not in (None, "TBC") for row in cycle.authorities.values())
