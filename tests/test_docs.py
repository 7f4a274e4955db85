"""The pages of docs/: the generated ones are current, and every example and every form they show is right."""

import importlib.util
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from peercycle.documents.kinds import KINDS
from peercycle.exports.word_house import STYLES
from peercycle.model.clock import read_clock
from peercycle.model.cycle import Cycle
from peercycle.model.due import read_due
from peercycle.model.owner import read_party
from peercycle.model.when import read_when
from peercycle.model.words import Words
from peercycle.reading.events import load
from peercycle.rules import errors, remarks
from peercycle.rules.manual import all_ids
from peercycle.workspace.opening import open_cycle

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "cycle-file.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```yaml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
COMPLETE = [text for text in EXAMPLES if text.startswith("format: 1\n")]
FRAGMENTS = [text for text in EXAMPLES if text not in COMPLETE]
CLUSTER = Words(group="cluster")
READERS: dict[str, Callable[[str], object]] = {
    "Dates": read_when,
    "Hours": read_clock,
    "Deadlines that lean on something": lambda text: read_due(text, CLUSTER, deadline=True),
    "Who": lambda text: read_party(text, CLUSTER),
}


def docs() -> ModuleType:
    """Return the script that writes the pages."""
    spec = importlib.util.spec_from_file_location("docs", ROOT / "scripts" / "docs.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


SCRIPT = docs()


@pytest.mark.parametrize("name", SCRIPT.PAGES)
def test_a_page_is_what_the_script_writes(name: str) -> None:
    written = (ROOT / "docs" / name).read_text(encoding="utf-8")
    assert written == SCRIPT.PAGES[name](), "make docs"


def test_every_part_of_the_model_has_its_table() -> None:
    models = {name for name, part in SCRIPT.described().items() if part.fields} - {"Entry"}
    named_tuples = {"Due", "When", "Clock", "Reference", "Grid", "Point"}
    assert models - named_tuples == set(SCRIPT.PARTS)


def test_every_rule_has_its_page() -> None:
    headings = re.findall(
        r"^## (.*)$", (ROOT / "docs" / "rules.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert headings == list(all_ids())


@pytest.mark.parametrize("name", SCRIPT.PAGES)
def test_every_link_leads_somewhere(name: str) -> None:
    page = (ROOT / "docs" / name).read_text(encoding="utf-8")
    targets = re.findall(r"\]\(([^)#]*)(?:#([^)]*))?\)", page)
    assert targets
    for target, anchor in targets:
        path = ROOT / "docs" / (target or name)
        assert path.exists(), target
        assert not anchor or anchor in anchors(path.read_text(encoding="utf-8")), (target, anchor)


def anchors(page: str) -> set[str]:
    """Return the anchors of a page's headings, made as GitHub makes them."""
    headings = re.findall(r"^#+ (.*)$", page, re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_the_whole_example_is_sound(tmp_path: Path) -> None:
    assert len(COMPLETE) == 1
    path = tmp_path / "2026-27.yaml"
    path.write_text(COMPLETE[0], encoding="utf-8")
    opened = open_cycle(path, date(2026, 9, 1), [errors, remarks])
    assert opened.plan is not None
    found = {diagnostic.rule for diagnostic in opened.diagnostics}
    assert found == {"unanswered-question"}


def data_of(text: str) -> dict[str, Any]:
    """Return the data of a text in YAML."""
    loaded = load("example", text)
    assert loaded.data is not None
    assert loaded.diagnostics == []
    return loaded.data


@pytest.mark.parametrize("fragment", FRAGMENTS, ids=lambda text: text.split(":")[0])
def test_every_fragment_fits_into_the_example(fragment: str) -> None:
    cycle = Cycle.read({**data_of(COMPLETE[0]), **data_of(fragment)})
    assert cycle.cycle == "2026-27"


def forms() -> list[tuple[str, str]]:
    """Return every form in the first column of the tables, with the heading above it."""
    found, heading = [], ""
    for line in PAGE.splitlines():
        if line.startswith("## "):
            heading = line[3:]
        elif line.startswith("| `") and heading in READERS:
            found += [(heading, form) for form in re.findall(r"`([^`]*)`", line.split("|")[1])]
    return found


@pytest.mark.parametrize(
    ("heading", "form"), [f for f in forms() if f[1] not in ("days", "weeks", "months", "before")]
)
def test_every_form_in_the_tables_can_be_read(heading: str, form: str) -> None:
    READERS[heading](form)


def test_there_are_forms_in_every_table() -> None:
    assert {heading for heading, _ in forms()} == set(READERS)
    assert len(forms()) > 50


def kinds_in(page: str) -> list[str]:
    """Return the kinds of paper that the first column of a page's tables names."""
    text = (ROOT / page).read_text(encoding="utf-8")
    cells = re.findall(r"^\| ((?:`[\w-]+`(?:, )?)+) \| ", text, re.MULTILINE)
    return [kind for cell in cells for kind in re.findall(r"`([\w-]+)`", cell) if kind in KINDS]


@pytest.mark.parametrize("page", ["README.md", "docs/templates.md"])
def test_every_kind_of_paper_stands_in_the_tables(page: str) -> None:
    assert sorted(kinds_in(page)) == sorted(KINDS)


def test_every_style_that_a_house_file_needs_is_named() -> None:
    words = " ".join((ROOT / "docs" / "templates.md").read_text(encoding="utf-8").split())
    assert f"{', '.join(STYLES)}." in words


def test_every_picture_of_the_readme_is_one_that_make_pictures_makes() -> None:
    script = (ROOT / "scripts" / "pictures.py").read_text(encoding="utf-8")
    shown = set(re.findall(r"docs/pictures/([\w-]+)\.png", (ROOT / "README.md").read_text(encoding="utf-8")))
    made = {path.stem for path in (ROOT / "docs" / "pictures").glob("*.png")}
    assert shown == made == set(re.findall(r'^    \("([\w-]+)", ', script, re.MULTILINE))
