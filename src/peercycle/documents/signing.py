"""Who signs a paper: a line for each, in the order the file wants, with room for the name, the signature and the day."""

from peercycle.documents.addressee import Addressee
from peercycle.documents.wording import capital
from peercycle.model.programme import Action
from peercycle.schedule import names

Line = dict[str, str]


def signing(reader: Addressee, action: Action | None) -> list[Line]:
    """Return those who sign, each with whom it is after: "" for those who may sign at once."""
    found: list[Line] = []
    before = ""
    for step in action.sign_off if action else ():
        signatories = [_signatory(reader, key) for key in step]
        found += [{"who": capital(each), "after": before} for each in signatories]
        before = " and ".join(signatories)
    return found


def _signatory(reader: Addressee, key: str) -> str:
    cycle = reader.edition.cycle
    return reader.words.the(key) if key in cycle.bodies else names.role(cycle, key)


def returned(reader: Addressee, action: Action | None) -> str:
    """Return to whom a paper goes, "" where the file does not say."""
    parties = [party for party in action.to if not party.tbc] if action else []
    said = [
        f"the {reader.words.party(party)}" if party.role else reader.words.party(party) for party in parties
    ]
    return ", ".join(said)
