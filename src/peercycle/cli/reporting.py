"""Diagnostics put before people and programs: text with excerpts, JSON, GitHub annotations."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from peercycle.cli.screen import Line, wrap
from peercycle.diagnostics.excerpt import paragraphs
from peercycle.diagnostics.fault import Diagnostic
from peercycle.diagnostics.outputs import as_github, as_json
from peercycle.workspace.opening import Opened

COUNTED: Final = "unanswered-question"
"""The rule whose findings are only counted in text: `peercycle questions` shows them in full."""

AS: Final[dict[str, Callable[[Sequence[Diagnostic]], str]]] = {"json": as_json, "github": as_github}


def text_report(found: Sequence[Diagnostic], texts: Mapping[str, str], columns: int = 100) -> Iterator[Line]:
    """Yield what was found in each file, each with the lines it stands in."""
    for name, text in texts.items():
        shown = [item for item in found if item.file == name and item.rule != COUNTED]
        for paragraph in paragraphs(text, shown, columns):
            yield from paragraph
            yield []


def summary(found: Sequence[Diagnostic], opened: Sequence[Opened], columns: int) -> Iterator[Line]:
    """Yield the closing sentence: how many faults in how many files, how many questions, and where to read on."""
    errors, warnings, questions = (
        _count(found, "error"),
        _count(found, "warning"),
        sum(d.rule == COUNTED for d in found),
    )
    where = f" in {len(opened)} files" if len(opened) > 1 else ""
    counted = _number(errors, "error") + (f" and {_number(warnings, 'warning')}" if warnings else "")
    asked = f" {_number(questions, 'question')} open (peercycle questions)." if questions else ""
    if errors:
        rule = next(item.rule for item in found if item.severity == "error")
        text = f"{counted}{where}. Until the errors are gone, no other command uses the file{'s' if len(opened) > 1 else ''}.{asked}"
        yield from ([(line, "")] for line in wrap(text, columns))
        yield [(f"One rule at length: peercycle explain {rule}", "dim")]
    else:
        yield [("No errors", "good"), (f", {_number(warnings, 'warning')}{where}." + asked, "")]


def _count(found: Sequence[Diagnostic], severity: str) -> int:
    return sum(item.severity == severity for item in found)


def _number(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"
