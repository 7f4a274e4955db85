"""Screens of cycles that lack what the shipped ones have: groups, rounds, questions, meetings, or a phase today."""

from pathlib import Path

import pytest

from tests.cli.conftest import Call

SMALL = """\
format: 1
cycle: 2020-21
title: A small cycle
region: Nowhere (made up)
runs: May 2020 to December 2020
roles:
  dcs: Director of Children's Services
bodies:
  team: {name: Improvement team}
authorities:
  westmere: {name: Westmere, gss: E06000000}
phases:
  writing:
    title: First phase
    when: May 2020
    actions:
      write:
        do: Write it down
        owner: each authority
        due: Friday 15 May 2020
  sending:
    title: Second phase
    when: October 2020
    actions:
      send:
        do: Send it
        owner: team
        due: 10 working days after write
"""
MEETING = """\
    events:
      talk:
        title: The talk
        date: TBC October 2020
        place: Westmere
"""


@pytest.fixture
def small(tmp_path: Path) -> str:
    path = tmp_path / "small.yaml"
    path.write_text(SMALL, encoding="utf-8")
    return str(path)


@pytest.mark.parametrize(
    ("day", "lines"),
    [
        (
            "2020-04-01",
            ["Not begun: the cycle runs May 2020 to December 2020", "Ahead: First phase, May 2020"],
        ),
        ("2020-05-04", ["Now: First phase, May 2020", "Ahead: Second phase, October 2020"]),
        ("2020-07-01", ["Now: between phases", "Ahead: Second phase, October 2020"]),
        ("2020-11-01", ["Now: between phases", ""]),
        ("2021-02-01", ["Ended: the cycle ran May 2020 to December 2020", ""]),
    ],
)
def test_where_the_cycle_is(call: Call, small: str, day: str, lines: list[str]) -> None:
    answer = call("status", "-c", small, "--on", day)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.splitlines()[1:3] == lines


def test_nothing_is_said_of_what_is_not_there(call: Call, small: str) -> None:
    out = call("status", "-c", small, "--on", "2020-05-04", columns=80).out
    assert out == (
        "A small cycle, 2020-21                                         Monday 4 May 2020\n"
        "Now: First phase, May 2020\n"
        "Ahead: Second phase, October 2020\n"
        "\n"
        "Nothing is recorded yet.\n"
        "\n"
        "0 done   0 overdue   0 blocked   1 due   1 upcoming   0 undated\n"
        "\n"
        "Due by Tuesday 19 May 2020\n"
        "  Friday 15 May 2020                Westmere: write\n"
    )


def test_an_authority_without_group_or_round(call: Call, small: str) -> None:
    out = call("status", "-c", small, "--on", "2020-05-04", "--for", "westmere").out
    assert out.splitlines()[0].startswith("Westmere    ")
    assert "Own " not in out


def test_the_sum_behind_a_deadline_is_shown(call: Call, small: str) -> None:
    out = call("status", "-c", small, "--on", "2020-05-04", "--for", "team").out
    assert "  Monday 1 June 2020                Improvement team: send\n" in out
    assert "(10 working days after Friday 15 May 2020)\n" in out


def test_two_meetings_are_both(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "two.yaml"
    visits = """\
    events:
      visit:
        title: Visit
        for: each authority
        date: {westmere: Monday 11 May 2020, eastmere: Tuesday 12 May 2020}
        place: Westmere
"""
    people = "  westmere: {name: Westmere, gss: E06000000}\n"
    path.write_text(
        SMALL.replace(people, f"{people}  eastmere: {{name: Eastmere, gss: E06000001}}\n").replace(
            "    when: May 2020\n", "    when: May 2020\n" + visits
        ),
        encoding="utf-8",
    )
    late = call("status", "-c", str(path), "--on", "2020-05-13", columns=100)
    assert late.err == ""
    assert "visit: both not recorded as held, the last on Tuesday 12 May 2020" in " ".join(late.out.split())
    one = call("status", "-c", str(path), "--on", "2020-05-12", columns=100).out
    assert "visit/westmere is not recorded as held" in one


def test_what_is_planned_stands_by_its_first_day(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "planned.yaml"
    days = {"room": "TBC", "late": "Friday 22 May 2020", "early": "Monday 18 May 2020"}
    actions = "".join(
        f"      {key}:\n        do: Do it\n        owner: team\n        due: {day}\n        tracked: false\n"
        for key, day in days.items()
    )
    path.write_text(SMALL.replace("    actions:\n", "    actions:\n" + actions, 1), encoding="utf-8")
    out = call("status", "-c", str(path), "--on", "2020-05-04", "--for", "team", columns=80).out
    assert out.endswith(
        "To plan, not counted\n"
        "  Monday 18 May 2020                early\n"
        "  Friday 22 May 2020                late\n"
        "  to be confirmed                   room\n"
    )


def test_no_questions_at_all(call: Call, small: str) -> None:
    assert call("questions", "-c", small).out == "0 questions open\n"


def test_a_meeting_of_which_only_the_month_is_known(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "small.yaml"
    path.write_text(
        SMALL.replace("    when: October 2020\n", "    when: October 2020\n" + MEETING), encoding="utf-8"
    )
    lines = call("status", "-c", str(path), "--on", "2020-07-01", columns=80).out.splitlines()
    assert lines[lines.index("Next") + 1 :][:2] == [
        "  October 2020 (to be confirmed)    The talk",
        "                                    Westmere",
    ]
    assert "The talk" not in call("status", "-c", str(path), "--on", "2020-11-01").out
    assert "talk is not recorded as held" in call("status", "-c", str(path), "--on", "2020-11-01").out
