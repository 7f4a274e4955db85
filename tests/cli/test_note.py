"""`note`: what it writes down and answers, and what it refuses with nothing written."""

import io
import json
import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from peercycle.cli.app import run
from tests.cli.conftest import MADE_UP, ROOT, Answer

Note = Callable[..., Answer]
ID = re.compile(r"\d{4}-\d\d-\d\d-[2-9b-z]{8}")


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the log of a copy of the made-up cycle, not there yet; commands run beside it."""
    shutil.copytree(
        (ROOT / MADE_UP).parent, tmp_path / "cycles", ignore=lambda *_: ["2026-27.progress.jsonl"]
    )
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PEERCYCLE_BY", "the coordinator")
    monkeypatch.setenv("PEERCYCLE_CYCLE", "cycles/2026-27.yaml")
    return tmp_path / "cycles" / "2026-27.progress.jsonl"


@pytest.fixture
def note(log: Path, capsys: pytest.CaptureFixture[str]) -> Note:
    """Return a function that runs a command on a day of that cycle; ids are written ID, remarks on the file left out."""
    assert not log.exists()

    def noted(*arguments: str, on: str = "2026-12-21", command: str = "note") -> Answer:
        code = run([command, *arguments, "--on", on])
        sys.stdout.flush()
        written = capsys.readouterr()
        errors = [line for line in written.err.splitlines(keepends=True) if "taken from" not in line]
        return Answer(code, written.out, "".join(errors))

    return noted


def lines(log: Path) -> list[dict[str, Any]]:
    """Return what stands in a log, the id and the time of each line left out."""
    if not log.exists():
        return []
    found = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
    return [{key: value for key, value in each.items() if key not in ("id", "at")} for each in found]


def plain(text: str) -> str:
    """Return an answer with ID for each id of a record."""
    return ID.sub("ID", text)


TO_UNDO = "To take it back: peercycle record --undo ID\n"
TO_CLOSE = "To close it: peercycle note --close ID --outcome TEXT\n" + TO_UNDO

NOTED: list[tuple[list[str], dict[str, Any], str]] = [
    (
        ["quillmere", "headline", "Care leavers without work", "--theme", "Care leavers", "--ref", "page 3"],
        {"kind": "headline", "text": "Care leavers without work", "theme": "Care leavers", "ref": "page 3"},
        "Noted: headline of Quillmere, Monday 21 December 2026.\n  Care leavers without work (Care leavers)\n"
        "Shown to: Quillmere and the Improvement team only\nOpen for Quillmere: 1 headline\n" + TO_CLOSE,
    ),
    (
        ["QUILLMERE", "Focus", "Social care", "--date", "9 December 2026", "--by", "the clerk"],
        {"kind": "focus", "text": "social care", "date": "2026-12-09", "by": "the clerk"},
        "Noted: suggested focus of Quillmere, Wednesday 9 December 2026.\n  social care\n"
        "Shown to: Quillmere and the Improvement team only\nOpen for Quillmere: nothing\n" + TO_UNDO,
    ),
    (
        ["quillmere", "placement", "fair to good", "--judged", "preliminary"],
        {"kind": "placement", "text": "Fair to good", "judged": "placement-preliminary"},
        "Noted: placement of Quillmere, Monday 21 December 2026.\n  Fair to good (preliminary)\n"
        "Shown to: the Improvement team only, not Quillmere itself\nOpen for Quillmere: nothing\n" + TO_UNDO,
    ),
    (
        ["quillmere", "support-request", "A model letter", "--shared-with", "garthmoor", "--shared-with", "all"],
        {"kind": "support-request", "text": "A model letter", "shared-with": ["garthmoor", "all"]},
        "Noted: request for support of Quillmere, Monday 21 December 2026.\n  A model letter\n"
        "warning: this is shared with Garthmoor and every authority, further than the paper 'Request for\n"
        "support or advice' goes (documents/support-request/shown-to).\n"
        "Shown to: Quillmere, the Improvement team, Garthmoor and every authority\n"
        "Open for Quillmere: 1 request for support\nTo close it: peercycle note --close ID --outcome TEXT\n"
        "To offer help: peercycle note AUTHORITY good-practice TEXT --answers ID\n" + TO_UNDO,
    ),
    (
        ["quillmere", "immediate-action", "One rate", "--owner", "cluster-dale", "--due", "2028-01-07"],
        {"kind": "immediate-action", "text": "One rate", "owner": "cluster-dale", "due": "2028-01-07"},
        "Noted: immediate action of Quillmere, Monday 21 December 2026.\n  One rate\n"
        "  Owner: Dale cluster, by Friday 7 January 2028\n"
        "warning: Friday 7 January 2028 lies outside the cycle (September 2026 to April 2027).\n"
        "Shown to: Quillmere, the Improvement team and the Dale cluster\n"
        "Open for Quillmere: 1 immediate action\n" + TO_CLOSE,
    ),
    (
        ["quillmere", "conversation-date", "Wednesday 10 February 2027"],
        {"kind": "conversation-date", "text": "2027-02-10"},
        "Noted: day of the Annual Conversation of Quillmere, Monday 21 December 2026.\n"
        "  Wednesday 10 February 2027\n"
        "Shown to: Quillmere and the Improvement team only\nOpen for Quillmere: nothing\n" + TO_UNDO,
    ),
    (
        ["quillmere", "follow-up", "a\nb\u202e\x1b[31m <b> [x] \u00e9", "--shared-with", "board"],
        {"kind": "follow-up", "text": "a\nb\u202e\x1b[31m <b> [x] \u00e9", "shared-with": ["board"]},
        "Noted: follow-up of Quillmere, Monday 21 December 2026.\n  a b\\u202e\\x1b[31m <b> [x] \u00e9\n"
        "warning: this is shared with the Board, further than the paper 'Notes of the Annual Conversation'\n"
        "goes (documents/conversation-notes/shown-to).\n"
        "Shown to: Quillmere, the Improvement team and the Board\n"
        "Open for Quillmere: 1 follow-up\n" + TO_CLOSE,
    ),
]  # fmt: skip


@pytest.mark.parametrize(("words", "written", "answer"), NOTED, ids=[words[1] for words, _, _ in NOTED])
def test_a_finding_is_noted(
    note: Note, log: Path, words: list[str], written: dict[str, Any], answer: str
) -> None:
    got = note(*words)
    assert (got.code, plain(got.out), got.err) == (0, answer, "")
    more = {"by": "the coordinator", "what": "noted", "authority": "quillmere", "date": "2026-12-21"}
    assert lines(log) == [more | written]
    assert note("quillmere").code == 0
    (found,) = json.loads(note("--output-format", "json", command="status").out)["findings"]
    assert (found["authority"], found["kind"], found["text"]) == (
        "quillmere",
        written["kind"],
        written["text"],
    )
    assert found["id"] in got.out


REFUSED: list[tuple[list[str], str]] = [
    ([], "AUTHORITY is missing\nHow it is used: peercycle note --help"),
    (["quillmere", "--theme", "x"], "KIND is missing\nHow it is used: peercycle note --help"),
    (["quillmere", "--date", "2026-12-09"], "KIND is missing\nHow it is used: peercycle note --help"),
    (["quillmer"], "no authority is called 'quillmer'\nNearest: quillmere, ullerby"),
    (["quilmere", "headline", "x"], "no authority is called 'quilmere'\nNearest: quillmere"),
    (["quillmere", "headlines", "x"], "'headlines' is not a kind of finding\nNearest: headline"),
    (["quillmere", "headline"], 'TEXT is missing\nAs in: peercycle note AUTHORITY headline "..."'),
    (["quillmere", "headline", " "], "the headline has no text"),
    (["quillmere", "headline", "x" * 10_001], "TEXT has 10,001 characters; a text has at most 10,000\n..."),
    (["quillmere", "headline", "a\udcff"], "TEXT holds a character that is not whole, which no file can keep\n..."),
    (["quillmere", "headline", "a", "--theme", "\udcff"], "--theme holds a character that is not whole, which no file can keep\n..."),
    (["quillmere", "headline", "a", "--by", " "], "--by names nobody\n..."),
    (["quillmere", "headline", "a", "--owner", "board"], "--owner is no option of a headline\nIt goes with: immediate action."),
    (["quillmere", "headline", "a", "--due", "2027-01-01"], "--due is no option of a headline\nIt goes with: immediate action."),
    (["quillmere", "focus", "health"], "'health' is not a focus\nThere are: education, social care, both"),
    (["quillmere", "placement", "fair", "--judged", "self"], "'fair' is not a stage of the journey\nThere are: Poor to fair, Fair to good, Good to great"),
    (["quillmere", "placement", "Fair to good"], "a placement is by somebody's judgement\nAdd --judged self or preliminary."),
    (["quillmere", "placement", "Fair to good", "--judged", "self", "--enabler", "x"], "--enabler: this cycle names no enabler of the journey\nThe file has them under journey/enablers."),
    (["quillmere", "immediate-action", "a"], "an immediate action has an owner, who takes it forward\nAdd --owner with an authority, a cluster or a body."),
    (["quillmere", "immediate-action", "a", "--owner", "board", "--due", "2026-12-20"], "--due: Sunday 20 December 2026 is before Monday 21 December 2026, when it was noted"),
    (["quillmere", "immediate-action", "a", "--owner", "board", "--due", "spring"], "--due: 'spring' is not a date\n..."),
    (["quillmere", "headline", "a", "--shared-with", "everyone"], "--shared-with: no authority, cluster or body is called 'everyone'\nFor every authority, write all."),
    (["quillmere", "conversation-date", "February 2027"], "TEXT: 'February 2027' is not one day\n..."),
    (["quillmere", "headline", "a", "--date", "2026-12-22"], "--date: Tuesday 22 December 2026 is still to come: the day asked about is Monday 21 December 2026\n..."),
    (["quillmere", "headline", "a", "--date", "2026-08-31"], "--date: Monday 31 August 2026 is before the cycle 2026-27 begins (September 2026 to April 2027)\n..."),
    (["quillmere", "good-practice", "a", "--answers", "x"], "no request for support has the id 'x'"),
    (["--close", "x"], "no finding has the id 'x'"),
    (["quillmere", "--close", "x"], "--close takes the id of a finding and its --outcome, nothing else\nWrite: peercycle note --close ID --outcome TEXT"),
    (["--close", "x", "--due", "2027-01-01"], "--close takes the id of a finding and its --outcome, nothing else\nWrite: peercycle note --close ID --outcome TEXT"),
    (["quillmere", "--outcome", "x"], "--outcome goes with --close\nWrite: peercycle note --close ID --outcome TEXT"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "said"), REFUSED, ids=[" ".join(words)[:60] for words, _ in REFUSED])
def test_what_is_refused_with_nothing_written(note: Note, log: Path, words: list[str], said: str) -> None:
    got = note(*words)
    assert (got.code, got.out) == (2, "")
    first, _, rest = said.partition("\n")
    assert got.err.startswith(f"peercycle: {first}\n")
    assert rest == "..." or got.err == f"peercycle: {said}\n"
    assert not log.exists()


def piped(raw: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let bytes come in on standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"One line\n", "One line"),
        (b"\xef\xbb\xbfTwo\r\nlines \xc3\xa9\r\n", "Two\r\nlines \u00e9"),
        ("\u20ac".encode() * 10_000, "\u20ac" * 10_000),
    ],
)
def test_a_text_that_comes_in(
    note: Note, log: Path, raw: bytes, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    piped(raw, monkeypatch)
    assert note("quillmere", "conversation-notes", "-").code == 0
    assert [line["text"] for line in lines(log)] == [text]


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "the notes of the Annual Conversation has no text"),
        (b"caf\xe9", "what came in is not UTF-8 text"),
        (b"\xff" * 40_001, "what came in is too long; a text has at most 10,000 characters"),
        (b"x" * 10_001, "TEXT has 10,001 characters; a text has at most 10,000"),
    ],
)
def test_a_text_that_comes_in_and_cannot_be_kept(
    note: Note, log: Path, raw: bytes, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    piped(raw, monkeypatch)
    got = note("quillmere", "conversation-notes", "-")
    assert got.code == 2
    assert got.err.startswith(f"peercycle: {said}\n")
    assert not log.exists()


def test_standard_input_that_is_closed(note: Note, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert note("quillmere", "headline", "-").err == "peercycle: the headline has no text\n"


def first_id(log: Path) -> str:
    """Return the id of the last line of a log."""
    ident: str = json.loads(log.read_text(encoding="utf-8").splitlines()[-1])["id"]
    return ident


def test_an_action_is_open_until_it_is_closed_with_an_outcome(note: Note, log: Path) -> None:
    note(
        "quillmere",
        "immediate-action",
        "One rate",
        "--owner",
        "cluster-dale",
        "--due",
        "2026-12-14",
        on="2026-12-09",
    )
    ident = first_id(log)
    status = note(command="status").out
    assert (
        "Immediate actions: 1 open, 1 past its day\n"
        "  Monday 14 December 2026           Dale cluster: One rate (for Quillmere), 7 days late\n"
    ) in status
    assert note("--close", ident).err == (
        "peercycle: an immediate action is closed with its outcome\n"
        "Write: peercycle note --close ID --outcome TEXT\n"
    )
    assert note("--close", ident, "--outcome", " ").code == 2
    assert len(lines(log)) == 1
    got = note("--close", f" {ident} ", "--outcome", "Agreed", "--date", "2026-12-18")
    assert (got.code, plain(got.out)) == (
        0,
        "Closed: immediate action of Quillmere, Friday 18 December 2026.\n  One rate\n  Outcome: Agreed\n"
        "Open for Quillmere: nothing\n" + TO_UNDO,
    )
    assert lines(log)[1] == {
        "by": "the coordinator", "what": "closed", "date": "2026-12-18", "closes": ident, "outcome": "Agreed",
    }  # fmt: skip
    assert "\nImmediate actions: none open, 1 closed\n" in note(command="status").out
    assert "Immediate actions: 1 open, 1 past its day\n" in note(command="status", on="2026-12-17").out
    again = note("--close", ident, "--outcome", "Agreed")
    assert plain(again.err) == (
        "peercycle: it was closed on Friday 18 December 2026\n"
        "To close it otherwise, first: peercycle record --undo ID\n"
    )


def test_closing_before_it_was_noted_is_kept_with_a_warning(note: Note, log: Path) -> None:
    note("quillmere", "question", "Why?")
    got = note("--close", first_id(log), "--date", "2026-12-18")
    assert plain(got.out) == (
        "Closed: question of Quillmere, Friday 18 December 2026.\n  Why?\n"
        "warning: this was noted only on Monday 21 December 2026.\nOpen for Quillmere: nothing\n" + TO_UNDO
    )


def test_what_there_is_nothing_to_do_about_is_not_closed(note: Note, log: Path) -> None:
    note("quillmere", "focus", "both")
    got = note("--close", first_id(log), "--outcome", "x")
    assert got.code == 2
    assert got.err.startswith("peercycle: a focus is not closed\n")


def test_the_same_twice_is_kept_with_a_warning(note: Note, log: Path) -> None:
    note("quillmere", "headline", "Few carers", "--date", "2026-12-09")
    got = note("quillmere", "headline", "Few carers")
    assert "warning: the same is on record already, as ID of Wednesday 9 December 2026.\n" in plain(got.out)
    assert len(lines(log)) == 2
    note("--close", first_id(log))
    assert "warning" in note("quillmere", "headline", "Few carers").out


def test_what_no_longer_holds_is_said(note: Note) -> None:
    note("quillmere", "conversation-date", "2027-02-10", "--date", "2026-12-09")
    got = note("quillmere", "conversation-date", "2028-02-17").out
    assert "It was: Wednesday 10 February 2027, noted Wednesday 9 December 2026\n" in got
    assert (
        "warning: Thursday 17 February 2028 lies outside the cycle (September 2026 to April 2027).\n" in got
    )
    assert "It was:" not in note("quillmere", "conversation-date", "2028-02-17").out


def test_the_day_in_the_cycle_file_counts(note: Note) -> None:
    assert note("conversation/quillmere", "--date", "25 February 2027", command="confirm").code == 0
    got = " ".join(note("quillmere", "conversation-date", "2027-02-10").out.split())
    assert (
        "warning: the cycle file says Thursday 25 February 2027, and that day counts. "
        "To change it: peercycle confirm conversation/quillmere --date 2027-02-10 Shown to"
    ) in got
    assert "warning" not in note("quillmere", "conversation-date", "2027-02-25").out


def test_an_offer_beside_a_request(note: Note, log: Path) -> None:
    note("quillmere", "support-request", "A model letter")
    ident = first_id(log)
    hidden = " ".join(note("tarnwick", "good-practice", "Ours", "--answers", ident).out.split())
    assert (
        "warning: Quillmere asked for this and is not shown it; note it with --shared-with quillmere."
        in hidden
    )
    got = note("tarnwick", "good-practice", "Ours", "--answers", ident, "--shared-with", "quillmere")
    assert "Quillmere asked" not in got.out
    assert lines(log)[2]["answers"] == ident
    assert "offered by Tarnwick: Ours\n" in note("quillmere").out


def test_the_findings_of_an_authority(note: Note, golden: Callable[[str, str], None], log: Path) -> None:
    assert note("quillmere").out.splitlines()[1:] == ["Nothing is noted of Quillmere yet."]
    note("quillmere", "question", "Why so few?", "--theme", "Care leavers")
    note("--close", first_id(log), "--outcome", "Answered at the forum")
    note("quillmere", "headline", "Care leavers without work", "--shared-with", "cluster-dale")
    note("quillmere", "placement", "Fair to good", "--judged", "self")
    note("quillmere", "placement", "Poor to fair", "--judged", "preliminary")
    note("quillmere", "immediate-action", "One rate", "--owner", "cluster-dale", "--due", "2026-12-21")
    note("quillmere", "immediate-action", "Write to colleges", "--owner", "quillmere")
    note("tarnwick", "immediate-action", "Lend a team", "--owner", "quillmere", "--due", "2027-01-08")
    golden("cli/note-quillmere.txt", plain(note("quillmere", on="2026-12-22").out))
    status = note("--for", "quillmere", command="status").out
    assert "\nFound and agreed\n  headline            Care leavers without work\n" in status
    assert ID.search(status) is None
    group = note("--for", "cluster-dale", command="status", on="2026-12-22").out
    assert "Monday 21 December 2026           Dale cluster: One rate (for Quillmere), 1 day late\n" in group
    assert "Care leavers without work" not in group
