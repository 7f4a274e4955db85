"""A paper is needed, and nothing produces it.

A meeting or an action waits for a paper that no meeting and no action of this cycle produces, and the file does not say
that it comes from elsewhere. Nobody is going to bring it.

Wrong::

    documents:
      regional-profile: {title: Regional profile}
    nwadcs-february:
      needs: [good-practice, regional-profile]

Right::

    documents:
      regional-profile: {title: Regional profile, comes-from: statistics}
    nwadcs-february:
      needs: [good-practice, regional-profile]

What is compared
    What stands under `needs` with what stands under `produces`, of meetings, actions and items of agendas alike. Suggested
    actions and those that are not tracked produce papers, too.

See also: produced-after-needed, unknown-reference
"""

from collections.abc import Iterator

from peercycle.diagnostics.fault import Fault, Mark, Severity
from peercycle.rules.examined import Examined
from peercycle.schedule.handover import Listing, listings
from peercycle.schedule.wording import in_sentence

ID = "never-produced"
SEVERITY: Severity = "warning"
_SHOWN = 3


def check(examined: Examined) -> Iterator[Fault]:
    """Yield a fault for each paper that is needed and comes from nowhere."""
    if _producer_lost(examined):
        return
    documents = examined.cycle.documents
    produced = {each.document for each in listings(examined.plan, "produces")}
    wanting: dict[str, list[Listing]] = {}
    for each in listings(examined.plan, "needs"):
        held = documents.get(each.document)
        if held and not held.comes_from and each.document not in produced:
            wanting.setdefault(each.document, []).append(each)
    for document, needs in wanting.items():
        title = in_sentence(examined.cycle, documents[document].title)
        places = {each.place: each for each in needs}
        first, *others = places.values()
        yield Fault(
            f"nothing produces the {title}, which {first.entry.id} needs",
            Mark(first.place, words=first.words),
            f"Add {document} to produces: of whatever makes it, or say in its row where it comes from: comes-from:",
            tuple(Mark(each.place, "needed here, too", words=each.words) for each in others[:_SHOWN]),
        )


def _producer_lost(examined: Examined) -> bool:
    """Whether what could not be read may have produced papers, or said where they come from."""
    return any(
        place[0] in {"phases", "agendas", "documents"}
        and (len(place) <= 4 or {"produces", "comes-from"} & {*place})
        for place in examined.lost
    )
