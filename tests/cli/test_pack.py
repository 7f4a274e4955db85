"""`render` of several kinds: folders, an index, what stays as it is, and what somebody changed."""

import re
import shutil
from pathlib import Path

import pytest

from peercycle.cli import making
from tests.cli.conftest import MADE_UP, Call
from tests.cli.test_small_cycles import SMALL

ON = ("-c", MADE_UP, "--on", "2026-11-23")
SOME = ("render", "checklist,agenda", "quillmere", "forum/december", *ON)


def files(folder: Path) -> list[str]:
    """Return every file under a folder but its list of what was made."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("[!.]*") if path.is_file())


def test_each_document_lies_where_it_is_looked_for(call: Call, tmp_path: Path) -> None:
    out = tmp_path / "pack"
    answer = call(*SOME, "--to", "md,docx", "--out", str(out))
    assert (answer.code, answer.out, answer.err) == (0, f"9 documents written to {out}\n", "")
    forums = [f"meetings/forum-december-cluster-{name}" for name in ("coast", "dale", "moor")]
    agenda = "2026-27-agenda-forum-december-cluster-"
    assert files(out) == sorted(
        [
            "authorities/quillmere/2026-27-checklist-quillmere.docx",
            "authorities/quillmere/2026-27-checklist-quillmere.md",
            "index.html",
            *(
                f"{folder}/{agenda}{folder.rpartition('-')[2]}.{suffix}"
                for folder in forums
                for suffix in ("docx", "md")
            ),
        ]
    )


def test_the_index_leads_to_every_document(call: Call, workspace: str, tmp_path: Path) -> None:
    order = (
        "render",
        "all",
        "-c",
        workspace,
        "--on",
        "2017-12-01",
        "--to",
        "md",
        "--out",
        str(tmp_path / "pack"),
    )
    assert call(*order).code == 0
    page = (tmp_path / "pack" / "index.html").read_text(encoding="utf-8")
    links = re.findall(r'href="([^"#]+)"', page)
    assert sorted(links) == [name for name in files(tmp_path / "pack") if name != "index.html"]
    heads = re.findall(r"<h[12]>(.*?)</h[12]>", page)
    assert (heads[:3], heads[-1]) == (
        ["Papers of the cycle 2017/18", "Meetings", "Authorities"],
        "Calendars and tracker",
    )
    assert "Send them to nobody else" in page
    (tracker,) = re.findall(r">Tracker</a>(.*?)</", page)
    assert tracker == ", for the Regional Sector Led Improvement Team (SLI team) only: send it to nobody else"


def test_meetings_stand_in_the_order_of_their_days(call: Call, tmp_path: Path) -> None:
    call("render", "agenda,checklist", *ON, "--out", str(tmp_path))
    page = (tmp_path / "index.html").read_text(encoding="utf-8")
    rows = re.findall(r'<th scope="row">(.*?)</th>\n<td>(.*?)</td>', page)
    assert rows[:3] == [
        ("Thursday 12 November 2026", "Performance and Data group"),
        ("Thursday 26 November 2026", "Directors&#39; Network, afternoon session"),
        ("Tuesday 8 December 2026", "Peer challenge forum, Coast cluster"),
    ]


def test_the_same_again_writes_nothing(call: Call, tmp_path: Path) -> None:
    order = (*SOME, "--to", "md", "--out", str(tmp_path))
    call(*order)
    before = {name: (tmp_path / name).stat().st_mtime_ns for name in files(tmp_path)}
    answer = call(*order)
    assert (answer.code, answer.out) == (
        0,
        f"Nothing has changed: 5 documents in {tmp_path} stay as they are\n",
    )
    assert {name: (tmp_path / name).stat().st_mtime_ns for name in files(tmp_path)} == before


def test_what_somebody_changed_is_left_alone_unless_by_force(call: Call, tmp_path: Path) -> None:
    order = (*SOME, "--to", "md", "--out", str(tmp_path))
    call(*order)
    name = tmp_path / "authorities" / "quillmere" / "2026-27-checklist-quillmere.md"
    made = name.read_bytes()
    name.write_text("mine", encoding="utf-8")
    answer = call(*order)
    assert (answer.code, answer.out) == (
        1,
        f"Nothing was written: 4 documents in {tmp_path} are up to date\n",
    )
    assert answer.err == (
        "1 document was changed since peercycle made it, and left alone:\n"
        f"  {name}\n"
        "What you want to add to a document goes into notes/KIND/SUBJECT.md beside the folder of cycle files:\n"
        "it is laid out in every format, each time. With --force the documents are made anew, and what was\n"
        "changed in them is lost.\n"
    )
    assert name.read_text(encoding="utf-8") == "mine"
    again = call(*order, "--force")
    assert (again.code, again.out) == (0, f"1 document written to {tmp_path}, 4 unchanged\n")
    assert name.read_bytes() == made


def test_a_file_that_peercycle_never_made_is_left_alone_and_not_said_to_be_changed(
    call: Call, tmp_path: Path
) -> None:
    order = (*SOME, "--to", "html", "--out", str(tmp_path))
    page = tmp_path / "index.html"
    page.write_text("mine", encoding="utf-8")
    expected = (
        "1 file is not peercycle's, and was left alone:\n"
        f"  {page}\n"
        "A document of that name would be made here, and .peercycle.json, the list of what was made in this\n"
        "folder, does not hold it. Move the file away, or name another folder with --out. With --force the\n"
        "document is made, and what is in the file is lost.\n"
    )
    for _ in range(2):
        answer = call(*order)
        assert (answer.code, answer.err) == (1, expected)
    assert page.read_text(encoding="utf-8") == "mine"
    call(*order, "--force")
    page.write_text("mine again", encoding="utf-8")
    assert "changed since peercycle made it" in call(*order).err


def test_another_day_makes_them_anew(call: Call, tmp_path: Path) -> None:
    order = ("render", "checklist", "quillmere", "-c", MADE_UP, "--out", str(tmp_path), "--on")
    call(*order, "2026-11-23")
    assert call(*order, "2026-11-24").out == f"1 document written to {tmp_path}\n"


@pytest.mark.parametrize("kinds", ["all", "checklist,tracker", "agenda,calendar"])
def test_what_is_no_text_needs_a_folder(call: Call, kinds: str) -> None:
    answer = call("render", kinds, *ON)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err == f"peercycle: {kinds} makes files; say where\nAdd --out DIR.\n"


def test_several_kinds_as_text_have_no_index(call: Call) -> None:
    answer = call("render", "checklist,headlines", "quillmere", *ON)
    assert answer.code == 0
    assert answer.out.count("\n# Quillmere: ") + answer.out.startswith("# Quillmere: ") == 2
    assert "<html" not in answer.out


def test_notes_are_laid_out_and_wrong_ones_end_with_1(call: Call, workspace: str, tmp_path: Path) -> None:
    notes = tmp_path / "notes" / "checklist"
    notes.mkdir(parents=True)
    (notes / "bolton.md").write_text("Park behind the hall.\n", encoding="utf-8")
    (notes / "boltn.md").write_text("x\n", encoding="utf-8")
    (notes.parent / "bolton.md").write_text("x\n", encoding="utf-8")
    order = ("render", "checklist", "bolton", "-c", workspace, "--on", "2017-12-01")
    answer = call(*order)
    assert "\n## Please note\n\nPark behind the hall.\n" in answer.out
    assert answer.err == (
        f"warning: {notes.parent / 'bolton.md'}: these notes are for no document (they belong into notes/KIND/SUBJECT.md)\n"
        f"warning: {notes / 'boltn.md'}: these notes are for no document (nearest: {notes / 'bolton.md'})\n"
    )
    (notes / "bolton.md").write_text("# Mine\n", encoding="utf-8")
    (notes / "boltn.md").unlink()
    (notes.parent / "bolton.md").unlink()
    wrong = call(*order)
    assert (wrong.code, wrong.out, wrong.err) == (
        1,
        "",
        f"peercycle: {notes / 'bolton.md'}:1: there is a second title; write ## for a heading\nNothing was written. Mend the notes.\n",
    )


def test_a_library_that_is_missing_is_one_sentence(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sys

    for module in ("docx", "typst"):
        monkeypatch.setitem(sys.modules, module, None)
    for name in [name for name in sys.modules if name.startswith(("peercycle.exports.", "docx."))]:
        monkeypatch.delitem(sys.modules, name)
    for suffix, sentence in (
        ("docx", 'Word documents need a part that is not installed: pip install "peercycle[word]"'),
        ("pdf", 'PDF documents need a part that is not installed: pip install "peercycle[pdf]"'),
    ):
        answer = call("render", "checklist", "quillmere", *ON, "--to", suffix, "--out", str(tmp_path / "out"))
        assert (answer.code, answer.out, answer.err) == (2, "", f"peercycle: {sentence}\n")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("kinds", ["programme,tracker", "tracker,programme", "tracker,agenda,calendar"])
def test_a_tracker_asked_for_by_name_without_its_library_is_one_sentence(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kinds: str
) -> None:
    import sys

    cycle = tmp_path / "small.yaml"
    cycle.write_text(SMALL, encoding="utf-8")
    (tmp_path / "notes" / "nothing").mkdir(parents=True)
    (tmp_path / "notes" / "nothing" / "astray.md").write_text("of no paper", encoding="utf-8")
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    for name in [name for name in sys.modules if name.startswith(("peercycle.exports.xlsx", "openpyxl."))]:
        monkeypatch.delitem(sys.modules, name)
    answer = call("render", kinds, "-c", str(cycle), "--on", "2020-05-01", "--out", str(tmp_path / "out"))
    sentence = 'Excel workbooks need a part that is not installed: pip install "peercycle[excel]"'
    assert (answer.code, answer.out, answer.err) == (2, "", f"peercycle: {sentence}\n")
    assert not (tmp_path / "out").exists()


def test_a_pack_without_a_tracker_says_so(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sys

    cycle = tmp_path / "small.yaml"
    cycle.write_text(SMALL, encoding="utf-8")
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    for name in [name for name in sys.modules if name.startswith(("peercycle.exports.xlsx", "openpyxl."))]:
        monkeypatch.delitem(sys.modules, name)
    answer = call("render", "all", "-c", str(cycle), "--on", "2020-05-01", "--out", str(tmp_path / "out"))
    assert answer.code == 0
    assert answer.err == (
        'warning: no tracker: Excel workbooks need a part that is not installed: pip install "peercycle[excel]"\n'
    )


def test_a_bar_is_shown_only_to_somebody_who_waits(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(making, "PATIENCE", -1.0)
    assert call(*SOME, "--to", "md", "--out", str(tmp_path / "piped")).err == ""
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    shutil.rmtree(tmp_path / "piped")
    assert "Making documents" in call(*SOME, "--to", "md", "--out", str(tmp_path / "seen")).err
