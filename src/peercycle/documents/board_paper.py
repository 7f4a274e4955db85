"""The view of a Board paper: what is asked, where authorities stand in numbers, and last each authority by name."""

from collections.abc import Mapping, Sequence
from typing import Any

from peercycle.documents.audience import seen_by_all
from peercycle.documents.decisions import asked, bodies_at
from peercycle.documents.edition import Edition
from peercycle.documents.expected import expected
from peercycle.documents.forum_actions import forum_actions
from peercycle.documents.glossary import closing
from peercycle.documents.judgement import judgement
from peercycle.documents.meeting_line import meeting_line
from peercycle.documents.occasions import HEADLINES, IMMEDIATE_ACTIONS, placement_at
from peercycle.documents.tallies import NONE, at_stages, columns, on_themes, short_group, tally
from peercycle.documents.wording import Wording, capital, cycle_label, number
from peercycle.progress.fold import Noted
from peercycle.schedule.findings import days_late
from peercycle.schedule.sharing import paper_of
from peercycle.schedule.wording import counted, listed, several

SECRET = "Confidential: this paper names authorities. Do not copy, forward or publish it"


def board_paper(edition: Edition, subject: str) -> dict[str, Any]:
    """Return the view of the paper for one meeting of a body, put together in the order it is read."""
    meeting = next(held for held in edition.plan.meetings if held.id == subject)
    words = Wording(edition.cycle)
    paper = placement_at(edition.plan, meeting)
    seen = [noted for noted in edition.findings if seen_by_all(edition.plan, noted, meeting)]
    placed = {n.authority: n for n in seen if n.finding.judged == paper and not n.finding.enabler}
    headlines = [n for n in seen if n.finding.kind == "headline" and n.closed is None]
    moves = [n for n in seen if paper_of(n.finding) == IMMEDIATE_ACTIONS]
    late = sum(days_late(noted, edition.on) is not None for noted in moves)
    whose = f"Members of {listed([words.the(key) for key in bodies_at(edition, meeting)])} only"
    view: dict[str, Any] = {
        "title": f"Peer challenge {cycle_label(edition.cycle.cycle)}: headlines and placements",
        "meeting": meeting_line(edition, meeting, words),
        "from": _sender(edition, words),
        "for": f"{whose}. {SECRET}",
        "asked": asked(edition, meeting, late, words),
        "placements": placements(edition, placed, paper, words),
        "themes": themes(edition, headlines, words),
        "actions": forum_actions(edition, moves, words) if _shown(edition, subject, moves) else {},
        "authorities": _authorities(edition, placed, headlines) if placed or headlines else {},
    }
    return view | closing(edition, view, f"{whose}. Confidential: do not copy, forward or publish", words)


def _shown(edition: Edition, subject: str, moves: Sequence[Noted]) -> bool:
    """Whether the paper speaks of immediate actions: the meeting needs them, or some are shared with who comes."""
    meeting = next(held for held in edition.plan.meetings if held.id == subject)
    return bool(moves) or IMMEDIATE_ACTIONS in edition.plan.event(meeting).needs


def _sender(edition: Edition, words: Wording) -> str:
    phrase = edition.coordinator
    if phrase is None:
        return capital(words.the(edition.team)) if edition.team else "To be confirmed"
    return next(words.party(p) for a in edition.actions.values() for p in a.to if p.words == phrase)


def placements(edition: Edition, placed: Mapping[str, Noted], paper: str, words: Wording) -> dict[str, Any]:
    """Return how many authorities are at each stage, and whose judgement that is; when it will be known while none is."""
    if not placed:
        return {
            "missing": f"No place on the journey is on record yet. {expected(edition, paper, words)}"
        }
    journey = edition.cycle.journey
    stages = at_stages(edition, {key: noted.finding.text for key, noted in placed.items()})
    return {
        "missing": "",
        "caption": f"Number of {several(edition.cycle.words.authority)} at each stage of the "
        f"{words.inside(journey.title) if journey else 'improvement journey'}{_across(edition)}",
        "table": tally(edition, stages),
        "judgement": judgement(edition, paper, placed.values(), words),
    }


def _across(edition: Edition) -> str:
    return f", by {edition.cycle.words.group}" if len(columns(edition)) > 1 else ""


def themes(edition: Edition, headlines: Sequence[Noted], words: Wording) -> dict[str, Any]:
    """Return how many authorities have a headline on each theme; when headlines will be there while none is."""
    if not headlines:
        return {"missing": f"No headline is on record yet. {expected(edition, HEADLINES, words)}"}
    found = on_themes(headlines)
    word = edition.cycle.words.authority
    return {
        "missing": "",
        "caption": f"Number of {several(word)} with a headline on each theme{_across(edition)}, most common first",
        "table": tally(edition, found),
        "remarks": [*_remarks(edition, headlines, found)],
    }


def _remarks(edition: Edition, headlines: Sequence[Noted], found: Mapping[str, Sequence[str]]) -> list[str]:
    """Return what a reader of the numbers has to know: that they overlap, what spreads over all groups, what has no theme."""
    said = []
    if sum(len(set(of)) for of in found.values()) > len({key for of in found.values() for key in of}):
        said.append("An authority may have headlines on more than one theme.")
    groups = columns(edition)[:-1]
    if len(groups) > 1 and found:
        wide = sum(all({*of} & {*group.authorities} for group in groups) for of in found.values())
        some = f"{capital(number(wide))} of the {len(found)} themes {'is' if wide == 1 else 'are'}"
        where = f"all {number(len(groups))} {several(edition.cycle.words.group)}"
        said.append(f"{some} found in {where}." if wide else f"No theme is found in {where}.")
    bare = sum(not noted.finding.theme.strip() for noted in headlines)
    if bare:
        said.append(f"{counted(bare, 'headline')} {'has' if bare == 1 else 'have'} no theme on record.")
    return said


def _authorities(edition: Edition, placed: Mapping[str, Noted], headlines: Sequence[Noted]) -> dict[str, Any]:
    """Return each authority's place and headlines, by group where groups are known, in the order of the alphabet."""
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
                "headlines": "; ".join(_plain(n) for n in headlines if n.authority == key) or NONE,
            }
            for key in keys
        ],
    }


def _plain(noted: Noted) -> str:
    return noted.finding.text.strip().rstrip(".") or noted.finding.text.strip()
