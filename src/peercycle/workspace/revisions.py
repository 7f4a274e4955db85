"""How often each entry of the calendars was changed since it was first published, kept beside the cycle file.

Without this record every calendar made would be a first one, and diaries that hold an older one would not take it.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, time
from itertools import takewhile
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from peercycle.schedule.diary import Entry
from peercycle.workspace.files import FileTrouble, read_if_there, replace, write

SUFFIX: Final = ".calendar.json"
UNNAMED: Final = ""
"""Whoever is asked to a meeting of which the file does not say who comes."""
EARLIER: Final = "*"
"""Whoever was asked to a meeting before the record said who."""
NAMELESS: Final = (UNNAMED, EARLIER)
JOINED: Final = -1
"""What stands for the number of a message with whoever is asked to a meeting and has nothing of it yet."""
_NAME: Final = re.compile(r"[a-z0-9/+-]+( [a-z0-9-]+)?")
_HIGHEST: Final = 2**31 - 1
"""The largest number that iCalendar knows."""
_DAYS: Final = slice(1, 3)
_HOURS: Final = slice(3, 5)
_FIXED: Final = 7
"""Parts that every core has; the last of them is whether the day is sure, and whose the entry may be."""
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_WHO: Final = re.compile(r"|\*|[a-z0-9-]+( of [a-z0-9-]+)?")
_NOBODY: Final[Mapping[str, int]] = MappingProxyType({})


class Revision(NamedTuple):
    """One entry as it was last published: `core` is what makes a change, `on` the day of the last one, `gone` if it ended.

    `shown` is the number of the last change that a message would show. `told` holds who is asked to a meeting, each with
    the number of the last message to them: 0 for what was published at first, `JOINED` where there is nothing yet.
    `left` holds who is no longer asked, with the number of the message that says so, 0 before there is one.
    `whole` is false in a record from before notes were kept. `was` is the core that everyone had who has no message of the last
    change, empty where they had not all the same.
    """

    core: tuple[str, ...]
    sequence: int
    on: date
    gone: bool = False
    shown: int = 0
    told: Mapping[str, int] = _NOBODY
    left: Mapping[str, int] = _NOBODY
    whole: bool = True
    was: tuple[str, ...] = ()

    @property
    def untold(self) -> tuple[str, ...]:
        """Who has no message of the last change; of a meeting that is no longer held, of those who had it at all."""
        least = 0 if self.gone else JOINED
        return tuple(who for who, number in self.told.items() if least <= number < self.shown)

    @property
    def released(self) -> tuple[str, ...]:
        """Who is no longer asked and has no message that says so."""
        return tuple(who for who, number in self.left.items() if not number)

    @property
    def messaged(self) -> tuple[str, ...]:
        """Everyone who has had a message, of this change or another."""
        return tuple(who for who, number in (*self.told.items(), *self.left.items()) if number > 0)


class Revisions:
    """The record of one cycle's calendars; raises FileTrouble where it cannot be read."""

    def __init__(self, cycle_file: Path) -> None:
        self.path = cycle_file.with_suffix(SUFFIX)
        self.before = _held(self.path)
        self.held = dict(self.before)

    def published(self, name: str, entry: Entry, on: date, asked: Sequence[str] = ()) -> Revision:
        """Return the revision of an entry published on a day: one more than before where it is not as it was.

        So it is where others are `asked` to a meeting.
        """
        core, last = core_of(entry), self.held.get(name)
        if last is None:
            self.held[name] = Revision(core, 0, on, told=dict.fromkeys(asked, 0))
            return self.held[name]
        told, left = _askings(last, asked)
        now = last._replace(core=core, gone=False, told=told, left=left, whole=True)
        others = EARLIER not in last.told and now.told.keys() != last.told.keys()
        if others or last.gone or not _same(last, core):
            number = last.sequence + 1
            shown = number if last.gone or _shown(last.core) != _shown(core) else last.shown
            was = last.was if shown == last.shown else _had(last)
            now = now._replace(sequence=number, on=max(on, last.on), shown=shown, was=was)
        self.held[name] = now
        return now

    def ended(self, names: Iterable[str], on: date) -> None:
        """Note that entries are no longer published."""
        for name in names:
            last = self.held[name]
            if not last.gone:
                number = last.sequence + 1
                self.held[name] = last._replace(sequence=number, on=max(on, last.on), gone=True, shown=number)

    def meetings(self, on: date) -> Iterator[tuple[str, Revision]]:
        """Yield the meetings whose last day, as far as it was published, is not before another."""
        for name, held in self.held.items():
            if " " not in name and date.fromisoformat(held.core[_DAYS][1]) >= on:
                yield name, held

    def sent(self, name: str, reached: Iterable[str]) -> None:
        """Note that those who are or were asked to a meeting have a message of it as it is now."""
        held, whom = self.held[name], set(reached)
        told, left = (
            {who: held.sequence if who in whom else number for who, number in each.items()}
            for each in (held.told, held.left)
        )
        self.held[name] = held._replace(told=told, left=left)

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
    """Whether an entry is as it was, of which an early record does not know the notes and the reminder."""
    return last.core == (core if last.whole else core[: len(last.core)])


