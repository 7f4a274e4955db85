"""What a reminder says: papers are sent, deeds are done, each by whose it is, and only what is asked for is named."""

from datetime import date

import pytest

from peercycle.documents.edition import Edition
from peercycle.documents.letter import letter
from peercycle.progress.fold import fold
from peercycle.schedule.chasing import chase
from peercycle.schedule.plan import Plan
from peercycle.schedule.status import Status
from tests.schedule.logs import records_of
from tests.schedule.small_cycles import cycle_of

DUE = "due: 6 November 2026"
LADDER = "reminders:\n  - {after: 3 working days, to: dcs}\n  - {after: 10 working days, to: signatory}\n"
PAPER = f"send: {{do: Send the form, owner: ash, {DUE}, to: team, produces: [view]}}"
DEED = f"agree: {{do: Agree the days, owner: ash, {DUE}}}"
ROLE = f"note: {{do: 'Note the actions for your authority.', owner: lead-member of ash, {DUE}}}"
OWN = f"note: {{do: Note the actions, owner: dcs of ash, {DUE}}}"
POST = f"judge: {{do: Judge, owner: chair of board, {DUE}}}"
SIGNED = f"agree: {{do: Agree the days, owner: ash, {DUE}, sign-off: [dcs, lead-member]}}"
WAITING = f"""
issue: {{do: Issue, owner: team, {DUE}, to: each authority, produces: [plan]}}
comment: {{do: Comment, owner: ash, {DUE}, to: team, needs: [plan]}}
"""
SENT = "If you have sent {} already, or need more time, reply to this email and I will put the record right."
DONE = "If you have done {} already, or need more time, reply to this email and I will put the record right."
IS_DONE = (
    "If this is done already, or more time is needed, reply to this email and I will put the record right."
)
NOTHING_ELSE = "Nothing else is due from Ash."


def letters(
    actions: str, log: str = "2026-09-02 held x", on: str = "2026-11-11", chased: str = ""
) -> list[list[str]]:
    """Return of each letter of a day its title, its request, its lines and its closing sentences."""
    text = "actions:\n  " + "\n  ".join(actions.strip().splitlines()) + "\n"
    day = date.fromisoformat(on)
    cycle = cycle_of(text, more=LADDER)
    records = records_of(log)
    if chased:
        (made,) = records_of("2026-11-01 held x")
        records.append(made._replace(id="c", what="chased", event=None, role="dcs", tasks=(chased,), step=1))
    edition = Edition(Status(Plan(cycle), day, fold(records, day)), "0")
    written = chase(edition.status, "team").letters
    views = [letter(edition, about, "", written) for about in written]
    return [[view["title"], view["request"], *view["lines"], *view["closing"]] for view in views]


BY = "by Wednesday 18 November 2026"
LATE = "It was due on Friday 6 November 2026."
WORDS = [
    (PAPER, ["Ash: self-view", f"Please send the form {BY}. {LATE}", SENT.format("it"), NOTHING_ELSE]),
    (DEED, ["Ash: agree the days", f"Please agree the days {BY}. {LATE}", DONE.format("this"), NOTHING_ELSE]),
    (ROLE, ["Ash: note the actions for your authority", f"Please ask your Lead Member to note the actions for your authority {BY}. {LATE}", IS_DONE, NOTHING_ELSE]),
    (OWN, ["Ash: note the actions", f"Please note the actions {BY}. {LATE}", DONE.format("this"), NOTHING_ELSE]),
    (POST, ["Improvement board: judge", f"Please ask your Chair to judge {BY}. {LATE}", IS_DONE, "Nothing else is due from Improvement board."]),
    (f"{PAPER}\n{ROLE}", [
        "Ash: 2 things to do", f"Please do the following {BY}.", f"Send the form. {LATE}",
        f"Ask your Lead Member to note the actions for your authority. {LATE}", IS_DONE, NOTHING_ELSE,
    ]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("actions", "said"), WORDS, ids=["paper", "deed", "a role's", "own role's", "a post's", "several"]
)
def test_what_is_owed_is_worded_as_what_it_is(actions: str, said: list[str]) -> None:
    assert letters(actions) == [said]


def test_a_signature_for_what_is_no_paper_is_asked_for_by_what_is_to_be_done() -> None:
    (yours,) = letters(SIGNED, "2026-11-05 sent agree ash")
    assert yours[:2] == ["Your signature: Ash, agree the days", f"Please sign this off {BY}: agree the days."]
    (theirs,) = letters(SIGNED, "2026-11-05 sent agree ash\n2026-11-05 signed agree ash dcs")
    assert theirs[1] == f"Please have this signed off by your Lead Member {BY}: agree the days. {LATE}"


def test_what_waits_for_others_is_asked_for_nowhere_and_nothing_else_is_not_said() -> None:
    assert [each[-1] for each in letters(f"{WAITING}\n{PAPER}")] == [SENT.format("it")]


def test_another_letter_of_the_day_is_named_by_its_deeds_and_no_deed_is_thanked_for() -> None:
    actions = f"{ROLE}\n{PAPER}\nmeet: {{do: 'Meet, and agree the days', owner: ash, {DUE}}}\n{DEED}"
    log = "2026-11-05 sent agree ash"
    assert [each[-1] for each in letters(actions, log, "2026-11-20", chased="note/ash")] == [
        f"I write separately about what else is asked of Ash: {other}."
        for other in (
            "to send the form; to meet, and agree the days",
            "to note the actions for your authority (Lead Member)",
        )
    ]
