"""Invitations: one for each line of those who come, with what they have to know and nothing that they are not shown."""

from datetime import date
from typing import Any

import pytest

from peercycle.documents.edition import Edition
from peercycle.documents.kinds import KINDS
from peercycle.progress.fold import fold
from peercycle.progress.record import Record
from peercycle.reading.document import read_document
from peercycle.schedule.plan import Plan
from peercycle.schedule.status import Status
from tests.cycles.files import MADE_UP, REAL, plan
from tests.documents.made import edition, edition_of, markdown, section
from tests.documents.small_agendas import FORUM, facts, small_plan
from tests.schedule.small_cycles import NAMED, OPEN, plan_of

READ = "What to have read, or to bring"


def view(of: Edition, subject: str) -> dict[str, Any]:
    """Return the view of an invitation."""
    return KINDS["invitation"].view(of, subject)


def small(people: str = NAMED, forum: str = FORUM) -> Edition:
    """Return what documents of a small cycle share on 2 November 2026."""
    return edition_of(small_plan(people, forum), "2026-11-02")


def test_each_line_of_those_who_come_is_invited() -> None:
    subjects = KINDS["invitation"].subjects
    assert [key for key in subjects(plan(REAL)) if "conversation" not in key and "follow-up" not in key] == [
        "spd-meeting/spd-group",
        "nwadcs-november/each-authority",
        *(
            f"forum/{round_}/bpn-{group}/each-authority"
            for round_ in ("december", "january")
            for group in ("blackburn-with-darwen", "trafford", "rochdale")
        ),
        "nwadcs-february/each-authority",
        "board-february/nw-sli-board",
        "quality-meeting/dcs-leads",
        "quality-meeting/ofsted",
        "quality-meeting/regional-schools-commissioner",
        "nwadcs-march/each-authority",
        "board-programme/nw-sli-board",
    ]
    assert len(subjects(plan(REAL))) == len(set(subjects(plan(REAL)))) == 63
    assert "forum/december/cluster-coast/each-authority" in subjects(plan(MADE_UP))


SLUGS = [
    ("{each authority in own group: [dcs]}", ["each-authority"]),
    ("{own group: [dcs]}", ["own-group"]),
    (
        "{each authority: [dcs], each authority in own group: all}",
        ["each-authority", "each-authority-in-own-group"],
    ),
    (
        "{each authority in coast: all, board: [chair], team: all}",
        ["each-authority-in-coast", "board", "team"],
    ),
    ("TBC", []),
]


@pytest.mark.parametrize(("attends", "expected"), SLUGS)
def test_a_line_is_known_by_its_words(attends: str, expected: list[str]) -> None:
    of = plan_of(
        f"events:\n  day:\n    title: Day\n    for: each group\n    date: 8 December 2026\n    attends: {attends}\n"
    )
    assert [key for key in KINDS["invitation"].subjects(of) if key.startswith("day/coast/")] == [
        f"day/coast/{slug}" for slug in expected
    ]


def test_what_a_forum_is_and_their_part_in_it() -> None:
    made = view(edition(MADE_UP, "2026-11-23"), "forum/december/cluster-coast/each-authority")
    assert made["title"] == "Invitation: Coast cluster peer challenge forum"
    assert made["to"] == (
        "The Director of Children's Services (DCS) and one Assistant Director (AD) of each member of the Coast cluster"
    )
    assert list(facts(made)) == ["Date", "Place", "Chair", "Facilitator", "Purpose"]
    assert (
        made["part"][0]
        == "Challenged that day, in this order: Cobblewick, Hollinsea, Juniper Bay and Netherquay."
    )
    assert [line["who"] for line in made["before"]] == ["If you are challenged", "If you challenge"]
    assert made["tell"] == (
        "Tell the Coordinator of the Improvement team who will come, and of anything that stands in the way."
    )
    assert made["subjects"] == made["others"] == []


@pytest.mark.parametrize(("on", "asks"), [("2026-12-08", True), ("2026-12-09", False)])
def test_who_will_come_is_asked_up_to_the_day_and_not_after_it(on: str, asks: bool) -> None:  # noqa: FBT001
    made = view(edition(MADE_UP, on), "forum/december/cluster-coast/each-authority")
    assert ("who will come" in made["tell"]) is asks


def test_of_a_meeting_that_was_held_early_nobody_is_asked_who_will_come() -> None:
    day = date(2026, 11, 20)
    held = Record(
        "h", "2026-11-20T10:00:00.000+00:00", "x", "held", day, event="forum/december/cluster-coast"
    )
    of = Edition(Status(plan(MADE_UP), date(2026, 11, 23), fold([held], None)), "abc123")
    assert view(of, "forum/december/cluster-coast/each-authority")["tell"] == ""


def test_while_nobody_knows_who_is_challenged_it_says_so() -> None:
    made = view(small(OPEN), "forum/winter-turn/coast/each-authority")
    assert made["part"] == [
        "Those whose turn it is are challenged, and the other members of the group come to challenge.",
        "Who is challenged that day is to be confirmed.",
    ]
    assert view(small(OPEN), "forum/winter-turn/coast/board")["part"] == []
    assert view(small(OPEN), "later/board")["part"] == []


