"""The page that lists a pack: for each meeting, each authority and the cycle, its papers with a link to each format."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from peercycle.documents.deadlines import meeting_when
from peercycle.documents.edition import Edition
from peercycle.documents.glossary import provenance
from peercycle.documents.kinds import KINDS
from peercycle.documents.occasions import invited, meeting_of
from peercycle.documents.people import whose
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

    `kind` is "" of what no template makes, which goes by its `title`: a calendar, the tracker. `readers` says for whom
    alone it is, "" where it is for all.
    """

    path: str
    kind: str
    subject: str
    title: str
    readers: str = ""


def pack_index(edition: Edition, papers: Sequence[Paper]) -> dict[str, Any]:
    """Return the title, the running lines and the blocks of the page that lists a pack's papers."""
    by_about: dict[str, list[Paper]] = {}
    for paper in papers:
        by_about.setdefault(KINDS[paper.kind].about if paper.kind else "", []).append(paper)
    title = f"Papers of the cycle {cycle_label(edition.cycle.cycle)}"
    running = [line for line in (edition.cycle.handling or "", provenance(edition)) if line]
    blocks = [
        {"kind": "heading", "level": 1, "runs": [{"text": title}]},
        _paragraph(
            "Papers for some alone stand below a line that says for whom, and say so on every page. Send them to nobody else."
        ),
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
    items = [[{"kind": "paragraph", "runs": _linked(paper)}] for paper in papers]
    if items:
        yield _heading("Calendars and tracker")
        yield {"kind": "list", "ordered": False, "start": 1, "items": items}


def _linked(paper: Paper) -> Runs:
    """Return a link by the title, and whom alone it is for."""
    whom = [{"text": f", for {paper.readers}: send it to nobody else"}] if paper.readers else []
    return [_link(paper, paper.title), *whom]


def _links(edition: Edition, papers: Iterable[Paper]) -> Runs:
    """Return a line for each paper of one subject: its name, then a link for each format.

    Below those for all stand those for some alone, under a line that says for whom.
    """
    gathered: dict[str, dict[tuple[str, str], list[Paper]]] = {"": {}}
    for paper in papers:
        alike = gathered.setdefault(_in_short(edition, paper.readers), {})
        alike.setdefault((paper.kind, paper.subject), []).append(paper)
    lines: list[Runs] = []
    for readers, alike in gathered.items():
        lines += [[{"text": f"{readers}:", "bold": True}]] if readers else []
        lines += [_line(_named(edition, *what), found) for what, found in alike.items()]
    return [run for line in lines for run in ({"break": True}, *line)][1:]


def _line(name: str, papers: Iterable[Paper]) -> Runs:
    runs: Runs = [{"text": f"{name}: "}]
    for position, paper in enumerate(papers):
        runs += [{"text": ", "}] if position else []
        runs.append(_link(paper, FORMATS[paper.path.rpartition(".")[2]]))
    return runs


def _in_short(edition: Edition, readers: str) -> str:
    """Return for whom papers are with the names of bodies in short, as in a table."""
    for body in edition.cycle.bodies.values():
        readers = readers.replace(f"{body.name} ({body.short})", body.short or body.name)
    return readers


def _named(edition: Edition, kind: str, subject: str) -> str:
    """Return what a paper is called beside its meeting or authority; an invitation also by whom it is for."""
    title = KINDS[kind].title
    if KINDS[kind].about != "EVENT":
        return title
    meeting = meeting_of(edition.plan, subject)
    slug = subject.removeprefix(meeting.id).strip("/")
    return f"{title} ({_invited(edition, meeting, slug)})" if slug else title


def _invited(edition: Edition, meeting: Meeting, slug: str) -> str:
    """Return who is invited by one line of the file, its posts named where others of the same are invited by another."""
    lines = invited(edition.plan, meeting)
    words = Wording(edition.cycle)
    called = {
        key: _in_short(edition, whose(edition, meeting, line.party, words)) for key, line in lines.items()
    }
    if [*called.values()].count(called[slug]) == 1:
        return called[slug]
    return f"{words.seats(lines[slug].seats) or 'all'} of {called[slug]}"


def _link(paper: Paper, text: str) -> dict[str, Any]:
    return {"text": text, "link": paper.path}
