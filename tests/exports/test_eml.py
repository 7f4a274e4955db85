"""Drafts parsed back with Python's email package: whom they are for, what they say, and that nothing in them is live."""

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any

import pytest

from peercycle.exports.eml import Mailbox, draft, text

BLOCKS: list[dict[str, Any]] = [
    {"kind": "paragraph", "runs": [{"text": "Dear Director"}]},
    {"kind": "paragraph", "runs": [{"text": "Please return the memorandum of understanding by Wednesday 28 October 2026. It was due."}]},
    {"kind": "list", "ordered": False, "items": [
        [{"kind": "paragraph", "runs": [{"text": "Director: signed on "}, {"text": "Monday", "bold": True}]}],
        [{"kind": "paragraph", "runs": [{"text": "Lead Member: to sign"}]}],
    ]},
    {"kind": "paragraph", "role": "provenance", "runs": [{"text": "Made from cycle file 2026-27."}]},
]  # fmt: skip
PLAIN = """\
Dear Director

Please return the memorandum of understanding by Wednesday 28 October
2026. It was due.

- Director: signed on Monday
- Lead Member: to sign

Made from cycle file 2026-27.
"""
TO = Mailbox("Director, Quillmere", "dcs@quillmere.example")


def parsed(
    subject: str = "Quillmere: memorandum", *, to: Mailbox = TO, copied: tuple[Mailbox, ...] = ()
) -> EmailMessage:
    found = message_from_bytes(draft(subject, [to], copied, BLOCKS), policy=default)
    assert isinstance(found, EmailMessage)
    return found


def body(message: EmailMessage, kind: str) -> str:
    part = message.get_body((kind,))
    assert part is not None
    content: str = part.get_content()
    return content


def test_a_draft_is_one_to_be_edited_and_sent_by_a_person() -> None:
    message = parsed()
    assert message["X-Unsent"] == "1"
    assert message["From"] is None
    assert message["Date"] is None
    assert message["Subject"] == "Quillmere: memorandum"
    assert [(a.display_name, a.addr_spec) for a in message["To"].addresses] == [tuple(TO)]
    assert message["Cc"] is None
    assert message.get_content_type() == "multipart/alternative"


def test_both_parts_say_the_same() -> None:
    message = parsed()
    assert body(message, "plain").replace("\r\n", "\n") == PLAIN
    page = body(message, "html")
    assert "<li>Director: signed on Monday</li><li>Lead Member: to sign</li>" in page
    assert '<html lang="en-GB">' in page
    assert text(BLOCKS) == PLAIN


def test_without_an_address_the_name_stands_there_to_be_filled_in() -> None:
    message = parsed(to=Mailbox("Chief Executive, Quillmere", ""), copied=(TO,))
    assert message["To"].addresses == ()
    assert str(message["To"]) == "Chief Executive - Quillmere - no address yet:;"
    assert [address.addr_spec for address in message["Cc"].addresses] == [TO.address]


def test_the_same_draft_is_the_same_bytes_with_the_line_ends_of_mail() -> None:
    first, second = (draft("x", [TO], [], BLOCKS) for _ in range(2))
    assert first == second
    assert first.count(b"\n") == first.count(b"\r\n")
    assert draft("y", [TO], [], BLOCKS) != first


HOSTILE = [
    "x\r\nBcc: everyone@council.example", "<script>alert(1)</script>", '"quoted", with comma', "é 漢字 \u202e",
    "=?utf-8?q?trick?=", "a" * 500, "http://council.example/", "<b>&amp;",
]  # fmt: skip


@pytest.mark.parametrize("text_", HOSTILE)
def test_nothing_in_a_name_or_a_text_becomes_a_header_or_markup(text_: str) -> None:
    blocks = [{"kind": "paragraph", "runs": [{"text": text_}]}]
    name = " ".join(text_.split())
    raw = draft(text_, [Mailbox(name, "a@b.example"), Mailbox(name, "")], [], blocks)
    message = message_from_bytes(raw, policy=default)
    assert isinstance(message, EmailMessage)
    assert set(message.keys()) == {"Subject", "To", "X-Unsent", "MIME-Version", "Content-Type"}
    assert [address.addr_spec for address in message["To"].addresses] == ["a@b.example"]
    page = body(message, "html")
    for live in ("<script", "<b>", "<a ", "http-equiv", "<img"):
        assert live not in page
