"""How often an entry of a calendar was changed: kept beside the cycle file, and counted from one run to the next."""

import json
from datetime import date, time
from pathlib import Path

import pytest

from peercycle.schedule.diary import Entry
from peercycle.workspace.files import FileTrouble
from peercycle.workspace.revisions import Revision, Revisions, core_of

DAY, FIRST, SECOND, THIRD = date(2026, 12, 8), date(2026, 11, 2), date(2026, 11, 9), date(2026, 11, 16)
FORUM = Entry("forum", "Forum", DAY, DAY, time(9, 30), time(16), "Mill Hall", meeting=True)


@pytest.fixture
def cycle_file(tmp_path: Path) -> Path:
    """Return the path of a cycle file that need not be there."""
    return tmp_path / "2026-27.yaml"


def after(cycle_file: Path, entry: Entry, on: date) -> tuple[int, date]:
    """Return the revision of an entry in a run of its own."""
    revisions = Revisions(cycle_file)
    held = revisions.published("forum", entry, on)
    revisions.keep()
    return held.sequence, held.on


def test_what_stays_the_same_keeps_its_number_and_its_day(cycle_file: Path) -> None:
    assert after(cycle_file, FORUM, FIRST) == (0, FIRST)
    before = cycle_file.with_suffix(".calendar.json").stat().st_mtime_ns
    assert after(cycle_file, FORUM, SECOND) == (0, FIRST)
    assert cycle_file.with_suffix(".calendar.json").stat().st_mtime_ns == before


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Other"}, {"first": date(2026, 12, 7)}, {"last": date(2026, 12, 9)}, {"start": None}, {"end": time(17)},
        {"where": ""}, {"tentative": True}, {"perhaps": ("ash",)},
        {"notes": ("By midday.",)}, {"remind": date(2026, 12, 4)}, {"elsewhere": ("ash: You are challenged.",)},
    ],
    ids=lambda change: next(iter(change)),
)  # fmt: skip
def test_each_change_counts_once(cycle_file: Path, change: dict[str, object]) -> None:
    after(cycle_file, FORUM, FIRST)
    assert after(cycle_file, FORUM._replace(**change), SECOND) == (1, SECOND)  # type: ignore[arg-type]
    assert after(cycle_file, FORUM._replace(**change), THIRD) == (1, SECOND)  # type: ignore[arg-type]
    assert after(cycle_file, FORUM, THIRD) == (2, THIRD)


def test_what_ended_and_came_back_goes_on_counting(cycle_file: Path) -> None:
    after(cycle_file, FORUM, FIRST)
    revisions = Revisions(cycle_file)
    revisions.ended(["forum"], SECOND)
    revisions.ended(["forum"], THIRD)
    assert revisions.held == {"forum": Revision(core_of(FORUM), 1, SECOND, gone=True, shown=1)}
    revisions.keep()
    assert after(cycle_file, FORUM, THIRD) == (2, THIRD)


def asking(cycle_file: Path, entry: Entry, on: date, *asked: str) -> Revision:
    """Return the revision of a meeting with those asked to it, published in a run of its own."""
    revisions = Revisions(cycle_file)
    revisions.published("forum", entry, on, asked)
    revisions.keep()
    return Revisions(cycle_file).held["forum"]


def sent(cycle_file: Path, *reached: str) -> Revision:
    """Return the revision of a meeting after these have a message of it."""
    revisions = Revisions(cycle_file)
    revisions.sent("forum", reached)
    revisions.keep()
    return Revisions(cycle_file).held["forum"]


def test_a_change_is_untold_until_each_was_sent_a_message(cycle_file: Path) -> None:
    asked = ("dcs of ash", "chair of board")
    assert asking(cycle_file, FORUM, FIRST, *asked).untold == ()
    assert asking(cycle_file, FORUM._replace(title="Other"), SECOND, *asked).untold == asked
    assert sent(cycle_file, "dcs of ash").untold == ("chair of board",)
    assert sent(cycle_file, "chair of board").untold == ()
    revisions = Revisions(cycle_file)
    revisions.ended(["forum"], THIRD)
    assert revisions.held["forum"].untold == asked


