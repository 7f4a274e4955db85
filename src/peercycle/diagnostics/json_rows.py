"""JSON that a person can scan: each entry of a list on a line of its own, in ASCII."""

import json
from collections.abc import Mapping, Sequence
from typing import Any


def listed(entries: Sequence[Any], margin: str = "") -> str:
    """Return a list as JSON, one entry a line."""
    # json's own indenting is done in Python, and takes ten times as long
    rows = ",\n".join(f"{margin}  {json.dumps(entry)}" for entry in entries)
    return f"[\n{rows}\n{margin}]" if entries else "[]"


def keyed(values: Mapping[str, Any]) -> str:
    """Return a mapping as JSON, one key a line, and each list of mappings in it one entry a line."""
    rows = ",\n".join(f"  {json.dumps(key)}: {_value(value)}" for key, value in values.items())
    return f"{{\n{rows}\n}}"


def _value(value: Any) -> str:
    entries = isinstance(value, list) and value and isinstance(value[0], dict)
    return listed(value, "  ") if entries else json.dumps(value)
