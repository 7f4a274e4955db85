"""The timeline of small cycles: rows in order, equal work in one, leaning deadlines in the file's words."""

import pytest

from peercycle.schedule.plan import Plan
from peercycle.schedule.timeline import timeline
from tests.schedule.small_cycles import FORUM, NAMED, OPEN, PARTLY, expected, plan_of

CHALLENGED = NAMED.replace("{name: Ash,", "{name: Ash, challengers: [fir],").replace(
    "{name: Elm,", "{name: Elm, challengers: [birch],"
)

PROGRAMME = (
    FORUM
    + """
  launch: {title: Launch, date: Thursday 1 October 2026}
  hearing: {title: Hearing, for: each authority, date: TBC after own forum}
  visit: {title: Visit, for: each authority, date: 1 week after own forum}
actions:
  send:
    do: Send
    owner: each authority
    due: 6 November 2026
    except: {fir: {due: 9 November 2026, because: It was ill.}}
  show: {do: Show, owner: each authority, due: with send}
  prepare: {do: Prepare, owner: each authority, due: before own forum}
  forward: {do: Take forward, owner: each group in each round, due: {winter-turn: January 2027, spring-turn: after own forum}}
  note: {do: Note, owner: lead-member of each authority, due: launch}
  help: {do: Help, owner: ash, due: launch}
  choose: {do: Choose, owner: TBC, due: TBC}
  hint: {do: Hint, owner: team, due: TBC, suggested: It would help.}
  plan-ahead: {do: Plan, owner: team, due: TBC, tracked: false}
"""
)


def _rows(plan: Plan, *, in_words: bool) -> str:
    shown = timeline(plan, in_words=in_words)
    assert (shown.untracked, shown.suggested) == (1, 1)
    return "\n".join(
        f"{row.date.brief} | {row.who + ': ' if row.who else ''}{', '.join(row.what)} | {row.count}"
        for row in shown.rows
    )


def test_the_files_words_stand_for_all_the_days_they_mean() -> None:
    assert _rows(plan_of(PROGRAMME), in_words=True) == expected(
        """
        Thursday 1 October 2026 | Launch | None
        Thursday 1 October 2026 | 4 Lead Members: note | 4
        Thursday 1 October 2026 | Ash: help | None
        Friday 6 November 2026 | 3 authorities: send, show | 3
        Monday 9 November 2026 | Fir: send, show | None
        before own forum | 4 authorities: prepare | 4
        Tuesday 8 December 2026 | Forum, Coast group | None
        Wednesday 9 December 2026 | Forum, Moor group | None
        1 week after own forum | Visit | 4
        January 2027 | each group: forward | 2
        Tuesday 9 March 2027 | Forum, Coast group | None
        Wednesday 10 March 2027 | Forum, Moor group | None
        after own forum (to be confirmed) | Hearing | 4
        after own forum | each group: forward | 2
        to be confirmed | nobody named: choose | None
        """
    )


def test_day_by_day() -> None:
    assert _rows(plan_of(PROGRAMME), in_words=False).splitlines()[5:12] == [
        "before Tuesday 8 December 2026 | Ash: prepare | None",
        "Tuesday 8 December 2026 | Forum, Coast group | None",
        "before Wednesday 9 December 2026 | Elm: prepare | None",
        "Wednesday 9 December 2026 | Forum, Moor group | None",
        "after Tuesday 8 December 2026 (to be confirmed) | Hearing, Ash | None",
        "after Wednesday 9 December 2026 (to be confirmed) | Hearing, Elm | None",
        "Tuesday 15 December 2026 | Visit, Ash | None",
    ]


def test_a_leaning_deadline_of_one_stands_as_its_day() -> None:
    plan = plan_of(PROGRAMME)
    (row,) = timeline(plan, plan.tasks_of("prepare")[:1], in_words=True).rows
    assert row.date.brief == "before Tuesday 8 December 2026"
    assert row.ids == ("prepare/ash",)


def test_while_memberships_are_open() -> None:
    rows = _rows(plan_of(PROGRAMME, OPEN), in_words=True).splitlines()
    assert rows[5:7] == [
        "before own forum | 4 authorities: prepare | 4",
        "Tuesday 8 December 2026 | Forum, Coast group | None",
    ]
    assert [row for row in rows if "forward" in row or "Visit" in row] == [
        "1 week after own forum | Visit | 4",
        "January 2027 | each group: forward | 2",
        "after own forum | each group: forward | 2",
    ]


def _who(programme: str, people: str = NAMED) -> list[tuple[str, int | None]]:
    return [(row.who, row.count) for row in timeline(plan_of(f"actions:\n{programme}", people)).rows]


EITHER = "{winter-turn: 1 May 2027, spring-turn: 1 May 2027}"


@pytest.mark.parametrize(
    ("action", "people", "who", "count"),
    [
        ("owner: ash, due: 1 May 2027", NAMED, "Ash", None),
        ("owner: each authority, due: 1 May 2027", NAMED, "4 authorities", 4),
        ("owner: dcs of each authority, due: 1 May 2027", NAMED, "4 Directors", 4),
        ("owner: lead-challenger of each authority, due: 1 May 2027", CHALLENGED, "lead challengers of 4 authorities", 4),
        (f"owner: each authority, due: {EITHER}", OPEN, "4 authorities, not yet named", 4),
        (f"owner: dcs of each authority, due: {EITHER}", OPEN, "4 Directors, not yet named", 4),
        (f"owner: each authority, due: {EITHER}", PARTLY, "4 authorities, 3 not yet named", 4),
        (f"owner: each authority, due: {EITHER}", OPEN.replace(", authorities: 2", ""), "some authorities, not yet named", None),
        ("owner: each authority in coast, due: 1 May 2027", PARTLY, "some authorities, some not yet named", None),
        ("owner: some authorities, due: 1 May 2027", NAMED, "some authorities, not yet named", None),
        ("owner: team, for: each group, due: 1 May 2027", NAMED, "Improvement team", 2),
        ("owner: each group, due: 1 May 2027", NAMED, "each group", 2),
        ("owner: each group in each round, due: 1 May 2027", NAMED, "each group", 4),
        (f"owner: moor, due: {EITHER}", NAMED, "Moor group", 2),
        ("owner: each round, due: 1 May 2027", NAMED, "Winter turn round; Spring turn round", 2),
    ],
)  # fmt: skip
def test_owners_in_words(action: str, people: str, who: str, count: int | None) -> None:
    assert _who(f"  a: {{do: A, {action}}}\n", people) == [(who, count)]


def test_some_of_the_groups_are_not_each_group() -> None:
    three = NAMED.replace("rounds:", "  dale: {name: Dale group}\nrounds:")
    programme = (
        "  a: {do: A, owner: each group, due: 1 May 2027, except: {dale: {due: 2 May 2027, because: Far.}}}\n"
    )
    assert _who(programme, three) == [("2 groups", 2), ("Dale group", None)]
