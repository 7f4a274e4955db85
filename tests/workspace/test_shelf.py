"""A folder of documents: what somebody changed is kept, what stays the same is not written, and what was made is known."""

import json
from pathlib import Path

import pytest

from peercycle.workspace.shelf import LIST, Shelf

NAME = "authorities/bolton/checklist.md"


def closed(shelf: Shelf, *names: str, run: str = "all", inputs: str = "abc") -> Shelf:
    """Return a shelf as a later run finds it."""
    shelf.close(run, inputs, names)
    return Shelf(shelf.folder)


def test_a_document_is_written_once(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    assert shelf.put(NAME, b"one", force=False) == "written"
    before = (tmp_path / NAME).stat()
    shelf = closed(shelf, NAME)
    assert shelf.put(NAME, b"one", force=False) == "unchanged"
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
    shelf = Shelf(tmp_path)
    shelf.put(NAME, b"one", force=False)
    shelf = closed(shelf, NAME)
    if on_disk is None:
        (tmp_path / NAME).unlink()
    else:
        (tmp_path / NAME).write_bytes(on_disk)
    assert (shelf.put(NAME, made, force=force), (tmp_path / NAME).read_bytes()) == outcome


@pytest.mark.parametrize(
    "held", [b"", b"{", b"[]", b'{"made": [], "runs": 1}', b"[" * 100_000, b'{"made": {"x.md": 1}}']
)
def test_a_damaged_list_makes_every_file_somebodys(tmp_path: Path, held: bytes) -> None:
    (tmp_path / LIST).write_bytes(held)
    (tmp_path / "x.md").write_bytes(b"old")
    shelf = Shelf(tmp_path)
    assert shelf.put("x.md", b"new", force=False) == "kept"
    assert shelf.fresh("all", "abc") == 0


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
    shelf = Shelf(tmp_path)
    for name in ("a.md", NAME):
        shelf.put(name, b"one", force=False)
    shelf = closed(shelf, "a.md", NAME)
    if change is not None:
        (tmp_path / NAME).write_bytes(change)
    assert shelf.fresh(run, inputs) == count


def test_what_a_run_no_longer_makes_is_told(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    for name in ("a.md", "b.md", "c.md"):
        shelf.put(name, b"one", force=False)
    shelf = closed(shelf, "a.md", "b.md", "c.md")
    (tmp_path / "c.md").unlink()
    assert shelf.gone("all", ["a.md"]) == ["b.md"]
    assert shelf.gone("checklist", []) == []


def test_the_list_is_the_same_whatever_was_made_first(tmp_path: Path) -> None:
    for folder, names in (("one", ("a.md", "b.md")), ("two", ("b.md", "a.md"))):
        shelf = Shelf(tmp_path / folder)
        for name in names:
            shelf.put(name, b"x", force=False)
        shelf.close("all", "abc", ["a.md", "b.md"])
    one, two = ((tmp_path / folder / LIST).read_text(encoding="utf-8") for folder in ("one", "two"))
    assert one == two
    assert list(json.loads(one)) == ["made", "runs"]
