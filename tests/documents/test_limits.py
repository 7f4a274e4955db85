"""A user's own template is laid out elsewhere, and not for ever."""

import sys
from pathlib import Path

import pytest

from peercycle.documents import limits
from peercycle.documents.limits import KILLED, TOO_LARGE, TOO_LONG, blamed, texts
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
    [(ENDLESS, TOO_LONG), (ENORMOUS, TOO_LARGE), (VERY_LONG, "this template puts out too much text")],
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


ENDINGS = [
    ("os.kill(os.getpid(), signal.SIGKILL)", KILLED),
    ("os.kill(os.getpid(), signal.SIGXCPU)", TOO_LONG),
    ("os.abort()", "what lays this template out broke down: SIGABRT"),
    ("sys.exit(3)", TOO_LARGE),
    ("sys.exit(4)", "what lays this template out broke down: exit code 4"),
    ("sys.exit('no memory of that')", "what lays this template out broke down: no memory of that"),
    ("raise MemoryError('x')", TOO_LARGE),
    ("sys.stderr.write('memory allocation of 9 bytes failed\\n'); os.abort()", TOO_LARGE),
    ("limits.limit(); [0 for _ in iter(int, 1)]", TOO_LONG),
]  # fmt: skip


@pytest.mark.skipif(sys.platform == "win32", reason="no signals end a process here")
@pytest.mark.parametrize(("deed", "message"), ENDINGS)
def test_how_a_child_ended_is_told_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, deed: str, message: str
) -> None:
    """The stop-watch of the parent waits longer than the child may reckon, so that the system's own bound is seen."""
    (tmp_path / "ending.py").write_text(
        f"import os, signal, sys\nfrom peercycle.documents import limits\nlimits.SECONDS = 1\n{deed}\n"
    )
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with pytest.raises(TemplateTrouble) as caught:
        limits.in_child("ending", "t", {})
    assert caught.value.message == message
