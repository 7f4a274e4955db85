"""What the parts of a cycle hold, and where each fault in them stands."""

from typing import Any

import pytest
from pydantic import ValidationError

from peercycle.model.cycle import (
    Cycle,
)
from peercycle.model.due import Due
from peercycle.model.fields import Attending
from peercycle.model.grid import Grid
from peercycle.model.owner import Seat
from peercycle.model.people import Role
from peercycle.model.place import slashed
from peercycle.model.programme import Action, Event
from peercycle.model.when import When


def data(**more: object) -> dict[str, Any]:
    """Return the data of a small cycle, with more or other keys in it."""
    return {
        "format": "1",
        "cycle": "2026-27",
        "title": "Made up",
        "region": "Nowhere",
        "runs": "summer 2026 to April 2027",
        "words": {"group": "triad"},
        "roles": {"dcs": "Director", "ad": {"name": "Assistant Director", "several": "true"}},
        "authorities": {"moor": {"name": "Moor", "group": "TBC"}},
        "phases": {"one": {"title": "One", "when": "autumn 2026"}},
        **more,
    }


def with_action(**more: object) -> dict[str, Any]:
    """Return the data of a small cycle with one action."""
    action = {"do": "Send", "owner": "each authority", "due": "October 2026", **more}
    return data(phases={"one": {"title": "One", "when": "autumn 2026", "actions": {"send": action}}})


def with_event(**more: object) -> dict[str, Any]:
    """Return the data of a small cycle with one event."""
    event = {"title": "Forum", "date": "October 2026", **more}
    return data(phases={"one": {"title": "One", "when": "autumn 2026", "events": {"forum": event}}})


def the_action(**more: object) -> Action:
    """Return the one action of a small cycle."""
    return next(action for _, action, _ in Cycle.read(with_action(**more)).actions())


def the_event(**more: object) -> Event:
    """Return the one event of a small cycle."""
    return next(event for _, event, _ in Cycle.read(with_event(**more)).events())


def faults(given: dict[str, Any]) -> list[tuple[str, str, str]]:
    """Return the faults of a cycle: where each stands, its rule and its message."""
    with pytest.raises(ValidationError) as caught:
        Cycle.read(given)
    found = caught.value.errors(include_url=False)
    return [
        (slashed(tuple(str(key) for key in error["loc"])), error["type"], error["msg"]) for error in found
    ]


IN_ACTION, IN_EVENT = "phases/one/actions/send", "phases/one/events/forum"


def test_what_a_small_cycle_holds() -> None:
    cycle = Cycle.read(data())
    assert (cycle.cycle, cycle.region, cycle.follows, cycle.groups) == ("2026-27", "Nowhere", None, {})
    assert cycle.roles["dcs"] == Role(name="Director")
    assert cycle.roles["ad"].several is True
    assert isinstance(cycle.runs, When)
    assert cycle.region_words.group == "triad"
    assert cycle.region_words.authority == "authority"
    assert list(cycle.events()) == []
    assert list(cycle.actions()) == []
    assert cycle.unknowns == (("authorities", "moor", "group"),)


def test_events_and_actions_name_their_phase() -> None:
    assert [(key, phase) for key, _, phase in Cycle.read(with_event()).events()] == [("forum", "one")]
    assert [(key, phase) for key, _, phase in Cycle.read(with_action()).actions()] == [("send", "one")]


def test_tbc_is_noted_wherever_it_stands() -> None:
    given = with_event(
        date={"december": "TBC", "january": {"moor": "TBC 10 January 2027"}}, needs=["a", "TBC"], room="TBCs"
    )
    assert [slashed(place) for place in Cycle.read(given).unknowns] == [
        "authorities/moor/group",
        f"{IN_EVENT}/date/december",
        f"{IN_EVENT}/date/january/moor",
        f"{IN_EVENT}/needs/1",
    ]


def test_a_model_made_without_reading_knows_of_no_unknowns() -> None:
    assert Cycle.model_validate(data()).unknowns == ()


def test_a_cycle_cannot_be_changed() -> None:
    cycle = Cycle.read(data())
    with pytest.raises(ValidationError, match="frozen"):
        cycle.title = "Other"  # type: ignore[misc]


