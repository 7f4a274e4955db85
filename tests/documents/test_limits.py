"""A user's own template is laid out elsewhere, and not for ever."""

import sys
from pathlib import Path

import pytest

from peercycle.documents import limits
from peercycle.documents.limits import TOO_MUCH, blamed, texts
from peercycle.documents.templates import Template, TemplateTrouble

SOURCE = "# {{ title }}\n\n{% for x in xs %}\n- {{ x }}\n\n[a](b)\n{% endfor %}\nend"
VIEW = {"title": "T", "xs": ["one", "two"]}
TEXT = "# T\n\n- one\n\n[a](b)\n- two\n\n[a](b)\nend"
BEHIND = [(1, 1), (3, 4), (5, 6), (6, 4), (8, 6), (9, 8), (99, None)]


@pytest.mark.parametrize("own", [False, True], ids=["here", "in a child"])
def test_a_child_lays_out_what_we_do(own: bool) -> None:  # noqa: FBT001
    template = Template("t", SOURCE, own)
    assert texts(template, "markdown", [VIEW, VIEW]) == [TEXT, TEXT]
    assert [(line, blamed(template, "markdown", VIEW, line)) for line, _ in BEHIND] == BEHIND


OVER_AND_OVER = "{{% for a in xs %}}{}{{% endfor %}}"
ENDLESS = OVER_AND_OVER.format(OVER_AND_OVER.format(OVER_AND_OVER.format(OVER_AND_OVER.format(""))))
FOUR_TIMES = "{% macro m(x) %}{{ x }}{{ x }}{{ x }}{{ x }}{% endmacro %}"
ENORMOUS = f"{FOUR_TIMES}{{{{ {'m(' * 15}'xxxx'{')' * 15} }}}}"
VERY_LONG = "{% for a in xs %}{% for b in xs %}" + "x" * 20 + "{% endfor %}{% endfor %}"


@pytest.mark.parametrize(
    ("source", "message"),
    [(ENDLESS, TOO_MUCH), (ENORMOUS, TOO_MUCH), (VERY_LONG, "this template puts out too much text")],
    ids=["endless", "enormous", "very long"],
)
def test_a_template_without_measure_is_stopped(
    source: str, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if source is ENORMOUS and sys.platform == "win32":
        pytest.skip("memory is not bounded here")
    if source is ENDLESS:
        monkeypatch.setattr(limits, "SECONDS", 1)
    with pytest.raises(TemplateTrouble) as caught:
        texts(Template("t", source, own=True), "markdown", [{"xs": [1] * 1000}])
    assert caught.value.message == message


def test_modules_of_the_working_folder_are_not_loaded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "jinja2.py").write_text("raise SystemExit('taken in')")
    monkeypatch.chdir(tmp_path)
    assert texts(Template("t", "{{ title }}", own=True), "markdown", [VIEW]) == ["T"]


def test_a_child_that_breaks_down_is_not_said_to_take_too_long() -> None:
    with pytest.raises(TemplateTrouble) as caught:
        limits.in_child("peercycle.nothing", "t", {})
    message = caught.value.message
    assert message.startswith("what lays this template out broke down: ")
    assert message.endswith("No module named peercycle.nothing")
