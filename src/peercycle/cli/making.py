"""Documents as they were asked for: made, shown or put on a shelf, with what stands in the way of it."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from peercycle.cli.asking import Asked
from peercycle.cli.ending import Ending
from peercycle.cli.screen import Line, put, width
from peercycle.schedule.plan import Plan

if TYPE_CHECKING:
    from peercycle.workspace.rendering import Made
    from peercycle.workspace.revisions import Revisions
    from peercycle.workspace.shelf import Outcome, Shelf

PATIENCE: Final = 1.0
"""Seconds after which a progress bar is shown."""


class Order(NamedTuple):
    """What was asked for: kinds with commas between them, subjects, formats, and whether the next meeting is meant."""

    kinds: str
    subjects: tuple[str, ...]
    formats: tuple[str, ...]
    upcoming: bool

    def run(self, cycle: str) -> str:
        """Return the words by which the same order for a cycle is known again."""
        upcoming = ["--next"] if self.upcoming else []
        return " ".join([cycle, self.kinds, *self.subjects, *upcoming, "--to", ",".join(self.formats)])


def printed(asked: Asked, order: Order) -> Iterator[Line]:
    """Yield the lines of what was asked for as text; ends with 2 for what is none."""
    from peercycle.cli.subjects import texts_only
    from peercycle.workspace.revisions import Revisions

    texts_only(order.kinds)
    with troubles():
        made = _made(asked, order, Revisions(asked.opened.path), packs=False)
    yield from ([(line, "")] for document in made for line in document.content.decode().splitlines())


def filed(asked: Asked, order: Order, out: Path, *, force: bool) -> int:
    """Write what was asked for into a folder, except what somebody changed there; return the exit code."""
    from peercycle.cli.screens.shelved import outdated_lines, shelved_lines
    from peercycle.workspace.inputs import inputs_of, published
    from peercycle.workspace.rendering import to_write
    from peercycle.workspace.revisions import Revisions
    from peercycle.workspace.shelf import Shelf

    path, run = asked.opened.path, order.run(asked.plan.cycle.cycle)
    # the file and its log as they were read: somebody may have saved either since
    given = (asked.on.isoformat(), run, asked.state, asked.log.text)
    with troubles():
        shelf = Shelf(out)
        inputs = inputs_of(path, given)
        if not force and (count := shelf.fresh(run, inputs + published(path))):
            put(shelved_lines(out, count, 0, shelf.left(run)))
            put(outdated_lines(out, shelf.outdated(shelf.says(run)), width()))
            return 0
        revisions = Revisions(path)
        made = _made(asked, order, revisions, packs=True)
        written = to_write(made, out)
        revisions.keep()  # first: a number that was published must never be given again
        says = {each.name: each.says for each in written if each.says}
        outcomes = shelf.fill(((each.name, each.content) for each in written), force=force, says=says)
        gone = [] if order.upcoming else shelf.gone(run, outcomes)
        if inputs == inputs_of(path, given):
            shelf.remember(run, inputs + published(path), outcomes, gone)
    code = reported(shelf, outcomes, gone, made)
    put(outdated_lines(out, shelf.outdated(says), width()))
    return code


def reported(
    shelf: "Shelf", outcomes: "dict[str, Outcome]", gone: list[str], made: "Iterable[Made]" = ()
) -> int:
    """Say what was written and what was left alone, and which of the documents made were none; return the exit code."""
    from peercycle.cli.screens.shelved import foreign_lines, kept_lines, shelved_lines, vacant_lines

    kept = [name for name, outcome in outcomes.items() if outcome == "kept"]
    written = sum(outcome == "written" for outcome in outcomes.values())
    put(shelved_lines(shelf.folder, len(outcomes) - len(kept), written, gone, kept=bool(kept)))
    vacant = [each.vacant for each in made if each.vacant and each.name not in outcomes]
    emptied = [each.vacant for each in made if each.vacant and outcomes.get(each.name) == "written"]
    put(vacant_lines(shelf.folder, vacant, emptied, width()))
    changed = [name for name in kept if shelf.made(name)]
    foreign = [name for name in kept if name not in changed]
    for names, lines in ((changed, kept_lines), (foreign, foreign_lines)):
        put(lines(shelf.folder, names, width(sys.stderr)) if names else [], sys.stderr)
    return 1 if kept else 0


def _made(asked: Asked, order: Order, revisions: "Revisions", *, packs: bool) -> "list[Made]":
    """Return documents, none of them written yet; those of several kinds as a pack, if it `packs`.

    A bar shows how far it is where that takes long.
    """
    from peercycle.cli.subjects import ALL, subjects_of
    from peercycle.documents.edition import Edition
    from peercycle.exports import missing
    from peercycle.workspace.pack import OTHERS, TRACKER, making, packed

    status = asked.status
    wanted = subjects_of(status, order.kinds, list(order.subjects), upcoming=order.upcoming)
    _warn_of_notes(asked.opened.path, status.plan)
    if order.kinds == ALL and TRACKER not in wanted:
        put([[(f"warning: no tracker: {missing('xlsx')}", "warning")]], sys.stderr)
    edition = Edition(status, asked.state)
    made: list[Made] = []
    counts = (len(about) * (1 if kind in OTHERS else len(order.formats)) for kind, about in wanted.items())
    with _bar(sum(counts)) as advance:
        for document in making(edition, revisions, asked.opened.path, wanted, order.formats):
            made.append(document)
            advance(len(made))
    return packed(edition, asked.opened.path, made) if packs and len(wanted) > 1 else made


def _warn_of_notes(cycle_file: Path, plan: Plan) -> None:
    from peercycle.cli.screens.shelved import astray_lines
    from peercycle.documents.kinds import KINDS
    from peercycle.workspace.notes import astray

    possible = {kind: held.subjects(plan) for kind, held in KINDS.items()}
    put(astray_lines(list(astray(cycle_file, possible))), sys.stderr)


@contextmanager
def troubles() -> Iterator[None]:
    """Turn what is wrong with a template, notes or a file into how the command ends."""
    from peercycle.documents.by_hand import NotesTrouble
    from peercycle.documents.templates import TemplateTrouble
    from peercycle.exports import ExtraMissing
    from peercycle.workspace.files import FileTrouble

    try:
        yield
    except TemplateTrouble as trouble:
        raise Ending(
            1, str(trouble), "Nothing was written. Mend the template, or remove it to use the shipped one."
        ) from None
    except NotesTrouble as trouble:
        raise Ending(1, str(trouble), "Nothing was written. Mend the notes.") from None
    except (ExtraMissing, FileTrouble) as trouble:
        raise Ending(2, str(trouble)) from None


@contextmanager
def _bar(total: int) -> Iterator[Callable[[int], None]]:
    """Give a function that is told how many documents are made; only a person at a terminal sees a bar, and not at once."""
    began = monotonic()
    shown: list[Any] = []

    def advance(count: int) -> None:
        if not shown and sys.stderr.isatty() and monotonic() - began > PATIENCE:
            shown.append(_started(total))
        for bar in shown:
            bar.update(bar.task_ids[0], completed=count)

    try:
        yield advance
    finally:
        for bar in shown:
            bar.stop()


def _started(total: int) -> Any:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("Making documents"), BarColumn(), MofNCompleteColumn())
    bar = Progress(*columns, console=Console(stderr=True), transient=True)
    bar.add_task("", total=total)
    bar.start()
    return bar
