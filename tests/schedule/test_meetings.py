"""Who comes to a meeting in what part, and what is arranged for it."""

import pytest

from peercycle.schedule.arrangements import Arrangements, arrangements
from peercycle.schedule.attendance import asked, part, seats, seats_of_body
from tests.schedule.small_cycles import NAMED, OPEN, plan_of

ATTENDS = {
    "everyone": ("each authority: [dcs]", "ash birch elm fir"),
    "one round": ("each authority in winter-turn: [dcs]", "ash elm"),
    "one group": ("each authority in moor: [dcs]", "elm fir"),
    "leads": ("each lead authority: [dcs]", "ash elm"),
    "the own group": ("each authority in own group: [dcs]", "ash birch"),
    "the group itself": ("own group: [dcs]", "ash birch"),
    "those challenged": ("each authority challenged: [dcs]", "ash"),
    "the own authority": ("own authority: [dcs]", "ash"),
    "the own lead": ("own lead authority: [dcs]", "ash"),
    "one by its id": ("fir: [dcs]", "fir"),
    "a group by its id": ("moor: [dcs]", "elm fir"),
    "a body": ("team: [dcs]", ""),
    "some": ("some authorities: [dcs]", ""),
    "nobody": ("TBC", ""),
}


@pytest.mark.parametrize(("attends", "who"), ATTENDS.values(), ids=ATTENDS.keys())
def test_who_comes(attends: str, who: str) -> None:
    said = attends if attends == "TBC" else f"{{{attends}}}"
    plan = plan_of(
        f"events:\n  talk: {{title: Talk, for: each group in each round, date: TBC, attends: {said}}}\n"
    )
    first = plan.meetings[0]
    asked = {key: seats(plan, first, key) for key in plan.cycle.authorities}
    assert [key for key, found in asked.items() if found is not None] == who.split()
    assert all(found is None or [seat.role for seat in found] == ["dcs"] for found in asked.values())


def test_members_of_a_body_that_comes_are_asked_too() -> None:
    bodies = """
  panel: {name: Panel, members: {each lead authority: [dcs], board: all, team: [chair]}}
  circle: {name: Circle, members: {circle: all, panel: all, birch: [one lead-member]}}
"""
    plan = plan_of(
        "events:\n  talk: {title: Talk, date: TBC, attends: {circle: all, each authority in coast: [dcs]}}\n"
        "  walk: {title: Walk, date: TBC, attends: {panel: [chair]}}\n",
        f"{bodies}{NAMED}".replace("groups:", "groups:"),
        papers="",
    )
    talk, walk = plan.meetings
    found = {key: seats(plan, talk, key) for key in plan.cycle.authorities}
    assert {key: [seat.role for seat in held or ()] for key, held in found.items()} == {
        "ash": ["dcs"],
        "birch": ["dcs", "lead-member"],
        "elm": ["dcs"],
        "fir": [],
    }
    assert found["fir"] is None
    assert seats(plan, walk, "ash") is None


ASKED = {
    "one post": ("{board: [chair]}", ["chair of board"]),
    "a post in the phrase": ("{chair of board: all}", ["chair of board"]),
    "a role in the phrase": ("{dcs of each authority in coast: all}", ["dcs of ash", "dcs of birch"]),
    "a body and its posts": ("{board: all}", ["chair of board", "board"]),
    "a body that sits on one": ("{panel: all}", ["dcs of ash", "dcs of elm", "dcs of team", "analyst of panel", "panel"]),
    "one post of such a body": ("{panel: [analyst]}", ["analyst of panel"]),
    "one in the phrase": ("{analyst of panel: all}", ["analyst of panel"]),
    "a post and all": ("{board: [chair], circle: all}", ["chair of board", "board", "circle"]),
    "whoever they like": ("{ash: all, birch: [one dcs]}", ["ash", "dcs of birch"]),
    "all, and a post as a member": ("{ash: all, panel: all}", ["ash", "dcs of elm", "dcs of team", "analyst of panel", "panel"]),
    "nobody": ("TBC", []),
}  # fmt: skip
BODIES = """
  panel: {name: Panel, posts: {analyst: Analyst}, members: {each lead authority: [dcs], team: [dcs]}}
  circle: {name: Circle, members: {board: all}}
"""


