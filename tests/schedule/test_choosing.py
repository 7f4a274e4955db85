"""What an id picks: only what is its own, or may be while memberships are open."""

import pytest

from peercycle.schedule.choosing import NothingCalled, chosen, meant
from tests.schedule.small_cycles import FORUM, NAMED, OPEN, PARTLY, expected, plan_of

CHALLENGED = NAMED.replace("{name: Elm,", "{name: Elm, challengers: [fir],")
PROGRAMME = (
    FORUM.rstrip()
    + """
    held-by: own group
  launch: {title: Launch, date: TBC, held-by: board}
  hearing: {title: Hearing, for: each authority, date: TBC, attends: {board: [chair]}}
  second: {title: Second hearing, for: some authorities, date: TBC}
actions:
  send: {do: Send, owner: each authority, due: TBC, sign-off: [dcs]}
  serve: {do: Serve, owner: team, for: each authority, due: {winter-turn: TBC, spring-turn: TBC}}
  forward: {do: Forward, owner: each group in each round, due: TBC}
  tell: {do: Tell, owner: board, due: TBC}
  note: {do: Note, owner: lead-member of each authority in moor, due: TBC}
  lead: {do: Lead, owner: lead-challenger of elm, due: TBC}
  choose: {do: Choose, owner: some authorities, due: TBC}
  nobody: {do: Act, owner: TBC, due: TBC}
"""
)

PICKED = {
    "an authority": (
        "ash",
        CHALLENGED,
        """
        forum/winter-turn/coast forum/spring-turn/coast launch hearing/ash second
        send/ash serve/ash forward/winter-turn/coast forward/spring-turn/coast choose
        """,
    ),
    "an authority that challenges another": (
        "fir",
        CHALLENGED,
        """
        forum/winter-turn/moor forum/spring-turn/moor launch hearing/fir second
        send/fir serve/fir forward/winter-turn/moor forward/spring-turn/moor note/fir lead/fir/elm choose
        """,
    ),
    "an authority that knows neither group nor round": (
        "birch",
        OPEN,
        """
        forum/winter-turn/coast forum/winter-turn/moor forum/spring-turn/coast forum/spring-turn/moor
        launch hearing/birch second send/birch serve/winter-turn serve/spring-turn note/moor choose
        """,
    ),
    "an authority that is named while others are not": (
        "ash",
        PARTLY,
        """
        forum/winter-turn/coast forum/spring-turn/coast launch hearing/ash second
        send/ash serve/ash forward/winter-turn/coast forward/spring-turn/coast choose
        """,
    ),
    "a group": (
        "moor",
        CHALLENGED,
        """
        forum/winter-turn/moor forum/spring-turn/moor hearing/elm hearing/fir send/elm send/fir serve/elm serve/fir
        forward/winter-turn/moor forward/spring-turn/moor note/elm note/fir lead/fir/elm
        """,
    ),
    "a round": (
        "winter-turn",
        OPEN,
        """
        forum/winter-turn/coast forum/winter-turn/moor serve/winter-turn
        forward/winter-turn/coast forward/winter-turn/moor
        """,
    ),
    "a body": ("board", NAMED, "launch hearing/ash hearing/birch hearing/elm hearing/fir tell"),
    "another body": ("team", NAMED, "serve/ash serve/birch serve/elm serve/fir"),
    "a role that owns": ("lead-member", NAMED, "note/elm note/fir"),
    "a role that signs": ("dcs", NAMED, "send/ash send/birch send/elm send/fir"),
    "an action": ("note", NAMED, "note/elm note/fir"),
    "an event": ("launch", NAMED, "launch"),
    "a prefix": ("forum/spring-turn", NAMED, "forum/spring-turn/coast forum/spring-turn/moor"),
    "one meeting": ("hearing/ash", NAMED, "hearing/ash"),
    "no prefix of letters": (
        "forward/winter-turn",
        NAMED,
        "forward/winter-turn/coast forward/winter-turn/moor",
    ),
}


@pytest.mark.parametrize(("key", "people", "ids"), PICKED.values(), ids=PICKED.keys())
def test_an_id_picks_these(key: str, people: str, ids: str) -> None:
    assert [step.id for step in chosen(plan_of(PROGRAMME, people), key)] == expected(ids).split()


@pytest.mark.parametrize(
    ("key", "ids"),
    [
        ("panel", "talk walk"),
        ("team", "talk"),
        ("circle", "talk"),
        ("board", ""),
    ],
)
def test_a_body_picks_what_those_who_sit_on_it_and_on_others_come_to(key: str, ids: str) -> None:
    bodies = """
  panel: {name: Panel, members: {each lead authority: [dcs], team: [coordinator]}}
  circle: {name: Circle, members: {panel: all, circle: all}}
"""
    programme = """
events:
  talk: {title: Talk, date: TBC, attends: {circle: all}}
  walk: {title: Walk, date: TBC, attends: {panel: [chair]}}
"""
    plan = plan_of(programme, f"{bodies}{NAMED}", papers="")
    assert [step.id for step in chosen(plan, key)] == ids.split()


def test_an_action_that_makes_no_task_picks_nothing() -> None:
    plan = plan_of(
        "actions:\n  a: {do: A, owner: ash, due: TBC, except: {ash: {excused: true, because: New.}}}\n"
    )
    assert chosen(plan, "a") == ()


@pytest.mark.parametrize(
    ("key", "nearest"), [("Ahs", ("ash",)), ("sned", ("send",)), ("forums", ("forum",)), ("zzzzz", ())]
)
def test_an_id_that_nothing_has_names_the_nearest(key: str, nearest: tuple[str, ...]) -> None:
    with pytest.raises(NothingCalled, match=f"nothing in this cycle is called '{key}'") as raised:
        chosen(plan_of(PROGRAMME), key)
    assert raised.value.nearest[:1] == nearest


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("ash", "ash"),
        ("ASH", "ash"),
        ("Coast group", "coast"),
        ("improvement  TEAM ", "team"),
        ("Forum/Winter-Turn/", "forum/winter-turn"),
        ("Lead-Member", "lead-member"),
        ("Lead Member", "lead member"),  # the roles go by their ids
        ("Nobody", "nobody"),
        ("", ""),
    ],
)
def test_what_a_person_means(written: str, key: str) -> None:
    assert meant(plan_of(PROGRAMME, CHALLENGED), written) == key


def test_an_id_comes_before_a_name() -> None:
    plan = plan_of(
        PROGRAMME,
        CHALLENGED.replace("name: Ash", "name: Fir").replace(
            "name: Fir, group: moor", "name: Ash, group: moor"
        ),
    )
    assert [plan.cycle.authorities[key].name for key in ("ash", "fir")] == ["Fir", "Ash"]
    assert [meant(plan, written) for written in ("Ash", "Fir", "Elm")] == ["ash", "fir", "elm"]
