"""Broken YAML, said in words for someone who has never seen YAML."""

from collections.abc import Callable

import pytest
import yaml

from peercycle.reading.syntax import explained
from tests.reading.small_cycle import SMALL, changed, faults, read, whole

CASES = {
    "a second colon": changed(("title: Forum", "title: Forum: the first")),
    "a tab": changed(("  dcs: Director", "\tdcs: Director")),
    "a line without a colon": changed(("region: Northmere", "region Northmere")),
    "a quotation mark left open": changed(("region: Northmere", 'region: "Northmere')),
    "a single quotation mark left open": changed(("region: Northmere", "region: 'Northmere")),
    "an apostrophe inside apostrophes": changed(("region: Northmere", "region: 'Director's region'")),
    "a backslash": changed(("region: Northmere", r'region: "C:\cycles\north"')),
    "a backslash with a number that is too short": changed(("region: Northmere", r'region: "\x1"')),
    "half a pair of escapes": changed(("region: Northmere", r'region: "\ud800"')),
    "a brace left open": changed(("lead: larkmoor}", "lead: larkmoor")),
    "a bracket left open": changed(("[self-view]\n        sign", "[self-view\n        sign")),
    "a missing comma": changed(("{name: Fenwick,  group", '{name: "Fenwick" group')),
    "a comma too many": changed(("[dcs, ad]", "[dcs,, ad]")),
    "a list beside its key": changed(("sign-off: [dcs, ad]", "sign-off: - dcs")),
    "a line that is not of the list": changed(("          - Close", "           Close")),
    "an item indented too little": changed(("          - Close", "         - Close")),
    "a line indented too little": changed(("        due: Friday", "       due: Friday")),
    "a line indented too much": changed(("        due: Friday", "          due: Friday")),
    "text after a quotation": changed(("region: Northmere", 'region: "Northmere" (new)')),
    "an asterisk": changed(("region: Northmere", "region: * Northmere")),
    "an ampersand": changed(("region: Northmere", "region: & sons")),
    "an exclamation mark": changed(("region: Northmere", "region: !north!mere yes")),
    "a tag that is no tag": changed(("region: Northmere", "region: !<> yes")),
    "an at sign": changed(("region: Northmere", "region: @northmere")),
    "a grave accent": changed(("region: Northmere", "region: `northmere`")),
    "a per cent sign": changed(("region: Northmere", "region: %north")),
    "a line that begins with a per cent sign": "%NORTH\n" + SMALL,
    "a version of YAML that is not known": "%YAML 3.0\n---\n" + SMALL,
    "a version of YAML twice": "%YAML 1.2\n%YAML 1.2\n---\n" + SMALL,
    "text before the first line": "%YAML 1.2\n" + SMALL,
    "text behind a fold": changed(("do: Send the self-view", "do: > Send the self-view")),
    "a fold with nought": changed(("do: Send the self-view", "do: >0\n          Send")),
    "the end of the file too early": SMALL + "questions: {why: {ask: Why",
    "a quotation mark that a later one closes": changed(("title: Self", 'title: "Self'), ("place: Northmere", 'place: "Northmere"')),
    "an apostrophe that a later one closes": changed(("title: Self", "title: 'Self"), ("place: Northmere", "place: North's mere")),
    "curly quotation marks round a colon": changed(("do: Send", "do: \u201cSend: to us\u201d")),
    "curly quotation marks round a colon in braces": changed(("name: Fenwick,", "name: \u201cFenwick: town\u201d,")),
    "spaces that are no ordinary ones": changed(("        owner:", "\u00a0" * 8 + "owner:")),
    "such spaces in the first line of an entry": changed(("        do: Send", "      \u2003\u2003do: Send")),
    "a first line indented too little": changed(("        title: Peer", "      title: Peer")),
    "a first line on the level of another key": changed(("        title: Peer", "      # as above\n    title: Peer")),
    "a line between others indented too little": changed(("        date: Tues", "      date: Tues")),
    "a question mark for a date": changed(("date: Tuesday 12 December 2017", "date: ?")),
    "a stray bracket": changed(("region: Northmere", "region: Northmere\n]")),
}  # fmt: skip


def test_broken_yaml_in_plain_words(golden: Callable[[str, str], None]) -> None:
    golden("reading/syntax.txt", whole(CASES))


@pytest.mark.parametrize("name", sorted(CASES))
def test_broken_yaml_is_one_fault_in_words_of_ours(name: str) -> None:
    found = read(CASES[name]).diagnostics
    assert [item.rule for item in found] == ["yaml-syntax"]
    assert "cannot be read as YAML" not in found[0].message
    assert found[0].hint


def test_what_stands_before_broken_yaml_is_reported_too() -> None:
    text = changed(("title: Peer", "region: x\ntitle: Peer"), ("place: Northmere", "place: @north"))
    assert faults(text) == [("duplicate-key", "region"), ("yaml-syntax", "@")]


def test_what_is_not_known_of_yaml_is_said_in_words_of_ours_too() -> None:
    mark = yaml.Mark("", 3, 0, 3, None, 0)
    found = explained(yaml.MarkedYAMLError(problem="something new", problem_mark=mark), "one two")
    assert found.message == "this cannot be read as YAML"
    assert found.hint.startswith("Look at this line and the one above it")
    assert (found.start, found.end) == (3, 4)


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_a_line_indented_too_little_is_found_whatever_ends_the_lines(ends: str) -> None:
    text = changed(("        title: Peer", "      title: Peer")).replace("\n", ends)
    assert faults(text) == [("yaml-syntax", "title")]


def test_prose_with_a_colon_on_its_second_line_is_not_taken_for_a_line_indented_too_little() -> None:
    text = changed(
        (
            "do: Send the self-view",
            "do: Send\n          the self-view\n        note: Please\n          ask: us",
        )
    )
    assert faults(text) == [("yaml-syntax", "ask")]


def test_what_stood_right_above_a_misplaced_line_is_still_said() -> None:
    text = changed(("region: Northmere", "region:"), ("        title: Peer", "      title: Peer"))
    assert faults(text) == [("key-without-value", "region"), ("yaml-syntax", "title")]


def test_an_error_without_a_mark_is_placed_by_its_position() -> None:
    found = explained(yaml.reader.ReaderError("x", 4, 0x1, "utf-8", "not allowed"), "one two")
    assert (found.start, found.end, found.message) == (4, 7, "this cannot be read as YAML")
    assert explained(yaml.YAMLError(), "").start == 0
