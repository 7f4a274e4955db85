"""The keys of every part of a cycle file, and that each is described."""

import ast
import inspect
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import BaseModel

from peercycle import model as storey
from peercycle.model.cycle import (
    Abbreviation,
    Cycle,
    NextCycle,
    Question,
    RegionWords,
    Reminder,
    SourceDocument,
    Waiver,
)
from peercycle.model.papers import Document, Journey
from peercycle.model.part import Entry, Part
from peercycle.model.people import Authority, Body, Contact, Group, Role, Round
from peercycle.model.programme import Action, Agenda, AgendaItem, Event, Exemption, Phase

ENTRY = "source suggested note"
# The keys of every part, those it must have in capitals.
KEYS: dict[type[Part], str] = {
    Cycle: (
        "FORMAT CYCLE TITLE REGION RUNS follows source words notice closures handling reminders month-reminders ROLES bodies contacts groups"
        " rounds AUTHORITIES documents journey PHASES next-cycle agendas abbreviations questions waivers"
    ),
    SourceDocument: "TITLE FILE",
    RegionWords: "group authority",
    NextCycle: f"{ENTRY} CYCLE BEGINS",
    Role: f"{ENTRY} NAME several",
    Body: f"{ENTRY} NAME short also posts members",
    Contact: f"{ENTRY} NAME HOLDS",
    Group: f"{ENTRY} NAME lead",
    Round: f"{ENTRY} TITLE WHEN authorities",
    Authority: f"{ENTRY} NAME gss group round challengers",
    Document: f"{ENTRY} TITLE per shown-to comes-from goes-to choices",
    Journey: f"{ENTRY} TITLE stages enablers placements",
    Phase: f"{ENTRY} TITLE WHEN events actions",
    Event: (
        f"{ENTRY} TITLE for DATE time place room held-by chair stand-in facilitator attends needs produces agenda in-order"
    ),
    Action: (f"{ENTRY} DO title OWNER for from DUE time to including needs produces sign-off tracked except"),
    Exemption: "BECAUSE due excused",
    Agenda: f"{ENTRY} title ITEMS",
    AgendaItem: "item each minutes lead needs produces parts breaks note",
    Abbreviation: "words note",
    Question: f"{ENTRY} ASK about who by meanwhile answer",
    Waiver: "RULE ABOUT BECAUSE UNTIL",
    Reminder: "AFTER TO",
}


@pytest.mark.parametrize(("part", "keys"), KEYS.items(), ids=lambda value: getattr(value, "__name__", ""))
def test_the_keys_of_a_part(part: type[Part], keys: str) -> None:
    held = [
        str(field.alias).upper() if field.is_required() else field.alias
        for field in part.model_fields.values()
    ]
    assert held == keys.split()


def parts() -> Iterator[type[BaseModel]]:
    """Yield every model of the storey."""
    found = [Part]
    while found:
        part = found.pop()
        found.extend(part.__subclasses__())
        yield part


def test_no_part_is_left_out() -> None:
    assert set(parts()) - {Part, Entry} == set(KEYS)


def test_every_field_says_what_it_is() -> None:
    undescribed = []
    for path in sorted(Path(inspect.getfile(storey)).parent.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef) and any(
                ast.unparse(base) in ("Part", "Entry") for base in node.bases
            ):
                for field, after in zip(node.body, [*node.body[1:], None], strict=True):
                    if isinstance(field, ast.AnnAssign) and not ast.unparse(field.target).startswith("_"):
                        described = isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant)
                        undescribed += [] if described else [f"{node.name}.{ast.unparse(field.target)}"]
    assert undescribed == []
