"""A log in which git left a conflict: the lines between its marks count, and one warning names the conflict."""

import pytest

from tests.progress.made import ids, line, log_of

A, B, C, D = (line(id_) for id_ in "abcd")
LEFT = "git left a conflict here; the records between its marks are read"
CASES = {
    "one": ([A, "<<<<<<< HEAD", B, "=======", C, ">>>>>>> theirs", D], "a b c d", [(2, [4, 6])]),
    "with what both had": (["<<<<<<< HEAD", A, "||||||| 1f2e3d", B, "=======", C, ">>>>>>> x"], "a b c", [(1, [3, 5, 7])]),
    "one line on both sides": (["<<<<<<< HEAD", A, B, "=======", A, C, ">>>>>>> x"], "a b c", [(1, [4, 7])]),
    "two": (["<<<<<<< a", "=======", A, ">>>>>>> b", B, "<<<<<<< a", C, "=======", ">>>>>>> b"], "a b c", [(1, [2, 4]), (6, [8, 9])]),
    "not closed": ([A, "<<<<<<< HEAD", B, "=======", C], "a b c", [(2, [4])]),
    "opened again": (["<<<<<<< x", A, "<<<<<<< y", B, "=======", ">>>>>>> z"], "a b", [(1, []), (3, [5, 6])]),
    "one mark left behind": ([A, "=======", B], "a b", [(2, [])]),
}  # fmt: skip


@pytest.mark.parametrize(("lines", "read", "conflicts"), CASES.values(), ids=CASES)
def test_conflict(lines: list[str], read: str, conflicts: list[tuple[int, list[int]]]) -> None:
    log = log_of("\n".join(lines) + "\n")
    assert ids(log) == read
    assert log.unread == set()
    assert [(found.rule, found.severity, found.message) for found in log.diagnostics] == [
        ("torn-log", "warning", LEFT)
    ] * len(conflicts)
    assert [
        (found.span.line, [each.span.line for each in found.related]) for found in log.diagnostics
    ] == conflicts


def test_two_versions_of_a_record_within_a_conflict_are_told() -> None:
    log = log_of("\n".join(["<<<<<<< HEAD", A, "=======", line("a", note="x"), ">>>>>>> x"]))
    assert [found.rule for found in log.diagnostics] == ["torn-log", "conflicting-records"]
