"""What one `render` leaves for the next to know: what is no longer made, and from what documents were made."""

import shutil
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import MADE_UP, Call
from tests.cli.test_pack import SOME, files
from tests.cli.test_small_cycles import MEETING, SMALL


def test_what_is_no_longer_made_is_told(call: Call, tmp_path: Path) -> None:
    cycle = tmp_path / "small.yaml"
    talk = MEETING.replace("talk:", "chat:").replace("The talk", "The chat").split("\n", 1)[1]
    order = ("render", "agenda", "-c", str(cycle), "--on", "2020-05-01", "--out", str(tmp_path / "out"))
    cycle.write_text(SMALL + MEETING + talk, encoding="utf-8")
    assert call(*order).out == f"2 documents written to {tmp_path / 'out'}\n"
    cycle.write_text(SMALL + MEETING, encoding="utf-8")
    assert call(*order).out == (
        f"1 document written to {tmp_path / 'out'}\n"
        f"no longer made, and still there: {tmp_path / 'out' / '2020-21-agenda-chat.md'}\n"
    )
    assert call(*order).out == (
        f"Nothing has changed: 1 document in {tmp_path / 'out'} stays as it is\n"
        f"no longer made, and still there: {tmp_path / 'out' / '2020-21-agenda-chat.md'}\n"
    )
    cycle.write_text((SMALL + MEETING + talk).replace("cycle: 2020-21", "cycle: 2019-20"), encoding="utf-8")
    assert "no longer made" not in call(*order).out, "of another cycle nothing is said"


def test_the_next_agenda_does_not_make_the_last_one_wrong(call: Call, tmp_path: Path) -> None:
    order = ("render", "agenda", "--next", "-c", MADE_UP, "--out", str(tmp_path), "--on")
    call(*order, "2026-12-08")
    assert call(*order, "2026-12-09").out == f"1 document written to {tmp_path}\n"
    assert len(files(tmp_path)) == 2


def plain(text: str) -> str:
    """Return a text in one line."""
    return " ".join(text.split())


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (["docx"], "4 Word documents"),
        (["html,docx", "pdf"], "4 web pages, 4 Word documents and 4 PDF documents"),
    ],
)
def test_papers_of_an_earlier_state_in_other_formats_are_told(
    call: Call, cycle: Path, tmp_path: Path, made: list[str], said: str
) -> None:
    out, formats = tmp_path / "out", ",".join(made)
    about = ("checklist,agenda", "quillmere", "forum/december", "-c", str(cycle))
    order = ("render", *about, "--on", "2026-11-23", "--out", str(out), "--to")
    for each in made:
        call(*order, each)
    assert "out of date" not in call(*order, "md").out, "all of it is of one state"
    corrected(cycle, "Tuesday 8 December 2026", "Tuesday 15 December 2026")
    told = f"{said} of these papers in {out} are out of date or for another day: render them again with --to {formats}"
    answer = call(*order, "md")
    assert (answer.code, plain(answer.out), answer.err) == (0, f"5 documents written to {out} {told}", "")
    again = call(*order, "md").out
    assert plain(again) == f"Nothing has changed: 5 documents in {out} stay as they are {told}"
    assert "out of date" not in call(*order, formats).out
    assert "out of date" not in call(*order, "md").out


def test_a_paper_for_another_day_is_told_by_itself(call: Call, cycle: Path, tmp_path: Path) -> None:
    order = ("render", "checklist", "quillmere", "-c", str(cycle), "--out", str(tmp_path / "out"))
    call(*order, "--on", "2026-11-23", "--to", "html")
    answer = call(*order, "--on", "2026-11-24", "--to", "md")
    assert plain(answer.out).endswith(
        f" 1 web page of these papers in {tmp_path / 'out'} is out of date or for another day: render it again with --to html"
    )


def test_a_log_that_changes_nothing_in_a_paper_makes_none_out_of_date(
    call: Call, cycle: Path, tmp_path: Path
) -> None:
    about = ("render", "mou", "quillmere", "-c", str(cycle), "--on", "2026-11-23")
    order = (*about, "--out", str(tmp_path / "out"), "--to")
    call(*order, "html")
    assert (
        call("record", "submit-self-view", "aldersyke", "--sent", "--by", "coordinator", *about[3:]).code == 0
    )
    assert call(*order, "md").out == f"1 document written to {tmp_path / 'out'}\n"


