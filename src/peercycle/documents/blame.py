"""Which line of a template put out a line of the text: asked only when the text is refused."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from jinja2 import Template as Compiled
from jinja2 import nodes

from peercycle.documents.environment import Escape, environment, rendered
from peercycle.documents.templates import Template

_MARKED: Final = re.compile("\ue000([0-9]+)\ue001([^\ue000]*)")
"""A line's number between two private characters, which data cannot hold, and what the line put out."""


def line_of(template: Template, escape: Escape, view: Mapping[str, Any], line: int) -> int | None:
    """Return the template's line behind a line of its text, both counted from 1; None where there is none."""
    jinja = environment(escape)
    tree = jinja.parse(template.source, template.name, template.name)
    for data in tree.find_all(nodes.TemplateData):
        data.data = "\n".join(_marked(data.data, data.lineno))
    code = jinja.compile(tree, template.name, template.name)
    lines = rendered(template, Compiled.from_code(jinja, code, jinja.globals), view).split("\n")
    marks = _MARKED.findall(lines[line - 1]) if line <= len(lines) else []
    visible = [number for number, text in marks if text.strip()]
    return next((int(number) for number in [*visible, *(number for number, _ in marks)]), None)


def _marked(text: str, first: int) -> Iterator[str]:
    for number, line in enumerate(text.split("\n"), first):
        yield f"\ue000{number}\ue001{line}"
