"""Memberships as far as they are known, and what things and people are called."""

import pytest

from peercycle.model.owner import Many, Party
from peercycle.schedule import names
from peercycle.schedule.cast import Cast, known
from peercycle.schedule.subject import Subject
from tests.schedule.small_cycles import FORUM, NAMED, OPEN, PARTLY, cycle_of, plan_of

EMPTY = "events: {}\n"
ALONE = NAMED.partition("groups:")[0] + "authorities:\n  ash: {name: Ash}\n"


def test_members_and_turns_as_far_as_known() -> None:
    cast = Cast(cycle_of(EMPTY, PARTLY))
    assert cast.members("coast") == ("ash",)
    assert cast.members("moor") == cast.members(None) == ()
    assert cast.turn("winter-turn", None) == cast.turn("winter-turn", "coast") == ("ash",)
    assert cast.turn(None, None) == ("ash", "birch", "elm", "fir")
    assert cast.turn("winter-turn", "moor") == ()


@pytest.mark.parametrize(
    ("people", "all_known"), [(NAMED, True), (PARTLY, False), (OPEN, False), (ALONE, True)]
)
def test_whether_memberships_are_known(people: str, all_known: bool) -> None:  # noqa: FBT001
    assert Cast(cycle_of(EMPTY, people)).memberships_known() is all_known


@pytest.mark.parametrize(
    ("people", "numbers"),
    [
        (NAMED, [0, 0, 0]),
        (PARTLY, [1, 2, 0]),
        (OPEN, [2, 2, 0]),
        (OPEN.replace("authorities: 2}", "authorities: TBC}"), [None, None, 0]),
        (OPEN.replace("December 2026, authorities: 2", "December 2026"), [2, 2, 0]),
        (OPEN.replace("authorities: 2", "authorities: 4").replace(", authorities: 4}\n  spring", "}\n  spring"), [0, 4, 0]),
    ],
)  # fmt: skip
def test_how_many_of_a_round_are_not_yet_named(people: str, numbers: list[int | None]) -> None:
    cast = Cast(cycle_of(EMPTY, people))
    assert [cast.unnamed(key) for key in ("winter-turn", "spring-turn", "nowhere")] == numbers


def test_no_number_is_left_for_rounds_once_all_are_placed() -> None:
    people = OPEN.replace("March 2027, authorities: 2", "March 2027, authorities: TBC").replace(
        "rounds:", "rounds:\n  autumn-turn: {title: Third, when: May 2027}"
    )
    assert Cast(cycle_of(EMPTY, people.replace("authorities: 2", "authorities: 4"))).shares(4) == (
        ("winter-turn", 4),
    )


@pytest.mark.parametrize(("ref", "found"), [(None, None), ("TBC", None), ("ash", "ash")])
def test_what_is_to_be_confirmed_is_not_known(ref: str | None, found: str | None) -> None:
    assert known(ref) == found


def test_own_phrases_mean_nobody_in_particular_outside_a_meeting() -> None:
    own = Party("own group", tbc=False, role="", who="", many=Many("own group", "own-group"))
    assert Cast(cycle_of(EMPTY)).expand((own, own)) == (Subject(count=None, unnamed=True),)


@pytest.mark.parametrize(
    ("key", "said"),
    [
        (None, "nobody named"),
        ("TBC", "nobody named"),
        ("ash", "Ash"),
        ("team", "Improvement team"),
        ("nowhere", "nowhere"),
    ],
)
def test_who_can_answer(key: str | None, said: str) -> None:
    assert names.anyone(cycle_of(EMPTY), key) == said


def test_regions_words_and_short_names() -> None:
    cycle = cycle_of(EMPTY, f"words: {{group: BPN, authority: borough}}\n{NAMED}".replace("words", "words"))
    assert names.authorities(cycle, 1) == "1 borough"
    assert names.authorities(cycle, None) == "some boroughs"
    assert names.authorities(cycle_of(EMPTY), 2) == "2 authorities"
    assert names.post(cycle, "board", "chair") == "Chair"
    assert names.post(cycle, "nowhere", "dcs") == "Director"
    assert names.role(cycle, "stranger") == "stranger"


def test_own_meetings_and_where_things_stand_in_the_file() -> None:
    plan = plan_of(f"{FORUM}actions:\n  act: {{do: Act, owner: team, due: TBC}}\n", PARTLY)
    assert [held.id for held in plan.own("forum", plan.cast.authorities["ash"])] == [
        "forum/winter-turn/coast"
    ]
    assert len(plan.own("forum", plan.cast.authorities["birch"])) == 4
    assert len(plan.own("forum", Subject(group="moor"))) == 2
    assert plan.place("forum", "date") == ("phases", "work", "events", "forum", "date")
    assert plan.place("act") == ("phases", "work", "actions", "act")
