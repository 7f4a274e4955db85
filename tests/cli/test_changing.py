"""`assign`, `confirm` and `answer`: one value of the cycle file changed, the old one in the log, and what moves with it."""

import difflib
from collections.abc import Callable
from pathlib import Path

import pytest

from peercycle.progress.append import NotWritten
from tests.cli.conftest import Call
from tests.cli.season import Season, begin

Golden = Callable[[str, str | bytes], None]


@pytest.fixture
def season(tmp_path: Path, call: Call, monkeypatch: pytest.MonkeyPatch) -> Season:
    monkeypatch.setenv("PEERCYCLE_BY", "the coordinator")
    return begin(tmp_path, call)


def difference(before: str, after: str) -> list[str]:
    """Return the lines taken out and put in."""
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    return [line for line in lines if line[:3] not in ("---", "+++") and line[0] in "-+"]


def change(season: Season, *words: str) -> list[str]:
    """Run a command that changes the file, and return what it changed."""
    before = season.cycle.read_text(encoding="utf-8")
    answer = season.run(*words)
    assert answer.code == 0, answer.err
    return difference(before, season.cycle.read_text(encoding="utf-8"))


SHOWN = {
    "assign": ["assign", "aldersyke", "--round", "december", "--note", "Agreed with the Director"],
    "confirm-room": ["confirm", "forum/december/cluster-coast", "--room", "The Boat House"],
    "confirm-conversation": ["confirm", "conversation/quillmere", "--date", "2027-02-25", "--time", "2pm"],
    "put-off": ["confirm", "network-february", "--date", "TBC", "--note", "The hall is not free"],
    "moved": ["confirm", "forum/january/cluster-dale", "--date", "20 January 2027"],
    "answer": ["answer", "conversation-dates", "One by one: by email"],
}


@pytest.mark.parametrize("name", SHOWN)
def test_what_moves_with_a_change_is_shown(season: Season, golden: Golden, name: str) -> None:
    answer = season.run(*SHOWN[name])
    assert answer.code == 0, answer.err
    golden(f"cli/changed-{name}.txt", answer.out)


def test_a_move_carries_the_numbers_of_the_rounds_along(season: Season) -> None:
    assert change(season, "assign", "Aldersyke", "--round", "December") == [
        "-  december: {title: December forums, when: December 2026, authorities: 12}",
        "-  january:  {title: January forums,  when: January 2027,  authorities: 12}",
        "+  december: {title: December forums, when: December 2026, authorities: 13}",
        "+  january:  {title: January forums,  when: January 2027,  authorities: 11}",
        "-  aldersyke:   {name: Aldersyke,   group: cluster-coast, round: january}",
        "+  aldersyke:   {name: Aldersyke,   group: cluster-coast, round: december}",
    ]
    assert season.last() == [
        {
            "by": "the coordinator", "what": "moved", "authority": "aldersyke", "date": "2026-11-23",
            "changes": [
                {"place": "authorities/aldersyke/round", "was": "january", "now": "december"},
                {"place": "rounds/december/authorities", "was": "12", "now": "13"},
                {"place": "rounds/january/authorities", "was": "12", "now": "11"},
            ],
        }
    ]  # fmt: skip


def test_a_move_and_back_leaves_the_file_as_it_was(season: Season) -> None:
    before = season.cycle.read_bytes()
    for round_ in ("december", "january"):
        season.run("assign", "aldersyke", "--round", round_)
    assert season.cycle.read_bytes() == before
    assert len(season.last(2)) == 2


def test_whose_round_is_not_known_any_more_leaves_the_numbers(season: Season) -> None:
    assert change(season, "assign", "aldersyke", "--round", "tbc") == [
        "-  aldersyke:   {name: Aldersyke,   group: cluster-coast, round: january}",
        "+  aldersyke:   {name: Aldersyke,   group: cluster-coast, round: TBC}",
    ]


