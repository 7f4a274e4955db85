"""A user's own template kept in bounds: laid out in a child process with little time and memory.

Started as a module, this file is that child: a request as JSON on stdin, its answer as JSON on stdout.
"""

import json
import sys
from collections.abc import Mapping, Sequence
from typing import Any, Final

from peercycle.documents.templates import Template, TemplateTrouble

MODULE: Final = "peercycle.documents.limits"
SECONDS: Final = 4
MEMORY: Final = 320 * 1024 * 1024
"""Of address space, in bytes; a child that lays out a checklist takes a third of it."""
MOST_TEXT: Final = 8 * 1024 * 1024
TOO_MUCH: Final = f"this template did not come to an end within {SECONDS} seconds and {MEMORY >> 20} MiB"

Views = Sequence[Mapping[str, Any]]


def texts(template: Template, escape: str, views: Views) -> list[str]:
    """Return every view laid out, a user's own template in a child process; raises TemplateTrouble."""
    if template.own:
        return list(_asked(template, {"escape": escape, "views": views}))
    from peercycle.documents.environment import lay_out

    return [lay_out(template, "html" if escape == "html" else "markdown", view) for view in views]


def blamed(template: Template, escape: str, view: Mapping[str, Any], line: int) -> int | None:
    """Return the template's line behind a line of its text, None where there is none."""
    request = {"escape": escape, "views": [view], "line": line}
    found = _asked(template, request) if template.own else _answer(template, request)
    return found if isinstance(found, int) else None


def _asked(template: Template, request: Mapping[str, Any]) -> Any:
    """Return a child's answer; -P keeps modules that lie in the working folder out of it."""
    import subprocess

    command = [sys.executable, "-P", "-m", MODULE]
    sent = json.dumps({"name": template.name, "source": template.source, **request}).encode()
    try:
        done = subprocess.run(command, input=sent, capture_output=True, timeout=SECONDS, check=False)  # noqa: S603
    except subprocess.TimeoutExpired:
        raise TemplateTrouble(template.name, None, TOO_MUCH) from None
    if done.returncode:
        raise TemplateTrouble(template.name, None, TOO_MUCH)
    answer = json.loads(done.stdout)
    if "trouble" in answer:
        line, message = answer["trouble"]
        raise TemplateTrouble(template.name, line, message)
    return answer["made"]


def _answer(template: Template, request: Mapping[str, Any]) -> list[str] | int | None:
    from peercycle.documents.blame import line_of
    from peercycle.documents.environment import lay_out

    escape = request["escape"]
    if "line" in request:
        return line_of(template, escape, request["views"][0], request["line"])
    made: list[str] = []
    for view in request["views"]:
        made.append(lay_out(template, escape, view))
        if sum(map(len, made)) > MOST_TEXT:
            raise TemplateTrouble(template.name, None, "this template puts out too much text")
    return made


def limit() -> None:
    """Bound this process's memory and time where the system can; elsewhere the parent's stop-watch is the bound."""
    try:
        import resource
    except ImportError:
        return
    for what, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, SECONDS)):
        resource.setrlimit(what, (most, most))


def child() -> int:
    """Answer the request on stdin; the exit code is 1 where the bounds were passed."""
    import peercycle.documents.blame  # noqa: F401 - what is loaded first is not hindered by the bounds

    request = json.loads(sys.stdin.buffer.read())
    template = Template(request.pop("name"), request.pop("source"))
    limit()
    answer: dict[str, Any]
    try:
        answer = {"made": _answer(template, request)}
    except TemplateTrouble as trouble:
        answer = {"trouble": [trouble.line, trouble.message]}
    except MemoryError:
        return 1
    sys.stdout.write(json.dumps(answer))
    return 0


if __name__ == "__main__":
    sys.exit(child())
