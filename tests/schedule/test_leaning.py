"""Deadlines that lean on meetings and actions: the file's words beside what a person reads and the days they mean."""

import pytest

from tests.schedule.small_cycles import FORUM, NAMED, OPEN, PARTLY, dues, expected, meetings, plan_of

DAYS = (
    FORUM
    + """
  launch: {title: Launch, date: Thursday 1 October 2026}
  fair: {title: Fair, date: Monday 2 November 2026 to Wednesday 4 November 2026}
  board-meeting: {title: Meeting of the board, date: TBC March 2027}
  ending: {title: Ending, date: TBC}
  hearing: {title: Hearing, for: each authority, date: TBC after own forum}
  second-hearing: {title: Second hearing, for: some authorities, date: TBC after own hearing}
actions:
  send-view: {do: Send the self-view, title: Send the self-view, owner: each authority, due: Friday 23 October 2026}
  early: {do: Be early, owner: each authority, due: before launch}
  open: {do: Stay open, owner: each authority, due: TBC}
"""
)
"""Meetings and actions to lean on."""

NAMED_CASES = {
    "launch": ("Thursday 1 October 2026", "2026-10-01", "2026-10-01"),
    "before launch": ("before Thursday 1 October 2026", "2026-09-30", "2026-09-30"),
    "after launch": ("after Thursday 1 October 2026", "2026-10-02", None),
    "own forum": ("Tuesday 8 December 2026", "2026-12-08", "2026-12-08"),
    "before own forum": ("before Tuesday 8 December 2026", "2026-12-07", "2026-12-07"),
    "after own forum": ("after Tuesday 8 December 2026", "2026-12-09", None),
    "forum": ("Tuesday 8 December 2026", "2026-12-08", "2026-12-08"),
    "10 working days after own forum": (
        "Tuesday 22 December 2026 = 10 working days after Tuesday 8 December 2026",
        "2026-12-22",
        "2026-12-22",
    ),
    "15 working days after own forum": (
        "Thursday 31 December 2026 = 15 working days after Tuesday 8 December 2026",
        "2026-12-31",
        "2026-12-31",
    ),
    "1 working day before own forum": (
        "Monday 7 December 2026 = 1 working day before Tuesday 8 December 2026",
        "2026-12-07",
        "2026-12-07",
    ),
    "3 days before own forum": (
        "Saturday 5 December 2026 = 3 days before Tuesday 8 December 2026",
        "2026-12-05",
        "2026-12-05",
    ),
    "2 weeks after launch": (
        "Thursday 15 October 2026 = 2 weeks after Thursday 1 October 2026",
        "2026-10-15",
        "2026-10-15",
    ),
    "1 month after send-view": (
        "Monday 23 November 2026 = 1 month after Friday 23 October 2026",
        "2026-11-23",
        "2026-11-23",
    ),
    "TBC 2 weeks after launch": (
        "Thursday 15 October 2026 (to be confirmed) = 2 weeks after Thursday 1 October 2026",
        "2026-10-15",
        "2026-10-15",
    ),
    "with send-view": ("Friday 23 October 2026", "2026-10-23", "2026-10-23"),
    "send-view": ("Friday 23 October 2026", "2026-10-23", "2026-10-23"),
    "with early": ("before Thursday 1 October 2026", "2026-09-30", "2026-09-30"),
    "before early": ("before early, which is before Thursday 1 October 2026", "2026-09-29", "2026-09-29"),
    "5 days after early": (
        "5 days after early, by Monday 5 October 2026",
        "2026-10-05",
        "2026-10-05",
    ),
    "before send-view": ("before Friday 23 October 2026", "2026-10-22", "2026-10-22"),
    "with open": ("to be confirmed", None, None),
    "open": ("to be confirmed", None, None),
    "before open": ("before open, which is to be confirmed", None, None),
    "before fair": ("before Monday 2 to Wednesday 4 November 2026", "2026-11-01", "2026-11-01"),
    "after fair": ("after Monday 2 to Wednesday 4 November 2026", "2026-11-05", None),
    "fair": ("Monday 2 to Wednesday 4 November 2026", "2026-11-02", "2026-11-04"),
    "1 week before fair": (
        "Monday 26 October 2026 = 1 week before Monday 2 to Wednesday 4 November 2026",
        "2026-10-26",
        "2026-10-26",
    ),
    "1 week after fair": (
        "Wednesday 11 November 2026 = 1 week after Monday 2 to Wednesday 4 November 2026",
        "2026-11-11",
        "2026-11-11",
    ),
    "board-meeting": (
        "the Meeting of the board, which is in March 2027 (to be confirmed)",
        "2027-03-01",
        "2027-03-31",
    ),
    "before board-meeting": (
        "before the Meeting of the board, which is in March 2027 (to be confirmed)",
        "2027-02-28",
        "2027-03-30",
    ),
    "1 week before board-meeting": (
        "1 week before the Meeting of the board, between Monday 22 February 2027 and Wednesday 24 March 2027",
        "2027-02-22",
        "2027-03-24",
    ),
    "ending": ("ending, which is to be confirmed", None, None),
    "before ending": ("before ending, which is to be confirmed", None, None),
    "after ending": ("after ending, which is to be confirmed", None, None),
    "3 weeks after ending": ("3 weeks after ending, which is to be confirmed", None, None),
    "TBC before ending": ("before ending (to be confirmed)", None, None),
    "own hearing": (
        "own hearing, which is after Tuesday 8 December 2026 (to be confirmed)",
        "2026-12-09",
        None,
    ),
    "before own hearing": (
        "before own hearing, which is after Tuesday 8 December 2026 (to be confirmed)",
        "2026-12-08",
        None,
    ),
    "TBC after own hearing": (
        "after own hearing (to be confirmed), which is after Tuesday 8 December 2026",
        "2026-12-10",
        None,
    ),
    "first forum": ("Tuesday 8 December 2026", "2026-12-08", "2026-12-08"),
    "before first forum": ("before Tuesday 8 December 2026", "2026-12-07", "2026-12-07"),
    "after last forum": ("after Wednesday 10 March 2027", "2027-03-11", None),
    "last forum in winter-turn": ("Wednesday 9 December 2026", "2026-12-09", "2026-12-09"),
    "before first forum in spring-turn": ("before Tuesday 9 March 2027", "2027-03-08", "2027-03-08"),
    "first forum in nowhere": ("first forum in nowhere, which is to be confirmed", None, None),
    "before own nothing": ("before own nothing, which is to be confirmed", None, None),
    "with nothing-at-all": ("to be confirmed", None, None),
    "9999 months after launch": (
        "Thursday 1 January 2860 = 9999 months after Thursday 1 October 2026",
        "2860-01-01",
        "2860-01-01",
    ),
}

