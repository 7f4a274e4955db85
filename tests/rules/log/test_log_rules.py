"""What each rule for logs finds: lines of a log beside the places, messages and hints expected."""

from textwrap import dedent

import pytest

from peercycle.progress.record import Record
from peercycle.rules.log import check_log
from peercycle.rules.log.logged import Logged
from peercycle.schedule.plan import Plan
from tests.schedule.logs import records_of
from tests.schedule.small_cycles import cycle_of

PROGRAMME = """
events:
  sitting: {title: Sitting, date: 20 November 2026, needs: [view], produces: [plan]}
actions:
  write: {do: Write, owner: each authority in coast, due: 30 October 2026, produces: [view]}
  send: {do: Send, owner: each authority in coast, due: 6 November 2026, needs: [view], sign-off: [lead-member]}
  return: {do: Return, owner: each authority, due: 6 November 2026, sign-off: [dcs, lead-member, then team]}
  tell: {do: Tell, owner: team, due: 30 November 2026, needs: [plan]}
"""
JOURNEY = """
journey: {title: Journey, stages: [Poor to fair, Fair to good], enablers: [Leadership], placements: [view]}
"""


def logged(records: list[Record]) -> Logged:
    return Logged(
        Plan(cycle_of(PROGRAMME, more=JOURNEY)), [r._replace(line=n) for n, r in enumerate(records, 1)]
    )


def found(records: list[Record]) -> list[str]:
    """Return every fault as `line/key rule: message | hint`, then the related places with what they say."""
    lines = []
    for rule, severity, fault in check_log(logged(records)):
        related = "".join(f" <- {'/'.join(mark.place)}: {mark.message}" for mark in fault.related)
        lines.append(f"{'/'.join(fault.at.place)} {rule}: {fault.message} | {fault.hint}{related}")
        assert severity == "warning"
    return lines


CASES = {
    "nothing is wrong": (
        """
        2026-10-30 done write ash
        2026-11-05 sent send ash lead-member
        2026-11-05 signed return ash dcs
        2026-11-05 signed return ash lead-member
        2026-11-06 signed return ash team
        2026-11-20 held sitting
        2026-11-21 sent tell
        """,
        [],
    ),
    "an action that is mistyped": (
        "2026-11-05 sent sned ash",
        ["1/action unknown-action: this cycle has no action called 'sned' | Nearest: send"],
    ),
    "an authority that is mistyped, and nothing more of it": (
        "2026-11-05 signed send bich dcs",
        ["1/authority unknown-action: this cycle has no authority called 'bich' | Nearest: birch"],
    ),
    "an authority that has no such task": (
        "2026-11-05 sent send elm",
        [
            ("1/authority unknown-action: Elm has nothing to do with send | "
            "Take the record back, or change who owes it in the cycle file.")
        ],
    ),
    "an action of authorities recorded of nobody": (
        "2026-11-05 sent send",
        ["1/action unknown-action: this cycle has no task called 'send' | Nearest: send/ash"],
    ),
    "a meeting that is mistyped": (
        "2026-11-20 held siting",
        ["1/event unknown-action: this cycle has no meeting called 'siting' | Nearest: sitting"],
    ),
    "who does not sign": (
        "2026-11-05 signed send ash dcs",
        ["1/role wrong-signatory: the Director does not sign send | It is signed by the Lead Member (lead-member)."],
    ),
    "a role nobody knows, of what nobody signs": (
        "2026-11-21 sent tell - chair",
        ["1/role wrong-signatory: 'chair' does not sign tell | Nobody signs it: leave the role out."],
    ),
    "a signature dated before an earlier one, whatever the order of lines": (
        """
        2026-11-05 signed return ash team
        2026-11-06 signed return ash dcs
        """,
        [
            ("1/date record-out-of-order: the Improvement team signed return before the Director, who comes first: "
            "Thursday 5 November 2026 | If one of the dates is wrong, take that record back and record it anew."
            " <- 2/date: Friday 6 November 2026")
        ],
    ),
    "a signature whose earlier one is only missing": ("2026-11-05 signed return ash team", []),
    "what is dated before the meeting that makes its paper": (
        """
        2026-11-20 held sitting
        2026-11-19 sent tell
        """,
        [
            ("2/date record-out-of-order: tell is dated before sitting, which makes what it needs: "
            "Thursday 19 November 2026 | If one of the dates is wrong, take that record back and record it anew."
            " <- 1/date: Friday 20 November 2026")
        ],
    ),
    "what is dated before the task that makes its paper": (
        """
        2026-11-04 done write ash
        2026-11-03 sent send ash
        """,
        [
            ("2/date record-out-of-order: send is dated before write, which makes what it needs: "
            "Tuesday 3 November 2026 | If one of the dates is wrong, take that record back and record it anew."
            " <- 1/date: Wednesday 4 November 2026")
        ],
    ),
    "a day after it was written down, and nothing that follows": (
        """
        2027-11-05 signed return ash dcs
        2026-11-06 signed return ash team
        """,
        [
            ("1/date future-record: Friday 5 November 2027 is after the day on which this was written down, "
            "2027-07-01 | Take it back, and record it when it has happened.")
        ],
    ),
    "a meeting held on two days": (
        """
        2026-11-20 held sitting
        2026-11-23 held sitting
        2026-11-20 held sitting
        """,
        [
            ("2/date conflicting-records: sitting is recorded as held on another day, too: Monday 23 November 2026 | "
            "Take one of them back. <- 1/date: held on Friday 20 November 2026")
        ],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_what_is_found(case: str) -> None:
    log, expected = CASES[case]
    assert found(records_of(dedent(log))) == expected


@pytest.mark.parametrize("case", CASES)
def test_the_order_of_the_lines_is_no_matter(case: str) -> None:
    records = records_of(dedent(CASES[case][0]))
    rules = [line.split()[1] for line in found(records)]
    assert [line.split()[1] for line in found(records[::-1])] == rules


def test_what_is_taken_back_is_no_fault() -> None:
    (wrong,) = records_of("2026-11-05 sent sned ash")
    undone = wrong._replace(id="u1", what="undone", undoes=wrong.id)
    assert found([wrong, undone]) == []


@pytest.mark.parametrize(
    ("key", "what", "message"),
    [
        ("undoes", "undone", "no record in this log has the id gone | If another clone has it, merge that; else take this line out."),
        ("closes", "closed", "no record in this log has the id gone | If another clone has it, merge that; else take this line out."),
    ],
)  # fmt: skip
def test_what_takes_back_or_closes_nothing(key: str, what: str, message: str) -> None:
    (record,) = records_of("2026-11-05 sent send ash")
    lone = record._replace(what=what, **{key: "gone"})  # type: ignore[arg-type]
    assert found([lone]) == [f"1/{key} conflicting-records: {message}"]


def test_only_a_finding_can_be_closed() -> None:
    (sent,) = records_of("2026-11-05 sent send ash")
    closed = sent._replace(id="c1", what="closed", action=None, closes=sent.id)
    assert found([sent, closed]) == [
        "2/closes conflicting-records: r1 is no finding, so it cannot be closed | Take this record back."
    ]
