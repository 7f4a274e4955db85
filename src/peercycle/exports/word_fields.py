"""Fields of a Word file: what each tells Word to work out, put together from the runs that it is split over."""

import re
from typing import Any, Final

from peercycle.exports.word_parts import WORD, elements, local, namespace, value

_REACHING: Final = ("DATABASE", "DDE", "DDEAUTO", "IMPORT", "INCLUDEPICTURE", "INCLUDETEXT", "LINK")
_REACHES: Final = re.compile(rf"\b({'|'.join(_REACHING)})\b|^\W*(INCLUDE|RD)\b", re.IGNORECASE | re.ASCII)
"""The last two are words of English, too, and fields only where they stand first."""
_LONGEST: Final = 20
_INSTRUCTION: Final = {"instrText", "delInstrText"}
_LETTERS: Final = {"t", "delText"}
_STRUCK: Final = {"del", "moveFrom"}


class _Field:
    """A field that is being read: `place` are the elements around it that are not Word's own."""

    def __init__(self, place: tuple[Any, ...] = ()) -> None:
        self.place = place
        self.worked_out = False
        self.hidden = False
        self._begun = ""
        self._said: list[str] = []
        self._standing: list[str] = []

    def say(self, text: str, *, struck: bool) -> None:
        """Add a piece of what the field is told."""
        self._begun = (self._begun + text).lstrip()[:_LONGEST]
        self._said.append(text)
        if not struck:
            self._standing.append(text)

    def hold_another(self) -> None:
        """Take in that another field begins within this one: it must not spell out what this one does."""
        begun = self._begun.strip().upper()
        self.hidden |= not self.worked_out and any(word.startswith(begun) for word in _REACHING)

    def reaches(self) -> bool:
        """Whether the field takes in something from outside, with what is struck out or without."""
        told = ("".join(self._said), "".join(self._standing))
        return self.hidden or any(_REACHES.search(text) for text in told)


def takes_in_files(root: Any) -> bool:
    """Whether a field of a part takes in other files, or hides what it does."""
    loose = _Field()
    found = [loose]
    within: list[_Field] = []
    for element in elements(root):
        kind = local(element)
        if kind == "fldChar":
            turn = value(element, "fldCharType")
            if turn == "begin":
                if within:
                    within[-1].hold_another()
                within.append(_Field(_place(element)))
                found.append(within[-1])
            elif within:
                _turned(within, element, turn)
        elif kind in _INSTRUCTION or (kind in _LETTERS and within and not within[-1].worked_out):
            _said(within[-1] if within else loose, element, lone=not within)
        elif _REACHES.search(value(element, "instr") or ""):
            return True
    return any(field.reaches() for field in found)


def _turned(within: list[_Field], element: Any, turn: str | None) -> None:
    """Take in that the innermost field goes on to what was worked out last, or ends."""
    field = within[-1]
    field.hidden |= _place(element) != field.place
    if turn == "separate":
        field.worked_out = True
    elif turn == "end":
        within.pop()


def _said(field: _Field, element: Any, *, lone: bool) -> None:
    """Add an element's text to what a field is told.

    A piece that stands in a wrapping of its own is read by one program and passed over by another.
    """
    field.hidden |= not lone and _place(element) != field.place
    struck = any(local(each) in _STRUCK for each in element.iterancestors())
    field.say("".join(element.itertext()), struck=struck)


def _place(element: Any) -> tuple[Any, ...]:
    return tuple(each for each in element.iterancestors() if namespace(each) not in WORD)