def test_everyone_is_told_of_what_is_theirs_and_of_who_else_is_invited() -> None:
    of = small()
    authorities = view(of, "forum/winter-turn/coast/each-authority")
    assert [line["do"] for line in authorities["before"]] == ["get ready", "think of questions"]
    assert authorities["during"] == [{"who": "Director of each authority challenged", "do": "say something"}]
    assert authorities["others"] == ["The Chair of the Improvement board", "The Improvement team"]
    team = view(of, "forum/winter-turn/coast/team")
    assert (team["before"], team["during"]) == (
        [{"who": "The Improvement team", "do": "set up the room"}],
        [],
    )
    assert team["tell"] == ""


PAPERS: list[tuple[str, str, dict[str, str]]] = [
    # each authority's own, and who sends it; what others are shown; what nobody says when it comes
    (
        "nwadcs-november/each-authority",
        "real",
        {
            "Regional data profile": "when it comes is to be confirmed",
            "Challenge headlines and questions": "from the SLI team, on Thursday 23 November 2017",
            "Suggested focus for the forum": "from the SLI team, on Thursday 23 November 2017",
        },
    ),
    (
        "conversation/bolton/ofsted",
        "real",
        {
            "Peer challenge information for the Annual Conversation": "from Bolton, before this meeting",
            "Self-view": "from Bolton, before this meeting",
        },
    ),
    (
        "conversation/bolton/own-authority",
        "real",
        {
            "Peer challenge information for the Annual Conversation": "from you, before this meeting",
            "Self-view": "from you, by Friday 27 October 2017",
        },
    ),
    (
        "spd-meeting/spd-group",
        "real",
        {
            "National data sets": "from national statistics",
            "Self-view": "from each authority, by Friday 27 October 2017",
            "Isos grid": "from each authority, by Friday 27 October 2017",
            "Place on the improvement journey, the authority's own judgement": "from each authority, by Friday 27 October 2017",
            "Key lines of enquiry": "from Ofsted, before this meeting",
        },
    ),
    (
        "performance-meeting/performance-group",
        "made-up",
        {
            "Data pack": "from the Improvement team, by Thursday 5 November 2026",
            "Self-view": "from each authority, by Friday 16 October 2026",
            "Place on the improvement journey, the authority's own judgement": "from each authority, by Friday 16 October 2026",
            "Key lines of enquiry": "from Ofsted, by Thursday 5 November 2026",
        },
    ),
    # a paper that a meeting makes comes from there; what the Board is not shown is not promised to it
    (
        "board-march/board",
        "made-up",
        {
            "Headlines and questions": "from the Performance and Data group, Thursday 12 November 2026",
            "Place on the improvement journey, preliminary assessment": "from the Performance and Data group, Thursday 12 November 2026",
            "Immediate actions": "from the six peer challenge forums, Tuesday 8 December 2026 to Thursday 14 January 2027",
            "Priorities and support needs of the cluster": "from the Directors' Network, afternoon session, Thursday 4 February 2027",
            "What young people say": "from the young people's day, Saturday 27 February 2027",
            "Improvement programme for the next cycle": "from the Improvement team, on Thursday 18 March 2027",
        },
    ),
]  # fmt: skip


@pytest.mark.parametrize(("subject", "which", "expected"), PAPERS)
def test_which_papers_they_have_and_how_each_comes(
    subject: str, which: str, expected: dict[str, str]
) -> None:
    of = edition(REAL, "2017-12-01") if which == "real" else edition(MADE_UP, "2026-11-23")
    found = {paper["title"]: paper["how"] for paper in view(of, subject)["papers"]}
    full = {
        "Northmere sector-led improvement team (Improvement team)": "Improvement team",
        "Regional Sector Led Improvement Team (SLI team)": "SLI team",
    }
    short = {}
    for title, how in found.items():
        for long, brief in full.items():
            how = how.replace(long, brief)  # noqa: PLW2901 - each name in turn
        short[title] = how
    assert short == expected


def test_no_paper_is_named_to_whom_it_is_not_shown() -> None:
    made = markdown(edition(MADE_UP, "2026-11-23"), "invitation", "network-november/each-authority")
    assert [line for line in section(made, READ).splitlines() if line.startswith("- ")] == [
        "- **Data pack** (your own): from the Improvement team, on Thursday 26 November 2026",
        "- **Headlines and questions** (your own): from the Improvement team, on Thursday 26 November 2026",
    ]
    for subject in KINDS["invitation"].subjects(plan(MADE_UP)):
        if "authority" in subject:
            text = markdown(edition(MADE_UP, "2026-11-23"), "invitation", subject)
            assert "preliminary assessment" not in text
            assert "own judgement" not in text


