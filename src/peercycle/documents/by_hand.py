"""What somebody added to one document by hand: Markdown of a file of its own, laid out before the words used."""

import re
from typing import Final, NamedTuple

from peercycle.diagnostics.show import show
from peercycle.documents.blocks import Block, Refused, read_blocks

HEADING: Final = "## Please note"
"""What stands above notes that begin with no heading of their own."""
_CLOSING: Final = re.compile(r"^\{id=words\}$|^\{\.provenance\}$", re.MULTILINE)
_HIDDEN: Final = re.compile(r"^ *\{\.provenance\}", re.MULTILINE)
_BOX: Final = re.compile(r"^ *:::", re.MULTILINE)


class Notes(NamedTuple):
    """Notes for one document: the file they lie in, by the name a person knows it by, and their text."""

    name: str
    text: str


class NotesTrouble(Exception):
    """Notes that a document cannot hold: which file, at which line, and why in a sentence."""

    def __init__(self, name: str, line: int, message: str) -> None:
        super().__init__(f"{name}:{line}: {message}")


class Spliced(NamedTuple):
    """A document's Markdown with notes in it; their own first line is line `first` of it, counted from 1."""

    text: str
    template: str
    """The document without them."""
    notes: Notes | None = None
    first: int = 1

    def blocks(self) -> list[Block]:
        """Return the document's blocks; raises NotesTrouble where only the notes are at fault, else Refused."""
        try:
            return read_blocks(self.text)
        except Refused as refused:
            if self.notes is None:
                raise
            read_blocks(self.template)
            line = max(1, refused.line - self.first + 1)
            raise NotesTrouble(self.notes.name, line, refused.message) from None


def spliced(text: str, notes: Notes | None) -> Spliced:
    """Return a document's Markdown with the notes before its closing words, at the end where it has none; raises NotesTrouble."""
    if notes is None or not notes.text.strip():
        return Spliced(text, text)
    closing = _CLOSING.search(text)
    at = closing.start() if closing else len(text)
    body = _checked(notes)
    heading = "" if body.lstrip().startswith("#") else f"{HEADING}\n\n"
    above = f"{text[:at].rstrip()}\n\n{heading}"
    return Spliced(f"{above}{body}\n\n{text[at:]}", text, notes, above.count("\n") + 1)


def _checked(notes: Notes) -> str:
    """Return the text of notes on lines that show what is invisible in them; raises NotesTrouble."""
    if hidden := _HIDDEN.search(notes.text):
        line = notes.text.count("\n", 0, hidden.start()) + 1
        raise NotesTrouble(
            notes.name, line, "{.provenance} is for the template; notes are laid out where they stand"
        )
    boxes = list(_BOX.finditer(notes.text))
    if len(boxes) % 2:
        line = notes.text.count("\n", 0, boxes[-1].start()) + 1
        raise NotesTrouble(
            notes.name, line, "a box begins with a line such as ::: local-notes and ends with a line :::"
        )
    return "\n".join(show(line.replace("\t", "    ")) for line in notes.text.rstrip().split("\n"))
