"""The columns a text takes, and texts broken to fit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peercycle.diagnostics.columns import brief, width, wrapped
from peercycle.diagnostics.show import show


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("", 0), ("Bolton", 6), ("Ynys Môn", 8), ("日本", 4), ("ﾊﾝ", 2), ("e\u0301", 1), ("\u1112\u1161\u11ab", 2), ("\t", 1),
        ("\x1b", 4), ("\u202e", 6), ("\U000e0001", 10), ("\xa0", 1), ("\u3000", 2), ("…", 1), ("😀", 2), ("\u3164", 6),
    ],
)  # fmt: skip
def test_a_text_takes_the_columns_it_is_shown_in(text: str, columns: int) -> None:
    assert width(text) == columns


@given(st.text())
def test_what_is_shown_takes_as_many_columns_as_it_said(text: str) -> None:
    assert width(show(text)) == width(text)


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("", 10, []),
        ("one two three", 13, ["one two three"]),
        ("one two three", 12, ["one two", "three"]),
        ("日本 日本", 8, ["日本", "日本"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("a bcdefgh i", 3, ["a", "bcd", "efg", "h i"]),
        ("日本日", 3, ["日", "本", "日"]),
        ("日", 1, ["日"]),
    ],
)
def test_a_text_is_broken_to_fit(text: str, room: int, lines: list[str]) -> None:
    assert list(wrapped(text, room)) == lines


@given(st.text(), st.integers(2, 50))
def test_nothing_is_lost_when_a_text_is_broken(text: str, room: int) -> None:
    clean = show(text)
    lines = list(wrapped(clean, room))
    assert "".join(lines).replace(" ", "") == clean.replace(" ", "")
    assert all(width(line) <= room for line in lines)


def test_a_long_text_is_cut_in_its_middle() -> None:
    assert brief("abcdefghij", 10) == "abcdefghij"
    assert brief("abcdefghijk", 4) == "ab … jk"
    assert brief("\x1b" * 3, 2) == "\\x1b … \\x1b"
