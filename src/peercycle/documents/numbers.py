"""A region in numbers: how many authorities are at each stage, and how many have a headline on each theme."""

from collections.abc import Mapping, Sequence
from typing import Any

from peercycle.documents.edition import Edition
from peercycle.documents.expected import expected
from peercycle.documents.judgement import judgement
from peercycle.documents.occasions import HEADLINES
from peercycle.documents.tallies import Column, at_stages, on_themes, tally
from peercycle.documents.wording import Wording
from peercycle.progress.fold import Noted
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
    edition: Edition, headlines: Sequence[Noted], across: Sequence[Column], words: Wording
) -> dict[str, Any]:
    """Return how many authorities have a headline on each theme; when headlines will be there while none is."""
    if not headlines:
        return {"missing": f"No headline is on record yet. {expected(edition, HEADLINES, words)}"}
    found = on_themes(headlines)
    word = edition.cycle.words.authority
    several_each = sum(len({*of}) for of in found.values()) > len(
        {key for of in found.values() for key in of}
    )
    more = "; one may have several" if several_each else ""
    bare = sum(not noted.finding.theme.strip() for noted in headlines)
    return {
        "missing": "",
        "caption": f"Number of {several(word)} with a headline on each theme{_by(edition, across)}{more}",
        "table": tally(found, across),
        "bare": f"{counted(bare, 'headline')} {'has' if bare == 1 else 'have'} no theme on record."
        if bare
        else "",
    }
