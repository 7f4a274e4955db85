"""`peercycle templates check`: every template with what it may use, and every fault of a workspace's own in one run."""

import sys
from pathlib import Path
from typing import Any

import pytest

from peercycle.documents.kinds import KINDS
from peercycle.documents.template_faults import fields
from peercycle.documents.templates import Template, shipped, shipped_specimen
from tests.cli.conftest import MADE_UP, REAL, Call
from tests.cli.test_small_cycles import SMALL

ON = ("--on", "2017-12-01")


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """Return a workspace with the real cycle file and an empty folder of templates."""
    for folder in ("cycles", "templates"):
        (tmp_path / folder).mkdir()
    (tmp_path / "cycles" / "2017-18.yaml").write_bytes(Path(REAL).read_bytes())
    return tmp_path


def check(call: Call, workspace: Path) -> tuple[int, str]:
    """Return the exit code and the output for a workspace, its path shortened."""
    answer = call("templates", "check", "-c", str(workspace / "cycles" / "2017-18.yaml"), *ON, columns=120)
    assert answer.err == ""
    return answer.code, answer.out.replace(str(workspace), "~")


def test_the_shipped_ones_are_all_there_and_in_order(call: Call) -> None:
    answer = call("templates", "check", "-c", MADE_UP, "--on", "2026-11-23")
    assert answer.code == 0
    names = [line.split()[0] for line in answer.out.splitlines() if "as peercycle ships it" in line]
    assert names == [
        *(f"{kind}.md.j2" for kind in KINDS),
        "letter.md.j2",
        "house.html.j2",
        "house.docx",
        "house.typ",
    ]
    assert answer.out.endswith(f"No fault in {len(names)} templates, 0 of them this workspace's own.\n")
    words = " ".join(answer.out.split())
    assert "later (lead, what, when, who)" in words
    assert "glossary (meaning, short)" in words


OWN = """# {{ titel }}

{% if overdue %}
{{ ovredue }}
{% endif %}
{% for row in later %}
- {{ row.waht }}
{% endfor %}
[x](javascript:alert)
"""


def test_every_fault_is_told_in_one_run(call: Call, workspace: Path) -> None:
    (workspace / "templates" / "checklist.md.j2").write_text(OWN, encoding="utf-8")
    (workspace / "templates" / "agenda.md.j2").write_text("# {{ title }}\n\n{{ 1 + 1 }}\n", encoding="utf-8")
    (workspace / "templates" / "house.html.j2").write_text("{{ tilte }}", encoding="utf-8")
    (workspace / "templates" / "house.docx").write_bytes(b"")
    (workspace / "templates" / "house.typ").write_text("#let x = \n", encoding="utf-8")
    (workspace / "templates" / "cheklist.md.j2").write_text("x", encoding="utf-8")
    (workspace / "templates" / "fonts").mkdir()
    (workspace / "templates" / "logo.svg").write_text("<svg/>", encoding="utf-8")
    code, out = check(call, workspace)
    assert code == 1
    words, expected = (
        " ".join(out.split()),
        [
            "error ~/templates/checklist.md.j2:1: there is no 'titel' here; did you mean 'title'?",
            "error ~/templates/checklist.md.j2:4: there is no 'ovredue' here; did you mean 'overdue'?",
            "error ~/templates/agenda.md.j2:3: a template only lays out; it cannot reckon",
            "error ~/templates/house.html.j2:1: there is no 'tilte' here; did you mean 'title'?",
            "error ~/templates/house.docx: this file is empty",
            "error ~/templates/house.typ:1: typst cannot lay this out: expected expression",
            "error ~/templates/cheklist.md.j2: no template is called so; did you mean checklist.md.j2?",
        ],
    )
    assert [fault for fault in expected if fault not in words] == []
    assert sum(line.startswith("  error") for line in out.splitlines()) == len(expected)
    assert words.endswith(
        f" 7 faults in {len(KINDS) + 4} templates, 5 of them this workspace's own. At fault: checklist.md.j2, agenda.md.j2, "
        "house.html.j2, house.docx, house.typ and cheklist.md.j2."
    )


