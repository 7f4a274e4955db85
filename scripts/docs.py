"""Writes the generated pages of docs/: the cycle file and the progress log, key by key, and the manual pages of the rules.

Run by `make docs`. The prose of `docs/cycle-file.md` is in `scripts/cycle-file.md.in`; its tables of keys are read from the
source of the models, where each field's docstring says what it means, so that nothing of it costs a command its start. The
tables of `docs/progress-log.md` are read from `docs/progress-log.schema.json`, which a test holds against the code.
"""

import ast
import json
import re
import sys
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from textwrap import dedent
from typing import Any, Final, NamedTuple

from peercycle.model.ids import RESERVED
from peercycle.rules.manual import Page, all_ids, page

ROOT: Final = Path(__file__).parent.parent
DOCS: Final = ROOT / "docs"
MODEL: Final = ROOT / "src" / "peercycle" / "model"
PROSE: Final = Path(__file__).with_name("cycle-file.md.in")
LOG_PROSE: Final = Path(__file__).with_name("progress-log.md.in")
# The parts in the order of the file.
PARTS: Final = (
    *(
        "Cycle",
        "SourceDocument",
        "RegionWords",
        "Reminder",
        "Role",
        "Body",
        "Contact",
        "Group",
        "Round",
        "Authority",
    ),
    *("Document", "Journey", "Phase", "Event", "Action", "Exemption", "NextCycle", "Agenda", "AgendaItem"),
    *("Abbreviation", "Question", "Waiver"),
)
KINDS: Final = {
    "Attendance": "whose: which roles",
    "AgendaText": "id, or list of [agenda items](#an-agenda-item)",
    "ClockGrid": "[hours](#hours), or a [grid](#grids)",
    "DateGrid": "[date or deadline](#dates), or a [grid](#grids)",
    "Deadline": "[date or deadline](#deadlines-that-lean-on-something)",
    "DueGrid": "[date or deadline](#deadlines-that-lean-on-something), or a [grid](#grids)",
    "Length": "length of time, as `10 working days`",
    "Lines": "text, or list of texts",
    "Name": "name of letters, digits, dots and hyphens",
    "NumberOrTbc": "whole number, or `TBC`",
    "Parties": "[who](#who), one or a list",
    "PartyGrid": "[who](#who), or a [grid](#grids)",
    "PartyText": "[who](#who)",
    "Per": "`authority` or `group`",
    "Period": "[date](#dates)",
    "Periods": "[date](#dates), one or a list",
    "Ref": "id",
    "Refs": "list of ids",
    "SignOff": "list of [roles](#who-attends-and-who-signs)",
    "Start": "[date or deadline](#deadlines-that-lean-on-something)",
    "Text": "text",
    "TextGrid": "text, or a [grid](#grids)",
    "Title": "text",
    "Yes": "`true` or `false`",
    "Literal['1']": "`1`",
}

LOG_KINDS: Final = {
    "at": "time, as `2026-11-23T09:30:00.000+00:00`",
    "changes": "list of `place`, `was` and `now`",
    "day": "day, as `2026-11-23`",
    "kind": "one of those below",
    "name": "text that is not empty",
    "names": "list of ids",
    "step": "whole number",
    "text": "text",
    "what": "one of those above",
}


class Field(NamedTuple):
    """A key of a part: its kind as the source has it, whether it must be there, and what it means."""

    key: str
    kind: str
    required: bool
    meaning: str


class Described(NamedTuple):
    """A part as its source describes it; an `entry` may also say where it comes from."""

    name: str
    meaning: str
    entry: bool
    fields: tuple[Field, ...]

    @property
    def heading(self) -> str:
        """The part in words: "An agenda item"."""
        words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", self.name).lower()
        if words in ("cycle", "region words"):
            return {"cycle": "The whole file", "region words": "The region's words"}[words]
        return f"{'An' if words[0] in 'aeiou' else 'A'} {words}"

    @property
    def link(self) -> str:
        """The link to its heading."""
        anchor = re.sub(r"[^a-z -]", "", self.heading.lower()).replace(" ", "-")
        return f"[{self.heading[0].lower()}{self.heading[1:]}](#{anchor})"


