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

NAMED: Final = {"error": "error", "warning": "warning", "info": "remark"}
"""The severities as the closing sentence names them."""

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
    shown = [item for item in found if item.rule != COUNTED]
    errors, *others = (_number(shown, severity, name) for severity, name in NAMED.items())
    where, files = (f" in {len(opened)} files", "these files") if len(opened) > 1 else ("", "this file")
    asked = len(found) - len(shown)
    questions = f" {asked} question{'' if asked == 1 else 's'} open (peercycle questions)." if asked else ""
    if not errors:
        yield [("No errors", "good"), (f"{_listed('', *others)}{where}.{questions}", "")]
        return
    sentence = f"{_listed(errors, *others)}{where}. Until the errors are gone, no other command uses {files}."
    yield from ([(line, "")] for line in wrap(sentence + questions, columns))
    rule = next(item.rule for item in shown if item.severity == "error")
    yield [(f"One rule at length: peercycle explain {rule}", "dim")]


def _number(found: Sequence[Diagnostic], severity: str, name: str) -> str:
    """Return how many diagnostics of a severity there are, in words; "" for none."""
    count = sum(item.severity == severity for item in found)
    return f"{count} {name}{'' if count == 1 else 's'}" if count else ""


def _listed(first: str, *others: str) -> str:
    """Return what there is, joined as in a sentence: "3 errors and 1 warning", or ", 1 warning" without a first."""
    held = [other for other in others if other]
    if not first:
        return "".join(f", {other}" for other in held)
    return " and ".join(filter(None, [", ".join([first, *held[:-1]]), *held[-1:]]))
