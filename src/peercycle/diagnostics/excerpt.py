"""A diagnostic for people: what is wrong, the lines it stands in with its marks beneath, and what to write."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from peercycle.diagnostics.columns import brief, width, wrapped
from peercycle.diagnostics.cutting import Excerpted, excerpted
from peercycle.diagnostics.fault import AGAIN, Diagnostic, Related, Span
from peercycle.diagnostics.lines import WHOLE_FILE, line

Line = list[tuple[str, str]]
"""Runs of text, each with its style: one of those that `cli.screen` knows."""

_LONGEST_MESSAGE: Final = 300
_LONGEST_HINT: Final = 700
_NARROWEST_NOTE: Final = 30
_MOST_SHARING: Final = 4


_Place = tuple[Span, str, str, str]


class _Underline(NamedTuple):
    """A stretch of one line with the sign under it and what is said beside the sign; offsets in the line."""

    start: int
    end: int
    sign: str
    note: str
    style: str


def paragraphs(text: str, diagnostics: Iterable[Diagnostic], columns: int) -> Iterator[list[Line]]:
    """Yield the diagnostics of one file as paragraphs of at most `columns` columns, the headings excepted."""
    for group in _sharing(diagnostics):
        yield [*map(_heading, group), *_excerpt(text, group, columns), *_hints(text, group, columns)]


def _sharing(diagnostics: Iterable[Diagnostic]) -> Iterator[list[Diagnostic]]:
    """Yield the diagnostics in groups: those that follow one another on a line share its excerpt if that is clear."""
    group: list[Diagnostic] = []
    for diagnostic in diagnostics:
        if group and not _can_share(group, diagnostic):
            yield group
            group = []
        group.append(diagnostic)
    if group:
        yield group


def _can_share(group: Sequence[Diagnostic], diagnostic: Diagnostic) -> bool:
    """Whether marks and hint of a diagnostic stay clear when it joins a group."""
    last, together = group[-1].span, [*group, diagnostic]
    return (
        len(together) <= _MOST_SHARING
        and last.line == last.end_line == diagnostic.span.line
        and last.end_column < diagnostic.span.column
        and not any(each.related for each in together)
        and sum(bool(each.hint) for each in together) <= 1
    )


def _heading(diagnostic: Diagnostic) -> Line:
    span, severity = diagnostic.span, diagnostic.severity
    return [
        (f"{brief(diagnostic.file, _LONGEST_MESSAGE)}:{span.line}:{span.column}:", "bold"),
        (" ", ""),
        (f"{severity}:", severity),
        (" ", ""),
        (brief(diagnostic.message, _LONGEST_MESSAGE), "bold"),
        ("  ", ""),
        (f"[{diagnostic.rule}]", "dim"),
    ]


def _excerpt(text: str, group: Sequence[Diagnostic], columns: int) -> Iterator[Line]:
    """Yield every line that has a mark, in the order of the file, each with its marks beneath."""
    marked: dict[int, list[_Underline]] = {}
    for number, underline in _underlines(text, group):
        marked.setdefault(number, []).append(underline)
    digits = len(str(max(marked, default=0)))
    room = columns - digits - 4
    for number in sorted(marked):
        marks = sorted(marked[number])
        # One column is kept for a sign behind the end of the line.
        shown = excerpted(line(text, number) or "", [mark[:2] for mark in marks], room - 1)
        yield [(f" {number:>{digits}} |", "dim"), (f" {shown.text}", "")]
        for row in _rows(shown, marks, room):
            yield [(f" {'':{digits}} |", "dim"), (" ", ""), *row]


def _underlines(text: str, group: Sequence[Diagnostic]) -> Iterator[tuple[int, _Underline]]:
    """Yield the number of a line and the mark beneath it, for each place that is in the text."""
    for diagnostic in group:
        places: list[_Place] = [(diagnostic.span, "^", diagnostic.note, diagnostic.severity)]
        places += [_related(each, diagnostic) for each in diagnostic.related]
        for span, sign, note, style in places:
            if (held := _in_line(text, span)) is not None:
                yield span.line, _Underline(*held, sign, note, style)


def _related(related: Related, diagnostic: Diagnostic) -> _Place:
    if not related.message or related.message.startswith(AGAIN):
        return related.span, "^", related.message, diagnostic.severity
    return related.span, "-", related.message, "related"


def _in_line(text: str, span: Span) -> tuple[int, int] | None:
    """Return the offsets of a span in its first line; None for the whole file and where there is no such line."""
    held = line(text, span.line) if text and span != WHOLE_FILE else None
    if held is None:
        return None
    start = min(span.column - 1, len(held))
    end = span.end_column - 1 if span.line == span.end_line else len(held.rstrip())
    return start, max(start + 1, min(end, len(held)))


def _rows(shown: Excerpted, marks: Sequence[_Underline], room: int) -> Iterator[Line]:
    """Yield the signs under a line with the last note beside them, then the other notes, from right to left."""
    seen = [mark for mark in marks if shown.holds(mark.start)]
    signs: dict[int, tuple[str, str]] = {}
    for mark in sorted(seen, key=lambda mark: mark.sign == "^"):
        start, end = shown.column(mark.start), shown.column(mark.end)
        signs.update(dict.fromkeys(range(start, max(end, start + 1)), (mark.sign, mark.style)))
    row = [signs.get(at, (" ", "")) for at in range(max(signs) + 1)]
    noted = [mark for mark in seen if mark.note]
    last = noted[-1] if noted and noted[-1] == seen[-1] else None
    if last and len(row) + 1 + width(beside := brief(last.note, _LONGEST_HINT)) <= room:
        noted.pop()
        row.append((f" {beside}", last.style))
    yield _joined(row)
    for mark in reversed(noted):
        yield from _note(brief(mark.note, _LONGEST_HINT), shown.column(mark.start), mark.style, room)


def _joined(runs: Iterable[tuple[str, str]]) -> Line:
    """Return runs with neighbours of one style made one."""
    joined: Line = []
    for text, style in runs:
        if joined and joined[-1][1] == style:
            joined[-1] = (joined[-1][0] + text, style)
        else:
            joined.append((text, style))
    return joined


def _note(note: str, column: int, style: str, room: int) -> Iterator[Line]:
    """Yield a note under its sign, as far to the left as it needs."""
    wanted = min(width(note), max(_NARROWEST_NOTE, room - column))
    indent = max(0, min(column, room - wanted))
    for part in wrapped(note, room - indent):
        yield [(" " * indent, ""), (part, style)]


def _hints(text: str, group: Sequence[Diagnostic], columns: int) -> Iterator[Line]:
    """Yield what to write, indented by two; a note that has no line to stand under comes before it."""
    for diagnostic in group:
        note = "" if _in_line(text, diagnostic.span) else diagnostic.note
        for sentence in filter(None, [note, *diagnostic.hint.split("\n")]):
            for part in wrapped(brief(sentence, _LONGEST_HINT), columns - 2):
                yield [(f"  {part}", "")]