@pytest.mark.parametrize(
    ("source", "faults"),
    [
        ("# {{ title }}\n\nText\n", []),
        ("# {{ title }}\n\n{% for row in later %}\n- {{ row.what }}\n{% endfor %}\n", []),
        ("# {{ title }}\n\n{.provenance}\nMade from x\n", [(None, "this template puts out nothing but a title")]),
        ("{% if overdue %}# {{ title }}{% endif %}\n", [(None, "this template puts out nothing")]),
        ("#\n\nText\n", [(None, "this template leaves the title empty")]),
        (OWN.replace("titel", "title").replace("ovredue", "title"), [
            (7, "there is no field 'waht' here; did you mean 'what'?"), (9, "a link leads to a web page, a mailbox or a heading, not to 'javascript:alert'"),
        ]),
        ("{% if %}", [(1, "Expected an expression, got 'end of statement block'")]),
        ("no title\n", [(1, "the first heading has to be the title, # and a space")]),
    ],
    ids=["sound", "one says more", "only a title", "nothing", "empty title", "two views, two faults", "broken", "no title"],
)  # fmt: skip
@pytest.mark.parametrize("own", [False, True], ids=["here", "in a child"])
def test_what_only_some_documents_bring_to_light_is_found(
    source: str,
    faults: list[tuple[int, str]],
    own: bool,  # noqa: FBT001
) -> None:
    from peercycle.documents.limits import faults as found

    views: list[dict[str, Any]] = [
        {"title": "T", "overdue": [], "later": []},
        {"title": "T", "overdue": [], "later": [{"what": "x"}]},
    ]
    template = Template("t", source, own)
    assert found(template, "markdown", views) == faults


