"""Calendars made: for everyone and for each that asks, every entry with the revision it has come to."""

from collections.abc import Iterator, Sequence
from datetime import date, time
from typing import Final

from peercycle.documents.edition import Edition
from peercycle.documents.glossary import provenance
from peercycle.documents.wording import cycle_label
from peercycle.exports.ics import Dated, Invited, calendar, invitation
from peercycle.schedule.attendance import seats
from peercycle.schedule.diary import Entry, diary, name_of
from peercycle.schedule.plan import Meeting
from peercycle.workspace.contacts import Contact, Contacts
from peercycle.workspace.files import FileTrouble
from peercycle.workspace.rendering import Made, file_part
from peercycle.workspace.revisions import Revision, Revisions

CHANGES: Final = "changes"
"""The folder of the files that tell those who come of a changed meeting."""


def calendars(edition: Edition, revisions: Revisions, readers: Sequence[str]) -> Iterator[Made]:
    """Yield the calendar of each reader; the revisions are brought up to date, and not kept yet."""
    _meetings_up_to_date(edition, revisions)
    note = " ".join(filter(None, (edition.cycle.handling, provenance(edition))))
    for reader in readers:
        dated = [_dated(edition, revisions, entry, reader) for entry in diary(edition.plan, reader)]
        names = {f"{each.entry.key} {reader}" for each in dated}
        own = [name for name in revisions.held if name.endswith(f" {reader}")]
        revisions.ended((name for name in own if name not in names), edition.on)
        title = f"Peer challenge {cycle_label(edition.cycle.cycle)}: {name_of(edition.plan, reader)}"
        stem = file_part(f"{edition.cycle.cycle} calendar {reader}")
        yield Made(
            f"{stem}.ics", calendar(title, note, dated), title=f"Calendar: {name_of(edition.plan, reader)}"
        )


def _meetings_up_to_date(edition: Edition, revisions: Revisions) -> None:
    """Bring the revisions of all meetings up to date: a meeting has one, whoever's calendar it stands in."""
    meetings = {entry.key: entry for entry in diary(edition.plan) if entry.meeting}
    for name, entry in meetings.items():
        revisions.published(name, entry, edition.on)
    known = [name for name in revisions.held if " " not in name]
    revisions.ended((name for name in known if name not in meetings), edition.on)


def _dated(edition: Edition, revisions: Revisions, entry: Entry, reader: str) -> Dated:
    name = entry.key if entry.meeting else f"{entry.key} {reader}"
    held = revisions.held[name] if entry.meeting else revisions.published(name, entry, edition.on)
    return Dated(entry, _uid(edition, name), held.sequence, held.on)


def _uid(edition: Edition, name: str) -> str:
    """Return the lasting id of an entry: the same for the life of a meeting, whatever becomes of its day."""
    plain = name.replace("/", ".").replace(" ", "--")
    return f"{plain}.{edition.cycle.cycle}@{file_part(edition.cycle.region)}.peercycle"


def changes(edition: Edition, revisions: Revisions, book: Contacts) -> list[Made]:
    """Return a file for each meeting changed or ended on this day, to be sent to those who come; raises FileTrouble."""
    changed = [(name, held) for name, held in revisions.changed_on(edition.on) if " " not in name]
    if not changed:
        return []
    organizer = _organizer(edition, book)
    entries = {entry.key: entry for entry in diary(edition.plan)}
    return [_change(edition, name, held, entries.get(name), organizer, book) for name, held in changed]


def _change(  # noqa: PLR0913, PLR0917 - what a message is made of
    edition: Edition, name: str, held: Revision, entry: Entry | None, organizer: Contact, book: Contacts
) -> Made:
    dated = Dated(entry or _last_known(name, held), _uid(edition, name), held.sequence, held.on)
    attendees = tuple((each.name, each.address) for each in _invited(edition, name, book))
    invited = Invited((organizer.name, organizer.address), attendees)
    word = "cancelled" if held.gone else "changed"
    content = invitation(dated, invited, cancelled=held.gone)
    return Made(
        f"{CHANGES}/{file_part(f'{edition.cycle.cycle} {word} {name}')}.ics",
        content,
        title=f"{dated.entry.title}: {word}",
    )


def _last_known(name: str, held: Revision) -> Entry:
    """Return a meeting that has no day any more as it was last published."""
    title, first, last, start, end, where, unsure, *_ = held.core
    begins, ends = (time.fromisoformat(clock) if clock else None for clock in (start, end))
    days = date.fromisoformat(first), date.fromisoformat(last)
    return Entry(name, title, *days, begins, ends, where, tentative=unsure.startswith("?"), meeting=True)


def _organizer(edition: Edition, book: Contacts) -> Contact:
    """Return the post that papers are sent to, who writes to those that come; raises FileTrouble without its address."""
    parties = [party for action in edition.actions.values() for party in action.to]
    post = next((party.role for party in parties if party.words == edition.coordinator), None)
    found = book.of(edition.team or "", post or edition.team or "")
    if not found.address:
        raise FileTrouble(
            f"{book.path}: there is no address for {edition.coordinator or 'the team that papers are sent to'}, in whose name "
            "changes are sent; see peercycle chase --contacts"
        )
    return found


def _invited(edition: Edition, name: str, book: Contacts) -> Iterator[Contact]:
    """Yield those who come to a meeting and whose address is known; nobody for one that is no longer in the file."""
    meeting = next((held for held in edition.plan.meetings if held.id == name), None)
    if meeting is None:
        return
    found = dict.fromkeys([*_of_authorities(edition, meeting, book), *_of_bodies(edition, meeting, book)])
    yield from (contact for contact in found if contact.address)


def _of_authorities(edition: Edition, meeting: Meeting, book: Contacts) -> Iterator[Contact]:
    for authority in edition.cycle.authorities:
        for seat in seats(edition.plan, meeting, authority) or ():
            yield book.of(authority, seat.role)


def _of_bodies(edition: Edition, meeting: Meeting, book: Contacts) -> Iterator[Contact]:
    for line in edition.plan.event(meeting).attends:
        body = edition.cycle.bodies.get(line.party.who)
        for post in body.posts if body else ():
            yield book.of(line.party.who, post)
