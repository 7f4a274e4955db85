"""`peercycle chase`: draft messages to those who owe something; sends nothing."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from peercycle.cli.asking import Asked, CycleOption, OnOption, ask
from peercycle.cli.ending import Ending, nearest_or
from peercycle.cli.recording import ByOption, DateOption, NoteOption, happened, keep, text
from peercycle.cli.screen import put, width
from peercycle.cli.streams import say

if TYPE_CHECKING:
    from datetime import date as Day  # noqa: N812 - an option is called date

    from peercycle.documents.edition import Edition
    from peercycle.schedule.chasing import Chase, Letter
    from peercycle.workspace.chasing import Draft
    from peercycle.workspace.contacts import Contacts

EXAMPLES = """\b
Examples:
  peercycle chase
  peercycle chase --out outbox
  peercycle chase --for tarnwick --out outbox
  peercycle chase --sent
  peercycle chase --contacts"""


def chase(
    ctx: typer.Context,
    only: Annotated[
        str | None,
        typer.Option(
            "--for",
            metavar="ID",
            help="Only what this authority or body owes; without --out its letters are shown.",
        ),
    ] = None,
    folder: Annotated[
        str | None,
        typer.Option(
            "--out", metavar="DIR", help="Write drafts and an index here; without it, only list them."
        ),
    ] = None,
    sent: Annotated[
        bool, typer.Option("--sent", help="Write down that you have sent the drafts of the day of --on.")
    ] = False,
    contacts: Annotated[
        bool,
        typer.Option(
            "--contacts", help="Print a contacts file to fill in, and say what is missing in yours."
        ),
    ] = False,
    date: DateOption = None,
    by: ByOption = None,
    note: NoteOption = None,
    cycle: CycleOption = None,
    on: OnOption = None,
) -> int:
    """Draft one email to each that owes something, with only what it owes; nothing is ever sent by peercycle."""
    asked = ask(ctx, cycle, on)
    book = contacts_book(asked)
    if contacts:
        return _missing(asked, book)
    if not asked.progress.records:
        raise Ending(
            1,
            "nothing is recorded up to that day, so nobody can be said to be late",
            "Record first what has come: peercycle record ACTION AUTHORITY --sent",
        )
    if sent:
        return _sent(asked, only, happened(asked, date), by, text("--note", note))
    return _draft(asked, only, folder, book)


def _sent(asked: Asked, only: str | None, day: "Day", by: str | None, note: str) -> int:
    """Write down that the letters of the day were sent."""
    from peercycle.cli.screens.chase import sent_lines
    from peercycle.schedule.chasing import records

    letters = _reminders(asked, _edition(asked), only).letters
    if not letters:
        put([[("There is no draft of that day to have been sent.", "")]])
        return 0
    kept = keep(asked, records(asked.status, letters, day, note), by)
    put(sent_lines(asked.plan, letters, kept, width()))
    return 0


def _draft(asked: Asked, only: str | None, folder: str | None, book: "Contacts") -> int:
    """Show the letters of the day, and write them as drafts where a folder is named."""
    from peercycle.cli.screens.chase import chase_lines, letter_lines

    edition = _edition(asked)
    found = _reminders(asked, edition, only)
    made = _drafts(asked, edition, found, book)
    written = None if folder is None or not found.letters else _write(folder, edition, made)
    put(chase_lines(edition.status, found, made, written, width()))
    if only is not None and written is None:
        put(letter_lines(made))
    return 0


def _edition(asked: Asked) -> "Edition":
    from peercycle.documents.edition import Edition

    return Edition(asked.status, asked.state)


def _reminders(asked: Asked, edition: "Edition", only: str | None) -> "Chase":
    from peercycle.schedule.chasing import chase as reminders

    return _only(asked, reminders(edition.status, edition.team), only)


def contacts_book(asked: Asked) -> "Contacts":
    """Return the workspace's contacts; ends with 1 where their file has faults, and warns where git would take it."""
    from peercycle.cli.reporting import text_report
    from peercycle.schedule.wording import counted
    from peercycle.workspace.contacts import contacts_of, exposed
    from peercycle.workspace.files import FileTrouble

    try:
        book = contacts_of(asked.opened.path, asked.plan.cycle)
    except FileTrouble as trouble:
        raise Ending(2, str(trouble)) from None
    if book.diagnostics:
        put(text_report(book.diagnostics, {str(book.path): book.text}), sys.stderr)
        raise Ending(1, f"{book.path} has {counted(len(book.diagnostics), 'fault')}; nothing was done")
    if exposed(book.path):
        warning = f"{book.path.name} holds addresses, and git does not ignore it: add its name to .gitignore"
        put([[(f"warning: {warning}", "warning")]], sys.stderr)
    return book


def _missing(asked: Asked, book: "Contacts") -> int:
    """Print a contacts file to fill in, and on stderr which addresses the one there is lacks."""
    from peercycle.cli.screens.chase import missing_lines
    from peercycle.schedule.addressees import addressees
    from peercycle.workspace.contacts import template

    wanted = addressees(asked.plan)
    say(template(asked.plan.cycle, wanted))
    put(missing_lines(asked.plan.cycle, book, wanted, width(sys.stderr)), sys.stderr)
    return 0


def _only(asked: Asked, found: "Chase", only: str | None) -> "Chase":
    from peercycle.schedule.choosing import meant, nearest

    if only is None:
        return found
    key = meant(asked.plan, only)
    known = [*asked.plan.cycle.authorities, *asked.plan.cycle.bodies]
    if key not in known:
        read = f"{asked.opened.path}, which was read, has no {asked.plan.cycle.words.authority} or body of that id or name."
        raise Ending(2, f"nobody in this cycle is called '{only}'", nearest_or(nearest(key, known), read))
    parts = ({owner: held for owner, held in part.items() if owner == key} for part in found[1:])
    return type(found)(tuple(letter for letter in found.letters if letter.owner == key), *parts)


def _drafts(asked: Asked, edition: "Edition", found: "Chase", book: "Contacts") -> "dict[Letter, Draft]":
    from peercycle.documents.templates import TemplateTrouble
    from peercycle.workspace.chasing import drafts
    from peercycle.workspace.files import FileTrouble

    try:
        return drafts(edition, asked.opened.path, found.letters, book)
    except TemplateTrouble as trouble:
        raise Ending(1, str(trouble), "Nothing was written. Mend the template, or remove it.") from None
    except FileTrouble as trouble:
        raise Ending(2, str(trouble)) from None


def _write(folder: str, edition: "Edition", made: "dict[Letter, Draft]") -> "tuple[str, list[str]]":
    """Write the drafts and their index; return the folder and the drafts of earlier runs that are still in it."""
    from peercycle.workspace.chasing import index, older
    from peercycle.workspace.files import FileTrouble, write

    if not folder.strip():
        raise Ending(2, "--out names no folder", "Write --out DIR, or --out . for the folder you are in.")
    out = Path(folder)
    try:
        for draft in made.values():
            write(out, draft.file, draft.content)
        write(out, "index.html", index(edition, list(made.values())))
        return str(out), older(out, [draft.file for draft in made.values()])
    except FileTrouble as trouble:
        raise Ending(2, str(trouble)) from None
