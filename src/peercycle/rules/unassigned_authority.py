"""Authorities have no group or no round yet.

Until it is known who is in which group and who is challenged in which round, tasks can only be shown for so many authorities
not yet named, and nobody can be told the day of their own meeting.

Wrong::

    pellbridge: {name: Pellbridge, group: cluster-coast}

Right::

    pellbridge: {name: Pellbridge, group: cluster-coast, round: january}

What is compared
    Rows without `group` or `round`, or with TBC, where the cycle has groups or rounds at all: all of them are one piece of
    information. What an open question already asks, as with `about: authorities group`, is counted there and not repeated.

See also: unanswered-question, round-size
"""

from collections.abc import Iterator
from typing import Literal

from peercycle.diagnostics.fault import Fault, Mark, Severity
from peercycle.rules.examined import Examined
from peercycle.rules.waiving import waived
from peercycle.schedule.cast import known
from peercycle.schedule.questions import covers
from peercycle.schedule.wording import counted, listed, noun

ID = "unassigned-authority"
SEVERITY: Severity = "info"
_NAMED = 5


def check(examined: Examined) -> Iterator[Fault]:
    """Yield a fault for all authorities without a group, and one for all without a round."""
    if examined.cycle.groups:
        yield from _lacking(examined, "group")
    if examined.cycle.rounds:
        yield from _lacking(examined, "round")


def _lacking(examined: Examined, key: Literal["group", "round"]) -> Iterator[Fault]:
    cycle = examined.cycle
    asked = [about for each in cycle.questions.values() if each.answer is None for about in each.about]
    bare = []
    for authority, row in cycle.authorities.items():
        place = ("authorities", authority, key)
        if known(getattr(row, key)) or place in examined.lost or any(covers(about, place) for about in asked):
            continue
        if not waived(examined, ID, place):
            bare.append(authority)
    if not bare:
        return
    total = counted(len(cycle.authorities), cycle.words.authority)
    message = f"{len(bare)} of {total} {'has' if len(bare) == 1 else 'have'} no {noun(cycle, key)}"
    if len(bare) <= _NAMED:
        message += f": {listed(cycle.authorities[each].name for each in bare)}"
    yield Fault(
        message,
        Mark(
            ("authorities", bare[0], key), on="value" if getattr(cycle.authorities[bare[0]], key) else "key"
        ),
        f"Write it in each row. Until it is known, put one question about: authorities {key}",
    )