@pytest.mark.parametrize(("attends", "who"), ASKED.values(), ids=ASKED.keys())
def test_everyone_who_is_asked_by_authorities_and_bodies(attends: str, who: list[str]) -> None:
    programme = f"events:\n  talk: {{title: Talk, date: TBC, attends: {attends}}}\n"
    plan = plan_of(programme, f"{BODIES}{NAMED}", papers="")
    assert list(asked(plan, plan.meetings[0])) == who


def test_a_body_is_asked_for_all_of_its_posts_or_for_some_or_not_at_all() -> None:
    programme = "events:\n  talk: {title: Talk, date: TBC, attends: {board: [chair], circle: [dcs]}}\n"
    plan = plan_of(programme, f"{BODIES}{NAMED}", papers="")
    found = {key: seats_of_body(plan, plan.meetings[0], key) for key in ("board", "circle", "panel")}
    assert {key: held and [seat.role for seat in held] for key, held in found.items()} == {
        "board": ["chair"], "circle": ["dcs"], "panel": None,
    }  # fmt: skip


def test_its_own_meeting_asks_an_authority_whoever_is_named() -> None:
    plan = plan_of("events:\n  talk: {title: Talk, for: [ash], date: TBC, attends: {team: all}}\n")
    assert seats(plan, plan.meetings[0], "ash") == ()
    assert seats(plan, plan.meetings[0], "fir") is None


@pytest.mark.parametrize(
    ("whom", "people", "parts"),
    [
        ("each group in each round", NAMED, ["challenged", "challenger"]),
        ("each group in each round", OPEN, ["open", "open"]),
        ("each round", NAMED, ["challenged", "challenger"]),
        ("each round", OPEN.replace("group: TBC", "group: coast"), ["open", "open"]),
        ("each round", NAMED.replace("group: coast", "group: TBC"), ["challenged", "challenger"]),
        ("each group", NAMED, ["", ""]),
        ("[ash]", NAMED, ["", ""]),
    ],
)
def test_part_in_a_meeting_of_a_round(whom: str, people: str, parts: list[str]) -> None:
    plan = plan_of(f"events:\n  talk: {{title: Talk, for: {whom}, date: TBC}}\n", people)
    assert [part(plan, plan.meetings[0], key) for key in ("ash", "birch")] == parts


def _arranged(rest: str, people: str = NAMED) -> Arrangements:
    plan = plan_of(f"events:\n  talk: {{title: Talk, for: each authority, date: TBC, {rest}}}\n", people)
    return arrangements(plan, plan.meetings[0])


def test_what_is_arranged_and_what_is_open() -> None:
    known = _arranged("time: 10am to midday, place: Ashtown, room: The hall, chair: team")
    assert (known.hours, known.where, known.open) == ("10am to midday", "The hall, Ashtown", ())
    assert known.chair is not None
    assert known.chair.who == "team"
    nothing = _arranged("produces: []")
    assert (nothing.hours, nothing.where, nothing.open) == ("", "", ())
    unsure = _arranged("time: TBC 5pm, place: Ashtown, room: TBC, chair: TBC")
    assert (unsure.hours, unsure.where, unsure.open) == ("", "Ashtown", ("time", "room", "chair"))


def test_a_cell_nobody_can_choose_yet_is_open() -> None:
    grid = "place: {winter-turn: Ashtown, spring-turn: Elmtown}"
    assert (_arranged(grid).place, _arranged(grid).open) == ("Ashtown", ())
    assert (_arranged(grid, OPEN).place, _arranged(grid, OPEN).open) == (None, ("place",))
