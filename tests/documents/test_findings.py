"""Findings in documents: an authority reads its own, and of any other's only what is shared with it."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from peercycle.documents.blocks import read_blocks
from peercycle.documents.edition import Edition
from peercycle.documents.escaping import clean
from peercycle.progress.finding import Kind
from peercycle.progress.record import Record
from peercycle.schedule.plan import Plan
from peercycle.schedule.status import Status
from tests.cycles.files import MADE_UP, plan
from tests.documents.made import laid_out, markdown, section, web_page
from tests.documents.test_hostile import ALLOWED, ALLOWED_ATTRIBUTES, runs, tags
from tests.hostile import PAYLOADS
from tests.schedule.notes import closed, cycle, noted, progress

PLAN = cycle()
IMMEDIATE, FOUND, SHARED = "Immediate actions", "What was found and agreed", "What others share with you"
AT_MEETING = "Shared with everyone who comes"


def edition(records: list[Record], on: str = "2026-12-21", of: Plan = PLAN) -> Edition:
    """Return what documents share on a day with these records."""
    return Edition(Status(of, date.fromisoformat(on), progress(*records, on=on)), "abc123")


def listed(text: str, heading: str) -> str:
    """Return the list under a heading of a document."""
    return "\n".join(line for line in section(text, heading).splitlines() if line.startswith("- "))


def said(records: list[Record], heading: str, authority: str = "ash", on: str = "2026-12-21") -> str:
    """Return what an authority's checklist says under a heading."""
    return listed(markdown(edition(records, on), "checklist", authority), heading)


OWN: list[tuple[list[Record], str]] = [
    ([noted("ash", "headline", "Few carers", theme="Homes")], "- **Headline:** Few carers. Theme: Homes."),
    ([noted("ash", "question", "Why so few?")], "- **Question:** Why so few?"),
    ([noted("ash", "focus", "social care")], "- **Suggested focus:** social care."),
    ([noted("ash", "focus", "both")], "- **Suggested focus:** education and social care."),
    (
        [noted("ash", "placement", "Fair to good", judged="placement-self", day="2026-11-06")],
        "- **Place on the journey by its own judgement:** Fair to good, on Friday 6 November 2026.",
    ),
    (
        [noted("ash", "placement", "Fair to good", judged="placement-self", enabler="Engaging partners")],
        "- **Place on the journey by its own judgement:** Fair to good for Engaging partners, on Wednesday 9 December 2026.",
    ),
    ([noted("ash", "placement", "Fair to good", judged="placement-preliminary")], ""),
    (
        [noted("ash", "placement", "Fair to good")],
        "- **Placement:** Fair to good, on Wednesday 9 December 2026.",
    ),
    (
        [noted("ash", "support-request", "A panel.", shared_with=("moor", "board", "all", "elm"))],
        "- **Request for support:** A panel. Also shown to: the Moor group, the Improvement board, every authority and Elm.",
    ),
    ([noted("ash", "headline", "Told", shared_with=("ash",))], "- **Headline:** Told."),
    (
        [noted("ash", "question", "Why?"), closed("why?", "Answered at the forum.")],
        "- **Question:** Why? Closed on Sunday 20 December 2026. Outcome: Answered at the forum.",
    ),
    (
        [noted("ash", "question", "Why?"), closed("why?")],
        "- **Question:** Why? Closed on Sunday 20 December 2026.",
    ),
    ([noted("ash", "conversation-notes", "Agreed!")], "- **Notes of the Annual Conversation:** Agreed!"),
    ([noted("ash", "follow-up", "In June")], "- **Follow-up:** In June."),
    # an offer stands beside the request it answers, where the reader may see it
    (
        [
            noted("ash", "support-request", "Help"),
            noted("elm", "good-practice", "Panel", answers="help", shared_with=("ash",)),
            noted("fir", "good-practice", "Letter", answers="help", shared_with=("birch",)),
        ],
        "- **Request for support:** Help. Offered by Elm: Panel.",
    ),
    (
        [
            noted("elm", "support-request", "Help", shared_with=("ash",)),
            noted("ash", "good-practice", "Panel", answers="help"),
        ],
        "- **Offer of good practice:** Panel. This answers the request of Elm: Help.",
    ),
    (
        [noted("elm", "support-request", "Help"), noted("ash", "good-practice", "Panel", answers="help")],
        "- **Offer of good practice:** Panel.",
    ),
]


@pytest.mark.parametrize(("records", "expected"), OWN, ids=[records[0].id for records, _ in OWN])
def test_what_was_found_of_the_reader(records: list[Record], expected: str) -> None:
    assert said(records, FOUND) == expected


