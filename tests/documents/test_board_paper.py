"""The Board paper: decisions first, numbers that agree with page 2, and only what the Board may see."""

import re
from collections import Counter
from datetime import date
from typing import Any

import pytest
from hypothesis import given

from peercycle.documents.kinds import KINDS
from peercycle.progress.record import Record
from peercycle.schedule.plan import Plan
from tests.cycles.files import MADE_UP, REAL, plan
from tests.documents.made import edition_of, markdown, section
from tests.documents.rich_log import STANDING, rich
from tests.documents.test_confidential import UNHURRIED, logs
from tests.documents.test_findings import edition
from tests.schedule.notes import PAPERS, PROGRAMME, cycle, noted
from tests.schedule.small_cycles import NAMED, OPEN

SIGNED = """
  draft:
    do: Draft the plan
    owner: team
    due: board-meeting
    produces: [plan]
    sign-off: [SIGN_OFF]
"""
ACTION = noted("ash", "immediate-action", "Write.", "a1", owner="coast", due=date(2026, 12, 11))


def view(of: Plan, *records: Record, on: str = "2026-12-21") -> dict[str, Any]:
    """Return the view of the Board paper of a small cycle."""
    return KINDS["board-paper"].view(edition([*records], on, of), "board-meeting")


def with_agenda(items: str, sign_off: str = "board") -> Plan:
    """Return a small cycle whose Board has an agenda, immediate actions before it, and a plan to sign."""
    papers = "[headlines, placement-preliminary]"
    programme = PROGRAMME.replace(
        f"needs: {papers}",
        f"needs: [headlines, placement-preliminary, immediate-actions, plan]\n    agenda: {items}",
    )
    people = "  inspectors: {name: Inspectors}\n  network: {name: Network of directors, short: Network}\n"
    return cycle(
        people=people + NAMED,
        papers=f"{PAPERS}  plan: {{title: Plan}}\n  budget: {{title: Budget}}\n",
        programme=programme + SIGNED.replace("SIGN_OFF", sign_off),
    )


