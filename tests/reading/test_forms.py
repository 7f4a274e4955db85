"""What the model refuses, said at its place, with what to write instead."""

from collections.abc import Callable

import pytest

from peercycle.model.cycle import Cycle
from peercycle.model.programme import Action, AgendaItem
from peercycle.reading.forms import described, part_at
from tests.reading.small_cycle import changed, faults, read, whole

DUE = "Friday 27 October 2017"
CASES = {
    "a misspelt key": changed(("sign-off:", "signoff:")),
    "a key with an underscore": changed(("sign-off:", "sign_off:")),
    "a key of the file misspelt": changed(("authorities:", "autorities:")),
    "a key that is like no other": changed(("        to: coordinator", "        colour: green\n        to: coordinator")),
    "a key in the region's word": changed(("{name: Fenwick,  group: moor}", "{name: Fenwick,  cluster: moor}")),
    "a required key misspelt": changed(("        owner:", "        ownr:")),
    "a required key missing": changed(("        owner: each authority\n", "")),
    "a required key of the file missing": changed(("region: Northmere\n", "")),
    "another format": changed(("format: 1", "format: 2")),
    "a word out of several": changed(("per: authority", "per: person")),
    "a list for a text": changed(("region: Northmere", "region: [north, mere]")),
    "a mapping for a text": changed(("        do: Send the self-view", "        do: {send: the self-view}")),
    "a text for a list": changed(("needs: [self-view]", "needs: self-view")),
    "a text for a mapping": changed(("phases:\n", "phases: none\nunused:\n")),
    "a text for an entry": changed(("  moor: {name: Moor group, lead: larkmoor}", "  moor: Moor group")),
    "a list for an entry": changed(("  moor: {name: Moor group, lead: larkmoor}", "  moor: [Moor group]")),
    "nothing for a text": changed(("cycle: 2017-18", 'cycle: ""')),
    "30 February": changed((DUE, "Friday 30 February 2018")),
    "31 November in a range": changed(("when: December 2017", "when: 1 to 31 November 2017")),
    "a month 13": changed((DUE, "2017-13-10")),
    "a short month": changed((DUE, "27 Oct 2017")),
    "strokes": changed((DUE, "27/10/2017")),
    "an ordinal": changed((DUE, "Friday 27th October 2017")),
    "a date without its year": changed((DUE, "27 October")),
    "tbc in small letters": changed((DUE, "tbc")),
    "a date folded over lines": changed((f"due: {DUE}", "due: >-\n          Friday 30\n          February 2018")),
    "a deadline in plain English": changed((DUE, "within 10 days of forum")),
    "a range as a deadline": changed((DUE, "23 to 27 October 2017")),
    "an hour with a point": changed(("9:30am to 4pm", "9.30am to 4pm")),
    "an owner who is nobody": changed(("owner: each authority", "owner: Everybody")),
    "a number in words": changed(("minutes: 15", "minutes: quarter")),
    "yes for true": changed(("several: true", "several: yes")),
    "capitals in an id": changed(("  fenwick: ", "  Fenwick Bay: ")),
    "a path as an id": changed(("  fenwick: ", "  ../../x: ")),
    "a grid with a faulty cell": changed((f"due: {DUE}", "due: {moor: 30 February 2018, larkmoor: [x]}")),
    "a list closed but not opened": changed(("needs: [self-view]", "needs: self-view, isos-grid]")),
    "several owners": changed(("owner: each authority", "owner: [larkmoor, fenwick]")),
    "a path as the name of the cycle": changed(("cycle: 2017-18", "cycle: ../../x")),
    "a stroke in the name of the cycle": changed(("cycle: 2017-18", "cycle: 2017/18")),
    "several faults on one line": changed(
        ("{name: Fenwick,  group: moor}", "{nam: Fenwick, grop: moor, gss: [1], colour: red}")
    ),
}  # fmt: skip


