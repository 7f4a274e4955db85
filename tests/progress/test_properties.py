"""What holds of every log and every damage to it: reading never fails, and a damage costs only what it touches."""

import random
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from peercycle.progress.fold import Progress, fold
from peercycle.progress.lines import read_log
from peercycle.progress.record import Record
from tests.progress.made import NAME, line

LINES = [
    line("a", note="It rained, \N{EURO SIGN} 5."),
    line("b", what="signed", role="dcs", date="2026-11-20"),
    line("c", what="undone", undoes="a"),
    line(
        "d",
        what="noted",
        action=None,
        kind="immediate-action",
        text="Now.",
        owner="tarnwick",
        date="2026-11-24",
    ),
    line("e", what="closed", action=None, closes="d", outcome="Done.", at="2026-11-25T09:00:00.000+00:00"),
    line("f", what="held", event="forum", action=None, at="2026-11-23T10:00:00.000+01:00"),
    line("g", what="chased", action=None, tasks=["return-mou/tarnwick"], step=1),
]
WHOLE = "".join(f"{each}\n" for each in LINES).encode()
ENDS = [0, *(at + 1 for at, byte in enumerate(WHOLE) if byte == 10)]
OFFSETS = st.integers(0, len(WHOLE))
DAYS = st.none() | st.dates(date(2026, 11, 18), date(2026, 11, 27))


def plain(records: tuple[Record, ...]) -> list[Record]:
    """Return records without the numbers of their lines."""
    return [record._replace(line=0) for record in records]


def told(progress: Progress) -> tuple[list[Record], object, object, object, object, object]:
    """Return all that a log comes to, without the numbers of its lines."""
    closed = [(noted.finding, noted.closed and noted.closed.id) for noted in progress.findings]
    chased = {task: [record.id for record in records] for task, records in progress.chased.items()}
    return (
        plain(progress.records),
        progress.latest,
        list(progress.held),
        list(progress.postponed),
        closed,
        chased,
    )


@given(st.lists(st.sampled_from(LINES), max_size=10), st.randoms(use_true_random=False), DAYS)
def test_lines_doubled_and_shuffled_come_to_the_same(
    more: list[str], drawn: random.Random, on: date | None
) -> None:
    shuffled = [*LINES, *more]
    drawn.shuffle(shuffled)
    whole, mixed = read_log(NAME, WHOLE), read_log(NAME, "\n".join(shuffled).encode())
    assert told(fold(mixed.records, on)) == told(fold(whole.records, on))
    assert sorted(record.id for record in mixed.records) == list("abcdefg")
    assert mixed.unread == set()


@given(st.sets(st.integers(0, len(LINES) - 1)), DAYS)
def test_two_clones_put_together_come_to_the_whole(ours: set[int], on: date | None) -> None:
    mine = [each for at, each in enumerate(LINES) if at in ours]
    theirs = [each for at, each in enumerate(LINES) if at not in ours]
    merged = read_log(NAME, "\n".join([*theirs, *mine]).encode())
    assert told(fold(merged.records, on)) == told(fold(read_log(NAME, WHOLE).records, on))
    assert merged.diagnostics == []


@given(DAYS, DAYS)
def test_what_was_known_on_a_day_is_known_on_a_later_one(one: date | None, other: date | None) -> None:
    records = read_log(NAME, WHOLE).records
    early, late = sorted((one or date.max, other or date.max))
    assert set(fold(records, early).records) <= set(fold(records, late).records)


def check(damaged: bytes, first: int, last: int) -> None:
    """Check that a log damaged between two offsets of the whole one still gives the records of all other lines."""
    log = read_log(NAME, damaged)
    untouched = [each for each, start, end in zip(plain(read_log(NAME, WHOLE).records), ENDS, ENDS[1:], strict=False) if end <= first or start >= last]  # fmt: skip
    found = plain(log.records)
    assert [each for each in untouched if each not in found] == []
    assert all(each.hint for each in log.diagnostics)


@given(OFFSETS)
def test_cut_anywhere(at: int) -> None:
    check(WHOLE[:at], at, len(WHOLE))


@given(OFFSETS, OFFSETS)
def test_a_hole_anywhere(one: int, other: int) -> None:
    start, end = sorted((one, other))
    check(WHOLE[:start] + WHOLE[end:], start, end)


@given(OFFSETS, OFFSETS)
def test_nuls_anywhere(one: int, other: int) -> None:
    start, end = sorted((one, other))
    check(WHOLE[:start] + b"\0" * (end - start) + WHOLE[end:], start, end)


@given(OFFSETS, st.binary(max_size=30) | st.sampled_from([b"\r", b"\n", b'"', b"{", b"}", b'{"', b"\\", b"\xef\xbb\xbf", b"\n<<<<<<< x\n"]))  # fmt: skip
def test_bytes_put_in_anywhere(at: int, more: bytes) -> None:
    start = max(end for end in ENDS if end <= at)
    check(WHOLE[:at] + more + WHOLE[at:], start, at + 1)


@given(OFFSETS, st.integers(0, len(LINES) - 1))
def test_another_line_put_in_anywhere_is_read_as_well(at: int, which: int) -> None:
    more = LINES[which].replace('"id": "', '"id": "new-')
    log = read_log(NAME, WHOLE[:at] + more.encode() + WHOLE[at:])
    assert LINES[which][8] in "abcdefg"
    assert f"new-{LINES[which][8]}" in [record.id for record in log.records]


@given(st.binary(max_size=300))
def test_any_bytes_can_be_read(raw: bytes) -> None:
    log = read_log(NAME, raw)
    assert log.records == ()


@given(st.lists(st.sampled_from(['{"id": ', '"x"', ", ", '"what": ', "{", "}", "[", "]", "\n", '"sent"', "1e999", "\\u0000", "\ufeff", "\0"]), max_size=40))  # fmt: skip
def test_any_pieces_of_records_can_be_read(pieces: list[str]) -> None:
    log = read_log(NAME, "".join(pieces).encode())
    assert {found.rule for found in log.diagnostics} <= {"torn-log", "malformed-record"}
    assert log.records == ()
