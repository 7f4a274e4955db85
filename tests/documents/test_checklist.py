"""Checklists: what an authority reads, and what it never reads."""

import re
from pathlib import Path

import pytest

from peercycle.documents.kinds import KINDS
from tests.cycles.files import plan
from tests.documents.made import MADE_UP, REAL, edition, edition_of, markdown, section
from tests.documents.small_checklists import PROGRAMME
from tests.schedule.small_cycles import FORUM, NAMED, OPEN, plan_of

REAL_AUTHORITIES = list(plan(REAL).cycle.authorities)
MADE_UP_AUTHORITIES = list(plan(MADE_UP).cycle.authorities)
REAL_DAYS = ["2017-06-01", "2017-10-30", "2017-12-01", "2017-12-13", "2018-01-11", "2018-02-02", "2018-09-01"]


def named_in(text: str, names: set[str]) -> set[str]:
    """Return which of these names stand in a text as whole words."""
    return {name for name in names if re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text)}


@pytest.mark.parametrize("authority", REAL_AUTHORITIES)
@pytest.mark.parametrize("on", REAL_DAYS)
def test_while_nobody_knows_the_groups_no_other_authority_is_named(authority: str, on: str) -> None:
    cycle = plan(REAL).cycle
    text = markdown(edition(REAL, on), "checklist", authority)
    text = re.sub("|".join(map(re.escape, (group.name for group in cycle.groups.values()))), "", text)
    text = re.sub("Manchester(?=[.,]| \\|)|in Manchester", "", text)  # where the forums are held
    others = {row.name for key, row in cycle.authorities.items() if key != authority}
    own = cycle.authorities[authority].name
    assert named_in(text.replace(own, ""), others) == set()


@pytest.mark.parametrize("authority", MADE_UP_AUTHORITIES)
def test_only_authorities_of_the_own_group_are_named(authority: str) -> None:
    cycle = plan(MADE_UP).cycle
    text = markdown(edition(MADE_UP, "2026-11-23"), "checklist", authority)
    places = [
        value for event in cycle.events() for _, value in (event[1].place.leaves() if event[1].place else ())
    ]
    text = re.sub("|".join(map(re.escape, places)), "", text)
    others = {
        row.name for row in cycle.authorities.values() if row.group != cycle.authorities[authority].group
    }
    assert named_in(text, others) == set()


@pytest.mark.parametrize(
    ("path", "on"),
    [
        (REAL, "2017-09-01"),
        (REAL, "2017-12-01"),
        (REAL, "2018-01-15"),
        (MADE_UP, "2026-09-01"),
        (MADE_UP, "2026-11-23"),
    ],
)
def test_papers_not_shown_to_an_authority_are_on_no_checklist(path: Path, on: str) -> None:
    cycle = plan(path).cycle
    hidden = [
        document.title
        for document in cycle.documents.values()
        if document.shown_to and not any(party.many for party in document.shown_to)
    ]
    assert len(hidden) == 2
    for authority in cycle.authorities:
        text = markdown(edition(path, on), "checklist", authority).casefold()
        assert [title for title in hidden if title.casefold() in text] == []


@pytest.mark.parametrize("on", REAL_DAYS)
def test_with_nothing_recorded_nobody_is_called_late(on: str) -> None:
    for authority in REAL_AUTHORITIES:
        text = markdown(edition(REAL, on), "checklist", authority)
        assert "overdue" not in text.casefold()
        assert not re.search(r"\blate\b", text)


@pytest.mark.parametrize("on", REAL_DAYS)
def test_what_is_only_suggested_is_on_no_checklist(on: str) -> None:
    suggested = [action.do for action, _ in plan(REAL).actions.values() if action.suggested]
    assert suggested
    for authority in ("bolton", "trafford"):
        text = markdown(edition(REAL, on), "checklist", authority)
        assert [do for do in suggested if do in text] == []


