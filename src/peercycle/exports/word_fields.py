"""Fields of a Word file: what each tells Word to work out, put together from the runs that it is split over."""

import re
from typing import Any, Final

from peercycle.exports.word_parts import WORD, elements, local, namespace, own

_REACHING: Final = ("DATABASE", "DDE", "DDEAUTO", "IMPORT", "INCLUDEPICTURE", "INCLUDETEXT", "LINK")
_CODES: Final = (*_REACHING, "INCLUDE", "RD")
"""The first words of fields that take in files."""
_REACHES: Final = re.compile(rf"^\W*({'|'.join(_CODES)})\b", re.IGNORECASE | re.ASCII)
_SPEAKS_OF: Final = re.compile(rf"\b({'|'.join(_REACHING)})\b", re.IGNORECASE | re.ASCII)
"""What text in no field may not speak of at all, since nothing shows where in it a field would begin."""
_LEAD: Final = re.compile(r"^\W+", re.ASCII)
_LONGEST: Final = 20
_INSTRUCTION: Final = {"instrText", "delInstrText"}
_LETTERS: Final = {"t", "delText"}
_STRUCK: Final = {"del", "moveFrom"}
_READINGS: Final = tuple(
    frozenset(left_out) for left_out in ((), ("struck",), ("letters",), ("struck", "letters"))
)
"""What may be left out of a field by who reads it: text that is struck out, and text that is no instruction."""


class _Field:
    """A field that is being read: `place` are the elements around it that are not Word's own."""

    def __init__(self, place: tuple[Any, ...] = ()) -> None:
        self.place = place
        self.worked_out = False
        self.hidden = False
        self._begun = dict.fromkeys(_READINGS, "")
        self._said: dict[frozenset[str], list[str]] = {reading: [] for reading in _READINGS}

    def say(self, text: str, traits: frozenset[str]) -> None:
        """Add a piece of what the field is told."""
        for left_out in _READINGS:
            if not traits & left_out:
                self._begun[left_out] = _LEAD.sub("", self._begun[left_out] + text)[:_LONGEST]
                self._said[left_out].append(text)

    def hold_another(self) -> None:
        """Take in that another field begins within this one: it must not spell out what this one does."""
        begun = tuple(said.strip().upper() for said in self._begun.values())
        self.hidden |= not self.worked_out and any(code.startswith(begun) for code in _CODES)

    def matches(self, pattern: re.Pattern[str]) -> bool:
        """Whether what the field is told matches, however it is read, or is hidden."""
        return self.hidden or any(pattern.search("".join(said)) for said in self._said.values())


def takes_in_files(root: Any) -> bool:
    """Whether a field of a part takes in other files, or hides what it does."""
    loose = _Field()
    found: list[_Field] = []
    within: list[_Field] = []
    spoken: set[str] = set()
    for element in elements(root):
        if namespace(element) not in WORD:
            continue
        kind = local(element)
        if kind == "fldChar":
            turns = own(element, "fldCharType")
            spoken |= {namespace(element), *turns}
            _turned(within, found, element, next(iter(turns.values()), ""))
        elif kind in _INSTRUCTION or (kind in _LETTERS and within and not within[-1].worked_out):
            spoken.add(namespace(element))
            _said(within[-1] if within else loose, element, lone=not within)
        elif any(_REACHES.search(told) for told in own(element, "instr").values()):
            return True
    # A part is in one of Word's two namespaces: what is in the other one program reads and another passes over.
    hidden = len(spoken) > 1 or loose.matches(_SPEAKS_OF)
    return hidden or any(field.matches(_REACHES) for field in (loose, *found))


def _turned(within: list[_Field], found: list[_Field], element: Any, turn: str) -> None:
    """Take in that a field begins, that the innermost one goes on to what was worked out last, or that it ends."""
    if turn == "begin":
        if within:
            within[-1].hold_another()
        within.append(_Field(_place(element)))
        found.append(within[-1])
    elif within:
        within[-1].hidden |= _place(element) != within[-1].place
        if turn == "separate":
            within[-1].worked_out = True
        elif turn == "end":
            within.pop()


def _said(field: _Field, element: Any, *, lone: bool) -> None:
    """Add an element's text to what a field is told.

    A piece that stands in a wrapping of its own, or holds one, is read by one program and passed over by another.
    """
    field.hidden |= len(element) > 0 or (not lone and _place(element) != field.place)
    struck = any(local(each) in _STRUCK for each in element.iterancestors())
    letters = local(element) in _LETTERS
    traits = frozenset(name for name, held in (("struck", struck), ("letters", letters)) if held)
    field.say(element.text or "", traits)


def _place(element: Any) -> tuple[Any, ...]:
    return tuple(each for each in element.iterancestors() if namespace(each) not in WORD)
