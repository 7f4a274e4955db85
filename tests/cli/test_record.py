"""`record`: what is written, what is shown, and what is refused without a word of it being kept."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tests.cli.season import Season, begin

Golden = Callable[[str, str | bytes], None]


@pytest.fixture
def season(tmp_path: Path, call: Call, monkeypatch: pytest.MonkeyPatch) -> Season:
    monkeypatch.setenv("PEERCYCLE_BY", "the coordinator")
    return begin(tmp_path, call)


SHOWN = {
    "sent-and-signed": "submit-self-view orrinshaw --sent --signed lead-member",
    "out-of-order": "return-mou tarnwick --signed chief-executive --date 2026-11-20",
    "everyone": "issue-questions all --sent",
    "again": "return-mou quillmere --signed dcs --date 2026-10-16",
    "held": "network-november --held --date 2026-11-23",
    "done-whatever-is-missing": "return-mou juniper-bay --done --note x",
}


@pytest.mark.parametrize("name", SHOWN)
def test_the_new_standing_is_shown(season: Season, golden: Golden, name: str) -> None:
    answer = season.run("record", *SHOWN[name].split())
    assert (answer.code, answer.err) == (0, "")
    golden(f"cli/record-{name}.txt", answer.out)


WRITTEN = [
    (
        "submit-self-view orrinshaw --sent --signed lead-member --ref an.eml",
        [{"what": "sent", "action": "submit-self-view", "authority": "orrinshaw", "role": "lead-member",
          "date": "2026-11-23", "ref": "an.eml"}],
    ),
    (
        "return-mou orrinshaw --signed dcs --signed Lead_Member --date 20_November_2026",
        [{"what": "signed", "action": "return-mou", "authority": "orrinshaw", "role": "dcs", "date": "2026-11-20"},
         {"what": "signed", "action": "return-mou", "authority": "orrinshaw", "role": "lead-member",
          "date": "2026-11-20"}],
    ),
    (
        "return-mou Juniper_Bay TARNWICK --signed chief-executive",
        [{"what": "signed", "action": "return-mou", "authority": key, "role": "chief-executive", "date": "2026-11-23"}
         for key in ("juniper-bay", "tarnwick")],
    ),
    ("prepare-data", [{"what": "done", "action": "prepare-data", "date": "2026-11-23"}]),
    (
        "return-mou juniper-bay --done --signed chief-executive",
        [{"what": "signed", "action": "return-mou", "authority": "juniper-bay", "role": "chief-executive",
          "date": "2026-11-23"},
         {"what": "done", "action": "return-mou", "authority": "juniper-bay", "date": "2026-11-23"}],
    ),
    ("network-november", [{"what": "held", "event": "network-november", "date": "2026-11-23"}]),
    ("forum/december/cluster-coast", [{"what": "held", "event": "forum/december/cluster-coast", "date": "2026-11-23"}]),
    ("forum cobblewick --held", [{"what": "held", "event": "forum/december/cluster-coast", "date": "2026-11-23"}]),
    (
        "take-actions-forward/december/cluster-coast --done",
        [{"what": "done", "action": "take-actions-forward/december/cluster-coast", "date": "2026-11-23"}],
    ),
    (
        "prepare-to-challenge/cobblewick/forum/december/cluster-coast",
        [{"what": "done", "action": "prepare-to-challenge", "event": "forum/december/cluster-coast",
          "authority": "cobblewick", "date": "2026-11-23"}],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("line", "expected"), WRITTEN)
def test_what_is_written(season: Season, line: str, expected: list[dict[str, str]]) -> None:
    before = season.log.read_bytes()
    answer = season.run("record", *(word.replace("_", " ") for word in line.split()))
    assert (answer.code, answer.err) == (0, "")
    assert season.log.read_bytes().startswith(before)
    assert season.last(len(expected)) == [{**record, "by": "the coordinator"} for record in expected]


def test_what_a_group_or_a_round_stands_for(season: Season) -> None:
    season.run("record", "issue-questions", "cluster-coast", "--sent")
    assert [record["authority"] for record in season.last(8)] == [
        "cobblewick", "hollinsea", "juniper-bay", "netherquay", "aldersyke", "pellbridge", "skerriby", "vennside",
    ]  # fmt: skip
    ids = [record["id"] for record in season.records()[-8:]]
    assert [id_.rpartition("-")[2] for id_ in ids] == [str(number) for number in range(1, 9)]
    assert len({id_.rpartition("-")[0] for id_ in ids}) == 1


REFUSED = [
    ("issue-questions cobblewick hollinsea junper-bay --sent",
     "no authority is called 'junper-bay'\nNearest: juniper-bay. Nothing was recorded for any of them."),
    ("submit-selfview orrinshaw --sent",
     "this cycle has no action and no event called 'submit-selfview'\nNearest: submit-self-view, write-self-view. Nothing was recorded."),
    ("submit-self-view orrinshaw --signed dcs",
     ("the Director of Children's Services does not sign submit-self-view\n"
     "It is signed by: Lead Member (lead-member). Nothing was recorded.")),
    ("submit-self-view orrinshaw --signed mayor",
     "'mayor' is no role that signs submit-self-view\nIt is signed by: Lead Member (lead-member). Nothing was recorded."),
    ("issue-questions orrinshaw --signed dcs", "nobody signs issue-questions\nLeave --signed out. Nothing was recorded."),
    ("submit-self-view orrinshaw",
     ("submit-self-view is signed by the Lead Member: say what happened\n"
     "Write --sent, --signed ROLE, both, or --done to settle it as it is. Nothing was recorded.")),
    ("submit-self-view --sent",
     ("submit-self-view is 24 tasks: whose was it?\n"
     "Name the authorities, as in: submit-self-view cobblewick; or all. Nothing was recorded.")),
    ("submit-self-view orrinshaw --held",
     "submit-self-view is no meeting: it cannot be held\nWrite --sent, --signed ROLE or --done. Nothing was recorded."),
    ("network-november --sent",
     "network-november is a meeting: it can only be held\nWrite --held. Nothing was recorded."),
    ("forum --held",
     ("forum is held 6 times: name one\nOne of: forum/december/cluster-coast, forum/december/cluster-dale, "
     "forum/december/cluster-moor, forum/january/cluster-coast and 2 more. Nothing was recorded.")),
    ("forum/dezember/cluster-coast --held",
     ("there is no 'forum/dezember/cluster-coast'\nNearest: forum/december/cluster-coast, "
     "forum/december/cluster-moor, forum/december/cluster-dale. Nothing was recorded.")),
    ("take-actions-forward cluster-coast --done",
     ("take-actions-forward is 2 tasks of cluster-coast: name one\nOne of: take-actions-forward/december/cluster-coast, "
     "take-actions-forward/january/cluster-coast. Nothing was recorded.")),
    ("prepare-to-challenge cobblewick --done",
     ("prepare-to-challenge is 2 tasks of Cobblewick: name one\n"
     "One of: prepare-to-challenge/cobblewick/forum/december/cluster-coast, "
     "prepare-to-challenge/cobblewick/forum/january/cluster-coast. Nothing was recorded.")),
    ("send-template orrinshaw --sent",
     "Orrinshaw has nothing to do with send-template\nThose who have: send-template. Nothing was recorded."),
    ("submit-self-view orrinshaw --sent --date 2026-11-24",
     ("--date: Tuesday 24 November 2026 is still to come: the day asked about is Monday 23 November 2026\n"
     "Nothing was recorded. What is planned stands in the cycle file; record it once it has happened.")),
    ("submit-self-view orrinshaw --sent --date 2025-11-20",
     ("--date: Thursday 20 November 2025 is before the cycle 2026-27 begins (September 2026 to April 2027)\n"
     "Nothing was recorded. Is the year right, and the cycle (-c)?")),
    ("submit-self-view orrinshaw --sent --date November_2026",
     "--date: 'November 2026' is not one day\nWrite one day, as in: --date 2017-12-01, or --date '1 December 2017'."),
    ("submit-self-view orrinshaw --sent --date Tuesday_23_November_2026",
     "--date: Tuesday 23 November 2026 is not a Tuesday\nWrite Monday 23 November 2026, or another day."),
    ("submit-self-view orrinshaw --sent --done", "--sent and --done cannot both be said in one record\nNothing was recorded."),
    ("", "ACTION is missing\nAs in: peercycle record submit-self-view bolton --sent"),
    ("submit-self-view orrinshaw --sent --undo x", "--undo stands alone\nWrite: peercycle record --undo ID"),
    ("--undo 2026-11-23-zzzzzzzz", "nothing is recorded under '2026-11-23-drawn'\npeercycle history shows them."),
    ("--undo 2026-11-23", "nothing is recorded under '2026-11-23'\npeercycle history shows them."),
]  # fmt: skip


@pytest.mark.parametrize(("line", "said"), REFUSED)
def test_what_is_refused_is_not_kept(season: Season, line: str, said: str) -> None:
    before = season.log.read_bytes()
    answer = season.run("record", *(word.replace("_", " ") for word in line.split()))
    assert (answer.code, answer.out, answer.err) == (2, "", f"peercycle: {said}\n")
    assert season.log.read_bytes() == before


HOSTILE = [
    "two\nlines\r\nand a tab\t", "\x1b[31mred\x07", "\u202eesrever", "{{7*7}} <b>&", '"quoted" \\ back',
    "=1+1", "\U000e0001tag", "\u2028 line", "é 漢字 😀", "x" * 10_000,
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_is_kept_faithfully_and_shown_clean(season: Season, text: str) -> None:
    answer = season.run("record", "issue-questions", "cobblewick", "--sent", "--note", text)
    assert (answer.code, answer.err) == (0, "")
    assert season.last()[0]["note"] == text.strip()
    raw = season.log.read_bytes().decode()
    assert all(line.isprintable() for line in raw.split("\n"))
    shown = season.run("history", "--for", "cobblewick").out
    assert all(line.isprintable() for line in shown.split("\n"))
    assert season.run("history", "--for", "cobblewick", columns=40).code == 0


@pytest.mark.parametrize(
    ("option", "text", "said"),
    [
        ("--note", "x" * 10_001, "--note has 10,001 characters; a text has at most 10,000"),
        ("--ref", "x" * 1_000_000, "--ref has 1,000,000 characters; a text has at most 10,000"),
        ("--note", "half \udc80", "--note holds a character that is not whole, which no file can keep"),
        ("--by", "", "--by names nobody"),
        ("--by", "x" * 201, "--by has 201 characters; a name has at most 200"),
        ("--by", "\ud800", "--by holds a character that is not whole, which no file can keep"),
    ],
)
def test_what_no_log_can_keep_is_refused_with_the_reason(
    season: Season, option: str, text: str, said: str
) -> None:
    before = season.log.read_bytes()
    answer = season.run("record", "issue-questions", "cobblewick", "--sent", option, text)
    assert answer.code == 2
    assert answer.err.splitlines()[0] == f"peercycle: {said}"
    assert season.log.read_bytes() == before


def test_what_is_taken_back_is_as_if_it_had_never_been(season: Season, golden: Golden) -> None:
    before = season.run("status").out
    season.run("record", "return-mou", "juniper-bay", "tarnwick", "--signed", "chief-executive")
    shared = season.records()[-1]["id"].rpartition("-")[0]
    assert season.run("status").out != before
    answer = season.call(
        "record", "--undo", shared, "-c", str(season.cycle), "--on", "2026-11-23", columns=100
    )
    assert answer.code == 0
    golden("cli/record-undone.txt", answer.out)
    after = season.run("status").out
    assert [line for line in after.splitlines() if "record" not in line] == [
        line for line in before.splitlines() if "record" not in line
    ]
    again = season.call("record", "--undo", shared, "-c", str(season.cycle), "--on", "2026-11-23")
    assert again.code == 2
    assert again.err.endswith("is taken back already, by the coordinator\nRecord it anew if it did happen.\n")


def test_what_is_signed_by_all_says_that_it_is_not_sent(season: Season) -> None:
    answer = season.run("record", "return-mou", "juniper-bay", "--signed", "chief-executive")
    assert "Still waiting on Juniper Bay, since Monday 23 November 2026: 3 of 3 signed, not sent, 38 days late" in (
        " ".join(answer.out.split())
    )  # fmt: skip
    everyone = " ".join(season.run("status").out.split())
    assert "return-mou: 3 of 3 signed, not sent, since Monday 23 November 2026" in everyone
    season.run("record", "submit-self-view", "orrinshaw", "--signed", "lead-member")
    own = " ".join(season.run("status", "--for", "orrinshaw").out.split())
    assert "Send the self-view: signed, not sent, since Monday 23 November 2026" in own


def test_what_changed_the_file_is_not_undone_in_the_log_alone(season: Season) -> None:
    season.run("confirm", "performance-meeting", "--room", "The Library")
    changed = season.records()[-1]["id"]
    answer = season.call("record", "--undo", changed, "-c", str(season.cycle), "--on", "2026-11-23")
    assert answer.code == 2
    assert answer.err.splitlines()[0] == f"peercycle: '{changed}' changed the cycle file"


def test_the_first_record_makes_the_log(tmp_path: Path, call: Call) -> None:
    season = begin(tmp_path, call, log=False)
    answer = season.run("record", "send-template", "--sent", "--by", "the coordinator")
    assert answer.code == 0
    assert season.last() == [
        {"by": "the coordinator", "what": "sent", "action": "send-template", "date": "2026-11-23"}
    ]


@pytest.mark.parametrize("make", ["folder", "read-only"])
def test_a_log_that_cannot_be_written(tmp_path: Path, call: Call, make: str) -> None:
    season = begin(tmp_path, call, log=False)
    if make == "folder":
        season.log.mkdir()
    else:
        season.log.symlink_to(tmp_path / "nowhere" / "log")
    answer = season.run("record", "send-template", "--sent", "--by", "x")
    assert (answer.code, answer.out) == (2, "")
    assert "2026-27.progress.jsonl" in answer.err


def test_who_is_not_yet_placed_is_assigned_first(tmp_path: Path, call: Call) -> None:
    season = begin(tmp_path, call, log=False)
    text = season.cycle.read_text(encoding="utf-8")
    for old in ("group: cluster-coast, round: december", "group: cluster-coast, round: january"):
        text = text.replace(old, "group: cluster-coast, round: TBC")
    season.cycle.write_text(text, encoding="utf-8")
    answer = season.run("record", "forum", "aldersyke", "--held")
    assert answer.code == 2
    assert answer.err.splitlines()[0] == "peercycle: forum has 2 meetings that can be of aldersyke: name one"


def test_the_time_of_writing_is_on_the_day_that_stands_in_for_today(season: Season) -> None:
    season.run("record", "issue-questions", "cobblewick", "--sent", on="2027-01-20")
    (at,) = (record["at"] for record in season.records()[-1:])
    assert at.startswith("2027-01-20T")
    assert season.call("validate", "--strict", str(season.cycle)).code == 0


def test_a_day_no_calendar_of_ours_reaches_is_refused(season: Season) -> None:
    answer = season.run("assign", "aldersyke", "--round", "december", on="0001-01-01")
    assert (answer.code, answer.out) == (2, "")
