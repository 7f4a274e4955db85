"""From a place in a log, a line and a key, to line and column."""

import pytest

from peercycle.diagnostics.fault import Fault, Mark, Related, Span
from peercycle.progress.places import located
from tests.progress.made import NAME, line, log_of

A, B = line("a", note="soon"), line("b", role="dcs")
TEXT = f"{A}\n \0{B}\0\n{A}{B}\r\n\n[1]\nhalf {B[:-20]}"


@pytest.mark.parametrize(
    ("mark", "marked"),
    [
        (Mark(("1", "authority")), '"tarnwick"'),
        (Mark(("1", "authority"), on="key"), '"authority"'),
        (Mark(("1", "note"), words="oo"), "oo"),
        (Mark(("1", "note"), words="late"), '"soon"'),
        (Mark(("1",)), A),
        (Mark(("1", "event")), A),
        (Mark(("2", "id")), '"b"'),
        (Mark(("3", "note")), '"soon"'),
        (Mark(("3", "role")), '"dcs"'),
        (Mark(("5", "id")), "[1]"),
        (Mark(("6", "id")), f"half {B[:-20]}"),
    ],
)
def test_place(mark: Mark, marked: str) -> None:
    found = located(log_of(TEXT), "unknown-action", "error", Fault("message", mark, "hint"))
    held = TEXT.split("\n")[found.span.line - 1]
    assert found.span.line == found.span.end_line == int(mark.place[0])
    assert held[found.span.column - 1 : found.span.end_column - 1] == marked


@pytest.mark.parametrize("place", [(), ("7",), ("0",), ("99", "id"), ("x", "id"), ("²",)])
def test_a_place_that_is_not_there_is_the_whole_file(place: tuple[str, ...]) -> None:
    found = located(log_of(TEXT), "torn-log", "warning", Fault("message", Mark(place)))
    assert found.span == Span(1, 1, 1, 1)


def test_an_empty_line_is_marked_at_its_beginning() -> None:
    found = located(log_of(TEXT), "torn-log", "warning", Fault("message", Mark(("4",))))
    assert found.span == Span(4, 1, 4, 1)


def test_of_a_key_that_stands_twice_the_one_that_counts_is_marked() -> None:
    text = A[:-1] + ', "date": "2026-11-22"}'
    found = located(log_of(text), "future-record", "warning", Fault("message", Mark(("1", "date"))))
    assert text[found.span.column - 1 :] == '"2026-11-22"}'


def test_a_diagnostic_has_all_that_the_fault_says() -> None:
    fault = Fault("message", Mark(("1", "id"), "here"), "hint", (Mark(("2", "id"), "there"),))
    found = located(log_of(f"{A}\n{B}"), "conflicting-records", "warning", fault)
    assert found == (NAME, Span(1, 8, 1, 11), "conflicting-records", "warning", "message", "hint", "1/id",
                     (Related(Span(2, 8, 2, 11), "there"),), "here")  # fmt: skip
