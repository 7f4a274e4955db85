"""Every fact and every doubt of the source document has its place in the real cycle, and the place holds it."""

import copy

import pytest

from tests.cycles.files import REAL, Carried, Listed, data, fault_of, listed

FACTS = listed("facts.txt")
AMBIGUITIES = listed("ambiguities.txt")


@pytest.mark.parametrize("entry", [*FACTS, *AMBIGUITIES], ids=lambda entry: entry.id)
def test_its_places_hold_it(entry: Listed) -> None:
    assert entry.carried
    assert [fault for carried in entry.carried if (fault := fault_of(carried, data(REAL)))] == []


def test_all_82_facts_are_listed_in_order() -> None:
    assert [fact.id for fact in FACTS] == [f"F{number:02}" for number in range(1, 83)]


def test_all_30_ambiguities_are_listed_in_order() -> None:
    assert [doubt.id for doubt in AMBIGUITIES] == [f"A{number:02}" for number in range(1, 31)]


@pytest.mark.parametrize("doubt", AMBIGUITIES, ids=lambda entry: entry.id)
def test_a_doubt_that_is_a_question_is_open_and_says_who_can_answer(doubt: Listed) -> None:
    asked = {place.split("/")[1] for place, _ in doubt.carried if place.startswith("questions/")}
    assert len(asked) == (0 if doubt.id == "A29" else 1)
    for key in asked:
        question = data(REAL)["questions"][key]
        assert "answer" not in question
        assert question["ask"].endswith(("?", "."))
        assert question["who"] in data(REAL)["bodies"]


def test_no_question_is_there_without_a_doubt() -> None:
    # The programme itself raises no doubt over these two: it takes both for known.
    beside = {"memberships", "bpn-meaning"}
    asked = {
        place.split("/")[1]
        for doubt in AMBIGUITIES
        for place, _ in doubt.carried
        if place.startswith("questions/")
    }
    assert set(data(REAL)["questions"]) == asked | beside


@pytest.mark.parametrize(
    ("carried", "fault"),
    [
        (
            Carried("phases/self-evaluation/actions/submit-self-view/sign-off", "lead-member"),
            "phases/self-evaluation/actions/submit-self-view/sign-off is gone: there is no 'sign-off'",
        ),
        (Carried("rounds/december/authorities", "12"), "rounds/december/authorities does not hold '12': 13"),
        (
            Carried("documents/suggested-focus/choices", "Social Care"),
            "documents/suggested-focus/choices does not hold 'Social Care': ['Education']",
        ),
        (
            Carried("phases/annual-conversations/events/conversation/in-order/1", "january"),
            "phases/annual-conversations/events/conversation/in-order/1 is gone: there is no '1'",
        ),
        (Carried("next-cycle/begins", "summer 2018"), ""),
    ],
)
def test_a_place_that_is_gone_or_changed_is_noticed(carried: Carried, fault: str) -> None:
    changed = copy.deepcopy(data(REAL))
    del changed["phases"]["self-evaluation"]["actions"]["submit-self-view"]["sign-off"]
    changed["rounds"]["december"]["authorities"] = "13"
    changed["documents"]["suggested-focus"]["choices"] = ["Education"]
    changed["phases"]["annual-conversations"]["events"]["conversation"]["in-order"] = ["december"]
    assert fault_of(carried, changed) == fault
