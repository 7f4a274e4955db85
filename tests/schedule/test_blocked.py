"""What is past and not recorded, and what waits for it: papers and meetings as causes."""

from datetime import date

import pytest

from peercycle.schedule.plan import Plan
from peercycle.schedule.status import Status
from tests.schedule.small_cycles import (
    FORUM,
    NAMED,
    OPEN,
    PARTLY,
    cycle_of,
    expected,
    states,
    status_of,
)

PAPERS = """
events:
  sitting: {title: Sitting, date: 20 November 2026, needs: [view], produces: [plan]}
actions:
  write: {do: Write, owner: each authority in coast, due: 30 October 2026, produces: [view]}
  send: {do: Send, owner: each authority in coast, due: 6 November 2026, needs: [view]}
  share: {do: Share, owner: team, for: each authority in coast, due: 30 November 2026, needs: [view]}
  tell: {do: Tell, owner: team, due: 30 November 2026, needs: [plan]}
  print: {do: Print, owner: board, due: TBC, needs: [plan, view]}
"""

BLOCKED = {
    # what is merely not yet due blocks nobody
    "2026-10-30": """
        write/ash | due | -
        write/birch | due | -
        send/ash | due | -
        send/birch | due | -
        share/ash | upcoming | -
        share/birch | upcoming | -
        tell | upcoming | -
        print | undated | -
        """,
    "2026-10-31": """
        write/ash | overdue | -
        write/birch | overdue | -
        send/ash | blocked | write/ash
        send/birch | blocked | write/birch
        share/ash | blocked | write/ash
        share/birch | blocked | write/birch
        tell | upcoming | -
        print | blocked | write/ash, write/birch
        """,
    # its own earlier task is no excuse once its own day has passed
    "2026-11-07": """
        write/ash | overdue | -
        write/birch | overdue | -
        send/ash | overdue | -
        send/birch | overdue | -
        share/ash | blocked | write/ash
        share/birch | blocked | write/birch
        tell | upcoming | -
        print | blocked | write/ash, write/birch
        """,
    # a meeting not recorded as held is a first cause: whether its own papers came is not asked
    "2026-11-21": """
        write/ash | overdue | -
        write/birch | overdue | -
        send/ash | overdue | -
        send/birch | overdue | -
        share/ash | blocked | write/ash
        share/birch | blocked | write/birch
        tell | blocked | sitting
        print | blocked | sitting, write/ash, write/birch
        """,
    "2026-12-01": """
        write/ash | overdue | -
        write/birch | overdue | -
        send/ash | overdue | -
        send/birch | overdue | -
        share/ash | overdue | write/ash
        share/birch | overdue | write/birch
        tell | overdue | sitting
        print | blocked | sitting, write/ash, write/birch
        """,
}


@pytest.mark.parametrize(("on", "stand"), BLOCKED.items())
def test_what_is_past_and_not_recorded_blocks_what_needs_it(on: str, stand: str) -> None:
    assert states(status_of(on, PAPERS)) == expected(stand)


def test_whose_move_it_is_and_since_when() -> None:
    waiting = {
        standing.task.id: (standing.waiting_on, standing.since, standing.days_late)
        for standing in status_of("2026-11-21", PAPERS).standings
    }
    assert waiting == {
        "write/ash": ("Ash", date(2026, 10, 30), 22),
        "write/birch": ("Birch", date(2026, 10, 30), 22),
        "send/ash": ("Ash", date(2026, 11, 6), 15),
        "send/birch": ("Birch", date(2026, 11, 6), 15),
        "share/ash": ("Ash", date(2026, 10, 30), None),
        "share/birch": ("Birch", date(2026, 10, 30), None),
        "tell": ("sitting", date(2026, 11, 20), None),
        "print": ("sitting", date(2026, 11, 20), None),
    }


def test_a_root_cause_stands_for_everything_after_it() -> None:
    status = status_of(
        "2026-11-21",
        """
actions:
  tell: {do: Tell, owner: board, due: 1 May 2027, needs: [list]}
  gather: {do: Gather, owner: each group, due: 20 November 2026, needs: [plan], produces: [list]}
  draw: {do: Draw, owner: board, due: 10 November 2026, needs: [view], produces: [plan]}
  write: {do: Write, owner: ash, due: 30 October 2026, produces: [view]}
""",
    )
    assert states(status) == expected(
        """
        tell | blocked | write/ash
        gather/coast | overdue | write/ash
        gather/moor | overdue | write/ash
        draw | overdue | write/ash
        write/ash | overdue | -
        """
    )