def test_what_is_not_tracked_is_on_the_checklist() -> None:
    text = markdown(edition(REAL, "2017-12-01"), "checklist", "bolton")
    for do in ("Prepare to be challenged", "Prepare to challenge", "Make your own arrangements"):
        assert do in text


OPENINGS = [
    ("2017-12-01", "First, ask the SLI team which BPN Bolton is in, and in which round Bolton is challenged: December or January."),
    ("2018-01-11", "First, ask the SLI team which BPN Bolton is in, and in which round Bolton is challenged: December or January."),
    ("2018-01-13", "Next: NWADCS meeting, afternoon session, Thursday 1 February 2018."),
    ("2018-03-22", "Next: NWADCS meeting, Thursday 22 March 2018."),
    ("2018-03-23", "No meeting with a day lies ahead."),
]  # fmt: skip


@pytest.mark.parametrize(("on", "expected"), OPENINGS)
def test_the_first_sentence_is_the_one_that_unlocks_the_rest(on: str, expected: str) -> None:
    assert KINDS["checklist"].view(edition(REAL, on), "bolton")["opening"]["first"] == expected


def test_while_group_and_round_are_open_the_own_forum_is_what_it_can_be() -> None:
    opening = KINDS["checklist"].view(edition(REAL, "2017-12-01"), "bolton")["opening"]
    assert opening["then"] == (
        "Your own peer challenge forum is on Tuesday 12, Wednesday 13 or Thursday 14 December 2017 if you are challenged in "
        "December, or on Wednesday 10, Thursday 11 or Friday 12 January 2018 (to be confirmed) if you are challenged in "
        "January. The first of these days is seven working days from today. Until you know, keep all six free."
    )


