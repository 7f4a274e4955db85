"""The forum at which one authority is challenged: when and where it is, or can be, and who challenges."""

from typing import Any

from peercycle.documents.addressee import Addressee
from peercycle.documents.meetings_of_authority import Attended, when_held, where_held
from peercycle.documents.occasions import IMMEDIATE_ACTIONS, making
from peercycle.documents.people import chair
from peercycle.documents.wording import capital
from peercycle.progress.fold import Noted
from peercycle.schedule.deadline import TO_BE_CONFIRMED
from peercycle.schedule.plan import Meeting
from peercycle.schedule.wording import listed

Fact = dict[str, Any]


def own_forums(reader: Addressee) -> list[Meeting]:
    """Return the meeting at which an authority is challenged, or those of which one is, while its group or round is open."""
    held = making(reader.edition.plan, IMMEDIATE_ACTIONS)
    return [meeting for meeting in held if meeting.subject.agrees(reader.subject)]


def before_forum(reader: Addressee, forums: list[Meeting], noted: Noted) -> bool:
    """Whether something was found before an authority's own forum: the day on record, else the first that it can have.

    While one of them has no day at all, nothing can be said to come before.
    """
    held = reader.edition.status.progress.held
    days = [held[meeting.id].date if meeting.id in held else meeting.date.earliest for meeting in forums]
    known = [day for day in days if day]
    return len(known) == len(days) and noted.record.date < min(known)


def forum_facts(reader: Addressee, forums: list[Meeting]) -> list[Fact]:
    """Return the particulars of that meeting, each term with its texts."""
    edition, words = reader.edition, reader.words
    title = words.inside(edition.plan.event(forums[0]).title)
    facts = [("Forum", f"{capital(title)}{_group(reader, forums)}"), ("Date", _days(reader, forums))]
    facts.append(
        ("Place", where_held(edition, Attended(tuple(forums), (), None)) or capital(TO_BE_CONFIRMED))
    )
    if len(forums) == 1:
        facts.append(("Chair", chair(edition, forums[0], words) or ""))
        facts.append(("Challenged by", _challengers(reader, forums[0])))
    return [{"term": term, "texts": [text]} for term, text in facts if text]


def _group(reader: Addressee, forums: list[Meeting]) -> str:
    group = forums[0].subject.group if len(forums) == 1 else None
    return f" of {reader.words.group(group)}" if group else ""


def _days(reader: Addressee, forums: list[Meeting]) -> str:
    """Return the day of a forum, or all that it can be on, round by round."""
    by_round: dict[str | None, list[Meeting]] = {}
    for meeting in forums:
        by_round.setdefault(meeting.subject.round, []).append(meeting)
    said = [
        when_held(reader.edition, Attended(tuple(held), (), None), reader.words) for held in by_round.values()
    ]
    return capital(", or ".join(said))


def _challengers(reader: Addressee, forum: Meeting) -> str:
    cast = reader.edition.plan.cast
    if not cast.memberships_known() or reader.edition.cycle.authorities[reader.authority].challengers:
        return ""
    others = [key for key in cast.members(forum.subject.group) if key != reader.authority]
    return listed([reader.edition.cycle.authorities[key].name for key in others])
