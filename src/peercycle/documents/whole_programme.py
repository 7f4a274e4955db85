"""The view of the programme: the whole cycle phase by phase, as it is put before everybody who takes part."""

from typing import Any

from peercycle.documents.edition import Edition
from peercycle.documents.glossary import closing
from peercycle.documents.milestones import milestones, together
from peercycle.documents.people import seated
from peercycle.documents.tallies import short_group
from peercycle.documents.wording import Wording, cycle_label, number
from peercycle.model.cycle import Cycle
from peercycle.model.when import long_when
from peercycle.schedule.arrangements import arrangements
from peercycle.schedule.wording import counted, listed, several


def whole_programme(edition: Edition, _: str) -> dict[str, Any]:
    """Return the view of the whole cycle: who takes part, each phase with its meetings and actions, and what follows."""
    words = Wording(edition.cycle)
    cycle = edition.cycle
    view: dict[str, Any] = {
        "title": f"{cycle.title}, {cycle_label(cycle.cycle)}",
        "authorities": _authorities(edition, words),
        "phases": [
            {
                "id": key,
                "caption": f"{phase.title}: {long_when(phase.when)}",
                "rows": together(milestones(edition, [key], words)),
            }
            for key, phase in cycle.phases.items()
        ],
        "seats": _seats(edition, words),
        "open_elsewhere": len(edition.questions),
        "closing": [*filter(None, (_times(edition), _next(edition), _open(len(edition.questions))))],
    }
    return view | closing(edition, view, "", words)


def _authorities(edition: Edition, words: Wording) -> str:
    """Return how many authorities take part, in which groups, and under whose lead."""
    cycle = edition.cycle
    count = words.authorities(len(cycle.authorities))
    if not cycle.groups:
        return count
    led = [_led(cycle, key) for key in cycle.groups]
    groups = f"{number(len(cycle.groups))} {several(cycle.words.group)}"
    said = f"{count} in {groups}: {listed(led)}"
    known = edition.plan.cast.memberships_known()
    return said if known else f"{said}; members to be confirmed"


def _seats(edition: Edition, words: Wording) -> list[dict[str, str]]:
    """Return who sits on the bodies that come to meetings, where the file says and it is not every authority."""
    named = {line.party.who for event, _ in edition.plan.events.values() for line in event.attends}
    found = []
    for key in dict.fromkeys(edition.cycle.bodies):
        members = list(seated(edition, key, words)) if key in named else []
        if members:
            name = edition.cycle.bodies[key].short or edition.cycle.bodies[key].name
            found.append({"name": name, "members": "; ".join(members)})
    return found


def _led(cycle: Cycle, key: str) -> str:
    """Return a group with the authority that leads it, unless it is named for it."""
    lead = cycle.authorities.get(cycle.groups[key].lead or "")
    name = short_group(cycle, key)
    return f"{name} (led by {lead.name})" if lead and lead.name not in name else name


def _times(edition: Edition) -> str:
    """Return what it means that a meeting stands here without its hours."""
    bare = any(not arrangements(edition.plan, meeting).hours for meeting in edition.plan.meetings)
    return "Times of day not given here are to be confirmed." if bare else ""


def _next(edition: Edition) -> str:
    following = edition.cycle.next_cycle
    if following is None:
        return ""
    return f"The {cycle_label(following.cycle)} cycle begins: {long_when(following.begins)}."


def _open(count: int) -> str:
    if not count:
        return ""
    is_ = "is" if count == 1 else "are"
    return f"{counted(count, 'question')} {is_} open: see their list."