def test_at_a_forum_those_who_challenge_are_shown_the_papers_of_others_only_where_the_file_says_so() -> None:
    real = view(edition(REAL, "2017-12-01"), "forum/december/bpn-trafford/each-authority")
    assert {paper["own"] for paper in real["papers"]} == {"your own"}
    made_up = view(edition(MADE_UP, "2026-11-23"), "forum/december/cluster-coast/each-authority")
    assert {paper["own"] for paper in made_up["papers"]} == {"your own", "of those you challenge"}


@pytest.mark.parametrize(
    ("was", "now", "others"),
    [
        ("", "", "from the Improvement team, by Tuesday 1 December 2026"),
        ("to: each authority in own cluster", "to: own cluster", "from the Improvement team, by Tuesday 1 December 2026"),
        ("to: each authority in own cluster", "to: own authority", "how they come to you is to be confirmed"),
        # what is sent after the meeting is nothing to be read before it
        ("days before own forum\n        to:", "days after own forum\n        to:", "how they come to you is to be confirmed"),
        ("5 working days before own forum\n        to:", "TBC\n        to:", "from the Improvement team, to be confirmed"),
    ],
)  # fmt: skip
def test_what_those_who_challenge_read_comes_from_whoever_sends_it_to_the_group(
    was: str, now: str, others: str
) -> None:
    text = MADE_UP.read_text(encoding="utf-8").replace(was, now)
    assert was in MADE_UP.read_text(encoding="utf-8")
    cycle = read_document("2026-27.yaml", text.encode()).cycle
    assert cycle is not None
    made = view(edition_of(Plan(cycle), "2026-11-23"), "forum/december/cluster-coast/each-authority")
    assert [tuple(paper.values()) for paper in made["papers"]][:4] == [
        ("Headlines and questions", "your own", "from the Improvement team, on Thursday 26 November 2026"),
        ("Headlines and questions", "of those you challenge", others),
        ("Data pack", "your own", "from the Improvement team, on Thursday 26 November 2026"),
        ("Data pack", "of those you challenge", others),
    ]


@pytest.mark.parametrize(
    ("date", "time", "expected"),
    [
        ("TBC", "TBC", "on which day and at what time you hold it, who will come, and of anything that"),
        ("TBC", "10am to 3pm", "on which day you hold it, who will come, and of anything that"),
        ("Tuesday 9 March 2027", "TBC", "at what time you hold it, who will come, and of anything that"),
        ("Tuesday 9 March 2027", "10am to 3pm", "who will come, and of anything that"),
    ],
)
def test_whoever_holds_a_meeting_is_asked_for_its_day_and_hours(date: str, time: str, expected: str) -> None:
    of = plan_of(
        f"events:\n  day: {{title: Day, date: {date}, time: {time}, held-by: board, attends: {{board: all, each authority: all}}}}\n"
        "actions:\n  tell: {do: Tell, owner: board, due: TBC, to: chair of board}\n"
    )
    told = {
        slug: view(edition_of(of, "2026-11-02"), f"day/{slug}")["tell"]
        for slug in ("board", "each-authority")
    }
    assert told == {
        "board": f"Tell the Chair of the Improvement board {expected} stands in the way.",
        "each-authority": "Tell the Chair of the Improvement board who will come, and of anything that stands in the way.",
    }


def test_what_a_group_has_is_said_to_be_its_own() -> None:
    made = view(edition(MADE_UP, "2026-11-23"), "network-february/each-authority")
    assert {paper["title"]: paper["own"] for paper in made["papers"]} == {
        "Request for support or advice": "your own",
        "Good practice": "",
        "Immediate actions": "your own cluster's",
    }


def test_what_is_open_about_a_meeting_stands_in_its_invitation() -> None:
    real = markdown(edition(REAL, "2017-12-01"), "invitation", "forum/december/bpn-trafford/each-authority")
    assert "- Which building and room in Manchester?\n" in section(real, "Still to be confirmed")
    assert "By when are comments" not in real  # a question about what follows is for the agenda
    assert "\nDraft: 6 questions open. Made from" in real
    made_up = markdown(edition(MADE_UP, "2026-11-23"), "invitation", "network-november/each-authority")
    assert "Draft" not in made_up


def test_what_is_on_the_agenda_is_said_in_its_order() -> None:
    made = view(edition(MADE_UP, "2026-11-23"), "network-november/each-authority")
    assert made["subjects"] == [
        "Welcome",
        "The state of the region, and the themes it shows",
        "Your data pack, headlines and questions",
        "How the forums work",
        "Close",
    ]
    real = view(edition(REAL, "2017-12-01"), "quality-meeting/ofsted")
    assert real["subjects"] == [
        "Confirming the regional overview",
        "Where sector and school support is best allocated",
    ]


def test_what_is_not_known_is_to_be_confirmed() -> None:
    of = plan_of("events:\n  day: {title: Day, date: TBC, time: TBC, place: TBC, attends: {team: all}}\n")
    made = view(edition_of(of, "2026-11-02"), "day/team")
    assert facts(made) == {"Date": "To be confirmed", "Time": "To be confirmed", "Place": "To be confirmed"}
