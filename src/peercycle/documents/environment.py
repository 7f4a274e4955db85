"""Templates laid out: plain data in, text out, and no way from a template or its data to anything else.

Imported only where something is rendered: Jinja is heavy.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import Any, Final, Literal

from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError, UndefinedError, nodes
from jinja2 import Template as Compiled
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from peercycle.diagnostics.show import show
from peercycle.documents.escaping import as_markdown, clean
from peercycle.documents.templates import LARGEST, Template, TemplateTrouble

Escape = Literal["markdown", "html"]
_MORE_THAN_LAYOUT: Final[dict[type[nodes.Node], str]] = {
    nodes.Concat: "join texts with ~",
    nodes.BinExpr: "reckon",
    nodes.UnaryExpr: "reckon",
    nodes.EvalContextModifier: "switch escaping off",
    nodes.Include: "take in another file",
    nodes.Import: "take in another file",
    nodes.FromImport: "take in another file",
    nodes.Extends: "take in another file",
}
"""What Jinja knows and a template here may not do: the view has chosen, sorted and worded everything already."""
_LOGIC: Final = (nodes.And, nodes.Or, nodes.Not)


class Missing(StrictUndefined):
    """A field that the view does not have; using it is an error that names the nearest ones."""

    @property
    def _undefined_message(self) -> str:
        from difflib import get_close_matches

        held = self._undefined_obj
        name = str(self._undefined_name)
        known = [str(key) for key in held] if isinstance(held, Mapping) else []
        close = get_close_matches(name, known, 1, 0.6)
        if known:
            advice = f"did you mean '{close[0]}'?" if close else f"there is {', '.join(sorted(known))}"
            return f"there is no field '{name}' here; {advice}"
        return f"there is no '{name}' here"


class Layout(ImmutableSandboxedEnvironment):
    """Jinja cut down to laying out: fields of plain data, loops, conditions and macros."""

    def __init__(self, finalize: Callable[[Any], str]) -> None:
        super().__init__(
            undefined=Missing,
            autoescape=True,
            finalize=finalize,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            optimized=False,  # there is nothing to reckon beforehand, and looking for it takes time
        )
        self.globals = {"tick": tick}
        self.filters = {"join": _join, "length": len, "first": _first, "last": _last}

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return a field of a mapping or of `loop`; everything else has none."""
        if isinstance(obj, dict):
            try:
                return obj[attribute]
            except KeyError:
                return self.undefined(obj=obj, name=attribute)
        if isinstance(obj, LoopContext):
            return super().getattr(obj, attribute)
        return self.undefined(obj=obj, name=attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Return an item of a list or a mapping; there is no other way in."""
        try:
            return obj[argument]
        except (TypeError, LookupError):
            return self.undefined(obj=obj, name=argument)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """Return a template's tree, refusing what is more than layout."""
        tree = super()._parse(source, name, filename)
        for node in tree.find_all(tuple(_MORE_THAN_LAYOUT)):
            if not isinstance(node, _LOGIC):
                deed = next(deed for kind, deed in _MORE_THAN_LAYOUT.items() if isinstance(node, kind))
                raise TemplateSyntaxError(f"a template only lays out; it cannot {deed}", node.lineno, name)
        return tree


def tick(key: str, done: bool) -> Markup:  # noqa: FBT001 - a template calls it so
    """Return a box to tick, with the id that a filled-in document is read back by."""
    ident = "-".join("".join(c if c.isascii() and c.isalnum() else " " for c in str(key)).lower().split())
    return Markup("[{}]{{id={}}}").format("x" if done else " ", ident)


def _join(items: Iterable[str], between: str = ", ") -> str:
    return between.join(map(_text, items))


def _first(items: Sequence[Any]) -> Any:
    return items[0]


def _last(items: Sequence[Any]) -> Any:
    return items[-1]


def _text(value: Any) -> str:
    if isinstance(value, Missing):
        return str(value)  # says what is missing
    if isinstance(value, Markup) or not isinstance(value, (str, int)) or isinstance(value, bool):
        kinds = {dict: "a group of fields", list: "a list", tuple: "a list", bool: "true or false"}
        raise UndefinedError(f"only a text can be printed here, not {kinds.get(type(value), 'this')}")
    return str(value)


def _in_markdown(value: Any) -> str:
    return value if isinstance(value, Markup) else Markup(as_markdown(_text(value)))  # noqa: S704


def _in_html(value: Any) -> str:
    return value if isinstance(value, Markup) else show(_text(value))


@cache
def environment(escape: Escape) -> Layout:
    """Return the environment that escapes for Markdown or for HTML."""
    return Layout(_in_markdown if escape == "markdown" else _in_html)


@cache
def compiled(template: Template, escape: Escape) -> Compiled:
    """Return a template ready to lay views out; raises TemplateTrouble where it cannot be read."""
    if len(template.source) > LARGEST:
        raise TemplateTrouble(template.name, None, "this file is too large for a template")
    try:
        jinja = environment(escape)
        code = jinja.compile(template.source, template.name, template.name)
        return Compiled.from_code(jinja, code, jinja.globals)
    except TemplateSyntaxError as error:
        raise TemplateTrouble(template.name, error.lineno, _sentence(error)) from None
    except (RecursionError, SyntaxError):
        raise TemplateTrouble(template.name, None, "this template is nested too deeply") from None


def lay_out(template: Template, escape: Escape, view: Mapping[str, Any]) -> str:
    """Return one view laid out by a template, in this process; raises TemplateTrouble."""
    return rendered(template, compiled(template, escape), view)


def rendered(template: Template, ready: Compiled, view: Mapping[str, Any]) -> str:
    """Return one view laid out by a compiled template; raises TemplateTrouble."""
    try:
        return ready.render(view)
    except (TemplateError, TypeError, ValueError, LookupError) as error:
        message = nearest(_sentence(error), view)
        raise TemplateTrouble(template.name, _line(error, template.name), message) from None
    except RecursionError:
        raise TemplateTrouble(template.name, None, "this template calls itself without an end") from None


def nearest(message: str, known: Iterable[str]) -> str:
    """Return what is said of a name that no view has, with the nearest name that there is."""
    from difflib import get_close_matches

    found = re.fullmatch("there is no '(.+)' here", message)
    close = get_close_matches(found[1], list(known), 1, 0.6) if found else []
    return f"{message}; did you mean '{close[0]}'?" if close else message


def _line(error: BaseException, name: str) -> int | None:
    """Return the template's line that an error came from: Jinja has put its lines into the traceback."""
    found, step = None, error.__traceback__
    while step:
        if step.tb_frame.f_code.co_filename == name:
            found = step.tb_lineno
        step = step.tb_next
    return found


def _sentence(error: BaseException) -> str:
    text = getattr(error, "message", None) or str(error)
    return clean(text).rstrip(".") or type(error).__name__
