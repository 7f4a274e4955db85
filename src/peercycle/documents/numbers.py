"""A region in numbers: how many authorities are at each stage, and how many have a headline on each theme."""

from collections.abc import Mapping, Sequence
from typing import Any

from peercycle.documents.audience import seen_by_all
from peercycle.documents.edition import Edition
from peercycle.documents.expected import expected
from peercycle.documents.judgement import judgement
from peercycle.documents.occasions import HEADLINES
from peercycle.documents.tallies import Column, at_stages, on_themes, tally
from peercycle.documents.wording import Wording
from peercycle.progress.fold import Noted
from peercycle.schedule.plan import Meeting
from peercycle.schedule.wording import counted, several


def placements(
    edition: Edition, placed: Mapping[str, Noted], paper: str, across: Sequence[Column], words: Wording
) -> dict[str, Any]:
    """Return how many authorities are at each stage, and whose judgement that is; when it will be known while none is."""
    if not placed:
        return {"missing": f"No place on the journey is on record yet. {expected(edition, paper, words)}"}
    journey = edition.cycle.journey
    stages = at_stages(edition, {key: noted.finding.text for key, noted in placed.items()})
    return {
        "missing": "",
        "caption": f"Number of {several(edition.cycle.words.authority)} at each stage of the "
        f"{words.inside(journey.title) if journey else 'improvement journey'}{_by(edition, across)}",
        "table": tally(stages, across),
        "judgement": judgement(edition, paper, placed.values(), words),
    }


def _by(edition: Edition, across: Sequence[Column]) -> str:
    return f", by {edition.cycle.words.group}" if len(across) > 1 else ""


def themes(
    edition: Edition, found: Sequence[Noted], meeting: Meeting, across: Sequence[Column], words: Wording
) -> dict[str, Any]:
    """Return how many authorities have a headline on each theme; when headlines will be there while none is.

    A theme is what somebody wrote of one authority: only headlines that all who come may see are counted by it.
    """
    headlines = [noted for noted in found if noted.finding.kind == "headline"]
    still = [noted for noted in headlines if noted.closed is None]
    seen = [noted for noted in still if seen_by_all(edition.plan, noted, meeting)]
    if not headlines:
        return {"missing": f"No headline is on record yet. {expected(edition, HEADLINES, words)}"}
    if not still:
        return {"missing": "Every headline on record is closed."}
    if not seen:
        return {
            "missing": f"{_are(len(still), 'headline')} on record; not all who come may see {_them(still)}."
        }
    return {
        "missing": "",
        **_on_themes(edition, seen, across),
        "beside": _beside(seen, len(still) - len(seen)),
    }


def _on_themes(edition: Edition, seen: Sequence[Noted], across: Sequence[Column]) -> dict[str, Any]:
    found = on_themes(seen)
    word = edition.cycle.words.authority
    several_each = sum(len({*of}) for of in found.values()) > len(
        {key for of in found.values() for key in of}
    )
    more = "; one may have several" if several_each else ""
    return {
        "caption": f"Number of {several(word)} with a headline on each theme{_by(edition, across)}{more}",
        "table": tally(found, across),
    }


def _beside(seen: Sequence[Noted], others: int) -> str:
    """Return which headlines the table leaves out: those without a theme, and those that not all who come may see."""
    bare = sum(not noted.finding.theme.strip() for noted in seen)
    return " ".join(
        sentence
        for count, sentence in (
            (bare, f"{counted(bare, 'headline')} {'has' if bare == 1 else 'have'} no theme on record."),
            (others, f"{_are(others, 'more headline')} on record that not all who come may see."),
        )
        if count
    )


def _are(count: int, what: str) -> str:
    return f"{counted(count, what)} {'is' if count == 1 else 'are'}"


def _them(found: Sequence[Noted]) -> str:
    return "it" if len(found) == 1 else "them"
