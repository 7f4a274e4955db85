"""The kinds of document: what each is about, and the view that chooses what it says."""

from collections.abc import Callable, Mapping
from typing import Any, Final, NamedTuple

from peercycle.documents.agenda import agenda
from peercycle.documents.checklist import checklist
from peercycle.documents.edition import Edition
from peercycle.schedule.plan import Plan

View = dict[str, Any]


class Kind(NamedTuple):
    """A kind of document: what it is about, the ids it can be about, and its view of one of them."""

    about: str
    subjects: Callable[[Plan], tuple[str, ...]]
    view: Callable[[Edition, str], View]

    @property
    def repeated(self) -> bool:
        """Whether its subjects are meetings, of which one is the next."""
        return self.about == "EVENT"


KINDS: Final[Mapping[str, Kind]] = {
    "checklist": Kind("AUTHORITY", lambda plan: tuple(plan.cycle.authorities), checklist),
    "agenda": Kind("EVENT", lambda plan: tuple(meeting.id for meeting in plan.meetings), agenda),
}
