"""JSON with one entry a line."""

import json

from peercycle.diagnostics.json_rows import keyed, listed


def test_each_entry_of_a_list_stands_on_a_line_of_its_own() -> None:
    assert listed([{"id": "bolton"}, {"id": "st-helens", "group": None}]) == (
        '[\n  {"id": "bolton"},\n  {"id": "st-helens", "group": null}\n]'
    )
    assert listed([]) == "[]"


def test_a_mapping_has_a_line_for_each_key_and_for_each_entry_of_its_lists() -> None:
    values = {"phase": ["one", "two"], "tasks": [{"id": "é"}, {"id": "b"}], "events": []}
    made = keyed(values)
    assert made == (
        '{\n  "phase": ["one", "two"],\n  "tasks": [\n    {"id": "\\u00e9"},\n    {"id": "b"}\n  ],\n  "events": []\n}'
    )
    assert json.loads(made) == values
