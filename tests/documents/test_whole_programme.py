"""The programme: every meeting and action of the file once, in the order of its days, and nothing that is only suggested."""

import subprocess
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from peercycle.documents.kinds import KINDS
from tests.cycles.files import MADE_UP, REAL, plan
from tests.documents.made import edition, edition_of, markdown, web_page
from tests.documents.small_agendas import FORUM, small_plan
from tests.schedule.small_cycles import NAMED, OPEN, plan_of

CYCLES = [(REAL, "2017-12-01", "2017-18"), (MADE_UP, "2026-11-23", "2026-27")]


def rows(programme: str, people: str = NAMED, more: str = "") -> list[tuple[str, str, str, str]]:
    """Return the rows of a small cycle's programme: when, the meeting's title, what, who."""
    of = edition_of(plan_of(programme, people, more), "2026-11-02")
    made = KINDS["programme"].view(of, "2026-27")
    return [(row["when"], row["lead"], row["what"], row["who"]) for row in made["phases"][0]["rows"]]


MEETINGS = [
    (
        "{title: Day, date: Friday 7 May 2027, time: 10am to 4pm, place: Hall, attends: {each authority: [dcs]}}",
        ("Friday 7 May 2027, 10am to 4pm", "Day", "Hall", "The Director of each authority"),
    ),
    (
        "{title: Day, date: TBC March 2027, place: Hall, room: TBC, attends: {team: all, board: [chair]}}",
        (
            "March 2027 (to be confirmed)",
            "Day",
            "Hall (room to be confirmed)",
            "The Improvement team; the Chair of the Improvement board",
        ),
    ),
    (
        "{title: Day, date: TBC, attends: TBC, produces: [plan]}",
        ("To be confirmed", "Day", "Outcome: plan", "To be confirmed"),
    ),
    (
        "{title: Day, for: each authority, date: TBC after later, attends: {own authority: [dcs], team: all}}",
        (
            "To be confirmed, after Friday 4 June 2027",
            "Days",
            "",
            "The Director of the authority; the Improvement team",
        ),
    ),
    (
        "{title: Day, for: each group, date: {coast: 8 March 2027, moor: 7 March 2027}, attends: {own group: all}}",
        (
            "Sunday 7 and Monday 8 March 2027",
            "Days",
            "The Moor group and the Coast group in this order",
            "The group",
        ),
    ),
    (
        "{title: Day, for: each group, date: 8 March 2027, place: {coast: Pier, moor: TBC}, attends: {own lead authority: all}}",
        (
            "Monday 8 March 2027",
            "Days",
            "The Coast group: Pier; the Moor group: to be confirmed",
            "The lead authority",
        ),
    ),
]
LATER = "\n  later: {title: Later meeting, date: Friday 4 June 2027, attends: {board: all}}\n"


@pytest.mark.parametrize(("event", "expected"), MEETINGS)
def test_a_meeting(event: str, expected: tuple[str, str, str, str]) -> None:
    assert expected in rows(f"events:\n  day: {event}{LATER}")


ACTIONS = [
    ("{do: Write it., owner: each authority, due: 1 March 2027, to: team}", ("By Monday 1 March 2027", "Write it, to the Improvement team", "Each authority")),
    ("{do: Give, owner: team, for: each authority, due: later, to: own authority}", ("That day", "Give, to each its own", "The Improvement team")),
    ("{do: Tell each authority, owner: team, due: before later, to: each authority}", ("Before Friday 4 June 2027", "Tell each authority", "The Improvement team")),
    ("{do: Sign, owner: TBC, due: TBC, sign-off: [dcs, then lead-member]}", ("To be confirmed", "Sign. Signed by the Director, then Lead Member", "To be confirmed")),
    ("{do: Sent off by the Director, owner: each authority, due: 5 days before later, sign-off: [dcs]}", ("By Sunday 30 May 2027", "Sent off by the Director", "Each authority")),
    ("{do: Go on, owner: each group in each round, due: {winter-turn: March 2027, spring-turn: after later}}", ("Winter turn: in March 2027; Spring turn: after Friday 4 June 2027", "Go on", "Each group in each round")),
    ("{do: Same, owner: each group, due: {coast: 1 March 2027, moor: 1 March 2027}}", ("By Monday 1 March 2027", "Same", "Each group")),
    (f"{{do: {'Do it. ' * 20}Now, title: Do it all, owner: team, due: 1 March 2027}}", ("By Monday 1 March 2027", "Do it all", "The Improvement team")),
]  # fmt: skip


@pytest.mark.parametrize(("action", "expected"), ACTIONS, ids=[found[1] for _, found in ACTIONS])
def test_an_action(action: str, expected: tuple[str, str, str]) -> None:
    found = rows(f"events:{LATER}actions:\n  it: {action}\n")
    assert expected in [(when, what, who) for when, _, what, who in found]