def test_every_date_with_a_day_has_its_weekday() -> None:
    for authority in ("bolton", "trafford"):
        text = markdown(edition(REAL, "2017-11-01"), "checklist", authority).partition(
            "## Still to be confirmed"
        )[0]
        days = re.findall(r"(\w+) \d{1,2} (?:October|November|December|January|February|March) \d{4}", text)
        assert len(days) > 10
        assert set(days) <= {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday"}


def test_a_member_of_a_body_goes_to_its_meetings() -> None:
    rows = section(markdown(edition(REAL, "2017-11-01"), "checklist", "trafford"), "Later")
    assert (
        "| Strategic Performance and Data group. As a member of the Strategic Performance and Data group"
        in rows
    )
    assert "Strategic Performance" not in markdown(edition(REAL, "2017-11-01"), "checklist", "bolton")


def small(authority: str, people: str = NAMED, on: str = "2026-11-30") -> str:
    """Return the checklist of an authority of a small cycle."""
    return markdown(edition_of(plan_of(FORUM + PROGRAMME, people), on), "checklist", authority)


def test_a_task_says_who_signs_where_it_goes_and_what_it_covers() -> None:
    heading = "In the next 10 working days, to Monday 14 December 2026"
    assert section(small("ash"), heading).splitlines() == [
        "- [ ] **Write the self-view**, by Friday 4 December 2026. It covers: the data; the voice of the child.",
        (
            "- [ ] **Send the self-view**, by 5pm on Friday 4 December 2026. To: the Chair of the Improvement board and "
            "the Improvement team. You need: self-view. Who: **signed by Lead Member, then Director**."
        ),
        "- [ ] **Speak at the forum**, on Tuesday 8 December 2026. Who: **Director**.",
        "- [ ] **Think it over**, by Friday 11 December 2026 (3 days after Tuesday 8 December 2026).",
    ]


@pytest.mark.parametrize(
    ("authority", "expected"),
    [
        ("ash", "by 5pm on Friday 4 December 2026"),
        ("elm", "by 5pm on Friday 11 December 2026"),
        ("birch", ""),
    ],
)
def test_exceptions_are_kept(authority: str, expected: str) -> None:
    (line,) = [line for line in small(authority).splitlines() if "Send the self-view" in line] or [""]
    assert expected in line
    assert bool(expected) == bool(line)


def test_what_comes_back_is_told_with_its_sender() -> None:
    assert section(small("ash", on="2026-11-01"), "What comes back to you").splitlines()[2:5] == [
        "| When | What | From |",
        "| --- | --- | --- |",
        "| By Tuesday 24 November 2026 (2 weeks before Tuesday 8 December 2026) | Plan | The Improvement team |",
    ]
    assert (
        "- **By Tuesday 24 November 2026 (2 weeks before Tuesday 8 December 2026):** Plan, from the Improvement team."
        in small("ash")
    )


def test_an_own_meeting_not_yet_known_is_named_with_the_earliest_it_can_be() -> None:
    later = section(small("ash", OPEN, "2026-10-01"), "Later")
    assert "| 3 days after your own forum | Think it over | Ash |" in later
    assert "| Your own forum | Speak at the forum | Director |" in later


def test_what_nobody_tracks_has_no_day_to_be_missed() -> None:
    untracked = PROGRAMME.replace(
        "    due: 3 days after own forum\n", "    due: 3 days after own forum\n    tracked: false\n"
    )
    for programme, expected in ((PROGRAMME, True), (untracked, False)):
        text = markdown(edition_of(plan_of(FORUM + programme), "2026-12-14"), "checklist", "ash")
        assert ("Think it over" in section(text, "Dates passed, nothing recorded")) == expected
    for on, authority in (("2018-04-01", "trafford"), ("2018-01-15", "st-helens")):
        text = markdown(edition(REAL, on), "checklist", authority)
        assert "Prepare to" not in section(text, "Dates passed, nothing recorded")


def test_what_comes_by_round_says_so_on_either_side_of_its_day_while_the_round_is_open() -> None:
    before, between = (
        markdown(edition(REAL, on), "checklist", "bolton") for on in ("2017-12-01", "2018-02-01")
    )
    assert (
        "| In January 2018 if you are challenged in December; after your own peer challenge forum if you are challenged in January "
        "| Notes of the forum, for comment | The SLI team |"
    ) in section(before, "What comes back to you")
    assert (
        "- **In January 2018 if you are challenged in December:** Notes of the forum, for comment, from the SLI team."
    ) in section(between, "Dates passed, nothing recorded")
    assert (
        "| After your own peer challenge forum if you are challenged in January | Notes of the forum, for comment | The SLI team |"
    ) in section(between, "What comes back to you")


def test_a_task_that_others_settle_is_not_asked_for_twice() -> None:
    passed = section(small("ash", on="2026-12-07"), "Dates passed, nothing recorded")
    assert "Send the self-view" in passed
    assert "Write the self-view" not in passed


@pytest.mark.parametrize("authority", ["hollinsea", "skerriby"])
def test_what_status_counts_as_missing_is_listed_on_either_side_of_the_own_forum(authority: str) -> None:
    of = edition(MADE_UP, "2026-12-21")
    counted = {
        standing.task.action
        for standing in of.status.standings
        if standing.state == "overdue" and standing.task.subject.authority == authority
    }
    assert "issue-questions" in counted
    passed = section(markdown(of, "checklist", authority), "Dates passed, nothing recorded")
    assert (
        "- **On Thursday 26 November 2026:** Data pack; headlines and questions, from the Improvement team."
        in passed
    )
    assert "template" not in passed  # sent to all alike, and the self-views were due long ago


@pytest.mark.parametrize("authority", ["cobblewick", "aldersyke"])
def test_what_goes_to_a_whole_group_comes_to_each_member_whatever_its_round(authority: str) -> None:
    text = markdown(edition(MADE_UP, "2026-11-23"), "checklist", authority)
    assert (
        "| By Tuesday 1 December 2026 (5 working days before Tuesday 8 December 2026); by Tuesday 5 January 2027 "
        "(5 working days before Tuesday 12 January 2027) "
        "| Of those you challenge: headlines and questions; data pack; self-view | The Improvement team |"
    ) in section(text, "What comes back to you")


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        (
            "own authority, each authority in own group",
            "| Of those you challenge: self-view | The Improvement team |",
        ),
        ("own authority, team", "| Self-view | The Improvement team |"),
        (
            "team, board",
            "| Circulate the papers | The Improvement team |",
        ),  # what a reader may not see is not named to it
    ],
)
def test_what_goes_to_a_group_may_come_to_whoever_may_be_in_it_and_its_round_does_not_matter(
    shown: str, expected: str
) -> None:
    programme = """
    events:
      forum:
        title: Forum
        for: each group in each round
        date: {winter-turn: Tuesday 8 December 2026, spring-turn: Tuesday 9 March 2027}
        attends: {each authority in own group: [dcs]}
        needs: [view]
    actions:
      circulate: {do: Circulate the papers, owner: team, for: each forum, due: 5 working days before own forum,
        to: each authority in own group, needs: [view], tracked: false}
    """
    papers = f"documents:\n  view: {{title: Self-view, per: authority, shown-to: [{shown}]}}\n"
    text = markdown(edition_of(plan_of(programme, OPEN, papers=papers), "2026-11-02"), "checklist", "ash")
    rows = section(text, "What comes back to you")
    assert expected in rows
    assert "if you are challenged" not in rows


