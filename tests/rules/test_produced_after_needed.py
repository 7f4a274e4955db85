"""Papers that come too late whatever is decided."""

from pathlib import Path

import pytest

from peercycle.rules import produced_after_needed
from tests.rules.examples import Found, Marked, every_fault, faults, found_in

RULE = "produced-after-needed"
ISSUE = "phases/questions/actions/issue-questions/due"
REAL = Path(__file__).parent.parent.parent / "cycles" / "2017-18.yaml"
FORUMS = "the data pack is produced after the forums that need it"
OPEN = "authorities:\n" + "".join(
    f"  {key}: {{name: {key.capitalize()}, group: TBC, round: TBC}}\n"
    for key in ("larkmoor", "orrinshaw", "hollinsea", "pellbridge")
)


def test_the_real_cycle_with_data_packs_too_late_for_the_first_two_forums() -> None:
    text = REAL.read_text(encoding="utf-8")
    right = "        due: nwadcs-november\n        to: own authority\n"
    assert text.count(right) == 1
    wrong = text.replace(right, right.replace("nwadcs-", "15 working days after nwadcs-"))
    (fault,) = found_in(wrong, (produced_after_needed,), source=None)
    assert fault.message == FORUMS
    assert fault.note == "= Thursday 14 December 2017"
    assert fault.hint == (
        "Counted from Thursday 23 November 2017. The latest that fits: 12 working days after nwadcs-november, "
        "which is Monday 11 December 2017."
    )
    assert [related.message for related in fault.related] == [
        "produced here",
        "needed here, 2 working days earlier",
        "and here, 1 working day earlier",
    ]


def test_the_sum_is_marked_and_what_is_needed_before() -> None:
    assert faults(RULE, "issue-questions:\n  due: 15 working days after nwadcs-november") == [
        Found(
            ISSUE,
            "15 working days after nwadcs-november",
            FORUMS,
            "= Thursday 14 December 2017",
            "Counted from Thursday 23 November 2017. The latest that fits: 12 working days after "
            "nwadcs-november, which is Monday 11 December 2017.",
            (
                Marked("data-pack", "produced here"),
                Marked("before own forum", "needed here, 3 working days earlier"),
                Marked("Tuesday 12 December 2017", "and here, 2 working days earlier"),
                Marked("Wednesday 13 December 2017", "and here, 1 working day earlier"),
            ),
            75,
            14,
        )
    ]


@pytest.mark.parametrize(
    ("due", "message", "note", "hint"),
    [
        ("after own forum", FORUMS, "= not before Wednesday 13 December 2017", "The latest that fits: Monday 11 December 2017."),
        (
            "own forum",
            "the data pack is produced after the action that needs it",
            "= Tuesday 12 December 2017",
            "The latest that fits: Monday 11 December 2017.",
        ),
        (
            "1 month before nwadcs-february",
            FORUMS,
            "= Monday 1 January 2018",
            ("Counted from Thursday 1 February 2018. The latest that fits: 2 months before nwadcs-february, which is "
            "Friday 1 December 2017."),
        ),
        (
            "5 weeks after submit-self-view",
            "",
            "",
            "",
        ),
        (
            "7 weeks after submit-self-view",
            FORUMS,
            "= Friday 15 December 2017",
            ("Counted from Friday 27 October 2017. The latest that fits: 6 weeks after submit-self-view, which is "
            "Friday 8 December 2017."),
        ),
        (
            "2 days after own forum",
            FORUMS,
            "= Thursday 14 December 2017",
            ("Counted from Tuesday 12 December 2017. The latest that fits: 1 day before own forum, which is Monday 11 "
            "December 2017."),
        ),
    ],
)  # fmt: skip
def test_deadlines_of_all_kinds(due: str, message: str, note: str, hint: str) -> None:
    found = faults(RULE, f"issue-questions:\n  due: {due}")
    assert [(fault.message, fault.note, fault.hint) for fault in found] == [(message, note, hint)][
        : bool(message)
    ]


@pytest.mark.parametrize(
    ("fragment", "hint"),
    [
        (
            "nwadcs-november:\n  date: Monday 11 December 2017\nissue-questions:\n  due: 2 days after nwadcs-november",
            "Counted from Monday 11 December 2017. The latest that fits: nwadcs-november, which is Monday 11 December 2017.",
        ),
        (OPEN + "issue-questions:\n  due: 30 days after own forum", "The latest that fits: Monday 11 December 2017."),
    ],
)  # fmt: skip
def test_the_sum_that_fits_may_be_none(fragment: str, hint: str) -> None:
    (fault,) = faults(RULE, fragment)
    assert fault.hint == hint


def test_a_plain_day_needs_no_sum() -> None:
    (fault,) = faults(RULE, "nwadcs-february:\n  needs: [data-pack]\nissue-questions:\n  due: TBC\n  for: larkmoor\nsubmit-self-view:\n  due: Friday 27 October 2017\n  needs: [minutes]\ndocuments:\n  minutes: {title: Minutes and notes}\nnwadcs-november:\n  produces: [minutes]")  # fmt: skip
    assert fault == Found(
        "phases/questions/events/nwadcs-november/date",
        "Thursday 23 November 2017",
        "the minutes and notes are produced after the action that needs them",
        "",
        "The latest that fits: Friday 27 October 2017.",
        (
            Marked("minutes", "produced here"),
            Marked("Friday 27 October 2017", "needed here, 19 working days earlier"),
        ),
        fault.line,
        fault.column,
    )


