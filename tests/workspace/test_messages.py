"""Messages of changed meetings: who is asked, by what the file says of who comes and whose address is known."""

from pathlib import Path

import pytest

from peercycle.workspace.calendars import calendars
from peercycle.workspace.contacts import Contact, Contacts
from peercycle.workspace.messages import messages
from peercycle.workspace.revisions import Revisions
from tests.documents.made import edition_of
from tests.exports.test_ics import by_vobject
from tests.schedule.small_cycles import NAMED, plan_of

PROGRAMME = """
events:
  talk: {title: Talk, date: Thursday 21 January 2027, attends: ATTENDS}
actions:
  send-view: {do: Send the view, owner: each authority, due: October 2026, to: team}
"""
BODIES = "  panel: {name: Panel, members: {each lead authority: [dcs], board: [chair]}}\n"
HELD = [
    ("ash", "dcs"), ("ash", "lead-member"), ("birch", "dcs"), ("team", "dcs"), ("board", "chair"), ("board", "dcs"),
]  # fmt: skip
BOOK = Contacts(
    Path("contacts.local.yaml"),
    "",
    {(owner, role): Contact("", f"{role}@{owner}.example") for owner, role in HELD},
    [],
)


@pytest.mark.parametrize(
    ("attends", "asked"),
    [
        ("{each authority: [dcs]}", ["dcs@ash", "dcs@birch"]),
        ("{each authority: all}", ["dcs@ash", "lead-member@ash", "dcs@birch"]),
        ("{ash: [lead-member], birch: all}", ["lead-member@ash", "dcs@birch"]),
        ("{each authority: all, board: all}", ["dcs@ash", "lead-member@ash", "dcs@birch", "chair@board"]),
        ("{team: all}", ["dcs@team"]),
        ("{board: [chair]}", ["chair@board"]),
        ("{panel: all}", ["dcs@ash", "chair@board"]),
        ("{elm: all}", []),
        ("TBC", []),
    ],
)
def test_whoever_comes_and_has_an_address_is_asked(tmp_path: Path, attends: str, asked: list[str]) -> None:
    programme, people = PROGRAMME.replace("ATTENDS", attends), f"{BODIES}{NAMED}"
    revisions = Revisions(tmp_path / "2026-27.yaml")
    list(calendars(edition_of(plan_of(programme, people, papers=""), "2026-11-02"), revisions, []))
    later = programme.replace("Thursday 21", "Friday 22")
    moved = edition_of(plan_of(later, people, papers=""), "2026-11-09")
    list(calendars(moved, revisions, []))
    (message,) = messages(moved, revisions, BOOK).values()
    assert (message.reaches, message.complete) == (len(asked), bool(asked))
    (event,) = by_vobject(message.made.content)
    found = [each.value for each in event.contents.get("attendee", ())]
    assert found == [f"mailto:{address}.example" for address in asked]
