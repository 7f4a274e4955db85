"""Advice names nothing that the file does not give: its ids, the names they go by, the years it runs in."""

import pytest

from peercycle.model.words import Words
from peercycle.reading.known import known
from tests.reading.small_cycle import changed, read

OWNER = "owner: each authority"
DUE = "due: Friday 27 October 2017"
SIGNED = "sign-off: [dcs, ad]"
RUNS = "runs: summer 2017 to April 2018"
OWNERS = "Write an id, each authority, each authority in a round or group, or ROLE of one of these; or TBC."
DEADLINES = (
    "Write a date, an id, own forum, before own forum, 10 working days after forum, with ACTION, or TBC."
)
ROLES = "Write the id of a role, as it stands under roles."
PEOPLE = changed(
    (
        "groups:",
        (
            "contacts:\n  post-holder: {name: Post Holder, holds: coordinator of team}\n"
            "rounds:\n  january: {title: January, when: January 2018}\ngroups:"
        ),
    ),
    (
        "name: Regional team",
        "name: Regional team\n    short: RT\n    also: [the Team of the Region, Regional office]",
    ),
)


def hint(old: str, new: str, text: str = PEOPLE) -> str:
    """Return the advice on the only fault of a cycle in which one text has been replaced."""
    (fault,) = read(changed((old, new), text=text)).diagnostics
    return fault.hint


@pytest.mark.parametrize(
    ("owner", "expected"),
    [
        ("Larkmoor", "Write larkmoor."),
        ("Larkmor", "Write larkmoor."),
        ("Moor group", "Write moor."),
        ("the Regional Team", "Write team."),
        ("RT", "Write team."),
        ("Regional Office", "Write team."),
        ("the Team of the Region", "Write team."),
        ("Post Holder", "Write coordinator of team."),
        ("DCS", "Write dcs of each authority."),
        ("Director of Children's Services", "Write dcs of each authority."),
        ("Director of Children's Services of Larkmoor", "Write dcs of larkmoor."),
        ("the Coordinator of the Regional Team", "Write coordinator of team."),
        ("DCS of Larkmor", "Write dcs of larkmoor."),
        ("DCS of every authority", "Write dcs of each authority."),
        ("Every Form", "Write each forum."),
        ("lead authority", "Write each lead authority."),
        ("All authorities in January", "Write each authority in january."),
        ("All authorities in Summer", OWNERS),
        ("Chief of Larkmoor", OWNERS),
        ("Director of Larkmoor", OWNERS),
        ("Nobody At All", OWNERS),
        ("larkmoor, fenwick", OWNERS),
        ("before Christmas", OWNERS),
        ("Ofsted", OWNERS),
        ("tba", "Write TBC."),
    ],
)
def test_an_owner_is_one_of_the_file(owner: str, expected: str) -> None:
    assert hint(OWNER, f"owner: {owner}") == expected


@pytest.mark.parametrize(
    ("signs", "expected"),
    [
        ("[DCS]", "Write dcs."),
        ("[the dcs]", "Write dcs."),
        ("[Assistant Director]", "Write ad."),
        ("[dcs, Then AD]", "Write then ad."),
        ("[dcs, than ad]", "Write then ad."),
        ("[dcs, than boss]", ROLES),
        ("[Coordinater]", "Write coordinator."),
        ("[Lead Member]", ROLES),
        ("[one ad]", ROLES),
        ("dcs, ad", "Write [dcs, ad]."),
        ("dcs, lead member", ROLES),
    ],
)
def test_who_signs_is_a_role_of_the_file(signs: str, expected: str) -> None:
    assert hint(SIGNED, f"sign-off: {signs}") == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Larkmoor: [dcs]", "Write larkmoor."),
        ("larkmoor: [ones ad]", "Write one ad."),
        ("larkmoor: [One Assistant Director]", "Write one ad."),
        ("larkmoor: [Chief Executive]", ROLES),
        ("Post Holder: all", "Write coordinator of team."),
    ],
)
def test_who_comes_is_somebody_of_the_file(line: str, expected: str) -> None:
    assert (
        hint("        needs: [self-view]", f"        attends: {{{line}}}\n        needs: [self-view]")
        == expected
    )


