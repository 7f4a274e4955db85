"""Notes by hand: found by kind and subject, laid out in the document, and told of where they belong to none."""

import sys
from pathlib import Path

import pytest

from peercycle.documents.blocks import Refused
from peercycle.documents.by_hand import Notes, NotesTrouble, spliced
from peercycle.workspace.files import FileTrouble
from peercycle.workspace.inputs import inputs_of
from peercycle.workspace.notes import LARGEST, astray, notes_for
from peercycle.workspace.rendering import make
from tests.documents.made import REAL, edition

TEXT = "# Title\n\nFirst.\n\n{id=words}\n**Words used.** *x*: y.\n\n{.provenance}\nMade.\n"
BARE = "# Title\n\nFirst.\n"


@pytest.fixture
def cycle_file(tmp_path: Path) -> Path:
    """Return the path of a cycle file in a workspace of its own."""
    (tmp_path / "cycles").mkdir()
    path = tmp_path / "cycles" / "2017-18.yaml"
    path.write_bytes(REAL.read_bytes())
    return path


def write(cycle_file: Path, name: str, content: bytes) -> Path:
    """Write a file of notes into a workspace."""
    path = cycle_file.parent.parent / "notes" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


SPLICED = [
    (TEXT, "Bring a pen.", "# Title\n\nFirst.\n\n## Please note\n\nBring a pen.\n\n{id=words}\n**Words used.** *x*: y.\n\n{.provenance}\nMade.\n"),
    (TEXT, "## Parking\n\nBehind the hall.\n\n", "# Title\n\nFirst.\n\n## Parking\n\nBehind the hall.\n\n{id=words}\n**Words used.** *x*: y.\n\n{.provenance}\nMade.\n"),
    (TEXT.replace("{id=words}\n**Words used.** *x*: y.\n\n", ""), "Bring a pen.", "# Title\n\nFirst.\n\n## Please note\n\nBring a pen.\n\n{.provenance}\nMade.\n"),
    (BARE, "Bring a pen.", "# Title\n\nFirst.\n\n## Please note\n\nBring a pen.\n\n"),
    (TEXT, " \n", TEXT),
    (TEXT, "Bell\x07 and \u202eturned.", "# Title\n\nFirst.\n\n## Please note\n\nBell\\x07 and \\u202eturned.\n\n{id=words}\n**Words used.** *x*: y.\n\n{.provenance}\nMade.\n"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "notes", "expected"), SPLICED)
def test_notes_stand_before_the_closing_words(text: str, notes: str, expected: str) -> None:
    made = spliced(text, Notes("notes/checklist/bolton.md", notes))
    assert made.text == expected
    assert made.blocks()[0] == {"kind": "heading", "level": 1, "runs": [{"text": "Title"}]}


REFUSED = [
    ("Fine.\n\n<b>x</b> is text\n\n# Second\n", 5, "there is a second title; write ## for a heading"),
    ("## One\n\n#### Four\n", 3, "this heading skips a level; write ###"),
    ("[x](javascript:alert(1))", 1, "a link leads to a web page, a mailbox or a heading, not to 'javascript:alert(1)'"),
    ("One.\n\n{.provenance}\nMade up.", 3, "{.provenance} is for the template; notes are laid out where they stand"),
    ("::: local-notes\n\nx\n", 1, "a box begins with a line such as ::: local-notes and ends with a line :::"),
]  # fmt: skip


@pytest.mark.parametrize(("notes", "line", "message"), REFUSED)
def test_what_notes_cannot_hold_is_told_by_their_own_line(notes: str, line: int, message: str) -> None:
    with pytest.raises(NotesTrouble) as caught:
        spliced(TEXT, Notes("notes/checklist/bolton.md", notes)).blocks()
    assert str(caught.value) == f"notes/checklist/bolton.md:{line}: {message}"


@pytest.mark.parametrize(
    ("text", "line"), [("Title: x\n\n{.provenance}\nMade.\n", 1), (TEXT + "\n# Two\n", 11)]
)
def test_a_fault_of_the_template_keeps_the_templates_line(text: str, line: int) -> None:
    with pytest.raises(Refused) as caught:
        spliced(text, Notes("n.md", "Bring a pen.")).blocks()
    assert caught.value.line == line


