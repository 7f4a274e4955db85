"""What a checklist says of steps that wait for somebody else's: whose is late, and what waits for the authority itself."""

from datetime import date

import pytest

from peercycle.documents.edition import Edition
from peercycle.documents.kinds import KINDS
from peercycle.schedule.plan import Plan
from peercycle.schedule.status import Status
from tests.documents.made import markdown, section
from tests.schedule.logs import progress_of
from tests.schedule.small_cycles import NAMED, OPEN, cycle_of

PAPERS = """
documents:
  view: {title: Self-view, per: authority}
  pool: {title: Pool of examples}
  secret: {title: Secret notes, per: authority, shown-to: [team]}
  list: {title: List, per: group}
  remarks: {title: Remarks, per: authority}
  draft: {title: "Notes of the forum, for comment", per: authority, shown-to: [own authority, team]}
"""
ACTIONS = """
actions:
  send: {do: Send the self-view, owner: each authority in coast, due: 6 November 2026, produces: [view], to: team,
    sign-off: [lead-member]}
  issue: {do: Issue the notes, owner: team, for: each authority in coast, due: 9 November 2026, to: own authority,
    produces: [draft]}
  return: {do: Return the memorandum, owner: each authority in coast, due: 10 November 2026}
"""


def edition(log: str, programme: str = ACTIONS, people: str = NAMED) -> Edition:
    status = Status(
        Plan(cycle_of(programme, people, papers=PAPERS)), date(2026, 11, 20), progress_of(log, "2026-11-20")
    )
    return Edition(status, "abc123")


@pytest.mark.parametrize(
    ("log", "said"),
    [
        (
            "2026-11-04 sent send birch lead-member",
            "Two things are overdue and one thing should have come to you: see below.",
        ),
        ("2026-11-09 done issue ash", "Two things are overdue: see below."),
        (
            "2026-11-04 sent send ash lead-member\n2026-11-09 done return ash",
            "One thing should have come to you: see below.",
        ),
        (
            "2026-11-04 sent send ash lead-member\n2026-11-09 done return ash\n2026-11-09 done issue ash",
            "",
        ),
        ("", "Three dates have passed with nothing recorded: see below."),
    ],
)
def test_what_should_have_come_is_not_counted_as_the_authoritys_own(log: str, said: str) -> None:
    assert KINDS["checklist"].view(edition(log), "ash")["opening"]["then"] == said


ISSUE = "issue: {do: Issue the notes, owner: team, for: each authority, due: 2 November 2026, to: own authority, produces: [draft]}"
COMMENT = "comment: {do: Comment, owner: each authority, due: 4 November 2026, needs: [draft], produces: [remarks], to: team}"
SIGN = "sign: {do: Sign off, owner: each authority, due: 6 November 2026, needs: [remarks], sign-off: [dcs]}"
WRITE = "write: {do: Write it, owner: each authority, due: 3 November 2026, produces: [view]}"
KEEP = (
    "keep: {do: Keep it secret, owner: team, for: each authority, due: 3 November 2026, produces: [secret]}"
)
USE = "use: {do: Use it, owner: each authority, due: 5 November 2026, needs: [%s]}"
GIVE = "give: {do: Give an example, owner: birch, due: 3 November 2026, produces: [pool]}"
GROUPS = "allot: {do: Share it out, owner: each group, due: 4 November 2026, produces: [list]}"
MEETINGS = """
  forum: {title: Forum, for: each group, date: {coast: 5 November 2026, moor: 6 November 2026}, produces: [list],
    attends: {each authority in own group: all}}
  sitting: {title: Sitting, date: 5 November 2026, produces: [draft], attends: {board: all}}
"""


def programme(*actions: str, meetings: str = "") -> str:
    """Return a programme of these actions, and of one that nobody waits for, so that there is a log."""
    begin = "begin: {do: Begin, owner: team, due: 1 November 2026}"
    lines = "".join(f"  {line}\n" for line in (begin, *actions))
    return f"actions:\n{lines}" + (f"events:{meetings}" if meetings else "")


