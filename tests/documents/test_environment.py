"""Templates only lay out; what goes wrong in one is told with its line."""

from typing import Any

import pytest

from peercycle.documents.limits import texts
from peercycle.documents.templates import LARGEST, Template, TemplateTrouble

VIEW: dict[str, Any] = {
    "name": "*Bolton*",
    "items": [{"what": "a|b", "done": True}, {"what": "c", "done": False}],
    "yes": True,
    "nothing": None,
}


def laid_out(source: str, escape: str = "markdown", *, own: bool = False) -> str:
    """Return the view laid out by a template."""
    return texts(Template("t.md.j2", source, own), escape, [VIEW])[0]


LAID_OUT = [
    ("{{ name }}", "\\*Bolton\\*"),
    ("{% for item in items %}\n- {{ item.what }}\n{% endfor %}", "- a\\|b\n- c\n"),
    ("{% macro two(x) %}{{ x }}{{ x }}{% endmacro %}{{ two(name) }}", "\\*Bolton\\*\\*Bolton\\*"),
    ("{% set x %}<{{ name }}>{% endset %}{{ x }}", "<\\*Bolton\\*>"),
    ("{{ items|length }} {{ (items|first).what }} {{ (items|last).what }}", "2 a\\|b c"),
    ("{{ [name, 'x']|join }}", "\\*Bolton\\*, x"),
    ("{{ tick('Send it/now', yes) }}", "[x]{id=send-it-now}"),
    ("{% if yes and not items[1].done %}1{% endif %}", "1"),
    ("{% for item in items %}{{ loop.index }}{% endfor %}", "12"),
]


@pytest.mark.parametrize(("source", "expected"), LAID_OUT)
def test_a_template_prints_fields_and_they_are_escaped(source: str, expected: str) -> None:
    assert laid_out(source) == expected


def test_in_html_data_is_escaped_for_html() -> None:
    assert laid_out("<p>{{ name }} {{ '<b> & \"' }}</p>", "html") == "<p>*Bolton* &lt;b&gt; &amp; &#34;</p>"


TROUBLE = [
    ("a\nb\n{{ nmae }}", 3, "there is no 'nmae' here; did you mean 'name'?"),
    ("{% for item in items %}\n{{ item.waht }}\n{% endfor %}", 2, "there is no field 'waht' here; did you mean 'what'?"),
    ("{{ items[0].zzz }}", 1, "there is no field 'zzz' here; there is done, what"),
    ("{% if nmae %}x{% endif %}", 1, "there is no 'nmae' here; did you mean 'name'?"),
    ("{{ [nmae]|join }}", 1, "there is no 'nmae' here; did you mean 'name'?"),
    ("{{ items }}", 1, "only a text can be printed here, not a list"),
    ("{{ items[0] }}", 1, "only a text can be printed here, not a group of fields"),
    ("{{ yes }}", 1, "only a text can be printed here, not true or false"),
    ("{{ nothing }}", 1, "only a text can be printed here, not this"),
    ("{{ [tick('a', yes), name]|join }}", 1, "only a text can be printed here, not this"),
    ("x\n{% if %}", 2, "Expected an expression, got 'end of statement block'"),
    ("{{ name|safe }}", 1, "No filter named 'safe'"),
    ("{{ name ~ name }}", 1, "a template only lays out; it cannot join texts with ~"),
    ("{{ name * 9 }}", 1, "a template only lays out; it cannot reckon"),
    ("{{ -1 }}", 1, "a template only lays out; it cannot reckon"),
    ("{% include 'x' %}", 1, "a template only lays out; it cannot take in another file"),
    ("{% extends 'x' %}", 1, "a template only lays out; it cannot take in another file"),
    ("{% autoescape false %}{{ name }}{% endautoescape %}", 1, "a template only lays out; it cannot switch escaping off"),
    ("{{ name.__class__ }}", 1, "there is no '__class__' here"),
    ("{{ name.format(1) }}", 1, "there is no 'format' here"),
    ("{{ name['upper']() }}", 1, "there is no 'upper' here"),
    ("{{ items.append(1) }}", 1, "there is no 'append' here"),
    ("{{ self }}", 1, "only a text can be printed here, not this"),
    ("{{ range(9) }}", 1, "there is no 'range' here"),
    ("{{ loop }}", 1, "there is no 'loop' here"),
    ("{{ tick('a') }}", 1, "tick() missing 1 required positional argument: 'done'"),
    ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", None, "this template calls itself without an end"),
    ("{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}", None, "this template is nested too deeply"),
    ("x" * (LARGEST + 1), None, "this file is too large for a template"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("source", "line", "message"), TROUBLE, ids=[message[:60] for _, _, message in TROUBLE]
)
def test_trouble_is_told_with_the_line(source: str, line: int | None, message: str) -> None:
    with pytest.raises(TemplateTrouble) as caught:
        laid_out(source)
    assert (caught.value.name, caught.value.line, caught.value.message) == ("t.md.j2", line, message)
    assert str(caught.value) == (f"t.md.j2:{line}: {message}" if line else f"t.md.j2: {message}")


@pytest.mark.parametrize(("source", "line", "message"), [TROUBLE[0], TROUBLE[10], TROUBLE[-3]])
def test_a_child_tells_the_same(source: str, line: int | None, message: str) -> None:
    with pytest.raises(TemplateTrouble) as caught:
        laid_out(source, own=True)
    assert (caught.value.name, caught.value.line, caught.value.message) == ("t.md.j2", line, message)
