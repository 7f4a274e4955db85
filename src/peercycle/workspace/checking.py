"""The templates of a workspace looked over: where each comes from, what it may use, and everything wrong with it."""

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final, NamedTuple

from peercycle.documents.blocks import read_blocks
from peercycle.documents.edition import Edition
from peercycle.documents.kinds import KINDS
from peercycle.documents.letter import letter
from peercycle.documents.limits import faults, texts
from peercycle.documents.template_faults import Fault, fields, names_of
from peercycle.documents.templates import TemplateTrouble, shipped
from peercycle.exports import HOUSES, ExtraMissing, Page, exporter
from peercycle.schedule.chasing import chase
from peercycle.workspace.files import FileTrouble
from peercycle.workspace.finding import workspace_of
from peercycle.workspace.notes import files_of
from peercycle.workspace.own_templates import FOLDER, house_for, template_for
from peercycle.workspace.printed import unprinted

LETTER: Final = "letter.md.j2"
BESIDE: Final = (".md.j2", ".html.j2", ".docx", ".typ")
"""How the names of templates end; other files of the folder are pictures and fonts that a house uses."""
Views = Sequence[Mapping[str, Any]]


class Checked(NamedTuple):
    """One template: its name, its path where it is the workspace's own, what it may use, and its faults.

    `untried` says why a template was not laid out, "" where it was; `lacking` is true of a workspace's own house
    for which the library is missing. `at` is the path of the file that the faults lie in, "" for the template itself.
    """

    name: str
    own: str
    fields: list[str]
    faults: list[Fault]
    untried: str = ""
    lacking: bool = False
    at: str = ""


def checked(edition: Edition, cycle_file: Path) -> Iterator[Checked]:
    """Yield every template there is, those of documents first, then that of letters and the houses."""
    for kind, held in KINDS.items():
        subjects = held.subjects(edition.plan)
        views = [held.view(edition, subject) for subject in subjects]
        yield _content(cycle_file, f"{kind}.md.j2", views, "this cycle calls for no such paper")
    letters = chase(edition.status, edition.team).letters if edition.status.progress.records else ()
    yield _content(
        cycle_file,
        LETTER,
        [letter(edition, about, "", letters) for about in letters],
        "no letter is due that day",
    )
    pages = list(_pages(edition))
    for suffix in HOUSES:
        yield _house(cycle_file, suffix, pages)


def _content(cycle_file: Path, name: str, views: Views, why_none: str) -> Checked:
    sample = shipped(name).source
    may_use = fields(views) if views else names_of(sample)
    try:
        template = template_for(cycle_file, name)
        found = faults(template, "markdown", views, sample)
    except (TemplateTrouble, FileTrouble) as trouble:
        return Checked(name, str(_own(cycle_file, name)), may_use, [_fault(trouble)])
    return Checked(name, template.name if template.own else "", may_use, found, "" if views else why_none)


def _house(cycle_file: Path, suffix: str, pages: Sequence[Page]) -> Checked:
    """Return a house, tried on one document of each kind as it is shipped."""
    found = Checked(HOUSES[suffix], "", [*_FIELDS[suffix]], [])
    try:
        held = house_for(cycle_file, suffix)
        found = found._replace(own=held.name if held.own else "")
        made = exporter(suffix)(pages, held)
        missing = unprinted(suffix, held, pages, made) if held.own else []
    except ExtraMissing as lacking:
        return found._replace(untried=str(lacking), lacking=bool(found.own))
    except (TemplateTrouble, FileTrouble) as trouble:
        at = trouble.name if isinstance(trouble, TemplateTrouble) else ""
        return found._replace(own=str(_own(cycle_file, found.name)), faults=[_fault(trouble)], at=at)
    return found._replace(faults=[(None, fault) for fault in missing])


_FIELDS: Final[Mapping[str, tuple[str, ...]]] = {
    "html": ("title", "language", "running (text, css)", "blocks"),
    "docx": ("{running} in a header or footer",),
    "pdf": ("title", "running", "blocks"),
}
"""What the house of each format may use."""


def _pages(edition: Edition) -> Iterator[Page]:
    for kind, held in KINDS.items():
        for subject in held.subjects(edition.plan)[:1]:
            view = held.view(edition, subject)
            (text,) = texts(shipped(f"{kind}.md.j2"), "markdown", [view])
            yield Page(view["title"], tuple(view["running"]), read_blocks(text))


def _own(cycle_file: Path, name: str) -> Path:
    return workspace_of(cycle_file) / FOLDER / name


def _fault(trouble: TemplateTrouble | FileTrouble) -> Fault:
    return (trouble.line, trouble.message) if isinstance(trouble, TemplateTrouble) else (None, str(trouble))


def strays(cycle_file: Path) -> Iterator[tuple[Path, str]]:
    """Yield each file of the workspace that is named as templates are and is none, with the nearest name, "" for none.

    An own house of typst may import others that lie beside it.
    """
    known = [
        *(f"{kind}.md.j2" for kind in KINDS),
        LETTER,
        *HOUSES.values(),
    ]
    folder = workspace_of(cycle_file) / FOLDER
    ends = tuple(end for end in BESIDE if end != ".typ" or not (folder / HOUSES["pdf"]).exists())
    for path in files_of(folder):
        if path.name.endswith(ends) and (path.name not in known or path.parent != folder):
            close = get_close_matches(path.name, known, 1, 0.6)
            yield path, close[0] if close else ""