OPEN_CASES = {
    "before own forum": (
        "before own forum, which is on one of 4 days, 8 December 2026 to 10 March 2027",
        "2026-12-07",
        "2027-03-09",
    ),
    "after own forum": (
        "after own forum, which is on one of 4 days, 8 December 2026 to 10 March 2027",
        "2026-12-09",
        None,
    ),
    "own forum": (
        "own forum, which is on one of 4 days, 8 December 2026 to 10 March 2027",
        "2026-12-08",
        "2027-03-10",
    ),
    "10 working days after own forum": (
        "10 working days after own forum, between Tuesday 22 December 2026 and Wednesday 24 March 2027",
        "2026-12-22",
        "2027-03-24",
    ),
    "10 working days before own forum": (
        "10 working days before own forum, between Tuesday 24 November 2026 and Wednesday 24 February 2027",
        "2026-11-24",
        "2027-02-24",
    ),
    "before own hearing": (
        "before own hearing, which is after own forum (to be confirmed)",
        "2026-12-08",
        None,
    ),
    "after own second-hearing": (
        "after own Second hearing, which is to be confirmed",
        None,
        None,
    ),
    "first forum": ("Tuesday 8 December 2026", "2026-12-08", "2026-12-08"),
    "with send-view": ("Friday 23 October 2026", "2026-10-23", "2026-10-23"),
}


def _reads(due: str, people: str) -> tuple[str, str | None, str | None]:
    plan = plan_of(f"{DAYS}  act: {{do: Act, owner: ash, due: {due}}}\n", people)
    (task,) = plan.tasks_of("act")
    line = next(line for line in dues(plan).splitlines() if line.startswith("act/ash | "))
    earliest, latest = (day.isoformat() if day else None for day in (task.due.earliest, task.due.latest))
    return line.removeprefix("act/ash | "), earliest, latest


@pytest.mark.parametrize(("due", "reads"), NAMED_CASES.items())
def test_deadline_leans_on_a_known_day(due: str, reads: tuple[str, str | None, str | None]) -> None:
    assert _reads(due, NAMED) == reads


@pytest.mark.parametrize(("due", "reads"), OPEN_CASES.items())
def test_deadline_leans_on_an_own_meeting_that_is_not_known(
    due: str, reads: tuple[str, str | None, str | None]
) -> None:
    assert _reads(due, OPEN) == reads


