"""The JSON objects in a line, whole or damaged: which there are, and where their keys and values stand."""

import json
import re
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

_BEGINNING: Final = re.compile(r'\{[ \t\r\n]*"')
_SPACE: Final = re.compile(r"[ \t\r\n]*")
_MOST_IN_LINE: Final = 1 << 24
_MOST: Final = 1 << 26
"""How many characters of a line, and of a log, are tried in vain for an object that stands somewhere in a line."""


class Doubled(dict[str, Any]):
    """An object in which a key stands twice; the later one counts."""


class Found(NamedTuple):
    """An object, and the offsets of its first character and of the one after its last."""

    start: int
    end: int
    data: dict[str, Any]


class Member(NamedTuple):
    """A key of an object with its offsets and those of its value, quotation marks included."""

    key: str
    key_start: int
    key_end: int
    start: int
    end: int


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    data = dict(pairs)
    return data if len(data) == len(pairs) else Doubled(pairs)


def _integer(digits: str) -> int | float:
    return int(digits) if len(digits) < 20 else float(digits)


scan: Final = json.JSONDecoder(object_pairs_hook=_object, parse_int=_integer).raw_decode
"""Returns the value that begins at an offset of a text, and the offset after it; raises one of `BROKEN`."""
BROKEN: Final = (ValueError, RecursionError)


class Seeker:
    """Looks for records in lines that are no whole JSON; lines made to be slow are given up."""

    def __init__(self) -> None:
        self._left = _MOST

    def records(self, line: str) -> Iterator[Found]:
        """Yield every object in a line that may be a record, in order."""
        start, left = 0, min(self._left, _MOST_IN_LINE)
        while left > 0 and (beginning := _BEGINNING.search(line, start)):
            start = beginning.start()
            try:
                data, end = scan(line, start)
            except BROKEN as error:
                reached = error.pos if isinstance(error, json.JSONDecodeError) else len(line)
                spent = (
                    reached - start + reached // 64 + 1
                )  # the error counts the lines of all that is before it
                left, self._left, start = left - spent, self._left - spent, start + 1
                continue
            if may_be_record(data):
                yield Found(start, end, data)
            start = end


def may_be_record(data: Any) -> bool:
    """Whether what stands in a log is meant as a record."""
    return isinstance(data, dict) and "id" in data and "what" in data


def may_begin_record(line: str) -> bool:
    """Whether a record may begin on a line."""
    return _BEGINNING.search(line) is not None


def members(text: str, start: int) -> Iterator[Member]:
    """Yield the keys of the object that begins at an offset, each with its value, for as long as it is one."""
    at = start + 1
    try:
        while text[at := _after_space(text, at)] == '"':
            key, key_end = scan(text, at)
            value = _after_space(text, _after_space(text, key_end) + 1)
            _, end = scan(text, value)
            yield Member(key, at, key_end, value, end)
            at = _after_space(text, end) + 1
    except (*BROKEN, IndexError):
        return


def _after_space(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at
