"""The kinds of document: what each is about, and the view that chooses what it says."""

from collections.abc import Callable
from typing import Any, Final, NamedTuple

from peercycle.documents.agenda import agenda
from peercycle.documents.checklist import checklist
from peercycle.schedule.plan import Plan
from peercycle.schedule.status import Status

View = dict[str, Any]


class Kind(NamedTuple):
    """A kind of document: the ids it can be about, and its view of one of them on a day."""

    about: str
    subjects: Callable[[Plan], tuple[str, ...]]
    view: Callable[[Status, str, str], View]


def _agenda(status: Status, subject: str, state: str) -> View:
    meeting = next(meeting for meeting in status.plan.meetings if meeting.id == subject)
    return agenda(status, meeting, state)


KINDS: Final[dict[str, Kind]] = {
    "checklist": Kind("AUTHORITY", lambda plan: tuple(plan.cycle.authorities), checklist),
    "agenda": Kind("EVENT", lambda plan: tuple(meeting.id for meeting in plan.meetings), _agenda),
}