def test_what_goes_with_another_action_has_its_day_and_row_and_no_exception_is_told() -> None:
    found = rows(
        "actions:\n"
        "  send: {do: Send, owner: each authority, due: 1 March 2027, except: {ash: {due: 8 March 2027, because: Ill}}}\n"
        "  sign: {do: Sign, owner: each authority, due: with send}\n"
        "  read: {do: Read, owner: team, due: with sign}\n"
        "  think: {do: Think, owner: team, due: TBC, suggested: Somebody should.}\n"
    )
    assert found == [
        ("By Monday 1 March 2027", "", "Send. Sign", "Each authority"),
        ("By Monday 1 March 2027", "", "Read", "The Improvement team"),
    ]


def test_a_long_deadline_is_said_once_and_a_later_round_only_what_differs() -> None:
    of = edition_of(
        small_plan(NAMED, FORUM.replace("moor: TBC Wednesday 10", "moor: Wednesday 10")), "2026-11-02"
    )
    made = KINDS["programme"].view(of, "2026-27")
    forums = [row for row in made["phases"][0]["rows"] if "forum" in row["lead"]]
    assert [(row["lead"], row["what"][:20], row["who"][:20]) for row in forums] == [
        ("Winter turn: forum days", "The Coast group: Pie", "The Director and one"),
        ("Spring turn: forum days", "As in Winter turn", "As in Winter turn"),
    ]
    again = rows(
        f"events:{LATER}actions:\n"
        "  a: {do: A, owner: team, due: {coast: after later, moor: 1 March 2027}}\n"
        "  b: {do: B, owner: board, due: {coast: after later, moor: 1 March 2027}}\n"
    )
    assert [when for when, *_ in again if when == "As above"] == ["As above"]


def test_that_day_is_only_said_right_under_its_meeting() -> None:
    found = rows(
        "events:\n"
        "  first: {title: First, date: Friday 4 June 2027, attends: {board: all}}\n"
        "  second: {title: Second, date: Friday 4 June 2027, time: 3pm, attends: {board: all}}\n"
        "  third: {title: Third, date: Friday 11 June 2027, attends: {board: all}}\n"
        "actions:\n"
        "  a: {do: A, owner: team, due: first}\n"
        "  b: {do: B, owner: board, due: third}\n"
    )
    assert [when for when, *_ in found] == [
        "Friday 4 June 2027",
        "Friday 4 June 2027, 3pm",
        "That day",
        "Friday 11 June 2027",
        "That day",
    ]


@pytest.mark.parametrize(("path", "on", "subject"), CYCLES)
def test_every_meeting_and_every_action_of_the_file_stands_in_it(path: Path, on: str, subject: str) -> None:
    of = edition(path, on)
    text = markdown(of, "programme", subject).casefold()
    for event, _ in plan(path).events.values():
        assert event.title.casefold().rstrip("s") in text, event.title
    for action, _ in plan(path).actions.values():
        said = action.do.rstrip(".").casefold() in text or (action.title or action.do).casefold() in text
        assert said == (action.suggested is None), action.do
    assert "skerriby" not in text, "an exception is between one authority and the team"


OPENINGS: list[tuple[str, str]] = [
    (NAMED, "4 authorities in two groups: Coast (led by Ash) and Moor (led by Elm)"),
    (OPEN, "4 authorities in two groups: Coast (led by Ash) and Moor (led by Elm); members to be confirmed"),
    ("authorities:\n  ash: {name: Ash}\n", "1 authority"),
]


@pytest.mark.parametrize(("people", "expected"), OPENINGS)
def test_who_takes_part(people: str, expected: str) -> None:
    of = edition_of(plan_of("events:\n  day: {title: Day, date: TBC}\n", people), "2026-11-02")
    assert KINDS["programme"].view(of, "2026-27")["authorities"] == expected


def closing(programme: str, more: str = "") -> list[str]:
    """Return the sentences at the end of a small cycle's programme."""
    of = edition_of(plan_of(programme, more=more), "2026-11-02")
    made: dict[str, Any] = KINDS["programme"].view(of, "2026-27")
    found: list[str] = made["closing"]
    return found


def test_what_is_said_at_the_end() -> None:
    known = "events:\n  day: {title: Day, date: 1 March 2027, time: 10am}\n"
    assert closing(known) == []
    assert closing(known.replace("10am", "TBC"), "next-cycle: {cycle: 2027-28, begins: summer 2027}\n") == [
        "Times of day not given here are to be confirmed.",
        "The 2027/28 cycle begins: summer 2027.",
        "1 question is open: see their list.",
    ]


@pytest.mark.arial
@pytest.mark.browser
@pytest.mark.parametrize(("path", "on", "subject"), CYCLES)
def test_it_is_on_two_pages(path: Path, on: str, subject: str, chromium: str, tmp_path: Path) -> None:
    page, printed = tmp_path / "programme.html", tmp_path / "programme.pdf"
    page.write_text(web_page(edition(path, on), "programme", subject), encoding="utf-8")
    subprocess.run(
        [
            chromium, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}",
            "--no-pdf-header-footer", f"--print-to-pdf={printed}", page.as_uri(),
        ],
        capture_output=True, check=True, timeout=120,
    )  # fmt: skip
    with pikepdf.open(printed) as pdf:
        assert len(pdf.pages) == 2