def test_whoever_joins_or_leaves_raises_the_number_and_is_told_alone(cycle_file: Path) -> None:
    asking(cycle_file, FORUM, FIRST, "dcs of ash", "dcs of elm")
    held = asking(cycle_file, FORUM, SECOND, "dcs of ash", "dcs of fir")
    assert (held.sequence, held.on, held.untold, held.released) == (
        1,
        SECOND,
        ("dcs of fir",),
        ("dcs of elm",),
    )
    assert asking(cycle_file, FORUM, THIRD, "dcs of ash", "dcs of fir") == held
    held = sent(cycle_file, "dcs of fir", "dcs of elm")
    assert (held.untold, held.released, held.messaged) == ((), (), ("dcs of fir", "dcs of elm"))
    held = asking(cycle_file, FORUM, THIRD, "dcs of ash", "dcs of elm")
    assert (held.sequence, held.untold, held.released) == (2, ("dcs of elm",), ("dcs of fir",))


@pytest.mark.parametrize(
    ("held", "untold"),
    [
        ([0, "2026-11-02"], ()),
        ([2, "2026-11-09"], ("dcs of ash",)),
        ([1, "2026-11-09", True], ("dcs of ash",)),
        ([2, "2026-11-09", False, 1], ("dcs of ash",)),
        ([2, "2026-11-09", False, 2], ()),
    ],
    ids=["first", "changed", "ended", "sent before", "sent"],
)
def test_a_record_that_does_not_say_who_was_told_has_untold_changes_told_to_all(
    cycle_file: Path, held: list[object], untold: tuple[str, ...]
) -> None:
    cycle_file.with_suffix(".calendar.json").write_text(
        json.dumps({"forum": [CORE, *held]}), encoding="utf-8"
    )
    assert bool(Revisions(cycle_file).held["forum"].untold) == bool(untold)
    now = asking(cycle_file, FORUM, THIRD, "dcs of ash")
    assert (now.untold, now.released) == (untold, ())
    assert sent(cycle_file, "dcs of ash").untold == ()


def test_a_day_before_the_last_change_does_not_set_it_back(cycle_file: Path) -> None:
    after(cycle_file, FORUM, SECOND)
    assert after(cycle_file, FORUM._replace(title="Other"), FIRST) == (1, SECOND)
    revisions = Revisions(cycle_file)
    revisions.ended(["forum"], FIRST)
    assert revisions.held["forum"][1:4] == (2, SECOND, True)
    assert revisions.published("forum", FORUM, FIRST)[1:3] == (3, SECOND)


def test_the_record_is_one_line_an_entry(cycle_file: Path) -> None:
    after(cycle_file, FORUM, FIRST)
    assert cycle_file.with_suffix(".calendar.json").read_text(encoding="utf-8") == (
        '{\n  "forum": [["Forum", "2026-12-08", "2026-12-08", "09:30", "16:00", "Mill Hall", ""], 0, "2026-11-02", false, 0, {}, {}]\n}\n'
    )


def test_a_reminder_of_a_month_changes_with_what_it_lists(cycle_file: Path) -> None:
    month = Entry(
        "month/2026-12", "December 2026: no day fixed yet for 1", DAY, DAY, notes=("Talk: December.",)
    )
    assert after(cycle_file, month, FIRST) == (0, FIRST)
    assert after(cycle_file, month, SECOND) == (0, FIRST)
    assert after(cycle_file, month._replace(notes=("Visit: December.",)), THIRD) == (1, THIRD)


@pytest.mark.parametrize("more", [{"notes": ("By 5pm.",), "remind": DAY}, {}], ids=["more", "no more"])
def test_a_record_from_before_notes_were_kept_takes_them_as_they_are(
    cycle_file: Path, more: dict[str, object]
) -> None:
    cycle_file.with_suffix(".calendar.json").write_text(
        json.dumps({"forum": [CORE, 1, "2026-11-02"]}), encoding="utf-8"
    )
    entry = FORUM._replace(**more)  # type: ignore[arg-type]
    assert after(cycle_file, entry, SECOND) == (1, FIRST)
    assert after(cycle_file, entry._replace(notes=("By midday.",)), THIRD) == (2, THIRD)


def test_an_entry_of_such_a_record_stays_as_it_was_until_it_is_published(cycle_file: Path) -> None:
    path = cycle_file.with_suffix(".calendar.json")
    path.write_text(json.dumps({"visit": [CORE, 1, "2026-11-02"]}), encoding="utf-8")
    after(cycle_file, FORUM, SECOND)
    assert json.loads(path.read_text(encoding="utf-8"))["visit"] == [CORE, 1, "2026-11-02", False]


