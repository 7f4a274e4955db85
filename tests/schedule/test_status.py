"""Where small cycles stand on a day: states, what is late and by how much, what waits for what."""

from datetime import date

import pytest

from peercycle.schedule.status import STATES
from tests.schedule.small_cycles import FORUM, NAMED, OPEN, PARTLY, expected, states, status_of


def _counts(**held: int) -> dict[str, int]:
    return {state: held.get(state, 0) for state in STATES}


ACTION = "actions:\n  act:\n    do: Act\n    owner: each authority in coast\n    due: {due}\n"

STATE = [
    # the notice period of 10 working days before Friday 6 November 2026 begins on Friday 23 October
    ("6 November 2026", "2026-10-22", "upcoming", None),
    ("6 November 2026", "2026-10-23", "due", None),
    ("6 November 2026", "2026-11-06", "due", None),
    ("6 November 2026", "2026-11-07", "overdue", 1),
    ("6 November 2026", "2027-11-06", "overdue", 365),
    ("TBC 6 November 2026", "2026-11-09", "overdue", 3),
    # before: the last day is the day before
    ("before 6 November 2026", "2026-11-05", "due", None),
    ("before 6 November 2026", "2026-11-06", "overdue", 1),
    # a month: noticed from its first day, over on its last
    ("November 2026", "2026-10-16", "upcoming", None),
    ("November 2026", "2026-10-19", "due", None),
    ("November 2026", "2026-11-30", "due", None),
    ("November 2026", "2026-12-01", "overdue", 1),
    ("by November 2026", "2026-10-19", "due", None),
    ("by November 2026", "2026-11-30", "due", None),
    ("by November 2026", "2026-12-02", "overdue", 2),
    # no last day, no last day to be late after
    ("after 6 November 2026", "2026-10-01", "upcoming", None),
    ("after 6 November 2026", "2027-07-30", "due", None),
    ("TBC", "2026-10-01", "undated", None),
    ("TBC", "2027-09-01", "undated", None),
]


@pytest.mark.parametrize(("due", "on", "state", "late"), STATE)
def test_state_of_a_task(due: str, on: str, state: str, late: int | None) -> None:
    status = status_of(on, ACTION.format(due=due))
    assert [standing.state for standing in status.standings] == [state, state]
    assert [standing.days_late for standing in status.standings] == [late, late]
    assert status.counts == _counts(**{state: 2})
    assert [standing.waiting_on for standing in status.standings] == ["Ash", "Birch"]


def test_the_notice_period_is_the_files_own() -> None:
    programme = ACTION.format(due="6 November 2026")
    week = "notice: 1 week\n"
    assert [s.state for s in status_of("2026-10-29", programme, more=week).standings] == ["upcoming"] * 2
    assert [s.state for s in status_of("2026-10-30", programme, more=week).standings] == ["due"] * 2
    assert status_of("2026-10-30", programme).notice_ends == date(2026, 11, 13)


OWN = FORUM + "actions:\n  act: {do: Act, owner: each authority, due: before own forum}\n"


@pytest.mark.parametrize(
    ("on", "state"),
    [
        ("2026-11-20", "upcoming"),  # the first forum it can be is on 8 December: due from 23 November
        ("2026-11-23", "due"),
        ("2026-12-08", "due"),
        ("2027-03-09", "due"),  # the last it can be is on 10 March
        ("2027-03-10", "overdue"),
    ],
)
def test_an_unknown_own_meeting_is_noticed_from_the_earliest_and_overdue_after_the_latest(
    on: str, state: str
) -> None:
    assert status_of(on, OWN, OPEN).counts == _counts(**{state: 4})


def test_a_known_own_meeting_is_overdue_after_its_own_day() -> None:
    assert states(status_of("2026-12-09", OWN, PARTLY)) == expected(
        """
        act/ash | overdue | -
        act/birch | due | -
        act/elm | due | -
        act/fir | due | -
        """
    )


def test_counts_count_authorities_not_lines() -> None:
    programme = (
        FORUM
        + """
actions:
  send: {do: Send, owner: team, for: each authority, due: {winter-turn: January 2027, spring-turn: after own forum}}
  choose: {do: Choose, owner: some authorities, due: January 2027}
"""
    )
    for people in (NAMED, PARTLY, OPEN):
        counts = status_of("2027-02-01", programme, people).counts
        assert counts == _counts(overdue=3, upcoming=2)


UNCOUNTED = """
actions:
  counted: {do: Act, owner: team, due: 1 October 2026}
  suggested: {do: Act, owner: team, due: 1 October 2026, suggested: It would help.}
  untracked: {do: Act, owner: each authority, due: 1 October 2026, tracked: false}
"""


@pytest.mark.parametrize("on", ["2026-09-01", "2026-09-21", "2026-10-02", "2027-10-01"])
def test_suggested_and_untracked_are_in_no_count_and_never_overdue(on: str) -> None:
    status = status_of(on, UNCOUNTED)
    assert sum(status.counts.values()) == 1
    others = [standing for standing in status.standings if standing.task.action != "counted"]
    assert len(others) == 5
    assert {standing.state for standing in others} <= {"upcoming", "due"}
    assert {standing.days_late for standing in others} == {None}


PHASES = """
  early: {title: Early, when: by October 2026}
  during: {title: During, when: October to November 2026}
  later: {title: Later, when: from December 2026}
  unknown: {title: Unknown, when: TBC}
  doubtful: {title: Doubtful, when: TBC January 2027}
"""


@pytest.mark.parametrize(
    ("on", "phases", "ahead"),
    [
        ("2026-08-31", (), "work"),
        ("2026-09-01", ("work", "early"), "during"),
        ("2026-10-31", ("work", "early", "during"), "later"),
        ("2026-12-31", ("work", "later"), "doubtful"),
        ("2027-01-31", ("work", "later", "doubtful"), None),
        ("2027-07-31", ("work", "later"), None),
        ("2027-08-01", (), None),
    ],
)
def test_phases_overlap_and_are_none_outside(on: str, phases: tuple[str, ...], ahead: str | None) -> None:
    status = status_of(on, "events: {}\n", more=PHASES)
    assert status.phases == phases
    assert status.ahead == ahead


@pytest.mark.parametrize(
    ("on", "held"),
    [
        ("2026-11-20", ["upcoming", "tbc", "tbc", "tbc", "upcoming"]),
        ("2026-11-21", ["past", "past", "tbc", "tbc", "upcoming"]),
        ("2026-12-01", ["past", "past", "past", "tbc", "past"]),
    ],
)
def test_state_of_a_meeting(on: str, held: list[str]) -> None:
    status = status_of(
        on,
        """
events:
  a: {title: A, date: 20 November 2026}
  b: {title: B, date: TBC 20 November 2026}
  c: {title: C, date: TBC November 2026}
  d: {title: D, date: TBC}
  e: {title: E, date: 23 to 24 November 2026}
""",
    )
    assert [status.meeting_state(meeting) for meeting in status.plan.meetings] == held
