"""Something is still open.

A question that the file puts and has not answered, or a TBC that no question puts into words. Not knowing is no fault, and a
cycle may run to its end with open questions; but none of them is forgotten. `validate` only counts them; `peercycle
questions` shows them with who can answer and by when.

Wrong::

    forum:
      room: TBC

Right::

    forum:
      room: The assembly room

What is compared
    A question is open until it has an `answer`; with a `meanwhile` it stays
    open, and the reading in force is shown. Each TBC that no question is about
    counts as one of its own, several in one grid as one.

See also: stale-question
"""

from collections.abc import Iterator
from typing import Final

from peercycle.diagnostics.fault import Fault, Mark, Severity
from peercycle.rules.examined import Examined
from peercycle.schedule import names
from peercycle.schedule.questions import OpenQuestion, open_questions

ID: Final = "unanswered-question"
SEVERITY: Final[Severity] = "info"


def check(examined: Examined) -> Iterator[Fault]:
    """Yield each open question at its key, or at the first TBC where the file does not put it."""
    for question in open_questions(examined.plan):
        if question.stated:
            yield Fault(question.ask, Mark(("questions", question.key), on="key"), _who(examined, question))
        else:
            first, *others = question.places
            yield Fault(question.ask, Mark(first), "", tuple(Mark(place) for place in others))


def _who(examined: Examined, question: OpenQuestion) -> str:
    """Return who can answer, by when, and what is held to be so meanwhile."""
    who = f"To be answered by {names.anyone(examined.cycle, question.who)}" if question.who else ""
    by = f"wanted {_by(question.by.text)}" if question.by else ""
    asked = ", ".join(filter(None, (who, by)))
    meanwhile = f"Meanwhile: {question.meanwhile}" if question.meanwhile else ""
    sentences = (part[0].upper() + part[1:].rstrip(".") + "." for part in (asked, meanwhile) if part)
    return " ".join(sentences)


def _by(text: str) -> str:
    return text if text.startswith(("by ", "before ", "after ", "from ")) else f"by {text}"
