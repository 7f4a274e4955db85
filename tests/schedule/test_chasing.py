"""Who is reminded of what, on which step of the ladder, and which role is written to."""

from datetime import date

import pytest

from peercycle.progress.fold import fold
from peercycle.progress.record import Record
from peercycle.schedule.chasing import Chase, chase
from peercycle.schedule.plan import Plan
from peercycle.schedule.status import Status
from tests.schedule.logs import records_of
from tests.schedule.small_cycles import cycle_of

ACTIONS = """
actions:
  write: {do: Write, owner: each authority in coast, due: with send, produces: [view]}
  send: {do: Send, owner: each authority in coast, due: 6 November 2026, needs: [view], to: team,
    sign-off: [lead-member]}
  return: {do: Return, owner: each authority in coast, due: 6 November 2026, to: team, sign-off: [dcs, then lead-member]}
  share: {do: Share, owner: team, for: each authority in coast, due: 9 November 2026, needs: [view]}
  help: {do: Help, owner: each authority in coast, due: 6 November 2026, suggested: To see}
  prepare: {do: Prepare, owner: each authority in coast, due: 6 November 2026, tracked: false}
  judge: {do: Judge, owner: board, due: 6 November 2026}
"""
LADDER = "reminders:\n  - {after: 3 working days, to: dcs}\n  - {after: 10 working days, to: signatory}\n"
NOTHING_YET = "2026-09-02 done judge"


def sent(task: str, step: int, day: str, role: str = "dcs") -> Record:
    (made,) = records_of(f"{day} held x")
    return made._replace(id=f"{task}-{step}", what="chased", event=None, role=role, tasks=(task,), step=step)


def found(log: str, on: str, *more: Record, ladder: str = LADDER) -> Chase:
    progress = fold([*records_of(log), *more], date.fromisoformat(on))
    return chase(Status(Plan(cycle_of(ACTIONS, more=ladder)), date.fromisoformat(on), progress), "team")


def letters(held: Chase) -> list[str]:
    """Return letters as `owner to copied step: actions`."""
    return [
        f"{letter.owner} {letter.to} {letter.copied or '-'} {letter.step}: "
        + ", ".join(standing.task.action for standing in letter.owed)
        for letter in held.letters
    ]


LETTERS = [
    # not yet late, and late but not yet time
    ("2026-11-06", [], NOTHING_YET, []),
    ("2026-11-10", [], NOTHING_YET, []),
    # three working days after: one letter each, writing and sending as one thing, nothing suggested or untracked
    ("2026-11-11", [], NOTHING_YET, ["ash dcs - 1: send, return", "birch dcs - 1: send, return"]),
    # who has done it is not written to, nor is the team
    (
        "2026-11-11",
        [],
        "2026-11-05 sent send ash lead-member\n2026-11-05 done return ash\n2026-11-05 done return birch",
        ["birch dcs - 1: send", "board board - 1: judge"],
    ),
    # the same step is not taken twice in a row
    ("2026-11-12", [sent("return/ash", 1, "2026-11-11")], NOTHING_YET, ["ash dcs - 1: send", "birch dcs - 1: send, return"]),
    # nobody is escalated who was never reminded, however late
    ("2026-12-18", [], NOTHING_YET, ["ash dcs - 1: send, return", "birch dcs - 1: send, return"]),
    # the second step goes to whose signature is missing, with a copy to the first
    (
        "2026-11-20",
        [sent("send/ash", 1, "2026-11-11"), sent("return/ash", 1, "2026-11-11")],
        "2026-11-05 sent send ash\n2026-11-05 signed return ash dcs\n2026-11-05 done send birch\n2026-11-05 done return birch",
        ["ash lead-member dcs 2: send, return", "board board - 1: judge"],
    ),
    # and to the first again where nothing has come at all
    (
        "2026-11-20",
        [sent("send/ash", 1, "2026-11-11"), sent("return/ash", 1, "2026-11-11")],
        "2026-11-05 done send birch\n2026-11-05 done return birch\n2026-11-05 done judge",
        ["ash dcs - 2: send, return"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("on", "chased", "log", "expected"), LETTERS)
def test_who_is_written_to(on: str, chased: list[Record], log: str, expected: list[str]) -> None:
    assert letters(found(log, on, *chased)) == expected


def test_what_is_left_to_the_coordinator() -> None:
    steps = [sent("return/ash", step, day) for step, day in ((1, "2026-11-11"), (2, "2026-11-20"))]
    log = "2026-11-05 done send ash\n2026-11-05 done send birch\n2026-11-05 done judge\n2026-11-05 done share birch"
    held = found(log, "2026-12-01", *steps, sent("return/birch", 1, "2026-11-30"))
    assert letters(held) == ["birch dcs - 2: return"]
    assert {owner: [s.task.id for s in owed] for owner, owed in held.past_last.items()} == {
        "ash": ["return/ash"]
    }
    assert {owner: [s.task.id for s in owed] for owner, owed in held.own.items()} == {"team": ["share/ash"]}
    early = found(log, "2026-11-09")
    assert {owner: len(owed) for owner, owed in early.waiting.items()} == {"ash": 1, "birch": 1}


def test_the_answer_is_asked_for_in_five_working_days() -> None:
    assert {letter.answer_by for letter in found(NOTHING_YET, "2026-11-11").letters} == {date(2026, 11, 18)}


def test_the_reminder_before_is_the_latest() -> None:
    chased = [sent("send/ash", 1, "2026-11-11"), sent("return/ash", 1, "2026-11-12")]
    (ash, _) = found("2026-11-05 done judge", "2026-11-20", *chased).letters[:2]
    assert ash.before
    assert ash.before.date == date(2026, 11, 12)


def test_a_file_without_a_ladder_has_one_step() -> None:
    held = found(NOTHING_YET, "2026-11-09", ladder="")
    assert letters(held) == ["ash dcs - 1: send, return", "birch dcs - 1: send, return"]
    again = found(NOTHING_YET, "2026-11-10", sent("send/ash", 1, "2026-11-09"), ladder="")
    assert [s.task.id for s in again.past_last["ash"]] == ["send/ash"]
