"""The values that carry a fault from the rule that finds it to the person who reads it."""

from typing import Final, Literal, NamedTuple

from peercycle.model.place import Place

Severity = Literal["error", "warning", "info"]

AGAIN: Final = ("so is ", "so are ")
"""How the message of a related place begins that has the same fault once more; so has one without a message."""


class Mark(NamedTuple):
    """A place in the file as a rule names it, before it is known where in the text that is.

    `words` is the part of the value's text that is meant, found in the raw text with white space apart;
    empty means the whole value. `message` is printed beside the caret.
    """

    place: Place
    message: str = ""
    words: str = ""
    on: Literal["value", "key"] = "value"


class Fault(NamedTuple):
    """What a rule yields: one sentence, where it is, how to put it right, and the places it rests on."""

    message: str
    at: Mark
    hint: str = ""
    related: tuple[Mark, ...] = ()


class Span(NamedTuple):
    """A stretch of the text: lines and columns count from 1 in characters, and the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


class Related(NamedTuple):
    """Another place that the fault rests on, with what it says."""

    span: Span
    message: str


class Diagnostic(NamedTuple):
    """A fault at its place in the text, ready to be shown to a person or a program.

    `place` is the path of keys, joined by slashes; `note` is printed after the caret.
    """

    file: str
    span: Span
    rule: str
    severity: Severity
    message: str
    hint: str
    place: str
    related: tuple[Related, ...]
    note: str = ""
