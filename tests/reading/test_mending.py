"""Reading on past form faults: what is left out, and that nothing follows from it."""

from typing import Any

import pytest

from peercycle.reading.mending import read_cycle
from tests.reading.small_cycle import changed, faults, read


def test_a_misspelt_key_is_read_as_the_one_that_was_meant() -> None:
    reading = read(changed(("        owner: each authority", "        ownr: moor")))
    assert reading.cycle
    action = reading.cycle.phases["self-evaluation"].actions["submit-self-view"]
    assert action.owner.who == "moor"
    assert reading.lost == frozenset()


def test_a_fault_of_the_value_of_a_misspelt_key_is_found_and_placed() -> None:
    text = changed(
        ("        due: Friday 27", "        deu: Friday 31"), ("{name: Fenwick,", "{nam: [Fenwick],")
    )
    assert faults(text) == [
        ("unknown-key", "nam"),
        ("wrong-type", "[Fenwick]"),
        ("unknown-key", "deu"),
    ]
    text = changed(("        due: Friday 27 October", "        deu: Friday 31 November"))
    assert faults(text) == [("unknown-key", "deu"), ("impossible-date", "Friday 31 November 2017")]


def test_a_misspelt_key_beside_the_right_one_is_left_out() -> None:
    reading = read(changed(("        owner: each", "        ownr: Nobody\n        owner: each")))
    assert [item.rule for item in reading.diagnostics] == ["unknown-key"]
    assert reading.lost == {("phases", "self-evaluation", "actions", "submit-self-view", "ownr")}


def test_a_misspelt_section_takes_nothing_with_it() -> None:
    reading = read(changed(("authorities:", "authorties:"), ("documents:", "documnets:")))
    assert reading.cycle
    assert list(reading.cycle.authorities) == ["larkmoor", "fenwick"]
    assert [item.rule for item in reading.diagnostics] == ["unknown-key", "unknown-key"]


def test_a_second_misspelling_of_one_key_is_left_out() -> None:
    text = changed(("        owner: each authority", "        ownr: moor\n        onwer: moor"))
    assert [rule for rule, _ in faults(text)] == ["unknown-key", "unknown-key"]


@pytest.mark.parametrize("key", ["title", "region", "cycle", "runs"])
def test_a_faulty_text_of_the_whole_file_does_not_stop_the_rest(key: str) -> None:
    text = changed((f"\n{key}: ", f"\n{key}: [x] #"), ("minutes: 15", "minutes: x"))
    reading = read(text)
    assert [item.rule for item in reading.diagnostics] == ["wrong-type", "malformed-quantity"]
    assert reading.cycle
    assert (key,) in reading.lost


@pytest.mark.parametrize("key", ["roles", "authorities", "phases"])
def test_a_faulty_section_leaves_no_cycle_and_every_fault_is_still_found(key: str) -> None:
    reading = read(changed((f"\n{key}:\n", f"\n{key}: none\nfollows:\n"), ("time: 9:30am", "time: 25:00")))
    assert reading.cycle is None
    rules = {item.rule for item in reading.diagnostics}
    assert "wrong-type" in rules
    assert "missing-key" not in rules


def test_an_entry_that_cannot_be_mended_is_left_out_with_the_ids_in_it() -> None:
    text = changed(
        ("  challenge:\n    title: Forum\n", "  challenge:\n    title: Forum\n    events: {x: {y: [z]}}\n")
    )
    assert faults(text) == [
        ("missing-key", "x"),
        ("missing-key", "x"),
        ("unknown-key", "y"),
        ("duplicate-key", "events"),
    ]
    reading = read(changed(("    events:\n      forum:\n", "    events:\n    - forum:\n")))
    assert reading.diagnostics
    assert reading.cycle is None or "forum" not in reading.cycle.phases["challenge"].events


def test_the_places_below_what_is_left_out_are_lost_too() -> None:
    reading = read(
        changed(
            (
                "        owner: each authority\n",
                "        owner: each authority\n        colour: {a: {b: c}}\n",
            )
        )
    )
    lost = {place[5:] for place in reading.lost}
    assert lost >= {(), ("a",), ("a", "b")} - {()}


def test_a_list_item_is_replaced_and_the_others_keep_their_places() -> None:
    text = changed(("- Close", "- {item: [x]}\n          - {item: Close, minutes: many}"))
    assert faults(text) == [("wrong-type", "[x]"), ("malformed-quantity", "many")]


def test_what_cannot_be_mended_at_all_ends() -> None:
    data: dict[str, Any] = {
        "format": "1",
        "cycle": "x",
        "title": "x",
        "region": "x",
        "runs": "TBC",
        "roles": [],
    }
    mended = read_cycle(data)
    assert mended.cycle is None
    assert sorted(item.rule for item in mended.faults) == ["missing-key", "missing-key", "wrong-type"]


def test_an_entry_with_nothing_it_must_have_is_one_line_a_key() -> None:
    reading = read(changed(("    actions:\n", "    actions:\n      lost: {note: x}\n")))
    assert [item.message for item in reading.diagnostics] == [
        "an action has no 'do', which it must have",
        "an action has no 'owner', which it must have",
        "an action has no 'due', which it must have",
    ]
    assert reading.cycle
    assert reading.cycle.phases["self-evaluation"].actions["lost"].do == "..."


def test_an_entry_under_an_id_that_is_none_is_kept_under_one_that_is() -> None:
    reading = read(changed(("  fenwick: ", "  Fenwick Bay: ")))
    assert [item.rule for item in reading.diagnostics] == ["malformed-id"]
    assert reading.cycle
    assert list(reading.cycle.authorities) == ["larkmoor", "fenwick-bay"]
    assert reading.lost == frozenset()


def test_an_entry_without_any_id_is_left_out() -> None:
    reading = read(changed(("  fenwick: ", "  日本: ")))
    assert [item.rule for item in reading.diagnostics] == ["malformed-id"]
    assert reading.cycle
    assert list(reading.cycle.authorities) == ["larkmoor"]
    assert ("authorities", "日本") in reading.lost


@pytest.mark.parametrize("row", ["Fenwick", "[Fenwick]"])
def test_a_row_of_another_kind_still_counts_as_one(row: str) -> None:
    reading = read(changed(("{name: Fenwick,  group: moor}", row)))
    assert [item.rule for item in reading.diagnostics] == ["wrong-type"]
    assert reading.cycle
    assert list(reading.cycle.authorities) == ["larkmoor", "fenwick"]
    assert ("authorities", "fenwick") in reading.lost
