"""A pack: documents of many kinds in folders named as people look for them, and the page that lists them."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from peercycle.documents.edition import Edition
from peercycle.documents.kinds import KINDS
from peercycle.documents.occasions import meeting_of
from peercycle.documents.pack_index import Paper, pack_index
from peercycle.exports import Page, exporter
from peercycle.workspace.own_templates import house_for
from peercycle.workspace.rendering import Made, file_part, make
from peercycle.workspace.revisions import Revisions

INDEX: Final = "index.html"
CALENDAR: Final = "calendar"
TRACKER: Final = "tracker"
OTHERS: Final = (CALENDAR, TRACKER)
"""What a pack holds besides documents: each has one format, and a command of its own."""


def making(
    edition: Edition,
    revisions: Revisions,
    cycle_file: Path,
    wanted: Mapping[str, Sequence[str]],
    formats: Sequence[str],
) -> Iterator[Made]:
    """Yield the documents about these subjects by kind, and calendars and the tracker; raises what `make` raises."""
    for kind, about in wanted.items():
        if kind == CALENDAR:
            from peercycle.workspace.calendars import calendars

            yield from calendars(edition, revisions, about)
        elif kind == TRACKER:
            from peercycle.workspace.tracker import tracker

            yield tracker(edition)
        else:
            yield from make(edition, cycle_file, kind, about, formats)


def packed(edition: Edition, cycle_file: Path, made: Sequence[Made]) -> list[Made]:
    """Return documents with the path of each within the pack as its name, and the index last.

    Raises TemplateTrouble, FileTrouble.
    """
    placed = [each._replace(name=f"{folder_of(edition, each)}/{each.name}") for each in made]
    papers = [
        Paper(each.name, each.kind, each.subject, each.title, each.readers)
        for each in placed
        if not each.vacant
    ]
    listed = pack_index(edition, papers)
    page = Page(listed["title"], tuple(listed["running"]), listed["blocks"])
    (content,) = exporter("html")([page], house_for(cycle_file, "html"))
    return [*placed, Made(INDEX, content, title=page.title)]


def folder_of(edition: Edition, made: Made) -> str:
    """Return the folder of a pack in which somebody would look for a document."""
    if not made.kind:
        return "calendars" if made.name.endswith(".ics") else "whole-cycle"
    about = KINDS[made.kind].about
    if about == "AUTHORITY":
        return f"authorities/{file_part(made.subject)}"
    if about == "EVENT":
        return f"meetings/{file_part(meeting_of(edition.plan, made.subject).id)}"
    return "whole-cycle"
