"""The index of a pack: who is invited, which papers are for some alone, and the order of meetings without a day."""

import re
from pathlib import Path

import pytest

from tests.cli.conftest import MADE_UP, REAL, Call


@pytest.fixture
def workspace(tmp_path: Path) -> str:
    """Return the real cycle file in a workspace of its own."""
    (tmp_path / "cycles").mkdir()
    path = tmp_path / "cycles" / "2017-18.yaml"
    path.write_bytes(Path(REAL).read_bytes())
    return str(path)


def _cells(call: Call, cycle: str, on: str, out: Path) -> dict[str, list[str]]:
    """Return the lines of each row's papers in the index, without their links, by meeting or authority."""
    call("render", "all", "-c", cycle, "--on", on, "--to", "md", "--out", str(out))
    page = (out / "index.html").read_text(encoding="utf-8")
    found = {}
    for row in re.findall(r"<tr>(.*?)</tr>", page, re.DOTALL):
        cells = re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL)
        lines = re.sub(r"<br ?/?>", "\n", re.sub(r"<a .*?</a>", "", cells[-1])).splitlines()
        found[cells[-2]] = [re.sub(r"<[^>]+>", "", line).strip(" :") for line in lines]
    return found


def test_the_index_names_who_is_invited_and_says_which_papers_are_for_some_alone(
    call: Call, workspace: str, tmp_path: Path
) -> None:
    rows = _cells(call, workspace, "2017-12-01", tmp_path / "pack")
    assert rows["NWADCS meeting"] == ["Agenda", "Invitation (each of the 23 authorities)"]
    assert rows["Peer challenge forum, BPN Trafford"] == [
        "Invitation (each member of BPN Trafford)",
        "For the members of BPN Trafford and the SLI team only",
        "Agenda",
    ]
    assert rows["Ofsted Annual Conversation, Bolton"] == [
        "Invitation (Bolton)",
        "Invitation (Ofsted)",
        "For Bolton and Ofsted only",
        "Agenda",
    ]
    assert rows["NW SLI Board meeting"] == [
        "Agenda",
        "Invitation (the NW SLI Board)",
        "For members of the NW SLI Board only, confidential",
        "Board paper",
    ]
    assert rows["Regional Quality Assurance and action meeting"][-2:] == [
        "For those who come to the meeting only",
        "Regional overview",
    ]
    assert rows["Bolton"] == [
        "For Bolton and the SLI team only",
        "Checklist", "Memorandum of understanding", "Headlines and questions", "Notes form of the forum",
        "For Bolton, the SLI team and the SPD group only",
        "Self-view template",
        "For Bolton and Ofsted only",
        "Papers for the Annual Conversation",
    ]  # fmt: skip


def test_two_invitations_of_the_same_are_told_apart_by_roles(call: Call, tmp_path: Path) -> None:
    folder = tmp_path / "cycles"
    folder.mkdir()
    text = Path(MADE_UP).read_text(encoding="utf-8")
    known = "          each authority in own cluster: [dcs, one ad]\n"
    assert text.count(known) == 1
    lines = (
        "each authority in own cluster: [dcs]",
        "own cluster: [one ad, lead-member]",
        "each authority in cluster-moor: [dcs]",
    )
    more = "".join(f"          {line}\n" for line in lines)
    (folder / "2026-27.yaml").write_text(text.replace(known, more), encoding="utf-8")
    rows = _cells(call, str(folder / "2026-27.yaml"), "2026-11-23", tmp_path / "pack")
    assert rows["Peer challenge forum, Coast cluster"][:3] == [
        "Invitation (Director of Children&#39;s Services (DCS) of each member of the Coast cluster)",
        "Invitation (one Assistant Director (AD) and Lead Member of each member of the Coast cluster)",
        "Invitation (each member of the Moor cluster)",
    ]


def test_a_meeting_after_one_of_several_forums_stands_behind_the_last_of_them(
    call: Call, workspace: str, tmp_path: Path
) -> None:
    call(
        "render", "agenda,invitation", "-c", workspace, "--on", "2017-12-01", "--out", str(tmp_path / "pack")
    )
    page = (tmp_path / "pack" / "index.html").read_text(encoding="utf-8")
    rows = [meeting for _, meeting in re.findall(r'<th scope="row">(.*?)</th>\n<td>(.*?)</td>', page)]
    kinds = list(
        dict.fromkeys(
            row.partition(",")[0] for row in rows[rows.index("Peer challenge forum, BPN Rochdale") :]
        )
    )
    assert kinds == [
        "Peer challenge forum", "Ofsted Annual Conversation", "Follow-up conversation", "NWADCS meeting",
        "NW SLI Board meeting", "Regional Quality Assurance and action meeting",
        "NW SLI Board signs off the revised programme",
    ]  # fmt: skip
    assert rows.index("Ofsted Annual Conversation, Bolton") > max(
        place for place, row in enumerate(rows) if row.startswith("Peer challenge forum")
    )
