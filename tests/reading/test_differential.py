"""What we accept, ruamel.yaml's loader in Python reads to the same data, with every scalar as text."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st
from ruamel.yaml import YAML
from ruamel.yaml.constructor import SafeConstructor
from ruamel.yaml.nodes import ScalarNode

from peercycle.reading.events import load
from tests.reading.small_cycle import SMALL

ROOT = Path(__file__).parent.parent.parent
FILES = ["cycles/2017-18.yaml", "examples/made-up/cycles/2026-27.yaml"]


class TextConstructor(SafeConstructor):
    """Builds plain data in which every scalar is text."""


def _text(_: TextConstructor, node: ScalarNode) -> str:
    value: str = node.value
    return value


for kind in ("null", "bool", "int", "float", "binary", "timestamp", "str"):
    TextConstructor.add_constructor(f"tag:yaml.org,2002:{kind}", _text)


def other(text: str) -> Any:
    """Return what ruamel.yaml reads in a text."""
    loader = YAML(typ="safe", pure=True)
    loader.Constructor = TextConstructor
    return loader.load(text)


@pytest.mark.parametrize("name", FILES)
def test_the_files_shipped_are_read_alike(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    loaded = load(name, text)
    assert loaded.diagnostics == []
    assert loaded.data == other(text)


@pytest.mark.parametrize(
    "change", [("\n", "\r\n"), ("\n", "\r"), ("format:", "%YAML 1.2\n---\nformat:"), ("", "\ufeff")]
)
def test_other_line_ends_and_beginnings_are_read_alike(change: tuple[str, str]) -> None:
    text = SMALL.replace(*change, 1) if change[0] != "\n" else SMALL.replace(*change)
    assert load("x", text.removeprefix("\ufeff")).data == other(text) == other(SMALL)


PLAIN = st.text(st.characters(max_codepoint=0x17F, exclude_categories=["Cc", "Cs"]), max_size=25)
SIGNS = st.lists(
    st.sampled_from([*"ab:#'\"-,[]{}&*!|>%@` \\?", ": ", " #", "\n", "TBC", "no", "1e3", "0x1"]), max_size=8
)
TEXT = st.one_of(PLAIN, SIGNS.map("".join))
DATA = st.recursive(
    TEXT,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=4) | st.dictionaries(TEXT, inner, min_size=1, max_size=4)
    ),
    max_leaves=12,
)
STYLES = st.fixed_dictionaries({
    "default_style": st.sampled_from([None, '"', "'", "|", ">"]),
    "default_flow_style": st.sampled_from([True, False, None]),
    "indent": st.integers(2, 6),
    "width": st.sampled_from([20, 80]),
    "explicit_start": st.booleans(),
    "line_break": st.sampled_from(["\n", "\r\n"]),
})  # fmt: skip


@given(st.dictionaries(TEXT, DATA, min_size=1, max_size=4), STYLES)
def test_what_is_written_in_any_style_is_read_alike(data: dict[str, Any], style: dict[str, Any]) -> None:
    text = yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, **style)
    loaded = load("x", text)
    assume(not loaded.diagnostics)
    assert loaded.data == other(text)


LINES = [
    "a: b",
    "  c: d",
    "- e",
    "  - f",
    "g:",
    "  h: >-",
    "    i",
    "",
    "    j #k",
    "l: {m: n, o: p}",
    "q: [r, 's t', \"u\"]",
]
LINES += [
    "  v: |",
    "     w",
    "x: y",
    "    z",
    "# remark",
    "  - 1: 2",
    "    3: 4",
    "'5': \"6\\\n  7\"",
    "8: 'it''s",
    "   9'",
    "a:b: c",
]


@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=9).map("\n".join))
def test_what_we_accept_is_read_alike(text: str) -> None:
    loaded = load("x", text)
    assume(loaded.data is not None and not loaded.diagnostics)
    assert loaded.data == other(text)
