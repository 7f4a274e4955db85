"""Values set in a cycle file's text: every other character stays, and both readers find what was meant."""

import difflib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peercycle.model.place import Place
from peercycle.reading.events import load
from peercycle.reading.quoting import flow, scalar
from peercycle.reading.splicing import Setting, Unfit, Value, changed

ROOT = Path(__file__).parent.parent.parent
FILES = [ROOT / "cycles" / "2017-18.yaml", ROOT / "examples" / "made-up" / "cycles" / "2026-27.yaml"]

BEFORE = """\
format: 1   # first
authorities:
  ash:    {name: Ash,   group: TBC, round: TBC}   # by the sea
  birch:
    name: Birch
    # no group yet
    group: TBC # ask
  elm: {name: "Elm, on the hill", gss: 'E1'}
events:
  forum:
    title: Forum
    place: >-
      The Old
      Town Hall
    room: TBC   # small
    attends: {each authority: [dcs]}

  sitting:
    title: Sitting
"""
CASES: list[tuple[Place, Value, tuple[str, ...], str, str]] = [
    (("authorities", "ash", "group"), "coast", (),
     "  ash:    {name: Ash,   group: TBC, round: TBC}   # by the sea",
     "  ash:    {name: Ash,   group: coast, round: TBC}   # by the sea"),
    (("authorities", "elm", "round"), "spring", ("name", "gss"),
     "  elm: {name: \"Elm, on the hill\", gss: 'E1'}",
     "  elm: {name: \"Elm, on the hill\", gss: 'E1', round: spring}"),
    (("authorities", "birch", "group"), "coast", (), "    group: TBC # ask", "    group: coast # ask"),
    (("authorities", "birch", "round"), "spring", ("name", "group"),
     "    group: TBC # ask", "    group: TBC # ask\n    round: spring"),
    (("authorities", "elm", "name"), "Elm, down the hill", (),
     "  elm: {name: \"Elm, on the hill\", gss: 'E1'}", "  elm: {name: 'Elm, down the hill', gss: 'E1'}"),
    (("events", "forum", "room"), "Hall 2: the small one", (),
     "    room: TBC   # small", "    room: 'Hall 2: the small one'   # small"),
    (("events", "forum", "place"), "Elsewhere", (),
     "    place: >-\n      The Old\n      Town Hall", "    place: Elsewhere"),
    (("events", "forum", "room"), {"spring": "Hall 2", "winter": "TBC"}, (),
     "    room: TBC   # small", "    room: {spring: Hall 2, winter: TBC}   # small"),
    (("events", "forum", "room"), {f"authority-number-{n}": "TBC" for n in range(5)}, (),
     "    room: TBC   # small",
     "    room:   # small\n" + "\n".join(f"      authority-number-{n}: TBC" for n in range(5))),
    (("events", "sitting", "time"), "1:30pm to 4pm", ("title", "date"),
     "    title: Sitting", "    title: Sitting\n    time: 1:30pm to 4pm"),
    (("events", "sitting", "room"), {f"authority-number-{n}": {"a": "TBC", "b": "x"} for n in range(4)}, ("title",),
     "    title: Sitting",
     "    title: Sitting\n    room:\n" + "\n".join(
         f"      authority-number-{n}:\n        a: TBC\n        b: x" for n in range(4))),
    (("events", "forum", "time"), "noon", ("title", "place"),
     "      Town Hall", "      Town Hall\n    time: noon"),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: "/".join(case[0]))
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_one_value_is_set_and_nothing_else_moves(
    case: tuple[Place, Value, tuple[str, ...], str, str], newline: str
) -> None:
    place, value, after, old, new = case
    assert BEFORE.count(f"{old}\n") == 1
    text, expected = (t.replace("\n", newline) for t in (BEFORE, BEFORE.replace(f"{old}\n", f"{new}\n")))
    assert changed(text, load("x", text), [Setting(place, value, after)]) == expected


