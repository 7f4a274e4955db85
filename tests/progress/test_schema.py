"""The JSON Schema of a line, the page about the log and the code say the same."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from peercycle.progress.finding import FOCUSES, KINDS
from peercycle.progress.record import WHATS
from peercycle.progress.wire import LONGEST_TEXT, Malformed, keys, read_record
from tests.progress.made import data, log_of

DOCS = Path(__file__).parent.parent.parent / "docs"
SCHEMA = json.loads((DOCS / "progress-log.schema.json").read_text(encoding="utf-8"))
PAGE = (DOCS / "progress-log.md").read_text(encoding="utf-8")
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)
SHOWN = [
    json.loads(line)
    for block in re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)
    for line in block.splitlines()
]


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_it_has_every_key_in_the_order_in_which_they_are_written() -> None:
    assert tuple(SCHEMA["properties"]) == keys()


def test_it_has_everything_that_can_happen_and_every_kind_of_finding() -> None:
    consts = {
        key: tuple(each["const"] for each in SCHEMA["properties"][key]["oneOf"]) for key in ("what", "kind")
    }
    assert consts == {"what": WHATS, "kind": KINDS}


def test_it_has_the_same_bounds() -> None:
    assert {SCHEMA["$defs"][name]["maxLength"] for name in ("name", "text")} == {LONGEST_TEXT}
    (focus,) = (
        rule for rule in SCHEMA["allOf"] if rule["if"]["properties"].get("kind") == {"const": "focus"}
    )
    assert tuple(focus["then"]["properties"]["text"]["enum"]) == FOCUSES


NOTED = {"what": "noted", "action": None, "kind": "headline", "text": "Calm."}
CHASED = {"what": "chased", "tasks": ["return-mou/tarnwick"], "step": 1}
ACCEPTED: dict[str, dict[str, Any]] = {
    "sent": {},
    "signed": {"what": "signed", "role": "dcs"},
    "done": {"what": "done"},
    "held": {"what": "held", "event": "forum", "action": None},
    "noted": NOTED,
    "closed": {"what": "closed", "closes": "x", "outcome": "Done."},
    "chased": CHASED,
    "moved": {"what": "moved", "changes": [{"place": "a", "was": "", "now": "b"}]},
    "confirmed": {"what": "confirmed", "changes": []},
    "postponed": {"what": "postponed", "event": "forum", "action": None},
    "answered": {"what": "answered", "action": None},
    "undone": {"what": "undone", "undoes": "x"},
    "a focus": NOTED | {"kind": "focus", "text": "social care"},
    "a conversation": NOTED | {"kind": "conversation-date", "text": "2027-01-15"},
    "an action": NOTED | {"kind": "immediate-action", "owner": "ash", "due": "2027-01-15", "theme": "", "shared_with": ["all"], "answers": "x"},
    "a placement": NOTED | {"kind": "placement", "judged": "placement-self", "enabler": "leadership"},
    "summer time": {"at": "2026-07-01T09:30:00+01:00"},
    "Zulu": {"at": "2026-07-01T09:30:00.123456Z"},
    "a long note": {"note": "x" * LONGEST_TEXT, "ref": ""},
    "a key of later": {"mood": "fine"},
}  # fmt: skip
REFUSED: dict[str, dict[str, Any]] = {
    **{f"no {key}": {key: None} for key in ("id", "at", "by", "what", "date", "action")},
    "signed by nobody": {"what": "signed"},
    "held nothing": {"what": "held"},
    "closed nothing": {"what": "closed"},
    "undone nothing": {"what": "undone"},
    "chased nothing": CHASED | {"tasks": None},
    "chased without a step": CHASED | {"step": None},
    "step 0": CHASED | {"step": 0},
    "step 1000": CHASED | {"step": 1000},
    "half a step": CHASED | {"step": 1.5},
    "a true step": CHASED | {"step": True},
    "one task": CHASED | {"tasks": "x"},
    "an empty task": CHASED | {"tasks": [""]},
    "another thing": {"what": "lost"},
    "noted of nobody": NOTED | {"authority": None},
    "noted nothing": NOTED | {"text": None},
    "noted emptily": NOTED | {"text": "\n"},
    "of no kind": NOTED | {"kind": None},
    "of another kind": NOTED | {"kind": "rumour"},
    "another focus": NOTED | {"kind": "focus", "text": "all"},
    "a conversation some day": NOTED | {"kind": "conversation-date", "text": "soon"},
    "shared with one": NOTED | {"shared_with": "all"},
    "due soon": NOTED | {"due": "soon"},
    "an empty id": {"id": ""},
    "a blank authority": {"authority": "  "},
    "a number for a name": {"by": 7},
    "a list for a name": {"action": ["x"]},
    "a list for a thing": {"what": ["sent"]},
    "an object for a day": {"date": {}},
    "a number for a day": {"date": 20261123},
    "no text for a note": {"note": ["x"]},
    "a note too long": {"note": "x" * (LONGEST_TEXT + 1)},
    "a day of no calendar": {"date": "2026-02-30"},
    "a day with its time": {"date": "2026-11-23T00:00"},
    "a day in other digits": {"date": "२०२६-११-२३"},
    "a day without dashes": {"date": "20261123"},
    "year 1": {"date": "0001-01-01"},
    "a time without offset": {"at": "2026-11-23T09:30:00"},
    "a time without seconds": {"at": "2026-11-23T09:30+00:00"},
    "a time that is a day": {"at": "2026-11-23"},
    "a number for a time": {"at": 7},
    "changes in a text": {"what": "moved", "changes": "x"},
    "changes that are none": {"what": "moved", "changes": ["x"]},
    "a change to a number": {"what": "moved", "changes": [{"place": "a", "was": "", "now": 5}]},
}  # fmt: skip


@pytest.mark.parametrize("changed", ACCEPTED.values(), ids=ACCEPTED)
def test_both_accept(changed: dict[str, Any]) -> None:
    made = data("a", **changed)
    assert [error.message for error in VALIDATOR.iter_errors(made)] == []
    assert read_record(made).id == "a"


@pytest.mark.parametrize("changed", REFUSED.values(), ids=REFUSED)
def test_both_refuse(changed: dict[str, Any]) -> None:
    made = data("a", **changed)
    assert not VALIDATOR.is_valid(made)
    with pytest.raises(Malformed):
        read_record(made)


def test_the_lines_on_the_page_are_records_of_each_sort() -> None:
    assert len(SHOWN) > 6
    for shown in SHOWN:
        assert [error.message for error in VALIDATOR.iter_errors(shown)] == []
    log = log_of("\n".join(map(json.dumps, SHOWN)))
    assert len(log.records) == len(SHOWN)
    assert log.diagnostics == []


def test_the_page_names_the_line_that_git_needs_as_the_repository_has_it() -> None:
    attributes = (DOCS.parent / ".gitattributes").read_text(encoding="utf-8").splitlines()
    (needed,) = re.findall(r"^\*\.progress\.jsonl.*$", PAGE, re.MULTILINE)
    assert needed in attributes
