"""The notes that a workspace holds for its documents: `notes/<kind>/<subject>.md`, never written by peercycle."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from peercycle.documents.by_hand import Notes, NotesTrouble
from peercycle.workspace.files import FileTrouble, read_if_there
from peercycle.workspace.finding import workspace_of

FOLDER: Final = "notes"
LAYOUT: Final = f"{FOLDER}/KIND/SUBJECT.md"
LARGEST: Final = 256 * 1024


def notes_path(cycle_file: Path, kind: str, subject: str) -> Path:
    """Return where the notes for one document lie, whether there are any or not."""
    return workspace_of(cycle_file) / FOLDER / kind / f"{subject}.md"


def notes_for(cycle_file: Path, kind: str, subject: str) -> Notes | None:
    """Return the notes for one document, None where there are none; raises FileTrouble, NotesTrouble."""
    path = notes_path(cycle_file, kind, subject)
    raw = read_if_there(path, LARGEST, "a file of notes")
    if raw is None:
        return None
    if len(raw) > LARGEST:
        raise FileTrouble(f"{path}: this file is too large for notes ({LARGEST >> 10} KiB at most)")
    try:
        return Notes(str(path), raw.decode("utf-8-sig").replace("\r\n", "\n"))
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise NotesTrouble(str(path), line, "this is not UTF-8 text; save it as UTF-8") from None


def files_of(folder: Path) -> list[Path]:
    """Return every file under a folder, hidden ones left out, in order; none where there is no such folder."""
    return sorted(
        path
        for path in folder.rglob("*")
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    )


def astray(cycle_file: Path, subjects: Mapping[str, Sequence[str]]) -> Iterator[tuple[Path, str]]:
    """Yield each file of notes that is for no document, with what would be: the path nearest to it, "" for none.

    What lies in the folder itself is of no kind, so it is told how notes are laid out.
    `subjects` are all there can be, by kind of document.
    """
    folder = workspace_of(cycle_file) / FOLDER
    known = {f"{kind}/{subject}.md": None for kind, held in subjects.items() for subject in held}
    for path in files_of(folder):
        name = path.relative_to(folder).as_posix()
        if name not in known and name.casefold() != "readme.md":
            yield (
                path,
                f"they belong into {LAYOUT}" if path.parent == folder else _nearest(folder, name, known),
            )


def _nearest(folder: Path, name: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(name, list(known), 1, 0.6)
    return f"nearest: {folder / close[0]}" if close else ""