def test_several_values_are_set_at_once() -> None:
    both = [Setting(("authorities", key, "group"), "coast") for key in ("ash", "birch")]
    made = changed(BEFORE, load("x", BEFORE), both)
    assert made == BEFORE.replace("group: TBC", "group: coast")


@pytest.mark.parametrize("end", ["", "\n", "\r\n", "   ", "\n\n# the end"])
def test_a_value_at_the_end_of_the_file(end: str) -> None:
    text = f"format: 1\nquestions:\n  room:\n    ask: Which?{end}"
    made = changed(text, load("x", text), [Setting(("questions", "room", "answer"), "This", ("ask",))])
    newline = "\r\n" if "\r" in end else "\n"
    assert made.replace(f"{newline}    answer: This", "", 1) == text
    assert load("x", made).data == {"format": "1", "questions": {"room": {"ask": "Which?", "answer": "This"}}}


@pytest.mark.parametrize(
    "place", [("events", "nothing", "room"), ("format", "x"), ("authorities", "ash", "name", "x")]
)
def test_what_has_no_mapping_to_stand_in(place: Place) -> None:
    with pytest.raises(Unfit, match="there is no "):
        changed(BEFORE, load("x", BEFORE), [Setting(place, "x")])


def test_an_empty_mapping_has_nothing_to_stand_beside() -> None:
    text = "format: 1\nevents: {}\n"
    with pytest.raises(Unfit, match="holds nothing beside which room could stand"):
        changed(text, load("x", text), [Setting(("events", "room"), "x")])


QUOTED = [
    ("The Pavilion", "The Pavilion", "The Pavilion"),
    ("a, b", "a, b", "'a, b'"),
    ("no", "'no'", "'no'"),
    ("~", "'~'", "'~'"),
    ("1.5", "'1.5'", "'1.5'"),
    ("13", "13", "13"),
    ("2027-02-05", "2027-02-05", "2027-02-05"),
    ("Room: 2", "'Room: 2'", "'Room: 2'"),
    ("x # y", "'x # y'", "'x # y'"),
    ("it's", "it's", "it's"),
    ("'quoted'", "'''quoted'''", "'''quoted'''"),
    ("- item", "'- item'", "'- item'"),
    ("{x}", "'{x}'", "'{x}'"),
    ("", "''", "''"),
    ("two\nlines", '"two\\nlines"', '"two\\nlines"'),
]


@pytest.mark.parametrize(("text", "in_block", "in_flow"), QUOTED)
def test_a_text_is_quoted_where_it_would_mean_something_else(text: str, in_block: str, in_flow: str) -> None:
    assert scalar(text, in_flow=False) == in_block
    assert scalar(text, in_flow=True) == in_flow


def test_a_grid_on_one_line() -> None:
    assert (
        flow({"december": {"coast": "A, B"}, "january": "TBC"}) == "{december: {coast: 'A, B'}, january: TBC}"
    )


def leaves(data: object, at: Place = ()) -> list[Place]:
    """Return the places of all texts in data that stand in mappings."""
    if isinstance(data, dict):
        return [leaf for key, held in data.items() for leaf in leaves(held, (*at, key))]
    return [at] if isinstance(data, str) else []


TEXTS = [(path, path.read_text(encoding="utf-8")) for path in FILES]
PLACES = [(text, place) for _, text in TEXTS for place in leaves(load("x", text).data)]
ANY = st.text(st.characters(exclude_categories=["Cc", "Cs", "Co", "Cn", "Zl", "Zp", "Cf"]), max_size=40).map(
    str.strip
)


@settings(max_examples=40)
@given(st.sampled_from(PLACES), ANY)
def test_every_value_of_the_shipped_files_takes_any_text(at: tuple[str, Place], value: str) -> None:
    text, place = at
    made = changed(text, load("x", text), [Setting(place, value)])
    moved = [op for op in difflib.SequenceMatcher(None, text.split("\n"), made.split("\n"), autojunk=False).get_opcodes()
             if op[0] != "equal"]  # fmt: skip
    assert len(moved) <= 1
    found: object = load("x", made).data
    for key in place:
        assert isinstance(found, dict)
        found = found[key]
    assert found == value