def test_the_words_of_the_region_are_understood_everywhere() -> None:
    action = the_action(owner="dcs of each triad", due="before each forum of own triad", to=["own triad"])
    assert action.owner.many is not None
    assert action.owner.many.kind == "groups"
    assert [party.words for party in action.to] == ["own triad"]
    assert Cycle.read(data(documents={"x": {"title": "X", "per": "triad"}})).documents["x"].per == "group"


@pytest.mark.parametrize("words", ["triad", ["triad"], {"group": ["x"]}, {"group": ""}, {"team": "x"}])
def test_faulty_words_of_the_region_are_a_fault_and_no_crash(words: object) -> None:
    assert faults(data(words=words))[0][0].startswith("words")


def test_a_grid_holds_values_by_round_and_group() -> None:
    date = the_event(date={"december": {"moor": "1 December 2026"}, "january": "TBC"}).date
    assert isinstance(date.at("december", "moor"), Due)
    assert date.at("january", "moor") == date.at("january")
    assert date.at("march") is None
    assert date.at("december") is None
    assert [path for path, _ in date.leaves()] == [("december", "moor"), ("january",)]
    plain = the_event(place="Town Hall").place
    assert plain == Grid("Town Hall")
    assert plain.at("december", "moor") == "Town Hall"
    assert plain.leaves() == [((), "Town Hall")]


def test_every_faulty_cell_of_a_grid_is_found() -> None:
    found = faults(
        with_event(date={"december": {"moor": "30 February 2027", "fen": "1/12/2026"}, "january": ["x"]})
    )
    assert found == [
        (f"{IN_EVENT}/date/december/moor", "impossible-date",
         "February 2027 has 28 days, so there is no '30 February 2027'"),
        (f"{IN_EVENT}/date/december/fen", "malformed-date", "'1/12/2026' is not a date"),
        (f"{IN_EVENT}/date/january", "wrong-type", "a text is wanted here, not a list"),
    ]  # fmt: skip


def test_attendance_says_whose_and_which_roles() -> None:
    event = the_event(
        attends={"each authority in own triad": ["dcs", "one ad"], "team": "all", "nwadcs": "chair"}
    )
    own, team, nwadcs = event.attends
    assert isinstance(own, Attending)
    assert own.party.words == "each authority in own triad"
    assert own.seats == (Seat("dcs", one=False), Seat("ad", one=True))
    assert (team.party.who, team.seats) == ("team", ())
    assert nwadcs.seats == (Seat("chair", one=False),)
    assert the_event(attends="TBC").attends == ()


def test_every_fault_of_attendance_is_found() -> None:
    found = faults(
        with_event(
            attends={"Every body": ["dcs"], "team": ["dcs", "Big Boss", {"x": "y"}], "nwadcs": {"x": "y"}}
        )
    )
    assert found == [
        (
            f"{IN_EVENT}/attends/Every body/[key]",
            "malformed-owner",
            "'Every body' names nobody that can be found",
        ),
        (f"{IN_EVENT}/attends/team/1", "malformed-owner", "'Big Boss' is not the id of a role"),
        (f"{IN_EVENT}/attends/team/2", "wrong-type", "a text is wanted here, not a mapping"),
        (
            f"{IN_EVENT}/attends/nwadcs",
            "wrong-type",
            "a text or a list of texts is wanted here, not a mapping",
        ),
    ]
    assert (
        faults(with_event(attends="everyone"))[0][2]
        == "a mapping of who comes to their roles, or TBC, is wanted here"
    )


def test_who_signs() -> None:
    assert the_action().sign_off == the_action(**{"sign-off": "TBC"}).sign_off == ()
    assert the_action(**{"sign-off": ["dcs", "lead-member", "then chief-executive"]}).sign_off == (
        ("dcs", "lead-member"),
        ("chief-executive",),
    )
    assert the_action(**{"sign-off": ["dcs", "TBC"]}).sign_off == (("dcs",),)
    found = faults(with_action(**{"sign-off": {"dcs": "x"}}))
    assert found == [
        (f"{IN_ACTION}/sign-off", "wrong-type", "a text or a list of texts is wanted here, not a mapping")
    ]