@pytest.mark.parametrize("on", ["2026-12-09", "2027-02-08", "2027-06-01"])
def test_what_is_not_tracked_is_never_asked_after(on: str) -> None:
    of = edition(MADE_UP, on)
    untracked = [action.do for action, _ in of.plan.actions.values() if not action.tracked]
    assert untracked
    for authority in MADE_UP_AUTHORITIES:
        passed = section(markdown(of, "checklist", authority), "Dates passed, nothing recorded")
        assert passed
        assert [do for do in untracked if do in passed] == []


LED = [
    ("ash", OPEN,
     "First, ask the Improvement board in which round Ash is challenged: Winter turn or Spring turn.",
     "Ash leads the Coast group; whether it is also challenged there is to be confirmed. Your own forum is on "),
    ("ash", OPEN.replace("Ash, group: TBC, round: TBC", "Ash, group: TBC, round: winter-turn"),
     "First, ask the Improvement board whether Ash is also challenged in the Coast group, which it leads.",
     "Your own forum is on "),
    ("ash", OPEN.replace("lead: elm", "lead: ash"),
     "First, ask the Improvement board in which round Ash is challenged: Winter turn or Spring turn.",
     "Ash leads the Coast group and the Moor group; whether it is also challenged there is to be confirmed. Your "),
    ("ash", OPEN.replace("Ash, group: TBC", "Ash, group: coast"),
     "First, ask the Improvement board in which round Ash is challenged: Winter turn or Spring turn.",
     "Your own forum is on "),
    ("birch", OPEN,
     "First, ask the Improvement board which group Birch is in, and in which round Birch is challenged: Winter turn or Spring turn.",
     "Your own forum is on "),
]  # fmt: skip


@pytest.mark.parametrize(("authority", "people", "first", "then"), LED)
def test_a_lead_authority_is_not_told_to_ask_which_group_it_is_in(
    authority: str, people: str, first: str, then: str
) -> None:
    of = edition_of(plan_of(FORUM + PROGRAMME, people), "2026-10-01")
    opening = KINDS["checklist"].view(of, authority)["opening"]
    assert opening["first"] == first
    assert opening["then"].startswith(then)


def test_what_is_to_be_confirmed_says_so_once() -> None:
    forum = FORUM.replace("coast: Tuesday 8 December 2026", "coast: TBC Tuesday 8 December 2026")
    talk = "  talk:\n    title: Talk\n    for: each authority\n    date: TBC after own forum\n"
    of = edition_of(plan_of(forum + talk + PROGRAMME), "2026-10-01")
    rows = section(markdown(of, "checklist", "ash"), "Later")
    assert "| To be confirmed, after Tuesday 8 December 2026 | Talk |" in rows
    assert "| On Tuesday 8 December 2026 (to be confirmed) | Speak at the forum |" in rows