def test_an_authority_with_a_deadline_of_its_own() -> None:
    (fault,) = faults(
        RULE,
        "challenge:\n  when: December 2017 to January 2018\nissue-questions:\n"
        "  except:\n    larkmoor: {due: 20 days after nwadcs-november, because: Away}",
    )
    assert fault.place == "phases/questions/actions/issue-questions/except/larkmoor/due"
    assert fault.note == "= Wednesday 13 December 2017"
    assert [mark.message for mark in fault.related] == [
        "produced here",
        "needed here, 2 working days earlier",
        "and here, 1 working day earlier",
    ]


def test_where_memberships_are_open_all_must_be_late() -> None:
    late = OPEN + "issue-questions:\n  due: 15 working days after nwadcs-november\n"
    (fault,) = faults(RULE, late)
    assert fault.message == FORUMS
    assert len(fault.related) == 3
    assert faults(RULE, late + "  except:\n    larkmoor: {due: nwadcs-november, because: First}") == []


def test_what_is_counted_from_ones_own_forum_is_late_whichever_that_is() -> None:
    (fault,) = faults(RULE, OPEN + "issue-questions:\n  due: after own forum")
    assert [mark.message for mark in fault.related[1:]] == [
        "needed here, 1 working day earlier",
        *["and here, 1 working day earlier"] * 3,
    ]
    assert faults(RULE, OPEN + "issue-questions:\n  due: before own forum") == []


def test_of_many_places_only_some_are_shown() -> None:
    events = "".join(
        f"      e-{n}: {{title: Event {n}, date: Friday {day} November 2017, needs: [data-pack]}}\n"
        for n, day in enumerate((3, 10, 17, 24, 24, 24))
    )
    fragment = (
        f"phases:\n  questions:\n    events:\n{events}issue-questions:\n  due: 2 days after nwadcs-november"
    )
    (fault,) = faults(RULE, fragment)
    assert fault.message == "the data pack is produced after what needs it"
    assert [mark.message for mark in fault.related] == [
        "produced here",
        "needed here, 15 working days earlier",
        "and here, 10 working days earlier",
        "and here, 5 working days earlier",
        "and here, 1 day earlier, and in 2 more",
    ]


def test_a_weekend_between_counts_in_days() -> None:
    fragment = (
        "questions:\n  q: {ask: When?, about: forum}\nnwadcs-november:\n  date: Friday 24 November 2017\n"
        "  needs: [data-pack]\nissue-questions:\n  due: 1 day after nwadcs-november"
    )
    (fault,) = faults(RULE, fragment)
    assert fault.message == "the data pack is produced after the meeting that needs it"
    assert fault.related[1] == Marked("Friday 24 November 2017", "needed here, 1 day earlier")


@pytest.mark.parametrize(
    "fragment",
    [
        "issue-questions:\n  due: TBC 15 working days after nwadcs-november",
        "issue-questions:\n  due: TBC",
        "issue-questions:\n  due: by April 2018",
        "issue-questions:\n  due: own forum\nprepare-for-own-forum:\n  due: own forum",
        "issue-questions:\n  due: 15 working days after nwadcs-november\nnwadcs-november:\n  produces: [data-pack]",
        "issue-questions:\n  due: after own forum\nsubmit-self-view:\n  produces: [self-view, data-pack]\n  tracked: false",
        "forum:\n  needs: [no-such]",
        "phases:\n  p: {title: P, when: May 2018}\ndocuments: {}",
    ],
)
def test_no_fault(fragment: str) -> None:
    assert faults(RULE, fragment) == []


@pytest.mark.parametrize(
    ("fragment", "rules"),
    [
        (
            "forum:\n  date:\n    january: {cluster-moor: 10 January 2017, cluster-coast: TBC}",
            ["date-outside-cycle"],
        ),
        ("nwadcs-february:\n  date: Monday 8 January 2018", ["date-outside-phase"]),
        (
            "nwadcs-november:\n  date: Thursday 15 February 2018",
            ["date-outside-phase"],
        ),
    ],
)  # fmt: skip
def test_from_a_wrong_date_nothing_further_is_concluded(fragment: str, rules: list[str]) -> None:
    assert [rule for rule in every_fault(fragment) if rule != "unanswered-question"] == rules


def test_it_can_be_waived_for_what_produces_the_paper() -> None:
    late = "issue-questions:\n  due: 15 working days after nwadcs-november\n"
    waiver = (
        "waivers:\n  late-pack: {rule: produced-after-needed, about: issue-questions, because: Agreed, "
        "until: Thursday 14 December 2017}"
    )
    assert every_fault(late) == [RULE]
    assert every_fault(late + waiver) == []