def test_a_template_that_takes_too_long_is_a_fault(
    call: Call, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("peercycle.documents.limits.SECONDS", 1)
    loop = "{% for a in later %}" * 12 + "x" + "{% endfor %}" * 12
    (workspace / "templates" / "checklist.md.j2").write_text(f"# {{{{ title }}}}\n{loop}", encoding="utf-8")
    code, out = check(call, workspace)
    assert code == 1
    assert "this template did not come to an end within 5 seconds" in " ".join(out.split())


def test_what_a_template_may_use_is_named_with_its_parts() -> None:
    views: list[dict[str, Any]] = [
        {"title": "T", "rows": [{"when": "w"}, {"who": {"name": "n"}}]},
        {"more": ["a"], "rows": []},
    ]
    assert fields(views) == ["more", "rows (when, who (name))", "title"]


def test_a_workspaces_copies_of_the_shipped_ones_are_not_its_own(call: Call, workspace: Path) -> None:
    (workspace / "templates" / "checklist.md.j2").write_text(
        shipped("checklist.md.j2").source, encoding="utf-8"
    )
    (workspace / "templates" / "house.docx").write_bytes(shipped_specimen("house.docx").content)
    code, out = check(call, workspace)
    assert (code, "0 of them this workspace's own" in out) == (0, True)


def test_a_template_that_no_paper_is_due_for_is_read_all_the_same(call: Call, workspace: Path) -> None:
    (workspace / "templates" / "letter.md.j2").write_text("# {{ title }}\n\n{% if %}\n", encoding="utf-8")
    code, out = check(call, workspace)
    assert code == 1
    words = " ".join(out.split())
    assert "letter.md.j2:3: Expected an expression, got 'end of statement block'" in words
    assert "not tried: no letter is due that day" in words


@pytest.mark.parametrize(("module", "name"), [("docx", "house.docx"), ("typst", "house.typ")])
def test_an_own_house_whose_library_is_missing_is_not_said_to_be_fine(
    call: Call, workspace: Path, monkeypatch: pytest.MonkeyPatch, module: str, name: str
) -> None:
    (workspace / "templates" / name).write_bytes(b"anything")
    monkeypatch.setitem(sys.modules, module, None)
    for held in [held for held in sys.modules if held.startswith(("peercycle.exports.", f"{module}."))]:
        monkeypatch.delitem(sys.modules, held)
    code, out = check(call, workspace)
    words = " ".join(out.split())
    assert code == 2
    sentences = {
        "docx": 'Word documents need a part that is not installed: pip install "peercycle[word]"',
        "typst": 'PDF documents need a part that is not installed: pip install "peercycle[pdf]"',
    }
    assert f"{name} ~/templates/{name} may use" in words
    assert f"not checked {sentences[module]}" in words
    count = f"No fault in {len(KINDS) + 3} templates, 0 of them this workspace's own."
    assert out.endswith(f"\n{count} {name} could not be checked.\n")
    (workspace / "templates" / name).unlink()
    code, out = check(call, workspace)
    assert code == 0
    assert f"as peercycle ships it, not tried: {sentences[module]}" in " ".join(out.split())


@pytest.mark.parametrize(("house", "code"), [("house.typ", 0), ("hause.typ", 1)])
def test_what_an_own_house_imports_may_lie_beside_it(
    call: Call, workspace: Path, house: str, code: int
) -> None:
    source = shipped("house.typ").source.replace('#let grey = rgb("#505a5f")', '#import "colours.typ": grey')
    (workspace / "templates" / house).write_text(source, encoding="utf-8")
    (workspace / "templates" / "colours.typ").write_text('#let grey = rgb("#404040")\n', encoding="utf-8")
    found, out = check(call, workspace)
    assert found == code, out
    assert ("did you mean house.typ?" in out) == bool(code)


HTML = shipped("house.html.j2").source
TYPST = shipped("house.typ").source
BODY = "{{ all(blocks) }}"
HOUSES_AT_FAULT = [
    ("house.html.j2", "{# all that #}\n", ["this template puts out nothing"]),
    ("house.html.j2", HTML.replace(BODY, ""), ["this house does not print the title", "this house does not print the body"]),
    ("house.html.j2", HTML.replace(BODY, f"<h1>{{{{ title }}}}</h1><!-- {BODY} -->"), ["this house does not print the body"]),
    ("house.html.j2", HTML.replace(BODY, f"<script>{BODY}</script>"), ["this house does not print the title", "this house does not print the body"]),
    ("house.html.j2", HTML.replace('block.kind == "heading"', 'block.kind == "heading" and block.level != 1'), ["this house does not print the title"]),
    ("house.html.j2", HTML.replace("{{ text(block.caption) }}", ""), ["this house does not print all of the body: '"]),
    ("house.html.j2", HTML.replace("<main", "<p>Northmere</p><main"), []),
    ("house.typ", TYPST.replace("#laid(paper.blocks)", ""), ["this house does not print the title", "this house does not print the body"]),
    ("house.typ", TYPST.replace("#laid(paper.blocks)", "= #paper.title"), ["this house does not print the body"]),
    ("house.typ", TYPST.replace("#laid(paper.blocks)", "= Paper\n#laid(paper.blocks.slice(1))"), ["this house does not print the title"]),
    ("house.typ", TYPST + "\nNorthmere\n", []),
]  # fmt: skip


@pytest.mark.parametrize(("name", "source", "expected"), HOUSES_AT_FAULT)
def test_a_house_that_leaves_out_what_papers_say_is_at_fault(
    call: Call, workspace: Path, name: str, source: str, expected: list[str]
) -> None:
    assert source not in (HTML, TYPST)
    (workspace / "templates" / name).write_text(source, encoding="utf-8")
    code, out = check(call, workspace)
    told = " ".join(out.split()).split(f"error ~/templates/{name}: ")[1:]
    assert [fault.startswith(meant) for fault, meant in zip(told, expected, strict=True)] == [True] * len(
        expected
    )
    assert code == bool(expected)


UNUSED = """# {{ titel }}

{% for row in placements.table.rows %}{{ row.nmae }}{{ row["count"] }}{{ loop.index }}{% endfor %}
{{ tick("x", false) }} {{ running }} {{ zzz.qqq }}
"""


@pytest.mark.parametrize(
    ("source", "faults"),
    [
        (shipped("overview.md.j2").source + "\nNorthmere\n", []),
        (UNUSED, [
            "1: there is no 'titel' here; did you mean 'title'?",
            "3: there is no field 'count' here; did you mean 'counts'?",
            "3: there is no field 'nmae' here; did you mean 'name'?",
            "4: there is no 'zzz' here",
            "4: there is no field 'qqq' here; the shipped template uses none of that name",
        ]),
        ("{# nothing #}\n  {% if title %}  {% endif %}\n", [" this template puts out nothing"]),
        ("{{ titel }\n", ["1: unexpected '}'"]),
    ],
    ids=["sound", "misspelt", "nothing", "broken"],
)  # fmt: skip
def test_names_of_a_kind_that_no_paper_is_called_for_are_checked_by_the_shipped_ones(
    call: Call, tmp_path: Path, source: str, faults: list[str]
) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "overview.md.j2").write_text(source, encoding="utf-8")
    (tmp_path / "small.yaml").write_text(SMALL, encoding="utf-8")
    answer = call("templates", "check", "-c", str(tmp_path / "small.yaml"), "--on", "2020-05-01", columns=200)
    block = answer.out.partition("\noverview.md.j2 ")[2].partition("\nquestions.md.j2 ")[0]
    words = " ".join(block.replace(str(tmp_path), "~").split())
    assert words.split(" error ~/templates/overview.md.j2:")[1:] == faults
    assert answer.code == bool(faults)
    assert words.startswith(
        "~/templates/overview.md.j2, not tried: this cycle calls for no such paper may use: actions, ahead, "
    )
