"""The checklists of those who share a duty: what a group has to do, and who takes the chair."""

from pathlib import Path

import pytest

from peercycle.documents.kinds import KINDS
from peercycle.documents.meetings_of_authority import attended, meeting_entry
from peercycle.documents.people import chairing
from peercycle.documents.wording import Wording
from tests.cycles.files import plan
from tests.documents.made import MADE_UP, REAL, edition, edition_of, markdown, section
from tests.documents.small_checklists import PROGRAMME
from tests.schedule.small_cycles import FORUM, NAMED, OPEN, plan_of

REAL_AUTHORITIES = list(plan(REAL).cycle.authorities)
MADE_UP_AUTHORITIES = list(plan(MADE_UP).cycle.authorities)
REAL_DAYS = ["2017-06-01", "2017-10-30", "2017-12-01", "2017-12-13", "2018-01-11", "2018-02-02", "2018-09-01"]


SHARED = """
  carry:
    do: Carry it out
    owner: each group in each round
    due: 2 weeks after own forum
    to: team
    needs: [list]
  allot:
    do: Share it out
    owner: each group
    due: Thursday 1 April 2027
    sign-off: [dcs]
  keep:
    do: Keep the list
    owner: each group
    due: {coast: Monday 5 April 2027, moor: Tuesday 6 April 2027}
  lead:
    do: Lead the way
    owner: moor
    due: Friday 2 April 2027
"""
IN_COAST = [
    "| By Tuesday 22 December 2026 (2 weeks after Tuesday 8 December 2026) | Carry it out. This is about the Winter turn round. To: the Improvement team | The Coast group, led by Ash |",
    "| By Tuesday 23 March 2027 (2 weeks after Tuesday 9 March 2027) | Carry it out. This is about the Spring turn round. To: the Improvement team | The Coast group, led by Ash |",
    "| By Thursday 1 April 2027 | Share it out | The Coast group, led by Ash; signed by Director |",
    "| By Monday 5 April 2027 | Keep the list | The Coast group, led by Ash |",
]  # fmt: skip
IN_MOOR = [
    "| By Wednesday 23 December 2026 (2 weeks after Wednesday 9 December 2026) | Carry it out. This is about the Winter turn round. To: the Improvement team | The Moor group, led by Elm |",
    "| By Wednesday 24 March 2027 (2 weeks after Wednesday 10 March 2027) | Carry it out. This is about the Spring turn round. To: the Improvement team | The Moor group, led by Elm |",
    "| By Thursday 1 April 2027 | Share it out | The Moor group, led by Elm; signed by Director |",
    "| By Friday 2 April 2027 | Lead the way | The Moor group, led by Elm |",
    "| By Tuesday 6 April 2027 | Keep the list | The Moor group, led by Elm |",
]  # fmt: skip
IN_ONE_OF_THEM = [
    "| 2 weeks after the Winter turn forum of your group | Carry it out. This is about the Winter turn round. To: the Improvement team | Your group |",
    "| 2 weeks after the Spring turn forum of your group | Carry it out. This is about the Spring turn round. To: the Improvement team | Your group |",
    "| By Thursday 1 April 2027 | Share it out | Your group; signed by Director |",
    "| One of 2 days, 5 to 6 April 2027 | Keep the list | Your group |",
]  # fmt: skip


@pytest.mark.parametrize(
    ("authority", "people", "expected"),
    [
        ("ash", NAMED, IN_COAST),
        ("birch", NAMED, IN_COAST),
        ("fir", NAMED, IN_MOOR),
        ("birch", OPEN, IN_ONE_OF_THEM),
    ],
)
def test_what_a_group_has_to_do_is_on_the_checklist_of_each_member(
    authority: str, people: str, expected: list[str]
) -> None:
    text = markdown(
        edition_of(plan_of(FORUM + PROGRAMME + SHARED, people), "2026-10-01"), "checklist", authority
    )
    rows = section(text, "Later").splitlines()
    doing = ("Carry it out", "Share it out", "Keep the list", "Lead the way")
    assert [row for row in rows if any(do in row for do in doing)] == expected


def test_what_a_group_has_to_do_is_ticked_and_missed_with_its_name() -> None:
    programme = FORUM + PROGRAMME + SHARED
    soon = markdown(edition_of(plan_of(programme), "2026-12-14"), "checklist", "birch")
    assert (
        "- [ ] **Carry it out**, by Tuesday 22 December 2026 (2 weeks after Tuesday 8 December 2026). This is about the Winter "
        "turn round. To: the Improvement team. You need: list. Who: **the Coast group, led by Ash**."
    ) in soon
    passed = markdown(edition_of(plan_of(programme), "2027-01-04"), "checklist", "birch")
    assert (
        "- **By Tuesday 22 December 2026 (2 weeks after Tuesday 8 December 2026):** Carry it out. This is about the Winter turn "
        "round. To: the Improvement team. Who: the Coast group, led by Ash."
    ) in passed


