"""What hangs on a question: the meetings, tasks, papers and parties it is about, by their names."""

from typing import Final

from peercycle.documents.edition import Edition
from peercycle.documents.wording import Wording, capital
from peercycle.schedule.questions import OpenQuestion

_KEYS: Final = {
    "about": "subject",
    "attends": "who comes",
    "begins": "beginning",
    "chair": "chair",
    "date": "day",
    "due": "deadline",
    "for": "whom it is for",
    "holds": "post held",
    "members": "who sits on it",
    "needs": "papers used",
    "owner": "who does it",
    "produces": "outcome",
    "shown-to": "who may see it",
    "sign-off": "who signs",
    "stand-in": "stand-in for the chair",
    "time": "hours",
    "to": "who receives it",
    "when": "period",
}
"""What a key of the file stands for in a reader's words; any other is said as it is."""


def hanging(edition: Edition, question: OpenQuestion, words: Wording) -> str:
    """Return what a question is about, things with the same part of them open together: "Hours: Forum; Board"."""
    found: dict[str, list[str]] = {}
    for about in question.about:
        entry, _, key = about.partition(" ")
        short = entry == "abbreviations"
        names = found.setdefault("" if short else _key(edition, key), [])
        name = f"the abbreviation {key}" if short else _name(edition, entry, words)
        if name not in names:
            names.append(name)
    return "; ".join(
        f"{capital(key)}: {'; '.join(names)}" if key else capital("; ".join(names))
        for key, names in found.items()
    )


def _key(edition: Edition, key: str) -> str:
    if key == "group":
        return edition.cycle.words.group
    return _KEYS.get(key, key.replace("-", " "))


def _name(edition: Edition, entry: str, words: Wording) -> str:
    """Return the name of what an id stands for; of a section, its things; the id in words for anything else."""
    cycle, plan = edition.cycle, edition.plan
    if entry in cycle.bodies:
        return cycle.bodies[entry].short or cycle.bodies[entry].name
    titles = {"authorities": f"each {cycle.words.authority}"}
    titles |= {key: document.title for key, document in cycle.documents.items()}
    titles |= {key: contact.name for key, contact in cycle.contacts.items()}
    titles |= {key: phase.title for key, phase in cycle.phases.items()}
    titles |= {key: event.title for key, (event, _) in plan.events.items()}
    titles |= {key: action.title or action.do for key, (action, _) in plan.actions.items()}
    return words.inside(titles[entry]) if entry in titles else entry.replace("-", " ")