def described() -> dict[str, Described]:
    """Return every part of a cycle file, by the name of its model."""
    found = {}
    for path in sorted(MODEL.glob("*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef):
                bases = {ast.unparse(base) for base in node.bases}
                meaning = ast.get_docstring(node) or ""
                found[node.name] = Described(node.name, meaning, "Entry" in bases, tuple(_fields(node)))
    return found


def _fields(node: ast.ClassDef) -> Iterator[Field]:
    for field, after in zip(node.body, node.body[1:], strict=False):
        if (
            isinstance(field, ast.AnnAssign)
            and isinstance(after, ast.Expr)
            and isinstance(after.value, ast.Constant)
        ):
            key = ast.unparse(field.target).rstrip("_").replace("_", "-")
            yield Field(key, ast.unparse(field.annotation), field.value is None, str(after.value.value))


def kind_in_words(kind: str, parts: dict[str, Described]) -> str:
    """Return the kind of value of a field as a person would say it; raises KeyError for one without words."""
    kind = kind.removesuffix(" | None").replace("'", "") if "Literal" not in kind else kind
    if kind in KINDS:
        return KINDS[kind]
    if found := re.fullmatch(r"dict\[(?:Id|Text), (\w+)\]", kind):
        inner = found[1]
        return (
            f"ids, and for each {parts[inner].link}"
            if inner in parts
            else f"ids, and for each a {KINDS[inner]}"
        )
    if found := re.fullmatch(r"tuple\[(\w+), \.\.\.\]", kind):
        return f"list, each {parts[found[1]].link}"
    return parts[kind].link


def key_tables() -> str:
    """Return the tables of every key of every part."""
    parts = described()
    return "\n\n".join(_table(parts[name], parts) for name in PARTS) + "\n\n" + _table(parts["Entry"], parts)


def _table(part: Described, parts: dict[str, Described]) -> str:
    heading = "Any entry" if part.name == "Entry" else part.heading
    lines = [
        f"### {heading}",
        "",
        part.meaning,
        "",
        "| key | must | holds | meaning |",
        "| --- | --- | --- | --- |",
    ]
    for field in part.fields:
        holds = kind_in_words(field.kind, parts)
        lines.append(f"| `{field.key}` | {'must' if field.required else ''} | {holds} | {field.meaning} |")
    if part.entry:
        lines += ["", "Also `source`, `suggested` and `note`: see [any entry](#any-entry)."]
    return "\n".join(lines)


def cycle_file() -> str:
    """Return the page about the cycle file."""
    reserved = ", ".join(f"`{word}`" for word in sorted(RESERVED))
    prose = PROSE.read_text(encoding="utf-8")
    return prose.replace("{{keys}}", key_tables()).replace("{{reserved}}", reserved)


def rules() -> str:
    """Return the page with the manual pages of all rules."""
    pages = [page(rule_id) for rule_id in all_ids()]
    lines = [
        "# The rules",
        "",
        "What `peercycle validate` looks for. `peercycle explain RULE` shows one of these pages in the terminal. An error",
        "stops every other command; a warning or an information does not. A rule that is not about the form of the file",
        "may be set aside for one place by a [waiver](cycle-file.md#waivers).",
        "",
        "| rule | severity | what it finds |",
        "| --- | --- | --- |",
        *(f"| [{found.id}](#{found.id}) | {found.severity} | {_cell(found.summary)} |" for found in pages),
    ]
    return "\n".join(lines) + "\n\n" + "\n".join(map(_rule, pages))


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _rule(found: Page) -> str:
    blocks = [f"## {found.id}", f"*{found.severity}* \N{EN DASH} {found.summary}", *found.paragraphs]
    for heading, example in (("Wrong", found.wrong), ("Right", found.right)):
        if example:
            blocks += [f"{heading}:", f"```yaml\n{example}\n```"]
    for heading, text in found.sections:
        blocks += [f"**{heading}**", *_section(text)]
    if found.see_also:
        blocks.append("See also: " + ", ".join(f"[{other}](#{other})" for other in found.see_also))
    return "\n\n".join(blocks) + "\n"


def _section(text: str) -> Iterator[str]:
    """Yield the blocks of a section: prose, and what is indented in it as an example."""
    for indented, lines in groupby(text.splitlines(), lambda line: line.startswith(" ")):
        block = dedent("\n".join(lines)).strip("\n")
        if block:
            yield f"```yaml\n{block}\n```" if indented else block


def progress_log() -> str:
    """Return the page about the progress log: its prose with what the JSON Schema of a line says."""
    schema = json.loads((DOCS / "progress-log.schema.json").read_text(encoding="utf-8"))
    keys = schema["properties"]
    needs = {
        rule["if"]["properties"]["what"]["const"]: rule["then"].get("required", ())
        for rule in schema["allOf"][:8]
    }
    of_finding = list(keys)[list(keys).index("kind") :]
    parts = {
        "whats": [
            f"| `{what['const']}` | {what['description']} | {_ticked(needs.get(what['const'], ()))} |"
            for what in keys["what"]["oneOf"]
        ],
        "keys": [_key_row(key, keys[key], schema["required"]) for key in keys if key not in of_finding],
        "findings": [_key_row(key, keys[key], needs["noted"]) for key in of_finding],
        "kinds": [f"| `{kind['const']}` | {kind['description']} |" for kind in keys["kind"]["oneOf"]],
    }
    page = LOG_PROSE.read_text(encoding="utf-8")
    for name, lines in parts.items():
        page = page.replace(f"{{{{{name}}}}}", "\n".join(lines))
    return page


def _ticked(keys: Iterable[str]) -> str:
    return ", ".join(f"`{key}`" for key in keys)


def _key_row(key: str, described: dict[str, Any], required: Iterable[str]) -> str:
    holds = LOG_KINDS[described.get("$ref", "").rpartition("/")[2] or key]
    return f"| `{key}` | {'must' if key in required else ''} | {holds} | {described['description']} |"


PAGES: Final = {"cycle-file.md": cycle_file, "progress-log.md": progress_log, "rules.md": rules}


def main() -> int:
    """Write the pages; return the exit code."""
    DOCS.mkdir(exist_ok=True)
    for name, write in PAGES.items():
        (DOCS / name).write_text(write(), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
