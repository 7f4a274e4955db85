"""For whom a paper is that shows how authorities stand: one authority and the team, the team alone, or who comes to a meeting."""

from typing import Final

from peercycle.documents.addressee import Addressee
from peercycle.documents.edition import Edition
from peercycle.documents.wording import Wording

COMERS: Final = "Those who come to the meeting only"
"""For whom a paper is that holds what is shared with everyone who comes."""


def audience_of(reader: Addressee) -> str:
    """Return whom a paper about one authority is for: "Bolton and the SLI team only"."""
    team = reader.edition.team
    return f"{reader.name} and {reader.words.the(team)} only" if team else f"{reader.name} only"


def team_alone(edition: Edition) -> str:
    """Return whom a paper about every authority is for: "the Regional Sector Led Improvement Team (SLI team) only"."""
    team = Wording(edition.cycle).the(edition.team) if edition.team else "the team that runs the cycle"
    return f"{team} only"
