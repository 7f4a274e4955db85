"""The view of a Board paper: what is asked, where authorities stand in numbers, and last each authority by name."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from peercycle.documents.audience import seen_by_all
from peercycle.documents.decisions import asked, bodies_at
from peercycle.documents.edition import Edition
from peercycle.documents.forum_actions import forum_actions
from peercycle.documents.glossary import closing
from peercycle.documents.meeting_line import when_of
from peercycle.documents.meeting_questions import of_meeting
from peercycle.documents.numbers import placements, themes
from peercycle.documents.occasions import IMMEDIATE_ACTIONS, placement_at
from peercycle.documents.open_points import open_points
from peercycle.documents.tallies import NONE, columns, short_group
from peercycle.documents.wording import Wording, capital, cycle_label
from peercycle.progress.fold import Noted
from peercycle.schedule.findings import days_late
from peercycle.schedule.sharing import paper_of
from peercycle.schedule.wording import counted, listed

HANDLING: Final = "do not copy, forward or publish"
NOT_SHARED: Final = "None shared"


def board_paper(edition: Edition, subject: str) -> dict[str, Any]:
    """Return the view of the paper for one meeting of a body, put together in the order it is read."""
    meeting = next(held for held in edition.plan.meetings if held.id == subject)
    words = Wording(edition.cycle)
    paper = placement_at(edition.plan, meeting)
    of = [noted for noted in edition.findings if noted.authority in edition.cycle.authorities]
    seen = [noted for noted in of if seen_by_all(edition.plan, noted, meeting)]
    placed = {n.authority: n for n in seen if n.finding.judged == paper and not n.finding.enabler}
    headlines = [n for n in seen if n.finding.kind == "headline" and n.closed is None]
    moves = [n for n in seen if paper_of(n.finding) == IMMEDIATE_ACTIONS]
    unseen = sum(paper_of(noted.finding) == IMMEDIATE_ACTIONS for noted in of) - len(moves)
    event = edition.plan.event(meeting)
    late = sum(days_late(noted, edition.on) is not None for noted in moves)
    board = listed([words.the(key) for key in bodies_at(edition, meeting)])
    whose = f"members of {board} only"
    named = ". This paper names authorities" if placed or headlines or late else ""
    view: dict[str, Any] = {
        "title": f"Peer challenge {cycle_label(edition.cycle.cycle)}: headlines and placements",
        "meeting": f"{event.title}, {when_of(edition, meeting, words)}",
        "from": _sender(edition, words),
        "for": f"For {whose}{named}: {HANDLING}",
        "body": listed([words.the(key) for key in bodies_at(edition, meeting)]),  # said before: short now
        "asked": asked(edition, meeting, late, words),
        "placements": placements(edition, placed, paper, columns(edition), words),
        "themes": themes(edition, of, meeting, columns(edition), words),
        "actions": forum_actions(edition, moves, unseen, words)
        if moves or IMMEDIATE_ACTIONS in event.needs
        else {},
        "authorities": _authorities(edition, placed, headlines, of) if placed or headlines else {},
    }
    view["open"] = open_points(edition, of_meeting(edition, meeting), words)
    return view | closing(edition, view, whose, words, confidential=HANDLING)


def _sender(edition: Edition, words: Wording) -> str:
    phrase = edition.coordinator
    if phrase is None:
        return capital(words.the(edition.team)) if edition.team else "To be confirmed"
    return next(words.party(p) for a in edition.actions.values() for p in a.to if p.words == phrase)


def _authorities(
    edition: Edition, placed: Mapping[str, Noted], headlines: Sequence[Noted], found: Sequence[Noted]
) -> dict[str, Any]:
    """Return each authority's place and headlines, by group where groups are known, in the order of the alphabet.

    Of those `found` that the Board may not see, it is said only that there are some.
    """
    kept = {n.authority for n in found if n.finding.kind == "headline" and n.closed is None}
    groups = edition.cycle.groups if len(columns(edition)) > 1 else {}
    cast, rows = edition.plan.cast, edition.cycle.authorities
    order = {key: position for position, key in enumerate(groups)}
    keys = sorted(
        rows, key=lambda key: (order.get(cast.authorities[key].group or "", 0), rows[key].name.casefold())
    )
    word = edition.cycle.words
    by = f" by {word.group}," if groups else ""
    return {
        "grouped": bool(groups),
        "group": capital(word.group),
        "word": capital(word.authority),
        "caption": f"The {counted(len(rows), word.authority)}{by} in order of the alphabet",
        "rows": [
            {
                "name": rows[key].name,
                "group": short_group(edition.cycle, cast.authorities[key].group or "") if groups else "",
                "stage": placed[key].finding.text if key in placed else NONE,
                "headlines": "; ".join(_plain(n) for n in headlines if n.authority == key)
                or (NOT_SHARED if key in kept else NONE),
            }
            for key in keys
        ],
    }


def _plain(noted: Noted) -> str:
    return noted.finding.text.strip().rstrip(".") or noted.finding.text.strip()