def test_notes_are_in_every_format(cycle_file: Path) -> None:
    write(cycle_file, "checklist/bolton.md", b"\xef\xbb\xbfBring *two* copies.\r\n")
    markdown, page = make(edition(REAL, "2017-12-01"), cycle_file, "checklist", ["bolton"], ["md", "html"])
    assert "\n## Please note\n\nBring *two* copies.\n\n**Words used.**" in markdown.content.decode()
    assert "<h2>Please note</h2>\n<p>Bring <em>two</em> copies.</p>\n" in page.content.decode()


@pytest.mark.parametrize(
    ("content", "error", "message"),
    [
        (b"One.\n\xff", NotesTrouble, ":2: this is not UTF-8 text; save it as UTF-8"),
        (b"x" * (LARGEST + 1), FileTrouble, ": this file is too large for notes (256 KiB at most)"),
    ],
)
def test_notes_that_cannot_be_read(
    cycle_file: Path, content: bytes, error: type[Exception], message: str
) -> None:
    path = write(cycle_file, "checklist/bolton.md", content)
    with pytest.raises(error) as caught:
        notes_for(cycle_file, "checklist", "bolton")
    assert str(caught.value) == f"{path}{message}"


def test_a_folder_is_no_file_of_notes(cycle_file: Path) -> None:
    folder = cycle_file.parent.parent / "notes" / "checklist" / "bolton.md"
    folder.mkdir(parents=True)
    with pytest.raises(FileTrouble, match="this is a folder, a file of notes is wanted"):
        notes_for(cycle_file, "checklist", "bolton")


def test_notes_for_no_document_are_told(cycle_file: Path) -> None:
    for name in (
        "checklist/boltn.md",
        "checklist/bolton.md",
        "poems/x.md",
        "checklst.md",
        "README.md",
        ".hidden/x.md",
    ):
        write(cycle_file, name, b"x")
    folder = cycle_file.parent.parent / "notes"
    found = list(astray(cycle_file, {"checklist": ("bolton", "bury")}))
    assert found == [
        (folder / "checklist/boltn.md", f"nearest: {folder / 'checklist/bolton.md'}"),
        (folder / "checklst.md", "they belong into notes/KIND/SUBJECT.md"),
        (folder / "poems/x.md", ""),
    ]


def test_what_documents_are_made_from_changes_their_hash(cycle_file: Path) -> None:
    before = inputs_of(cycle_file, ("2017-12-01", "all"))
    assert inputs_of(cycle_file, ("2017-12-01", "all")) == before
    seen = {before, inputs_of(cycle_file, ("2017-12-02", "all"))}
    write(cycle_file, "checklist/bolton.md", b"x")
    seen.add(inputs_of(cycle_file, ("2017-12-01", "all")))
    cycle_file.with_suffix(".progress.jsonl").write_bytes(b"{}\n")
    seen.add(inputs_of(cycle_file, ("2017-12-01", "all")))
    cycle_file.write_bytes(cycle_file.read_bytes() + b"\n")
    seen.add(inputs_of(cycle_file, ("2017-12-01", "all")))
    assert len(seen) == 5


def test_the_hash_is_the_same_from_wherever_it_is_asked_for(
    cycle_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(cycle_file.parent)
    assert inputs_of(Path(cycle_file.name), ()) == inputs_of(cycle_file, ())


@pytest.mark.parametrize(
    ("left", "changes"),
    [
        ("openpyxl-9.9.9.dist-info", True),
        ("python_docx-9.9.9.dist-info", True),
        ("Markdown.it.py-9.9.9.dist-info", True),
        ("typst-9.9.9.egg-info", True),
        ("types_openpyxl-9.9.9.dist-info", False),
        ("openpyxl-9.9.9.data", False),
    ],
)
def test_a_library_that_is_installed_since_or_another_version_of_it_changes_the_hash(
    cycle_file: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    left: str,
    changes: bool,  # noqa: FBT001
) -> None:
    installed = tmp_path / "installed"
    installed.mkdir()
    monkeypatch.setattr("sys.path", [*sys.path, str(installed), str(tmp_path / "no.zip")])
    before = inputs_of(cycle_file, ("2017-12-01", "all"))
    (installed / left).mkdir()
    assert (inputs_of(cycle_file, ("2017-12-01", "all")) != before) is changes
