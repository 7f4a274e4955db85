"""Of an id that names nothing, one fault: rows of grids, repeated misspellings, and what only follows."""

import pytest

from tests.rules.examples import Marked, every_fault, faults

RULE = "unknown-reference"
FORUM = "phases/challenge/events/forum"


@pytest.mark.parametrize(
    ("fragment", "message", "advice"),
    [
        ("room: {december: A, january: B, february: C}", "no round is called 'february'", "Each round has its row: take this one out."),
        ("room: {cluster-moor: A, cluster-cost: B}", "no cluster is called 'cluster-cost'", "did you mean cluster-coast?"),
        ("room: {december: {cluster-moor: A, cluster-coast: B, cluster-hollinsea: C}, january: D}", "no cluster is called 'cluster-hollinsea'", "Each cluster has its row: take this one out."),
        ("room: {cluster-moor: {decembr: A, january: B}, cluster-coast: C}", "no round is called 'decembr'", "did you mean december?"),
        ("room: {decembr: A}", "no round or cluster is called 'decembr'", "did you mean december?"),
        ("room: {larkmor: A}", "no round or cluster is called 'larkmor'", "There are: december, january, cluster-coast, cluster-moor."),
        ("for: each authority\n  room: {larkmor: A}", "no round, cluster or authority is called 'larkmor'", "did you mean larkmoor?"),
        ("for: each authority\n  room: {larkmoor: A, orrinshw: B}", "no authority is called 'orrinshw'", "did you mean orrinshaw?"),
        ("room: {december: A, january: B, dcs: C}", "'dcs' is a role, not a round", "Each round has its row: take this one out."),
    ],
)  # fmt: skip
def test_a_row_of_a_grid_is_one_of_those_it_can_have(fragment: str, message: str, advice: str) -> None:
    (fault,) = faults(RULE, f"forum:\n  date: TBC\n  {fragment}")
    assert (fault.message, fault.note or fault.hint) == (message, advice)


def test_a_row_that_names_nothing_is_not_faulted_for_its_day_too() -> None:
    fragment = """
    forum:
      date:
        december:
          cluster-moor: Tuesday 12 December 2017
          cluster-coast: Wednesday 13 December 2017
        january:
          cluster-moor: Wednesday 10 January 2018
          cluster-coast: Thursday 11 January 2018
        february:
          cluster-moor: Friday 12 December 2017
          cluster-coast: Thursday 11 January 2029
    """
    assert every_fault(fragment) == ["unknown-reference"]


@pytest.mark.parametrize(
    "row", ["group: cluster-cost, round: january", "group: cluster-coast, round: janury"]
)
def test_an_authority_of_an_unknown_group_or_round_is_not_faulted_for_its_meeting_too(row: str) -> None:
    assert every_fault(f"pellbridge: {{name: Pellbridge, {row}}}") == ["unknown-reference"]


def test_the_same_misspelling_is_reported_once() -> None:
    rows = "\n".join(
        f"{key}: {{name: {key.capitalize()}, group: cluster-mor, round: {round_}}}"
        for key, round_ in (("larkmoor", "december"), ("orrinshaw", "january"), ("hollinsea", "december"))
    )
    (fault,) = faults(RULE, rows)
    assert fault.place == "authorities/larkmoor/group"
    assert fault.related == (Marked("cluster-mor", "and here"),) * 2


def test_of_many_places_only_some_are_shown() -> None:
    needs = ", ".join(["dta-pack"] * 8)
    (fault,) = faults(RULE, f"forum:\n  needs: [{needs}]")
    assert [mark.message for mark in fault.related] == ["and here"] * 3 + ["and here, and in 3 more places"]


@pytest.mark.parametrize(
    "fragment",
    [
        "forum:\n  chair: TBC\n  facilitator: TBC\n  held-by: TBC",
        "cluster-moor: {name: Moor, lead: TBC}",
        "pellbridge: {name: Pellbridge, group: TBC, round: TBC, challengers: [TBC]}",
        "questions:\n  q: {ask: Where?, about: [forum, forum date, authorities round, authorities larkmoor, events date], who: dcs, by: 2017-11-23}",
        "questions:\n  q: {ask: Where?, about: [roles dcs, runs, next-cycle, journey, challenge when], who: TBC, by: forum}",
        "questions:\n  q: {ask: Where?, about: sli-team posts, who: coordinator of sli-team, by: TBC}",
        "agendas:\n  day: {items: [{item: One, lead: chair}, {item: Two, lead: the sector}, {item: Three, lead: vice-chair}, {item: Four, lead: dcs}]}",
        "good-practice: {title: Good practice, per: group, comes-from: nothing of anywhere, goes-to: never}",
    ],
)
def test_no_fault(fragment: str) -> None:
    assert faults(RULE, fragment) == []


def test_a_part_that_could_not_be_read_is_not_called_unknown() -> None:
    assert every_fault("december: {title: December, authorities: 2}") == ["missing-key"]
    assert every_fault("forum:\n  title: []") == ["wrong-type"]
    assert every_fault("data-pack: {title: []}") == ["wrong-type"]


@pytest.mark.parametrize("section", ["rounds", "groups", "documents", "bodies"])
def test_a_section_that_could_not_be_read_makes_nothing_unknown(section: str) -> None:
    assert every_fault(f"{section}: none") == ["wrong-type"]


def test_in_a_file_full_of_unknown_ids_no_nearest_is_looked_for_after_a_while() -> None:
    groups = "groups:\n" + "".join(f"  group-{n}: {{name: G}}\n" for n in range(300))
    rows = "".join(f"  a-{n}: {{name: A, group: group-{n}x}}\n" for n in range(300))
    found = faults(RULE, f"{groups}authorities:\n{rows}")
    notes = [bool(fault.note) for fault in found]
    assert notes == [True] * 100 + [False] * 200
    assert {fault.hint for fault in found} == {""}
