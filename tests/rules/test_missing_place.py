"""Meetings without a place, gathered."""

from peercycle.rules import missing_place
from tests.rules.examples import BASE, Found, faults, found_in

RULE = "missing-place"
PARTY = "support:\n  events:\n    party: {title: Party, date: TBC}\n"


def test_one_meeting() -> None:
    assert faults(RULE, PARTY) == [
        Found(
            "phases/support/events/party",
            "party",
            "a meeting has no place: party",
            "",
            "Add place: and the town or building. With place: TBC it joins the open questions.",
            (),
            124,
            7,
        )
    ]


def test_all_of_them_are_one_fault() -> None:
    bare = "\n".join(line for line in BASE.splitlines() if not line.lstrip().startswith("place: "))
    (fault,) = found_in(bare, (missing_place,))
    assert fault.message == "3 of 3 meetings have no place: nwadcs-november, forum and nwadcs-february"
    assert fault.place == "phases/questions/events/nwadcs-november"


def test_of_many_some_are_named() -> None:
    events = "".join(f"    party-{n}: {{title: Party, date: TBC}}\n" for n in range(12))
    (fault,) = faults(RULE, "support:\n  events:\n" + events)
    assert fault.message.startswith("12 of 15 meetings have no place: party-0, party-1,")
    assert fault.message.endswith("party-8 and 3 more")


def test_a_place_to_be_confirmed_is_a_question() -> None:
    assert faults(RULE, "support:\n  events:\n    party: {title: Party, date: TBC, place: TBC}") == []


def test_one_meeting_can_be_waived_without_the_others() -> None:
    waiver = "waivers:\n  w: {rule: missing-place, about: party, because: By telephone, until: March 2018}\n"
    assert faults(RULE, PARTY + waiver) == []
    (fault,) = faults(RULE, PARTY + "    ball: {title: Ball, date: TBC}\n" + waiver)
    assert fault.message == "a meeting has no place: ball"


def test_a_place_that_could_not_be_read_is_not_missing() -> None:
    assert faults(RULE, "forum:\n  place: [Hollinsea]") == []
