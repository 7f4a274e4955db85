"""Who may see a finding: its own authority and the team, and beyond them only whom it is shared with."""

from typing import Any

import pytest

from peercycle.progress.finding import Finding, Kind
from peercycle.schedule.plan import Plan
from peercycle.schedule.sharing import beyond, comers, may_see, own_sees, reader_of, team
from peercycle.schedule.subject import ANYONE, Subject
from tests.schedule.notes import PEOPLE, cycle, noted, progress
from tests.schedule.small_cycles import OPEN

PLAN = cycle()
UNNAMED = cycle("  inspectors: {name: Inspectors}\n" + OPEN)
EVERYONE = ("ash", "birch", "elm", "fir", "team", "board", "inspectors")


def seeing(plan: Plan, kind: Kind, **more: Any) -> str:
    """Return the ids of those who may see a finding about Ash."""
    (found,) = progress(noted("ash", kind, "Text", **more)).findings
    return " ".join(key for key in EVERYONE if may_see(plan, found, reader_of(plan, key)))


@pytest.mark.parametrize(
    ("kind", "more", "seen_by"),
    [
        ("headline", {}, "ash team"),
        ("headline", {"shared_with": ("elm",)}, "ash elm team"),
        ("headline", {"shared_with": ("coast",)}, "ash birch team"),
        ("headline", {"shared_with": ("moor", "board")}, "ash elm fir team board"),
        ("headline", {"shared_with": ("all",)}, "ash birch elm fir team"),
        ("headline", {"shared_with": ("all", "inspectors")}, "ash birch elm fir team inspectors"),
        ("headline", {"shared_with": ("nobody-known",)}, "ash team"),
        ("support-request", {"shared_with": ("elm",)}, "ash elm team"),
        # who takes an action forward knows of it; that it is called "all" makes it nobody else's
        ("immediate-action", {"owner": "ash"}, "ash team"),
        ("immediate-action", {"owner": "elm"}, "ash elm team"),
        ("immediate-action", {"owner": "moor"}, "ash elm fir team"),
        ("immediate-action", {"owner": "board"}, "ash team board"),
        ("immediate-action", {"owner": "all"}, "ash team"),
        # what its own authority is not shown, no authority is, whatever the log says
        ("placement", {"judged": "placement-self"}, "ash team"),
        ("placement", {"judged": "placement-preliminary"}, "team"),
        ("placement", {"judged": "placement-preliminary", "shared_with": ("all", "ash")}, "team"),
        ("placement", {"judged": "placement-preliminary", "shared_with": ("board",)}, "team board"),
        ("placement", {"judged": "placement-by-hand", "shared_with": ("all",)}, "team"),
        ("placement", {}, "ash team"),
        ("conversation-notes", {}, "ash team"),
        ("conversation-date", {"shared_with": ("inspectors",)}, "ash team inspectors"),
        ("focus", {"shared_with": ("birch",)}, "ash birch team"),
    ],
)
def test_a_finding_is_seen_by(kind: Kind, more: dict[str, Any], seen_by: str) -> None:
    assert seeing(PLAN, kind, **more) == seen_by


def test_a_group_whose_members_are_open_brings_nobody_to_see_it() -> None:
    assert seeing(UNNAMED, "headline", shared_with=("coast",)) == "ash team"
    (found,) = progress(noted("ash", "headline", "Text", shared_with=("coast",))).findings
    assert may_see(UNNAMED, found, Subject(group="coast"))
    assert not may_see(UNNAMED, found, Subject(group="moor"))
    assert not may_see(UNNAMED, found, ANYONE)


def test_a_finding_about_nobody_of_the_cycle_is_shown_to_no_authority() -> None:
    (found,) = progress(noted("elsewhere", "headline", "Text", shared_with=("all",))).findings
    assert [key for key in EVERYONE if may_see(PLAN, found, reader_of(PLAN, key))] == ["team"]