NOTE = "Note where the 4 authorities stand, and their headlines."
SIGN = "Sign off the plan (separate paper)."
ASKED: list[tuple[str, str, list[Record], list[str]]] = [
    ("[{item: The plan, needs: [plan]}]", "board", [], [SIGN, NOTE]),
    ("[Welcome]", "board", [], [SIGN, NOTE]),
    ("[{item: The plan, needs: [plan]}]", "network", [], [NOTE, "Consider: the plan (separate paper)."]),
    (
        "[{item: Budget for next year, produces: [budget]}, {item: Headlines, needs: [headlines]}]",
        "network",
        [],
        ["Decide: budget for next year (separate paper).", NOTE],
    ),
    (
        "[{item: Actions, needs: [immediate-actions]}]",
        "network",
        [ACTION],
        [NOTE, "Unblock the one immediate action that is past its date."],
    ),
    (
        "[Welcome]",
        "network, then board",
        [],
        [f"{SIGN} The Network of directors (Network) signs it first, which is not on record yet.", NOTE],
    ),
    (
        "[Welcome]",
        "network, then board",
        [
            Record(
                "signed", "2026-12-14T10:00:00.000+00:00", "the coordinator", "signed", date(2026, 12, 14),
                action="draft", role="network",
            )
        ],
        [f"{SIGN} The Network of directors (Network) signed it off on Monday 14 December 2026.", NOTE],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("items", "sign_off", "records", "expected"), ASKED)
def test_what_the_board_is_asked(
    items: str, sign_off: str, records: list[Record], expected: list[str]
) -> None:
    assert view(with_agenda(items, sign_off), *for_the_board(records))["asked"] == expected


def for_the_board(records: list[Record]) -> list[Record]:
    """Return records with what they note shared with the Board."""
    return [
        record._replace(finding=record.finding._replace(shared_with=("board",))) if record.finding else record
        for record in records
    ]


def test_the_numbers_of_page_1_are_those_of_page_2() -> None:
    made = KINDS["board-paper"].view(rich("2027-03-11"), "board-march")
    stages = Counter((row["stage"], row["group"]) for row in made["authorities"]["rows"])
    for row in made["placements"]["table"]["rows"]:
        *groups, region = row["counts"]
        assert groups == [stages[row["name"], group] for group in ("Coast", "Dale", "Moor")]
        assert region == sum(groups)
    themes = Counter(theme for _, found in STANDING.values() for theme in found)
    counted = {row["name"]: row["counts"][-1] for row in made["themes"]["table"]["rows"]}
    assert counted == themes
    assert list(counted.values()) == sorted(counted.values(), reverse=True)


def test_only_the_judgement_of_its_own_meeting_is_shown() -> None:
    own = noted("aldersyke", "placement", "Poor to fair", "own", "2027-01-01", judged="placement-self")
    part = noted(
        "aldersyke", "placement", "Good to great", "part", "2027-01-02", judged="placement-preliminary",
        enabler="Engaging partners",
    )  # fmt: skip
    made = markdown(rich("2027-03-11", own, part), "board-paper", "board-march")
    assert "| Aldersyke | Coast | Fair to good |" in made
    assert made == markdown(rich("2027-03-11"), "board-paper", "board-march")


def test_an_authority_with_nothing_on_record_and_a_stage_that_is_none() -> None:
    found = [
        noted("ash", "placement", "Nearly there", judged="placement-preliminary"),
        noted("elm", "headline", "Late", "h1", shared_with=("board",)),
        noted("elm", "headline", "Poor", "h2", theme="Homes ", shared_with=("board",)),
        noted("elm", "headline", "Cold", "h3", theme="homes", shared_with=("board",)),
    ]
    made = view(cycle(), *found)
    assert [(row["name"], row["counts"]) for row in made["placements"]["table"]["rows"]] == [
        ("Poor to fair", [0, 0, 0]),
        ("Fair to good", [0, 0, 0]),
        ("Good to great", [0, 0, 0]),
        ("Nearly there", [1, 0, 1]),
        ("None on record", [1, 2, 3]),
    ]
    assert made["themes"]["table"]["rows"] == [{"name": "Homes", "counts": [0, 1, 1]}]
    assert made["themes"]["beside"] == "1 headline has no theme on record."
    assert "one may have several" not in made["themes"]["caption"]
    rows = [
        (row["name"], row["group"], row["stage"], row["headlines"]) for row in made["authorities"]["rows"]
    ]
    assert rows == [
        ("Ash", "Coast", "Nearly there", "None on record"),
        ("Birch", "Coast", "None on record", "None on record"),
        ("Elm", "Moor", "None on record", "Late; Poor; Cold"),
        ("Fir", "Moor", "None on record", "None on record"),
    ]


def test_while_groups_are_open_there_is_the_region_alone() -> None:
    people = "  inspectors: {name: Inspectors}\n" + OPEN
    made = view(
        cycle(people=people), noted("elm", "placement", "Fair to good", judged="placement-preliminary")
    )
    assert made["placements"]["table"]["columns"] == ["Region"]
    assert made["placements"]["caption"] == "Number of authorities at each stage of the journey"
    assert made["authorities"]["caption"] == "The 4 authorities in order of the alphabet"
    assert not made["authorities"]["grouped"]


def test_with_nothing_on_record_it_says_so_and_from_where_it_comes() -> None:
    made = KINDS["board-paper"].view(edition_of(plan(MADE_UP), "2026-11-01"), "board-march")
    expected = "Expected from the Performance and Data group, Thursday 12 November 2026."
    assert made["placements"]["missing"] == f"No place on the journey is on record yet. {expected}"
    assert made["themes"]["missing"] == f"No headline is on record yet. {expected}"
    assert made["actions"]["counts"] == "No immediate action is on record."
    assert made["authorities"] == {}


ON_RECORD = [
    ([ACTION], "Immediate actions: 1 open, past its date."),
    ([ACTION, ACTION._replace(id="a2")], "Immediate actions: 2 open, past their date."),
]


@pytest.mark.parametrize(("records", "expected"), ON_RECORD)
def test_how_immediate_actions_are_counted(records: list[Record], expected: str) -> None:
    made = view(with_agenda("[Welcome]"), *for_the_board(records))
    assert made["actions"]["counts"] == expected
    assert made["actions"]["past"][0] == {
        "action": "Write", "about": "Ash", "who": "The Coast group", "due": "Friday 11 December 2026",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        ([], "No immediate action is on record."),
        (["a1"], "1 immediate action is on record that not all who come may see."),
        (["a1", "a2"], "2 immediate actions are on record that not all who come may see."),
        (
            ["a1", "board"],
            "Immediate actions: 1 open. 1 more immediate action is on record that not all who come may see.",
        ),
    ],
)
def test_of_actions_that_the_board_may_not_see_their_number_is_told(
    records: list[str], expected: str
) -> None:
    found = [
        noted("ash", "immediate-action", "Lend a panel", each, owner=each if each == "board" else "coast")
        for each in records
    ]
    assert view(with_agenda("[Welcome]"), *found)["actions"]["counts"] == expected


FORUMS = [
    ((), "None of the four forums are recorded as held."),
    (("winter-turn/coast",), "One of the four forums is recorded as held."),
    (("winter-turn/coast", "winter-turn/moor"), "Two of the four forums are recorded as held."),
]


@pytest.mark.parametrize(("held", "expected"), FORUMS)
def test_how_many_forums_were_held(held: tuple[str, ...], expected: str) -> None:
    records = [
        Record(f"h{name}", "2026-12-10T10:00:00.000+00:00", "x", "held", date(2026, 12, 10), event=f"forum/{name}")
        for name in held
    ]  # fmt: skip
    assert view(with_agenda("[Welcome]"), *records)["actions"]["held"] == expected


