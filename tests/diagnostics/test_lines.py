"""Offsets, lines and columns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peercycle.diagnostics.lines import line, line_starts, stretch


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_as_in_an_editor(end: str) -> None:
    text = f"one{end}two{end}"
    assert [line(text, number) for number in range(5)] == [None, "one", "two", "", None]


def test_lines_end_nowhere_else() -> None:
    text = "one\x0b\x0c\x1c\x85\u2028two"
    assert line_starts(text) == [0]
    assert stretch(text, 8, 11) == (1, 9, 1, 12)


def test_columns_count_characters_from_1_and_the_end_is_exclusive() -> None:
    assert stretch("日本: é\nx", 4, 5) == (1, 5, 1, 6)
    assert stretch("ab\ncd", 0, 5) == (1, 1, 2, 3)
    assert stretch("ab\ncd", 2, 3) == (1, 3, 2, 1)


@given(st.text(st.sampled_from("ab\n\r")), st.data())
def test_every_offset_lies_in_its_line(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    span = stretch(text, offset, offset)
    held = line(text, span.line)
    assert held is not None
    assert line_starts(text)[span.line - 1] + span.column - 1 == offset
    assert span.column <= len(held) + 2
