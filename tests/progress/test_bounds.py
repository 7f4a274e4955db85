"""Logs that are none, or are made to be slow: what is looked into is bounded, and whole lines are read all the same."""

import pytest

from peercycle.progress.objects import Seeker
from tests.progress.made import ids, line, log_of, told

A, B = line("a"), line("b")


def test_no_more_faults_are_listed_than_a_person_can_read() -> None:
    log = log_of("x\n" * 2000 + A)
    assert ids(log) == "a"
    assert len(log.diagnostics) == 501
    assert log.diagnostics[-1].message == "1,500 more faults like these are not listed"
    assert len(log.unread) == 2000


def test_a_log_put_behind_itself_is_read_once() -> None:
    text = "".join(f"{line(f'r{number}')}\n" for number in range(700))
    log = log_of(text + text)
    assert len(log.records) == 700
    assert log.unread == set()
    assert [found.message for found in log.diagnostics[-2:]] == [
        "this record stands twice in the log",
        "200 more faults like these are not listed",
    ]


def test_bytes_that_are_no_utf_8_on_many_lines() -> None:
    log = log_of(b"\xff\n" * 700 + A.encode())
    assert ids(log) == "a"
    assert len(log.diagnostics) == 501
    assert log.diagnostics[-1].message == "700 more faults like these are not listed"


def test_after_many_lines_without_a_record_only_whole_lines_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("peercycle.progress.salvage._MOST_IN_VAIN", 3)
    log = log_of(f"x {line('d')}\nx\n\nx\nx\n{A}\nx {line('c')}\n \n{B}\n")
    assert ids(log) == "d a b"
    assert log.unread == {1, 2, 4, 5}
    assert log.diagnostics[-1].message == "1 more fault like these is not listed"


def test_a_log_of_more_lines_than_any_is_read_up_to_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("peercycle.progress.lines.MOST_LINES", 2)
    for end in ("\n", "\r\n"):
        log = log_of(f"{A}{end}{B}{end}{line('c')}{end}")
        assert ids(log) == "a b"
        assert log.text == f"{A}{end}{B}{end}"
        assert log.unread == {3}
        assert told(log)[-1] == (
            "torn-log",
            "3:1-3:1",
            "the log has more than 2 lines; from here on it is not read",
        )
    assert log_of(f"{A}\n{B}\n").diagnostics == []


def test_records_are_sought_for_only_so_long() -> None:
    seeker = Seeker()
    slow = '{"id":' * 100_000
    for _ in range(200):
        assert list(seeker.records(slow)) == []
    assert list(seeker.records(f"x {A}")) == []
    assert [found.data["id"] for found in Seeker().records(f"{slow[:6000]}\n{A}")] == ["a"]
