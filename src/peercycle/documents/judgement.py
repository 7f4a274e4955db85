"""Whose judgement a place on the improvement journey is, and of which day: said wherever one is shown."""

from collections.abc import Iterable
from datetime import date

from peercycle.documents.audience import titles
from peercycle.documents.edition import Edition
from peercycle.documents.occasions import making
from peercycle.documents.wording import Wording, days
from peercycle.progress.fold import Noted


def judgement(edition: Edition, paper: str, placed: Iterable[Noted], words: Wording) -> str:
    """Return which judgement is shown, as sentences: its paper's title, who makes it, the days it was noted for."""
    held = making(edition.plan, paper)
    makers = {edition.plan.event(meeting).held_by for meeting in held} - {None}
    by = f", by {words.party(maker)}" if len(makers) == 1 and (maker := makers.pop()) else ""
    when = _when({noted.record.date for noted in placed})
    return f"Judgement: {titles(edition, [paper], words)}{by}{when}. It is no Ofsted grade."


def _when(noted: set[date]) -> str:
    return f", {days([min(noted), max(noted)], 'to')}"
