"""Drafts of reminders made and their index: a page with a link for each that opens the mail program with the essentials."""

from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import Any, Final, NamedTuple
from urllib.parse import quote

from peercycle.diagnostics.show import show
from peercycle.documents.blocks import read_blocks
from peercycle.documents.edition import Edition
from peercycle.documents.letter import letter, role_of
from peercycle.documents.limits import texts
from peercycle.exports.eml import Mailbox, draft, text
from peercycle.model.when import long_date
from peercycle.schedule.chasing import Letter
from peercycle.workspace.contacts import Contacts
from peercycle.workspace.own_templates import template_for
from peercycle.workspace.rendering import file_part

LONGEST_LINK: Final = 1800
"""Characters of a mailto link that every mail program takes."""
_NAMES: Final = ("first-reminder", "second-reminder", "third-reminder")
_STYLE: Final = (
    "body{font:16px/1.5 Arial,sans-serif;color:#0b0c0c;margin:2rem auto;max-width:60rem;padding:0 1rem}"
    "table{border-collapse:collapse}th,td{border-bottom:1px solid #b1b4b6;padding:.4rem .8rem;text-align:left;"
    "vertical-align:top}a{color:#1d70b8}.scroll{overflow-x:auto}"
)


class Draft(NamedTuple):
    """A draft ready to be written: its file name and bytes, whom it is for, its subject, its text, and its link."""

    file: str
    content: bytes
    to: Mailbox
    subject: str
    text: str
    link: str


def drafts(
    edition: Edition, cycle_file: Path, letters: Sequence[Letter], book: Contacts
) -> dict[Letter, Draft]:
    """Return the draft of each letter; raises TemplateTrouble and FileTrouble."""
    template = template_for(cycle_file, "letter.md.j2")
    views = [letter(edition, about, book.of(about.owner, about.to).name, letters) for about in letters]
    written = texts(template, "markdown", views)
    found: dict[Letter, Draft] = {}
    for about, view, markdown in zip(letters, views, written, strict=True):
        blocks = read_blocks(markdown)[1:]  # the title is the subject
        title = show(view["title"])
        to, copied = _mailbox(edition, about.owner, about.to, book), _copied(edition, about, book)
        content = draft(title, [to], copied, blocks)
        found[about] = Draft(_file(about), content, to, title, text(blocks), _link(to, copied, title, blocks))
    return found


def _file(about: Letter) -> str:
    name = _NAMES[about.step - 1] if about.step <= len(_NAMES) else f"reminder-{about.step}"
    role = "" if about.to == about.owner else f" {about.to}"
    return f"{file_part(f'{about.owner}{role} {name}')}.eml"


def _mailbox(edition: Edition, owner: str, role: str, book: Contacts) -> Mailbox:
    held, called = book.of(owner, role), _owner(edition, owner)
    post = called if owner == role else f"{role_of(edition, role)}, {called}"
    return Mailbox(show(held.name or post), held.address)


def _owner(edition: Edition, owner: str) -> str:
    held = edition.cycle.authorities.get(owner)
    return held.name if held else edition.cycle.bodies[owner].name


def _copied(edition: Edition, about: Letter, book: Contacts) -> list[Mailbox]:
    return [_mailbox(edition, about.owner, about.copied, book)] if about.copied else []


def _link(to: Mailbox, copied: Sequence[Mailbox], subject: str, blocks: Sequence[dict[str, Any]]) -> str:
    """Return a mailto link with the subject and as much of the text as such a link holds."""
    parts = [
        text([block]).strip().replace("\n", "\r\n" if block["kind"] == "list" else " ") for block in blocks
    ]
    kept = parts[:-1]
    cc = "".join(f"&cc={quote(box.address)}" for box in copied if box.address)
    while True:
        body = quote("\r\n\r\n".join(kept))
        link = f"mailto:{quote(to.address, safe='@')}?subject={quote(subject)}{cc}&body={body}"
        if len(link) <= LONGEST_LINK or not kept:
            return link
        kept = kept[:-1]


def index(edition: Edition, made: Sequence[Draft]) -> bytes:
    """Return the page that lists the drafts: to whom, about what, the file, and a link for each."""
    rows = "".join(
        f"<tr><td>{escape(each.to.name)}{'' if each.to.address else '<br>no address in contacts.local.yaml'}</td>"
        f'<td>{escape(each.subject)}</td><td><a href="{escape(quote(each.file))}">{escape(each.file)}</a></td>'
        f'<td><a href="{escape(each.link)}">Short form to {escape(each.to.name)}</a></td></tr>\n'
        for each in made
    )
    title = f"Drafts of {long_date(edition.on)}"
    return (
        f'<!DOCTYPE html>\n<html lang="en-GB">\n<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{escape(title)}</title>\n'
        f"<style>{_STYLE}</style></head>\n<body>\n<main>\n<h1>{escape(title)}</h1>\n"
        "<p>Nothing has been sent. Open a draft, read it and send it yourself; then run "
        f"<strong>peercycle chase --sent --on {edition.on.isoformat()}</strong>, so that nobody is chased twice.</p>\n"
        "<div class=scroll role=region aria-label=Drafts tabindex=0>\n<table>\n<thead><tr><th scope=col>To</th><th scope=col>Subject</th><th scope=col>Draft</th>"
        "<th scope=col>In your mail program</th></tr></thead>\n"
        f"<tbody>\n{rows}</tbody>\n</table>\n</div>\n"
        f"<p>Made from cycle file {escape(edition.cycle.cycle)}, state {edition.state}. "
        f"{escape(edition.cycle.handling or '')}</p>\n</main>\n</body>\n</html>\n"
    ).encode()


def older(folder: Path, files: Sequence[str]) -> list[str]:
    """Return the drafts in a folder that are none of these."""
    return sorted(path.name for path in folder.glob("*.eml") if path.name not in files)
