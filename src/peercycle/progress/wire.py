"""A record as one line of JSON and back: the keys of a line, in their order, and what each may hold."""

import json
import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date, datetime
from functools import lru_cache
from typing import Any, Final

from peercycle.progress.finding import FOCUSES, KINDS, Finding
from peercycle.progress.record import WHATS, Change, Record

LONGEST_TEXT: Final = 10_000
"""The most characters of one text."""
_DAY: Final = re.compile("[12][0-9]{3}-[0-9]{2}-[0-9]{2}")
_TIME: Final = re.compile(
    f"{_DAY.pattern}T[0-9]{{2}}:[0-9]{{2}}:[0-9]{{2}}(?:[.][0-9]{{1,6}})?(?:Z|[+-][0-9]{{2}}:[0-9]{{2}})"
)


class Malformed(ValueError):
    """A value that cannot stand in a record; `key` is where, "" for the record as a whole."""

    def __init__(self, key: str, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.key = key
        self.message = message
        self.hint = hint


def _text(key: str, value: Any) -> str:
    if type(value) is not str:
        raise _no_text(key)
    if len(value) > LONGEST_TEXT:
        raise Malformed(key, f"{key} holds {len(value):,} characters; a text has at most {LONGEST_TEXT:,}")
    if not value.isascii():
        _refuse_halves(key, value)
    return value


def _no_text(key: str) -> Malformed:
    return Malformed(key, f"{key} holds no text", f'Write it between quotation marks: "{key}": "..."')


def _refuse_halves(key: str, value: str) -> None:
    try:
        value.encode()
    except UnicodeEncodeError as error:
        half = value[error.start]
        message = f"{key} holds half a character, {half!r}, which no file can keep"
        raise Malformed(key, message, "Type the text again; it was not UTF-8") from None


def _named(key: str, value: Any) -> str:
    if not _text(key, value) or value.isspace():
        raise Malformed(key, f"{key} is empty")
    return str(value)


_name: Final = lru_cache(maxsize=10_000)(_named)
"""Reads an id or another name: the same few stand on thousands of lines, so they are judged once."""


@lru_cache(maxsize=10_000)
def _day(key: str, value: Any) -> date:
    if _DAY.fullmatch(_text(key, value)):
        with suppress(ValueError):
            return date.fromisoformat(value)
    raise Malformed(key, f"{key} is no day", "Write it as in: 2026-11-23")


def _time(key: str, value: Any) -> str:
    if type(value) is str and _TIME.fullmatch(value):
        try:
            datetime.fromisoformat(value)
        except ValueError:
            pass
        else:
            return value
    hint = "Write it as in: 2026-11-23T09:30:00.000+00:00"
    raise Malformed(key, f"{key} is no time with its offset from UTC", hint)


@lru_cache
def _what(key: str, value: Any) -> Any:
    return _one_of(key, value, WHATS)


def _one_of(key: str, value: Any, allowed: tuple[str, ...]) -> str:
    if value not in allowed:
        raise Malformed(key, f"{key} is not one of {', '.join(allowed)}")
    return str(value)


def _texts(key: str, value: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise Malformed(key, f"{key} holds no list", f'Write it as in: "{key}": ["..."]')
    return tuple(_named(key, item) for item in value)


def _number(key: str, value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 < value < 1000:
        raise Malformed(key, f"{key} is no number of a step, from 1")
    return value


def _changes(key: str, value: Any) -> tuple[Change, ...]:
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise Malformed(key, f"{key} holds no list of changes")
    return tuple(Change(*(_text(part, item.get(part, "")) for part in Change._fields)) for item in value)


@lru_cache
def _kind(key: str, value: Any) -> Any:
    return _one_of(key, value, KINDS)


_Reader = Callable[[str, Any], Any]
_RECORD: Final[Mapping[str, tuple[str, _Reader]]] = {
    "id": ("id", _named),
    "at": ("at", _time),
    "by": ("by", _name),
    "what": ("what", _what),
    "action": ("action", _name),
    "event": ("event", _name),
    "authority": ("authority", _name),
    "about": ("about", _name),
    "role": ("role", _name),
    "date": ("date", _day),
    "undoes": ("undoes", _named),
    "closes": ("closes", _named),
    "outcome": ("outcome", _text),
    "tasks": ("tasks", _texts),
    "step": ("step", _number),
    "changes": ("changes", _changes),
    "note": ("note", _text),
    "ref": ("ref", _text),
}
"""The keys of a line, in the order they are written, with the field of `Record` each fills."""
_FINDING: Final[Mapping[str, tuple[str, _Reader]]] = {
    "kind": ("kind", _kind),
    "text": ("text", _named),
    "theme": ("theme", _text),
    "owner": ("owner", _text),
    "due": ("due", _day),
    "judged": ("judged", _text),
    "enabler": ("enabler", _text),
    "shared-with": ("shared_with", _texts),
    "answers": ("answers", _text),
}
"""The further keys of a line that notes a finding, with the field of `Finding` each fills."""
_REQUIRED: Final = ("id", "at", "by", "what", "date")
_WANTED: Final[Mapping[str, tuple[str, ...]]] = {
    "sent": (*_REQUIRED, "action"),
    "signed": (*_REQUIRED, "action", "role"),
    "done": (*_REQUIRED, "action"),
    "held": (*_REQUIRED, "event"),
    "noted": (*_REQUIRED, "authority", "kind", "text"),
    "closed": (*_REQUIRED, "closes"),
    "chased": (*_REQUIRED, "tasks", "step"),
    "undone": (*_REQUIRED, "undoes"),
}
"""What a line of each kind must hold."""


def keys() -> tuple[str, ...]:
    """Return every key a line may hold, in the order in which they are written."""
    return (*_RECORD, *_FINDING)


def read_record(data: Mapping[str, Any], line: int = 0) -> Record:
    """Return the record that the object of a line states; raises Malformed at the first key that is wrong.

    A key that no record has is passed over: a later version may have written it.
    """
    what = str(data.get("what"))
    for key in _WANTED.get(what, _REQUIRED):
        if key not in data:
            raise Malformed("", f"there is no {key}", f'Such a record has "{key}"')
    finding = None
    if what == "noted":
        finding = Finding(**_fields(_FINDING, data))
        if finding.kind == "focus" and finding.text not in FOCUSES:
            raise Malformed("text", f"a focus is one of {', '.join(FOCUSES)}")
        if finding.kind == "conversation-date":
            _day("text", finding.text)
    return Record(**_fields(_RECORD, data), finding=finding, line=line)


def _fields(known: Mapping[str, tuple[str, _Reader]], data: Mapping[str, Any]) -> dict[str, Any]:
    fields = {}
    for key, value in data.items():
        if found := known.get(key):
            field, reader = found
            try:
                fields[field] = reader(key, value)
            except TypeError:  # what is kept of earlier lines cannot be asked for a list or an object
                raise _no_text(key) from None
    return fields


def written(record: Record) -> str:
    """Return a record as one line of JSON, without its line end; what is invisible in it is escaped.

    Raises Malformed for a text that cannot be stored: too long, or holding half a character (a lone surrogate).
    """
    data = {key: getattr(record, field) for key, (field, _) in _RECORD.items()}
    if record.finding:
        data |= {key: getattr(record.finding, field) for key, (field, _) in _FINDING.items()}
    plain = {key: _plain(value) for key, value in data.items() if value not in (None, "", (), 0)}
    read_record(plain)
    line = json.dumps(plain, ensure_ascii=False)
    return line if line.isprintable() else "".join(map(_escaped, line))


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [item._asdict() if isinstance(item, Change) else item for item in value]
    return value


def _escaped(character: str) -> str:
    return character if character.isprintable() else json.dumps(character)[1:-1]
