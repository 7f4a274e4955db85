"""A meeting lies outside its round or phase, or a deadline before its phase.

The file says two things that cannot both be true. Documents print the period of a phase beside the days of its meetings, so
either would mislead somebody.

Wrong::

    forum:
      date:
        january:
          cluster-moor: Wednesday 6 December 2017

Right::

    forum:
      date:
        january:
          cluster-moor: Wednesday 10 January 2018

What is compared
    A meeting of a round with the `when` of the round, and every meeting and
    deadline with the `when` of its phase. Only what lies outside whatever is
    decided is a fault: a date of which a part falls inside is well, and so is a
    deadline such as `by April 2018`. What leans on a meeting or an action is
    not compared, nor is the day from which an action may begin. A date outside
    the cycle is left to date-outside-cycle. A deadline after its phase can be
    meant, such as that of signatures: deadline-after-phase only warns of it.
If this is meant
    Make the `when` of the phase or round long enough, or move the entry to the
    phase it belongs to.

See also: deadline-after-phase, date-outside-cycle, phases-out-of-order
"""

from collections.abc import Iterator
from typing import Final, Literal

from peercycle.diagnostics.fault import Fault, Mark, Severity
from peercycle.model.place import Place
from peercycle.model.when import When, long_when
from peercycle.rules.examined import Examined, Stated

ID: Final = "date-outside-phase"
SEVERITY: Final[Severity] = "error"
Side = Literal["before", "after", ""]


def check(examined: Examined) -> Iterator[Fault]:
    """Yield the dates of each meeting that lie outside its round or phase, and of each action that lie before it."""
    gathered: dict[tuple[Place, Place, Side], list[Stated]] = {}
    for stated in examined.dates:
        if stated.use in ("meeting", "deadline") and not examined.outside(stated.when):
            window, side = _crossed(examined, stated)
            if side and not (side == "after" and stated.use == "deadline"):
                gathered.setdefault((stated.place[:5], window, side), []).append(stated)
    for (_, window, side), found in gathered.items():
        yield _fault(examined, window, side, found)


def _crossed(examined: Examined, stated: Stated) -> tuple[Place, Side]:
    """Return the place of the period that a date does not lie in, and on which side of it."""
    cycle = examined.cycle
    windows: list[tuple[Place, When]] = []
    if stated.round:
        windows.append((("rounds", stated.round, "when"), cycle.rounds[stated.round].when))
    windows.append((("phases", stated.phase, "when"), cycle.phases[stated.phase].when))
    for place, period in windows:
        if not examined.outside(period) and (side := _side(stated.when, period)):
            return place, side
    return (), ""


def _side(when: When, period: When) -> Side:
    if when.latest and period.earliest and when.latest < period.earliest:
        return "before"
    if when.earliest and period.latest and when.earliest > period.latest:
        return "after"
    return ""


def _fault(examined: Examined, window: Place, side: Side, found: list[Stated]) -> Fault:
    section, key, _ = window
    held: When = getattr(examined.cycle, section)[key].when
    kind = section.removesuffix("s")
    edge = "begins" if side == "before" else "ends"
    limit = held.points[0] if side == "before" else held.points[-1]
    related = [Mark(window, f"when {kind} '{key}' {'is held' if kind == 'round' else 'lies'}")]
    related += [Mark(stated.place, "and so does this" if len(found) == 2 else "") for stated in found[1:]]
    return Fault(
        f"{long_when(found[0].when)} lies {side} {kind} '{key}' {edge} ({limit.words})",
        Mark(found[0].place),
        f"Correct the date, or the when of the {kind}.",
        tuple(related),
    )
