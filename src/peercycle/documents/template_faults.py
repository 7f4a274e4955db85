"""Everything that is wrong with a template: names that no document of its kind has, and what it cannot lay out."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from jinja2 import nodes
from jinja2.meta import find_undeclared_variables

from peercycle.documents.blame import line_of
from peercycle.documents.blocks import Refused, read_blocks
from peercycle.documents.environment import Escape, compiled, environment, lay_out, nearest
from peercycle.documents.templates import Template, TemplateTrouble

Fault = tuple[int | None, str]
Views = Sequence[Mapping[str, Any]]


def template_faults(template: Template, escape: Escape, views: Views) -> list[Fault]:
    """Return each fault once, by its line; what only some documents bring to light is found by laying out all of them."""
    if not views:  # what it may use is not known then, and it is read only
        return list(_unread(template, escape))
    found = dict.fromkeys([*_misspelt(template, escape, views), *_laid_out(template, escape, views)])
    return sorted(found, key=lambda fault: (fault[0] or 0, fault[1]))


def _unread(template: Template, escape: Escape) -> Iterator[Fault]:
    try:
        compiled(template, escape)
    except TemplateTrouble as trouble:
        yield trouble.line, trouble.message


def _misspelt(template: Template, escape: Escape, views: Views) -> Iterator[Fault]:
    """Yield the names that no view has, in parts of the template too that no view comes to."""
    jinja = environment(escape)
    try:
        tree = jinja.parse(template.source, template.name, template.name)
    except Exception:  # noqa: BLE001 - whatever it is, laying it out says it in our words
        return
    known = {*jinja.globals, *(key for view in views for key in view)}
    unknown = find_undeclared_variables(tree) - known
    for node in tree.find_all(nodes.Name):
        if node.name in unknown:
            yield node.lineno, nearest(f"there is no '{node.name}' here", sorted(known))


def _laid_out(template: Template, escape: Escape, views: Views) -> Iterator[Fault]:
    for view in views:
        try:
            text = lay_out(template, escape, view)
            if escape == "markdown":
                read_blocks(text)
        except TemplateTrouble as trouble:
            if not trouble.message.startswith("there is no '"):  # said already, with the nearest name
                yield trouble.line, trouble.message
        except Refused as refused:
            yield line_of(template, escape, view, refused.line), refused.message


def fields(views: Views) -> list[str]:
    """Return what a template may use, the fields of a list or a group in brackets: "later (what, when, who)"."""
    merged: dict[str, Any] = {}
    for view in views:
        _merge(merged, view)
    return [_named(name, held) for name, held in sorted(merged.items())]


def _merge(into: dict[str, Any], held: Mapping[str, Any]) -> None:
    """Take the fields of a mapping into a tree of names."""
    for key, value in held.items():
        inner = into.setdefault(str(key), {})
        for part in value if isinstance(value, (list, tuple)) else [value]:
            if isinstance(part, Mapping):
                _merge(inner, part)


def _named(name: str, held: Mapping[str, Any]) -> str:
    inner = ", ".join(_named(key, part) for key, part in sorted(held.items()))
    return f"{name} ({inner})" if inner else name