def test_a_cycle_may_have_one_forum_or_none() -> None:
    four = "for: each group in each round\n    date:\n      winter-turn: {coast: Tuesday 8 December 2026, moor: Wednesday 9 December 2026}\n      spring-turn: {coast: Tuesday 9 March 2027, moor: Wednesday 10 March 2027}"
    assert four in PROGRAMME
    one = (
        PROGRAMME.replace(four, "date: Tuesday 8 December 2026")
        .replace("each authority in own group", "each authority")
        .replace("before own", "before")
    )
    action = for_the_board([ACTION])
    assert view(cycle(programme=one), *action)["actions"]["held"] == "The forum is not yet recorded as held."
    none = PROGRAMME.replace("produces: [support-request, immediate-actions]", "produces: [support-request]")
    assert view(cycle(programme=none), *action)["actions"]["held"] == ""


JUDGEMENTS = [
    (
        ("2026-11-12",),
        "Judgement: preliminary place on the journey, Thursday 12 November 2026. It is no Ofsted grade.",
    ),
    (
        ("2026-11-12", "2026-11-19", "2026-11-13"),
        "Judgement: preliminary place on the journey, Thursday 12 to Thursday 19 November 2026. It is no Ofsted grade.",
    ),
]


@pytest.mark.parametrize(("days", "expected"), JUDGEMENTS)
def test_of_which_days_a_judgement_is(days: tuple[str, ...], expected: str) -> None:
    records = [
        noted(key, "placement", "Fair to good", key, day, judged="placement-preliminary")
        for key, day in zip(("ash", "birch", "elm"), days, strict=False)
    ]
    assert view(cycle(), *records)["placements"]["judgement"] == expected


def test_which_meetings_have_a_board_paper() -> None:
    subjects = KINDS["board-paper"].subjects
    assert subjects(plan(REAL)) == ("board-february",)
    assert subjects(plan(MADE_UP)) == ("board-march",)
    assert subjects(cycle()) == ("board-meeting",)
    assert subjects(cycle(programme=PROGRAMME.replace(", placement-preliminary]", "]"))) == ()
    everyone = PROGRAMME.replace("{board: all}", "{each authority: all}")
    assert subjects(cycle(programme=everyone)) == ()


def test_the_paper_is_marked_as_confidential_on_every_page() -> None:
    made = KINDS["board-paper"].view(rich("2027-03-11"), "board-march")
    assert made["running"][1] == (
        "For members of the Northmere Improvement Board (Board) only. "
        "Confidential: do not copy, forward or publish."
    )
    text = markdown(rich("2027-03-11"), "board-paper", "board-march")
    page_2 = section(text, "Headlines and placement of each authority")
    assert page_2.startswith("This page names authorities.\n")


def test_what_stands_on_every_page_is_said_once_besides() -> None:
    text = markdown(rich("2027-03-11"), "board-paper", "board-march")
    first, _, page_2 = text.partition("\n---\n\n## Headlines and placement of each authority\n")
    for line in ("do not copy, forward or publish", "Northmere is a made-up region."):
        assert (first.count(line), page_2.count(line)) == (1, 0)


def test_what_is_not_shared_with_the_board_is_not_in_its_paper_though_the_paper_is_shown_to_it() -> None:
    shown = PAPERS.replace("own group, team]}", "own group, team, board]}")
    assert shown != PAPERS
    records = [
        noted("ash", "headline", "Few carers"),
        noted("birch", "headline", "Late", shared_with=("board",)),
        noted("elm", "immediate-action", "Lend a panel", owner="coast", due=date(2026, 12, 11)),
        noted("elm", "placement", "Poor to fair", judged="placement-preliminary"),
    ]
    made = view(cycle(papers=shown), *records)
    rows = {row["name"]: (row["stage"], row["headlines"]) for row in made["authorities"]["rows"]}
    assert rows == {
        "Ash": ("None on record", "None shared"),
        "Birch": ("None on record", "Late"),
        "Elm": ("Poor to fair", "None on record"),
        "Fir": ("None on record", "None on record"),
    }
    assert made["actions"] == {}


UNNAMED = "For members of the Improvement board only: do not copy, forward or publish"
NAMES = (
    "For members of the Improvement board only. This paper names authorities: do not copy, forward or publish"
)


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        ([], UNNAMED),
        ([noted("ash", "headline", "Few carers", shared_with=("board",))], NAMES),
        ([noted("ash", "immediate-action", "Lend a panel", owner="board", due=date(2026, 12, 11))], NAMES),
        ([noted("ash", "immediate-action", "Lend a panel", owner="board", due=date(2026, 12, 31))], UNNAMED),
    ],
)
def test_it_is_said_on_top_that_authorities_are_named_where_they_are(
    records: list[Record], expected: str
) -> None:
    assert view(cycle(), *records)["for"] == expected


@UNHURRIED
@given(logs())
def test_no_word_that_the_board_may_not_know(log: list[Record]) -> None:
    words = set(
        re.findall(r"(?:text|theme|outcome)\d+x", markdown(edition(log), "board-paper", "board-meeting"))
    )
    for record in log:
        found = record.finding
        if found and {f"text{record.id[1:]}x", f"theme{record.id[1:]}x"} & words:
            assert "board" in (*found.shared_with, found.owner) or found.judged == "placement-preliminary"
            assert record.authority != "elsewhere"
    assert not any(word.startswith("outcome") for word in words)