def test_a_list_may_be_to_be_confirmed_but_is_no_single_text() -> None:
    assert the_action(needs="TBC", produces=["notes"]).needs == ()
    assert the_action(needs=["a", "TBC"]).needs == ("a",)
    assert faults(with_action(needs="notes")) == [
        (f"{IN_ACTION}/needs", "wrong-type", "a list is wanted here, not 'notes'")
    ]
    assert faults(with_action(needs=["a", ["b"], ""])) == [
        (f"{IN_ACTION}/needs/1", "wrong-type", "a text is wanted here, not a list"),
        (f"{IN_ACTION}/needs/2", "wrong-type", "a text is wanted here, not an empty one"),
    ]
    assert faults(with_action(needs={"a": "b"}))[0][1] == "wrong-type"


def test_several_parties() -> None:
    assert [party.who for party in the_action(to=["team", "board"]).to] == ["team", "board"]
    assert [party.tbc for party in the_action(to="TBC").to] == [True]
    assert faults(with_action(to=["team", "Big Boss of x"])) == [
        (f"{IN_ACTION}/to/1", "malformed-owner", "'Big Boss' is not the id of a role or post")
    ]


def test_an_exemption_is_a_deadline_too() -> None:
    exempt = {"moor": {"due": "1 to 2 October 2026", "because": "It asked."}}
    assert faults(with_action(**{"except": exempt})) == [
        (
            f"{IN_ACTION}/except/moor/due",
            "due-range",
            "'1 to 2 October 2026' is a range, and a deadline is an end",
        )
    ]


def test_what_is_done_must_be_known() -> None:
    assert faults(with_action(do="TBC")) == [(f"{IN_ACTION}/do", "wrong-type", "TBC cannot stand here")]
    assert faults(with_event(title="TBC")) == [(f"{IN_EVENT}/title", "wrong-type", "TBC cannot stand here")]


def test_short_forms() -> None:
    cycle = Cycle.read(
        data(
            abbreviations={"BPN": {"note": "Nobody knows."}, "DCS": "Director"},
            agendas={"a": {"items": ["Welcome"]}},
        )
    )
    assert cycle.abbreviations["DCS"].words == "Director"
    assert cycle.abbreviations["BPN"].note == "Nobody knows."
    assert cycle.agendas["a"].items[0].item == "Welcome"
    assert the_event(agenda="forum-day").agenda == "forum-day"
    items = the_event(agenda=["Welcome", {"item": "Close", "minutes": "TBC"}]).agenda
    assert isinstance(items, tuple)
    assert [(item.item, item.minutes) for item in items] == [("Welcome", None), ("Close", None)]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (data(format="2"), ("format", "literal_error")),
        (data(cycle=""), ("cycle", "wrong-type")),
        (data(cycle="../../x"), ("cycle", "malformed-id")),
        (data(roles="x"), ("roles", "dict_type")),
        (data(roles={"Big Boss": "x"}), ("roles/Big Boss/[key]", "malformed-id")),
        (data(bodies={"x": {"name": "X", "posts": {"Chair": "Chair"}}}), ("bodies/x/posts/Chair/[key]", "malformed-id")),
        (data(colour="red"), ("colour", "extra_forbidden")),
        (data(closures=["December 2026", "soon"]), ("closures/1", "malformed-date")),
        (data(notice="soon"), ("notice", "malformed-quantity")),
        (data(rounds={"a": {"title": "A", "when": "May 2027", "authorities": "few"}}), ("rounds/a/authorities", "malformed-quantity")),
        (data(waivers={"w": {"rule": "x", "about": "y", "because": "z"}}), ("waivers/w/until", "missing")),
        (with_action(owner="Big Boss"), (f"{IN_ACTION}/owner", "malformed-owner")),
        (with_action(tracked="no"), (f"{IN_ACTION}/tracked", "malformed-quantity")),
        (with_action(time="17:00"), (f"{IN_ACTION}/time", "malformed-time")),
        (with_event(agenda=[{"minutes": "x"}]), (f"{IN_EVENT}/agenda/\0items/0/minutes", "malformed-quantity")),
    ],
)  # fmt: skip
def test_where_a_fault_stands(given: dict[str, Any], expected: tuple[str, str]) -> None:
    assert [(place, rule) for place, rule, _ in faults(given)] == [expected]


def test_every_fault_is_found_at_once() -> None:
    found = faults(
        with_action(owner="Big Boss of x", due="1/10/2026", colour="red") | {"title": "", "runs": "never"}
    )
    assert [place for place, _, _ in found] == [
        "title",
        "runs",
        f"{IN_ACTION}/owner",
        f"{IN_ACTION}/due",
        f"{IN_ACTION}/colour",
    ]