def test_suggested_and_untracked_actions_hold_nobody_up() -> None:
    status = status_of(
        "2026-11-21",
        """
actions:
  a: {do: Act, owner: team, due: 1 October 2026, produces: [plan], suggested: It would help.}
  b: {do: Act, owner: team, due: 1 October 2026, produces: [view], tracked: false}
  c: {do: Act, owner: board, due: 1 May 2027, needs: [plan, view]}
  d: {do: Act, owner: team, due: 1 May 2027, needs: [list], tracked: false}
  e: {do: Act, owner: board, due: 1 October 2026, produces: [list]}
""",
    )
    assert states(status) == expected(
        """
        a | due | -
        b | due | -
        c | upcoming | -
        d | upcoming | -
        e | overdue | -
        """
    )


MEETING_PAPERS = (
    FORUM.rstrip()
    + """
    produces: [list]
actions:
  each-one: {do: Act, owner: each authority, due: 1 May 2027, needs: [list]}
  groups: {do: Act, owner: each group, due: 1 May 2027, needs: [list]}
  team: {do: Act, owner: team, due: 1 May 2027, needs: [list]}
"""
)


def test_papers_of_a_meeting_come_from_the_own_one() -> None:
    assert states(status_of("2026-12-09", MEETING_PAPERS)) == expected(
        """
        each-one/ash | blocked | forum/winter-turn/coast
        each-one/birch | upcoming | -
        each-one/elm | upcoming | -
        each-one/fir | upcoming | -
        groups/coast | blocked | forum/winter-turn/coast
        groups/moor | upcoming | -
        team | blocked | forum/winter-turn/coast
        """
    )


def test_an_unknown_own_meeting_blocks_only_once_all_it_can_be_are_past() -> None:
    before = states(status_of("2027-03-10", MEETING_PAPERS, PARTLY)).splitlines()
    after = states(status_of("2027-03-11", MEETING_PAPERS, PARTLY)).splitlines()
    assert before[:2] == ["each-one/ash | blocked | forum/winter-turn/coast", "each-one/birch | upcoming | -"]
    assert after[1].startswith("each-one/birch | blocked | forum/winter-turn/coast, forum/winter-turn/moor, ")


def test_unnamed_authorities_wait_for_lines_of_their_own_round() -> None:
    programme = """
actions:
  send: {do: Send, owner: team, for: each authority, due: {winter-turn: 1 October 2026, spring-turn: 1 May 2027}, produces: [view]}
  answer: {do: Answer, owner: each authority, due: {winter-turn: 1 June 2027, spring-turn: 1 June 2027}, needs: [view]}
  sign: {do: Sign, owner: each authority, due: 1 June 2027, needs: [view]}
  sum-up: {do: Sum up, owner: each group, due: 1 June 2027, needs: [view]}
"""
    assert states(status_of("2026-10-02", programme, OPEN)) == expected(
        """
        send/winter-turn | overdue | -
        send/spring-turn | upcoming | -
        answer/winter-turn | blocked | send/winter-turn
        answer/spring-turn | upcoming | -
        sign/ash | upcoming | -
        sign/birch | upcoming | -
        sign/elm | upcoming | -
        sign/fir | upcoming | -
        sum-up/coast | upcoming | -
        sum-up/moor | upcoming | -
        """
    )
    known = status_of("2026-10-02", programme, NAMED).standings
    assert [s.task.id for s in known if s.state == "blocked"] == [
        "answer/ash", "answer/elm", "sign/ash", "sign/elm", "sum-up/coast", "sum-up/moor",
    ]  # fmt: skip


def test_papers_that_need_one_another_end() -> None:
    status = status_of(
        "2026-11-21",
        """
actions:
  a: {do: Act, owner: team, due: 1 October 2026, needs: [plan, view], produces: [list]}
  b: {do: Act, owner: board, due: 1 October 2026, needs: [list], produces: [plan]}
  c: {do: Act, owner: board, due: 1 October 2026, needs: [view], produces: [view]}
""",
    )
    assert {standing.state for standing in status.standings} == {"overdue"}


def test_a_long_chain_of_papers_is_no_trouble() -> None:
    links = 2000
    papers = "documents:\n" + "".join(f"  d{n}: {{title: Paper}}\n" for n in range(links))
    actions = "".join(
        f"  a{n}: {{do: Act, owner: team, due: 1 October 2026, needs: [d{n + 1}], produces: [d{n}]}}\n"
        for n in range(links - 1)
    )
    last = f"  a{links - 1}: {{do: Act, owner: board, due: 1 October 2026, produces: [d{links - 1}]}}\n"
    cycle = cycle_of(f"actions:\n{actions}{last}", papers=papers)
    status = Status(Plan(cycle), date(2026, 11, 21))
    assert {standing.roots for standing in status.standings[:-1]} == {(f"a{links - 1}",)}
