"""What a message says besides: what has changed since those it asks were last told."""

import pytest

from tests.exports.test_ics import by_vobject
from tests.workspace.seasons import SENDING, Season, attending, later


def said(season: Season) -> str:
    """Return what the only message of the last run says besides."""
    (message,) = season.last
    (event,) = by_vobject(message.made.content)
    return event.description.value if "description" in event.contents else ""


def test_a_message_says_what_changed_since_those_it_asks_were_told(season: Season) -> None:
    first, only = attending("{birch: [dcs]}"), ("dcs@birch", "dcs@team")
    second, third = later(first), later(first).replace("title: Talk", "title: Chat, place: Pier")
    season.run(first, held=only)
    season.run(second, "2026-11-03", held=only)
    assert said(season) == "Changed: date, was Thursday 21 January 2027"
    season.run(third, "2026-11-04", held=only)
    assert said(season) == "Changed: title, was Talk; place, was not fixed"
    season.run(third, "2026-11-05", held=only, again=True)
    assert said(season) == "Changed: title, was Talk; place, was not fixed", "the same message again"
    season.run(
        third.replace("{birch: [dcs]}", "{birch: [dcs], elm: [dcs]}"), "2026-11-06", held=(*only, "dcs@elm")
    )
    assert said(season) == "", "to whoever is new to it nothing has changed"


def test_what_was_published_and_not_told_is_not_what_they_had(season: Season) -> None:
    first, none, both = (
        attending("{ash: [dcs], birch: [dcs]}"),
        ("dcs@team",),
        ("dcs@ash", "dcs@birch", "dcs@team"),
    )
    season.run(first, held=none)
    season.run(later(first), "2026-11-03", held=none)
    season.run(first.replace("Thursday 21", "Monday 25"), "2026-11-04", held=both)
    assert said(season) == "Changed: date, was Thursday 21 January 2027"


def test_what_those_who_are_asked_had_is_not_said_where_it_was_not_the_same(season: Season) -> None:
    first, one, both = (
        attending("{ash: [dcs], birch: [dcs]}"),
        ("dcs@ash", "dcs@team"),
        ("dcs@ash", "dcs@birch", "dcs@team"),
    )
    season.run(first, held=both)
    season.run(later(first), "2026-11-03", held=one)
    assert said(season) == "Changed: date, was Thursday 21 January 2027"
    season.run(first.replace("Thursday 21", "Monday 25"), "2026-11-04", held=both)
    assert said(season) == ""


def test_a_day_that_was_put_back_is_no_change(season: Season) -> None:
    first = attending("{ash: [dcs]}")
    season.run(first)
    season.run(later(first), "2026-11-03", held=("dcs@team",))
    season.run(first, "2026-11-04")
    assert said(season) == ""


@pytest.mark.parametrize("gone", ["", "date: TBC"])
def test_a_meeting_that_comes_back_is_no_change_of_what_is_off(season: Season, gone: str) -> None:
    first = attending("{ash: [dcs]}")
    season.run(first)
    off = SENDING if not gone else first.replace("date: Thursday 21 January 2027", gone)
    assert season.run(off, "2026-11-03") == {"cancelled-talk": ["dcs@ash"]}
    assert said(season) == ""
    season.run(later(first), "2026-11-04")
    assert said(season) == ""
