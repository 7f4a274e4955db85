"""The view of the list of open questions: by who can say, those with a day first, and what hangs on each."""

from collections.abc import Iterable
from datetime import date
from typing import Any, Final

from peercycle.documents.edition import Edition
from peercycle.documents.glossary import closing
from peercycle.documents.hanging import hanging
from peercycle.documents.open_points import ask, until_then
from peercycle.documents.wording import Wording, capital, cycle_label, number
from peercycle.model.when import long_date
from peercycle.schedule.questions import OpenQuestion
from peercycle.schedule.wording import counted

Row = dict[str, str]
NOBODY: Final = "Nobody is named yet who can say"
NO_DAY: Final = "No day named"
NOT_ASSUMED: Final = "Nothing is assumed"


def whole_questions(edition: Edition, _: str) -> dict[str, Any]:
    """Return the view of all that is open, the questions whose answer is wanted soonest first."""
    words = Wording(edition.cycle)
    gathered: dict[str, list[OpenQuestion]] = {}
    for question in sorted(edition.questions, key=_wanted):
        named = question.who if question.who and question.who != "TBC" else ""
        gathered.setdefault(named, []).append(question)
    nobody = gathered.pop("", [])
    bare = [question for question in nobody if not question.stated]
    stated = [question for question in nobody if question.stated]
    groups = [
        _group(edition, f"{capital(words.who(who))} can say", f"for {words.who(who)}", held, words)
        for who, held in gathered.items()
    ]
    view: dict[str, Any] = {
        "title": f"Peer challenge {cycle_label(edition.cycle.cycle)}: open questions",
        "on": long_date(edition.on),
        "opening": _opening(edition),
        "tell": _tell(edition, words) if edition.questions else "",
        "groups": groups
        + ([_group(edition, NOBODY, "for nobody named yet", stated, words)] if stated else []),
        "bare": [ask(edition, question, words) for question in bare],
    }
    return view | closing(edition, view, "", words)


def _wanted(question: OpenQuestion) -> date:
    return (question.by.latest if question.by else None) or date.max


def _opening(edition: Edition) -> str:
    """Return how many questions are open, how many of them late, and how many have a day to come."""
    asked = edition.questions
    if not asked:
        return "No question is open."
    late = sum(question.wanted_before(edition.on) for question in asked)
    ahead = sum(_wanted(question) != date.max for question in asked) - late
    if len(asked) == 1:
        past = "; it is past the day an answer was wanted" if late else ""
        return f"1 question is open{past}{_wanted_by(asked[0]) if ahead else ''}."
    said = f"{len(asked)} questions are open."
    parts = [
        f"{number(late)} {'is' if late == 1 else 'are'} past the day an answer was wanted" if late else "",
        f"{number(ahead)} {'is' if ahead == 1 else 'are'} to be answered by a day still ahead"
        if ahead
        else "",
    ]
    more = "; ".join(filter(None, parts))
    return f"{said} {capital(more)}." if more else said


def _wanted_by(question: OpenQuestion) -> str:
    return f"; an answer is wanted by {long_date(_wanted(question))}"


def _tell(edition: Edition, words: Wording) -> str:
    phrase = edition.coordinator
    if phrase is None:
        return ""
    party = next(p for a in edition.actions.values() for p in a.to if p.words == phrase)
    return f"Answers go to the {words.party(party)}. Until there is one, the reading beside a question is in force."


def _group(
    edition: Edition, who: str, whose: str, held: Iterable[OpenQuestion], words: Wording
) -> dict[str, Any]:
    rows = [_row(edition, question, words) for question in held]
    count = counted(len(rows), "question")
    dated = any(row["by"] != NO_DAY for row in rows)
    first = ", those whose answer is wanted soonest first" if dated and len(rows) > 1 else ""
    return {
        "who": who,
        "caption": f"{count} {whose}{first}",
        "dated": dated,
        "rows": rows,
    }


def _row(edition: Edition, question: OpenQuestion, words: Wording) -> Row:
    return {
        "ask": ask(edition, question, words),
        "by": _by(edition, question),
        "meanwhile": until_then(question).rstrip(".") or NOT_ASSUMED,
        "hangs": hanging(edition, question, words),
    }


def _by(edition: Edition, question: OpenQuestion) -> str:
    """Return the day an answer is wanted, and how long ago that is where it has gone by."""
    if question.by is None or question.by.latest is None:
        return NO_DAY
    text = long_date(question.by.latest)
    if not question.wanted_before(edition.on):
        return text
    return f"{text}, {counted((edition.on - question.by.latest).days, 'day')} ago"
