"""The kinds of document: what each is about, and the view that chooses what it says."""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any, Final, Literal, NamedTuple

from peercycle.documents import occasions
from peercycle.documents.edition import Edition
from peercycle.schedule.plan import Plan

View = dict[str, Any]
Subjects = Callable[[Plan], tuple[str, ...]]


class Kind(NamedTuple):
    """A kind of document: its name on an index, what it is about, the ids it can be about, and where its view is.

    The view is the function of the module's own name; the module is loaded when the first such document is made.
    """

    title: str
    about: Literal["AUTHORITY", "EVENT", "CYCLE"]
    subjects: Subjects
    module: str

    def view(self, edition: Edition, subject: str) -> View:
        """Return the view of one subject."""
        module = import_module(f"peercycle.documents.{self.module}")
        view: View = getattr(module, self.module)(edition, subject)
        return view


KINDS: Final[Mapping[str, Kind]] = {
    "checklist": Kind("Checklist", "AUTHORITY", occasions.authorities, "checklist"),
    "self-view": Kind("Self-view template", "AUTHORITY", occasions.with_self_view, "self_view"),
    "mou": Kind("Memorandum of understanding", "AUTHORITY", occasions.with_memorandum, "memorandum"),
    "headlines": Kind("Headlines and questions", "AUTHORITY", occasions.with_headlines, "headlines_sheet"),
    "forum-notes": Kind("Notes form of the forum", "AUTHORITY", occasions.with_forum, "forum_notes"),
    "conversation-pack": Kind(
        "Papers for the Annual Conversation", "AUTHORITY", occasions.with_conversation, "conversation_pack"
    ),
    "agenda": Kind("Agenda", "EVENT", occasions.meetings, "agenda"),
    "invitation": Kind("Invitation", "EVENT", occasions.invitations, "invitation"),
    "market-place": Kind("Market place", "EVENT", occasions.market_places, "market_place"),
    "board-paper": Kind("Board paper", "EVENT", occasions.boards, "board_paper"),
    "overview": Kind("Regional overview", "EVENT", occasions.overviews, "overview"),
    "questions": Kind("Open questions", "CYCLE", occasions.whole_cycle, "whole_questions"),
    "programme": Kind("Programme", "CYCLE", occasions.whole_cycle, "whole_programme"),
}
