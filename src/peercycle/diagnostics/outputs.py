"""Diagnostics for programs: a JSON array, and the workflow commands of GitHub."""

from collections.abc import Iterable

from peercycle.diagnostics.fault import Diagnostic
from peercycle.diagnostics.json_rows import listed
from peercycle.diagnostics.show import show

_LEVELS = {"error": "error", "warning": "warning", "info": "notice"}


def as_json(diagnostics: Iterable[Diagnostic]) -> str:
    """Return diagnostics as one JSON array, in ASCII."""
    return listed([_object(diagnostic) for diagnostic in diagnostics])


def as_github(diagnostics: Iterable[Diagnostic]) -> str:
    """Return diagnostics as GitHub workflow commands, one a line, which it shows beside the changed lines."""
    return "\n".join(map(_command, diagnostics))


def _object(diagnostic: Diagnostic) -> dict[str, object]:
    line, column, end_line, end_column = diagnostic.span
    return {
        "file": diagnostic.file,
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
        "rule": diagnostic.rule,
        "severity": diagnostic.severity,
        "message": diagnostic.message,
        "hint": _advice(diagnostic),
        "place": diagnostic.place,
        "related": [
            {"line": related.span.line, "column": related.span.column, "message": related.message}
            for related in diagnostic.related
        ],
    }


def _advice(diagnostic: Diagnostic) -> str:
    """Return the hint with the note before it: people see the note beside the caret, programs see it here."""
    note, hint = diagnostic.note, diagnostic.hint
    if not (note and hint):
        return note or hint
    return f"{note} {hint}" if note.endswith((".", "?", "!")) else f"{note}. {hint}"


def _command(diagnostic: Diagnostic) -> str:
    line, column, end_line, end_column = diagnostic.span
    properties = {"file": diagnostic.file, "line": str(line), "endLine": str(end_line)}
    if line == end_line:
        properties |= {"col": str(column), "endColumn": str(end_column)}
    properties["title"] = diagnostic.rule
    named = ",".join(f"{name}={_escaped_property(show(value))}" for name, value in properties.items())
    sentences = filter(None, (diagnostic.message, _advice(diagnostic)))
    message = "%0A".join(_escaped(show(sentence)) for sentence in sentences)
    return f"::{_LEVELS[diagnostic.severity]} {named}::{message}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escaped_property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
