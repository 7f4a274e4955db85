"""What a run wrote into a folder, and what it left alone."""

from collections.abc import Iterator, Sequence
from pathlib import Path, PurePath

from peercycle.cli.screen import Line, wrap
from peercycle.schedule.wording import counted, listed
from peercycle.workspace.shelf import LIST

ADVICE = (
    "What you want to add to a document goes into notes/KIND/SUBJECT.md beside the folder of cycle files: it is laid out "
    "in every format, each time. With --force the documents are made anew, and what was changed in them is lost."
)


def shelved_lines(
    folder: Path, total: int, written: int, gone: Sequence[str], *, kept: bool = False
) -> Iterator[Line]:
    """Yield how many of the documents in a folder were written, how many are as they were, and what an earlier run left.

    `total` leaves out what is `kept` because somebody changed it, of which `kept_lines` tells.
    """
    if written:
        same = f", {total - written} unchanged" if total > written else ""
        yield [(f"{counted(written, 'document')} written to {folder}{same}", "")]
    elif total and kept:
        are = "is" if total == 1 else "are"
        yield [(f"Nothing was written: {counted(total, 'document')} in {folder} {are} up to date", "")]
    elif total:
        stay = "stays as it is" if total == 1 else "stay as they are"
        yield [(f"Nothing has changed: {counted(total, 'document')} in {folder} {stay}", "")]
    for name in gone:
        yield [(f"no longer made, and still there: {folder / name}", "dim")]


def vacant_lines(folder: Path, vacant: Sequence[str], emptied: Sequence[str], columns: int) -> Iterator[Line]:
    """Yield whose calendars there are none of, since nothing in them has a day, and whose hold nothing any more."""
    if vacant:
        text = f"No calendar of {listed(vacant)}: nothing of theirs has a day yet."
        yield from ([(line, "dim")] for line in wrap(text, columns))
    for whose in emptied:
        text = f"Calendar of {whose}: nothing in it has a day any more, and the one in {folder} is empty now."
        yield from ([(line, "warning")] for line in wrap(text, columns))


def outdated_lines(folder: Path, outdated: Sequence[str], columns: int) -> Iterator[Line]:
    """Yield in which other formats the papers just made still say something else, how many of them, and what to do about it."""
    if not outdated:
        return
    from peercycle.documents.pack_index import FORMATS

    suffixes = [PurePath(name).suffix.removeprefix(".") for name in outdated]
    counts = {suffix: suffixes.count(suffix) for suffix in FORMATS if suffix in suffixes}
    what = listed(
        counted(count, FORMATS[suffix] if suffix == "html" else f"{FORMATS[suffix]} document")
        for suffix, count in counts.items()
    )
    are, them = ("is", "it") if len(outdated) == 1 else ("are", "them")
    text = f"{what} of these papers in {folder} {are} out of date or for another day: render {them} again with --to {','.join(counts)}"
    yield from ([(line, "warning")] for line in wrap(text, columns))


def kept_lines(folder: Path, kept: Sequence[str], columns: int) -> Iterator[Line]:
    """Yield which documents were left alone because somebody changed them, and what to do about it."""
    were, them = ("1 document was", "it") if len(kept) == 1 else (f"{len(kept)} documents were", "them")
    yield [(f"{were} changed since peercycle made {them}, and left alone:", "warning")]
    for name in kept:
        yield [(f"  {folder / name}", "")]
    yield from ([(line, "")] for line in wrap(ADVICE, columns))


def foreign_lines(folder: Path, foreign: Sequence[str], columns: int) -> Iterator[Line]:
    """Yield which files were left alone because peercycle never made them, and what to do about it."""
    one = len(foreign) == 1
    said = (
        "1 file is not peercycle's, and was" if one else f"{len(foreign)} files are not peercycle's, and were"
    )
    yield [(f"{said} left alone:", "warning")]
    for name in foreign:
        yield [(f"  {folder / name}", "")]
    advice = (
        f"A document of that name would be made here, and {LIST}, the list of what was made in this folder, does not hold it. "
        f"Move the {'file' if one else 'files'} away, or name another folder with --out. "
        f"With --force the document is made, and what is in the file is lost."
    )
    yield from ([(line, "")] for line in wrap(advice, columns))


def astray_lines(found: Sequence[tuple[Path, str]]) -> Iterator[Line]:
    """Yield the files of notes that belong to no document, each with what would."""
    for path, advice in found:
        meant = f" ({advice})" if advice else ""
        yield [(f"warning: {path}: these notes are for no document{meant}", "warning")]
