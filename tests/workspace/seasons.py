"""A cycle file from one run of `calendar --changes` to the next, and programmes in which a meeting moves."""

from pathlib import Path

from peercycle.workspace.calendars import calendars
from peercycle.workspace.contacts import Contact, Contacts
from peercycle.workspace.messages import Message, messages
from peercycle.workspace.revisions import Revisions
from tests.documents.made import edition_of
from tests.exports.test_ics import by_vobject
from tests.schedule.small_cycles import FORUM, NAMED, plan_of

SENDING = """
actions:
  send-view: {do: Send the view, owner: each authority, due: October 2026, to: team}
"""
PROGRAMME = f"""
events:
  talk: {{title: Talk, date: Thursday 21 January 2027, attends: ATTENDS}}
{SENDING}"""
FORUMS = f"{FORUM.rstrip()}\n    attends: {{each authority in own group: [dcs]}}\n{SENDING}"
BODIES = """
  panel: {name: Panel, posts: {analyst: Analyst}, members: {each lead authority: [dcs], board: [chair]}}
  office: {name: Office}
"""
HELD = (
    "dcs@ash", "lead-member@ash", "dcs@birch", "dcs@team", "chair@board", "dcs@board", "analyst@panel",
)  # fmt: skip
ALL = ("dcs@ash", "dcs@birch", "dcs@elm", "dcs@fir", "dcs@team")

Told = dict[str, list[str]]
"""Whom each file asks or frees, by what its name says."""


def book_of(held: tuple[str, ...]) -> Contacts:
    """Return contacts: roles or posts at authorities and bodies, each with that address or with another after a colon."""
    found = {}
    for each in held:
        who, _, other = each.partition(":")
        role, _, owner = who.partition("@")
        found[owner, role] = Contact("", f"{other or who}.example")
    return Contacts(Path("contacts.local.yaml"), "", found, [])


class Season:
    """A cycle file from one run to the next; each run tells what is to be told."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "2026-27.yaml"
        self.last: list[Message] = []

    def run(
        self,
        programme: str,
        on: str = "2026-11-02",
        people: str = NAMED,
        held: tuple[str, ...] = HELD,
        *,
        again: bool = False,
    ) -> Told:
        """Publish, and tell all that is not told."""
        revisions = Revisions(self.path)
        edition = edition_of(plan_of(programme, f"{BODIES}{people}", papers=""), on)
        list(calendars(edition, revisions, []))
        self.last = messages(edition, revisions, book_of(held), again=again)
        for message in self.last:
            revisions.sent(message.meeting, message.told)
        revisions.keep()
        written = [message for message in self.last if message.to_write]
        names = [message.made.name for message in written]
        assert len(set(names)) == len(names)
        return {_short(message.made.name): _attendees(message.made.content) for message in written}

    @property
    def without(self) -> list[str]:
        """Those whom the last run told nothing for want of an address."""
        return [who for message in self.last for who in message.to.without]


def _short(name: str) -> str:
    return name.removeprefix("changes/2026-27-").removesuffix(".ics")


def _attendees(content: bytes) -> list[str]:
    (event,) = by_vobject(content)
    found = [each.value for each in event.contents.get("attendee", ())]
    return [each.removeprefix("mailto:").removesuffix(".example") for each in found]


def attending(attends: str) -> str:
    """Return the programme with a talk to which these come."""
    return PROGRAMME.replace("ATTENDS", attends)


def later(programme: str) -> str:
    """Return the programme with the talk on another day."""
    return programme.replace("Thursday 21", "Friday 22")
