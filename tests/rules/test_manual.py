"""Every rule has a file, a manual page whose examples hold, a place in a list, and a test of its own."""

import ast
from pathlib import Path

import pytest

import peercycle.rules
from peercycle.cli.reporting import COUNTED
from peercycle.rules import errors, remarks
from peercycle.rules.form import FORM_FAULTS
from peercycle.rules.log import LOG_FAULTS, log_rules
from peercycle.rules.manual import all_ids, page, read_page
from tests.rules.examples import BASE, every_fault

RULES = Path(peercycle.rules.__file__).parent
NO_RULES = {"__init__", "examined", "logged", "manual", "waiving"}
TESTS = Path(__file__).parent
WIDEST = 76  # `explain` sets examples and sections in 80 columns, up to four of them the margin


def ids_of(folder: Path) -> set[str]:
    return {path.stem.replace("_", "-") for path in folder.glob("*.py") if path.stem not in NO_RULES}


def test_the_base_cycle_has_no_fault() -> None:
    assert every_fault(BASE) == []


def test_every_file_is_in_a_list_and_every_rule_has_its_file() -> None:
    listed = [rule.ID for rule in (*errors(), *remarks())]
    assert len(listed) == len(set(listed))
    assert set(listed) == ids_of(RULES)
    assert set(FORM_FAULTS) == ids_of(RULES / "form")
    of_logs = [rule.ID for rule in log_rules()]
    assert {*of_logs, *LOG_FAULTS} == ids_of(RULES / "log")
    assert all_ids() == (*FORM_FAULTS, *listed, *of_logs, *LOG_FAULTS)


@pytest.mark.parametrize("rule", [*errors(), *remarks()], ids=lambda rule: rule.ID)
def test_a_rule_is_named_as_its_file_and_stands_in_the_right_list(rule: peercycle.rules.Rule) -> None:
    assert rule.__name__ == f"peercycle.rules.{rule.ID.replace('-', '_')}"  # type: ignore[attr-defined]
    assert (rule.SEVERITY == "error") == (rule in errors())


@pytest.mark.parametrize("rule", [*errors(), *remarks()], ids=lambda rule: rule.ID)
def test_a_rule_has_tests_of_its_own(rule: peercycle.rules.Rule) -> None:
    path = TESTS / f"test_{rule.ID.replace('-', '_')}.py"
    functions = [
        node for node in ast.parse(path.read_text(encoding="utf-8")).body if isinstance(node, ast.FunctionDef)
    ]
    assert len([function for function in functions if function.name.startswith("test_")]) >= 2


@pytest.mark.parametrize("rule_id", all_ids())
def test_a_page_says_what_is_found_and_why(rule_id: str) -> None:
    held = page(rule_id)
    assert held.id == rule_id
    assert held.summary.endswith(".")
    assert len(held.summary) <= 80
    assert held.paragraphs
    assert set(held.see_also) <= set(all_ids()) - {rule_id}
    laid_out = "\n".join((held.wrong, held.right, *(text for _, text in held.sections))).splitlines()
    assert [line for line in laid_out if len(line) > WIDEST] == []


@pytest.mark.parametrize("rule_id", [rule_id for rule_id in all_ids() if page(rule_id).wrong])
def test_the_wrong_example_has_exactly_this_fault_and_the_right_one_none(rule_id: str) -> None:
    assert but_for_open_questions(rule_id, page(rule_id).wrong) == [rule_id]
    assert but_for_open_questions(rule_id, page(rule_id).right) == []


def but_for_open_questions(rule_id: str, fragment: str) -> list[str]:
    """Return what is found in a fragment; that something is left open is no fault of an example."""
    return [found for found in every_fault(fragment) if found in (rule_id, *(set(all_ids()) - {COUNTED}))]


def test_only_what_no_fragment_can_show_has_no_example() -> None:
    of_logs = ids_of(RULES / "log")
    shown = {rule_id for rule_id in all_ids() if not page(rule_id).wrong} - of_logs
    assert shown == {"too-large", "unreadable-file"}


def test_a_page_is_read_from_a_docstring() -> None:
    docstring = """A thing is wrong.

    It matters because
    of something.

    Wrong::

        forum:

          date: TBC

    Right::

        forum:
          date: Tuesday 12 December 2017

    What is compared
        This with that, on two lines, since it is much longer than a line may be.
        Well, it is.
    If this is meant
        Waive it:
            waivers: {}

    It ends so.

    See also: one-rule, another-rule
    """
    held = read_page("a-rule", "warning", docstring)
    assert held == (
        "a-rule",
        "warning",
        "A thing is wrong.",
        ("It matters because of something.", "It ends so."),
        "forum:\n\n  date: TBC",
        "forum:\n  date: Tuesday 12 December 2017",
        (
            (
                "What is compared",
                "This with that, on two lines, since it is much longer than a line may be.\nWell, it is.",
            ),
            ("If this is meant", "Waive it:\n    waivers: {}"),
        ),
        ("one-rule", "another-rule"),
    )


def test_a_page_without_a_docstring_is_empty() -> None:
    assert read_page("a-rule", "info", "") == ("a-rule", "info", "", (), "", "", (), ())


def test_an_unknown_rule_has_no_page() -> None:
    with pytest.raises(KeyError):
        page("no-such-rule")
