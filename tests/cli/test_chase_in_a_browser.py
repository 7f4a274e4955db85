"""The index of drafts, the HTML part of a letter, and a checklist with all that a log adds, judged by axe."""

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tests.cli.season import begin
from tests.exports.test_browser import judged

pytestmark = pytest.mark.browser


@pytest.fixture
def outbox(tmp_path: Path, call: Call) -> Path:
    """Return a folder with the drafts of a day, their index, and a checklist."""
    season, out = begin(tmp_path, call), tmp_path / "outbox"
    season.run("chase", "--out", str(out))
    season.run("render", "checklist", "juniper-bay", "--to", "html", "--out", str(out))
    return out


def page(out: Path, kind: str) -> str:
    if kind == "letter":
        message = message_from_bytes((out / "orrinshaw-dcs-second-reminder.eml").read_bytes(), policy=default)
        assert isinstance(message, EmailMessage)
        part = message.get_body(("html",))
        assert part is not None
        text: str = part.get_content()
        return text
    name = "index.html" if kind == "index" else "2026-27-checklist-juniper-bay.html"
    return (out / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [1100, 320])
@pytest.mark.parametrize("kind", ["index", "letter", "checklist"])
def test_axe_finds_no_fault(kind: str, width: int, chromium: str, axe: str, outbox: Path) -> None:
    found = judged(chromium, axe, page(outbox, kind), width, outbox)
    beside = ("landmark-one-main", "page-has-heading-one", "region")  # a mail is no page
    assert [rule for rule in found["violations"] if kind != "letter" or rule[0] not in beside] == []
    assert found["overflow"] <= 0
