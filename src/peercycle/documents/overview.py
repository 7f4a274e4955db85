"""The view of a regional overview: where the region stands in numbers, and what is still to come by its meeting."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from peercycle.documents.audience import seen_by_all
from peercycle.documents.edition import Edition
from peercycle.documents.forum_actions import counts, forums_held
from peercycle.documents.glossary import closing
from peercycle.documents.meeting_line import meeting_line
from peercycle.documents.milestones import milestones, together
from peercycle.documents.numbers import placements, themes
from peercycle.documents.open_points import concerning, open_points
from peercycle.documents.ordering import Placed
from peercycle.documents.people import comers
from peercycle.documents.readership import COMERS
from peercycle.documents.tallies import at_stages, columns
from peercycle.documents.wording import Wording, cycle_label
from peercycle.model.when import long_date
from peercycle.progress.fold import Noted
from peercycle.schedule.findings import answers, days_late, is_open
from peercycle.schedule.plan import Meeting
from peercycle.schedule.questions import OpenQuestion
from peercycle.schedule.wording import counted, listed


def overview(edition: Edition, subject: str) -> dict[str, Any]:
    """Return the view of the overview that one meeting confirms: names stand in it only where all who come may see them."""
    meeting = next(held for held in edition.plan.meetings if held.id == subject)
    words = Wording(edition.cycle)
    of = [noted for noted in edition.findings if noted.authority in edition.cycle.authorities]
    paper, placed = _latest(edition, of)
    moves = [noted for noted in of if noted.finding.kind == "immediate-action"]
    late = sum(days_late(noted, edition.on) is not None for noted in moves)
    known = all(seen_by_all(edition.plan, noted, meeting) for noted in placed.values())
    across = columns(edition)
    view: dict[str, Any] = {
        "title": f"Peer challenge {cycle_label(edition.cycle.cycle)}: regional overview",
        "meeting": meeting_line(edition, meeting, words),
        "for": _comers(edition, meeting, words),
        "on": long_date(edition.on),
        "placements": placements(edition, placed, paper, across if known else across[-1:], words),
        "stages": _named(edition, placed) if known else [],
        "themes": themes(edition, of, meeting, across, words),
        "support": _support(of),
        "actions": " ".join(filter(None, (forums_held(edition, words), counts(moves, late)))),
        "ahead": together(milestones(edition, edition.cycle.phases, words, _ahead(edition, meeting))),
        "open": open_points(edition, _touching(edition, meeting), words),
    }
    return view | closing(edition, view, COMERS, words)


def _comers(edition: Edition, meeting: Meeting, words: Wording) -> str:
    said = comers(edition, meeting, words)
    rest = [f"the {line[4:]}" if line.startswith("The ") else line for line in said[1:]]
    return "; ".join([*said[:1], *rest]) or "To be confirmed"


def _latest(edition: Edition, found: Sequence[Noted]) -> tuple[str, dict[str, Noted]]:
    """Return the last judgement of the journey that any authority's place is on record by, and those places."""
    journey = edition.cycle.journey
    papers = journey.placements if journey else ()
    for paper in reversed(papers):
        placed = {n.authority: n for n in found if n.finding.judged == paper and not n.finding.enabler}
        if placed:
            return paper, placed
    return papers[-1] if papers else "", {}


def _named(edition: Edition, placed: Mapping[str, Noted]) -> list[str]:
    """Return the authorities at each stage by name."""
    stages = at_stages(edition, {key: noted.finding.text for key, noted in placed.items()})
    names = edition.cycle.authorities
    return [
        f"{stage}: {listed([names[key].name for key in of])}."
        for stage, of in stages.items()
        if of and placed
    ]


def _support(found: Sequence[Noted]) -> str:
    """Return how many requests and offers are open, and how many requests no offer answers."""
    still = [noted for noted in found if is_open(noted)]
    requests = [noted for noted in still if noted.finding.kind == "support-request"]
    offers = [noted for noted in still if noted.finding.kind == "good-practice"]
    if not requests and not offers:
        return "No request for support and no offer of good practice is open on record."
    alone = sum(not answers(offers, noted) for noted in requests)
    asked = counted(len(requests), "request")
    said = f"{asked} for support and {counted(len(offers), 'offer')} of good practice are open."
    return f"{said} No offer stands beside {alone} of the requests." if alone else said


def _ahead(edition: Edition, meeting: Meeting) -> Callable[[Placed], bool]:
    """Return what says whether a line of the programme is still to come by the meeting."""
    last = meeting.date.latest or date.max
    tracked = {task.id for task in edition.tasks if edition.plan.counted(task)}
    held = {other.id for other in edition.plan.meetings} - {meeting.id}
    done = edition.settled | edition.status.progress.held.keys()

    def still(placed: Placed) -> bool:
        ids = {*placed.ids} & (tracked | held)
        ends = placed.due.latest
        return bool(ids - done) and ends is not None and edition.on <= ends <= last

    return still


def _touching(edition: Edition, meeting: Meeting) -> list[OpenQuestion]:
    """Return the questions about the meeting itself, and those whose answer is wanted by its day."""
    about = concerning(edition, {meeting.event}, meeting.subject)
    last = meeting.date.latest or date.max
    wanted = [q for q in edition.questions if q.by and q.by.latest and q.by.latest <= last]
    return [question for question in edition.questions if question in about or question in wanted]