@pytest.mark.parametrize(
    ("shown_to", "sees"),
    [
        ("own authority", True),
        ("each authority", True),
        ("each authority in coast", True),
        ("each authority in winter-turn", True),
        ("each authority in moor", False),
        ("each authority in own group", True),
        ("own group", True),
        ("each authority challenged", True),
        ("each lead authority", True),
        ("each group", False),
        ("ash", True),
        ("coast", True),
        ("elm", False),
        ("team", False),
        ("TBC", False),
    ],
)
def test_an_authority_is_shown_its_own_as_far_as_the_paper_says(shown_to: str, *, sees: bool) -> None:
    papers = f"\ndocuments:\n  view: {{title: V}}\n  headlines: {{title: H, per: authority, shown-to: [{shown_to}]}}\n"
    programme = "actions: {a: {do: A, owner: team, due: 6 November 2026}}"
    plan = cycle(papers=papers, more="", programme=programme)
    assert own_sees(plan, "ash", Finding("headline", "Text")) is sees


@pytest.mark.parametrize(
    ("kind", "shared_with", "further"),
    [
        ("headline", ("birch", "coast", "team"), ()),
        ("headline", ("elm", "moor", "all", "board"), ("elm", "moor", "all", "board")),
        ("good-practice", ("elm", "moor", "all", "team"), ()),
        ("good-practice", ("inspectors",), ("inspectors",)),
        ("support-request", ("birch", "team"), ("birch",)),
        ("immediate-action", ("elm", "all", "board"), ()),
        ("focus", ("elm",), ()),
    ],
)
def test_what_goes_further_than_the_paper(
    kind: Kind, shared_with: tuple[str, ...], further: tuple[str, ...]
) -> None:
    assert beyond(PLAN, "ash", Finding(kind, "Text", shared_with=shared_with)) == further


@pytest.mark.parametrize(
    ("meeting", "expected"),
    [
        ("forum/winter-turn/coast", ["ash", "birch"]),
        ("market", ["ash", "birch", "elm", "fir"]),
        ("board-meeting", ["board"]),
        ("conversation/elm", ["elm", "inspectors"]),
    ],
)
def test_everyone_who_comes(meeting: str, expected: list[str]) -> None:
    held = next(each for each in PLAN.meetings if each.id == meeting)
    assert [subject.authority or subject.body for subject in comers(PLAN, held)] == expected


@pytest.mark.parametrize(
    ("attends", "expected"),
    [
        ("", [ANYONE]),
        ("attends: {each authority in own group: all}", [Subject(group="coast", count=None, unnamed=True)]),
        ("attends: {own lead authority: all}", ["ash"]),
        ("attends: {each authority challenged: all}", [ANYONE]),
        ("attends: {coast: all}", [Subject(group="coast", count=None, unnamed=True)]),
        ("attends: {elm: all}", ["elm"]),
        ("attends: {elm: all}\n    facilitator: inspectors", ["elm", "inspectors"]),
        ("attends: {elm: all}\n    held-by: board", ["elm", "board"]),
        ("attends: {elm: all}\n    held-by: board\n    facilitator: team", ["elm", "team"]),
        ("held-by: board", [ANYONE]),
        ("attends: {some authority: all}", [ANYONE]),
        ("attends: {winter-turn: all}", [Subject(round="winter-turn")]),
    ],
)
def test_whoever_is_not_known_may_be_anyone(attends: str, expected: list[Any]) -> None:
    programme = (
        "events:\n  forum:\n    title: F\n    for: each group in each round\n    date: 8 December 2026\n"
        + (f"    {attends}\n" if attends else "")
        + "actions: {a: {do: A, owner: team, due: 6 November 2026}}\n"
    )
    plan = cycle("  inspectors: {name: Inspectors}\n" + OPEN, more="", programme=programme)
    held = next(each for each in plan.meetings if each.id == "forum/winter-turn/coast")
    assert [subject.authority or subject.body or subject for subject in comers(plan, held)] == expected


def test_the_team_is_who_most_papers_are_sent_to() -> None:
    assert team(PLAN.cycle) == "team"
    nobody = cycle(PEOPLE, more="", programme="actions: {a: {do: A, owner: team, due: 6 November 2026}}")
    assert team(nobody.cycle) is None
    (found,) = progress(noted("ash", "headline", "Text")).findings
    assert not may_see(nobody, found, Subject(body="team"))