def test_faults_of_form(golden: Callable[[str, str], None]) -> None:
    golden("reading/forms.txt", whole(CASES))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("sign-off:", "signoff:", ("unknown-key", "signoff")),
        ("        owner: each authority\n", "", ("missing-key", "submit-self-view")),
        (DUE, "Friday 30 February 2018", ("impossible-date", "Friday 30 February 2018")),
        ("when: December 2017", "when: 1 to 31 November 2017", ("impossible-date", "31 November 2017")),
        (DUE, "27 Oct 2017", ("malformed-date", "27 Oct 2017")),
        (DUE, "within 10 days of forum", ("malformed-deadline", "within 10 days of forum")),
        (DUE, "23 to 27 October 2017", ("due-range", "23 to 27 October 2017")),
        ("9:30am to 4pm", "9.30am to 4pm", ("malformed-time", "9.30am")),
        ("owner: each authority", "owner: Big Boss of team", ("malformed-owner", "Big Boss")),
        ("minutes: 15", "minutes: quarter", ("malformed-quantity", "quarter")),
        ("  fenwick: ", "  Fenwick: ", ("malformed-id", "Fenwick")),
        ("needs: [self-view]", "needs: self-view", ("wrong-type", "self-view")),
        ("format: 1", "format: 2", ("wrong-type", "2")),
        (f"due: {DUE}", 'due: "30  February\n          2018"', ("impossible-date", "30  February\n          2018")),
    ],
)  # fmt: skip
def test_a_fault_stands_under_the_words_at_fault_and_alone(
    old: str, new: str, expected: tuple[str, str]
) -> None:
    assert faults(changed((old, new))) == [expected]


def test_an_impossible_date_names_the_nearest_days() -> None:
    (found,) = read(CASES["30 February"]).diagnostics
    assert found.message == "February 2018 has 28 days, so there is no 'Friday 30 February 2018'"
    assert found.hint == "Write Wednesday 28 February 2018 or Thursday 1 March 2018."
    assert found.span == (30, 14, 30, 37)
    assert found.place == "phases/self-evaluation/actions/submit-self-view/due"


def test_every_fault_of_a_file_is_found_in_one_run() -> None:
    text = changed(
        ("title: Peer", "tittle: Peer"),
        ("  ad: {name: Assistant Director", "  ad: {nme: Assistant Director"),
        ("lead: larkmoor", "lead: [larkmoor]"),
        (DUE, "30 February 2018"),
        ("owner: each authority", "owner: Everybody"),
        ("when: December 2017", "when: Decembre 2017"),
        ("minutes: 15", "minutes: -1"),
    )
    assert faults(text) == [
        ("unknown-key", "tittle"),
        ("unknown-key", "nme"),
        ("wrong-type", "[larkmoor]"),
        ("malformed-owner", "Everybody"),
        ("impossible-date", "30 February 2018"),
        ("malformed-date", "Decembre 2017"),
        ("malformed-quantity", "-1"),
    ]


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ((), "the file"),
        (("authorities", "bolton"), "an authority"),
        (("phases", "p", "actions", "a"), "an action"),
        (("phases", "p", "events", "e", "agenda", "0", "parts", "1"), "an agenda item"),
        (("next-cycle",), "a next cycle"),
        (("authorities", "bolton", "name", "x"), "the file"),
    ],
)
def test_an_entry_is_called_what_it_is(place: tuple[str, ...], words: str) -> None:
    assert described(place) == words


def test_the_model_of_a_place_is_found() -> None:
    assert part_at(()) is Cycle
    assert part_at(("phases", "p", "actions", "a")) is Action
    assert part_at(("agendas", "day", "items", "3")) is AgendaItem
    assert part_at(("title",)) is None
    assert part_at(("nothing", "here")) is None


def test_the_format_to_add_is_told_whole() -> None:
    (fault,) = read(changed(("format: 1\n", ""))).diagnostics
    assert (fault.rule, fault.hint) == ("missing-key", "Add the line: format: 1")


@pytest.mark.parametrize("depth", [60, 5000])
def test_depth_is_called_depth_whoever_meets_it_first(depth: int) -> None:
    (fault,) = read(changed(("region: Northmere", "region: " + "[" * depth))).diagnostics
    assert (fault.rule, fault.message) == ("nested-too-deeply", "this is nested more than 40 levels deep")
