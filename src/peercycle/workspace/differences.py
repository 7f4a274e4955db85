"""What is otherwise with a meeting than those who come were told, in one line of a message to them."""

from collections.abc import Iterator, Sequence
from datetime import date, time
from typing import Final

from peercycle.model.clock import clock_text
from peercycle.model.when import long_date

_UNKNOWN: Final = "not fixed"


def difference(was: Sequence[str], now: Sequence[str]) -> str:
    """Return what changed between two cores of a meeting, as in "Changed: date, was Tuesday 8 December 2026"; "" for nothing."""
    changed = [
        f"{key}, was {before}"
        for (key, before), (_, after) in zip(_facts(was), _facts(now), strict=True)
        if before != after
    ]
    return f"Changed: {'; '.join(changed)}" if changed else ""


def _facts(core: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield each thing that a message shows of a meeting and that can be named, in words."""
    title, first, last, start, end, where, *_ = core
    yield "title", title
    yield "date", " to ".join(long_date(date.fromisoformat(day)) for day in dict.fromkeys((first, last)))
    hours = " to ".join(clock_text(time.fromisoformat(hour)) for hour in (start, end) if hour)
    yield "time", hours or _UNKNOWN
    yield "place", where or _UNKNOWN
