"""Grows a cycle file to any length for the benchmark: its papers and phases again and again, each copy with ids of its own."""

import re
from pathlib import Path

SOURCE = Path(__file__).parent.parent / "examples" / "made-up" / "cycles" / "2026-27.yaml"
_COPIED = ("documents", "phases")
_ID = re.compile(r"^(?: {2}| {6})([a-z0-9-]+):", re.MULTILINE)


def large_cycle(lines: int, text: str | None = None) -> str:
    """Return a sound cycle file of about as many lines."""
    text = SOURCE.read_text(encoding="utf-8") if text is None else text
    sections = _sections(text)
    ids = {found for name in _COPIED for found in _ID.findall(sections[name])}
    growing = sum(sections[name].count("\n") for name in _COPIED)
    copies = max(0, (lines - text.count("\n")) // growing)
    for number in range(1, copies + 1):
        for name in _COPIED:
            body = sections[name].partition("\n")[2] if number == 1 else _first(sections, name)
            sections[name] += _renamed(body, ids, number)
    return "".join(sections.values())


def _first(sections: dict[str, str], name: str) -> str:
    """Return the original entries of a section, which stand before its first copy."""
    return sections[name].partition("\n")[2].partition(_MARK)[0]


_MARK = "  # copy\n"


def _renamed(body: str, ids: set[str], number: int) -> str:
    word = re.compile(r"(?<![\w-])(" + "|".join(sorted(ids, key=len, reverse=True)) + r")(?![\w-])")
    lines = (
        line if _is_prose(line) else word.sub(rf"\1-{number}", line)
        for line in body.splitlines(keepends=True)
    )
    return _MARK + "".join(lines)


def _is_prose(line: str) -> bool:
    key = line.strip().partition(":")[0]
    return key in ("do", "title", "note", "suggested", "because") or line.lstrip().startswith("#")


def _sections(text: str) -> dict[str, str]:
    """Return the top-level sections of a file by name, what stands before the first under an empty name."""
    parts = re.split(r"^(?=[a-z-]+:)", text, flags=re.MULTILINE)
    return {part.partition(":")[0] if position else "": part for position, part in enumerate(parts)}
