"""Two authorities have the same name or the same code.

Each would be sent a checklist with the other's name on it. A row that was copied for the next authority, and only half
changed, looks like this.

Wrong::

    pellbridge: {name: Hollinsea, group: cluster-coast, round: january}

Right::

    pellbridge: {name: Pellbridge, group: cluster-coast, round: january}

What is compared
    The `name`, in whatever capitals, and the `gss` of every authority.

See also: same-name-twice, duplicate-id, authority-not-in-existence
"""

from collections.abc import Iterator

from peercycle.diagnostics.fault import Fault, Mark, Severity
from peercycle.rules.examined import Examined
from peercycle.schedule.wording import one

ID = "same-authority-twice"
SEVERITY: Severity = "error"


def check(examined: Examined) -> Iterator[Fault]:
    """Yield a fault for each row that repeats the name or the code of a row above it."""
    word = one(examined.cycle.words.authority)
    first: dict[tuple[str, str], str] = {}
    for key, row in examined.cycle.authorities.items():
        for field, value in (("name", row.name.casefold()), ("gss", row.gss or "TBC")):
            above = first.setdefault((field, value), key)
            if above != key and value != "TBC":
                told = f"the name {row.name}" if field == "name" else f"the code {row.gss}"
                yield Fault(
                    f"two rows of authorities have {told}",
                    Mark(("authorities", key, field)),
                    f"Give this row the {'name' if field == 'name' else 'code'} of {word} of its own, or take it out.",
                    (Mark(("authorities", above, field), "the first of them"),),
                )