def test_findings_stand_kind_by_kind_with_closed_ones_last() -> None:
    log = [
        noted("ash", "follow-up", "Last"),
        noted("ash", "headline", "Second"),
        noted("ash", "headline", "Closed one"),
        closed("closed"),
        noted("ash", "headline", "First", day="2026-12-01"),
    ]
    labels = re.findall(r"\*\* (\w+)", said(log, FOUND))
    assert labels == ["First", "Second", "Last", "Closed"]


ACTIONS: list[tuple[list[Record], str]] = [
    (
        [noted("ash", "immediate-action", "Write.", owner="ash", due=date(2027, 2, 1))],
        "- [ ] **Write**, by Monday 1 February 2027. Who: **Ash**.",
    ),
    (
        [noted("ash", "immediate-action", "Write", owner="board", due=date(2026, 12, 18), theme="Homes")],
        "- [ ] **Write**. It was due on Friday 18 December 2026. Theme: Homes. Who: **The Improvement board**.",
    ),
    # its own group's, about another: only the owner and whom it is about know of it
    (
        [noted("birch", "immediate-action", "One rate", owner="coast")],
        "- [ ] **One rate**. This is about Birch. Who: **The Coast group**.",
    ),
    ([noted("birch", "immediate-action", "One rate", owner="birch")], ""),
    ([noted("elm", "immediate-action", "One rate", owner="moor", shared_with=("birch",))], ""),
    (
        [noted("elm", "immediate-action", "Lend a team", owner="ash"), closed("lend", "Lent for 3 weeks")],
        "- [x] Lend a team: closed on Sunday 20 December 2026. Outcome: Lent for 3 weeks. This is about Elm.",
    ),
    # what a person wrote by hand into the log still makes a document
    ([noted("ash", "immediate-action", "...", "É", owner="")], "- [ ] **\\...**."),
]  # fmt: skip


@pytest.mark.parametrize(("records", "expected"), ACTIONS)
def test_immediate_actions_of_the_reader(records: list[Record], expected: str) -> None:
    assert said(records, IMMEDIATE) == expected


def test_two_ids_written_by_hand_that_read_alike_are_two_boxes() -> None:
    log = [
        noted("ash", "immediate-action", "A", "x_1", owner="ash"),
        noted("ash", "immediate-action", "B", "x--1", owner="ash"),
        noted("ash", "immediate-action", "C", "X_1", owner="ash"),
        closed("X_1", "Done"),
    ]
    found = {
        run["tick"] for run in runs(read_blocks(laid_out(edition(log), "checklist", "ash"))) if "tick" in run
    }
    assert {key for key in found if "by-hand" in key} == {
        "action-by-hand-1",
        "action-by-hand-2",
        "closed-by-hand-3",
    }


def test_what_others_share() -> None:
    log = [
        noted("elm", "good-practice", "Panel", theme="Health", shared_with=("all",)),
        noted("elm", "support-request", "A letter", "letter", shared_with=("coast",)),
        noted(
            "birch", "immediate-action", "Visit", owner="board", due=date(2027, 2, 1), shared_with=("ash",)
        ),
        noted("birch", "headline", "Over", shared_with=("ash",)),
        closed("over"),
        noted("birch", "placement", "Fair to good", judged="placement-self", shared_with=("ash",)),
    ]
    assert said(log, SHARED).splitlines() == [
        "- **Birch, place on the journey by its own judgement:** Fair to good, on Wednesday 9 December 2026.",
        "- **Elm, request for support:** A letter.",
        "- **Elm, offer of good practice:** Panel. Theme: Health.",
        "- **Birch, immediate action:** Visit. Who: the Improvement board. By Monday 1 February 2027.",
    ]


def test_a_noted_conversation_is_on_the_day_noted() -> None:
    log = [noted("ash", "conversation-date", "2027-02-10")]
    text = markdown(edition(log), "checklist", "ash")
    assert "| Wednesday 10 February 2027 | Conversation | Ash |" in text
    assert FOUND not in text
    agenda = markdown(edition(log), "agenda", "conversation/ash")
    assert "Date\n: Wednesday 10 February 2027\n" in agenda
    elsewhere = markdown(edition(log), "agenda", "conversation/birch")
    assert "Date\n: To be confirmed, after Tuesday 9 March 2027\n" in elsewhere


def test_a_day_of_a_conversation_that_the_cycle_does_not_have_stands_among_the_findings() -> None:
    of = cycle(programme="actions: {send: {do: Send, owner: each authority, due: 6 November 2026, to: team}}")
    text = markdown(edition([noted("ash", "conversation-date", "2027-02-10")], of=of), "checklist", "ash")
    assert listed(text, FOUND) == "- **Day of the Annual Conversation:** Wednesday 10 February 2027."


