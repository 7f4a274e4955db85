"""Names and addresses: read with every fault at its place, and kept out of git."""

import subprocess
from pathlib import Path

import pytest

from peercycle.schedule.addressees import Addressees
from peercycle.workspace.contacts import NAME, Contact, contacts_of, exposed, template
from peercycle.workspace.files import FileTrouble
from tests.schedule.small_cycles import cycle_of

CYCLE = cycle_of("actions: {tell: {do: Tell, owner: team, due: TBC}}")


def book(folder: Path, text: str | bytes) -> list[str]:
    """Return the faults of a contacts file as `line:column message | hint`."""
    (folder / NAME).write_bytes(text if isinstance(text, bytes) else text.encode())
    found = contacts_of(folder / "cycle.yaml", CYCLE)
    return [f"{d.span.line}:{d.span.column} {d.message} | {d.hint}" for d in found.diagnostics]


def test_no_file_is_no_contacts(tmp_path: Path) -> None:
    found = contacts_of(tmp_path / "cycles" / "cycle.yaml", CYCLE)
    assert found.path == tmp_path / NAME
    assert found.of("ash", "dcs") == Contact()
    assert found.diagnostics == []


def test_contacts_are_found_by_authority_and_role_and_of_a_body(tmp_path: Path) -> None:
    text = """
authorities:
  ash:
    dcs: {name: The Director, address: dcs@ash.example}
    lead-member: {address: lm@ash.example}
bodies:
  board: {chair: {name: The Chair, address: chair@board.example}}
  team: {all: {address: team@region.example}}
"""
    assert book(tmp_path, text) == []
    found = contacts_of(tmp_path / "cycle.yaml", CYCLE)
    assert found.of("ash", "dcs") == Contact("The Director", "dcs@ash.example")
    assert found.of("ash", "lead-member") == Contact("", "lm@ash.example")
    assert found.of("birch", "dcs") == Contact()
    assert found.of("team", "team") == Contact("", "team@region.example")
    assert found.of("board", "board") == Contact("The Chair", "chair@board.example")


EXAMPLE = "Write it as in: {name: A N Other, address: a.n.other@council.example}"
FAULTS = [
    ("autorities: {}\n", ["1:1 nothing that is held here is called 'autorities' | Nearest: authorities"]),
    ("authorities:\n  ashh: {}\n", ["2:3 this cycle knows nobody called 'ashh' | Nearest: ash"]),
    ("authorities:\n  ash:\n    dsc: {address: a@b.example}\n", ["3:5 no role or post is called 'dsc' | Nearest: dcs"]),
    ("authorities:\n  ash:\n    dcs: {adress: a@b.example}\n",
     ["3:11 nothing that is held here is called 'adress' | Nearest: address"]),
    ("authorities:\n  ash:\n    dcs: a@b.example\n", [f"3:10 a name and an address are wanted here | {EXAMPLE}"]),
    ("authorities:\n  ash:\n    dcs: {address: nowhere}\n", [f"3:20 'nowhere' is no email address | {EXAMPLE}"]),
    ("authorities:\n  ash:\n    dcs: {address: a@b@c.example}\n", [f"3:20 'a@b@c.example' is no email address | {EXAMPLE}"]),
    ('authorities:\n  ash:\n    dcs: {address: "a@b.example, c@d.example"}\n',
     [f"3:20 'a@b.example, c@d.example' is no email address | {EXAMPLE}"]),
    ('authorities:\n  ash:\n    dcs: {name: "x\\ny", address: a@b.example}\n', [f"3:17 name is no text of one line | {EXAMPLE}"]),
    ("authorities:\n  ash:\n    dcs: {address: [a]}\n", [f"3:20 address is no text of one line | {EXAMPLE}"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FAULTS)
def test_a_fault_is_told_at_its_place(tmp_path: Path, text: str, expected: list[str]) -> None:
    assert book(tmp_path, text) == expected


@pytest.mark.parametrize(
    "text",
    [b"\xff\xfe\x00", b"a: [", b"a: &x 1", b"- 1\n", b"authorities: {}\nauthorities: {}\n", b"\0"],
)
def test_what_is_no_yaml_of_ours_is_told(tmp_path: Path, text: bytes) -> None:
    assert len(book(tmp_path, text)) >= 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (b"PK\x03\x04", "1:1 this is a Word, Excel or zip file, not a text file | peercycle chase --contacts prints one to fill in."),
        (b"hello\n", "1:1 a contacts file consists of keys and values; this one holds a text | Begin with the line: authorities:"),
        (b"authorities: &x {}\n", "1:14 a contacts file has no YAML anchors: '&x' | Take it out. If it belongs to the text, put the text in quotes: \"&x ...\""),
        (b"authorities: []\n", "1:14 authorities by their ids are wanted here | peercycle chase --contacts prints one to fill in."),
        (b"bodies:\n  team: a@b.example\n", "2:9 roles or posts are wanted here, each with a name and an address | peercycle chase --contacts prints one to fill in."),
    ],
    ids=["zip", "text", "anchor", "list", "address too high"],
)  # fmt: skip
def test_what_is_wrong_is_said_of_a_contacts_file(tmp_path: Path, text: bytes, expected: str) -> None:
    assert book(tmp_path, text) == [expected]


@pytest.mark.parametrize("text", [b"", b"\n", b" \r\n"])
def test_an_empty_file_is_one_still_to_be_filled_in(tmp_path: Path, text: bytes) -> None:
    """A shell makes the file of `chase --contacts > contacts.local.yaml` before peercycle looks for one."""
    assert book(tmp_path, text) == []


def test_an_address_with_a_fault_is_not_used(tmp_path: Path) -> None:
    book(
        tmp_path,
        'authorities:\n  ash:\n    dcs: {name: "x\\ny", address: "a@b.example\\nBcc: c@d.example"}\n',
    )
    assert contacts_of(tmp_path / "cycle.yaml", CYCLE).of("ash", "dcs") == Contact()


def test_a_folder_in_its_place(tmp_path: Path) -> None:
    (tmp_path / NAME).mkdir()
    with pytest.raises(FileTrouble, match="this is a folder, a file of contacts is wanted"):
        contacts_of(tmp_path / "cycle.yaml", CYCLE)


def test_the_template_is_a_sound_file_to_be_filled_in(tmp_path: Path) -> None:
    text = template(CYCLE, Addressees(["dcs", "lead-member"], {"board": ["chair"], "team": ["all"]}))
    assert text.endswith(
        'bodies:\n  board:\n    chair: {name: "", address: ""}\n  team:\n    all: {name: "", address: ""}\n'
    )
    assert book(tmp_path, text) == []
    filled = text.replace('dcs: {name: "", address: ""}', 'dcs: {name: "", address: "a@b.example"}', 1)
    assert book(tmp_path, filled) == []
    assert contacts_of(tmp_path / "cycle.yaml", CYCLE).of("ash", "dcs").address == "a@b.example"


def test_git_that_would_take_it_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / NAME
    assert not exposed(path)
    path.write_text("authorities: {}\n", encoding="utf-8")
    assert not exposed(path)
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    assert exposed(path)
    (tmp_path / ".gitignore").write_text(f"{NAME}\n", encoding="utf-8")
    assert not exposed(path)
