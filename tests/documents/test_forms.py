"""Papers to be filled in for one authority: what stands in them already, what there is room for, and who signs."""

from datetime import date

import pytest

from peercycle.documents.kinds import KINDS
from peercycle.progress.record import Record
from tests.documents.made import MADE_UP, REAL, edition, edition_of, markdown, section
from tests.documents.rich_log import rich
from tests.documents.test_findings import edition as small
from tests.schedule.notes import PROGRAMME, closed, cycle, noted
from tests.schedule.small_cycles import NAMED, plan_of

FORMS = ("self-view", "mou", "headlines", "forum-notes", "conversation-pack")
BEFORE_FORUM, AFTER_FORUM = "2026-11-30", "2027-01-28"
SIGNATURES = "| Who | Name | Signature | Date |\n| --- | --- | --- | --- |\n"


@pytest.mark.parametrize("kind", FORMS)
def test_a_cycle_without_their_papers_has_none(kind: str) -> None:
    assert (
        KINDS[kind].subjects(plan_of("actions: {a: {do: A, owner: team, due: Friday 4 June 2027}}", NAMED))
        == ()
    )


@pytest.mark.parametrize("kind", FORMS)
def test_each_authority_of_both_cycles_has_one(kind: str) -> None:
    for path, on in ((REAL, "2017-12-01"), (MADE_UP, "2026-11-23")):
        plan = edition(path, on).plan
        assert sorted(KINDS[kind].subjects(plan)) == sorted(plan.cycle.authorities)


def test_an_action_that_is_only_suggested_makes_no_form() -> None:
    programme = """
    actions:
      write: {do: Write it, owner: each authority, due: Friday 4 June 2027, produces: [self-view], suggested: We think so.}
    """
    papers = "documents:\n  self-view: {title: Self-view, per: authority}\n"
    assert KINDS["self-view"].subjects(plan_of(programme, NAMED, papers=papers)) == ()


@pytest.mark.parametrize(
    ("kind", "subject", "rows"),
    [
        ("mou", "quillmere", ["Director of Children's Services", "Lead Member", "Chief Executive, after Director of Children's Services and Lead Member"]),
        ("self-view", "quillmere", ["Lead Member"]),
        ("forum-notes", "quillmere", ["Director of Children's Services", "Lead Member", "Chief Executive"]),
    ],
)  # fmt: skip
def test_each_who_signs_has_a_line(kind: str, subject: str, rows: list[str]) -> None:
    signed = section(markdown(edition(MADE_UP, "2026-11-23"), kind, subject), "Signed off")
    assert SIGNATURES + "\n".join(f"| {row} |  |  |  |" for row in rows) in signed


def test_where_nobody_is_named_who_signs_is_open() -> None:
    programme = """
    actions:
      sign: {do: Return it, owner: each authority, due: Friday 4 June 2027, produces: [mou]}
    """
    papers = "documents:\n  mou: {title: Memorandum, per: authority}\n"
    text = markdown(edition_of(plan_of(programme, NAMED, papers=papers), "2026-11-02"), "mou", "ash")
    assert "**Who signs is to be confirmed.**" in text
    assert "\nTo be returned\n: By Friday 4 June 2027\n\nFor\n: Ash only\n" in text


def test_what_is_known_stands_in_the_notes_form_and_there_is_room_for_more() -> None:
    text = markdown(rich(AFTER_FORUM), "forum-notes", "inglestone")
    assert (
        "| 1 | **Headline:** First contacts wait |  |\n| 2 | **Headline:** Plans for children drift |  |\n| 3 |  |  |\n"
        in text
    )
    assert (
        "| 1 | Lend an audit team to Inglestone | Dunmarrow | Friday 26 February 2027 |\n| 2 |  |  |  |\n"
        in text
    )
    assert "| 5 |  |  |  |\n" in text
    assert "| 6 |" not in text


def test_where_all_lines_are_taken_there_is_one_more() -> None:
    more = [noted("inglestone", "good-practice", f"Offer {number}", f"x{number}") for number in range(4)]
    rows = section(markdown(rich(AFTER_FORUM, *more), "forum-notes", "inglestone"), "Good practice to share")
    assert "| 4 | Offer 3 |  |\n| 5 |  |  |" in rows
    assert "| 6 |" not in rows


@pytest.mark.parametrize("kind", FORMS)
def test_nothing_of_another_authority_stands_in_a_form(kind: str) -> None:
    of = rich(AFTER_FORUM)
    others = [
        n.finding.text for n in of.findings if n.authority != "quillmere" and n.finding.kind != "placement"
    ]
    text = markdown(of, kind, "quillmere")
    assert [said for said in others if said in text and said != "Quillmere"] == []


