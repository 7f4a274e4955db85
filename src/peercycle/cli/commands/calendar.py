"""`peercycle calendar`: meetings and deadlines for the diary, and what changed in it."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from peercycle.cli.asking import Asked, CycleOption, OnOption, ask
from peercycle.cli.ending import Ending, nearest_or, there_is
from peercycle.cli.screen import put, width

if TYPE_CHECKING:
    from peercycle.documents.edition import Edition
    from peercycle.workspace.messages import Message
    from peercycle.workspace.revisions import Revisions

EXAMPLES = """\b
Examples:
  peercycle calendar --out calendars
  peercycle calendar bolton --out calendars
  peercycle calendar all --out calendars
  peercycle calendar --changes --out calendars"""
ALL = "all"
FORCE = "Write over what somebody changed since; with --changes, also make earlier messages again."


def calendar(
    ctx: typer.Context,
    subjects: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[SUBJECT ...]",
            help="An authority, a group, a body or a role, or all of them; none: everyone.",
        ),
    ] = None,
    folder: Annotated[
        str | None, typer.Option("--out", metavar="DIR", help="Write the calendars here.")
    ] = None,
    changes: Annotated[
        bool,
        typer.Option(
            "--changes",
            help="Also a file to send for each meeting changed or cancelled since the last --changes.",
        ),
    ] = False,
    force: Annotated[bool, typer.Option("--force", help=FORCE)] = False,
    cycle: CycleOption = None,
    on: OnOption = None,
) -> int:
    """Write calendar files (.ics) of everything that has a day; what has none yet is in none of them."""
    from peercycle.cli.making import reported, troubles
    from peercycle.documents.edition import Edition
    from peercycle.workspace.calendars import calendars
    from peercycle.workspace.rendering import to_write
    from peercycle.workspace.revisions import Revisions
    from peercycle.workspace.shelf import Shelf

    if folder is None or not folder.strip():
        raise Ending(2, "--out names no folder", "As in: peercycle calendar --out calendars")
    asked = ask(ctx, cycle, on)
    readers = _readers(asked, subjects or [])
    with troubles():
        revisions = Revisions(asked.opened.path)
        edition = Edition(asked.status, asked.state)
        made = list(calendars(edition, revisions, readers))
        told = _messages(asked, edition, revisions, again=force) if changes else []
        shelf = Shelf(Path(folder))
        revisions.keep()  # first: a number that was published must never be given again
        documents = [*to_write(made, shelf.folder), *(each.made for each in told if each.to_write)]
        outcomes = shelf.fill(((each.name, each.content) for each in documents), force=force)
        for message in told:
            if outcomes.get(message.made.name) != "kept":
                revisions.sent(message.meeting, message.told)
        revisions.keep()  # last: what could not be written is told by the next run
    gone = [each.outdated for each in told if each.outdated and (shelf.folder / each.outdated).is_file()]
    return reported(shelf, outcomes, gone, made)


def _messages(asked: Asked, edition: "Edition", revisions: "Revisions", *, again: bool) -> "list[Message]":
    """Return the messages, and say whom they do not reach."""
    from peercycle.cli.commands.chase import contacts_book
    from peercycle.cli.screens.messages import message_lines
    from peercycle.workspace.messages import messages

    book = contacts_book(asked)
    found = messages(edition, revisions, book, again=again)
    put(message_lines(found, edition.cycle, book.path.name, width(sys.stderr)), sys.stderr)
    return found


def _readers(asked: Asked, subjects: list[str]) -> tuple[str, ...]:
    """Return whose calendars are asked for; ends with 2 for an id that has none."""
    from peercycle.schedule.choosing import meant, nearest
    from peercycle.schedule.diary import EVERYONE, readers

    possible = readers(asked.plan)
    found: list[str] = []
    for written in subjects or [EVERYONE]:
        key = meant(asked.plan, written)
        if key != ALL and key not in possible:
            advice = nearest_or(nearest(key, list(possible)), there_is(possible))
            raise Ending(2, f"there is no calendar for '{written}'", advice)
        found += possible if key == ALL else [key]
    return tuple(dict.fromkeys(found))
