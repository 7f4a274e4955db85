"""Nothing in a file steers or deceives a terminal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peercycle.diagnostics.show import show


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Bolton", "Bolton"),
        ("Ynys Môn, Łódź, 日本, e\u0301", "Ynys Môn, Łódź, 日本, e\u0301"),
        ("[bold red]x[/] :tada: {{7*7}} <script>", "[bold red]x[/] :tada: {{7*7}} <script>"),
        ("\x1b[31mred\x1b[0m", "\\x1b[31mred\\x1b[0m"),
        ("a\x00b\x07c\x7fd\x9be", "a\\x00b\\x07c\\x7fd\\x9be"),
        ("one\ttwo\r\nthree", "one two  three"),
        ("\u202eevil\u2066", "\\u202eevil\\u2066"),
        ("a\u200bb\ufeffc\u2028d\u2029e", "a\\u200bb\\ufeffc\\u2028d\\u2029e"),
        ("\U000e0041", "\\U000e0041"),
        ("\u3164\u115f\uffa0", "\\u3164\\u115f\\uffa0"),
        ("a\xa0b\u3000c", "a\xa0b\u3000c"),
        ("\ud800\ue000\U0010ffff", "\\ud800\\ue000\\U0010ffff"),
    ],
)
def test_what_is_shown(text: str, shown: str) -> None:
    assert show(text) == shown


@given(st.text())
def test_showing_twice_changes_nothing_more(text: str) -> None:
    shown = show(text)
    assert show(shown) == shown
    assert not any(character in shown for character in "\n\r\t\x1b\u202e")
