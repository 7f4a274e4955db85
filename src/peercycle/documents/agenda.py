"""The view of an agenda: one meeting, who comes in which part, what is dealt with when, and what follows from it."""

from typing import Any

from peercycle.documents.around import after, before, during, taken_home
from peercycle.documents.edition import Edition
from peercycle.documents.findings import at_meeting
from peercycle.documents.glossary import closing
from peercycle.documents.meeting_questions import around_meeting
from peercycle.documents.open_points import ask, open_points, until_then
from peercycle.documents.particulars import UNKNOWN, audience, particulars
from peercycle.documents.people import parts
from peercycle.documents.programme import programme
from peercycle.documents.readership import COMERS
from peercycle.documents.wording import Wording, capital
from peercycle.model.when import long_date
from peercycle.schedule.plan import Meeting
from peercycle.schedule.questions import OpenQuestion


def agenda(edition: Edition, subject: str) -> dict[str, Any]:
    """Return the view of one meeting's agenda, put together in the order it is read."""
    meeting = next(held for held in edition.plan.meetings if held.id == subject)
    words = Wording(edition.cycle)
    view: dict[str, Any] = {
        "title": f"{title_of(edition, meeting)}: agenda",
        "facts": particulars(edition, meeting, words),
    }
    whose = audience(edition, meeting, words)
    if whose:
        view["facts"].append({"term": "For", "texts": [whose]})
    view["before"] = before(edition, meeting, words)
    view["during"] = during(edition, meeting, words)
    view["taken_home"] = taken_home(edition, meeting, words)
    view["programme"] = programme(edition, meeting, words)
    view["parts"] = parts(edition, meeting)
    view["findings"] = at_meeting(edition, meeting, words)
    view["after"] = after(edition, meeting, words)
    settle = _to_settle(edition, meeting)
    view["settle"] = [_question(edition, question, words) for question in settle]
    view["settle_by"] = _settle_by(meeting)
    touching = [question for question in around_meeting(edition, meeting) if question not in settle]
    view["open"] = open_points(edition, touching, words)
    shown = COMERS if view["findings"] and not whose else ""
    if shown:
        view["facts"].append({"term": "For", "texts": [shown]})
    return view | closing(edition, view, whose or shown, words)


def title_of(edition: Edition, meeting: Meeting) -> str:
    """Return a meeting's title, with the group or the authority whose meeting it is."""
    event, subject = edition.plan.event(meeting), meeting.subject
    words = Wording(edition.cycle)
    if subject.authority:
        return f"{event.title}, {edition.cycle.authorities[subject.authority].name}"
    if subject.group in edition.cycle.groups:
        return f"{edition.cycle.groups[subject.group].name} {words.inside(event.title)}"
    return event.title


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
