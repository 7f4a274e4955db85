"""`status`: the screen on every kind of day and width, and what --check answers."""

import os
import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest

from tests.cli.conftest import MADE_UP, REAL, Call

Golden = Callable[[str, str], None]

DAYS = (
    "2017-05-01",  # before the start
    "2017-06-01",  # the first day
    "2017-10-20",  # the self-view is due
    "2017-11-20",  # between two meetings
    "2017-12-01",
    "2017-12-13",  # a forum today
    "2018-01-11",  # between rounds, two phases at once
    "2018-02-20",
    "2018-04-30",  # the last day
    "2018-09-01",  # after the end
)


@pytest.mark.parametrize("day", DAYS)
def test_the_screen_on_a_day(call: Call, golden: Golden, day: str) -> None:
    answer = call("status", "-c", REAL, "--on", day, columns=80)
    assert (answer.code, answer.err) == (0, "")
    golden(f"cli/status-real-{day}-80.txt", answer.out)


@pytest.mark.parametrize("columns", [40, 100, 110])
def test_the_screen_at_a_width(call: Call, golden: Golden, columns: int) -> None:
    answer = call("status", "-c", REAL, "--on", "2017-12-01", columns=columns)
    golden(f"cli/status-real-2017-12-01-{columns}.txt", answer.out)


@pytest.mark.parametrize("day", ["2026-11-23", "2026-12-09", "2027-02-01"])
def test_the_made_up_cycle(call: Call, golden: Golden, day: str) -> None:
    golden(f"cli/status-made-up-{day}-100.txt", call("status", "-c", MADE_UP, "--on", day, columns=100).out)


def test_in_colour(call: Call, golden: Golden, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("COLORTERM", raising=False)
    answer = call("status", "-c", REAL, "--on", "2017-12-01", columns=80)
    golden("cli/status-real-2017-12-01-colour.txt", answer.out)
    monkeypatch.delenv("FORCE_COLOR")
    plain = call("status", "-c", REAL, "--on", "2017-12-01", columns=80)
    assert re.sub(r"\x1b\[[0-9;]*m", "", answer.out) == plain.out


def test_one_screen(call: Call) -> None:
    lines = call("status", "-c", REAL, "--on", "2017-12-01", columns=80).out.splitlines()
    assert len(lines) <= 48
    assert max(map(len, lines)) <= 80
    assert "93 overdue" in lines[7]
    assert lines.index("Next") < lines.index("Overdue, with what each blocks")


@pytest.mark.parametrize("columns", [40, 60, 80, 100, 120])
@pytest.mark.parametrize("cycle", [REAL, MADE_UP])
def test_no_line_is_wider_than_the_screen(call: Call, cycle: str, columns: int) -> None:
    day = "2018-01-11" if cycle == REAL else "2027-01-13"
    for arguments in (
        ("status",),
        ("timeline",),
        ("questions",),
        ("status", "--for", "bolton" if cycle == REAL else "orrinshaw"),
    ):
        out = call(*arguments, "-c", cycle, "--on", day, columns=columns).out
        assert [line for line in out.splitlines() if len(line) > columns and len(line.split()) > 1] == []


def test_every_day_of_the_cycle_has_a_screen(call: Call) -> None:
    for day in (date(2017, 5, 25) + timedelta(days=7 * week) for week in range(68)):
        answer = call("status", "-c", REAL, "--on", day.isoformat(), columns=80)
        assert (answer.code, answer.err) == (0, ""), day
        assert "Nothing is recorded yet." in answer.out
        assert re.search(r"^(Now|Not begun|Ended): \S", answer.out, re.MULTILINE), day


def test_blocked_tasks_are_counted_once_under_their_causes(call: Call) -> None:
    out = " ".join(call("status", "-c", REAL, "--on", "2017-12-01", columns=120).out.split())
    counts = re.search(r"(\d+) blocked", out)
    assert counts is not None
    listed = re.findall(r"blocks ((?:[a-z-]+ \(\d+\)(?:, )?)+)", out)
    assert (
        sum(int(number) for text in listed for number in re.findall(r"\((\d+)\)", text))
        == int(counts[1])
        == 47
    )


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--on", "2017-12-01"), 1),
        (("--on", "2017-10-27"), 0),
        (("--on", "2017-10-28"), 1),
        (("--on", "2017-12-01", "--for", "bpn-trafford"), 0),
        (("--on", "2017-12-01", "--for", "bolton"), 1),
        (("--on", "2017-12-01", "--for", "ofsted", "--output-format", "json"), 1),
    ],
)
def test_check(call: Call, arguments: tuple[str, ...], code: int) -> None:
    with_check = call("status", "-c", REAL, "--check", *arguments)
    assert with_check.code == code
    assert with_check.out == call("status", "-c", REAL, *arguments)[1]


def test_no_suggested_action_is_ever_overdue(call: Call) -> None:
    out = call("status", "-c", REAL, "--on", "2018-09-01").out
    overdue = out.partition("Overdue, with")[2].partition("\n\n")[0]
    assert "submit-self-view" in overdue
    for suggested in ("send-invitations", "appoint-note-taker", "prepare-to-challenge", "book-rooms"):
        assert suggested not in overdue
    assert "send-invitations" in call("status", "-c", REAL, "--on", "2017-12-01").out


def test_equal_suggestions_stand_once(call: Call) -> None:
    out = call("status", "-c", REAL, "--on", "2017-12-01", columns=110).out
    assert out.count("send-invitations") == 1
    assert "(the first of 3 dates)" in " ".join(out.split())


def test_nothing_of_the_machine_gets_in(call: Call) -> None:
    out = call("status", "-c", os.path.abspath(REAL), "--on", "2017-12-01").out  # noqa: PTH100
    assert out == call("status", "-c", REAL, "--on", "2017-12-01").out
