"""`peercycle render`: what it writes, where, under which name, and how it ends."""

from pathlib import Path

import pytest

from peercycle.documents.kinds import KINDS
from tests.cli.conftest import MADE_UP, REAL, Call
from tests.cycles import files

ON = ("-c", REAL, "--on", "2017-12-01")


def test_one_checklist_is_printed(call: Call) -> None:
    answer = call("render", "checklist", "bolton", *ON)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith(
        "# Bolton: peer challenge checklist, 2017/18\n\nAs at\n: Friday 1 December 2017\n"
    )


@pytest.mark.parametrize(
    ("day", "remark"),
    [
        ("2018-04-30", ""),
        ("2017-06-01", ""),
        (
            "2017-05-31",
            "warning: Wednesday 31 May 2017 lies outside the cycle (summer 2017 to April 2018).\n",
        ),
        ("2020-05-01", "warning: Friday 1 May 2020 lies outside the cycle (summer 2017 to April 2018).\n"),
    ],
)
def test_a_day_outside_the_cycle_is_remarked_on_once(
    call: Call, tmp_path: Path, day: str, remark: str
) -> None:
    order = ("render", "checklist,headlines", "bolton", "-c", REAL, "--on", day)
    out = ("--out", str(tmp_path))
    for arguments in (order, (*order, *out), (*order, *out)):  # printed, written, and nothing new to write
        answer = call(*arguments)
        assert (answer.code, answer.err) == (0, remark)


def test_a_checklist_for_each_authority(call: Call, tmp_path: Path) -> None:
    answer = call("render", "checklist", *ON, "--out", str(tmp_path / "out"), "--to", "md,html")
    assert (answer.code, answer.out, answer.err) == (0, f"46 documents written to {tmp_path / 'out'}\n", "")
    names = sorted(path.name for path in (tmp_path / "out").glob("2017*"))
    assert len(names) == 46
    assert names[:2] == [
        "2017-18-checklist-blackburn-with-darwen.html",
        "2017-18-checklist-blackburn-with-darwen.md",
    ]


def test_an_agenda_for_each_meeting(call: Call, tmp_path: Path) -> None:
    assert call("render", "agenda", *ON, "--out", str(tmp_path), "--to", "md,html").code == 0
    assert len(list(tmp_path.glob("2017*"))) == 74
    forums = sorted(path.name for path in tmp_path.glob("*forum*.md"))
    assert len(forums) == 6
    assert "2017-18-agenda-forum-december-bpn-trafford.md" in forums


SUBJECTS = [
    (("agenda", "forum/december"), 3),
    (("agenda", "forum"), 6),
    (("agenda", "FORUM/December/"), 3),
    (("agenda", "nwadcs-november", "forum/december/bpn-trafford", "nwadcs-november"), 2),
    (("checklist", "Bolton", "bury"), 2),
    (("agenda", "--next"), 1),
]


@pytest.mark.parametrize(("arguments", "count"), SUBJECTS)
def test_an_id_stands_for_all_under_it(
    call: Call, tmp_path: Path, arguments: tuple[str, ...], count: int
) -> None:
    assert call("render", *arguments, *ON, "--out", str(tmp_path)).code == 0
    assert len(list(tmp_path.glob("2017*"))) == count


def test_the_next_meeting(call: Call) -> None:
    answer = call("render", "agenda", "--next", "-c", MADE_UP, "--on", "2026-11-27")
    assert answer.out.startswith("# Coast cluster peer challenge forum: agenda\n")


