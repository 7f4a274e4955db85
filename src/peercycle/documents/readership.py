"""For whom a paper about one authority is: the authority itself and the team, and nobody else."""

from peercycle.documents.addressee import Addressee


def audience_of(reader: Addressee) -> str:
    """Return whom a paper about one authority is for: "Bolton and the SLI team only"."""
    team = reader.edition.team
    return f"{reader.name} and {reader.words.the(team)} only" if team else f"{reader.name} only"
