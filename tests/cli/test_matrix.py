"""The table of authorities by milestones: a word in every cell, and how it folds."""

import re
from datetime import date

import pytest

from peercycle.cli.screen import cut
from peercycle.cli.screens.matrix import matrix_lines, short
from peercycle.schedule.plan import Plan
from peercycle.schedule.status import Status
from tests.schedule.logs import progress_of
from tests.schedule.small_cycles import FORUM, NAMED, OPEN, cycle_of

ACTIONS = f"""{FORUM}
actions:
  send-view: {{do: Send, owner: each authority, due: 6 November 2026, sign-off: [dcs, lead-member]}}
  share-widely: {{do: Share, owner: each authority, due: before 4 December 2026}}
  write-down: {{do: Write down, owner: each authority, due: 27 November 2026, produces: [view]}}
  judge: {{do: Judge, owner: each authority, due: TBC, needs: [view]}}
"""
LOG = """
2026-11-02 sent send-view ash dcs
2026-11-03 signed send-view ash lead-member
2026-11-02 signed send-view birch dcs
2026-10-30 done write-down elm
2026-10-30 done judge fir
2026-11-17 held forum/winter-turn/coast
"""


def table(columns: int, on: str = "2026-11-20", people: str | None = None, log: str = LOG) -> str:
    cycle = cycle_of(ACTIONS, *([people] if people else []))
    status = Status(Plan(cycle), date.fromisoformat(on), progress_of(log, on))
    lines = ["".join(text for text, _ in line).rstrip() for line in matrix_lines(status, columns)]
    assert all(len(line) <= columns for line in lines)
    return "\n".join(lines).strip("\n")


WIDE = """
                           share-
             send-view     widely    write-down   judge        own forum    waiting on
Done of 4    1             0         2            1
Coast group
  Ash        sent 3 Nov    by 3 Dec  by 27 Nov    TBC          held 17 Nov
  Birch      14 days late  by 3 Dec  by 27 Nov    TBC          9 Mar        Lead Member
Moor group
  Elm        14 days late  by 3 Dec  done 30 Oct  TBC          9 Dec        Elm
  Fir        14 days late  by 3 Dec  done 30 Oct  done 30 Oct  10 Mar       Fir
"""


def test_every_cell_has_a_word() -> None:
    assert table(100) == WIDE.strip("\n")


@pytest.mark.parametrize(
    ("log", "cell"),
    [
        ("2026-11-02 signed send-view birch dcs", "1 of 2 signed"),
        (
            "2026-11-02 signed send-view birch dcs\n2026-11-03 signed send-view birch lead-member",
            "signed, not sent",
        ),
        ("2026-11-02 signed send-view birch team", "0 of 2 signed"),
    ],
)
def test_a_cell_says_what_is_missing_ahead_of_the_day(log: str, cell: str) -> None:
    (line,) = (line for line in table(120, "2026-11-05", log=log).splitlines() if "Birch" in line)
    assert f" {cell} " in line


@pytest.mark.parametrize("columns", [120, 100, 80, 60, 40])
def test_no_width_loses_a_cell(columns: int) -> None:
    text = table(columns)
    for cell in (
        "sent 3 Nov",
        "14 days late",
        "by 3 Dec",
        "by 27 Nov",
        "done 30 Oct",
        "held 17 Nov",
        "9 Mar",
    ):
        assert cell in text, cell
    assert ("waiting on" in " ".join(text.split())) == (columns >= 100)


@pytest.mark.parametrize(("columns", "letters"), [(120, 35), (60, 27), (40, 17)])
def test_a_long_name_is_cut_and_widens_no_row(columns: int, letters: int) -> None:
    people = NAMED.replace("{name: Ash,", f"{{name: {'A' * 400},").replace(
        "Moor group", f"{'Moor ' * 100}group"
    )
    text = table(columns, people=people)  # which is no wider than the screen
    assert f"\n  {'A' * letters}… " in text
    assert re.search(r"^Moor Moor.*…$", text, re.MULTILINE)


@pytest.mark.parametrize(
    ("text", "room", "expected"),
    [("Bolton", 6, "Bolton"), ("Bolton", 5, "Bolt…"), ("St Helens", 4, "St…"), ("", 3, "")],
)
def test_a_text_is_cut_with_an_ellipsis(text: str, room: int, expected: str) -> None:
    assert cut(text, room) == expected


def test_whose_group_is_open_stands_under_the_regions_word() -> None:
    assert "group to be confirmed" in table(100, people=OPEN)


def test_a_meeting_put_off_and_one_past() -> None:
    log = "2026-12-01 postponed forum/winter-turn/coast\n2026-11-02 sent send-view elm dcs"
    text = table(100, "2026-12-10", log=log)
    row = {line.split()[0]: line for line in text.splitlines() if line.startswith("  ")}
    assert "put off" in row["Ash"]
    assert "9 Dec" in row["Elm"]


@pytest.mark.parametrize(
    ("day", "text"),
    [(date(2026, 11, 3), "3 Nov"), (date(2027, 8, 31), "31 Aug"), (date(2027, 10, 1), "1 Oct 2027")],
)
def test_a_year_is_said_only_where_it_is_far(day: date, text: str) -> None:
    assert short(day, date(2026, 11, 20)) == text
