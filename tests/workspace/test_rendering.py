"""Documents made for a workspace: whose template, under which name, and the same bytes each time."""

from pathlib import Path

import pytest

from peercycle.documents import templates
from peercycle.documents.edition import Edition
from peercycle.documents.templates import LARGEST, Template, TemplateTrouble, shipped
from peercycle.workspace.files import FileTrouble
from peercycle.workspace.own_templates import template_for
from peercycle.workspace.rendering import FORMATS, Made, file_part, make, stems
from tests.documents.made import MADE_UP, REAL, edition, edition_of
from tests.schedule.small_cycles import NAMED, plan_of

OWN = "# {{ title }}: our own\n\n{{ opening.first }}\n\n{.provenance}\n{{ provenance }}\n"
OWN_HOUSE = (
    "<!DOCTYPE html>\n<title>{{ title }}</title>\n{% for block in blocks %}{{ block.kind }} {% endfor %}\n"
)


@pytest.fixture
def cycle_file(tmp_path: Path) -> Path:
    """Return the path of a cycle file in a workspace of its own."""
    (tmp_path / "cycles").mkdir()
    (tmp_path / "templates").mkdir()
    path = tmp_path / "cycles" / "2017-18.yaml"
    path.write_bytes(REAL.read_bytes())
    return path


def put(cycle_file: Path, name: str, source: str | bytes) -> Path:
    """Write a template into a workspace."""
    path = cycle_file.parent.parent / "templates" / name
    path.write_bytes(source if isinstance(source, bytes) else source.encode())
    return path


def made(cycle_file: Path, *formats: str) -> list[Made]:
    """Return Bolton's checklist as a workspace makes it."""
    return list(make(edition(REAL, "2017-12-01"), cycle_file, "checklist", ["bolton"], formats))


def test_without_a_template_of_its_own_a_workspace_uses_the_shipped_one(cycle_file: Path) -> None:
    assert template_for(cycle_file, "checklist.md.j2") == shipped("checklist.md.j2")


@pytest.mark.parametrize(
    "change",
    [lambda text: text, lambda text: "\ufeff" + text.replace("\n", "\r\n")],
    ids=["same", "saved in Notepad"],
)
def test_a_template_that_says_the_same_counts_as_shipped(cycle_file: Path, change: object) -> None:
    assert callable(change)
    put(cycle_file, "agenda.md.j2", change(shipped("agenda.md.j2").source))
    assert template_for(cycle_file, "agenda.md.j2").own is False


def test_a_template_of_its_own_comes_first(cycle_file: Path) -> None:
    path = put(cycle_file, "checklist.md.j2", OWN)
    put(cycle_file, "house.html.j2", OWN_HOUSE)
    assert template_for(cycle_file, "checklist.md.j2") == Template(str(path), OWN, own=True)
    markdown, page = made(cycle_file, "md", "html")
    assert markdown.content.decode() == (
        "# Bolton: peer challenge checklist, 2017/18: our own\n\n"
        "First, ask the SLI team which BPN Bolton is in, and in which round Bolton is challenged: December or January.\n\n"
        "Draft: 11 questions open. Made from cycle file 2017-18, state abc123, as at Friday 1 December 2017.\n"
    )
    assert page.content == (
        b"<!DOCTYPE html>\n<title>Bolton: peer challenge checklist, 2017/18</title>\nheading paragraph paragraph\n"
    )


