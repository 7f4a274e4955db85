"""A folder of documents: what somebody changed is kept, what stays the same is not written, and what was made is known."""

import json
from pathlib import Path

import pytest

from peercycle.workspace.files import FileTrouble
from peercycle.workspace.shelf import LIST, Outcome, Shelf

NAME = "authorities/bolton/checklist.md"


def filled(folder: Path, *names: str, content: bytes = b"one", force: bool = False) -> dict[str, Outcome]:
    """Return what became of these documents in a run of its own."""
    return Shelf(folder).fill([(name, content) for name in names], force=force)


def remembered(folder: Path, *names: str, content: bytes = b"one", inputs: str = "abc") -> None:
    """Make these documents in a run called `all`."""
    shelf = Shelf(folder)
    shelf.remember("all", inputs, shelf.fill([(name, content) for name in names], force=False))


def test_a_document_is_written_once(tmp_path: Path) -> None:
    assert filled(tmp_path, NAME) == {NAME: "written"}
    before = (tmp_path / NAME).stat()
    assert filled(tmp_path, NAME) == {NAME: "unchanged"}
    after = (tmp_path / NAME).stat()
    assert (before.st_mtime_ns, before.st_ino) == (after.st_mtime_ns, after.st_ino)


@pytest.mark.parametrize(
    ("on_disk", "made", "force", "outcome"),
    [
        (None, b"two", False, ("written", b"two")),
        (b"one", b"two", False, ("written", b"two")),
        (b"edited", b"two", False, ("kept", b"edited")),
        (b"edited", b"one", False, ("kept", b"edited")),
        (b"edited", b"two", True, ("written", b"two")),
        (b"two", b"two", False, ("unchanged", b"two")),
    ],
    ids=["deleted", "as made", "edited", "edited, else the same", "by force", "edited to the same"],
)
def test_what_somebody_changed_is_kept(
    tmp_path: Path, on_disk: bytes | None, made: bytes, *, force: bool, outcome: tuple[str, bytes]
) -> None:
    filled(tmp_path, NAME)
    if on_disk is None:
        (tmp_path / NAME).unlink()
    else:
        (tmp_path / NAME).write_bytes(on_disk)
    said = filled(tmp_path, NAME, content=made, force=force)[NAME]
    assert (said, (tmp_path / NAME).read_bytes()) == outcome


def test_what_was_written_before_a_failure_is_still_known_as_made(tmp_path: Path) -> None:
    (tmp_path / "in-the-way").write_bytes(b"")
    with pytest.raises(FileTrouble, match="in-the-way"):
        filled(tmp_path, "a.md", "in-the-way/b.md")
    (tmp_path / "in-the-way").unlink()
    assert filled(tmp_path, "a.md", "in-the-way/b.md", content=b"two") == {
        "a.md": "written",
        "in-the-way/b.md": "written",
    }


@pytest.mark.parametrize(
    "held",
    [
        b"", b"{", b"[]", b'{"made": [], "runs": 1}', b"[" * 100_000, b'{"made": {"x.md": 1}}', b'{"says": ["x.md"]}',
        b'{"runs": {"all": "abc"}}', b'{"runs": {"all": {"inputs": "abc"}}}',
        b'{"runs": {"all": {"inputs": "abc", "files": ["x.md"]}}}',
        b'{"runs": {"all": {"inputs": "abc", "gone": {"x.md": 1}}}}', b'{"runs": {"all": {"inputs": "abc", "gone": [[1]]}}}',
    ],
)  # fmt: skip
def test_a_damaged_list_makes_every_file_somebodys(tmp_path: Path, held: bytes) -> None:
    (tmp_path / LIST).write_bytes(held)
    (tmp_path / "x.md").write_bytes(b"old")
    assert Shelf(tmp_path).fresh("all", "abc") == 0
    assert filled(tmp_path, "x.md") == {"x.md": "kept"}


@pytest.mark.parametrize(
    ("run", "inputs", "change", "count"),
    [
        ("all", "abc", None, 2),
        ("all", "other", None, 0),
        ("checklist", "abc", None, 0),
        ("all", "abc", b"edited", 0),
        ("all", "abc", b"", 0),
    ],
    ids=["the same", "other inputs", "another run", "edited", "emptied"],
)
def test_what_is_as_it_was_made_need_not_be_made_again(
    tmp_path: Path, run: str, inputs: str, change: bytes | None, count: int
) -> None:
    remembered(tmp_path, "a.md", NAME)
    if change is not None:
        (tmp_path / NAME).write_bytes(change)
    assert Shelf(tmp_path).fresh(run, inputs) == count


def test_what_another_run_made_since_is_not_as_this_one_made_it(tmp_path: Path) -> None:
    remembered(tmp_path, "a.md", NAME)
    filled(tmp_path, NAME, content=b"two")
    assert Shelf(tmp_path).fresh("all", "abc") == 0


def test_a_document_that_was_left_alone_is_not_as_the_run_made_it(tmp_path: Path) -> None:
    remembered(tmp_path, NAME)
    (tmp_path / NAME).write_bytes(b"edited")
    remembered(tmp_path, NAME, content=b"two", inputs="later")
    (tmp_path / NAME).write_bytes(b"one")
    assert Shelf(tmp_path).fresh("all", "later") == 0