def into_out(workspace: str, tmp_path: Path) -> tuple[str, ...]:
    """Return the order for one checklist, written into a folder."""
    out = str(tmp_path / "out")
    return ("render", "checklist", "bolton", "-c", workspace, "--on", "2017-12-01", "--out", out)


def once_read(
    patched: pytest.MonkeyPatch, path: Path, change: Callable[[], object]
) -> list[Callable[[], object]]:
    """Make a change as soon as a file has been read; what is returned is empty when that has happened."""
    opened, waiting = Path.open, [change]

    def then_changed(self: Path, *args: Any, **options: Any) -> Any:
        file = opened(self, *args, **options)
        if self != path or not waiting:
            return file
        with file:
            content = BytesIO(file.read())
        waiting.pop()()
        return content

    patched.setattr(Path, "open", then_changed)
    return waiting


def once_written(patched: pytest.MonkeyPatch, path: Path, change: Callable[[], object]) -> None:
    """Make a change as soon as a file has been put in its place."""
    put = Path.replace

    def then_changed(self: Path, target: Path) -> Path:
        moved = put(self, target)
        if target == path:
            change()
        return moved

    patched.setattr(Path, "replace", then_changed)


def corrected(path: Path, old: str, new: str) -> None:
    """Write another text in the place of one that stands in a file."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize("which", ["cycle", "notes"])
def test_what_is_saved_while_documents_are_made_is_not_taken_as_known(
    call: Call, workspace: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, which: str
) -> None:
    order, notes = into_out(workspace, tmp_path), tmp_path / "notes" / "checklist" / "bolton.md"
    written = tmp_path / "out" / "2017-18-checklist-bolton.md"

    def save() -> None:
        if which == "notes":
            notes.parent.mkdir(parents=True)
            notes.write_text("Park behind the hall.\n", encoding="utf-8")
        else:
            corrected(Path(workspace), "Bolton", "Bolten")

    with monkeypatch.context() as patched:
        once_written(patched, written, save)
        assert call(*order).code == 0
    text = "Park behind the hall." if which == "notes" else "Bolten"
    assert text not in written.read_text(encoding="utf-8")
    assert call(*order).out == f"1 document written to {tmp_path / 'out'}\n"
    assert text in written.read_text(encoding="utf-8")
    assert call(*order).out.startswith("Nothing has changed")


@pytest.mark.parametrize(
    ("suffix", "texts"),
    [
        (".yaml", ("Juniper Bay", "Juniper Cove")),
        (".progress.jsonl", ("Re-referrals have risen for three quarters", "Re-referrals have fallen")),
    ],
)
def test_what_is_saved_between_reading_and_making_is_not_taken_as_known(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str, texts: tuple[str, str]
) -> None:
    shutil.copytree(Path(MADE_UP).parent, tmp_path / "cycles")
    cycle, out = tmp_path / "cycles" / "2026-27.yaml", tmp_path / "out"
    order = ("render", "checklist", "juniper-bay", "-c", str(cycle), "--on", "2026-11-23", "--out", str(out))
    changed = cycle.with_suffix(suffix)
    with monkeypatch.context() as patched:
        waiting = once_read(patched, changed, lambda: corrected(changed, *texts))
        assert call(*order).code == 0
        assert waiting == []
    written = out / "2026-27-checklist-juniper-bay.md"
    assert texts[1] not in written.read_text(encoding="utf-8")
    assert call(*order).out == f"1 document written to {out}\n"
    assert texts[1] in written.read_text(encoding="utf-8")


def test_after_a_run_that_failed_nothing_counts_as_changed_by_somebody(call: Call, tmp_path: Path) -> None:
    out = tmp_path / "out"
    order = (*SOME, "--to", "md", "--out", str(out))
    (out / "index.html").mkdir(parents=True)
    failed = call(*order)
    assert (failed.code, failed.out) == (2, "")
    assert str(out / "index.html") in failed.err
    (out / "index.html").rmdir()
    answer = call(*order, "--on", "2026-11-24")
    assert (answer.code, answer.out, answer.err) == (0, f"5 documents written to {out}\n", "")
