"""Days to be confirmed that may fall after the paper is needed."""

from pathlib import Path

import pytest

from peercycle.rules import tbc_after_use
from tests.rules.examples import Found, Marked, every_fault, faults, found_in

RULE = "tbc-after-use"
ISSUE = "phases/questions/actions/issue-questions/due"
REAL = Path(__file__).parent.parent.parent / "cycles" / "2017-18.yaml"
OPEN = "authorities:\n" + "".join(
    f"  {key}: {{name: {key.capitalize()}, group: TBC, round: TBC}}\n"
    for key in ("larkmoor", "orrinshaw", "hollinsea", "pellbridge")
)


@pytest.mark.parametrize(
    ("date", "message", "note", "related", "hint"),
    [
        (
            "TBC March 2018",
            "the regional overview may come after the meeting that needs it",
            "quality-meeting, which produces it: up to Saturday 31 March 2018",
            "nwadcs-march needs it",
            "Once a day is known, name one before Thursday 22 March 2018. Until then: TBC before nwadcs-march",
        ),
        (
            "TBC Wednesday 28 March 2018",
            "the regional overview would be ready after the meeting that needs it",
            "quality-meeting, which produces it",
            "nwadcs-march needs it 4 working days earlier",
            "Confirm a day before Thursday 22 March 2018, or write: TBC before nwadcs-march",
        ),
    ],
)
def test_the_quality_assurance_meeting_of_the_real_cycle(
    date: str, message: str, note: str, related: str, hint: str
) -> None:
    text = REAL.read_text(encoding="utf-8")
    assert text.count("date: TBC March 2018") == 1
    (fault,) = found_in(text.replace("TBC March 2018", date), (tbc_after_use,), source=None)
    assert fault.place == "phases/support/events/quality-meeting/date"
    assert (fault.severity, fault.message, fault.note, fault.hint) == ("warning", message, note, hint)
    assert [mark.message for mark in fault.related] == [related]


def test_the_real_cycle_has_no_other() -> None:
    text = REAL.read_text(encoding="utf-8").replace("TBC March 2018", "TBC before nwadcs-march")
    assert found_in(text, (tbc_after_use,), source=None) == []


def test_an_action_whose_day_is_open() -> None:
    assert faults(RULE, "issue-questions:\n  due: TBC December 2017") == [
        Found(
            ISSUE,
            "TBC December 2017",
            "the data pack may come after the forums that need it",
            "issue-questions, which produces it: up to Sunday 31 December 2017",
            "Once a day is known, name one before Monday 11 December 2017. Until then: TBC before "
            "prepare-for-own-forum",
            (
                Marked("before own forum", "prepare-for-own-forum needs it"),
                Marked("Tuesday 12 December 2017", "forum needs it"),
                Marked("Wednesday 13 December 2017", "forum needs it"),
            ),
            75,
            14,
        )
    ]


@pytest.mark.parametrize(
    ("needs", "hint"),
    [
        ("for: larkmoor", "or write: TBC before own forum"),
        ("produces: [data-pack]", "or write: TBC before own forum"),
        ("owner: nwadcs\n  for: []", "or write: TBC before first forum"),
    ],
)
def test_the_hint_names_the_meeting_as_a_deadline_does(needs: str, hint: str) -> None:
    fragment = f"prepare-for-own-forum:\n  needs: []\nissue-questions:\n  due: TBC Monday 18 December 2017\n  {needs}"
    (fault,) = faults(RULE, fragment)
    assert fault.hint == f"Confirm a day before Tuesday 12 December 2017, {hint}"


@pytest.mark.parametrize("date", ["TBC Monday 20 November 2017", "TBC 20 to 24 November 2017"])
def test_a_meeting_whose_day_is_open_needs_what_has_a_day(date: str) -> None:
    fragment = f"nwadcs-november:\n  date: {date}\n  needs: [data-pack]\nissue-questions:\n  due: Tuesday 21 November 2017"
    (fault,) = faults(RULE, fragment)
    verb = "would be ready" if "Monday" in date else "may come"
    assert fault == Found(
        "phases/questions/events/nwadcs-november/date",
        date,
        f"the data pack {verb} after the meeting that needs it",
        "nwadcs-november, which needs it",
        "Confirm a day on or after Tuesday 21 November 2017.",
        (Marked("Tuesday 21 November 2017", "issue-questions, which produces it"),),
        fault.line,
        fault.column,
    )


def test_papers_in_the_plural() -> None:
    fragment = (
        "documents:\n  notes: {title: Notes of the meeting}\nnwadcs-november:\n  date: TBC 20 to 24 November 2017\n"
        "  needs: [notes]\nissue-questions:\n  due: Tuesday 21 November 2017\n  produces: [data-pack, notes]"
    )
    (fault,) = faults(RULE, fragment)
    assert fault.message == "the notes of the meeting may come after the meeting that needs them"
    assert fault.note == "nwadcs-november, which needs them"
    assert fault.related[0].message == "issue-questions, which produces them"


@pytest.mark.parametrize(
    "fragment",
    [
        "issue-questions:\n  due: TBC",
        "issue-questions:\n  due: TBC before own forum\nprepare-for-own-forum:\n  needs: []",
        "issue-questions:\n  due: 15 working days after nwadcs-november",
        "nwadcs-february:\n  date: TBC February 2018",
        ("nwadcs-november:\n  date: TBC November 2017\nissue-questions:\n  due: 5 days after nwadcs-november\n"
        "prepare-for-own-forum:\n  due: 10 days after nwadcs-november"),
        "nwadcs-february:\n  date: TBC after own forum\n  for: each authority",
        OPEN + "forum:\n  date: TBC December 2017\nissue-questions:\n  due: before own forum\n"
        "prepare-for-own-forum:\n  due: own forum",
    ],
)  # fmt: skip
def test_no_fault(fragment: str) -> None:
    assert faults(RULE, fragment) == []


def test_from_a_misprint_nothing_further_is_concluded() -> None:
    found = every_fault("forum:\n  date: TBC 10 January 2017")
    assert set(found) == {"date-outside-cycle", "unanswered-question"}