def test_a_place_is_shown_only_to_whom_the_file_shows_it() -> None:
    of = rich(
        BEFORE_FORUM,
        noted("quillmere", "placement", "Good to great", "self", "2026-10-16", judged="placement-self"),
    )
    text = markdown(of, "headlines", "quillmere")
    assert (
        "**Good to great**. Judgement: place on the improvement journey, the authority's own judgement"
        in text
    )
    assert "Fair to good" not in text
    assert "It is no Ofsted grade." in text


SHOWN = [
    ("[own authority, team]", "Ash and the Improvement team only"),
    ("[own authority]", "Ash only"),
    (
        "[own authority, each authority in own group, board]",
        "Ash, the other members of its group and the Improvement board only",
    ),
    ("[each authority, team]", "Each authority and the Improvement team only"),
    ("[own authority, each lead authority]", "Ash and each lead authority only"),
    ("[own authority, dcs of each authority]", "Ash and the Director of each authority only"),
]


@pytest.mark.parametrize(("shown", "expected"), SHOWN)
def test_a_self_view_names_everyone_it_is_shown_to(shown: str, expected: str) -> None:
    programme = """
    actions:
      write: {do: Write it, owner: each authority, due: Friday 4 June 2027, produces: [self-view]}
    """
    papers = f"documents:\n  self-view: {{title: Self-view, per: authority, shown-to: {shown}}}\n"
    text = markdown(edition_of(plan_of(programme, NAMED, papers=papers), "2026-11-02"), "self-view", "ash")
    assert f"\nFor\n: {expected}\n" in text


APART = [
    # who may see the self-view, and the place; to whom it goes without the place
    ("[own authority, team, board]", "[own authority, team]", "Ash and the Improvement team only", "the Improvement board"),
    ("[own authority, each authority in own group, team]", "[own authority, team]", "Ash and the Improvement team only", "the other members of its group"),
    ("[own authority, team]", "[own authority, team, board]", "Ash and the Improvement team only", ""),
]  # fmt: skip


@pytest.mark.parametrize(("shown", "placed", "audience", "apart"), APART)
def test_a_self_view_goes_without_the_place_to_whom_that_is_not_shown(
    shown: str, placed: str, audience: str, apart: str
) -> None:
    programme = """
    actions:
      write: {do: Write it, owner: each authority, due: Friday 4 June 2027, produces: [self-view, placement-self]}
    """
    papers = (
        f"documents:\n  self-view: {{title: Self-view, per: authority, shown-to: {shown}}}\n"
        f"  placement-self: {{title: Place, per: authority, shown-to: {placed}}}\n"
    )
    journey = "journey: {title: Journey, stages: [Poor, Fair], placements: [placement-self]}\n"
    of = edition_of(plan_of(programme, NAMED, journey, papers), "2026-11-02")
    text = markdown(of, "self-view", "ash")
    assert f"\nFor\n: {audience}\n" in text
    said = f"**Take this page out before the self-view goes to {apart}**, who may not see it."
    assert (said in text, "Take this page out" in text) == (bool(apart), bool(apart))
    assert text.index("## Signed off" if "## Signed off" in text else "**Who signs") < text.index(
        "## Our own place"
    )


def test_the_own_place_on_record_is_marked() -> None:
    of = rich(
        BEFORE_FORUM,
        noted("quillmere", "placement", "Good to great", "self", "2026-10-16", judged="placement-self"),
    )
    rows = section(markdown(of, "self-view", "quillmere"), "Our own place on the journey")
    assert "| Poor to fair |  |  |\n| Fair to good |  |  |\n| Good to great | On record |  |" in rows


def test_without_headlines_it_is_said_where_they_come_from() -> None:
    text = markdown(edition(MADE_UP, "2026-10-01"), "headlines", "quillmere")
    assert (
        "**No headline is on record yet.** Expected from the Performance and Data group, Thursday 12 November 2026."
        in text
    )
    assert "Place on the improvement journey" not in text


def test_a_closed_headline_is_not_said_to_be_missing() -> None:
    found = noted("ash", "headline", "Late", "h1")
    text = markdown(small([found, closed("h1")], "2026-12-21"), "headlines", "ash")
    assert "**Every headline on record is closed.**" in text
    assert "No headline is on record yet" not in text
    assert "Late" not in text


def test_what_was_closed_since_stands_so_in_the_notes_form() -> None:
    found = noted("ash", "immediate-action", "Lend a panel", "a1", owner="coast", due=date(2026, 12, 11))
    text = markdown(small([found, closed("a1", "Lent")], "2026-12-21"), "forum-notes", "ash")
    assert (
        "| 1 | Lend a panel (Closed on Sunday 20 December 2026. Outcome: Lent) | The Coast group "
        "| Friday 11 December 2026 |" in text
    )


ROW = "| 1 | Lend a panel. | The Coast group | Friday 11 December 2026 |"
EARLIER = "Agreed before the forum, and on record:\n\n- Lend a panel. Who: The Coast group. By Friday 11 December 2026."


