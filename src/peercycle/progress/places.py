"""The one way from a place in a log, a line and a key, to line and column."""

from peercycle.diagnostics.fault import Diagnostic, Fault, Mark, Related, Severity, Span
from peercycle.diagnostics.lines import WHOLE_FILE, line
from peercycle.model.place import slashed
from peercycle.progress.damage import whole
from peercycle.progress.log import Log
from peercycle.progress.objects import Member, Seeker, members


def located(log: Log, rule: str, severity: Severity, fault: Fault) -> Diagnostic:
    """Return a fault with its lines and columns in a log.

    A place is `(line, key)`, or `(line,)` for the record as a whole; a key that the record does not have is marked at the
    whole line. Where two records stand on a line, the first one that has the key is meant.
    """
    return Diagnostic(
        file=log.name,
        span=_span(log.text, fault.at),
        rule=rule,
        severity=severity,
        message=fault.message,
        hint=fault.hint,
        place=slashed(fault.at.place),
        related=tuple(Related(_span(log.text, mark), mark.message) for mark in fault.related),
        note=fault.at.message,
    )


def _span(text: str, mark: Mark) -> Span:
    number, *keys = mark.place or ("",)
    held = line(text, int(number)) if number.isdecimal() else None
    if held is None:
        return WHOLE_FILE
    member = _member(held, keys[0]) if keys else None
    if member is None:
        return whole(held, int(number))
    start, end = (member.key_start, member.key_end) if mark.on == "key" else (member.start, member.end)
    at = held.find(mark.words, start, end)
    if mark.words and at >= 0:
        start, end = at, at + len(mark.words)
    return Span(int(number), start + 1, int(number), end + 1)


def _member(held: str, key: str) -> Member | None:
    """Return a key of the first record on a line that has it; where it stands twice, the later one, which counts."""
    for found in Seeker().records(held):
        if having := [member for member in members(held, found.start) if member.key == key]:
            return having[-1]
    return None
