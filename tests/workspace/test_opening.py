"""A cycle file opened: its faults in the order of the file, its state, and the source document beside it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from peercycle.diagnostics.fault import Fault, Mark
from peercycle.rules import errors, remarks
from peercycle.rules.examined import Examined
from peercycle.workspace.files import FileTrouble
from peercycle.workspace.opening import open_cycle
from tests.reading.small_cycle import SMALL, changed
from tests.reading.test_properties import DATA, ODD_VALUES, PLACES, check, replaced

ON = date(2017, 11, 1)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return the path of the small cycle in a folder of its own."""
    path = tmp_path / "cycles" / "2017-18.yaml"
    path.parent.mkdir()
    path.write_text(SMALL, encoding="utf-8")
    return path


def rule(*places: str, severity: str = "warning") -> Any:
    """Return a set of one rule that finds a fault at each of these places."""

    def found(_: Examined) -> Iterator[Fault]:
        return (Fault("found", Mark(tuple(place.split("/")))) for place in places)

    return lambda: (SimpleNamespace(ID="some-rule", SEVERITY=severity, check=found),)


def test_a_sound_cycle_is_opened_with_its_plan(path: Path) -> None:
    opened = open_cycle(path, ON, (errors, remarks))
    assert opened.path == path
    assert opened.plan
    assert opened.sound
    assert not [item for item in opened.diagnostics if item.severity == "error"]


def test_the_state_of_a_file_is_that_of_its_bytes(path: Path) -> None:
    state = open_cycle(path, ON, ()).state
    assert (len(state), open_cycle(path, ON, ()).state) == (6, state)
    path.write_bytes(path.read_bytes() + b"# more\n")
    assert open_cycle(path, ON, ()).state != state


def test_faults_of_form_and_of_rules_stand_in_the_order_of_the_file(path: Path) -> None:
    path.write_text(
        changed(("sign-off:", "signoff:"), ("region: N", "region: N\nregion: N")), encoding="utf-8"
    )
    opened = open_cycle(path, ON, (rule("title", "phases/challenge/title"), rule("roles")))
    assert [(item.span.line, item.rule) for item in opened.diagnostics] == [
        (3, "some-rule"),
        (5, "duplicate-key"),
        (8, "some-rule"),
        (34, "unknown-key"),
        (36, "some-rule"),
    ]
    assert not opened.sound


@pytest.mark.parametrize(("severity", "sound"), [("error", False), ("warning", True), ("info", True)])
def test_only_an_error_makes_a_file_unsound(path: Path, severity: str, *, sound: bool) -> None:
    assert open_cycle(path, ON, (rule("title", severity=severity),)).sound is sound


def test_nothing_is_said_of_a_part_that_was_left_out(path: Path) -> None:
    path.write_text(changed(("due: Friday 27 October 2017", "due: 30 February 2018")), encoding="utf-8")
    due = "phases/self-evaluation/actions/submit-self-view/due"
    opened = open_cycle(path, ON, (rule(due, f"{due}/moor", due.removesuffix("due") + "owner"),))
    assert [(item.rule, item.place[-5:]) for item in opened.diagnostics] == [
        ("some-rule", "owner"),
        ("impossible-date", "w/due"),
    ]


def test_a_file_that_holds_no_cycle_has_faults_of_form_only(path: Path) -> None:
    path.write_text("- a\n", encoding="utf-8")
    opened = open_cycle(path, ON, (rule("title"),))
    assert (opened.plan, opened.sound, len(opened.diagnostics)) == (None, False, 1)


def test_a_file_that_is_not_there_is_no_diagnostic(tmp_path: Path) -> None:
    with pytest.raises(FileTrouble):
        open_cycle(tmp_path / "nope.yaml", ON, ())


def source_seen(path: Path, name: str) -> str | None:
    """Return the text of the source document that the rules get to see."""
    seen = []

    def found(examined: Examined) -> tuple[Fault, ...]:
        seen.append(examined.source_text)
        return ()

    quoted = f"region: Northmere\nsource: {{title: The programme, file: {name!r}}}"
    path.write_text(changed(("region: Northmere", quoted)), encoding="utf-8")
    listing: Any = lambda: (SimpleNamespace(ID="some-rule", SEVERITY="info", check=found),)  # noqa: E731
    open_cycle(path, ON, (listing,))
    return seen[0]


def test_the_source_document_is_read_from_beside_the_cycle(path: Path) -> None:
    (path.parent / "sources").mkdir()
    (path.parent / "sources" / "programme.txt").write_bytes(b"\xef\xbb\xbfSent by \xff Friday")
    assert source_seen(path, "sources/programme.txt") == "Sent by \ufffd Friday"


@pytest.mark.parametrize(
    "name",
    [
        "nope.txt",
        ".",
        "",
        "../secret.txt",
        "/etc/hostname",
        "x" * 5000,
        "loop",
        "link",
        "sources/../../secret.txt",
    ],
)
def test_no_other_file_is_read_as_the_source_document(name: str, path: Path) -> None:
    (path.parent.parent / "secret.txt").write_text("secret", encoding="utf-8")
    (path.parent / "loop").symlink_to("loop")
    (path.parent / "link").symlink_to("../secret.txt")
    assert source_seen(path, name) is None


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(PLACES), ODD_VALUES)
def test_the_rules_survive_anything_that_reads(
    path: Path, where: tuple[int, tuple[str, ...]], value: Any
) -> None:
    number, place = where
    data = replaced(DATA[number], place, value)
    path.write_text(
        yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False), encoding="utf-8"
    )
    opened = open_cycle(path, ON, (errors, remarks))
    check(opened.reading)
    assert opened.diagnostics == sorted(opened.diagnostics, key=lambda item: (item.span[:2], item.rule))
