"""An event or action says neither where it comes from nor that it is suggested.

Where the file names a source document, whoever reads it must be able to tell what the document says from what has been
added. Each event and action quotes the words it rests on, or is marked as suggested with the reason.

Wrong::

    support:
      actions:
        write-report:
          do: Write the report
          owner: sli-team
          due: March 2018

Right::

    support:
      actions:
        write-report:
          do: Write the report
          owner: sli-team
          due: March 2018
          suggested: The network has asked for one.

What is compared
    Only files with a `source` at the top are looked at. A file that names a source and quotes nothing at all is reported
    once.

See also: misquoted-source
"""

from collections.abc import Iterator

from peercycle.diagnostics.fault import Fault, Mark, Severity
from peercycle.rules.examined import Examined
from peercycle.schedule.entries import entries
from peercycle.schedule.wording import one

ID = "unexplained-entry"
SEVERITY: Severity = "warning"


def check(examined: Examined) -> Iterator[Fault]:
    """Yield a fault for each event and action with neither source nor suggested."""
    if examined.cycle.source is None:
        return
    everything = list(entries(examined.cycle))
    bare = [entry for entry in everything if not entry.held.source and entry.held.suggested is None]
    if len(bare) == len(everything) > 1:
        yield Fault(
            "a source is named, and no event or action quotes it",
            Mark(("source",), on="key"),
            "Add to each source: and the words it rests on, or suggested: and the reason.",
        )
        return
    for entry in bare:
        yield Fault(
            f"{one(entry.kind)} with neither source nor suggested",
            Mark(entry.place, on="key"),
            "Quote the words it rests on under source:, or give the reason for adding it under suggested:.",
        )