@pytest.mark.parametrize(
    ("due", "expected"),
    [
        ("two weeks after own form", "Write 2 weeks after own forum."),
        ("1 week after own form, at 5pm", "Write 1 week after own forum, and the hour with the key time."),
        ("By the Forum", "Write forum."),
        ("after forum/january", "Write after last forum in january."),
        ("after forum/december", DEADLINES),
        ("before every form in own group", "Write before each forum of own group."),
        ("same day as submit-selfview", "Write with submit-self-view."),
        ("same day as forum", DEADLINES),
        ("before Christmas", DEADLINES),
        ("tba", "Write TBC."),
        ("10 days after 27 October 2017", "Write Monday 6 November 2017."),
    ],
)
def test_a_deadline_leans_on_something_of_the_file(due: str, expected: str) -> None:
    assert hint(DUE, f"due: {due}") == expected


@pytest.mark.parametrize(
    ("due", "expected"),
    [
        ("27 October", "Write Friday 27 October 2017."),
        ("12 January", "Write Friday 12 January 2018."),
        ("Fri 12 Jan", "Write Friday 12 January 2018."),
        (
            "Tuesday 12 January",
            "Write Friday 12 January 2018, or Tuesday 9 January 2018 if the weekday is right.",
        ),
        ("by December", "Write December 2017."),
        ("12 May", "Write 12 May with its year."),
        ("29 February", "Write 29 February with its year."),
    ],
)
def test_a_year_is_one_the_cycle_runs_in(due: str, expected: str) -> None:
    assert hint(DUE, f"due: {due}") == expected


def test_a_day_that_comes_twice_while_the_cycle_runs_is_offered_twice() -> None:
    text = changed((RUNS, "runs: January 2017 to December 2018"))
    assert hint(DUE, "due: 27 October", text) == "Write Friday 27 October 2017 or Saturday 27 October 2018."


@pytest.mark.parametrize("runs", ["runs: TBC", "runs: from summer 2017"])
def test_no_year_is_offered_where_it_is_not_known_when_the_cycle_runs(runs: str) -> None:
    assert hint(DUE, "due: 27 October", changed((RUNS, runs))) == "Write 27 October with its year."


def test_a_person_who_holds_nothing_readable_is_not_offered() -> None:
    text = changed(("holds: coordinator of team", "holds: [x]"), text=PEOPLE)
    found = read(changed((OWNER, "owner: Post Holder"), text=text)).diagnostics
    assert [item.hint for item in found if item.rule == "malformed-owner"] == [OWNERS]


def test_the_advice_speaks_the_regions_words() -> None:
    text = changed(("roles:", "words: {authority: council}\nroles:"))
    assert hint(OWNER, "owner: DCS", text) == "Write dcs of each council."


def test_a_file_with_nothing_in_the_right_form_gives_nothing() -> None:
    file = known(
        {"runs": "sometime", "roles": "x", "bodies": ["y"], "phases": {"a": "b"}, "contacts": {"c": "d"}}
    )
    assert (dict(file.roles), dict(file.owners), file.words, file.runs) == ({}, {}, Words(), None)


def test_of_very_many_ids_none_is_compared() -> None:
    rows = "".join(f"  made-{number}: {{name: Made, group: moor}}\n" for number in range(300))
    text = changed(("  larkmoor:  {", f"{rows}  larkmoor:  {{"))
    assert hint(OWNER, "owner: Larkmoor", text) == "Write larkmoor."
    assert hint(OWNER, "owner: Larkmor", text) == OWNERS


def test_of_very_many_faults_the_last_have_no_advice() -> None:
    rows = "".join(f"      a{number}: {{do: x, owner: DCS, due: TBC}}\n" for number in range(201))
    found = read(changed(("      submit-self-view:\n", f"{rows}      submit-self-view:\n"))).diagnostics
    assert [item.hint for item in found] == ["Write dcs of each authority."] * 200 + [""]
