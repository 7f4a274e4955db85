"""Data stays data: what would be markup is escaped, what is invisible is shown."""

import pytest

from peercycle.documents.escaping import as_markdown, clean

ESCAPED = [
    ("Director of Children's Services (DCS)", "Director of Children's Services (DCS)"),
    ("sign-off of 12 to 14 December 2017", "sign-off of 12 to 14 December 2017"),
    ("*bold* and _slanted_", "\\*bold\\* and \\_slanted\\_"),
    ("a | b", "a \\| b"),
    ("a \\ b", "a &#92; b"),
    ("a \\| b", "a &#92;\\| b"),
    ("`code` ~~gone~~", "\\`code\\` \\~\\~gone\\~\\~"),
    ("[x](javascript:alert(1))", "\\[x\\](javascript:alert(1))"),
    ("<script>alert(1)</script>", "\\<script>alert(1)\\</script>"),
    ("{.caption} {{7*7}}", "\\{.caption} \\{\\{7\\*7}}"),
    ("Q&A of the day", "Q&A of the day"),
    ("&lt;b&gt;", "\\&lt;b\\&gt;"),
    ("&#60", "\\&#60"),
    ("R&", "R\\&"),
    ("# heading", "\\# heading"),
    ("heading ##", "heading \\##"),
    ("room #2, C#", "room #2, C#"),
    ("- item", "\\- item"),
    ("+ item", "\\+ item"),
    ("> note", "\\> note"),
    (": term", "\\: term"),
    ("::: box", "\\::: box"),
    ("=====", "\\====="),
    ("1. first", "1\\. first"),
    ("12) twelfth", "12\\) twelfth"),
    (". after a number", "\\. after a number"),
    ("2017 was", "2017 was"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "expected"), ESCAPED)
def test_markup_in_data_is_escaped_and_plain_text_is_left_alone(text: str, expected: str) -> None:
    assert as_markdown(text) == expected


CLEANED = [
    ("two\nlines\tand  gaps ", "two lines and gaps"),
    ("\x1b[31mred", "\\x1b[31mred"),
    ("a\u202eb", "a\\u202eb"),
    ("a\u00a0b", "a b"),
    ("a\x00b", "a\\x00b"),
]


@pytest.mark.parametrize(("text", "expected"), CLEANED)
def test_what_is_invisible_is_shown(text: str, expected: str) -> None:
    assert clean(text) == expected