TROUBLE = [
    ("checklist.md.j2", "# {{ title }}\n\n{{ nmae }}\n", 3, "there is no 'nmae' here; did you mean 'name'?"),
    ("checklist.md.j2", "# {{ title }}\n\n{{ opening.frist }}\n", 3, "there is no field 'frist' here; did you mean 'first'?"),
    ("checklist.md.j2", "# {{ title }}\n{% for row in later %}\n- {{ row.waht }}\n{% endfor %}", 3, "there is no field 'waht' here; did you mean 'what'?"),
    ("checklist.md.j2", "Title: {{ title }}", 1, "the first heading has to be the title, # and a space"),
    ("checklist.md.j2", "# {{ title }}\n\n{% if later %}\n{% for row in later %}\n- {{ tick('a', false) }}\n{% endfor %}\n{% endif %}", 5, "the id 'a' stands here a second time"),
    ("checklist.md.j2", "# {{ title }}\n\n[x](javascript:alert(1))\n", 3, "a link leads to a web page, a mailbox or a heading, not to 'javascript:alert(1)'"),
    ("checklist.md.j2", b"# {{ title }}\n\xff\n", 2, "this is not UTF-8 text; save it as UTF-8"),
    ("checklist.md.j2", "x" * (LARGEST + 1), None, "this file is too large for a template"),
    ("house.html.j2", "\n{{ tilte }}", 2, "there is no 'tilte' here; did you mean 'title'?"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "source", "line", "message"), TROUBLE, ids=[message[:40] for *_, message in TROUBLE]
)
def test_trouble_names_the_template_and_its_line(
    cycle_file: Path, name: str, source: str | bytes, line: int | None, message: str
) -> None:
    path = put(cycle_file, name, source)
    with pytest.raises(TemplateTrouble) as caught:
        made(cycle_file, "md", "html")
    assert (caught.value.name, caught.value.line, caught.value.message) == (str(path), line, message)


def test_a_folder_is_no_template(cycle_file: Path) -> None:
    (cycle_file.parent.parent / "templates" / "checklist.md.j2").mkdir()
    with pytest.raises(FileTrouble, match="this is a folder, a template is wanted"):
        made(cycle_file, "md")


def test_the_same_input_gives_the_same_bytes() -> None:
    first, second = (
        list(make(Edition(edition(MADE_UP, "2026-11-23").status, "s"), MADE_UP, kind, subjects, FORMATS))
        for kind, subjects in [("checklist", ["quillmere", "hollinsea"])] * 2
    )
    assert first == second
    assert [document.name for document in first] == [
        "2026-27-checklist-quillmere.md", "2026-27-checklist-hollinsea.md",
        "2026-27-checklist-quillmere.html", "2026-27-checklist-hollinsea.html",
        "2026-27-checklist-quillmere.docx", "2026-27-checklist-hollinsea.docx",
        "2026-27-checklist-quillmere.pdf", "2026-27-checklist-hollinsea.pdf",
    ]  # fmt: skip


NAMES = [
    ("2017-18 agenda forum/december/bpn-trafford", "2017-18-agenda-forum-december-bpn-trafford"),
    ("../../etc/passwd", "etc-passwd"),
    ("C:\\x", "c-x"),
    ("Été", "t"),
    ("", "cycle"),
]


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_file_names_are_plain(text: str, expected: str) -> None:
    assert file_part(text) == expected


STEMS = [
    (["a/b", "a-b"], ["x-a-b", "x-a-b-2"]),
    (["a/b", "a-b", "a+b"], ["x-a-b", "x-a-b-2", "x-a-b-3"]),
    (["a-b-2", "a/b", "a-b"], ["x-a-b-2", "x-a-b", "x-a-b-3"]),
]


@pytest.mark.parametrize(("subjects", "expected"), STEMS)
def test_every_document_has_a_name_of_its_own(subjects: list[str], expected: list[str]) -> None:
    assert stems("x", subjects) == expected


def test_two_documents_never_have_one_name() -> None:
    programme = """
    events:
      talk: {title: Talk, for: each group, date: Tuesday 8 December 2026}
      talk-coast: {title: Talk, date: Tuesday 8 December 2026}
    """
    of = edition_of(plan_of(programme, NAMED), "2026-11-02")
    names = [document.name for document in make(of, REAL, "agenda", ["talk/coast", "talk-coast"], ["md"])]
    assert names == ["2026-27-agenda-talk-coast.md", "2026-27-agenda-talk-coast-2.md"]


def test_an_installed_package_brings_its_templates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    installed = tmp_path / "peercycle" / "templates"
    installed.mkdir(parents=True)
    (installed / "checklist.md.j2").write_text("installed", encoding="utf-8")
    monkeypatch.setattr(templates, "__file__", str(tmp_path / "peercycle" / "documents" / "templates.py"))
    assert shipped("checklist.md.j2").source == "installed"
