"""An action falls to nobody.

Its owner is named, and there is no such party: a round with no authority in it, the lead of groups that have none. Nobody
has it on a checklist, and it is never late.

Wrong::

    prepare-for-own-forum:
      owner: own cluster

Right::

    prepare-for-own-forum:
      owner: each cluster

What is compared
    Whom `owner` and `for` mean, worked out. An owner that is still to be confirmed (`owner: TBC`) is a question, and an
    action without the key has a fault of form: missing-key.

See also: action-without-date, missing-key, unknown-reference
"""

from collections.abc import Iterator
from typing import Final

from peercycle.diagnostics.fault import Fault, Mark, Severity
from peercycle.model.cycle import Cycle
from peercycle.model.owner import Many, Party
from peercycle.rules.examined import Examined
from peercycle.schedule.entries import entries, within
from peercycle.schedule.plan import Plan
from peercycle.schedule.wording import listed, noun, several

ID = "action-without-owner"
SEVERITY: Severity = "warning"
_NEEDED: Final = {
    "authorities": ("authority",),
    "groups": ("group",),
    "rounds": ("round",),
    "groups-in-rounds": ("group", "round"),
    "lead-authorities": ("group",),
}
"""What there must be for a phrase to mean anybody."""


def check(examined: Examined) -> Iterator[Fault]:
    """Yield a fault for each action whose owner, or whose `for`, is nobody."""
    plan = examined.plan
    for entry in entries(examined.cycle):
        if entry.kind == "event":
            continue
        owner, place = entry.held.owner, entry.place  # type: ignore[union-attr]
        if why := _nobody(plan, owner, repeated=bool(entry.held.for_)):
            yield _fault(
                owner, Mark((*place, "owner")), why, "Name another owner, or write TBC until one is known."
            )
        words = [party.words for party in entry.held.for_]
        reasons = [_nobody(plan, party, repeated=True) for party in entry.held.for_]
        if reasons and all(reasons):
            mark = within((*place, "for"), words, 0)
            yield _fault(entry.held.for_[0], mark, reasons[0], "Say for whom it is, or take for: away.")


def _fault(party: Party, mark: Mark, why: str, hint: str) -> Fault:
    return Fault(f"'{party.words}' is nobody: {why}", mark, hint)


def _nobody(plan: Plan, party: Party, *, repeated: bool) -> str:
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
        return "" if repeated else "the action is not repeated, so nothing is its own"
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