def test_what_a_run_no_longer_makes_is_told(tmp_path: Path) -> None:
    remembered(tmp_path, "a.md", "b.md", "c.md")
    (tmp_path / "c.md").unlink()
    assert Shelf(tmp_path).gone("all", ["a.md"]) == ["b.md"]
    assert Shelf(tmp_path).gone("checklist", []) == []


def test_what_is_gone_is_told_until_it_is_not_there(tmp_path: Path) -> None:
    remembered(tmp_path, "a.md", "b.md", "c.md")
    for _ in range(2):
        shelf = Shelf(tmp_path)
        gone = shelf.gone("all", ["a.md"])
        assert gone == ["b.md", "c.md"]
        shelf.remember("all", "later", shelf.fill([("a.md", b"one")], force=False), gone)
        assert Shelf(tmp_path).left("all") == ["b.md", "c.md"]
    (tmp_path / "b.md").unlink()
    assert Shelf(tmp_path).left("all") == ["c.md"]
    assert Shelf(tmp_path).gone("all", ["a.md", "c.md"]) == [], "what is made again is not gone"
    assert Shelf(tmp_path).left("checklist") == []


def test_what_is_gone_does_not_count_as_made(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    shelf.remember("all", "abc", shelf.fill([("a.md", b"one")], force=False), ["b.md"])
    assert Shelf(tmp_path).fresh("all", "abc") == 1


@pytest.mark.parametrize(
    ("now", "outdated"),
    [
        ({"a.pdf": "new", "b/a.pdf": "new"}, ["a.docx", "b/a.docx"]),
        ({"a.pdf": "new", "b/a.pdf": "old"}, ["a.docx"]),
        ({"a.pdf": "old"}, []),
        ({"a.pdf": "new", "a.docx": "new"}, []),
        ({"other.pdf": "new"}, []),
        ({}, []),
    ],
    ids=["both", "one says the same", "the same", "made, too", "of something else", "of nothing"],
)
def test_what_says_something_else_in_another_format_is_told(
    tmp_path: Path, now: dict[str, str], outdated: list[str]
) -> None:
    before = ["a.docx", "b/a.docx", "index.html"]
    says = {"a.docx": "old", "b/a.docx": "old"}
    Shelf(tmp_path).fill([(name, b"one") for name in before], force=False, says=says)
    shelf = Shelf(tmp_path)
    shelf.remember("pdf", "abc", shelf.fill([(name, b"two") for name in now], force=False, says=now))
    assert shelf.outdated(now) == outdated
    later = Shelf(tmp_path)
    assert later.outdated(later.says("pdf")) == outdated
    for name in before:
        (tmp_path / name).unlink()
    assert later.outdated(now) == [], "what is not there misleads nobody"


def test_a_document_that_was_left_alone_still_says_what_it_said(tmp_path: Path) -> None:
    Shelf(tmp_path).fill([("a.docx", b"one")], force=False, says={"a.docx": "old"})
    (tmp_path / "a.docx").write_bytes(b"edited")
    Shelf(tmp_path).fill([("a.docx", b"two")], force=False, says={"a.docx": "new"})
    assert Shelf(tmp_path).outdated({"a.pdf": "new"}) == ["a.docx"]


def test_of_two_troubles_the_first_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*written: object) -> Path:
        raise FileTrouble(f"{written[1]}: no room")

    monkeypatch.setattr("peercycle.workspace.shelf.write", full)
    with pytest.raises(FileTrouble, match=r"a\.md: no room"):
        filled(tmp_path, "a.md")


def test_the_list_is_the_same_whatever_was_made_first(tmp_path: Path) -> None:
    remembered(tmp_path / "one", "a.md", "b.md")
    remembered(tmp_path / "two", "b.md", "a.md")
    one, two = ((tmp_path / folder / LIST).read_text(encoding="utf-8") for folder in ("one", "two"))
    assert json.loads(one) == json.loads(two)
    assert list(json.loads(one)) == ["made", "says", "runs"]


@pytest.mark.parametrize("link", ["authorities", "authorities/bolton"])
def test_nothing_is_written_through_a_link_to_elsewhere(tmp_path: Path, link: str) -> None:
    out, elsewhere = tmp_path / "out", tmp_path / "elsewhere"
    elsewhere.mkdir()
    (out / link).parent.mkdir(parents=True)
    (out / link).symlink_to(elsewhere)
    for force in (False, True):
        with pytest.raises(FileTrouble) as trouble:
            filled(out, "a.md", NAME, force=force)
        assert str(trouble.value) == (
            f"{out / link}: this is a link to a folder outside {out}; no document was written. "
            "Remove it, or name the other folder with --out"
        )
    assert not list(elsewhere.iterdir())
    assert not (out / "a.md").exists()


def test_the_folder_itself_and_one_within_may_be_links(tmp_path: Path) -> None:
    out, elsewhere = tmp_path / "out", tmp_path / "elsewhere"
    (elsewhere / "councils").mkdir(parents=True)
    (elsewhere / "authorities").symlink_to("councils")
    out.symlink_to(elsewhere)
    assert filled(out, NAME) == {NAME: "written"}
    assert (elsewhere / "councils" / "bolton" / "checklist.md").read_bytes() == b"one"
