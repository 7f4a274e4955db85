"""Grids that lack rows, or have rows that are never used."""

import pytest

from tests.rules.examples import Found, Marked, every_fault, faults

RULE = "incomplete-grid"
FORUM = "phases/challenge/events/forum"
ROW = "Add its row. If it is not known yet: cluster-coast: TBC"


def test_a_round_without_a_date_for_one_group() -> None:
    fragment = """
    forum:
      date:
        december: {cluster-moor: Tuesday 12 December 2017}
        january: {cluster-moor: TBC, cluster-coast: TBC}
    """
    assert faults(RULE, fragment) == [
        Found(
            f"{FORUM}/date/december",
            "december",
            "the December round has no date for Coast cluster",
            "has a row for Moor cluster",
            "Add its row. If the day is not known yet: cluster-coast: TBC",
            (Marked("cluster-coast", "a cluster of this cycle"),),
            88,
            11,
        )
    ]


@pytest.mark.parametrize(
    ("fragment", "place", "message", "note", "hint"),
    [
        (
            "forum:\n  room: {december: {cluster-moor: A}, january: B}",
            f"{FORUM}/room/december",
            "the December round has no room for Coast cluster",
            "has a row for Moor cluster",
            ROW,
        ),
        (
            "forum:\n  place: {cluster-moor: A}",
            f"{FORUM}/place",
            "forum has no place for Coast cluster",
            "has a row for Moor cluster",
            ROW,
        ),
        (
            "forum:\n  place: {cluster-moor: {december: A}, cluster-coast: B}",
            f"{FORUM}/place/cluster-moor",
            "Moor cluster has no place for the January round",
            "has a row for the December round",
            "Add its row. If it is not known yet: january: TBC",
        ),
        (
            "forum:\n  for: each authority\n  date: {larkmoor: TBC, orrinshaw: TBC}",
            f"{FORUM}/date",
            "forum has no date for Hollinsea and Pellbridge",
            "has rows for the other two authorities",
            "Add their rows. If the day is not known yet: hollinsea: TBC",
        ),
        (
            "issue-questions:\n  due: {december: nwadcs-november}",
            "phases/questions/actions/issue-questions/due",
            "issue-questions has no due for the January round",
            "has a row for the December round",
            "Add its row. If the day is not known yet: january: TBC",
        ),
        (
            "issue-questions:\n  for: each forum\n  due: {cluster-moor: TBC}",
            "phases/questions/actions/issue-questions/due",
            "issue-questions has no due for Coast cluster",
            "has a row for Moor cluster",
            "Add its row. If the day is not known yet: cluster-coast: TBC",
        ),
        (
            "prepare-for-own-forum:\n  due: {december: own forum}\n  owner: sli-team",
            "phases/challenge/actions/prepare-for-own-forum/due",
            "prepare-for-own-forum has no due for the January round",
            "has a row for the December round",
            "Add its row. If the day is not known yet: january: TBC",
        ),
        (
            (
                "larkmoor: {name: Larkmoor, group: cluster-moor, round: TBC}\n"
                "prepare-for-own-forum:\n  owner: larkmoor\n  due: {december: own forum}"
            ),
            "phases/challenge/actions/prepare-for-own-forum/due",
            "prepare-for-own-forum has no due for the January round",
            "has a row for the December round",
            "Add its row. If the day is not known yet: january: TBC",
        ),
        (
            "nwadcs-november:\n  room: {december: A, january: B}",
            "phases/questions/events/nwadcs-november/room/december",
            "nwadcs-november is not held for the December round or the January round, so room needs no such row",
            "",
            "Take the rows out: room has one value for all.",
        ),
        (
            (
                "prepare-for-own-forum:\n  owner: each authority in december\n"
                "  due: {december: own forum, january: own forum}"
            ),
            "phases/challenge/actions/prepare-for-own-forum/due/january",
            "prepare-for-own-forum has no task for the January round, so due needs no such row",
            "",
            "Take the row out, or change what it is for.",
        ),
        (
            "forum:\n  for: [cluster-moor]\n  date: TBC\n  chair: {cluster-coast: TBC}",
            f"{FORUM}/chair",
            "forum has no chair for Moor cluster",
            "",
            "Add its row. If it is not known yet: cluster-moor: TBC",
        ),
        (
            "forum:\n  room: {december: A, cluster-moor: B, january: C}",
            f"{FORUM}/room/cluster-moor",
            "a row for Moor cluster among rows for rounds",
            "",
            "Put it inside a row, as in december: {cluster-moor: ...}.",
        ),
        (
            "forum:\n  room: {cluster-moor: A, december: B}",
            f"{FORUM}/room/december",
            "a row for the December round among rows for clusters",
            "",
            "Put the rows inside, as in december: {cluster-moor: ...}.",
        ),
    ],
)
def test_rows(fragment: str, place: str, message: str, note: str, hint: str) -> None:
    found = {fault.place: fault for fault in faults(RULE, fragment)}
    assert (found[place].message, found[place].note, found[place].hint) == (message, note, hint)


def test_three_groups_that_have_rows_are_counted() -> None:
    groups = "groups:\n" + "".join(f"  g-{n}: {{name: Group {n}}}\n" for n in range(12))
    cells = ", ".join(f"g-{n}: A" for n in range(11))
    (fault,) = faults(RULE, f"{groups}forum:\n  date: TBC\n  room: {{{cells}}}")
    assert fault.message == "forum has no room for Moor cluster, Coast cluster and Group 11"
    assert fault.note == "has rows for the other 11 clusters"


@pytest.mark.parametrize(
    "fragment",
    [
        "forum:\n  room: {december: A, january: TBC}",
        "forum:\n  room: {cluster-moor: A, cluster-coast: {december: B, january: C}}",
        "issue-questions:\n  due: {december: own forum, january: own forum}",
        "issue-questions:\n  for: [cluster-moor, larkmoor]\n  due: {cluster-moor: own forum}",
        "prepare-for-own-forum:\n  owner: sli-team\n  due: {cluster-moor: own forum, cluster-coast: own forum}",
        "prepare-for-own-forum:\n  owner: each authority in december\n  due: {december: own forum}",
        "forum:\n  date: TBC\n  for: each cluster\n  room: {cluster-moor: A, cluster-coast: B}",
    ],
)
def test_no_fault(fragment: str) -> None:
    assert faults(RULE, fragment) == []


@pytest.mark.parametrize(
    ("fragment", "rules"),
    [
        ("forum:\n  room: {decmber: A, january: B}", ["unknown-reference"]),
        ("forum:\n  room: {nowhere: A}", ["unknown-reference"]),
        (
            "forum:\n  for: each fourum\n  room: {december: A}\n  date: Tuesday 12 December 2017",
            ["unknown-reference"],
        ),
        ("issue-questions:\n  for: each fourum\n  due: {december: nwadcs-november}", ["unknown-reference"]),
        ("issue-questions:\n  owner: each fourum\n  due: {december: nwadcs-november}", ["unknown-reference"]),
        ("forum:\n  room: {december: [A]}", ["wrong-type"]),
        ("forum:\n  for: each BPN in each round", ["malformed-owner"]),
        ("forum:\n  for: [cluster-moor, each BPN]\n  room: {december: A}", ["malformed-owner"]),
    ],
)
def test_a_misspelt_row_is_not_missing_too(fragment: str, rules: list[str]) -> None:
    assert every_fault(fragment) == rules