EVE = "2026-12-07"
"""The day before the forum of the Coast group."""
MEETINGS: list[tuple[str, list[Record], str]] = [
    # the papers of the meeting, as far as everyone who comes may see them
    ("market", [noted("ash", "good-practice", "Panel", shared_with=("all",))], "- **Ash, offer of good practice:** Panel."),
    ("market", [noted("ash", "good-practice", "Panel", shared_with=("elm",))], ""),
    ("market", [noted("ash", "good-practice", "Panel", shared_with=("coast", "moor"))], "- **Ash, offer of good practice:** Panel."),
    ("market", [noted("ash", "good-practice", "Panel", shared_with=("birch", "elm", "fir"))], "- **Ash, offer of good practice:** Panel."),
    ("market", [noted("ash", "good-practice", "Panel", shared_with=("all",)), closed("panel")], ""),
    ("market", [noted("ash", "headline", "Few carers", shared_with=("all",))], ""),
    # of a forum, of those challenged that day
    ("forum/winter-turn/coast", [noted("ash", "headline", "Few", day=EVE, shared_with=("coast",))], "- **Ash, headline:** Few."),
    ("forum/winter-turn/coast", [noted("ash", "question", "Why?", day=EVE, shared_with=("birch",))], "- **Ash, question:** Why?"),
    ("forum/winter-turn/coast", [noted("ash", "headline", "Few", day=EVE)], ""),
    ("forum/winter-turn/coast", [noted("birch", "headline", "Few", day=EVE, shared_with=("all",))], ""),
    ("forum/winter-turn/moor", [noted("ash", "headline", "Few", day=EVE, shared_with=("all",))], ""),
    (
        "forum/winter-turn/coast",
        [noted("ash", "immediate-action", "One rate", day=EVE, owner="coast", due=date(2027, 2, 1), theme="Pay")],
        "- **Ash, immediate action:** One rate. Theme: Pay. Who: the Coast group. By Monday 1 February 2027.",
    ),
    # a body sees what is shared with it, and Ofsted's like no more than that
    ("conversation/ash", [noted("ash", "headline", "Few", shared_with=("all",))], ""),
    ("conversation/ash", [noted("ash", "headline", "Few", shared_with=("inspectors",))], "- **Ash, headline:** Few."),
    ("conversation/ash", [noted("birch", "headline", "Few", shared_with=("all", "inspectors"))], ""),
    ("board-meeting", [noted("ash", "headline", "Few", shared_with=("all",))], ""),
    (
        "board-meeting",
        [noted("ash", "placement", "Fair to good", judged="placement-preliminary", shared_with=("board",))],
        "- **Ash, preliminary place on the journey:** Fair to good, on Wednesday 9 December 2026.",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("meeting", "records", "expected"), MEETINGS)
def test_an_agenda_shows_what_everyone_who_comes_may_see(
    meeting: str, records: list[Record], expected: str
) -> None:
    assert listed(markdown(edition(records), "agenda", meeting), AT_MEETING) == expected


FORUM = "forum/winter-turn/coast"
HELD = Record("h", "2026-12-10T10:00:00.000+00:00", "x", "held", date(2026, 12, 10), event=FORUM)
THERE = [
    # the forum of 8 December needs headlines and makes requests: what came of it was no paper of it
    ("headline", "2026-12-07", [], True),
    ("headline", "2026-12-08", [], True),
    ("headline", "2026-12-09", [], False),
    ("support-request", "2026-12-07", [], True),
    ("support-request", "2026-12-08", [], False),
    ("support-request", "2026-12-09", [], False),
    # held two days late
    ("support-request", "2026-12-09", [HELD], True),
    ("support-request", "2026-12-10", [HELD], False),
    ("headline", "2026-12-10", [HELD], True),
]


@pytest.mark.parametrize(("kind", "day", "records", "there"), THERE)
@pytest.mark.parametrize("on", ["2026-12-10", "2026-12-21"])
def test_the_agenda_of_a_past_meeting_does_not_show_what_came_of_it(
    kind: Kind,
    day: str,
    records: list[Record],
    there: bool,  # noqa: FBT001
    on: str,
) -> None:
    of = edition([noted("ash", kind, "Few", day=day, shared_with=("coast",)), *records], on)
    assert ("Few." in markdown(of, "agenda", FORUM)) is there


def test_what_is_noted_on_the_day_of_a_meeting_has_come_of_it() -> None:
    record = noted("ash", "immediate-action", "One rate", day="2026-12-08", owner="coast")
    assert "One rate" not in markdown(edition([record], "2026-12-08"), "agenda", FORUM)


def test_before_a_meeting_without_a_day_nothing_has_come_of_it() -> None:
    record = noted("ash", "conversation-notes", "Calm", shared_with=("inspectors",))
    assert "Calm." in markdown(edition([record]), "agenda", "conversation/ash")
    held = Record(
        "h", "2026-12-10T10:00:00.000+00:00", "x", "held", date(2026, 12, 9), event="conversation/ash"
    )
    assert "Calm." not in markdown(edition([record, held]), "agenda", "conversation/ash")


def test_what_is_taken_back_or_noted_later_stands_in_no_document() -> None:
    later = noted("ash", "headline", "Few", day="2026-12-22")
    assert said([later], FOUND) == ""
    undone = Record("u", "2026-12-22T10:00:00.000+00:00", "x", "undone", date(2026, 12, 9), undoes="few")
    assert said([noted("ash", "headline", "Few"), undone], FOUND) == ""


@pytest.mark.parametrize("text", PAYLOADS, ids=[text[:16] for text in PAYLOADS])
def test_hostile_findings_make_harmless_documents(text: str) -> None:
    more: dict[str, Any] = {"theme": text, "shared_with": ("all",), "day": EVE}
    log = [
        noted("ash", "headline", text, "a", **more),
        noted("ash", "support-request", text, "b", **more),
        noted("elm", "good-practice", text, "c", answers="b", **more),
        noted("elm", "good-practice", text, "d", **more),
        noted("ash", "placement", text, "e", day=EVE, enabler=text),
        noted("ash", "immediate-action", text, "f", day=EVE, owner=text, due=date(2026, 12, 18), theme=text),
        noted("ash", "immediate-action", text, text, day=EVE, owner="ash"),
        noted("ash", "immediate-action", text, "g", day=EVE, owner="ash"),
        closed("g", text),
        noted("ash", "immediate-action", text, "h", day=EVE, owner="coast", shared_with=(text,)),
    ]
    of = edition(log)
    for kind, subject in (("checklist", "ash"), ("agenda", "market"), ("agenda", FORUM)):
        blocks = read_blocks(laid_out(of, kind, subject))
        plain = " ".join(run.get("text", "") for run in runs(blocks))
        assert clean(text).rstrip(".") in plain
        assert not any("link" in run for run in runs(blocks))
        page = web_page(of, kind, subject)
        assert {tag for tag, _ in tags(page)} <= ALLOWED
        assert {name for _, names in tags(page) for name in names} <= ALLOWED_ATTRIBUTES
        assert not re.search("[\u202e\u200b\x1b]", page + markdown(of, kind, subject))


GOLDEN = [
    noted("quillmere", "placement", "Fair to good", day="2026-10-16", judged="placement-self"),
    noted("quillmere", "placement", "Poor to fair", day="2026-11-12", judged="placement-preliminary"),
    noted("quillmere", "focus", "both", day="2026-11-26"),
    noted("quillmere", "headline", "Rural care leavers without work or training", day="2027-01-13", theme="Care leavers"),
    noted("quillmere", "question", "What do care leavers say they need first?", day="2027-01-13", theme="Care leavers"),
    noted(
        "quillmere", "support-request", "Work and training for care leavers in rural places", "request", "2027-01-13",
        theme="Care leavers", shared_with=("cluster-dale",),
    ),
    noted(
        "wharrowdale", "good-practice", "A farm apprenticeship scheme with a college", "offer", day="2027-01-20",
        answers="request", shared_with=("quillmere",),
    ),
    noted(
        "kettlebeck", "good-practice", "One number for all first contacts, answered the same day", day="2026-12-10",
        theme="Early help and first contact", shared_with=("all",),
    ),
    noted("orrinshaw", "headline", "A headline of its own", "other", day="2027-01-14"),
    noted(
        "quillmere", "immediate-action", "Agree one rate for agency social workers", day="2027-01-13",
        owner="cluster-dale", due=date(2027, 1, 29),
    ),
    noted("quillmere", "immediate-action", "Write to the colleges", "write", "2027-01-13", owner="quillmere"),
    closed("write", "Three colleges take part", "2027-01-27"),
    noted("inglestone", "immediate-action", "Lend an audit team", day="2027-01-14", owner="quillmere", due=date(2027, 2, 26)),
    noted("quillmere", "conversation-date", "2027-02-10", day="2027-01-15"),
]  # fmt: skip


def test_a_whole_checklist_with_findings(golden: Callable[[str, str], None]) -> None:
    of = edition(GOLDEN, "2027-02-01", plan(MADE_UP))
    golden("documents/made-up-checklist-quillmere-findings.md", markdown(of, "checklist", "quillmere"))
