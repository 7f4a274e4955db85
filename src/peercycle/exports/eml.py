"""A letter as an email draft: text and HTML, opened for editing by the mail program, never sent by peercycle."""

from collections.abc import Iterator, Mapping, Sequence
from email.headerregistry import Address, Group
from email.message import EmailMessage
from email.policy import SMTP
from hashlib import sha256
from html import escape
from textwrap import wrap
from typing import Any, Final, NamedTuple

WIDTH: Final = 70
LONGEST_NAME: Final = 60
"""Characters of a name in a header: one that is folded over lines is taken apart by some mail programs."""
_STYLE: Final = "font-family: Arial, sans-serif; font-size: 11pt; line-height: 1.4; color: #0b0c0c"
_SMALL: Final = "font-size: 9pt; color: #505a5f"


class Mailbox(NamedTuple):
    """Whom a draft is for: the name shown, and the address, "" where it is to be filled in."""

    name: str
    address: str


def draft(
    subject: str, to: Sequence[Mailbox], copied: Sequence[Mailbox], blocks: Sequence[Mapping[str, Any]]
) -> bytes:
    """Return the bytes of a draft, the same for the same input; From and Date are left to the mail program."""
    message = EmailMessage(policy=SMTP)
    message["Subject"] = " ".join(subject.split())
    message["To"] = _boxes(to)
    if copied:
        message["Cc"] = _boxes(copied)
    message["X-Unsent"] = "1"
    message.set_content(text(blocks), cte="quoted-printable")
    message.add_alternative(_page(subject, blocks), subtype="html", cte="quoted-printable")
    message.set_boundary(f"=_{sha256(repr((subject, to, copied, blocks)).encode()).hexdigest()[:32]}")
    return message.as_bytes()


def _boxes(boxes: Sequence[Mailbox]) -> list[Address | Group]:
    """Return mailboxes for a header; one without an address is a name that the mail program asks to be filled in."""
    return [
        Address(box.name[:LONGEST_NAME], addr_spec=box.address)
        if box.address
        else Group(f"{_spoken(box.name)[:LONGEST_NAME]} - no address yet", ())
        for box in boxes
    ]


def _spoken(name: str) -> str:
    """Return a name of words alone: Python folds a long header between marks, and loses the quotation marks there."""
    return " ".join("".join(c if c.isalnum() or c in " '-." else " -" for c in name).split())


def text(blocks: Sequence[Mapping[str, Any]]) -> str:
    """Return blocks as plain text in lines of at most 70 characters."""
    return "\n\n".join("\n".join(_lines(block)) for block in blocks) + "\n"


def _lines(block: Mapping[str, Any]) -> Iterator[str]:
    if block["kind"] != "list":
        yield from wrap(_words(block["runs"]), WIDTH, break_long_words=False, break_on_hyphens=False)
        return
    for item in block["items"]:
        for part in item:
            yield from wrap(
                _words(part["runs"]),
                WIDTH,
                initial_indent="- ",
                subsequent_indent="  ",
                break_long_words=False,
                break_on_hyphens=False,
            )


def _words(runs: Sequence[Mapping[str, Any]]) -> str:
    return "".join(str(run.get("text", "")) for run in runs)


def _page(subject: str, blocks: Sequence[Mapping[str, Any]]) -> str:
    body = "\n".join(map(_html, blocks))
    return (
        f'<!DOCTYPE html>\n<html lang="en-GB"><head><meta charset="utf-8"><title>{escape(subject)}</title></head>\n'
        f'<body style="{_STYLE}">\n{body}\n</body></html>\n'
    )


def _html(block: Mapping[str, Any]) -> str:
    if block["kind"] == "list":
        items = "".join(
            f"<li>{''.join(escape(_words(p['runs'])) for p in item)}</li>" for item in block["items"]
        )
        return f"<ul>{items}</ul>"
    small = f' style="{_SMALL}"' if block.get("role") == "provenance" else ""
    return f"<p{small}>{escape(_words(block['runs']))}</p>"
