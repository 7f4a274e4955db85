"""The view of a self-view to be written on: what it has to cover, what to look back on, the own place, and who signs."""

from typing import Any, Final

from peercycle.documents.addressee import Addressee
from peercycle.documents.audience import titles
from peercycle.documents.deadlines import task_when
from peercycle.documents.edition import Edition
from peercycle.documents.glossary import closing
from peercycle.documents.occasions import SELF_VIEW, maker
from peercycle.documents.on_record import on_form
from peercycle.documents.open_points import concerning, open_points
from peercycle.documents.readership import audience_of
from peercycle.documents.signing import returned, signing
from peercycle.documents.wording import Wording, capital, cycle_label
from peercycle.model.owner import Party
from peercycle.model.programme import Action
from peercycle.schedule.deadline import TO_BE_CONFIRMED
from peercycle.schedule.sharing import may_see
from peercycle.schedule.wording import listed

OWN_PLACE: Final = "placement-self"


def self_view(edition: Edition, authority: str) -> dict[str, Any]:
    """Return the view of one authority's self-view, put together in the order it is written."""
    reader = Addressee(edition, authority)
    writing, sending = maker(edition.plan, SELF_VIEW), _sending(edition)
    view: dict[str, Any] = {
        "title": f"{reader.name}: self-view, {cycle_label(edition.cycle.cycle)}",
        "name": reader.name,
        "when": _when(reader, sending or writing),
        "to": capital(returned(reader, sending)),
        "so_far": on_form(reader, reader.own(sending or writing), "sent"),
        "parts": _parts(writing),
        "last": capital(_last(edition, writing, reader.words)),
        "audience": _audience(reader),
        "apart": _apart(reader),
        "stages": _stages(reader),
        "journey": edition.cycle.journey.title if edition.cycle.journey else "",
        "enablers": list(edition.cycle.journey.enablers) if edition.cycle.journey else [],
        "signing": signing(reader, sending if sending and sending.sign_off else writing),
    }
    keys = {key for key, action in edition.actions.items() if action in (writing, sending)}
    view["open"] = open_points(edition, concerning(edition, keys, reader.subject), reader.words)
    return view | closing(edition, view, view["audience"], reader.words)


def _parts(writing: Action | None) -> list[dict[str, str]]:
    """Return what the file says a self-view covers, each to be ticked."""
    lines = writing.including if writing else ()
    return [
        {"id": f"covers-{number}", "text": capital(line.rstrip("."))} for number, line in enumerate(lines, 1)
    ]


def _sending(edition: Edition) -> Action | None:
    """Return the action by which the self-view is sent to the team, None where there is none."""
    return next(
        (
            action
            for action in edition.actions.values()
            if SELF_VIEW in action.needs and any(party.who == edition.team for party in action.to)
        ),
        None,
    )


def _audience(reader: Addressee) -> str:
    """Return who may see the whole form: a self-view and the authority's own place on the journey, which it holds."""
    shown = _shown_to(reader)
    others = [_reader(reader, party) for party in shown if not _is_own(party)]
    if not others:
        return audience_of(reader)
    own = [] if any(_is_every(party) for party in shown) else [reader.name]
    return capital(f"{listed(list(dict.fromkeys([*own, *others])))} only")


def _shown_to(reader: Addressee) -> list[Party]:
    """Return who may see a self-view by the file, without those who may not see the place on the journey."""
    apart = {party.words for party in _not_the_place(reader)}
    return [party for party in reader.edition.cycle.documents[SELF_VIEW].shown_to if party.words not in apart]


def _not_the_place(reader: Addressee) -> list[Party]:
    """Return who may see a self-view by the file, and not where its authority places itself."""
    documents, journey = reader.edition.cycle.documents, reader.edition.cycle.journey
    place = documents.get(OWN_PLACE)
    if place is None or not place.shown_to or journey is None or not journey.stages:
        return []
    allowed = {party.words for party in place.shown_to}
    return [party for party in documents[SELF_VIEW].shown_to if party.words not in allowed]


def _apart(reader: Addressee) -> str:
    """Return to whom a self-view goes without the page on the place on the journey, "" where all may see it."""
    return listed([_reader(reader, party) for party in _not_the_place(reader)])


def _is_own(party: Party) -> bool:
    return party.many is not None and party.many.kind == "own-authority" and not party.role


def _is_every(party: Party) -> bool:
    many = party.many
    return many is not None and many.kind == "authorities" and not many.within and not party.role


def _reader(reader: Addressee, party: Party) -> str:
    if party.of_own_group:
        return f"the other members of its {reader.edition.cycle.words.group}"
    name = reader.words.party(party)
    return f"the {name}" if party.role else name


def _when(reader: Addressee, action: Action | None) -> str:
    task = reader.own(action)
    return capital(task_when(reader.edition, task, reader.words) if task else TO_BE_CONFIRMED)


def _last(edition: Edition, writing: Action | None, words: Wording) -> str:
    """Return the papers of the cycle before that the self-view looks back on, "" where there are none."""
    documents = edition.cycle.documents
    keys = [key for key in writing.needs if key in documents] if writing else []
    return titles(
        edition,
        [key for key in keys if documents[key].comes_from and documents[key].per == "authority"],
        words,
    )


def _stages(reader: Addressee) -> list[dict[str, str]]:
    """Return the stages of the journey, of which the authority marks its own; the one on record is said to be."""
    edition = reader.edition
    own = [
        noted
        for noted in edition.findings
        if noted.authority == reader.authority
        and noted.finding.judged == OWN_PLACE
        and may_see(edition.plan, noted, reader.subject)
    ]
    chosen = next((n.finding.text for n in reversed(own) if not n.finding.enabler), "")
    stages = edition.cycle.journey.stages if edition.cycle.journey else ()
    return [{"stage": stage, "chosen": "On record" if stage == chosen else ""} for stage in stages]
