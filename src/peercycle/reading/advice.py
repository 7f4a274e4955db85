"""Advice held against the file: it names no id that the file does not give, and no year that the cycle does not run in."""

import re
from collections.abc import Callable, Collection
from difflib import get_close_matches
from typing import Final

from peercycle.model.date_wordings import without_year
from peercycle.model.due import ADVICE as FORMS_OF_A_DEADLINE
from peercycle.model.due import read_due
from peercycle.model.owner import ADVICE as FORMS_OF_AN_OWNER
from peercycle.model.owner import read_party
from peercycle.model.phrase import Misread
from peercycle.model.when import When, offered, read_when
from peercycle.reading.known import Known, as_called

_GUESS: Final = re.compile(r"Write (.+?)(?:, and the hour with the key time)?\.")
_LIKE: Final = 0.75
_MOST_COMPARED: Final = 300
"""How many ids at most are compared with one that is not there: comparing costs ten microseconds each."""
_FORMS_OF_A_ROLE: Final = "Write the id of a role, as it stands under roles."
Named = tuple[str, Collection[str]]
"""An id that a phrase names, and those that it may be."""


def advised(rule: str, text: str, words: str, hint: str, file: Known) -> str:
    """Return what to write instead of a date, a deadline or an owner.

    `words` is the part of the text at fault, `hint` what was guessed without the file.
    """
    if rule == "malformed-date" and hint.endswith(" with its year."):
        return _with_year(without_year(words), file.runs) or hint
    if rule == "malformed-owner":
        owner = _owner(" ".join(text.split()), file)
        return f"Write {owner}." if owner else _held(hint, file, _of_owner) or FORMS_OF_AN_OWNER
    if rule == "malformed-deadline":
        return _held(hint, file, _of_deadline) or FORMS_OF_A_DEADLINE
    return hint


def advised_role(text: str, hint: str, file: Known, lead: str) -> str:
    """Return what to write instead of a role that attends or signs; the word `lead` may stand before it."""
    roles = [file.roles.get(as_called(name), "") for name in text.split(",")]
    if len(roles) > 1 and all(roles):
        return f"Write [{', '.join(roles)}]."
    first, _, rest = " ".join(text.split()).partition(" ")
    led = first.lower() == lead
    if role := file.roles.get(as_called(rest if led else text)):
        return f"Write {lead} {role}." if led else f"Write {role}."
    return _held(hint, file, _of_role) or _FORMS_OF_A_ROLE


def _with_year(lacking: str, runs: When | None) -> str:
    """Return what to write for a date without a year: the dates it can be while the cycle runs, "" where it can be none."""
    if runs is None or runs.earliest is None or runs.latest is None:
        return ""
    found = []
    for year in range(runs.earliest.year, runs.latest.year + 1):
        try:
            when = read_when(f"{lacking} {year}")
        except Misread:
            continue
        if (when.earliest or runs.earliest) <= runs.latest and (when.latest or runs.latest) >= runs.earliest:
            found.append(offered(when))
    return f"Write {' or '.join(found)}." if found else ""


def _owner(text: str, file: Known) -> str:
    """Return the phrase for whoever goes by a name, or for a role of theirs; "" where the file names nobody so."""
    if owner := file.owners.get(as_called(text)):
        return owner
    for joint in re.finditer(" of ", text):
        role = file.roles.get(as_called(text[: joint.start()]))
        who = file.owners.get(as_called(text[joint.end() :]), "")
        if role and who and " " not in who:
            return f"{role} of {who}"
    return ""


def _held(hint: str, file: Known, named: Callable[[str, Known], list[Named]]) -> str:
    """Return a hint with each id that the file does not give replaced by the nearest, "" where nothing is near."""
    guess = _GUESS.fullmatch(hint)
    try:
        found = named(guess[1], file) if guess else []
    except Misread:  # advice in general
        return hint
    for key, ids in found:
        if key not in ids:
            near = get_close_matches(key, ids, 1, _LIKE) if len(ids) <= _MOST_COMPARED else []
            if not near:
                return ""
            hint = re.sub(rf"(?<![\w-]){re.escape(key)}(?![\w-])", near[0], hint)
    return hint


def _of_role(guess: str, file: Known) -> list[Named]:
    return [(guess.rpartition(" ")[2], file.of("roles", "bodies"))]


def _of_owner(guess: str, file: Known) -> list[Named]:
    party = read_party(guess, file.words)
    many = party.many
    named = [
        (party.role, file.of("roles")),
        (party.who, file.of("authorities", "bodies", "groups", "rounds")),
        (many.within if many else "", file.of("groups", "rounds")),
        (many.event if many else "", file.of("events")),
    ]
    return [(key, ids) for key, ids in named if key]


def _of_deadline(guess: str, file: Known) -> list[Named]:
    due = read_due(guess, file.words, deadline=False)
    named = [(due.each, file.of("events")), (due.with_action, file.of("actions"))]
    if due.anchor:
        named += [(due.anchor.ref, file.of("events", "actions")), (due.anchor.round, file.of("rounds"))]
    return [(key, ids) for key, ids in named if key]