@pytest.mark.parametrize(
    ("authority", "day", "said", "unsaid"),
    [
        ("ash", "2026-12-07", EARLIER, ROW),
        ("ash", "2026-12-08", ROW, EARLIER),
        ("birch", "2026-12-14", EARLIER, ROW),  # its own forum is in March
    ],
)
def test_what_was_agreed_before_the_forum_is_none_of_the_forums_actions(
    authority: str, day: str, said: str, unsaid: str
) -> None:
    found = noted(
        authority, "immediate-action", "Lend a panel.", "a1", day, owner="coast", due=date(2026, 12, 11)
    )
    text = markdown(small([found], "2026-12-21"), "forum-notes", authority)
    assert said in text
    assert unsaid not in text


@pytest.mark.parametrize(
    ("when", "held", "said"),
    [
        ("Wednesday 9 December 2026", "", EARLIER),
        ("Wednesday 9 December 2026", "2026-12-08", ROW),  # held a day before it was planned
        ("TBC December 2026", "2026-12-08", ROW),
        ("TBC", "", ROW),  # nobody can say that it came before
    ],
)
def test_of_which_day_the_forum_is_that_actions_came_before(when: str, held: str, said: str) -> None:
    of = cycle(programme=PROGRAMME.replace("Tuesday 8 December 2026", when))
    found = noted(
        "ash", "immediate-action", "Lend a panel.", "a1", "2026-12-08", owner="coast", due=date(2026, 12, 11)
    )
    at = "2026-12-09T10:00:00.000+00:00"
    records = (
        [
            Record(
                "h1", at, "the coordinator", "held", date.fromisoformat(held), event="forum/winter-turn/coast"
            )
        ]
        if held
        else []
    )
    text = markdown(small([found, *records], "2026-12-21", of), "forum-notes", "ash")
    assert said in text


def test_what_happens_to_the_notes_by_round_says_so_while_the_round_is_open() -> None:
    rows = section(
        markdown(edition(REAL, "2017-12-01"), "forum-notes", "bolton"), "What happens to these notes"
    )
    assert "| In January 2018 if you are challenged in December | Send out the notes" in rows
    assert (
        "| After your own peer challenge forum if you are challenged in January | Send out the notes" in rows
    )


def test_what_a_self_view_covers_is_to_be_ticked_and_its_questions_are_the_same_for_all() -> None:
    text = markdown(edition(REAL, "2017-12-01"), "self-view", "bolton")
    covered = section(text, "What it has to cover").splitlines()
    assert len(covered) == 8
    assert covered[0] == "- [ ] The range of evidence and data available"
    assert covered[6] == "- [ ] The corporate calendar, into which the work is fitted"
    questions = [line for line in section(text, "Our self-evaluation").splitlines() if line.startswith("###")]
    assert questions == [
        "### What we know about the quality and the effect of our work",
        "### How we know it",
        "### What we plan for the next 12 months",
    ]


def test_a_challenged_authority_is_told_who_challenges_it() -> None:
    text = markdown(edition(MADE_UP, "2026-11-23"), "forum-notes", "quillmere")
    assert (
        "\nChallenged by\n: Brackenholt, Dunmarrow, Inglestone, Ullerby, Elverthorpe, Tarnwick and Wharrowdale\n"
        in text
    )
    assert "Challenged by" not in markdown(edition(REAL, "2017-12-01"), "forum-notes", "bolton")


def test_all_days_that_a_forum_can_be_on_are_named() -> None:
    text = markdown(edition(REAL, "2017-12-01"), "forum-notes", "bolton")
    assert (
        "\nDate\n: Tuesday 12, Wednesday 13 or Thursday 14 December 2017, or Wednesday 10, Thursday 11 or Friday 12 January "
        "2018 (to be confirmed)\n"
    ) in text


def test_what_happens_to_the_notes_is_in_the_order_it_happens() -> None:
    rows = section(
        markdown(edition(MADE_UP, "2026-11-23"), "forum-notes", "quillmere"), "What happens to these notes"
    )
    steps = [line.split(" | ")[1:] for line in rows.splitlines() if line.startswith("| By")]
    assert steps == [
        ["Send out the notes of the forum", "The Improvement team |"],
        ["Return comments on the notes", "Quillmere |"],
        ["Sign off the notes", "Quillmere |"],
    ]


def test_a_paper_of_the_pack_that_is_made_is_ticked() -> None:
    text = markdown(edition(MADE_UP, "2026-11-23"), "conversation-pack", "quillmere")
    assert "- [ ] **Self-view**. Write the self-view, by Friday 16 October 2026." in text
    assert (
        "Notes of the Annual Conversation are agreed in the meeting.\nThey are evidence for the self-view of 2027/28."
        in text
    )
