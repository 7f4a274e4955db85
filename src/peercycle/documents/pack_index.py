"""The page that lists a pack: for each meeting, each authority and the cycle, its papers with a link to each format."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from peercycle.documents.deadlines import meeting_when
from peercycle.documents.edition import Edition
from peercycle.documents.glossary import provenance
from peercycle.documents.kinds import KINDS
from peercycle.documents.occasions import meeting_of
from peercycle.documents.wording import Wording, capital, cycle_label
from peercycle.schedule import names
from peercycle.schedule.plan import Meeting
from peercycle.schedule.wording import several

Block = dict[str, Any]
Runs = list[dict[str, Any]]

FORMATS: Final[Mapping[str, str]] = {
    "html": "web page", "docx": "Word", "pdf": "PDF", "md": "plain text", "ics": "calendar file", "xlsx": "Excel",
}  # fmt: skip
"""What a person calls each format."""


class Paper(NamedTuple):
    """One file of a pack: its path within it, and what it is about.

    `kind` is "" of what no template makes, which goes by its `title`: a calendar, the tracker.
    """

    path: str
    kind: str
    subject: str
    title: str


def pack_index(edition: Edition, papers: Sequence[Paper]) -> dict[str, Any]:
    """Return the title, the running lines and the blocks of the page that lists a pack's papers."""
    by_about: dict[str, list[Paper]] = {}
    for paper in papers:
        by_about.setdefault(KINDS[paper.kind].about if paper.kind else "", []).append(paper)
    title = f"Papers of the cycle {cycle_label(edition.cycle.cycle)}"
    running = [line for line in (edition.cycle.handling or "", provenance(edition)) if line]
    blocks = [
        {"kind": "heading", "level": 1, "runs": [{"text": title}]},
        _paragraph("Papers for some alone say on every page for whom they are. Send them to nobody else."),
        *_meetings(edition, by_about.get("EVENT", [])),
        *_authorities(edition, by_about.get("AUTHORITY", [])),
        *_whole(edition, by_about.get("CYCLE", [])),
        *_others(by_about.get("", [])),
    ]
    numbered = (block for block in blocks if block["kind"] == "table")
    for number, block in enumerate(numbered, 1):
        block["number"] = number
    return {"title": title, "running": running, "blocks": blocks}


def _paragraph(text: str) -> Block:
    return {"kind": "paragraph", "runs": [{"text": text}]}


def _heading(text: str) -> Block:
    return {"kind": "heading", "level": 2, "runs": [{"text": text}]}


def _table(caption: str, columns: Sequence[str], rows: list[list[Runs]]) -> Block:
    heads = [{"align": "left", "runs": [{"text": name}]} for name in columns]
    return {"kind": "table", "caption": [{"text": caption}], "columns": heads, "rows": rows}


def _meetings(edition: Edition, papers: Iterable[Paper]) -> Iterator[Block]:
    held: dict[str, list[Paper]] = {}
    for paper in papers:
        held.setdefault(meeting_of(edition.plan, paper.subject).id, []).append(paper)
    if not held:
        return
    meetings = sorted((m for m in edition.plan.meetings if m.id in held), key=lambda m: m.date.order)
    rows = [
        [
            [{"text": capital(_when(edition, meeting))}],
            [{"text": names.meeting(edition.plan, meeting)}],
            _links(edition, held[meeting.id]),
        ]
        for meeting in meetings
    ]
    yield _heading("Meetings")
    yield _table(
        "The papers of each meeting, in the order of their days", ["When", "Meeting", "Papers"], rows
    )


def _when(edition: Edition, meeting: Meeting) -> str:
    return meeting_when(edition, meeting, Wording(edition.cycle), "the authority's")


def _authorities(edition: Edition, papers: Iterable[Paper]) -> Iterator[Block]:
    held: dict[str, list[Paper]] = {}
    for paper in papers:
        held.setdefault(paper.subject, []).append(paper)
    if not held:
        return
    noun = edition.cycle.words.authority
    rows = [
        [[{"text": edition.cycle.authorities[key].name}], _links(edition, found)]
        for key, found in held.items()
    ]
    yield _heading(capital(several(noun)))
    yield _table(f"The papers of each {noun}", [capital(noun), "Papers"], rows)


def _whole(edition: Edition, papers: Iterable[Paper]) -> Iterator[Block]:
    found = list(papers)
    if found:
        yield _heading("The whole cycle")
        yield {"kind": "paragraph", "runs": _links(edition, found)}


def _others(papers: Iterable[Paper]) -> Iterator[Block]:
    items = [[{"kind": "paragraph", "runs": [_link(paper, paper.title)]}] for paper in papers]
    if items:
        yield _heading("Calendars and tracker")
        yield {"kind": "list", "ordered": False, "start": 1, "items": items}


def _links(edition: Edition, papers: Iterable[Paper]) -> Runs:
    """Return a line for each paper of one subject: its name, then a link for each format."""
    gathered: dict[tuple[str, str], list[Paper]] = {}
    for paper in papers:
        gathered.setdefault((paper.kind, paper.subject), []).append(paper)
    runs: Runs = []
    for (kind, subject), found in gathered.items():
        runs += [{"break": True}] if runs else []
        runs.append({"text": f"{_named(edition, kind, subject)}: "})
        for position, paper in enumerate(found):
            runs += [{"text": ", "}] if position else []
            runs.append(_link(paper, FORMATS[paper.path.rpartition(".")[2]]))
    return runs


def _named(edition: Edition, kind: str, subject: str) -> str:
    """Return what a paper is called beside its meeting or authority; an invitation also by whom it is for."""
    title = KINDS[kind].title
    if KINDS[kind].about != "EVENT":
        return title
    whom = subject.removeprefix(meeting_of(edition.plan, subject).id).strip("/")
    return f"{title} ({whom.replace('-', ' ')})" if whom else title


def _link(paper: Paper, text: str) -> dict[str, Any]:
    return {"text": text, "link": paper.path}