REFUSED = [
    (("checklist", "boltn"), "no checklist can be made of 'boltn'\nNearest: bolton\n"),
    (
        ("checklist", "qqqq"),
        f"no checklist can be made of 'qqqq'\nThere are: {', '.join(files.plan(files.REAL).cycle.authorities)}\n",
    ),
    (("board-paper", "qqqq"), "no board-paper can be made of 'qqqq'\nThere is: board-february\n"),
    (("market-place", "bolton"), "no market-place can be made of 'bolton'\nThere is: nwadcs-february\n"),
    (
        ("agenda", "qqqq"),
        (
            "no agenda can be made of 'qqqq'\nThere are: spd-meeting, nwadcs-november, forum, conversation, follow-up, "
            "nwadcs-february, board-february, quality-meeting, nwadcs-march, board-programme\n"
        ),
    ),
    (("checklists",), "'checklists' is not a kind of document\nNearest: checklist\n"),
    (("poem",), f"'poem' is not a kind of document\nKinds: {', '.join(KINDS)}, all\n"),
    (
        ("all", "bolton", "--out", "out"),
        "all is every kind for every subject; name a kind to choose subjects\n",
    ),
    (
        ("all", "--next", "--out", "out"),
        "all is every kind for every subject; name a kind to choose subjects\n",
    ),
    (("checklist", "--next"), "--next is for one kind of paper of a meeting, without naming the meeting\n"),
    (
        ("agenda", "forum", "--next"),
        "--next is for one kind of paper of a meeting, without naming the meeting\n",
    ),
    (
        ("checklist", "bolton", "--out", ""),
        "--out names no folder\nWrite --out DIR, or --out . for the folder you are in.\n",
    ),
    (
        ("checklist", "bolton", "--out", "  ", "--to", "html"),
        "--out names no folder\nWrite --out DIR, or --out . for the folder you are in.\n",
    ),
    (
        ("checklist", "--to", "odt", "--out", "x"),
        "--to: 'odt' is not a format\nFormats: md, html, docx, pdf\n",
    ),
    (("checklist", "--to", ","), "--to: ',' is not a format\nFormats: md, html, docx, pdf\n"),
    (("checklist", "--to", "html"), "--to html makes files; say where\nAdd --out DIR.\n"),
]


@pytest.mark.parametrize(("arguments", "message"), REFUSED)
def test_wrong_usage_ends_with_2_and_says_what_is_right(
    call: Call, arguments: tuple[str, ...], message: str
) -> None:
    answer = call("render", *arguments, *ON)
    assert (answer.code, answer.out, answer.err) == (2, "", f"peercycle: {message}")


def test_after_the_last_meeting_there_is_no_next(call: Call) -> None:
    answer = call("render", "agenda", "--next", "-c", REAL, "--on", "2018-09-01")
    assert (answer.code, answer.err) == (
        2, "peercycle: no meeting with a day lies ahead\nName one: peercycle render agenda EVENT\n",
    )  # fmt: skip


def workspace(tmp_path: Path, template: str | bytes) -> str:
    """Return a cycle file in a workspace that has a checklist template of its own."""
    for folder in ("cycles", "templates"):
        (tmp_path / folder).mkdir()
    (tmp_path / "templates" / "checklist.md.j2").write_bytes(
        template if isinstance(template, bytes) else template.encode()
    )
    path = tmp_path / "cycles" / "2017-18.yaml"
    path.write_bytes(Path(REAL).read_bytes())
    return str(path)


def test_a_misspelt_field_ends_with_1_and_nothing_is_written(call: Call, tmp_path: Path) -> None:
    cycle = workspace(tmp_path, "# {{ title }}\n\n{{ nmae }}\n")
    out = tmp_path / "out"
    answer = call("render", "all", "-c", cycle, "--on", "2017-12-01", "--out", str(out), "--to", "md,html")
    template = tmp_path / "templates" / "checklist.md.j2"
    assert (answer.code, answer.out) == (1, "")
    assert answer.err == (
        f"peercycle: {template}:3: there is no 'nmae' here; did you mean 'name'?\n"
        "Nothing was written. Mend the template, or remove it to use the shipped one.\n"
    )
    assert not out.exists()


def test_a_template_that_leads_nowhere_is_none(call: Call, tmp_path: Path) -> None:
    cycle = workspace(tmp_path, "x")
    template = tmp_path / "templates" / "checklist.md.j2"
    template.unlink()
    template.symlink_to(tmp_path / "nowhere")
    answer = call("render", "checklist", "bolton", "-c", cycle, "--on", "2017-12-01")
    assert answer.out.startswith("# Bolton: peer challenge checklist, 2017/18\n")


def test_a_folder_that_cannot_be_written_ends_with_2(call: Call, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("in the way")
    answer = call("render", "checklist", "bolton", *ON, "--out", str(tmp_path / "out"))
    assert (answer.code, answer.out) == (2, "")
    assert answer.err == f"peercycle: {tmp_path / 'out'}: this is a file; a folder is wanted\n"
