"""Logs as editors, sync clients and merges leave them: every whole record is read, every damage told at its place."""

import json

import pytest

from tests.progress.made import data, ids, line, log_of, told

A, B, C = line("a"), line("b"), line("c")
N = len(A)
CUT = "this record is cut off or damaged, and cannot be read"
TWICE = "this record stands twice in the log"
NONE = "this line is no record"
BESIDE = "this stands beside a whole record, and is none"

# What stands in the file, the ids read, the numbers of the lines of which something is not, and what is told.
CASES: dict[str, tuple[str, str, set[int], list[tuple[str, str, str]]]] = {
    "nothing": ("", "", set(), []),
    "whole": (f"{A}\n{B}\n", "a b", set(), []),
    "no end to the last line": (f"{A}\n{B}", "a b", set(), []),
    "blank lines": (f"\n{A}\n\n \t\n{B}\n", "a b", set(), []),
    "indented": (f"  {A}  \n", "a", set(), []),
    "cut": (f"{A}\n{B[:60]}", "a", {2}, [("torn-log", "2:1-2:61", CUT)]),
    "cut and gone on": (f"{A[:60]}{B}\n{C}\n", "b c", {1}, [("torn-log", "1:1-1:61", BESIDE)]),
    "interleaved": (f"{A[:60]}{B}{A[60:]}\n{C}\n", "b c", {1}, [("torn-log", "1:1-1:61", BESIDE)]),
    "behind it": (f"{A} done!\n{B}\n", "a b", {1}, [("torn-log", f"1:{N + 2}-1:{N + 7}", BESIDE)]),
    "two on a line": (f"{A}{B}\n{C}\n", "a b c", set(), [("torn-log", f"1:1-1:{2 * N + 1}", "2 records stand on one line")]),
    "doubled": (f"{A}\n{B}\n{B}\n", "a b", set(), [("torn-log", "3:8-3:11", TWICE)]),
    "doubled otherwise written": (f"{A}\n{A.replace(': ', ':')}\n", "a", set(), [("torn-log", "2:7-2:10", TWICE)]),
    "doubled on a line": (
        f"{A}{A}\n", "a", set(),
        [("torn-log", f"1:1-1:{2 * N + 1}", "2 records stand on one line"), ("torn-log", f"1:{N + 8}-1:{N + 11}", TWICE)],
    ),
    "NUL tail": (f"{A}\n\0\0\0", "a", set(), [("torn-log", "2:1-2:4", "this line holds 3 NUL characters, as a crash or a full disk leaves them")]),
    "one NUL": (f"{A}\n\0", "a", set(), [("torn-log", "2:1-2:2", "this line holds a NUL character, as a crash or a full disk leaves them")]),
    "NUL padding": (f"\0\0{A}\n{B}\0\n", "a b", set(), [
        ("torn-log", f"1:1-1:{N + 3}", "NUL characters stand beside this record"),
        ("torn-log", f"2:1-2:{N + 2}", "NUL characters stand beside this record"),
    ]),
    "NULs in it": (f"{A[:30]}\0{A[30:]}\n", "a", set(), [("torn-log", f"1:1-1:{N + 1}", "NUL characters stand within this line")]),
    "CRLF": (f"{A}\r\n{B}\r\n", "a b", set(), [("torn-log", f"1:{N + 1}-1:{N + 2}", "lines end with CR here, as Windows writes them, and not with LF alone")]),
    "CRLF from the second line": (f"{A}\n{B}\r\n", "a b", set(), [("torn-log", f"2:{N + 1}-2:{N + 2}", "lines end with CR here, as Windows writes them, and not with LF alone")]),
    "CR alone": (f"{A}\r{B}\r", "a b", set(), [("torn-log", f"1:{N + 1}-1:{N + 2}", "lines end with CR here, as Windows writes them, and not with LF alone")]),
    "BOM": (f"\ufeff{A}\n", "a", set(), [("torn-log", "1:1-1:1", "the file begins with a byte order mark")]),
    "BOM where two files meet": (f"{A}\n\ufeff{B}\n", "a b", set(), [("torn-log", f"2:1-2:{N + 2}", "a byte order mark stands beside this record")]),
    "BOM alone": (f"{A}\n\ufeff\n", "a", set(), [("torn-log", "2:1-2:2", "a byte order mark stands alone on this line")]),
    "no objects": ('[1]\n17\n"x"\nnull\nhello\n', "", {1, 2, 3, 4, 5}, [
        ("torn-log", "1:1-1:4", NONE), ("torn-log", "2:1-2:3", NONE), ("torn-log", "3:1-3:4", NONE),
        ("torn-log", "4:1-4:5", NONE), ("torn-log", "5:1-5:6", NONE),
    ]),
    "a list of records": (f"[{A}, {B}]\n", "a b", {1}, [("torn-log", "1:1-1:2", BESIDE)]),
    "another object": ('{"x": 1}\n', "", {1}, [("malformed-record", "1:1-1:9", "there is no id")]),
    "an object in half a record": ('{"id": "x", "changes": [{"place": "a", "was": "", "now": "b"}, \n', "", {1}, [("torn-log", "1:1-1:63", CUT)]),
    "over lines": (f"{json.dumps(data('a'), indent=2)}\n{B}\n", "a b", set(), [("torn-log", "1:1-9:2", "one record stands on 9 lines")]),
    "over lines and cut": (f'{{\n  "id": "a",\n{B}\n}}\n', "b", {1, 2, 4}, [
        ("torn-log", "1:1-1:2", CUT), ("torn-log", "2:3-2:13", NONE), ("torn-log", "4:1-4:2", NONE),
    ]),
    "a record in one over lines": (f'{{"id": "x", "what": "sent", "x": [\n{A}\n]\n}}\n', "a", {1, 3, 4}, [
        ("torn-log", "1:1-1:35", CUT), ("torn-log", "3:1-3:2", NONE), ("torn-log", "4:1-4:2", NONE),
    ]),
    "a key twice": (f'{A[:-1]}, "date": "2026-11-22"}}\n', "a", set(), [("malformed-record", f"1:{N + 2}-1:{N + 8}", "the key date stands twice; the later one counts")]),
    "one id, two records": (f"{A}\n{line('a', note='x')}\n", "a a", set(), [("conflicting-records", "2:8-2:11", "another record has the same id, a, and says something else")]),
    "deep lists": (f"{'[' * 100_000}\n{A}\n", "a", {1}, [("torn-log", "1:1-1:100001", NONE)]),
    "deep objects": ('{"id":' * 100_000 + f"\n{A}\n", "a", {1}, [("torn-log", "1:1-1:600001", CUT)]),
    "deep within": (f'{A[:-1]}, "x": {"[" * 100_000}{"]" * 100_000}}}\n{B}\n', "b", {1}, [("torn-log", f"1:1-1:{N + 200_008}", CUT)]),
    "a huge number": (f'{A[:-1]}, "x": {"9" * 5000}}}\n', "a", set(), []),
    "no number": (f'{A[:-1]}, "x": NaN, "y": -Infinity}}\n', "a", set(), []),
    "a long line": (f'{A[:-1]}, "x": "{"y" * 1_000_000}"}}\n', "a", set(), []),
    "a later version's key": (line("a", mood="fine") + "\n", "a", set(), []),
    "signs that end lines elsewhere": (line("a", note="one\u2028two\x85three") + "\n", "a", set(), []),
}  # fmt: skip


