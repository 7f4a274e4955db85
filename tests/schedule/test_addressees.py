"""Whose addresses are wanted: whoever is reminded, signs, owes something or comes to a meeting, and nobody else."""

import pytest

from peercycle.schedule.addressees import addressees
from tests.schedule.small_cycles import plan_of

TELL = "actions: {tell: {do: Tell, owner: team, due: TBC}}\n"
LADDER = (
    "reminders:\n  - {after: 3 working days, to: lead-member}\n  - {after: 10 working days, to: signatory}\n"
)
WANTED = [
    ("nobody in particular", TELL.replace("team", "TBC"), "", ["dcs"], {"board": ["chair"]}),
    ("the ladder", TELL, LADDER, ["lead-member"], {"team": ["all"], "board": ["chair"]}),
    ("an owner", TELL.replace("team", "lead-member of ash"), "", ["lead-member"], {"board": ["chair"]}),
    (
        "signatures",
        "actions: {tell: {do: Tell, owner: ash, due: TBC, sign-off: [lead-member, then team]}}\n",
        "",
        ["lead-member"],
        {"team": ["all"], "board": ["chair"]},
    ),
    (
        "a meeting",
        "events: {meet: {title: Meeting, date: TBC, attends: {each authority: [dcs, lead-member], team: all, board: [dcs]}}}\n",
        "",
        ["dcs", "lead-member"],
        {"team": ["all"], "board": ["chair", "dcs"]},
    ),
]


@pytest.mark.parametrize(
    ("programme", "more", "roles", "bodies"), [row[1:] for row in WANTED], ids=[row[0] for row in WANTED]
)
def test_whose_addresses_are_wanted(
    programme: str, more: str, roles: list[str], bodies: dict[str, list[str]]
) -> None:
    assert addressees(plan_of(programme, more=more)) == (roles, bodies)
