"""Immediate actions in a paper about the whole region: how many there are, and which are past their date."""

from collections.abc import Sequence
from typing import Any

from peercycle.documents.edition import Edition
from peercycle.documents.findings import whom
from peercycle.documents.occasions import IMMEDIATE_ACTIONS, making
from peercycle.documents.wording import Wording, capital, number
from peercycle.model.when import long_date
from peercycle.progress.fold import Noted
from peercycle.schedule.findings import days_late, immediate, is_open
from peercycle.schedule.wording import counted, several

NOBODY = "Nobody named"


def forum_actions(edition: Edition, moves: Sequence[Noted], unseen: int, words: Wording) -> dict[str, Any]:
    """Return how many forums were held, how many immediate actions are closed and open, and those past their date.

    Of the `unseen` ones that not all who come may see, their number alone is told.
    """
    late = [noted for noted in immediate(moves) if days_late(noted, edition.on) is not None]
    return {
        "held": forums_held(edition, words),
        "counts": counts(moves, len(late), unseen),
        "on": long_date(edition.on),
        "past": [_row(edition, noted, words) for noted in late],
    }


def forums_held(edition: Edition, words: Wording) -> str:
    """Return how many of the meetings that agree immediate actions are recorded as held, "" where there are none."""
    forums = making(edition.plan, IMMEDIATE_ACTIONS)
    if not forums:
        return ""
    held = sum(meeting.id in edition.status.progress.held for meeting in forums)
    title = words.inside(edition.plan.event(forums[0]).title)
    if len(forums) == 1:
        return f"The {title} is {'' if held else 'not yet '}recorded as held."
    if held == len(forums):
        return f"All {number(held)} {several(title)} have been held."
    said = number(held) if held else "none"
    verb = "is" if held == 1 else "are"
    return f"{capital(said)} of the {number(len(forums))} {several(title)} {verb} recorded as held."


def counts(moves: Sequence[Noted], late: int, unseen: int = 0) -> str:
    """Return how many immediate actions are closed, open and past their date, and how many not all may see."""
    verb = "is" if unseen == 1 else "are"
    more = f"{counted(unseen, 'more immediate action' if moves else 'immediate action')} {verb} on record"
    others = f"{more} that not all who come may see." if unseen else ""
    if not moves:
        return others or "No immediate action is on record."
    still = sum(is_open(noted) for noted in moves)
    closed = f"{len(moves) - still} closed" if still < len(moves) else ""
    which = "" if late == still else f"{late} of them "
    past = f", {which}past {'its' if late == 1 else 'their'} date" if late else ""
    said = ", ".join(filter(None, (closed, f"{still} open" if still else "")))
    return " ".join(filter(None, (f"Immediate actions: {said}{past}.", others)))


def _row(edition: Edition, noted: Noted, words: Wording) -> dict[str, str]:
    finding = noted.finding
    return {
        "action": finding.text.strip().rstrip("."),
        "about": edition.cycle.authorities[noted.authority].name,
        "who": capital(whom(edition, finding.owner, words)) if finding.owner else NOBODY,
        "due": long_date(finding.due) if finding.due else "",
    }
