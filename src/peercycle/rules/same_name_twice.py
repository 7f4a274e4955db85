"""Two groups, two bodies or two rounds have the same name.

Documents call them by their names, so nobody can tell which is meant. A row that was copied for the next one, and only half
changed, looks like this.

Wrong::

    cluster-coast: {name: Moor cluster, lead: hollinsea}

Right::

    cluster-coast: {name: Coast cluster, lead: hollinsea}

What is compared
    The `name` of every group and body and the `title` of every round with those of its own kind, in whatever capitals. Of
    authorities it is an error: same-authority-twice.

See also: same-authority-twice, duplicate-id
"""

from collections.abc import Iterator
from typing import Final

from peercycle.diagnostics.fault import Fault, Mark, Severity
from peercycle.rules.examined import Examined
from peercycle.schedule.entries import SECTIONS
from peercycle.schedule.wording import noun, several

ID: Final = "same-name-twice"
SEVERITY: Final[Severity] = "warning"
_NAMES: Final = (("bodies", "name"), ("groups", "name"), ("rounds", "title"))


def check(examined: Examined) -> Iterator[Fault]:
    """Yield a fault for each row that repeats the name of a row above it."""
    for section, field in _NAMES:
        kind = several(noun(examined.cycle, SECTIONS[section]))
        first: dict[str, str] = {}
        for key, row in getattr(examined.cycle, section).items():
            name: str = getattr(row, field)
            above = first.setdefault(name.casefold(), key)
            if above != key:
                yield Fault(
                    f"two {kind} are called {name}",
                    Mark((section, key, field)),
                    "Give this one a name of its own.",
                    (Mark((section, above, field), "the first of them"),),
                )