CORE = ["Forum", "2026-12-08", "2026-12-08", "09:30", "16:00", "Mill Hall", ""]
SOUND = [
    {"forum/winter-turn/coast": [CORE, 0, "2026-11-02"]},
    {"send-view/elm+ lead-member": [[*CORE[:3], "", "", "", "?"], 3, "2026-11-02", True]},
    {"send-view/elm+ lead-member": [CORE, 3, "2026-11-02", False, 2]},
    {
        "forum": [
            CORE,
            3,
            "2026-11-02",
            False,
            2,
            {"dcs of ash": -1, "board": 3, "": 0, "*": 0},
            {"dcs of elm": 0},
        ]
    },
    {"forum": [CORE, 1, "2026-11-02", False, 1, {"board": 0}, {}, CORE]},
    {"month/2026-12 everyone": [[*CORE, "Talk: December."], 2**31 - 1, "2026-11-02"]},
]


@pytest.mark.parametrize("held", SOUND, ids=["meeting", "deadline", "sent", "told", "was", "month"])
def test_a_record_that_could_be_published_is_taken(cycle_file: Path, held: dict[str, list[object]]) -> None:
    cycle_file.with_suffix(".calendar.json").write_text(json.dumps(held), encoding="utf-8")
    assert list(Revisions(cycle_file).held) == list(held)


DAMAGED = [
    b"", b"{", b"[1]", b'{"x": 1}', b"[" * 100_000, b"\xff",
    json.dumps({"x": [CORE[:6], 0, "2026-11-02"]}).encode(),
    json.dumps({"x": [CORE, "0", "2026-11-02"]}).encode(),
    json.dumps({"x": [CORE, 0, "yesterday"]}).encode(),
    json.dumps({"x": [[1, *CORE[1:]], 0, "2026-11-02"]}).encode(),
    json.dumps({"x": [CORE, 0, "2026-11-02", True, 1]}).encode(),
    json.dumps({"x": [CORE, 0, "2026-11-02", "yes"]}).encode(),
    json.dumps({"x": [CORE, 1, "2026-11-02", False, True]}).encode(),
    json.dumps({"x": [CORE, 1, "2026-11-02", False, -1]}).encode(),
    json.dumps({"x": [CORE, 1, "2026-11-02", False, 1, 1]}).encode(),
    json.dumps({"x": [CORE, 1, "2026-11-02", False, 1, {}]}).encode(),
    json.dumps({"x": [CORE, 1, "2026-11-02", False, 2, {}, {}]}).encode(),
    json.dumps({"x": [CORE, 1, "2026-11-02", False, 1, {"dcs of ash": 2}, {}]}).encode(),
    json.dumps({"x": [CORE, 1, "2026-11-02", False, 1, {"dcs of ash": -2}, {}]}).encode(),
    json.dumps({"x": [CORE, 1, "2026-11-02", False, 1, {}, {"dcs of ash": -1}]}).encode(),
    json.dumps({"x": [CORE, 1, "2026-11-02", False, 1, {"dcs of \x1b[2J": 1}, {}]}).encode(),
    json.dumps({"x": [CORE, 1, "2026-11-02", False, 1, {}, {}, 1]}).encode(),
    json.dumps({"x": [CORE, 1, "2026-11-02", False, 1, {}, {}, CORE[:6]]}).encode(),
    json.dumps({"x": [CORE, 1, "2026-11-02", False, 1, {}, {}, [*CORE[:3], "9.30am", *CORE[4:]]]}).encode(),
    json.dumps({"x": ["abcdefg", 0, "2026-11-02"]}).encode(),
    json.dumps({"x": [CORE, -1, "2026-11-02"]}).encode(),
    json.dumps({"x": [CORE, 2**31, "2026-11-02"]}).encode(),
    json.dumps({"x": [CORE, True, "2026-11-02"]}).encode(),
    json.dumps({"x": [["Forum", "8 December", *CORE[2:]], 0, "2026-11-02"]}).encode(),
    json.dumps({"x": [["Forum", "2026-12-09", *CORE[2:]], 0, "2026-11-02"]}).encode(),
    json.dumps({"x": [[*CORE[:3], "9.30am", *CORE[4:]], 0, "2026-11-02"]}).encode(),
    json.dumps({"x\r\nATTACH:http://x": [CORE, 0, "2026-11-02"]}).encode(),
    json.dumps({"x y z": [CORE, 0, "2026-11-02"]}).encode(),
    json.dumps({"x\n": [CORE, 0, "2026-11-02"]}).encode(),
]  # fmt: skip


@pytest.mark.parametrize("content", DAMAGED, ids=range(len(DAMAGED)))
def test_a_damaged_record_is_not_begun_anew(cycle_file: Path, content: bytes) -> None:
    path = cycle_file.with_suffix(".calendar.json")
    path.write_bytes(content)
    with pytest.raises(FileTrouble) as caught:
        Revisions(cycle_file)
    assert str(caught.value) == (
        f"{path}: this record of calendars is damaged; take it back from git, or remove it and publish all anew"
    )