def _shown(core: tuple[str, ...]) -> tuple[str, ...]:
    """Return what a message shows of a meeting: not whose it may be, nor what other diaries say, a reminder's day first."""
    *fixed, unsure = core[:_FIXED]
    notes = takewhile(lambda note: not _DAY.fullmatch(note), core[_FIXED:])
    return (*fixed, "?" if unsure.startswith("?") else "", *notes)


def _had(last: Revision) -> tuple[str, ...]:
    """Return what all have who are asked to a meeting that is about to change again, empty where they have not all the same."""
    having = {number >= last.shown for number in last.told.values() if number != JOINED}
    if last.gone or len(having) != 1:
        return ()
    return last.core if having == {True} else last.was


def _askings(last: Revision, asked: Sequence[str]) -> tuple[Mapping[str, int], Mapping[str, int]]:
    """Return who is asked to a meeting now and who no longer is, by what they were told; nobody leaves one that names nobody."""
    if EARLIER in last.told:
        return dict.fromkeys(asked, last.told[EARLIER]), {}
    if UNNAMED in asked:
        return last.told, last.left
    cancelled = last.shown if last.gone else last.sequence + 1  # the number that whoever has needs no message
    had = {who: 0 for who, number in last.told.items() if who != UNNAMED and JOINED < number < cancelled}
    left = {who: number for who, number in {**last.left, **had}.items() if who not in asked}
    return {who: last.told.get(who, JOINED) for who in asked}, left


def _written(held: Revision) -> list[Any]:
    early = not held.whole and not held.messaged
    more = [] if early else [held.shown, dict(held.told), dict(held.left)]
    was = [list(held.was)] if held.was and not early else []
    return [list(held.core), held.sequence, held.on.isoformat(), held.gone, *more, *was]


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


def _revision(core: list[str], sequence: int, on: str, gone: object = False, *more: Any) -> Revision:  # noqa: FBT002 - as stored
    """Return a revision as stored; raises ValueError or TypeError for what could not be published."""
    if not _number(sequence, _HIGHEST):
        raise ValueError(sequence)
    if not isinstance(gone, bool):
        raise TypeError(gone)
    return Revision(_core(core), sequence, date.fromisoformat(on), gone, *_messages(sequence, *more))


def _core(core: Any) -> tuple[str, ...]:
    """Return a core as stored; raises ValueError or TypeError for what no diary could show."""
    if type(core) is not list or len(core) < _FIXED or not all(isinstance(part, str) for part in core):
        raise ValueError(core)
    first, last = map(date.fromisoformat, core[_DAYS])
    for hour in filter(None, core[_HOURS]):
        time.fromisoformat(hour)
    if last < first:
        raise ValueError(core)
    return tuple(core)


def _messages(
    sequence: int, shown: int | None = None, told: object = None, left: object = None, was: object = None
) -> tuple[int, Mapping[str, int], Mapping[str, int], bool, tuple[str, ...]]:
    """Return what was told as stored, whether notes were kept by then, and `was`; raises ValueError or TypeError.

    A record that does not say who was told has the number of the last message instead, or nothing: then every change is told
    once more, and a diary leaves alone what it has already.
    """
    if shown is None:
        return sequence, {EARLIER: 0}, {}, False, ()
    if not _number(shown, sequence):
        raise ValueError(shown)
    if told is None:
        return sequence, {EARLIER: shown}, {}, True, ()
    had = () if was is None else _core(was)
    return shown, _numbers(told, JOINED, sequence), _numbers(left, 0, sequence), True, had


def _numbers(found: Any, least: int, highest: int) -> Mapping[str, int]:
    """Return those asked, each with a number; raises ValueError or TypeError."""
    for who, number in dict(found).items():
        if not _WHO.fullmatch(who) or not _number(number, highest, least):
            raise ValueError(who)
    return dict(found)


def _number(value: object, highest: int, least: int = 0) -> bool:
    return type(value) is int and least <= value <= highest
