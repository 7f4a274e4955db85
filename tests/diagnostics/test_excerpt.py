"""What a person sees of a diagnostic: the lines, the marks, the notes, and what to write."""

from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peercycle.diagnostics.columns import width
from peercycle.diagnostics.excerpt import paragraphs
from peercycle.diagnostics.fault import Diagnostic, Related, Span
from peercycle.diagnostics.show import show

TEXT = """\
title: The programme
rounds:
  january:
    when: January 2018
date:
  january:
    moor: 10 January 2017
    dale: 11 January 2017
    coast: 12 January 2017
row: {name: Bury, grop: moor, round: janury, lead: x}
long: Action - Evidenced and updated self-view and ISOS grid signed off by the Lead Member, sent to the team by Friday
"""


def at(marked: str, text: str = TEXT, *, nth: int = 0) -> Span:
    """Return the span of a piece of the text."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(marked, start + 1)
    line = text.count("\n", 0, start) + 1
    column = start - (text.rfind("\n", 0, start) + 1) + 1
    end = start + len(marked)
    return Span(line, column, line + marked.count("\n"), end - (text.rfind("\n", 0, end) + 1) + 1)


FAULT = Diagnostic("c.yaml", at("title"), "some-rule", "error", "wrong", "", "", ())


def fault(span: Span, note: str = "", hint: str = "", related: tuple[Related, ...] = ()) -> Diagnostic:
    """Return a diagnostic at a span."""
    return FAULT._replace(span=span, note=note, hint=hint, related=related)


def screen(*found: Diagnostic, text: str = TEXT, columns: int = 80) -> str:
    return "\n\n".join(
        "\n".join("".join(run for run, _ in line).rstrip() for line in paragraph)
        for paragraph in paragraphs(text, found, columns)
    )


def expected(text: str) -> str:
    return dedent(text).strip("\n")


def test_the_places_a_fault_rests_on_stand_in_the_order_of_the_file() -> None:
    related = (
        Related(at("11 January 2017"), ""),
        Related(at("12 January 2017"), "so are these two"),
        Related(at("January 2018"), "when round 'january' is held"),
    )
    found = fault(at("10 January 2017"), "", "Write 2018.\nOr ask.", related)
    assert screen(found) == expected("""
        c.yaml:7:11: error: wrong  [some-rule]
         4 |     when: January 2018
           |           ------------ when round 'january' is held
         7 |     moor: 10 January 2017
           |           ^^^^^^^^^^^^^^^
         8 |     dale: 11 January 2017
           |           ^^^^^^^^^^^^^^^
         9 |     coast: 12 January 2017
           |            ^^^^^^^^^^^^^^^ so are these two
          Write 2018.
          Or ask.
    """)


def test_faults_on_one_line_share_it() -> None:
    faults = [
        fault(at("grop"), "did you mean group?"),
        fault(at("janury"), "january?"),
    ]
    assert screen(*faults) == expected("""
        c.yaml:10:19: error: wrong  [some-rule]
        c.yaml:10:38: error: wrong  [some-rule]
         10 | row: {name: Bury, grop: moor, round: janury, lead: x}
            |                   ^^^^               ^^^^^^ january?
            |                   did you mean group?
    """)


def test_the_last_mark_without_a_note_leaves_the_others_below() -> None:
    found = fault(at("grop"), note="here", related=(Related(at("janury"), ""),))
    assert screen(found) == expected("""
        c.yaml:10:19: error: wrong  [some-rule]
         10 | row: {name: Bury, grop: moor, round: janury, lead: x}
            |                   ^^^^               ^^^^^^
            |                   here
    """)


@pytest.mark.parametrize(
    "second",
    [
        fault(at("janury"), hint="Two"),
        fault(at("janury"), related=(Related(at("moor"), "there"),)),
        fault(at("grop: moor")),
        fault(at("long")),
    ],
    ids=["two hints", "another place", "overlapping", "another line"],
)
def test_faults_that_would_be_confused_stand_apart(second: Diagnostic) -> None:
    assert screen(fault(at("grop"), hint="One"), second).count("\n\n") == 1


def test_not_more_than_four_faults_share_a_line() -> None:
    words = ["name", "Bury", "grop", "round", "janury", "lead"]
    faults = [fault(at(word, nth=1 if word == "round" else 0)) for word in words]
    shown = list(
        paragraphs(
            TEXT, [item._replace(span=item.span._replace(line=10, end_line=10)) for item in faults], 80
        )
    )
    assert [len(paragraph) for paragraph in shown] == [6, 4]


def test_a_long_line_is_cut_round_the_mark() -> None:
    assert screen(fault(at("the Lead"), note="not in the source"), columns=60) == expected("""
        c.yaml:11:76: error: wrong  [some-rule]
         11 | … grid signed off by the Lead Member, sent to …
            |                      ^^^^^^^^ not in the source
    """)


def test_a_long_line_is_cut_between_its_marks() -> None:
    found = fault(at("long"), note="here", related=(Related(at("Friday"), "there"),))
    assert screen(found, columns=60) == expected("""
        c.yaml:11:1: error: wrong  [some-rule]
         11 | long: Action - … to the team by Friday
            | ^^^^                            ------ there
            | here
    """)


def test_a_mark_too_long_for_the_screen_is_cut() -> None:
    assert screen(fault(Span(11, 1, 11, 118)), columns=40) == expected("""
        c.yaml:11:1: error: wrong  [some-rule]
         11 | long: Action - Evidenced and …
            | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    """)


def test_a_note_that_does_not_fit_stands_below_and_is_wrapped() -> None:
    note = "the day of nwadcs-february, which is held in the week after the forums of the January round"
    assert screen(fault(at("janury"), note=note), columns=60) == expected("""
        c.yaml:10:38: error: wrong  [some-rule]
         10 | row: {name: Bury, grop: moor, round: janury, lead: x}
            |                                      ^^^^^^
            |                         the day of nwadcs-february,
            |                         which is held in the week
            |                         after the forums of the
            |                         January round
    """)


def test_a_hint_is_wrapped_and_indented_by_two() -> None:
    hint = (
        "Counted from Thursday 23 November 2017. The latest that fits: 12 working days after nwadcs-november."
    )
    assert screen(fault(at("title"), hint=hint)).splitlines()[3:] == [
        "  Counted from Thursday 23 November 2017. The latest that fits: 12 working days",
        "  after nwadcs-november.",
    ]


def test_a_fault_over_several_lines_is_marked_on_its_first() -> None:
    assert screen(fault(at("rounds:\n  january:"))) == expected("""
        c.yaml:2:1: error: wrong  [some-rule]
         2 | rounds:
           | ^^^^^^^
    """)


@pytest.mark.parametrize("text", [TEXT, ""])
def test_a_fault_of_the_whole_file_shows_no_line(text: str) -> None:
    found = fault(Span(1, 1, 1, 1), "it must have one", "Add it.")
    assert screen(found, text=text) == "c.yaml:1:1: error: wrong  [some-rule]\n  it must have one\n  Add it."


@pytest.mark.parametrize(
    ("line", "marked", "below"),
    [
        ("name: 日本, due: x", "x", " " * 17 + "^"),
        ("name: 日本", "日本", " " * 6 + "^^^^"),
        ("name: e\u0301\u0327, due: x", "x", " " * 14 + "^"),
        ("name: \u1112\u1161\u11ab, due: x", "x", " " * 15 + "^"),
        ("name:\tx", "x", " " * 6 + "^"),
        ("name: \x1b[2J, due: x", "x", " " * 20 + "^"),
        ("name: \x1b[2J, due: x", "\x1b", " " * 6 + "^^^^"),
        ("name: \u202ex", "x", " " * 12 + "^"),
        ("name: \U000e0001x", "x", " " * 16 + "^"),
    ],
)
def test_the_caret_stands_under_what_is_meant(line: str, marked: str, below: str) -> None:
    shown = screen(fault(at(marked, line)), text=line).splitlines()
    assert shown[1] == f" 1 | {show(line)}"
    assert shown[2] == f"   | {below}"


def test_an_empty_line_and_its_end_can_be_marked() -> None:
    assert screen(fault(Span(2, 1, 2, 1)), text="a: b\n\n").splitlines()[1:] == [" 2 |", "   | ^"]
    assert screen(fault(Span(1, 5, 1, 5)), text="a: b\n").splitlines()[1:] == [" 1 | a: b", "   |     ^"]


def test_the_end_of_a_line_that_fills_the_screen_can_be_marked() -> None:
    text = "x" * 34
    assert screen(fault(Span(1, 35, 1, 35)), text=text, columns=40).splitlines()[1:] == [
        f" 1 | {text}",
        "   | " + " " * 34 + "^",
    ]


def test_of_more_marks_than_fit_the_first_is_shown() -> None:
    text = ("x" * 50).join("ab" * 20)
    related = tuple(Related(Span(1, column, 1, column + 1), "here") for column in range(1, len(text), 51))
    lines = screen(fault(Span(1, 1, 1, 2), "wrong here", related=related), text=text, columns=40).splitlines()
    assert lines[1].startswith(" 1 | axxx")
    assert lines[1].endswith(" …")
    assert lines[2].startswith("   | ^")


def test_a_line_that_is_not_there_is_not_shown() -> None:
    assert screen(fault(Span(9, 1, 9, 2)), text="a: b") == "c.yaml:9:1: error: wrong  [some-rule]"


def test_what_is_very_long_is_cut_in_its_middle() -> None:
    found = fault(at("title"), "n" * 1000, "h " * 1000)._replace(message="m" * 1000)
    assert "m" * 150 + " … " + "m" * 150 in screen(found)
    assert len(screen(found)) < 2000


def test_the_runs_have_the_styles_of_the_screen() -> None:
    found = fault(at("moor"), "here", "Do.", (Related(at("dale"), "there"),))._replace(severity="warning")
    (lines,) = paragraphs(TEXT, [found], 80)
    assert lines == [
        [
            ("c.yaml:7:5:", "bold"), (" ", ""), ("warning:", "warning"), (" ", ""), ("wrong", "bold"), ("  ", ""),
            ("[some-rule]", "dim"),
        ],
        [(" 7 |", "dim"), ("     moor: 10 January 2017", "")],
        [("   |", "dim"), (" ", ""), ("    ", ""), ("^^^^ here", "warning")],
        [(" 8 |", "dim"), ("     dale: 11 January 2017", "")],
        [("   |", "dim"), (" ", ""), ("    ", ""), ("---- there", "related")],
        [("  Do.", "")],
    ]  # fmt: skip


SPANS = st.builds(Span, st.integers(0, 6), st.integers(1, 99), st.integers(0, 6), st.integers(0, 99))
RELATED = st.lists(st.builds(Related, SPANS, st.text(max_size=50)), max_size=3).map(tuple)
FAULTS = st.builds(fault, SPANS, st.text(max_size=99), st.text(max_size=199), RELATED)


@given(st.text(max_size=400), st.lists(FAULTS, max_size=4), st.integers(40, 120))
def test_an_excerpt_never_raises_and_fits_the_screen(
    text: str, faults: list[Diagnostic], columns: int
) -> None:
    for paragraph in paragraphs(text, faults, columns):
        for line in paragraph:
            printed = "".join(run for run, _ in line)
            assert show(printed) == printed
            assert line[0][1] == "bold" or width(printed) <= columns
