"""Roles and posts that the file does not know."""

import pytest

from tests.rules.examples import Found, Marked, every_fault, faults

RULE = "unknown-role"
SUBMIT = "phases/self-evaluation/actions/submit-self-view"
ATTENDS = "phases/challenge/events/forum/attends"


def test_a_misspelt_signatory() -> None:
    assert faults(RULE, "submit-self-view:\n  sign-off: [dcs, then lead-membre]") == [
        Found(
            f"{SUBMIT}/sign-off/1",
            "lead-membre",
            "no role is called 'lead-membre'",
            "did you mean lead-member?",
            "",
            (),
            53,
            30,
        )
    ]


@pytest.mark.parametrize(
    ("fragment", "place", "message", "note", "hint"),
    [
        (
            "forum:\n  attends:\n    each authority in own cluster: [dcs, one add]",
            f"{ATTENDS}/each authority in own cluster",
            "no role is called 'add'",
            "did you mean ad?",
            "",
        ),
        (
            "forum:\n  attends:\n    nwadcs: [chiar]",
            f"{ATTENDS}/nwadcs",
            "Directors' Network has no post 'chiar'",
            "did you mean chair?",
            "",
        ),
        (
            "forum:\n  attends:\n    sli-team: [xyz]",
            f"{ATTENDS}/sli-team",
            "Improvement team has no post 'xyz'",
            "",
            "There is: coordinator.",
        ),
        (
            "bodies:\n  board: {name: Improvement Board, short: Board}\nforum:\n  chair: chair of board",
            "phases/challenge/events/forum/chair",
            "Board has no post 'chair'",
            "",
            "Add it, as in posts: {chair: Chair}.",
        ),
        (
            "nwadcs:\n  members:\n    each lead authority: [zzz]",
            "bodies/nwadcs/members/each lead authority",
            "no role is called 'zzz'",
            "",
            "There are: dcs, ad and lead-member.",
        ),
        (
            "submit-self-view:\n  to: cordinator of sli-team",
            f"{SUBMIT}/to",
            "Improvement team has no post 'cordinator'",
            "did you mean coordinator?",
            "",
        ),
        (
            "submit-self-view:\n  owner: led-member of each authority",
            f"{SUBMIT}/owner",
            "no role is called 'led-member'",
            "did you mean lead-member?",
            "",
        ),
        (
            "submit-self-view:\n  sign-off: [nwadc]",
            f"{SUBMIT}/sign-off",
            "no role is called 'nwadc'",
            "did you mean nwadcs?",
            "nwadcs is a body.",
        ),
        (
            "submit-self-view:\n  sign-off: [mayor]\nroles: {}",
            f"{SUBMIT}/sign-off",
            "no role is called 'mayor'",
            "",
            "Add it, as in roles: {mayor: Mayor}.",
        ),
        (
            "reminders: [{after: 3 days, to: dsc}]",
            "reminders/0/to",
            "no role is called 'dsc'",
            "did you mean dcs?",
            "",
        ),
        (
            "questions:\n  q: {ask: Who?, about: forum, who: chiar of nwadcs}",
            "questions/q/who",
            "Directors' Network has no post 'chiar'",
            "did you mean chair?",
            "",
        ),
    ],
)
def test_wherever_a_role_stands(fragment: str, place: str, message: str, note: str, hint: str) -> None:
    fault = next(fault for fault in faults(RULE, fragment) if fault.place == place)
    assert (fault.message, fault.note, fault.hint) == (message, note, hint)


def test_the_same_role_is_reported_once() -> None:
    (fault,) = faults(RULE, "submit-self-view:\n  owner: zz of pellbridge\n  to: [zz of larkmoor, sli-team]")
    assert (fault.place, fault.related) == (f"{SUBMIT}/owner", (Marked("zz", "and here"),))


def test_of_many_places_only_some_are_shown() -> None:
    (fault,) = faults(RULE, f"submit-self-view:\n  sign-off: [{', '.join(['zz'] * 8)}]")
    assert [mark.message for mark in fault.related] == ["and here"] * 3 + ["and here, and in 3 more places"]


@pytest.mark.parametrize(
    "fragment",
    [
        "issue-questions:\n  sign-off: [coordinator, dcs, then nwadcs]",
        "forum:\n  chair: dcs of own lead authority\n  facilitator: dcs of nwadcs",
        "prepare-for-own-forum:\n  owner: lead-challenger of each authority",
        "reminders: [{after: 3 days, to: signatory}, {after: 4 days, to: coordinator of sli-team}]",
        "questions:\n  q: {ask: Who?, about: forum, who: lead-member}",
        "forum:\n  attends:\n    nwadcs: all",
    ],
)
def test_no_fault(fragment: str) -> None:
    assert faults(RULE, fragment) == []


@pytest.mark.parametrize(
    ("fragment", "rules"),
    [
        ("forum:\n  chair: chair of nwadc", ["unknown-reference"]),
        ("lead-member: []", ["wrong-type"]),
        ("roles: none", ["wrong-type"]),
        ("roles: {}\nsubmit-self-view:\n  sign-off: [zz]", ["unknown-role"] * 4),
    ],
)
def test_what_follows_from_another_fault_is_not_reported(fragment: str, rules: list[str]) -> None:
    found = every_fault(fragment)
    assert found == rules or set(found) == set(rules)
