"""What YAML has and a cycle file has not: refused in plain words, at its place, and read past."""

from collections.abc import Callable

import pytest

from peercycle.reading.events import DEEPEST, MOST_EVENTS
from peercycle.reading.oddities import MOST_FAULTS
from tests.reading.small_cycle import SMALL, changed, faults, read, screen, whole

BURY = "  bury: {name: Bury, group: moor}\n"
CASES = {
    "a row twice, the second with another name": changed(
        ("  fenwick:   {name: Fenwick,  group: moor}", "  larkmoor:  {name: Fenwick,  group: moor}")
    ),
    "a key twice in an entry": changed(("        to: coordinator", "        owner: TBC\n        to: coordinator")),
    "a section twice": changed(("documents:\n", "roles: {}\ndocuments:\n")),
    "a key without a value": changed(("        due: Friday 27 October 2017\n", "        due:\n")),
    "a null as a value": changed(("region: Northmere", "region: ~")),
    "a comma inside a title": changed(("title: Self-view, per", "title: Self-view, signed, and dated, per")),
    "a comma after something quoted": changed(("title: Self-view, per", 'title: "Self-view", signed, per')),
    "a comma at the beginning": changed(("{title: Self-view, per", "{signed, title: Self-view, per")),
    "a comma inside curly quotation marks": changed(("title: Self-view, per", "title: \u201cSelf-view, signed\u201d, per")),
    "an item of a list left empty": changed(("          - Close", "          -")),
    "an item in brackets left empty": changed(("sign-off: [dcs, ad]", "sign-off: [dcs, ~]")),
    "an anchor and an alias": changed(
        ("region: Northmere", "region: &region Northmere"), ("place: Northmere", "place: *region")
    ),
    "an alias as a key and in a list": changed(
        ("place: Northmere", "*place : Northmere"), ("sign-off: [dcs, ad]", "sign-off: [dcs, *ad ]")
    ),
    "a merge key": changed(("        owner: each authority\n", "        <<: {owner: each authority}\n")),
    "a tag": changed(("region: Northmere", "region: !!str Northmere"), ("cycle: 2017-18", "cycle: ! 2017-18")),
    "a tag that would run a program": changed(
        ("region: Northmere", "region: !!python/object/apply:os.system [echo]")
    ),
    "a list as a key": changed(("region: Northmere", "? [a, b]\n: c\nregion: Northmere")),
    "a mapping as a key": changed(("region: Northmere", "region: {{7*7}}")),
    "a colon without a key": changed(("place: Northmere", "place: {: Northmere}")),
    "two documents": SMALL + "---\nformat: 1\n",
    "an escape sequence": changed(("region: Northmere", "region: \x1b[31mNorth\x07mere")),
    "a zero-width space in an id": changed(("  fenwick: ", "  fen\u200bwick: ")),
    "text turned round": changed(("region: Northmere", "region: North\u202eerem")),
    "an escape sequence in quotation marks": changed(("region: Northmere", r'region: "\e[31mNorthmere\0"')),
    "a byte order mark in the middle": changed(("region: ", "\ufeffregion: ")),
    "a text as the file": "Peer challenge in Northmere\nand more\n",
    "an alias as the file": "*cycle\n",
    "a list as the file": "- one\n- two\n",
    "nothing but comments": "# later\n",
    "nothing but white space": "\n \n",
    "another YAML file": "name: build\non: [push]\njobs: {}\n",
}  # fmt: skip


def test_what_a_cycle_file_has_not(golden: Callable[[str, str], None]) -> None:
    golden("reading/oddities.txt", whole(CASES))


@pytest.mark.parametrize("name", sorted(CASES))
def test_every_case_is_refused_and_nothing_follows_from_it(name: str) -> None:
    """Each case has one cause or two, and so one fault or two."""
    found = faults(CASES[name])
    assert 1 <= len(found) <= 2
    assert {rule for rule, _ in found} <= {
        "duplicate-key", "key-without-value", "yaml-syntax", "wrong-type", "missing-key", "malformed-id"
    }  # fmt: skip


def test_the_second_of_two_rows_is_read_under_the_id_its_name_makes() -> None:
    reading = read(CASES["a row twice, the second with another name"])
    assert reading.cycle
    names = {key: row.name for key, row in reading.cycle.authorities.items()}
    assert names == {"larkmoor": "Larkmoor", "fenwick": "Fenwick"}
    assert reading.lost == frozenset()


def test_the_faults_of_the_second_of_two_rows_are_found_too() -> None:
    row = "  larkmoor:  {name: Fenwick, grop: moor}\n  fenwick: {name: Fenwick}\n  larkmoor: {name: Larkmoor}"
    text = changed(("  fenwick:   {name: Fenwick,  group: moor}", row))
    assert faults(text) == [("duplicate-key", "larkmoor"), ("duplicate-key", "larkmoor")]
    text = changed(("  fenwick:   {name: Fenwick,  group: moor}", "  larkmoor:  {name: Fenwick, grop: moor}"))
    assert faults(text) == [("duplicate-key", "larkmoor"), ("unknown-key", "grop")]