WAITING = [
    # the notes never came; what follows from the own remarks waits for the notes, too
    (programme(ISSUE, COMMENT, SIGN), "", [], [
        ("- [ ] **Comment.** It was due by Wednesday 4 November 2026. To: the Improvement team. "
        "It waits for: notes of the forum, for comment, from the Improvement team."),
        ("- [ ] **Sign off.** It was due by Friday 6 November 2026. To be signed by: Director. "
        "It waits for: notes of the forum, for comment, from the Improvement team."),
    ]),
    # they came, and what is late is the authority's own
    (programme(ISSUE, COMMENT, SIGN), "2026-11-02 done issue ash", ["Comment", "Sign off"], []),
    # what has begun has its papers
    (programme(ISSUE, COMMENT), "2026-11-03 signed comment ash", ["Comment"], []),
    # its own step besides
    (programme(ISSUE, WRITE, USE % "view, draft"), "", ["Write it"], [
        ("- [ ] **Use it.** It was due by Thursday 5 November 2026. "
        "It waits for: self-view, from you; notes of the forum, for comment, from the Improvement team."),
    ]),
    # a paper the authority is not shown has no name, nor has another authority
    (programme(KEEP, USE % "secret"), "", [], [
        "- [ ] **Use it.** It was due by Thursday 5 November 2026. It waits for: something from the Improvement team.",
    ]),
    (programme(GIVE, USE % "pool"), "", [], [
        "- [ ] **Use it.** It was due by Thursday 5 November 2026. It waits for: pool of examples, from another authority.",
    ]),
    (programme(GROUPS, USE % "list"), "", ["Share it out"], [
        "- [ ] **Use it.** It was due by Thursday 5 November 2026. It waits for: list, from the Coast group.",
    ]),
    # a meeting that the authority goes to has its title, any other has none
    (programme(USE % "list, draft", meetings=MEETINGS), "", [], [
        ("- [ ] **Use it.** It was due by Thursday 5 November 2026. It waits for: list, from the forum on Thursday 5 November 2026, "
        "which is not recorded as held; notes of the forum, for comment, from a meeting that is not recorded as held."),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("actions", "log", "own", "waiting"), WAITING)
def test_what_waits_for_others_is_not_the_authoritys_overdue(
    actions: str, log: str, own: list[str], waiting: list[str]
) -> None:
    of = edition(f"2026-11-01 done begin\n{log}", actions)
    text = markdown(of, "checklist", "ash")
    assert [row["what"] for row in KINDS["checklist"].view(of, "ash")["overdue"]] == own
    found = section(text, "Waiting for somebody else").splitlines()
    assert [line for line in found if line.startswith("- ")] == waiting


HELD_UP = "This cannot be sent before you have done what is overdue: send the self-view"
ANSWER = """
actions:
  write: {do: Write the self-view, owner: each authority in coast, due: with send, produces: [view]}
  send: {do: "Send the self-view, signed", title: Send the self-view, owner: each authority in coast, due: 6 November 2026,
    needs: [view], to: team, sign-off: [lead-member]}
  answer: {do: Answer, owner: team, for: each authority in coast, due: DUE, to: own authority, needs: [view], produces: [draft]}
"""


@pytest.mark.parametrize(
    ("log", "said"),
    [
        ("2026-11-04 sent send birch lead-member", f"Notes of the forum, for comment. {HELD_UP}"),
        ("2026-11-04 sent send ash", ""),  # the signature is missing, the self-view is there
        ("2026-11-04 sent send ash lead-member", ""),
        ("", ""),
    ],
)
def test_what_an_authority_holds_up_itself_is_not_promised_to_it(log: str, said: str) -> None:
    ahead = markdown(edition(log, ANSWER.replace("DUE", "26 November 2026")), "checklist", "ash")
    (row,) = [line for line in ahead.splitlines() if line.startswith("| By Thursday 26 November 2026 |")]
    assert (HELD_UP in row) == bool(said)
    assert f"| {said}" in row
    gone_by = markdown(edition(log, ANSWER.replace("DUE", "12 November 2026")), "checklist", "ash")
    (row,) = [line for line in gone_by.splitlines() if line.startswith("- **By Thursday 12 November 2026:**")]
    assert row.endswith(
        f", from the Improvement team. {HELD_UP}." if said else ", from the Improvement team."
    )


def test_what_another_authority_holds_up_is_not_said() -> None:
    log = "2026-11-04 sent send ash lead-member"
    programme = ANSWER.replace("for: each authority in coast, ", "").replace(
        "own authority", "each authority"
    )
    of = edition(log, programme.replace("DUE", "26 November 2026"))
    assert [s.roots for s in of.status.standings if s.task.action == "answer"] == [("write/birch",)]
    assert "cannot be sent" not in markdown(of, "checklist", "ash")
    assert "cannot be sent" in markdown(of, "checklist", "birch")


CARRY = "carry: {do: Carry it out, owner: each group, due: 12 November 2026, needs: [list]}"
OF_FORUM = "It waits for: list, from the forum{}, which is not recorded as held."


@pytest.mark.parametrize(
    ("people", "held", "said"),
    [
        (NAMED, "", OF_FORUM.format(" on Thursday 5 November 2026")),
        (NAMED, "2026-11-06 held forum/moor", OF_FORUM.format(" on Thursday 5 November 2026")),
        (NAMED, "2026-11-05 held forum/coast", ""),
        # which group it is in is open, and so which forum is its own
        (OPEN, "", OF_FORUM.format("")),
        (OPEN, "2026-11-06 held forum/moor", OF_FORUM.format("")),
        (OPEN, "2026-11-05 held forum/coast\n2026-11-06 held forum/moor", ""),
    ],
)
def test_what_a_group_waits_for_is_not_said_of_one_group_while_the_own_is_open(
    people: str, held: str, said: str
) -> None:
    log = f"2026-11-01 done begin\n{held}"
    view = KINDS["checklist"].view(edition(log, programme(CARRY, meetings=MEETINGS), people), "ash")
    assert [row["details"][-1] for row in view["waiting"]] == ([said] if said else [])
    assert [row["what"] for row in view["overdue"]] == ([] if said else ["Carry it out"])