def test_two_ticks_of_a_group_have_two_names() -> None:
    of = edition_of(
        plan_of((FORUM + PROGRAMME + SHARED).replace("2 weeks after own forum", "Friday 4 December 2026")),
        "2026-12-01",
    )
    ids = [row["id"] for row in KINDS["checklist"].view(of, "birch")["soon"]]
    assert {"carry-winter-turn", "carry-spring-turn"} < set(ids)
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("authority", REAL_AUTHORITIES)
def test_the_actions_of_the_groups_reach_everybody_once(authority: str) -> None:
    text = markdown(edition(REAL, "2017-12-01"), "checklist", authority)
    assert [text.count(f"{do} the BPN") for do in (
        "Take the immediate actions from the forum forward within", "January forum's immediate actions forward within",
    )] == [2, 1]  # fmt: skip


CHAIRED = [
    (MADE_UP, "hollinsea", "forum-december",
     "Your DCS takes the chair; while you are challenged, the DCS of Juniper Bay takes it"),
    (MADE_UP, "hollinsea", "forum-january", "Your DCS takes the chair"),
    (MADE_UP, "juniper-bay", "forum-december", "Your DCS takes the chair while Hollinsea is challenged"),
    (MADE_UP, "juniper-bay", "forum-january", ""),
    (MADE_UP, "cobblewick", "forum-december", ""),
    (MADE_UP, "wharrowdale", "forum-december", "Your DCS takes the chair"),
    (MADE_UP, "wharrowdale", "forum-january",
     "Your DCS takes the chair; while you are challenged, the DCS of Elverthorpe takes it"),
    (MADE_UP, "elverthorpe", "forum-january", "Your DCS takes the chair while Wharrowdale is challenged"),
    (MADE_UP, "elverthorpe", "forum-december", ""),
    (REAL, "trafford", "forum-december", ""),
]  # fmt: skip


@pytest.mark.parametrize(("path", "authority", "meeting", "expected"), CHAIRED)
def test_who_takes_the_chair_is_told_so(path: Path, authority: str, meeting: str, expected: str) -> None:
    of = edition(path, "2026-11-23" if path is MADE_UP else "2017-12-01")
    words = Wording(of.cycle)
    words.role("dcs")
    entries = [meeting_entry(of, going, authority, words) for going in attended(of.plan, authority)]
    (entry,) = [entry for entry in entries if entry["id"] == meeting]
    assert [note for note in entry["notes"] if "chair" in note] == [expected] * bool(expected)


@pytest.mark.parametrize(
    ("chair", "expected"),
    [
        ("chair: ash", ["You take the chair; while you are challenged, another member takes it", ""]),
        (
            "{chair: ash, stand-in: birch}",
            [
                "You take the chair; while you are challenged, Birch takes it",
                "You take the chair while Ash is challenged",
            ],
        ),
        (
            "{chair: dcs of ash, stand-in: TBC}",
            [
                "Your Director takes the chair; while you are challenged, a stand-in, to be confirmed, takes it",
                "",
            ],
        ),
        ("chair: birch", ["", "You take the chair"]),  # whose own turn is another day
        ("chair: chair of board", ["", ""]),
        ("chair: TBC", ["", ""]),
    ],
)
def test_the_chair_may_be_an_authority_or_a_post(chair: str, expected: list[str]) -> None:
    lines = "".join(f"    {line.strip(' {}')}\n" for line in chair.split(","))
    of = edition_of(
        plan_of(FORUM.rstrip("\n") + f"\n    attends: {{each authority in own group: all}}\n{lines}"),
        "2026-10-01",
    )
    (meeting,) = [held for held in of.plan.meetings if held.id == "forum/winter-turn/coast"]
    said = [chairing(of, meeting, authority, Wording(of.cycle)) for authority in ("ash", "birch")]
    assert said == expected


def test_at_a_meeting_of_its_own_nobody_is_challenged() -> None:
    talk = "events: {talk: {title: Talk, for: each authority, date: Tuesday 8 December 2026, chair: ash}}"
    of = edition_of(plan_of(talk), "2026-10-01")
    assert [chairing(of, of.plan.meetings[0], key, Wording(of.cycle)) for key in ("ash", "birch")] == [
        "You take the chair",
        "",
    ]
