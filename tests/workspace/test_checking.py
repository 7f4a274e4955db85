"""The templates of a workspace looked over: what is named as one and is none."""

from pathlib import Path

import pytest

from peercycle.workspace.checking import strays


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("checklist.md.j2", []),
        ("logo.svg", []),
        ("cheklist.md.j2", ["checklist.md.j2"]),
        ("old/checklist.md.j2", ["checklist.md.j2"]),
        ("old/templates/checklist.md.j2", ["checklist.md.j2"]),
        ("templates/house.docx", ["house.docx"]),
    ],
)
def test_a_template_lies_in_the_folder_itself_under_its_own_name(
    name: str, found: list[str], tmp_path: Path
) -> None:
    path = tmp_path / "templates" / name
    path.parent.mkdir(parents=True)
    path.touch()
    assert list(strays(tmp_path / "cycles" / "2026-27.yaml")) == [(path, close) for close in found]
