"""What was found of the authorities: which findings hold on a day, which are open, and which are late."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from peercycle.progress.finding import KINDS, Kind
from peercycle.progress.fold import Noted, Progress
from peercycle.schedule.plan import Meeting, Plan
from peercycle.schedule.subject import Subject
from peercycle.schedule.wording import counted

NAMES: Final[Mapping[Kind, tuple[str, str]]] = {
    "headline": ("headline", "headlines"),
    "question": ("question", "questions"),
    "focus": ("suggested focus", "suggested focuses"),
    "placement": ("placement", "placements"),
    "support-request": ("request for support", "requests for support"),
    "good-practice": ("offer of good practice", "offers of good practice"),
    "immediate-action": ("immediate action", "immediate actions"),
    "conversation-date": ("day of the Annual Conversation", "days of the Annual Conversation"),
    "conversation-notes": ("notes of the Annual Conversation", "notes of the Annual Conversation"),
    "follow-up": ("follow-up", "follow-ups"),
}
"""What one and several findings of each kind are called."""
CONVERSATION_NOTES: Final = "conversation-notes"
"""The document that an Annual Conversation produces, by which its meeting is known."""
LATEST_HOLDS: Final = frozenset(("focus", "placement", "conversation-date"))
"""The kinds of which only what was noted last holds."""
NEVER_CLOSED: Final = LATEST_HOLDS | {CONVERSATION_NOTES}
"""The kinds that are neither open nor closed: there is nothing to be done about them."""


def holding(progress: Progress) -> tuple[Noted, ...]:
    """Return the findings that hold, in order: what was replaced by a later one of its kind is left out."""
    found: dict[tuple[str, ...], Noted] = {}
    for noted in progress.findings:
        finding = noted.finding
        if finding.kind in LATEST_HOLDS:
            key: tuple[str, ...] = (noted.authority, finding.kind, finding.judged, finding.enabler)
            found.pop(key, None)
        else:
            key = (noted.record.id,)
        found[key] = noted
    return tuple(found.values())


def of_authority(findings: Iterable[Noted], authority: str) -> list[Noted]:
    """Return the findings of one authority: open ones before closed ones, in the order of their kinds."""
    own = (noted for noted in findings if noted.authority == authority)
    return sorted(own, key=lambda noted: (noted.closed is not None, KINDS.index(noted.finding.kind)))


def conversations(plan: Plan, authority: str) -> list[Meeting]:
    """Return an authority's own meetings at which notes of an Annual Conversation are agreed: one, where the cycle has it."""
    events = [key for key, (event, _) in plan.events.items() if CONVERSATION_NOTES in event.produces]
    return [held for key in events for held in plan.meetings_of(key) if held.subject.authority == authority]


def conversation_days(plan: Plan, progress: Progress) -> dict[str, date]:
    """Return the days noted for Annual Conversations, by the id of the meeting; a day in the cycle file goes before them."""
    return {
        meeting.id: date.fromisoformat(noted.finding.text)
        for noted in holding(progress)
        if noted.finding.kind == "conversation-date"
        for meeting in conversations(plan, noted.authority)
        if meeting.date.exact is None
    }


def is_open(noted: Noted) -> bool:
    """Whether a finding is one that gets closed, and is not."""
    return noted.closed is None and noted.finding.kind not in NEVER_CLOSED


def immediate(findings: Iterable[Noted]) -> list[Noted]:
    """Return the immediate actions: open ones by their day, those without one after them, then closed ones."""
    actions = (noted for noted in findings if noted.finding.kind == "immediate-action")
    return sorted(actions, key=lambda noted: (noted.closed is not None, noted.finding.due or date.max))


def owned_by(noted: Noted, owner: Subject) -> bool:
    """Whether it is an authority's own move, or its group's or a body's."""
    return bool(noted.finding.owner) and noted.finding.owner in (owner.authority, owner.group, owner.body)


def days_late(noted: Noted, on: date) -> int | None:
    """Return how many calendar days an open immediate action is past its day, None where it is not."""
    due = noted.finding.due
    return (on - due).days if due and is_open(noted) and due < on else None


def answers(findings: Iterable[Noted], request: Noted) -> list[Noted]:
    """Return the offers that were noted beside a request for support."""
    if request.finding.kind != "support-request":
        return []
    return [noted for noted in findings if noted.finding.answers == request.record.id]


def open_counts(findings: Iterable[Noted], authority: str) -> list[str]:
    """Return how many findings of an authority are open, kind by kind: ["2 headlines", "1 immediate action"]."""
    kinds = [noted.finding.kind for noted in findings if noted.authority == authority and is_open(noted)]
    return [_number(kind, kinds.count(kind)) for kind in KINDS if kind in kinds]


def _number(kind: Kind, count: int) -> str:
    return counted(count, NAMES[kind][0]) if count == 1 else f"{count} {NAMES[kind][1]}"
