"""What is shown after a change of the cycle file: the old value and the new, and what moves or is settled with it."""

import shlex
from collections.abc import Iterator, Sequence

from peercycle.cli.changing import Done
from peercycle.cli.screen import Line, beside, flow
from peercycle.cli.screens.dated import counted, plain
from peercycle.progress.record import Change
from peercycle.schedule.papers import Step, when
from peercycle.schedule.questions import open_questions
from peercycle.schedule.status import Status

COLUMN = 13
_MOST = 8
_WIDEST = 44


def changed_lines(done: Done, what: str, back: Sequence[str], columns: int) -> Iterator[Line]:
    """Yield what was changed, what moves with it, which questions it settles, and how to take it back."""
    before, after = done.before.status, done.after.status
    yield from flow([(what, "good"), (f" in {done.after.opened.path.name}", "")], columns)
    yield from _values(done.changes, columns)
    moved = list(_moved(before, after))
    for number, (label, text) in enumerate(moved[:_MOST]):
        yield from beside("" if number else "Moves", f"{label}: {text}", 2, COLUMN, columns, ("due", ""))
    if len(moved) > _MOST:
        yield from beside("", f"and {len(moved) - _MOST} more; see peercycle timeline", 2, COLUMN, columns)
    settled = _settled(before, after)
    if settled:
        yield from beside("Settled", ", ".join(settled), 2, COLUMN, columns, ("good", ""))
    if after.counts != before.counts:
        yield from counted(after.counts, columns, all_of_them=False)
    if back:
        yield from plain(f"To take it back: {shlex.join(back)}", columns, style="dim")


def _values(changes: Sequence[Change], columns: int) -> Iterator[Line]:
    """Yield the old value and the new; the same change of several meetings of one event together."""
    alike: dict[tuple[str, ...], list[Change]] = {}
    for change in changes:
        alike.setdefault((*_called(change)[:2], change.was, change.now), []).append(change)
    shown = [
        (" ".join(_called(same[0]) if len(same) == 1 else (*called, f"({len(same)})")), same[0])
        for (*called, _, _), same in alike.items()
    ]
    column = min(4 + max(len(label) for label, _ in shown), _WIDEST)
    for label, (_, was, now) in shown[:_MOST]:
        yield from beside(label, f"{was} -> {now}" if was else now, 2, column, columns)
    if len(shown) > _MOST:
        yield from beside("", f"and {len(shown) - _MOST} more; see peercycle history", 2, column, columns)


def _called(change: Change) -> list[str]:
    """Return what was changed in few words: "forum date december cluster-coast", without the way to it."""
    parts = change.place.split("/")
    return parts[3:] if parts[0] == "phases" else parts[1:]


def _moved(before: Status, after: Status) -> Iterator[tuple[str, str]]:
    """Yield what now falls on another day, with the day it had and the one it has; equal moves of one action together."""
    was = {step.id: step for step in _steps(before)}
    alike: dict[tuple[str, str, str], list[str]] = {}
    for step in _steps(after):
        old = was.get(step.id)
        if old is not None and when(old).brief != when(step).brief:
            name = step.id.partition("/")[0]
            alike.setdefault((name, when(old).brief, when(step).brief), []).append(step.id)
    for (name, old_day, new_day), ids in alike.items():
        label = ids[0] if len(ids) == 1 else f"{name} ({len(ids)})"
        yield label, f"{old_day} -> {new_day}"


def _steps(status: Status) -> Iterator[Step]:
    yield from status.plan.meetings
    yield from status.plan.tasks


def _settled(before: Status, after: Status) -> list[str]:
    remaining = {question.key for question in open_questions(after.plan)}
    return [question.key for question in open_questions(before.plan) if question.key not in remaining]
