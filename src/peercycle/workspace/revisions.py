"""How often each entry of the calendars was changed since it was first published, kept beside the cycle file.

Without this record every calendar made would be a first one, and diaries that hold an older one would not take it.
"""

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date, time
from pathlib import Path
from typing import Any, Final, NamedTuple

from peercycle.schedule.diary import Entry
from peercycle.workspace.files import FileTrouble, read_if_there, replace, write

SUFFIX: Final = ".calendar.json"
_NAME: Final = re.compile(r"[a-z0-9/+-]+( [a-z0-9-]+)?")
_HIGHEST: Final = 2**31 - 1
"""The largest number that iCalendar knows."""
_DAYS: Final = slice(1, 3)
_HOURS: Final = slice(3, 5)


class Revision(NamedTuple):
    """One entry as it was last published: `core` is what makes a change, `on` the day of the last one, `gone` if it ended.

    `sent` is the number that those who come have a message of, 0 for what they need none of; None in a record that does
    not say, which is one from before messages were counted.
    """

    core: tuple[str, ...]
    sequence: int
    on: date
    gone: bool = False
    sent: int | None = 0


class Revisions:
    """The record of one cycle's calendars; raises FileTrouble where it cannot be read."""

    def __init__(self, cycle_file: Path) -> None:
        self.path = cycle_file.with_suffix(SUFFIX)
        self.before = _held(self.path)
        self.held = dict(self.before)

    def published(self, name: str, entry: Entry, on: date) -> Revision:
        """Return the revision of an entry published on a day: one more than before where it is not as it was."""
        core, last = core_of(entry), self.held.get(name)
        if last is None:
            self.held[name] = Revision(core, 0, on)
        elif last.gone or not _same(last, core):
            self.held[name] = Revision(core, last.sequence + 1, max(on, last.on), sent=last.sent or 0)
        else:
            self.held[name] = last._replace(core=core, sent=last.sent or 0)
        return self.held[name]

    def ended(self, names: Iterable[str], on: date) -> None:
        """Note that entries are no longer published."""
        for name in names:
            last = self.held[name]
            if not last.gone:
                self.held[name] = last._replace(sequence=last.sequence + 1, on=max(on, last.on), gone=True)

    def untold(self) -> Iterator[tuple[str, Revision]]:
        """Yield the entries that were changed or ended since anybody was sent a message of them.

        Where nobody wrote down what was sent, every change is told once more: a diary leaves alone what it has already.
        """
        yield from ((name, each) for name, each in self.held.items() if each.sequence > (each.sent or 0))

    def sent(self, names: Iterable[str]) -> None:
        """Note that there are messages of entries as they are now."""
        for name in names:
            self.held[name] = self.held[name]._replace(sent=self.held[name].sequence)

    def keep(self) -> None:
        """Write the record where it is not as it was; raises FileTrouble."""
        if self.held == self.before:
            return
        lines = [
            f"  {json.dumps(name)}: {json.dumps(_written(each), ensure_ascii=False)}"
            for name, each in sorted(self.held.items())
        ]
        content = ("{\n" + ",\n".join(lines) + "\n}\n").encode()
        if self.path.exists():
            replace(self.path, content)
        else:
            write(self.path.parent, self.path.name, content)
        self.before = dict(self.held)


def core_of(entry: Entry) -> tuple[str, ...]:
    """Return all that a diary shows of an entry, so that nothing of it changes unnoticed.

    A meeting is given as it stands in everyone's diary, with what others say of it besides: since it is one meeting in all of
    them, it has one number, which rises in all when the meeting changes in one.
    """
    hours = [clock.isoformat("minutes") if clock else "" for clock in (entry.start, entry.end)]
    return (
        entry.title,
        entry.first.isoformat(),
        entry.last.isoformat(),
        *hours,
        entry.where,
        " ".join((*(["?"] if entry.tentative else []), *entry.perhaps)),
        *entry.notes,
        *entry.elsewhere,
        *([entry.remind.isoformat()] if entry.remind else []),
    )


def _same(last: Revision, core: tuple[str, ...]) -> bool:
    """Whether an entry is as it was; a record that does not say what was sent knows no notes and no reminders either."""
    return last.core == (core[: len(last.core)] if last.sent is None else core)


def _written(held: Revision) -> list[Any]:
    sent = [] if held.sent is None else [held.sent]
    return [list(held.core), held.sequence, held.on.isoformat(), held.gone, *sent]


def _held(path: Path) -> dict[str, Revision]:
    raw = read_if_there(path, wanted="a record of calendars")
    if raw is None:
        return {}
    try:
        loaded = json.loads(raw)
        return {_name(name): _revision(*parts) for name, parts in loaded.items()}
    except (ValueError, TypeError, AttributeError, RecursionError):
        raise FileTrouble(
            f"{path}: this record of calendars is damaged; take it back from git, or remove it and publish all anew"
        ) from None


def _name(name: str) -> str:
    """Return the name of an entry; raises ValueError for what no entry is called."""
    if not _NAME.fullmatch(name):
        raise ValueError(name)
    return name


def _revision(
    core: list[str],
    sequence: int,
    on: str,
    gone: object = False,  # noqa: FBT002 - as stored
    sent: int | None = None,
) -> Revision:
    """Return a revision as stored; raises ValueError or TypeError for what could not be published."""
    if type(core) is not list or len(core) < 7 or not all(isinstance(part, str) for part in core):
        raise ValueError(core)
    if not _number(sequence, _HIGHEST) or not (sent is None or _number(sent, sequence)):
        raise ValueError(sequence)
    if not isinstance(gone, bool):
        raise TypeError(gone)
    first, last = map(date.fromisoformat, core[_DAYS])
    for hour in filter(None, core[_HOURS]):
        time.fromisoformat(hour)
    if last < first:
        raise ValueError(core)
    return Revision(tuple(core), sequence, date.fromisoformat(on), gone, sent)


def _number(value: object, highest: int) -> bool:
    return type(value) is int and 0 <= value <= highest
