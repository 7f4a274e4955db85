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

See also: action-without-date, event-for-nobody, missing-key, unknown-reference
"""

from collections.abc import Iterator

from peercycle.diagnostics.fault import Fault, Mark, Severity
from peercycle.model.owner import Party
from peercycle.model.programme import Action
from peercycle.rules.examined import Examined
from peercycle.schedule.entries import entries, within
from peercycle.schedule.nobody import why_nobody

ID = "action-without-owner"
SEVERITY: Severity = "warning"


def check(examined: Examined) -> Iterator[Fault]:
    """Yield a fault for each action whose owner, or whose `for`, is nobody."""
    plan = examined.plan
    for entry in entries(examined.cycle) if examined.everyone_read else ():
        if not isinstance(entry.held, Action):
            continue
        owner, place = entry.held.owner, entry.place
        if why := why_nobody(plan, owner, repeated=bool(entry.held.for_)):
            yield _fault(
                owner, Mark((*place, "owner")), why, "Name another owner, or write TBC until one is known."
            )
        words = [party.words for party in entry.held.for_]
        reasons = [why_nobody(plan, party, repeated=True) for party in entry.held.for_]
        if reasons and all(reasons):
            mark = within((*place, "for"), words, 0)
            yield _fault(entry.held.for_[0], mark, reasons[0], "Say for whom it is, or take for: away.")


def _fault(party: Party, mark: Mark, why: str, hint: str) -> Fault:
    return Fault(f"'{party.words}' is nobody: {why}", mark, hint)