CONFIRMED = [
    (
        ["performance-meeting", "--room", "The Library"],
        ["-        room: Committee Room 2", "+        room: The Library"],
        "moved",
    ),
    (
        ["forum/december/cluster-coast", "--room", "The Boat House"],
        ["-          cluster-coast: The Pavilion",
         "+          cluster-coast: {december: The Boat House, january: The Pavilion}"],
        "moved",
    ),
    (
        ["forum/december", "--time", "10am to 4pm"],
        ["-        time: 9:30am to 4pm", "+        time: {december: 10am to 4pm, january: 9:30am to 4pm}"],
        "moved",
    ),
    (
        ["forum", "--time", "10am to 4pm"],
        ["-        time: 9:30am to 4pm", "+        time: 10am to 4pm"],
        "moved",
    ),
    (
        ["conversation", "--time", "afternoon"],
        ["-        time: TBC", "+        time: afternoon"],
        "confirmed",
    ),
    (
        ["young-people-day", "--date", "TBC"],
        ["-        date: Saturday 27 February 2027", "+        date: TBC"],
        "postponed",
    ),
    (
        ["network-february", "--date", "11/2/2027"],
        None,
        "",
    ),
    (
        ["network-february", "--date", "2027-02-11"],
        ["-        date: Thursday 4 February 2027", "+        date: Thursday 11 February 2027"],
        "moved",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("words", "expected", "what"), CONFIRMED)
def test_what_is_confirmed(season: Season, words: list[str], expected: list[str] | None, what: str) -> None:
    if expected is None:
        assert season.run("confirm", *words).code == 1
        return
    assert change(season, "confirm", *words) == expected
    assert {record["what"] for record in season.last()} == {what}


def test_the_deadline_of_an_action_is_set_and_what_follows_moves(season: Season, golden: Golden) -> None:
    answer = season.run("confirm", "comment-on-notes", "--date", "15 working days after send-notes")
    assert answer.code == 0, answer.err
    golden("cli/changed-deadline.txt", answer.out)
    assert season.last() == [
        {
            "by": "the coordinator", "what": "moved", "action": "comment-on-notes", "date": "2026-11-23",
            "changes": [{
                "place": "phases/forums/actions/comment-on-notes/due",
                "was": "10 working days after send-notes", "now": "15 working days after send-notes",
            }],
        }
    ]  # fmt: skip
    assert season.run("confirm", "comment-on-notes", "--date", "TBC").code == 0
    assert season.run("confirm", "comment-on-notes", "--date", "5 working days after send-notes").code == 0
    assert season.last()[0]["what"] == "confirmed"
    assert season.run("confirm", "comment-on-notes", "--date", "5 working days after nothing").code == 1


def test_each_meeting_has_a_record_of_its_own_change(season: Season) -> None:
    season.run("confirm", "forum/december", "--room", "The Hall")
    place = "phases/forums/events/forum/room/december"
    assert [(record["event"], record["changes"]) for record in season.last(3)] == [
        ("forum/december/cluster-coast", [{"place": f"{place}/cluster-coast", "was": "The Pavilion", "now": "The Hall"}]),
        ("forum/december/cluster-dale", [{"place": f"{place}/cluster-dale", "was": "Mill Hall", "now": "The Hall"}]),
        ("forum/december/cluster-moor", [{"place": f"{place}/cluster-moor", "was": "Council Chamber", "now": "The Hall"}]),
    ]  # fmt: skip


def test_a_meeting_put_off_is_said_to_be_until_it_has_a_day(season: Season) -> None:
    def state() -> str:
        answer = season.call(
            "status", "-c", str(season.cycle), "--on", "2026-11-23", "--for", "network-february"
        )
        return answer.out.partition("network-february")[2]

    season.run("confirm", "network-february", "--date", "TBC")
    assert "put off" in state()
    season.run("confirm", "network-february", "--date", "11 February 2027")
    assert "put off" not in state()


SAME = [
    ["assign", "aldersyke", "--round", "january"],
    ["confirm", "performance-meeting", "--room", "Committee Room 2"],
    ["confirm", "forum", "--time", "9:30am to 4pm"],
]


@pytest.mark.parametrize("words", SAME, ids=" ".join)
def test_what_is_so_already_is_not_recorded(season: Season, words: list[str]) -> None:
    file, log = season.cycle.read_bytes(), season.log.read_bytes()
    answer = season.run(*words)
    assert (answer.code, answer.out) == (0, "That is what the file says already; nothing was changed.\n")
    assert (season.cycle.read_bytes(), season.log.read_bytes()) == (file, log)


REFUSED = [
    (["assign", "aldersike", "--round", "december"], 2, "no authority is called 'aldersike'\nNearest: aldersyke"),
    (["assign", "aldersyke", "--round", "dezember"], 2, "no round is called 'dezember'\nNearest: december"),
    (["assign", "aldersyke", "--group", "cluster-cost"], 2, "no cluster is called 'cluster-cost'\nNearest: cluster-coast"),
    (["assign", "aldersyke"], 2, "neither --group nor --round is given"),
    (["confirm", "forumm", "--room", "x"], 2, "this cycle has no meeting called 'forumm'\nNearest: forum"),
    (["confirm", "send-notes", "--room", "x"], 2, "send-notes is an action, not a meeting"),
    (["confirm", "forum"], 2, "nothing is given to confirm"),
    (["confirm", "performance-meeting", "--date", "TBC"], 2, "performance-meeting is recorded as held: it cannot be put off"),
    (["confirm", "network-february", "--date", "Tuesday 4 February 2027"], 1, "4 February 2027 is a Thursday, not a Tuesday"),
    (["confirm", "network-february", "--date", "30 February 2027"], 1, "30 February 2027"),
    (["confirm", "network-february", "--date", "4 February 2037"], 1, "date-outside-cycle"),
    (["confirm", "network-february", "--time", "half past"], 1, "malformed-time"),
    (["confirm", "network-february", "--room", "half \udc80"], 2, "--room holds a character that is not whole"),
    (["confirm", "network-february", "--room", "x" * 10_001], 2, "--room has 10,001 characters"),
    (["assign", "hollinsea", "--group", "cluster-dale"], 1, "lead-not-in-own-group"),
    (["answer", "conversation-date", "x"], 2, "no open question is called 'conversation-date'\nNearest: conversation-dates"),
    (["answer", "conversation-dates", "  "], 2, "the answer is empty"),
    (["answer", "conversation-dates", "a\x07b"], 2, "the answer holds a character that is not printed"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "code", "said"), REFUSED)
def test_what_is_refused_changes_neither_file_nor_log(
    season: Season, words: list[str], code: int, said: str
) -> None:
    season.refuses(words, code, said)


def test_an_answered_question_is_not_answered_again(season: Season) -> None:
    season.run("answer", "conversation-dates", "By email")
    answer = season.run("answer", "conversation-dates", "By letter")
    assert (answer.code, answer.err.splitlines()[0]) == (
        2,
        "peercycle: conversation-dates is answered already: By email",
    )


def test_a_tbc_nobody_has_asked_about_is_answered_by_its_value(season: Season) -> None:
    season.run("confirm", "network-february", "--room", "TBC")
    answer = season.run("answer", "network-february room", "x")
    assert answer.code == 2
    assert answer.err.splitlines() == [
        "peercycle: 'network-february room' is a TBC, which its value answers",
        (
            "peercycle confirm network-february --room TEXT, or write the value in its place: "
            "~/cycles/2026-27.yaml:417"
        ),
    ]


ANSWERS = [
    "no",
    "12",
    "a: b",
    "# x",
    "- x",
    "'",
    '"',
    "{x}",
    "TBC or not",
    "é 漢字",
    "x" * 9_000,
    "two\nlines",
]


@pytest.mark.parametrize("text", ANSWERS)
def test_any_answer_is_read_back_as_it_was_given(season: Season, text: str) -> None:
    marked = ["--", text] if text.startswith("-") else [text]
    assert season.call("answer", "-c", str(season.cycle), "conversation-dates", *marked).code == 0
    again = season.run("answer", "conversation-dates", "x")
    assert " ".join(text.split()) in " ".join(again.err.split())


@pytest.mark.parametrize("style", ["\r\n", "bom", "link"])
def test_line_ends_marks_and_links_stay(season: Season, style: str) -> None:
    raw = season.cycle.read_bytes()
    if style == "link":
        real = season.folder / "elsewhere.yaml"
        season.cycle.rename(real)
        season.cycle.symlink_to(real)
    else:
        raw = raw.replace(b"\n", b"\r\n") if style == "\r\n" else b"\xef\xbb\xbf" + raw
        season.cycle.write_bytes(raw)
    assert season.run("assign", "aldersyke", "--group", "TBC").code in (0, 1)
    assert season.run("confirm", "performance-meeting", "--room", "The Library").code == 0
    assert season.cycle.is_symlink() == (style == "link")
    assert b"room: The Library" in season.cycle.read_bytes()
    assert season.cycle.read_bytes().replace(b"The Library", b"Committee Room 2").count(b"\r\n") == raw.count(
        b"\r\n"
    )


def test_the_file_is_put_back_where_the_log_cannot_be_written(
    season: Season, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_log: Path, _lines: object) -> None:
        raise NotWritten("the disk is full")

    monkeypatch.setattr("peercycle.progress.append._append", full)
    file, log = season.cycle.read_bytes(), season.log.read_bytes()
    answer = season.run("confirm", "performance-meeting", "--room", "The Library")
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.endswith("the disk is full; ~/cycles/2026-27.yaml is as it was\n")
    assert (season.cycle.read_bytes(), season.log.read_bytes()) == (file, log)


def test_a_file_that_was_changed_meanwhile_is_left_alone(
    season: Season, monkeypatch: pytest.MonkeyPatch
) -> None:
    from peercycle.workspace import changing

    real = changing.tried

    def meanwhile(*arguments: object) -> object:
        found = real(*arguments)  # type: ignore[arg-type]
        season.cycle.write_text(season.cycle.read_text(encoding="utf-8") + "# by hand\n", encoding="utf-8")
        return found

    monkeypatch.setattr(changing, "tried", meanwhile)
    answer = season.run("confirm", "performance-meeting", "--room", "The Library")
    assert answer.code == 2
    assert "was changed meanwhile; run it again" in answer.err
    assert season.cycle.read_text(encoding="utf-8").endswith("# by hand\n")
    assert "The Library" not in season.cycle.read_text(encoding="utf-8")


def test_a_file_with_errors_is_not_touched(season: Season) -> None:
    text = season.cycle.read_text(encoding="utf-8").replace(
        "Friday 16 October 2026", "Monday 16 October 2026"
    )
    season.cycle.write_text(text, encoding="utf-8")
    answer = season.run("assign", "aldersyke", "--round", "december")
    assert answer.code == 1
    assert "nothing was done" in answer.err
    assert season.cycle.read_text(encoding="utf-8") == text
