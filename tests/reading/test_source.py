"""Bytes to text: every file that is none is refused in one sentence, at its place."""

import pytest

from peercycle.reading.source import LARGEST, LONGEST_LINE, decode
from tests.reading.small_cycle import SMALL, read


@pytest.mark.parametrize(
    ("raw", "place", "message", "hint"),
    [
        (b"", (1, 1), "the file is empty", "A cycle file begins with the line: format: 1"),
        (b"\xef\xbb\xbf", (1, 1), "the file is empty", "A cycle file begins with the line: format: 1"),
        (SMALL.encode("utf-16"), (1, 1), "the file is written in UTF-16, not in UTF-8", "Save the file as UTF-8 text."),
        (b"\xfe\xff\x00f", (1, 1), "the file is written in UTF-16, not in UTF-8", "Save the file as UTF-8 text."),
        (SMALL.encode("utf-32"), (1, 1), "the file is written in UTF-32, not in UTF-8", "Save the file as UTF-8 text."),
        (
            SMALL.encode("utf-16-le"), (1, 2), "the file holds a NUL character, which no text has",
            "It looks like UTF-16. Save the file as UTF-8 text.",
        ),
        (
            b"format: 1\ncycle: \0", (2, 8), "the file holds a NUL character, which no text has",
            "Save the file as UTF-8 text.",
        ),
        (
            "title: é\r\ntitle: ".encode() + b"\xe9t\xe9", (2, 8),
            "the file is not written in UTF-8: byte e9 cannot stand here", "Save the file as UTF-8 text.",
        ),
        (b"PK\x03\x04rest", (1, 1), "this is a Word, Excel or zip file, not a text file", "Name the cycle file, which ends in .yaml."),
        (b"%PDF-1.7", (1, 1), "this is a PDF file, not a text file", "Name the cycle file, which ends in .yaml."),
        (b"\x89PNG\r\n", (1, 1), "this is a picture, not a text file", "Name the cycle file, which ends in .yaml."),
    ],
)  # fmt: skip
def test_what_is_no_text_is_refused(raw: bytes, place: tuple[int, int], message: str, hint: str) -> None:
    text, (found,) = decode("cycle.yaml", raw)
    assert text is None
    assert (found.file, found.rule, found.severity) == ("cycle.yaml", "unreadable-file", "error")
    assert found.span == (*place, *place)
    assert (found.message, found.hint) == (message, hint)


def test_every_byte_is_refused_or_text() -> None:
    for byte in range(256):
        text, found = decode("x", bytes([byte]))
        assert (text is None) == bool(found)


def test_a_file_may_be_large_and_not_larger() -> None:
    line = b"#" + b"x" * 62 + b"\n"
    assert decode("x", line * (LARGEST // len(line)))[1] == []
    _, (found,) = decode("x", line * (LARGEST // len(line)) + b"#")
    assert (found.rule, found.message) == (
        "too-large",
        "the file has more than 16 MiB, more than any cycle file has",
    )


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r", b""])
def test_a_line_may_be_long_and_not_longer(end: bytes) -> None:
    first = b"format: 1" + (end or b"\n")
    assert decode("x", first + b"#" * LONGEST_LINE + end)[1] == []
    _, (found,) = decode("x", first + b"#" * (LONGEST_LINE + 1) + end)
    assert (found.rule, found.span) == ("too-large", (2, 1, 2, 1))
    assert found.message == "this line is 65,537 bytes long; a line has at most 65,536"


def test_a_file_that_is_no_text_holds_no_cycle() -> None:
    reading = read(b"\0")
    assert (reading.cycle, reading.text, reading.loaded) == (None, "", None)
