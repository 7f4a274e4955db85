"""Messages to those who come to a meeting that was changed or is no longer held: one file each, to be opened and sent."""

from collections.abc import Iterator
from datetime import date, time
from shlex import quote
from typing import Final, NamedTuple

from peercycle.documents.edition import Edition
from peercycle.exports.ics import Dated, Invited, News, invitation
from peercycle.schedule.diary import Entry, diary
from peercycle.workspace.calendars import uid
from peercycle.workspace.contacts import Contact, Contacts
from peercycle.workspace.differences import difference
from peercycle.workspace.files import FileTrouble
from peercycle.workspace.recipients import Recipients, recipients
from peercycle.workspace.rendering import Made, stems
from peercycle.workspace.revisions import JOINED, NAMELESS, Revision, Revisions

CHANGES: Final = "changes"
"""The folder of the files that tell those who come of a changed meeting."""
NEWS: Final[tuple[News, ...]] = ("changed", "cancelled", "withdrawn")
_OUTDATED: Final[dict[News, News]] = {"changed": "cancelled", "cancelled": "changed"}


class Message(NamedTuple):
    """A file that tells of one meeting, to whom, and the name of an earlier file that it makes untrue, "" for none.

    `first` is true where nobody who can be named has a message of this change yet.
    """

    meeting: str
    news: News
    made: Made
    to: Recipients
    outdated: str
    first: bool

    @property
    def to_write(self) -> bool:
        """Whether there is a file at all: nobody can be asked to come without being named, but all can be told not to."""
        return bool(self.to.addresses) or (self.news == "cancelled" and self.first)

    @property
    def told(self) -> tuple[str, ...]:
        """Who has the message once it is written; whoever nobody can name is told by the file itself."""
        return (*self.to.reached, *(NAMELESS if self.news == "cancelled" else ()))


def messages(edition: Edition, revisions: Revisions, book: Contacts, *, again: bool = False) -> list[Message]:
    """Return the messages of meetings to those who have none of their last change; raises FileTrouble.

    With `again` they are for everyone, too, who has had a message of the meeting before.
    """
    told = [(name, news, who) for name, news, who in _told(edition, revisions, again=again) if who]
    if not told:
        return []
    organizer = _organizer(edition, book)
    entries = {entry.key: entry for entry in diary(edition.plan)}
    files = _files(edition, revisions)
    found = []
    for name, news, who in told:
        held, to = revisions.held[name], _recipients(edition, book, revisions.held[name], news, who)
        entry = entries.get(name) or _last_known(name, held)
        if news == "changed":
            entry = _with_change(entry, held, who)
        dated = Dated(entry, uid(edition, name), held.sequence, held.on)
        attendees = tuple((each.name, each.address) for each in to.addresses)
        content = invitation(dated, Invited((organizer.name, organizer.address), attendees), news)
        outdated = files[_OUTDATED[news], name] if news in _OUTDATED else ""
        made = Made(files[news, name], content, title=dated.entry.title)
        found.append(Message(name, news, made, to, outdated, _is_first(held)))
    return [message for message in found if message.to_write or message.to.reached or message.to.without]


def _recipients(
    edition: Edition, book: Contacts, held: Revision, news: News, who: tuple[str, ...]
) -> Recipients:
    """Return whom a message goes to: none that somebody is no longer asked to an address that still is."""
    found = recipients(edition.cycle, book, who)
    staying = recipients(edition.cycle, book, held.told).addresses if news == "withdrawn" else ()
    return found._replace(addresses=tuple(each for each in found.addresses if each not in staying))


def _is_first(held: Revision) -> bool:
    return all(number < held.shown for who, number in held.told.items() if who not in NAMELESS)


def _told(
    edition: Edition, revisions: Revisions, *, again: bool
) -> Iterator[tuple[str, News, tuple[str, ...]]]:
    """Yield of each meeting that is not over what is told of it, and to whom."""
    for name, held in revisions.meetings(edition.on):
        before = held.messaged if again else ()
        yield (
            name,
            "cancelled" if held.gone else "changed",
            tuple(who for who in held.told if who in held.untold or who in before),
        )
        yield name, "withdrawn", tuple(who for who in held.left if who in held.released or who in before)


def _files(edition: Edition, revisions: Revisions) -> dict[tuple[News, str], str]:
    """Return the name of the file for each message of each meeting of the record; no two have the same."""
    meetings = sorted(name for name in revisions.held if " " not in name)
    return {
        (news, name): f"{CHANGES}/{stem}.ics"
        for news in NEWS
        for name, stem in zip(meetings, stems(f"{edition.cycle.cycle} {news}", meetings), strict=True)
    }


def _with_change(entry: Entry, held: Revision, who: tuple[str, ...]) -> Entry:
    """Return a meeting with a note of what changed, as far as it is known what those had before who are not new to it."""
    news_to_all = all(held.told[each] == JOINED for each in who)
    changed = difference(held.was, held.core) if held.was and not news_to_all else ""
    return entry._replace(notes=(changed, *entry.notes)) if changed else entry


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
