"""Messages to those who come to a meeting that was changed or is no longer held: one file each, to be opened and sent."""

from collections.abc import Iterator, Sequence
from datetime import date, time
from shlex import quote
from typing import Final, NamedTuple

from peercycle.documents.edition import Edition
from peercycle.exports.ics import Dated, Invited, invitation
from peercycle.schedule.attendance import coming, seats
from peercycle.schedule.diary import Entry, diary
from peercycle.schedule.plan import Meeting
from peercycle.workspace.calendars import uid
from peercycle.workspace.contacts import Contact, Contacts
from peercycle.workspace.files import FileTrouble
from peercycle.workspace.rendering import Made, file_part
from peercycle.workspace.revisions import Revision, Revisions

CHANGES: Final = "changes"
"""The folder of the files that tell those who come of a changed meeting."""


class Message(NamedTuple):
    """A file that tells of one meeting; `reaches` counts the addresses it is sent to."""

    made: Made
    cancelled: bool
    reaches: int

    @property
    def complete(self) -> bool:
        """Whether diaries take it: nobody can be asked to come without being named, but all can be told not to."""
        return self.cancelled or self.reaches > 0


def messages(edition: Edition, revisions: Revisions, book: Contacts) -> dict[str, Message]:
    """Return a message of each meeting, by its id, whose last change is not told to those who come; raises FileTrouble."""
    changed = [(name, held) for name, held in revisions.untold() if " " not in name]
    if not changed:
        return {}
    organizer = _organizer(edition, book)
    entries = {entry.key: entry for entry in diary(edition.plan)}
    return {name: _message(edition, name, held, entries.get(name), organizer, book) for name, held in changed}


def _message(  # noqa: PLR0913, PLR0917 - what a message is made of
    edition: Edition, name: str, held: Revision, entry: Entry | None, organizer: Contact, book: Contacts
) -> Message:
    dated = Dated(entry or _last_known(name, held), uid(edition, name), held.sequence, held.on)
    attendees = tuple((each.name, each.address) for each in _invited(edition, name, book))
    invited = Invited((organizer.name, organizer.address), attendees)
    word = "cancelled" if held.gone else "changed"
    content = invitation(dated, invited, cancelled=held.gone)
    file = f"{CHANGES}/{file_part(f'{edition.cycle.cycle} {word} {name}')}.ics"
    return Message(
        Made(file, content, title=f"{dated.entry.title}: {word}"), held.gone, len(invited.attendees)
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
        raise FileTrouble(_without_sender(book, edition.coordinator or "the team that papers are sent to"))
    return found


def _without_sender(book: Contacts, sender: str) -> str:
    """Return what is missing for want of an address of whoever sends changes, and how to come by a file of addresses."""
    if book.path.exists():
        return (
            f"{book.path}: there is no address for {sender}, in whose name changes are sent; "
            "see peercycle chase --contacts"
        )
    return (
        f"{book.path}: there is no such file. Changes need it for the address of {sender}, in whose name they are sent, and for "
        "the addresses of those who come to the meetings. To make one to fill in: "
        f"peercycle chase --contacts > {quote(str(book.path))}"
    )


def _invited(edition: Edition, name: str, book: Contacts) -> Iterator[Contact]:
    """Yield those who come to a meeting and whose address is known; nobody for one that is no longer in the file."""
    meeting = next((held for held in edition.plan.meetings if held.id == name), None)
    if meeting is None:
        return
    found = dict.fromkeys([*_of_authorities(edition, meeting, book), *_of_bodies(edition, meeting, book)])
    yield from (contact for contact in found if contact.address)


def _of_authorities(edition: Edition, meeting: Meeting, book: Contacts) -> Iterator[Contact]:
    for authority in edition.cycle.authorities:
        coming = seats(edition.plan, meeting, authority)
        if coming is not None:
            yield from _holders(book, authority, [seat.role for seat in coming])


def _of_bodies(edition: Edition, meeting: Meeting, book: Contacts) -> Iterator[Contact]:
    for line in coming(edition.plan, meeting):
        if body := edition.cycle.bodies.get(line.party.who):
            roles = [seat.role for seat in line.seats] or list(body.posts)
            yield from _holders(book, line.party.who, roles)


def _holders(book: Contacts, owner: str, roles: Sequence[str]) -> Iterator[Contact]:
    """Yield who holds these roles; where none is named all of an authority or a body come, of whom some are known."""
    yield from (book.of(owner, role) for role in roles) if roles else book.all_of(owner)
