"""From a place to the characters meant."""

import pytest

from peercycle.diagnostics.fault import Fault, Mark
from peercycle.reading.events import load
from peercycle.reading.spans import Spans, locate, rename
from tests.reading.small_cycle import SMALL

TEXT = """\
title: 'It''s on 3 March'
note: "say \\"on 3
  March\\" twice"
do: >-  # folded
  agreed and noted
  by 3 March
text: |
  one

  two
plain: agreed on
  3 March 2018, or 3 March
row: {name: Bolton, due: 3 March}
items:
  - item: Welcome
    minutes: 15
  - - deep
  - >-
    folded
  - each: x
list: [a, 3 March]
empty: {}
"""


def marked(mark: Mark, text: str = TEXT) -> str:
    root = load("x", text).root
    span = locate(root, mark, text)
    lines = text.split("\n")
    if span.line == span.end_line:
        return lines[span.line - 1][span.column - 1 : span.end_column - 1]
    between = lines[span.line : span.end_line - 1]
    return "\n".join(
        [lines[span.line - 1][span.column - 1 :], *between, lines[span.end_line - 1][: span.end_column - 1]]
    )


@pytest.mark.parametrize(
    ("mark", "expected"),
    [
        (Mark(("title",)), "'It''s on 3 March'"),
        (Mark(("title",), words="It's on"), "It''s on"),
        (Mark(("note",), words='"on 3 March"'), '\\"on 3\n  March\\"'),
        (Mark(("do",)), "agreed and noted\n  by 3 March"),
        (Mark(("do",), words="noted by 3"), "noted\n  by 3"),
        (Mark(("text",)), "one\n\n  two"),
        (Mark(("plain",), words="3 March"), "3 March"),
        (Mark(("plain",), words="March 2018, or"), "March 2018, or"),
        (Mark(("plain",), words="not there"), "agreed on\n  3 March 2018, or 3 March"),
        (Mark(("plain",), words="gree"), "gree"),
        (Mark(("plain",), words=" "), "agreed on\n  3 March 2018, or 3 March"),
        (Mark(("row",)), "{name: Bolton, due: 3 March}"),
        (Mark(("row",), on="key"), "row"),
        (Mark(("row", "due")), "3 March"),
        (Mark(("row", "due"), on="key"), "due"),
        (Mark(("row", "due"), on="key", words="du"), "du"),
        (Mark(("row", "gss")), "row"),
        (Mark(("items",)), "items"),
        (Mark(("items", "0")), "item: Welcome"),
        (Mark(("items", "0"), on="key"), "item: Welcome"),
        (Mark(("items", "0", "minutes")), "15"),
        (Mark(("items", "0", "lead")), "item: Welcome"),
        (Mark(("items", "1")), "- deep"),
        (Mark(("items", "2")), "folded"),
        (Mark(("items", "9")), "items"),
        (Mark(("items", "x")), "items"),
        (Mark(("list", "1")), "3 March"),
        (Mark(("list", "1"), on="key"), "3 March"),
        (Mark(("empty",)), "{}"),
    ],
)
def test_a_mark_covers_what_is_meant(mark: Mark, expected: str) -> None:
    assert marked(mark) == expected


@pytest.mark.parametrize("mark", [Mark(()), Mark(("nothing",)), Mark(("nothing", "below"))])
def test_what_is_nowhere_is_a_fault_of_the_whole_file(mark: Mark) -> None:
    assert locate(load("x", TEXT).root, mark, TEXT) == (1, 1, 1, 1)
    assert locate(None, mark, TEXT) == (1, 1, 1, 1)


def test_a_fault_is_located_with_the_places_it_rests_on() -> None:
    fault = Fault("wrong", Mark(("row", "due"), "here"), "Mend it.", (Mark(("row", "name"), "there"),))
    found = Spans("c.yaml", TEXT, load("x", TEXT).root).located("some-rule", "warning", fault)
    assert found[:2] == ("c.yaml", (13, 26, 13, 33))
    assert found[2:7] == ("some-rule", "warning", "wrong", "Mend it.", "row/due")
    assert (found.note, found.related) == ("here", (((13, 13, 13, 19), "there"),))


def test_columns_are_counted_in_characters() -> None:
    text = "title: Ynys Môn 日本\r\nrow: {name: 日本, due: 3}\r\n"
    assert locate(load("x", text).root, Mark(("row", "due")), text) == (2, 22, 2, 23)


def test_what_has_been_renamed_is_found_under_both_keys() -> None:
    root = load("x", SMALL).root
    rename(root, ("roles", "dcs"), "director")
    assert locate(root, Mark(("roles", "director")), SMALL) == locate(root, Mark(("roles", "dcs")), SMALL)
    rename(root, ("roles", "nobody"), "somebody")
    rename(None, ("roles", "dcs"), "director")
    assert locate(root, Mark(("roles", "somebody")), SMALL).line == 7
