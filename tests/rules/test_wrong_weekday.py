"""Weekdays that are not those of their days."""

import pytest

from tests.rules.examples import Found, Marked, faults


def found(fragment: str) -> list[Found]:
    return faults("wrong-weekday", fragment)


def test_both_readings_are_offered_and_the_source_is_shown() -> None:
    assert found("submit-self-view:\n  due: Thursday 27 October 2017") == [
        Found(
            "phases/self-evaluation/actions/submit-self-view/due",
            "Thursday",
            "27 October 2017 is a Friday, not a Thursday",
            hint="Write Friday 27 October 2017. If the Thursday is right, it is Thursday 26 October 2017.",
            related=(Marked("Friday", "the source quoted here says Friday"),),
            line=50,
            column=14,
        )
    ]


@pytest.mark.parametrize(
    ("day", "message", "nearest"),
    [
        ("Monday 23 November 2017", "23 November 2017 is a Thursday, not a Monday", "Monday 20 November 2017"),
        ("Tuesday 23 November 2017", "23 November 2017 is a Thursday, not a Tuesday", "Tuesday 21 November 2017"),
        ("Sunday 23 November 2017", "23 November 2017 is a Thursday, not a Sunday", "Sunday 26 November 2017"),
        ("TBC Friday 23 November 2017", "23 November 2017 is a Thursday, not a Friday", "Friday 24 November 2017"),
        ("by Friday 23 November 2017", "23 November 2017 is a Thursday, not a Friday", "Friday 24 November 2017"),
        ("week of Friday 23 November 2017", "23 November 2017 is a Thursday, not a Friday", "Friday 24 November 2017"),
    ],
)  # fmt: skip
def test_the_nearest_day_of_that_name_is_offered(day: str, message: str, nearest: str) -> None:
    (fault,) = found(f"nwadcs-november:\n  date: {day}")
    assert fault.message == message
    assert fault.hint.endswith(f"it is {nearest}.")
    assert fault.related == ()


def test_the_weekday_at_fault_is_marked_where_it_stands_twice() -> None:
    (fault,) = found("nwadcs-november:\n  date: Wednesday 22 November 2017 to Wednesday 23 November 2017")
    assert fault.marked == "Wednesday 23 November 2017"
    assert (fault.line, fault.column) == (62, 45)


def test_each_end_of_a_range_is_looked_at() -> None:
    faulty = found("nwadcs-november:\n  date: Tuesday 22 to Friday 23 November 2017")
    assert [fault.marked for fault in faulty] == ["Tuesday", "Friday"]


@pytest.mark.parametrize(
    ("fragment", "place"),
    [
        (
            "submit-self-view:\n  from: Sunday 2 October 2017",
            "phases/self-evaluation/actions/submit-self-view/from",
        ),
        (
            "submit-self-view:\n  except:\n    larkmoor: {due: Sunday 30 October 2017, because: Inspection}",
            "phases/self-evaluation/actions/submit-self-view/except/larkmoor/due",
        ),
        ("closures: [Sunday 27 December 2017]", "closures/0"),
        ("next-cycle:\n  begins: Friday 2 July 2018", "next-cycle/begins"),
        ("questions:\n  q: {ask: Where?, about: forum, by: Friday 2 November 2017}", "questions/q/by"),
        (
            "waivers:\n  w: {rule: weekend-date, about: forum, because: It is, until: Friday 2 November 2017}",
            "waivers/w/until",
        ),
    ],
)
def test_every_date_of_the_file_is_looked_at(fragment: str, place: str) -> None:
    assert [fault.place for fault in found(fragment)] == [place]


@pytest.mark.parametrize(
    ("quotation", "marked", "says"),
    [
        ("Sent by Friday 27 October 2017.", "Friday", "Friday"),
        ("On Friday and again on Friday, 27 October 2017.", "Friday, 27 October", "Friday"),
        ("Sent by Monday, 27 October 2017.", "Monday", "Monday"),
    ],
)
def test_the_weekday_of_the_quotation_is_marked(quotation: str, marked: str, says: str) -> None:
    for source in (f"  source: {quotation}", f"  source:\n    - Something else.\n    - {quotation}"):
        (fault,) = found(f"submit-self-view:\n  due: Thursday 27 October 2017\n{source}")
        assert fault.related == (Marked(marked, f"the source quoted here says {says}"),)


def test_another_day_in_the_quotation_is_not_shown() -> None:
    fragment = (
        "submit-self-view:\n  due: Thursday 27 October 2017\n  source: Sent by Friday, 26 October 2017."
    )
    assert found(fragment)[0].related == ()


@pytest.mark.parametrize(
    "fragment",
    [
        "submit-self-view:\n  due: Friday 27 October 2017",
        "submit-self-view:\n  due: 2017-10-27",
        "submit-self-view:\n  due: TBC",
        "forum:\n  date:\n    january:\n      cluster-moor: Wednesday 10 January 2017",
        "nwadcs-november:\n  date: week of Tuesday 7 to week of Tuesday 14 November 2017",
        "questions:\n  q: {ask: Where?, about: forum, by: nwadcs-november 2017}",
    ],
    ids=["right", "none", "tbc", "right in the right year", "weeks", "no date"],
)
def test_no_fault(fragment: str) -> None:
    assert found(fragment) == []
