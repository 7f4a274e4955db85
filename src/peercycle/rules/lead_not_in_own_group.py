"""The authority that leads a group belongs to another group.

A group is led by one of its own members: its Director chairs the forums and is named on the group's papers. Membership
stands in the authority's own row, the lead in the group's; here the two contradict each other.

Wrong::

    cluster-coast: {name: Coast cluster, lead: orrinshaw}

Right::

    cluster-coast: {name: Coast cluster, lead: pellbridge}

What is compared
    The group's `lead` with the `group` in that authority's row. A group that is still to be confirmed contradicts nothing.

See also: unassigned-authority
"""

from collections.abc import Iterator

from peercycle.diagnostics.fault import Fault, Mark, Severity
from peercycle.rules.examined import Examined

ID = "lead-not-in-own-group"
SEVERITY: Severity = "error"


def check(examined: Examined) -> Iterator[Fault]:
    """Yield a fault for each group led from outside."""
    cycle = examined.cycle
    for key, group in cycle.groups.items():
        row = cycle.authorities.get(group.lead or "")
        other = cycle.groups.get(row.group or "") if row else None
        if row is None or other is None or row.group == key:
            continue
        yield Fault(
            f"{row.name} leads {group.name} but belongs to {other.name}",
            Mark(("groups", key, "lead")),
            f"Change the lead, or give {row.name}'s row group: {key}.",
            (Mark(("authorities", group.lead or "", "group"), "its own row says so"),),
        )