@pytest.mark.parametrize(("content", "read", "unread", "faults"), CASES.values(), ids=CASES)
def test_damage(content: str, read: str, unread: set[int], faults: list[tuple[str, str, str]]) -> None:
    log = log_of(content)
    assert ids(log) == read
    assert log.unread == unread
    assert told(log) == faults


@pytest.mark.parametrize("content", [case[0] for case in CASES.values()], ids=CASES)
def test_every_fault_says_what_to_do_and_lies_in_the_text(content: str) -> None:
    log = log_of(content)
    for found in log.diagnostics:
        assert found.file == "2026-27.progress.jsonl"
        assert found.severity == "warning"
        assert found.hint.endswith((".", "merge=union"))
        assert found.place.split("/")[0] == str(found.span.line)


MALFORMED = {
    "no day": ({"date": "23 November"}, "date", "date is no day", "Write it as in: 2026-11-23."),
    "no day of the calendar": ({"date": "2026-02-30"}, "date", "date is no day", "Write it as in: 2026-11-23."),
    "unknown": ({"what": "sennt"}, "what", "what is not one of sent, signed, done, held, noted, closed, chased, moved, confirmed, postponed, answered, undone", ""),
    "a number": ({"note": 7}, "note", "note holds no text", 'Write it between quotation marks: "note": "...".'),
    "a list": ({"by": ["x"]}, "by", "by holds no text", 'Write it between quotation marks: "by": "...".'),
    "too long": ({"note": "x" * 10_001}, "note", "note holds 10,001 characters; a text has at most 10,000", ""),
    "empty": ({"authority": " "}, "authority", "authority is empty", ""),
}  # fmt: skip