def test_an_own_meeting_partly_known_is_one_of_those_left() -> None:
    people = PARTLY.replace("name: Birch, group: TBC", "name: Birch, group: coast")
    plan = plan_of(f"{DAYS}  act: {{do: Act, owner: birch, due: before own forum}}\n", people)
    assert plan.tasks_of("act")[0].due.text == (
        "before own forum, which is on one of 2 days, 8 December 2026 to 9 March 2027"
    )


@pytest.mark.parametrize(
    ("due", "exact", "day", "notice"),
    [
        ("launch", "2026-10-01", "2026-10-01", "2026-10-01"),
        ("before launch", None, None, "2026-09-30"),
        ("TBC launch", None, "2026-10-01", "2026-10-01"),
        ("March 2027", None, None, "2027-03-01"),
        ("by April 2027", None, None, "2027-04-01"),
        ("before Thursday 1 October 2026", None, None, "2026-09-30"),
        ("before own forum", None, None, "2026-12-07"),
        ("before own hearing", None, None, "2026-12-08"),
        ("TBC", None, None, None),
    ],
)
def test_only_a_day_somebody_named_is_exact(
    due: str, exact: str | None, day: str | None, notice: str | None
) -> None:
    plan = plan_of(f"{DAYS}  act: {{do: Act, owner: ash, due: {due}}}\n", OPEN)
    found = plan.tasks_of("act")[0].due
    assert [d.isoformat() if d else None for d in (found.exact, found.day, found.notice)] == [
        exact,
        day,
        notice,
    ]


def test_closures_and_bank_holidays_are_no_working_days() -> None:
    programme = """
events:
  talk: {title: Talk, date: Wednesday 23 December 2026}
actions:
  act: {do: Act, owner: team, due: 3 working days after talk}
  ahead: {do: Act ahead, owner: team, due: 3 working days before talk}
"""
    assert dues(plan_of(programme)) == expected(
        """
        act | Wednesday 30 December 2026 = 3 working days after Wednesday 23 December 2026
        ahead | Friday 18 December 2026 = 3 working days before Wednesday 23 December 2026
        """
    )
    closed = plan_of(programme, more="closures: [Tuesday 22 December 2026 to Monday 4 January 2027, TBC]\n")
    assert dues(closed) == expected(
        """
        act | Thursday 7 January 2027 = 3 working days after Wednesday 23 December 2026
        ahead | Thursday 17 December 2026 = 3 working days before Wednesday 23 December 2026
        """
    )


def test_the_date_of_an_event_leans_on_another_event_or_an_action() -> None:
    plan = plan_of(
        """
actions:
  decide: {do: Decide, owner: board, due: Friday 2 October 2026}
events:
  review: {title: Review, for: each authority in coast, date: 2 weeks after own visit}
  visit: {title: Visit, for: each authority in coast, date: 1 week after decide}
  dinner: {title: Dinner, date: after last review}
  lunch: {title: Lunch, date: first review}
"""
    )
    assert meetings(plan) == expected(
        """
        review/ash | Review, Ash | Friday 23 October 2026
        review/birch | Review, Birch | Friday 23 October 2026
        visit/ash | Visit, Ash | Friday 9 October 2026
        visit/birch | Visit, Birch | Friday 9 October 2026
        dinner | Dinner | after Friday 23 October 2026
        lunch | Lunch | Friday 23 October 2026
        """
    )


def test_sums_that_leave_the_calendar_are_not_known() -> None:
    links = 12
    later = "".join(
        f"  later-{n}: {{do: Act, owner: team, due: 9999 months after {f'later-{n - 1}' if n else 'talk'}}}\n"
        f"  sooner-{n}: {{do: Act, owner: team, due: 9999 weeks before {f'sooner-{n - 1}' if n else 'talk'}}}\n"
        for n in range(links)
    )
    plan = plan_of(f"events:\n  talk: {{title: Talk, date: 1 March 2027}}\nactions:\n{later}")
    late, soon = ([plan.tasks_of(f"{way}-{n}")[0].due for n in range(links)] for way in ("later", "sooner"))
    assert [due.latest.year if due.latest else None for due in late][7:] == [8693, 9526, None, None, None]
    assert [due.latest.year if due.latest else None for due in soon][8:] == [302, 110, None, None]
    assert late[9].text == "9999 months after Tuesday 1 June 9526"


def test_the_day_an_action_may_begin_leans_too() -> None:
    plan = plan_of(
        f"{FORUM}\nactions:\n  a: {{do: Act, owner: each authority in coast, from: after own forum, due: TBC}}\n"
    )
    assert [task.start.text for task in plan.tasks if task.start] == [
        "after Tuesday 8 December 2026",
        "after Tuesday 9 March 2027",
    ]
