"""Meetings have no place.

People must know where to go, and invitations and agendas have a line for it. All such meetings are reported together,
as information: nothing is wrong, something is missing.

Wrong::

    support:
      events:
        market-place:
          title: Market place
          date: Thursday 1 February 2018
          source: Good practice is shared on 1 February 2018.

Right::

    support:
      events:
        market-place:
          title: Market place
          date: Thursday 1 February 2018
          place: Hollinsea
          source: Good practice is shared on 1 February 2018.

What is compared
    Whether an event has the key `place`. With `place: TBC` it is a question like any other TBC and not reported here.
    Write `place: online` where nobody travels.

See also: unanswered-question
"""

from collections.abc import Iterator

from peercycle.diagnostics.fault import Fault, Mark, Severity
from peercycle.rules.examined import Examined
from peercycle.rules.waiving import waived
from peercycle.schedule.entries import Entry, entries
from peercycle.schedule.wording import listed

ID = "missing-place"
SEVERITY: Severity = "info"
_NAMED = 9


def check(examined: Examined) -> Iterator[Fault]:
    """Yield one fault for all events without a place."""
    events = [entry for entry in entries(examined.cycle) if entry.kind == "event"]
    bare = [entry for entry in events if _lacks_place(examined, entry)]
    if not bare:
        return
    names = [entry.id for entry in bare[:_NAMED]]
    if len(bare) > _NAMED:
        names.append(f"{len(bare) - _NAMED} more")
    which = (
        f"{len(bare)} of {len(events)} meetings have no place" if len(bare) > 1 else "a meeting has no place"
    )
    yield Fault(
        f"{which}: {listed(names)}",
        Mark(bare[0].place, on="key"),
        "Add place: and the town or building. With place: TBC it joins the open questions.",
    )


def _lacks_place(examined: Examined, entry: Entry) -> bool:
    if getattr(entry.held, "place", None) or (*entry.place, "place") in examined.lost:
        return False
    return not waived(examined, ID, entry.place)
