"""A user's own template kept in bounds: laid out in a child process with little time and memory.

Started as a module, this file is that child: a request as JSON on stdin, its answer as JSON on stdout.
"""

import json
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from peercycle.documents.templates import Template, TemplateTrouble

MODULE: Final = "peercycle.documents.limits"
SECONDS: Final = 5
MEMORY: Final = 512 * 1024 * 1024
"""Of address space, in bytes; a child that lays out a checklist takes a quarter of it."""
MOST_TEXT: Final = 8 * 1024 * 1024
TOO_LONG: Final = f"this template did not come to an end within {SECONDS} seconds"
TOO_LARGE: Final = f"this template took more than {MEMORY >> 20} MiB of memory"
KILLED: Final = "the system stopped what lays this template out, as it does when the computer runs out of memory; try again"
PASSED: Final = 3
"""The exit code of a child that came to the end of its memory."""
_ENDED: Final = {PASSED: TOO_LARGE, -24: TOO_LONG, -9: KILLED}
"""Why a child gave no answer by how it ended: by itself, at its bound of time (SIGXCPU), or killed by somebody else (SIGKILL)."""
_OUT_OF_MEMORY: Final = re.compile(r"^(MemoryError\b|memory allocation of \d+ bytes failed)", re.MULTILINE)
"""What Python and typst say last when they get no more memory."""
_ALONE: Final = {
    "RAYON_NUM_THREADS": "1",
    "HTTP_PROXY": "http://127.0.0.1:9",
    "HTTPS_PROXY": "http://127.0.0.1:9",
}
"""A child has one thread, since each takes address space, and fetches nothing from anywhere: these stand in for whatever
proxies the user has set, in capitals or not, and for the exceptions from them."""

Request = Mapping[str, Any]
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


def faults(template: Template, escape: str, views: Views, sample: str = "") -> list[tuple[int | None, str]]:
    """Return everything that is wrong with a template, each with its line; raises TemplateTrouble where it takes too much.

    `sample` is the text of a sound one of its kind, by whose names it is judged where there is no view.
    """
    request = {"escape": escape, "views": views, "sample": sample}
    found = _asked(template, request) if template.own else _answer(template, request)
    return [(line, message) for line, message in found]


def _asked(template: Template, request: Request) -> Any:
    return in_child(MODULE, template.name, {"name": template.name, "source": template.source, **request})


def in_child(module: str, name: str, request: Request) -> Any:
    """Return what a child process answers that a module is started as; raises TemplateTrouble with the template's name.

    -P keeps modules that lie in the working folder out of it.
    """
    import os
    import subprocess

    command = [sys.executable, "-P", "-m", module]
    sent = json.dumps(request).encode()
    around = {key: value for key, value in os.environ.items() if not key.lower().endswith("_proxy")} | _ALONE
    try:
        done = subprocess.run(  # noqa: S603
            command, input=sent, capture_output=True, timeout=SECONDS, check=False, env=around
        )
    except subprocess.TimeoutExpired:
        raise TemplateTrouble(name, None, TOO_LONG) from None
    if done.returncode:
        raise TemplateTrouble(name, None, _ended(done.returncode, done.stderr.decode(errors="replace")))
    answer = json.loads(done.stdout)
    if "trouble" in answer:
        raise TemplateTrouble(*answer["trouble"])
    return answer["made"]


def _ended(code: int, said: str) -> str:
    """Return why a child gave no answer: it passed its bounds, was killed, or broke down, and then what it said last."""
    if code in _ENDED:
        return _ENDED[code]
    if _OUT_OF_MEMORY.search(said):
        return TOO_LARGE
    last = next((line.strip() for line in reversed(said.splitlines()) if line.strip()), _by(code))
    return f"what lays this template out broke down: {last}"


def _by(code: int) -> str:
    """Return how a process ended in a word, such as "SIGSEGV" or "exit code 4"."""
    from signal import Signals

    known = {-each.value: each.name for each in Signals}
    return known.get(code, f"exit code {code}")


def _answer(template: Template, request: Request) -> Any:
    from peercycle.documents.blame import line_of
    from peercycle.documents.environment import lay_out

    escape = request["escape"]
    if "sample" in request:
        from peercycle.documents.template_faults import template_faults

        return template_faults(template, escape, request["views"], request["sample"])
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
    # Where both bounds of time were one, the system would kill as it does for want of memory, and not tell which it was.
    for what, most, last in (
        (resource.RLIMIT_AS, MEMORY, MEMORY),
        (resource.RLIMIT_CPU, SECONDS, SECONDS + 1),
    ):
        resource.setrlimit(what, (most, last))


def serve(answer: Callable[[Request], Any]) -> int:
    """Answer the request on stdin within bounds; the exit code is PASSED where they were passed."""
    request = json.loads(sys.stdin.buffer.read())
    limit()
    said: dict[str, Any]
    try:
        said = {"made": answer(request)}
    except TemplateTrouble as trouble:
        said = {"trouble": [trouble.name, trouble.line, trouble.message]}
    except MemoryError:
        return PASSED
    sys.stdout.write(json.dumps(said))
    return 0


def child() -> int:
    """Be the child that lays out a template of Jinja's."""
    import peercycle.documents.blame  # noqa: F401 - what is loaded first is not hindered by the bounds

    return serve(lambda request: _answer(Template(request["name"], request["source"]), request))


if __name__ == "__main__":
    sys.exit(child())
