"""A record as one line and back: nothing of any text is lost, and what cannot be kept is refused."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peercycle.progress.finding import KINDS, Finding
from peercycle.progress.record import Change, Record, What
from peercycle.progress.wire import Malformed, read_record, written
from tests.progress.made import record

SOUND = record("a")
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=50)
NAMES = TEXTS.filter(lambda text: not text.isspace() and text != "")
DAYS = st.dates(date(1000, 1, 1), date(2999, 12, 31))


def test_a_line_has_its_keys_in_their_order_and_none_that_is_empty() -> None:
    made = SOUND._replace(note="It rained.", role="dcs", line=7)
    assert written(made) == (
        '{"id": "a", "at": "2026-11-23T09:30:00.000+00:00", "by": "the coordinator", "what": "sent", '
        '"action": "submit-self-view", "authority": "tarnwick", "role": "dcs", "date": "2026-11-23", "note": "It rained."}'
    )


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Zürich, Łódź 🙂", "Zürich, Łódź 🙂"),
        ("one\ntwo\r\tthree", r"one\ntwo\r\tthree"),
        ("\x1b[31mred\x07", r"\u001b[31mred\u0007"),
        ("\u202etxt.exe\u202c", r"\u202etxt.exe\u202c"),
        ("\u2028\x85\ufeff\0", r"\u2028\u0085\ufeff\u0000"),
        ("\U000e0041", r"\udb40\udc41"),
        ('"\\', r"\"\\"),
        ("[bold]{{ x }}", "[bold]{{ x }}"),
    ],
)
def test_what_is_invisible_is_escaped(text: str, kept: str) -> None:
    line = written(SOUND._replace(note=text))
    assert line.endswith(f'"note": "{kept}"}}')
    assert line.isprintable()
    assert read_record(json.loads(line)).note == text


@pytest.mark.parametrize(
    ("changed", "key", "message"),
    [
        ({"note": "\udc80"}, "note", r"note holds half a character, '\udc80', which no file can keep"),
        ({"by": "x\ud83d"}, "by", r"by holds half a character, '\ud83d', which no file can keep"),
        ({"tasks": ("x\udfff",)}, "tasks", r"tasks holds half a character, '\udfff', which no file can keep"),
        ({"changes": (Change("\ud800", "", ""),)}, "place", r"place holds half a character, '\ud800', which no file can keep"),
        ({"note": "x" * 1_000_000}, "note", "note holds 1,000,000 characters; a text has at most 10,000"),
        ({"authority": " "}, "authority", "authority is empty"),
        ({"id": ""}, "", "there is no id"),
        ({"at": "now"}, "at", "at is no time with its offset from UTC"),
    ],
)  # fmt: skip
def test_what_cannot_be_kept_is_refused(changed: dict[str, object], key: str, message: str) -> None:
    with pytest.raises(Malformed) as refused:
        written(SOUND._replace(**changed))  # type: ignore[arg-type]
    assert (refused.value.key, refused.value.message) == (key, message)


def test_half_a_character_written_as_an_escape_is_no_text() -> None:
    with pytest.raises(Malformed, match="half a character"):
        read_record(json.loads('{"id":"a","at":"2026-11-23T09:30:00Z","by":"x","what":"undone","undoes":"y","date":"2026-11-23","note":"\\ud800"}'))  # fmt: skip


def test_the_first_wrong_key_is_named_even_after_others_have_been_read() -> None:
    for wrong in ({"by": 1}, {"by": True}, {"by": ["the coordinator"]}, {"by": None}):
        with pytest.raises(Malformed) as refused:
            read_record(json.loads(written(SOUND)) | wrong)
        assert refused.value.message == "by holds no text"


def finding_of(fields: dict[str, Any]) -> Finding:
    """Return the finding that has these fields."""
    return Finding(**fields)


def record_of(fields: dict[str, Any]) -> Record:
    """Return the record that has these fields."""
    return Record(at=SOUND.at, **fields)


FINDINGS = st.fixed_dictionaries(
    {"kind": st.sampled_from([kind for kind in KINDS if kind not in ("focus", "conversation-date")]), "text": NAMES},
    optional={
        "theme": TEXTS, "owner": TEXTS, "due": DAYS, "judged": TEXTS, "enabler": TEXTS, "answers": TEXTS,
        "shared_with": st.lists(NAMES, max_size=3).map(tuple),
    },
).map(finding_of)  # fmt: skip
CHANGES = st.tuples(TEXTS, TEXTS, TEXTS).map(Change._make)
SEVERAL: dict[What, dict[str, st.SearchStrategy[object]]] = {
    "sent": {"action": NAMES},
    "signed": {"action": NAMES, "role": NAMES},
    "held": {"event": NAMES},
    "noted": {"authority": NAMES, "finding": FINDINGS},
    "closed": {"closes": NAMES, "outcome": TEXTS},
    "chased": {"tasks": st.lists(NAMES, min_size=1, max_size=3).map(tuple), "step": st.integers(1, 999)},
    "moved": {"changes": st.lists(CHANGES, min_size=1, max_size=3).map(tuple)},
    "undone": {"undoes": NAMES},
}
RECORDS = st.sampled_from(list(SEVERAL)).flatmap(
    lambda what: st.fixed_dictionaries(
        {"id": NAMES, "by": NAMES, "what": st.just(what), "date": DAYS, **SEVERAL[what]},
        optional={"note": TEXTS, "ref": TEXTS, "about": NAMES},
    ).map(record_of)
)


@given(RECORDS)
def test_any_record_written_is_read_as_it_was(made: Record) -> None:
    line = written(made)
    assert "\n" not in line
    assert line.isprintable()
    assert read_record(json.loads(line)) == made
