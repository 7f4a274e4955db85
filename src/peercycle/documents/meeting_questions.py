"""The open questions that touch a meeting: about the meeting itself, and about what is done around it."""

from collections.abc import Collection

from peercycle.documents.around import leans_on
from peercycle.documents.edition import Edition
from peercycle.documents.open_points import concerning
from peercycle.documents.people import challenges
from peercycle.schedule.arrangements import arrangements
from peercycle.schedule.plan import Meeting
from peercycle.schedule.questions import OpenQuestion


def of_meeting(edition: Edition, meeting: Meeting) -> list[OpenQuestion]:
    """Return the open questions about a meeting itself: when and where it is, who comes, and who is challenged at it."""
    return _touching(edition, meeting, ())


def around_meeting(edition: Edition, meeting: Meeting) -> list[OpenQuestion]:
    """Return those and the open questions about what is done before and after it."""
    event = edition.plan.event(meeting)
    around = {
        key
        for key, action in edition.actions.items()
        if set(action.needs) & set(event.produces)
        or any(due and leans_on(due) == meeting.event for _, due in action.due.leaves())
    }
    made = {paper for key in around for paper in edition.actions[key].produces}
    further = {key for key, action in edition.actions.items() if set(action.needs) & made}
    return _touching(edition, meeting, around | further if meeting.subject.group else around)


def _touching(edition: Edition, meeting: Meeting, actions: Collection[str]) -> list[OpenQuestion]:
    unknown = challenges(meeting) and not edition.plan.cast.memberships_known()
    ids = {meeting.event, *actions, *(("authorities",) if unknown else ())}
    found = concerning(edition, ids, meeting.subject)
    return [
        question
        for question in edition.questions
        if question in found or _of_hours(edition, question, meeting)
    ]


def _of_hours(edition: Edition, question: OpenQuestion, meeting: Meeting) -> bool:
    """Whether a question is about the hours of a meeting of which only the part of the day is known."""
    time = arrangements(edition.plan, meeting).time
    return time is not None and time.start is None and f"{meeting.event} time" in question.about
