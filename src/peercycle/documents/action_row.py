"""An action of the programme in a row: by when, what, to whom, signed by whom, and whose it is."""

from typing import Final

from peercycle.documents.deadlines import EACH, ITS, briefly
from peercycle.documents.edition import Edition
from peercycle.documents.entries import Row
from peercycle.documents.wording import Wording, capital
from peercycle.model.owner import Party
from peercycle.model.programme import Action
from peercycle.schedule import names
from peercycle.schedule.deadline import TO_BE_CONFIRMED
from peercycle.schedule.subject import Subject
from peercycle.schedule.wording import listed

EARLIEST: Final = ", which may be as early as"
"""What a deadline adds for whoever has to keep days free; the meetings stand here themselves."""
LONGEST: Final = 100
"""An action in more letters than this is called by its title, where it has one."""


def action_row(edition: Edition, action: Action, words: Wording) -> Row:
    """Return an action as a row of the programme."""
    who = TO_BE_CONFIRMED if action.owner.tbc else words.party(action.owner)
    return {
        "when": capital(_due(edition, action, words)),
        "lead": "",
        "what": _done(edition, action, words),
        "who": capital(who),
    }


def _due(edition: Edition, action: Action, words: Wording) -> str:
    """Return by when an action is due, for each round or group that has a day of its own.

    An exception made for one authority is between it and the team, and no part of the programme.
    """
    of_meetings = any(party.many and party.many.kind == "events" for party in action.for_)
    said: dict[str, list[str]] = {}
    for path, due in _leading(edition, action).due.leaves():
        round_ = next((part for part in path if part in edition.cycle.rounds), None)
        group = next((part for part in path if part in edition.cycle.groups), None)
        whose = Subject(group=group, round=round_, count=None, unnamed=True)
        label = words.round(round_) if round_ else words.group(group) if group else ""
        text = briefly(edition, due, whose, words, EACH if of_meetings else ITS)
        if action.from_ and text.startswith("on "):  # what is begun long before is not done that day
            text = f"by {text.removeprefix('on ')}"
        said.setdefault(text.partition(EARLIEST)[0], []).append(label)
    if len(said) == 1:
        return next(iter(said))
    return "; ".join(f"{listed([*filter(None, labels)])}: {text}" for text, labels in said.items())


def _leading(edition: Edition, action: Action) -> Action:
    """Return the action whose deadline this one has: its own, or one that it is done with."""
    seen: list[str] = []
    while (ref := _with(action)) in edition.actions and ref not in seen:
        seen.append(ref)
        action = edition.actions[ref]
    return action


def _with(action: Action) -> str:
    dues = [due for _, due in action.due.leaves()]
    return dues[0].with_action if len(dues) == 1 and not dues[0].tbc else ""


def _done(edition: Edition, action: Action, words: Wording) -> str:
    """Return what is to be done, to whom it goes, and who signs."""
    short = action.title if len(action.do) > LONGEST else None
    do = (short or action.do).rstrip(".")
    receivers = [_receiver(edition, party, words) for party in action.to if not party.tbc]
    to = listed(
        [name for name in receivers if name.removeprefix("the ") not in do.replace("every ", "each ")]
    )
    roles = [names.role(edition.cycle, key) for step in action.sign_off for key in step]
    signed = (
        "" if all(role in do for role in roles) else f". Signed by the {words.signatories(action.sign_off)}"
    )
    return f"{do}{f', to {to}' if to else ''}{signed}"


def _receiver(edition: Edition, party: Party, words: Wording) -> str:
    if party.of_own_group:
        return f"the members of the {edition.cycle.words.group}"
    if party.many:
        return "each its own" if party.many.kind == "own-authority" else party.many.words
    name = words.party(party)
    return f"the {name}" if party.role else name