def test_the_row_itself_comes_before_one_that_was_given_its_id() -> None:
    row = "  larkmoor:  {name: Fenwick}\n  fenwick: {name: The real one}"
    reading = read(changed(("  fenwick:   {name: Fenwick,  group: moor}", row)))
    assert [item.rule for item in reading.diagnostics] == ["duplicate-key"]
    assert reading.cycle
    assert reading.cycle.authorities["fenwick"].name == "The real one"


def test_the_ids_in_a_part_that_stands_twice_are_remembered() -> None:
    text = SMALL + "phases:\n  support:\n    actions:\n      share: {do: Share}\n"
    assert faults(text) == [("duplicate-key", "phases")]
    assert ("phases", "support", "actions", "share") in read(text).lost


def test_a_value_left_out_is_to_be_confirmed_and_known_to_be_lost() -> None:
    reading = read(CASES["a key without a value"])
    assert reading.cycle
    due = reading.cycle.phases["self-evaluation"].actions["submit-self-view"].due.value
    assert (due.tbc, due.words) == (True, "TBC")
    assert reading.lost == {("phases", "self-evaluation", "actions", "submit-self-view", "due")}


def test_the_text_before_a_comma_is_known_to_be_cut_short() -> None:
    reading = read(changed(("lead: larkmoor}", "lead: Larkmoor, on the hill, name: Moor}")))
    assert [item.rule for item in reading.diagnostics] == ["key-without-value", "duplicate-key"]
    assert reading.lost == {("groups", "moor", "lead"), ("groups", "moor", "on the hill")}


def test_a_text_from_quotation_marks_keeps_nothing_invisible() -> None:
    reading = read(CASES["an escape sequence in quotation marks"])
    assert reading.cycle
    assert reading.cycle.region == "[31mNorthmere"


def test_a_control_character_at_the_beginning_of_a_line_leaves_its_indentation() -> None:
    assert faults(changed(("        due: Friday", "   \x0b    due: Friday"))) == [("yaml-syntax", "\x0b")]


def test_what_stands_before_a_second_document_is_examined() -> None:
    text = changed(("sign-off", "signe-off"))
    assert [rule for rule, _ in faults(text + "---\n")] == ["unknown-key", "yaml-syntax"]


@pytest.mark.parametrize(
    "text",
    [
        "\ufeff" + SMALL,
        SMALL.replace("\n", "\r\n"),
        SMALL.replace("\n", "\r"),
        "%YAML 1.2\n---\n" + SMALL,
        "%YAML 1.1\n---\n" + SMALL + "...\n",
        "# Übersicht, naïve\n" + SMALL + "# the end",
        changed(("region: Northmere", "region: Ynys Môn, Łódź 日本 e\u0301")),
        changed(("region: Northmere", "region: '{{7*7}} <script> [bold] :tada: ../../x'")),
    ],
    ids=["mark", "crlf", "cr", "yaml-1.2", "yaml-1.1", "comments", "accents", "signs"],
)
def test_what_is_harmless_is_accepted(text: str) -> None:
    reading = read(text)
    assert reading.diagnostics == []
    assert reading.cycle
    assert reading.cycle.authorities.keys() == {"larkmoor", "fenwick"}


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? ", "{? "])
def test_nesting_is_bounded(opening: str) -> None:
    text = f"a:\n {opening * (DEEPEST + 2)}"
    assert [rule for rule, _ in faults(text)] == ["nested-too-deeply"]


def test_nesting_within_the_bound_is_read() -> None:
    text = "a: " + "[" * (DEEPEST - 1) + "]" * (DEEPEST - 1)
    assert "nested-too-deeply" not in [rule for rule, _ in faults(text)]


@pytest.mark.parametrize("text", ["- a\n" * (MOST_EVENTS + 1), "? [" + "a,\n" * (MOST_EVENTS + 1)])
def test_the_number_of_values_is_bounded(text: str) -> None:
    found = read(text).diagnostics
    assert [(item.rule, item.message) for item in found] == [
        ("too-large", "the file has more than 500,000 keys and values, more than any cycle file has")
    ]


@pytest.mark.parametrize(
    "text",
    [
        SMALL + "region: x\n" * 2 * MOST_FAULTS,
        "a: \x1b\n" * 2 * MOST_FAULTS,
        "a: &b c\nd: *b\n" * MOST_FAULTS,
    ],
    ids=["doubles", "controls", "anchors"],
)
def test_the_number_of_faults_is_bounded(text: str) -> None:
    found = read(text).diagnostics
    assert len(found) == MOST_FAULTS + 1
    assert [item.message for item in found if item.rule == "too-large"] == [
        "more than 500 faults: reading stopped here"
    ]


def test_an_alias_bomb_stays_small() -> None:
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    lines += [
        f"{new}: &{new} [{', '.join(f'*{old}' for _ in range(9))}]"
        for old, new in zip("abcdefgh", "bcdefghi", strict=True)
    ]
    found = read("\n".join(lines)).diagnostics
    assert {item.rule for item in found} == {"yaml-syntax", "missing-key"}
    assert "a cycle file has no YAML aliases: '*a'" in screen("\n".join(lines))
