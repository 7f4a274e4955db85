"""Everything that is wrong with a template: names that no document of its kind has, and what it cannot lay out."""

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Any, Final

from jinja2 import nodes
from jinja2.meta import find_undeclared_variables

from peercycle.documents.blame import line_of
from peercycle.documents.blocks import Refused, parts, read_blocks
from peercycle.documents.environment import Escape, compiled, environment, lay_out, nearest
from peercycle.documents.templates import NOTHING, Template, TemplateTrouble

Fault = tuple[int | None, str]
Views = Sequence[Mapping[str, Any]]
ALWAYS: Final = ("running",)
"""What every view has, whether its template uses it or not."""


def template_faults(template: Template, escape: Escape, views: Views, sample: str = "") -> list[Fault]:
    """Return each fault once, by its line; what only some documents bring to light is found by laying out all of them.

    Where there is none, a template is read only, and may use the names that a `sample`, a sound one of its kind, uses.
    """
    if views:
        names = sorted({key for view in views for key in view})
        found = [*_misspelt(template, escape, names), *_laid_out(template, escape, views)]
    else:
        names = [*names_of(sample), *ALWAYS]
        found = [*_misspelt(template, escape, names), *_only_read(template, escape, sample)]
    return sorted(dict.fromkeys(found), key=lambda fault: (fault[0] or 0, fault[1]))


def names_of(source: str) -> list[str]:
    """Return the names that a sound template uses of its view."""
    jinja = environment("markdown")
    return sorted(find_undeclared_variables(jinja.parse(source)) - {*jinja.globals})


def _misspelt(template: Template, escape: Escape, names: Sequence[str]) -> Iterator[Fault]:
    """Yield the names that are none of these, in parts of the template too that no view comes to."""
    jinja, tree = environment(escape), _tree(template, escape)
    if tree is None:
        return
    known = {*jinja.globals, *names}
    unknown = find_undeclared_variables(tree) - known
    for node in tree.find_all(nodes.Name):
        if node.name in unknown:
            yield node.lineno, nearest(f"there is no '{node.name}' here", sorted(known))


def _tree(template: Template, escape: Escape) -> nodes.Template | None:
    try:
        return environment(escape).parse(template.source, template.name, template.name)
    except Exception:  # noqa: BLE001 - whatever it is, laying it out says it in our words
        return None


def _only_read(template: Template, escape: Escape, sample: str) -> Iterator[Fault]:
    """Yield what reading alone shows: what cannot be read, fields that a sample does not use, and that nothing is put out."""
    try:
        compiled(template, escape)
    except TemplateTrouble as trouble:
        yield trouble.line, trouble.message
    tree = _tree(template, escape)
    if tree is None:
        return
    known = [name for _, name in _fields_in(environment("markdown").parse(sample))]
    for line, name in _fields_in(tree):
        if name not in known:
            close = get_close_matches(name, known, 1, 0.6)
            advice = f"did you mean '{close[0]}'?" if close else "the shipped template uses none of that name"
            yield line, f"there is no field '{name}' here; {advice}"
    put_out = [part for node in tree.find_all(nodes.Output) for part in node.nodes]
    if not any(part.data.strip() if isinstance(part, nodes.TemplateData) else part for part in put_out):
        yield None, NOTHING


def _fields_in(tree: nodes.Template) -> Iterator[tuple[int, str]]:
    """Yield each field that a template uses, with its line; those of `loop` are Jinja's own."""
    named = [(node.node, node.lineno, node.attr) for node in tree.find_all(nodes.Getattr)]
    given = [
        (node.node, node.lineno, node.arg.value)
        for node in tree.find_all(nodes.Getitem)
        if isinstance(node.arg, nodes.Const)
    ]
    for held, line, name in [*named, *given]:
        if isinstance(name, str) and not (isinstance(held, nodes.Name) and held.name == "loop"):
            yield line, name


def _laid_out(template: Template, escape: Escape, views: Views) -> Iterator[Fault]:
    """Yield what comes to light by laying out every view; of one paper that is all title, others may say more."""
    said: list[bool] = []
    for view in views:
        try:
            text = lay_out(template, escape, view)
            if not text.strip():
                yield None, NOTHING
            elif escape == "markdown":
                title, body = parts(read_blocks(text))
                said.append(bool(body))
                if not any(run.get("text", "").strip() for run in title):
                    yield None, "this template leaves the title empty"
        except TemplateTrouble as trouble:
            if not trouble.message.startswith("there is no '"):  # said already, with the nearest name
                yield trouble.line, trouble.message
        except Refused as refused:
            yield line_of(template, escape, view, refused.line), refused.message
    if len(said) == len(views) and not any(said):
        yield None, "this template puts out nothing but a title"


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
