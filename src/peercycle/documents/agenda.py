"""The view of an agenda: one meeting, who comes in which part, what is dealt with when, and what follows from it."""

from typing import Any

from peercycle.documents.around import after, before, during, taken_home
from peercycle.documents.audience import shown_at, titles
from peercycle.documents.deadlines import meeting_when
from peercycle.documents.edition import Edition
from peercycle.documents.glossary import closing
from peercycle.documents.open_points import ask, concerning, open_points, until_then
from peercycle.documents.people import chair, challenges, comers, parts
from peercycle.documents.programme import programme
from peercycle.documents.wording import Wording, capital, possessive
from peercycle.model.when import long_date
from peercycle.schedule.arrangements import arrangements
from peercycle.schedule.plan import Meeting
from peercycle.schedule.questions import OpenQuestion

UNKNOWN = "To be confirmed"


def agenda(edition: Edition, subject: str) -> dict[str, Any]:
    """Return the view of one meeting's agenda, put together in the order it is read."""
    meeting = next(held for held in edition.plan.meetings if held.id == subject)
    words = Wording(edition.cycle)
    view: dict[str, Any] = {
        "title": f"{_title(edition, meeting)}: agenda",
        "facts": _facts(edition, meeting, words),
    }
    audience = _audience(edition, meeting, words)
    if audience:
        view["facts"].append({"term": "For", "texts": [audience]})
    view["before"] = before(edition, meeting, words)
    view["during"] = during(edition, meeting, words)
    view["taken_home"] = taken_home(edition, meeting, words)
    view["programme"] = programme(edition, meeting, words)
    view["parts"] = parts(edition, meeting)
    view["after"] = after(edition, meeting, words)
    settle = _to_settle(edition, meeting)
    view["settle"] = [_question(edition, question, words) for question in settle]
    view["settle_by"] = _settle_by(meeting)
    touching = [question for question in _touching(edition, meeting) if question not in settle]
    view["open"] = open_points(edition, touching, words)
    return view | closing(edition, view, audience, words)


def _title(edition: Edition, meeting: Meeting) -> str:
    event, subject = edition.plan.event(meeting), meeting.subject
    words = Wording(edition.cycle)
    if subject.authority:
        return f"{event.title}, {edition.cycle.authorities[subject.authority].name}"
    if subject.group in edition.cycle.groups:
        return f"{edition.cycle.groups[subject.group].name} {words.inside(event.title)}"
    return event.title


def _facts(edition: Edition, meeting: Meeting, words: Wording) -> list[dict[str, Any]]:
    """Return what stands at the head of an agenda: term and text."""
    fact = arrangements(edition.plan, meeting)
    whose = _whose(edition, meeting)
    date = capital(meeting_when(edition, meeting, words, whose))
    known = fact.time is not None and fact.time.start is not None
    facts: list[tuple[str, str | list[str]]] = [("Date", f"{date}, {fact.hours}" if known else date)]
    if not known:
        facts.append(("Time", _time(fact.hours)))
    facts.append(("Place", _place(fact.room, fact.place, fact.open)))
    facts.append(("Chair", chair(edition, meeting, words) or ""))
    facts.append(("Facilitator", capital(words.party(fact.facilitator)) if fact.facilitator else ""))
    facts.append(("Who comes", comers(edition, meeting, words) or [UNKNOWN]))
    facts.append(("Purpose", _outcome(edition, meeting, words)))
    return [
        {"term": term, "texts": [text] if isinstance(text, str) else text} for term, text in facts if text
    ]


def _whose(edition: Edition, meeting: Meeting) -> str:
    authority = meeting.subject.authority
    return possessive(edition.cycle.authorities[authority].name) if authority else "the authority's"


def _time(hours: str) -> str:
    return f"{capital(hours)}. Start and finish to be confirmed" if hours else UNKNOWN


def _place(room: str | None, place: str | None, unsure: tuple[str, ...]) -> str:
    if place is None:
        return UNKNOWN
    if room is None:
        return f"{place}. Building and room to be confirmed" if "room" in unsure else place
    return f"{room}, {place}"


def _outcome(edition: Edition, meeting: Meeting, words: Wording) -> str:
    """Return what a meeting is for: the papers that come of it and that those who come are shown."""
    event = edition.plan.event(meeting)
    parties = [line.party for line in event.attends]
    made = titles(edition, [key for key in event.produces if shown_at(edition, key, parties)], words)
    return f"To arrive at: {made}" if made else ""


def _audience(edition: Edition, meeting: Meeting, words: Wording) -> str:
    """Return for whom an agenda is, "" where it is for all who come."""
    subject = meeting.subject
    beside = arrangements(edition.plan, meeting).facilitator or edition.plan.event(meeting).held_by
    other = f" and {words.the(beside.who)}" if beside and beside.who in edition.cycle.bodies else ""
    if subject.authority:
        return f"{edition.cycle.authorities[subject.authority].name}{other} only"
    if subject.group in edition.cycle.groups:
        return f"The members of {words.group(subject.group)}{other} only"
    return ""


def _to_settle(edition: Edition, meeting: Meeting) -> list[OpenQuestion]:
    """Return the questions that the file wants answered by this meeting; one held many times settles none."""
    if edition.plan.event(meeting).for_:
        return []
    wanted = {key for key, question in edition.cycle.questions.items() if question.by == meeting.event}
    return [question for question in edition.questions if question.key in wanted]


def _question(edition: Edition, question: OpenQuestion, words: Wording) -> dict[str, str]:
    who = capital(words.who(question.who)) if question.who and question.who != "TBC" else UNKNOWN
    return {"ask": ask(edition, question, words), "who": who, "meanwhile": until_then(question) or UNKNOWN}


def _settle_by(meeting: Meeting) -> str:
    return long_date(meeting.date.day) if meeting.date.day else "this meeting"


def _touching(edition: Edition, meeting: Meeting) -> list[OpenQuestion]:
    """Return the open questions about a meeting, about what is done around it, and about who is challenged at it."""
    plan, subject = edition.plan, meeting.subject
    event = plan.event(meeting)
    around = {
        key
        for key, action in edition.actions.items()
        if set(action.needs) & set(event.produces)
        or any(_leans(plan_due, meeting) for _, plan_due in action.due.leaves())
    }
    made = {paper for key in around for paper in edition.actions[key].produces}
    around |= {key for key, action in edition.actions.items() if set(action.needs) & made and subject.group}
    members = {"authorities"} if challenges(meeting) and not plan.cast.memberships_known() else set()
    return concerning(edition, {meeting.event, *around, *members}, subject)


def _leans(due: Any, meeting: Meeting) -> bool:
    return due is not None and meeting.event in (due.each, due.anchor.ref if due.anchor else "")
