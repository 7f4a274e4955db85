"""What is wrong with the lines of a log, each fault at its place; not more of them than a person can read."""

from typing import Final

from peercycle.diagnostics.fault import Diagnostic, Related, Severity, Span
from peercycle.model.place import slashed
from peercycle.progress.objects import members
from peercycle.progress.wire import Malformed

MOST: Final = 500
"""The most faults that are listed."""
ATTRIBUTES: Final = "*.progress.jsonl text eol=lf merge=union"
"""The line of .gitattributes by which git merges logs."""

RESTORE: Final = "Is this the progress log? Put back the last good version of the file, as git has it."


class Damage:
    """The faults of one log as they are met; `unread` are the numbers of the lines of which something is not read."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._found: list[Diagnostic] = []
        self._more = 0
        self.unread: set[int] = set()

    def diagnostics(self) -> list[Diagnostic]:
        """Return the faults in the order of the file, with how many more there are."""
        found = sorted(self._found, key=lambda each: each.span)
        if self._more:
            which = (
                f"{self._more:,} more faults like these are"
                if self._more > 1
                else "1 more fault like these is"
            )
            message = f"{which} not listed"
            found.append(
                Diagnostic(self._name, found[-1].span, "torn-log", "warning", message, RESTORE, "", ())
            )
        return found

    @property
    def full(self) -> bool:
        """Whether no more faults are listed; further ones are only counted, by `more`."""
        return len(self._found) >= MOST

    def more(self) -> None:
        """Count one more fault."""
        self._more += 1

    def torn(
        self,
        span: Span,
        message: str,
        hint: str,
        related: tuple[Related, ...] = (),
        severity: Severity = "warning",
    ) -> None:
        """Note a stretch that is no whole record, or one that stands there twice."""
        self._note(Diagnostic(self._name, span, "torn-log", severity, message, hint, str(span.line), related))

    def malformed(self, trouble: Malformed, line: str, number: int, start: int) -> None:
        """Note an object that is no record, at the value that is wrong; it begins at an offset of the line."""
        self.unread.add(number)
        hint = f"{trouble.hint.removesuffix('.')}. " if trouble.hint else ""
        hint += "The record does not count until it is mended."
        self._at_key(at_key(line, number, start, trouble.key), trouble.key, trouble.message, hint)

    def key_twice(self, line: str, number: int, start: int) -> None:
        """Note every key that stands twice in the object that begins at an offset of a line."""
        seen: dict[str, Span] = {}
        for member in members(line, start):
            span = Span(number, member.key_start + 1, number, member.key_end + 1)
            if first := seen.get(member.key):
                message = f"the key {member.key} stands twice; the later one counts"
                related = (Related(first, "it stands here first"),)
                self._at_key(span, member.key, message, "Take one of them out.", related)
            seen[member.key] = span

    def conflicting(self, span: Span, id_: str, other: Span) -> None:
        """Note a record, at its id, that says something else than another one of that id."""
        message = f"another record has the same id, {id_}, and says something else"
        hint = (
            "Of the two only the one counts that is earlier by its date, and by when it was written down. "
            "If both happened, give one of them another id; otherwise take one out."
        )
        place, related = slashed((str(span.line), "id")), (Related(other, "the other record"),)
        self._note(
            Diagnostic(self._name, span, "conflicting-records", "warning", message, hint, place, related)
        )

    def _at_key(
        self, span: Span, key: str, message: str, hint: str, related: tuple[Related, ...] = ()
    ) -> None:
        place = slashed((str(span.line), key) if key else (str(span.line),))
        self._note(Diagnostic(self._name, span, "malformed-record", "warning", message, hint, place, related))

    def _note(self, diagnostic: Diagnostic) -> None:
        if self.full:
            self.more()
        else:
            self._found.append(diagnostic)


def whole(line: str, number: int) -> Span:
    """Return the stretch of a line without the space round it."""
    start, end = len(line) - len(line.lstrip()), len(line.rstrip())
    return Span(number, min(start, end) + 1, number, end + 1)


def at_key(line: str, number: int, start: int, key: str) -> Span:
    """Return the stretch of a key's value in the object that begins at an offset; of the whole line without one."""
    for member in members(line, start) if key else ():
        if member.key == key:
            return Span(number, member.start + 1, number, member.end + 1)
    return whole(line, number)
