"""Whatever a file holds, reading it gives a cycle or diagnostics, at places in the text, that can be shown."""

import gc
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from peercycle.diagnostics.columns import width
from peercycle.diagnostics.excerpt import paragraphs
from peercycle.diagnostics.lines import line, line_starts
from peercycle.diagnostics.show import show
from peercycle.reading.document import Reading
from peercycle.reading.events import load
from peercycle.reading.oddities import below
from peercycle.reading.spans import Node, Spot, offsets
from tests.reading.small_cycle import SMALL, read

ROOT = Path(__file__).parent.parent.parent
FILES = [ROOT / "cycles" / "2017-18.yaml", ROOT / "examples" / "made-up" / "cycles" / "2026-27.yaml"]
TEXTS = [SMALL, *(path.read_text(encoding="utf-8") for path in FILES)]
ODD_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
ODD_VALUES = st.one_of(
    st.sampled_from([[], {}, [[]], {"x": {}}, [{"a": ["b"]}], "", "0", "-1", "²", "1" * 5000, "TBC", "tbc", "null"]),
    st.sampled_from(["30 February 2018", "winter 9999", "1/²/2017", "week of week of 1 May 2017", "each each", "² of ²"]),
    st.sampled_from(["before 1 January 0001", "31 December 9999", "after 31 December 9999", "²:30", "9999 months after forum"]),
    ODD_TEXT,
    st.lists(ODD_TEXT, max_size=3),
    st.dictionaries(ODD_TEXT, ODD_TEXT, max_size=3),
)  # fmt: skip
PIECES = st.sampled_from([
    *("\n", "  ", ": ", "- ", "[", "]", "{", "}", '"', "'", "#", "&a ", "*a", "!x ", "? ", "|\n", ">-\n", "\t", "%"),
    *("---\n", "...\n", "\r\n", "\r", "\x1b[31m", "\u202e", "\ufeff", "\x85", "\u2028", "é", "日本", "e\u0301"),
    *("<<: ", "~", "\x00"),
])  # fmt: skip


def check(reading: Reading, columns: int = 80) -> None:
    """Hold a reading against what is promised of every one."""
    assert reading.cycle is not None or reading.diagnostics
    for item in reading.diagnostics:
        assert item.message
        assert "Value error" not in item.message
        for span in (item.span, *(each.span for each in item.related)):
            assert (span.line, span.column) <= (span.end_line, span.end_column)
            if reading.text:
                assert in_text(reading.text, span.line, span.column)
                assert in_text(reading.text, span.end_line, span.end_column)
    for paragraph in paragraphs(reading.text, reading.diagnostics, columns):
        for shown in paragraph:
            printed = "".join(text for text, _ in shown)
            assert show(printed) == printed
            assert width(printed) <= columns or shown[0][1] == "bold"


def in_text(text: str, number: int, column: int) -> bool:
    """Whether a line and column, counted from 1, lie in a text; the end of a line does."""
    held = line(text, number)
    return held is not None and 1 <= column <= len(held) + 1


def replaced(data: Any, place: tuple[str, ...], value: Any) -> Any:
    """Return the data with one value replaced."""
    if not place:
        return value
    if isinstance(data, list):
        return [
            replaced(item, place[1:], value) if str(n) == place[0] else item for n, item in enumerate(data)
        ]
    return {key: replaced(item, place[1:], value) if key == place[0] else item for key, item in data.items()}


def places(data: Any) -> list[tuple[str, ...]]:
    """Return the place of every value with a key, and of every item of a list."""
    found = [place for place in below(data, ()) if place]
    return found + [
        (*place, str(n))
        for place in found
        if isinstance(at(data, place), list)
        for n in range(len(at(data, place)))
    ]


def at(data: Any, place: tuple[str, ...]) -> Any:
    """Return what stands at a place that leads through mappings."""
    for key in place:
        data = data[key]
    return data


DATA = [load("x", text).data for text in TEXTS]
PLACES = [(number, place) for number, data in enumerate(DATA) for place in places(data)]


@given(st.sampled_from(PLACES), ODD_VALUES)
def test_any_value_may_be_anything(where: tuple[int, tuple[str, ...]], value: Any) -> None:
    number, place = where
    text = yaml.dump(
        replaced(DATA[number], place, value), Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False
    )
    check(read(text))


@pytest.mark.parametrize("value", [[], {}, "", "x", ["x"], {"x": "y"}], ids=str)
def test_every_value_of_a_small_file_may_be_of_another_kind(value: Any) -> None:
    for place in places(DATA[0]):
        check(read(yaml.safe_dump(replaced(DATA[0], place, value), sort_keys=False)))


@given(
    st.sampled_from(TEXTS[:2]),
    st.lists(
        st.tuples(st.floats(0, 1), st.integers(0, 40), st.one_of(PIECES, ODD_TEXT)), min_size=1, max_size=4
    ),
)
def test_a_text_may_be_cut_and_filled_anywhere(text: str, edits: list[tuple[float, int, str]]) -> None:
    for where, length, piece in edits:
        start = int(where * len(text))
        text = text[:start] + piece + text[start + length :]
    check(read(text))


@given(st.lists(st.one_of(PIECES, st.sampled_from("abc")), max_size=30).map("".join))
def test_any_text_is_read(text: str) -> None:
    check(read(text), columns=40)


@given(st.binary(max_size=60))
def test_any_bytes_are_read(raw: bytes) -> None:
    check(read(raw))


@pytest.mark.parametrize("text", TEXTS, ids=["small", "real", "made-up"])
def test_every_span_holds_what_was_read(text: str) -> None:
    loaded = load("x", text)
    assert loaded.root
    compare(text, loaded.data, loaded.root)


def compare(text: str, data: Any, entry: Node | Spot, key: str = "") -> None:
    """Hold data against the stretches of text that its spans give."""
    key_start, key_end, start, end = offsets(entry)
    assert text[key_start:key_end].strip("'\"") == key
    if isinstance(entry, int):
        written = text[start:end].strip("'\"").removeprefix(">-").removeprefix("|")
        assert " ".join(written.split()) == " ".join(data.split())
    elif isinstance(entry.children, dict):
        assert entry.children.keys() == data.keys()
        for name, child in entry.children.items():
            compare(text, data[name], child, name)
    else:
        for item, child in zip(data, entry.children, strict=True):
            compare(text, item, child)


@pytest.mark.parametrize("text", ["a: b", "a: [", "\x1b: \x1b", SMALL])
@pytest.mark.parametrize("collecting", [True, False])
def test_garbage_collection_is_as_it_was(text: str, *, collecting: bool) -> None:
    before = gc.isenabled()
    try:
        (gc.enable if collecting else gc.disable)()
        load("x", text)
        assert gc.isenabled() is collecting
    finally:
        (gc.enable if before else gc.disable)()


def test_garbage_collection_is_off_while_reading_and_on_again_after_a_defect(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen = []

    def broken(_: object) -> object:
        seen.append(gc.isenabled())
        raise RuntimeError

    monkeypatch.setattr("peercycle.reading.events._parser", broken)
    gc.enable()
    with pytest.raises(RuntimeError):
        load("x", "a: b")
    assert (seen, gc.isenabled()) == ([False], True)


def test_the_parser_in_python_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    fast = load("x", SMALL)
    monkeypatch.setattr("yaml.__with_libyaml__", False)
    slow = load("x", SMALL)
    assert slow.data == fast.data
    assert slow.diagnostics == fast.diagnostics == []
    compare(SMALL, slow.data, slow.root or 0)
    assert line_starts(SMALL)[0] == 0
