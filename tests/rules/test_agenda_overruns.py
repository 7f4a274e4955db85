"""Agendas that take longer than their meetings have."""

import pytest

from tests.rules.examples import Found, Marked, faults

RULE = "agenda-overruns"
NOVEMBER = "nwadcs-november:\n  time: TIME\n  agenda: "
DAY = """\
agendas:
  day:
    items:
      - {item: Welcome, minutes: 30}
      - each: authority challenged
        minutes: 185
        breaks: [{item: Break, minutes: 10}, {item: Lunch, minutes: 40}]
      - Close
forum:
  agenda: day
"""


def test_an_agenda_of_its_own() -> None:
    fragment = NOVEMBER.replace("TIME", "1:30pm to 4:30pm") + "[{item: Data packs, minutes: 300}, Close]"
    assert faults(RULE, fragment) == [
        Found(
            "phases/questions/events/nwadcs-november/time",
            "1:30pm to 4:30pm",
            "the agenda of nwadcs-november takes 2 hours more than its time",
            "= 3 hours",
            "Shorten the items, or write: 1:30pm to 6:30pm",
            (Marked("agenda", "at least 5 hours in all"),),
            63,
            15,
        )
    ]


@pytest.mark.parametrize(
    ("fragment", "found"),
    [
        # two authorities of each cluster, with the one break between them
        (
            "  for: each cluster\n  date: TBC\n",
            [
                (
                    "time",
                    "the agenda of forum/cluster-moor takes 20 minutes more than its time",
                    "at least 6 hours 50 minutes in all with 2 authorities",
                )
            ],
        ),
        # one for each row of the grid
        (
            "  time: {december: 9am to midday, january: TBC 10pm to midnight}\n",
            [
                (
                    "time/december",
                    "the agenda of forum/december/cluster-moor takes 35 minutes more than its time",
                    "at least 3 hours 35 minutes in all with 1 authority",
                ),
                (
                    "time/january",
                    "the agenda of forum/january/cluster-moor takes 1 hour 35 minutes more than its time",
                    "at least 3 hours 35 minutes in all with 1 authority",
                ),
            ],
        ),
        # a meeting of its own for each authority
        (
            "  for: each authority\n  date: TBC\n  time: 9am to midday\n",
            [
                (
                    "time",
                    "the agenda of forum/larkmoor takes 35 minutes more than its time",
                    "at least 3 hours 35 minutes in all with 1 authority",
                )
            ],
        ),
    ],
)
def test_an_agenda_with_a_turn_for_each(fragment: str, found: list[tuple[str, str, str]]) -> None:
    place = "phases/challenge/events/forum/"
    assert [
        (fault.place.removeprefix(place), fault.message, fault.related[0].message)
        for fault in faults(RULE, DAY + fragment)
    ] == found


def test_no_end_is_offered_past_midnight() -> None:
    fragment = NOVEMBER.replace("TIME", "TBC 10pm to midnight") + "[{item: Data packs, minutes: 150}]"
    (fault,) = faults(RULE, fragment)
    assert fault.related == (Marked("agenda", "2 hours 30 minutes in all"),)
    assert fault.hint == "Shorten the items."


def test_a_time_to_be_confirmed_stays_so() -> None:
    (fault,) = faults(RULE, NOVEMBER.replace("TIME", "TBC 9am to 10am") + "[{item: Data packs, minutes: 90}]")
    assert fault.hint == "Shorten the items, or write: TBC 9am to 10:30am"


@pytest.mark.parametrize(
    "fragment",
    [
        NOVEMBER.replace("TIME", "1:30pm to 4:30pm") + "[{item: Data packs, minutes: 180}, Close]",
        NOVEMBER.replace("TIME", "1:30pm") + "[{item: Data packs, minutes: 300}]",
        NOVEMBER.replace("TIME", "afternoon") + "[{item: Data packs, minutes: 300}]",
        NOVEMBER.replace("TIME", "TBC") + "[{item: Data packs, minutes: TBC}]",
        NOVEMBER.replace("TIME", "10pm to midnight") + "[{item: Data packs, minutes: 120}]",
        DAY,
        "forum:\n  agenda: dya\n  time: 9am to 10am",
        "forum:\n  agenda: [{item: Data packs, minutes: 300}]\n  time: {january: 9am to 10pm}",
    ],
)
def test_no_fault(fragment: str) -> None:
    assert faults(RULE, fragment) == []