@pytest.mark.parametrize(("changed", "key", "message", "hint"), MALFORMED.values(), ids=MALFORMED)
def test_a_wrong_value_is_marked_where_it_stands(
    changed: dict[str, object], key: str, message: str, hint: str
) -> None:
    wrong = line("a", **changed)
    log = log_of(f"{wrong}\n{B}\n")
    (found,) = log.diagnostics
    assert ids(log) == "b"
    assert log.unread == {1}
    assert (found.rule, found.place, found.message) == ("malformed-record", f"1/{key}", message)
    assert found.hint == f"{hint} The record does not count until it is mended.".strip()
    marked = wrong[found.span.column - 1 : found.span.end_column - 1]
    assert marked == json.dumps(changed[key])


def test_a_wrong_value_is_marked_in_the_second_record_of_a_line_too() -> None:
    log = log_of(f"{A}{line('b', date='soon')}\n")
    assert told(log) == [
        ("torn-log", f"1:1-1:{2 * N - 5}", "2 records stand on one line"),
        ("malformed-record", f"1:{2 * N - 12}-1:{2 * N - 6}", "date is no day"),
    ]


def test_where_a_key_stands_twice_the_later_value_counts_and_the_first_is_shown() -> None:
    log = log_of(f'{A[:-1]}, "date": "2026-11-22"}}')
    assert log.records[0].date.isoformat() == "2026-11-22"
    assert [related.span.column for related in log.diagnostics[0].related] == [A.index('"date"') + 1]


def test_a_line_that_stands_twice_apart_is_no_warning_since_merges_leave_such_lines() -> None:
    log = log_of(f"{A}\n{B}\n{A}\n")
    (found,) = log.diagnostics
    assert (found.rule, found.severity, found.span.line) == ("torn-log", "info", 3)
    assert [(each.span.line, each.message) for each in found.related] == [(1, "it stands here first")]
    assert ids(log) == "a b"


def test_of_a_line_that_stands_three_times_both_others_are_told() -> None:
    assert [(each.severity, each.span.line) for each in log_of(f"{A}\n{A}\n{A}\n").diagnostics] == [
        ("warning", 2),
        ("warning", 3),
    ]


def test_a_byte_that_is_no_utf_8_is_read_as_a_sign_of_its_own() -> None:
    raw = line("a", note="caf\xe9, caf\xe9").encode("latin-1")
    log = log_of(raw + b"\n" + B.encode())
    assert log.records[0].note == "caf\ufffd, caf\ufffd"
    assert ids(log) == "a b"
    column = raw.index(b"\xe9") + 1
    assert told(log) == [
        ("torn-log", f"1:{column}-1:{column + 1}", "byte e9 is not UTF-8, and is read as \ufffd")
    ]


def test_a_byte_behind_a_byte_order_mark_and_a_wide_letter_is_marked_at_its_column() -> None:
    raw = b"\xef\xbb\xbf" + f"{A}\r\n\N{EURO SIGN} ".encode() + b"\xe2\x82"
    places = [place for _, place, message in told(log_of(raw)) if "UTF-8" in message]
    assert places == ["2:3-2:4"]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_a_file_saved_as_utf_16_is_read_with_what_was_appended_since(encoding: str) -> None:
    bom = "\ufeff".encode(encoding)
    log = log_of(bom + f"{A}\n{B}\n".encode(encoding) + f"{C}\n".encode())
    assert ids(log) == "a b c"
    assert told(log) == [("torn-log", "1:1-1:1", "the file is written in UTF-16, not in UTF-8")]


def test_lines_appended_as_utf_16_are_read() -> None:
    log = log_of(f"{A}\n".encode() + f"{B}\n".encode("utf-16-le"))
    assert ids(log) == "a b"


def test_a_record_of_several_lines_stands_on_its_first() -> None:
    log = log_of(f"{B}\n{json.dumps(data('a', date='soon'), indent=1)}\n{C}\n")
    assert ids(log) == "b c"
    assert [(rule, place) for rule, place, _ in told(log)] == [
        ("malformed-record", "2:1-2:2"),
        ("torn-log", "2:1-10:2"),
    ]
